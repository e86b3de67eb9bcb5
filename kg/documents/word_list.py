"""The words of a document as plain strings, made once for all that look names up among them.

A token is made anew each time that a document is asked for it; in a list that costs nothing.
"""

import functools
import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

__all__ = ["WordList", "lowered", "opening"]

KEPT_WORDS = 20_000
_OPENING = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class WordList:
    """Words with their places in the text; `starts` and `ends` count characters.

    Attributes:
        text: The document's.
        words: As they stand, one a token.
        in_lower_case: The same, in lower case.
        openings: What each begins with up to the first mark ("al" of "al-Quo").
        starts: Where each begins.
        ends: Where each ends.
        capitals: The positions of those that begin with a capital letter.
    """

    text: str
    words: Sequence[str]
    in_lower_case: Sequence[str]
    openings: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]
    capitals: Sequence[int]

    @classmethod
    def of(cls, doc: Doc) -> "WordList":
        """Return the words of a document."""
        words, starts, length = [], [], 0
        pieces: list[str] = []
        for token in doc:
            word, space = token.text, token.whitespace_
            words.append(word)
            starts.append(length)
            pieces += word, space
            length += len(word) + len(space)
        return cls(
            text="".join(pieces),  # a document would go through all its tokens once more
            words=words,
            in_lower_case=[word.lower() for word in words],
            openings=[opening(word) for word in words],
            starts=starts,
            ends=[start + len(word) for start, word in zip(starts, words, strict=True)],
            capitals=[at for at, word in enumerate(words) if word[0].isupper()],
        )

    def capitals_within(self, start: int, end: int) -> Sequence[int]:
        """Return the positions in `[start, end)` whose words begin with a capital letter."""
        return self.capitals[bisect_left(self.capitals, start) : bisect_left(self.capitals, end)]


@functools.lru_cache(maxsize=KEPT_WORDS)
def opening(text: str) -> str:
    """Return the letters and digits that a text begins with, or all of it if with a mark."""
    found = _OPENING.match(text)
    return found.group() if found else text


def lowered(text: str) -> str:
    """Return a text in lower case, as long as before: "İ" would be two letters."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(c if len(letter := c.lower()) > 1 else letter for c in text)
