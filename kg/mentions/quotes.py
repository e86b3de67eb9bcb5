"""Quoted speech: who speaks where a sentence names no speaker, and whom "I" and "we" stand for."""

from collections.abc import Sequence
from dataclasses import replace

from kg.mentions.words import Sentence
from kg.model import ActorPhrase, Mention

__all__ = ["named_by_speaker", "quoted_voices"]

OPENING, CLOSING, PLAIN = "“", "”", '"'
FIRST_PERSON = frozenset(("i", "me", "myself", "we", "us", "ourselves"))


def quoted_voices(
    sentences: Sequence[Sentence], speakers: Sequence[ActorPhrase | None]
) -> list[ActorPhrase | None]:
    """Return who speaks each sentence that lies wholly in quotation marks, None for the others.

    The one named in its own paragraph speaks; where none is, the one named last before it.

    Args:
        sentences: All sentences of an article.
        speakers: For each, the subject of its own verb of saying.
    """
    by_paragraph: dict[int, ActorPhrase] = {}
    for sentence, speaker in zip(sentences, speakers, strict=True):
        if speaker is not None:
            by_paragraph.setdefault(sentence.paragraph, speaker)
    voices: list[ActorPhrase | None] = []
    last: ActorPhrase | None = None
    for sentence, speaker, inside in zip(sentences, speakers, _quoted(sentences), strict=True):
        voices.append(by_paragraph.get(sentence.paragraph, last) if inside else None)
        last = speaker or last
    return voices


def named_by_speaker(mention: Mention) -> Mention:
    """Return a mention in which "I" and "we" bear the name of who speaks, if somebody does.

    "We" are the speaker and his side; as no text says who else, they are named after him.
    """
    if not mention.speakers:
        return mention
    actors, targets = (
        tuple(_named(phrase, mention.speakers[0]) for phrase in side)
        for side in (mention.actors, mention.targets)
    )
    return replace(mention, actors=actors, targets=targets)


def _named(phrase: ActorPhrase, speaker: ActorPhrase) -> ActorPhrase:
    if phrase.span.text.lower() not in FIRST_PERSON:
        return phrase
    return replace(
        phrase,
        name=speaker.name,
        head=speaker.head,
        label=speaker.label,
        modifiers=speaker.modifiers,
    )


def _quoted(sentences: Sequence[Sentence]) -> list[bool]:
    """Tell of each sentence whether it lies wholly within quotation marks.

    A quotation left open at a paragraph's end goes on only where the next paragraph opens with a
    quotation mark, as newspapers print it; an unpaired plain mark therefore spoils one paragraph
    at most.
    """
    result, is_open, paragraph = [], False, -1
    for sentence in sentences:
        if sentence.paragraph != paragraph:
            is_open, paragraph = False, sentence.paragraph
        inside, is_open = _scan(sentence.text, is_open)
        result.append(inside)
    return result


def _scan(text: str, is_open: bool) -> tuple[bool, bool]:
    """Return whether all letters of the text are inside quotes, and the state after it."""
    outside = inside = 0
    for character in text:
        if character == OPENING or (character == PLAIN and not is_open):
            is_open = True
        elif character == CLOSING or (character == PLAIN and is_open):
            is_open = False
        elif character.isalpha():
            inside += is_open
            outside += not is_open
    return inside > 0 and outside == 0, is_open
