"""Quoted speech: who speaks where a sentence names no speaker, and whom "I" and "we" stand for."""

from collections.abc import Sequence
from dataclasses import replace

from kg.lexicons import fold
from kg.mentions.words import Sentence
from kg.model import ActorPhrase, Mention

__all__ = ["named_by_speaker", "quoted_voices"]

OPENING, CLOSING, PLAIN = "“", "”", '"'
MARKS = frozenset((OPENING, CLOSING, PLAIN))
FIRST_PERSON = frozenset(("i", "me", "myself", "we", "us", "ourselves"))
OURS = frozenset(("my", "our"))


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


def named_by_speaker(mention: Mention, text: str) -> Mention:
    """Return a mention in which "I" and "we" bear the name of whoever is quoted.

    That is the outermost speaker: in "'Norland says we fired,' Dravo said" we are Dravo's side. As
    no text says who else is of it, they are named after him. Outside quotation marks they are the
    writer's.

    Args:
        mention: The mention.
        text: The article's text.
    """
    if not mention.speakers:
        return mention
    speaker = mention.speakers[-1]
    actors, targets = (
        tuple(_named(phrase, speaker, text) for phrase in side)
        for side in (mention.actors, mention.targets)
    )
    if (actors, targets) == (mention.actors, mention.targets):
        return mention
    acting = {fold(phrase.name) for phrase in actors}  # nobody is on both sides
    others = tuple(phrase for phrase in targets if fold(phrase.name) not in acting)
    return replace(mention, actors=actors, targets=others)


def _named(phrase: ActorPhrase, speaker: ActorPhrase, text: str) -> ActorPhrase:
    first, _, rest = phrase.span.text.partition(" ")
    is_own = first.lower() in (OURS if rest else FIRST_PERSON)
    if not is_own or not _is_quoted(text, phrase.span.start):
        return phrase
    if rest:
        ending = "'" if speaker.name.endswith("s") else "'s"
        whose = (speaker.name, *speaker.modifiers)
        name = f"{speaker.name}{ending} {rest}"
        return replace(phrase, name=name, modifiers=(*whose, *phrase.modifiers))
    return replace(
        phrase,
        name=speaker.name,
        head=speaker.head,
        label=speaker.label,
        modifiers=speaker.modifiers,
    )


def _is_quoted(text: str, at: int) -> bool:
    """Tell whether a character stands within quotation marks that its paragraph opened."""
    before = text[text.rfind("\n", 0, at) + 1 : at]
    return before.count(OPENING) > before.count(CLOSING) or before.count(PLAIN) % 2 == 1


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
    if MARKS.isdisjoint(text):
        return is_open and any(map(str.isalpha, text)), is_open
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
