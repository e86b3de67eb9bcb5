"""Speech that runs over several sentences: who speaks where a sentence names no speaker."""

from collections.abc import Sequence

from kg.mentions.words import Sentence
from kg.model import ActorPhrase

__all__ = ["quoted_voices"]

OPENING, CLOSING, PLAIN = "“", "”", '"'


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
