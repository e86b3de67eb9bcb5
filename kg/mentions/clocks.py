"""The words of time of a sentence: a sentence in, what each tells and where it stands out."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.lexicons import Cues
from kg.mentions.words import Sentence, Word
from kg.model import Span

__all__ = ["TimeWord", "is_within", "iter_time_words"]

YEAR = "year"
FIRST_YEAR, LAST_YEAR = "1500", "2049"  # digits of one length sort as the numbers do


@dataclass(frozen=True, slots=True)
class TimeWord:
    """A word of time: its kind (of `Cues.times`, or "year") and its first character."""

    kind: str
    start: int


def iter_time_words(sentence: Sentence, cues: Cues) -> Iterator[TimeWord]:
    """Yield the words of time of a sentence, in text order."""
    for word in sentence.words:
        text = word.text.lower()
        if text in cues.times:
            kind = _kind(word, sentence, cues.times[text])
            if kind is not None:
                yield TimeWord(kind, word.start)
        elif len(text) == len(FIRST_YEAR) and text.isdigit() and FIRST_YEAR <= text <= LAST_YEAR:
            yield TimeWord(YEAR, word.start)


def is_within(word: TimeWord, pieces: Sequence[Span]) -> bool:
    """Tell whether a word of time stands inside one of some pieces of the text."""
    return any(piece.start <= word.start < piece.end for piece in pieces)


def _kind(
    first: Word, sentence: Sentence, phrases: Iterable[tuple[tuple[str, ...], str]]
) -> str | None:
    """Return the kind of the first of the phrases that goes on after its first word."""
    for rest, kind in phrases:
        after = sentence.words[first.index + 1 : first.index + 1 + len(rest)]
        if tuple(word.text.lower() for word in after) == rest:
            return kind
    return None
