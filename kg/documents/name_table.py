"""Whole names found in a text as it stands: a document in, spans of tokens out.

A table of thousands of names is ready in milliseconds, as no name is cut into tokens beforehand.
"""

import functools
import re
from collections.abc import Iterable, Iterator

from spacy.tokens import Doc

__all__ = ["NameTable"]

KEPT_WORDS = 20_000
_OPENING = re.compile(r"\w+")


class NameTable:
    """Names with their labels, found from token to token.

    Args:
        names: Names, each with its label.
        any_case: Whether letter case does not count.
    """

    def __init__(self, names: Iterable[tuple[str, str]], *, any_case: bool = False) -> None:
        self._any_case = any_case
        self._by_opening: dict[str, dict[str, str]] = {}
        self._longest: dict[str, int] = {}  # characters, by opening
        for text, label in names:
            name = text.lower() if any_case else text  # as `spans` compares it
            opening = _opening(name)
            self._by_opening.setdefault(opening, {}).setdefault(name, label)
            self._longest[opening] = max(len(name), self._longest.get(opening, 0))

    def spans(self, doc: Doc) -> Iterator[tuple[str, int, int]]:
        """Yield label, first token and the token after the last of each name, in text order.

        Names within names are yielded too.
        """
        text = doc.text
        if self._any_case:
            text = _lowered(text)
        for token in doc:
            start = token.idx
            opening = _opening(text[start : start + len(token)])
            names = self._by_opening.get(opening)
            if names is None:
                continue
            limit = start + self._longest[opening]
            for last in range(token.i, len(doc)):
                end = doc[last].idx + len(doc[last])
                if end > limit:
                    break
                label = names.get(text[start:end])
                if label is not None:
                    yield label, token.i, last + 1


def _lowered(text: str) -> str:
    """Return a text in lower case, as long as before: "İ" would be two letters."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(c if len(letter := c.lower()) > 1 else letter for c in text)


@functools.lru_cache(maxsize=KEPT_WORDS)
def _opening(text: str) -> str:
    found = _OPENING.match(text)
    return found.group() if found else text
