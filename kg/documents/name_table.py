"""Whole names found in a text as it stands: a document's words in, spans of tokens out.

A table of thousands of names is ready in milliseconds, as no name is cut into tokens beforehand.
"""

from collections.abc import Iterable, Iterator

from kg.documents.word_list import WordList, lowered, opening

__all__ = ["NameTable"]


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
            first = opening(name)
            self._by_opening.setdefault(first, {}).setdefault(name, label)
            self._longest[first] = max(len(name), self._longest.get(first, 0))

    def spans(self, words: WordList) -> Iterator[tuple[str, int, int]]:
        """Yield label, first token and the token after the last of each name, in text order.

        Names within names are yielded too.
        """
        text = lowered(words.text) if self._any_case else words.text
        for first, begins in enumerate(words.openings):
            key = lowered(begins) if self._any_case else begins
            names = self._by_opening.get(key)
            if names is None:
                continue
            start = words.starts[first]
            limit = start + self._longest[key]
            for last in range(first, len(words.ends)):
                end = words.ends[last]
                if end > limit:
                    break
                label = names.get(text[start:end])
                if label is not None:
                    yield label, first, last + 1
