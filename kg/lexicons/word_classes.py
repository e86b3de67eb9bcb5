"""Read the word classes: kinds of things that entries of the event lexicon name instead of words.

One class a table of `word_classes.toml`, with what it is and its nouns, lemmas in lower case.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from kg.lexicons.faults import Faults

__all__ = ["WordClasses"]

KEYS = frozenset(("definition", "words"))


class WordClasses:
    """The classes of one file, by name; what is wrong with them or asked of them is noted."""

    def __init__(self, path: Path, rows: Mapping[str, Any], faults: Faults) -> None:
        self._faults = faults
        self._words = {name: tuple(row.get("words", ())) for name, row in rows.items()}
        for name, row in rows.items():
            for key in sorted(set(row) - KEYS):
                faults.add(path, name, f"{key!r} is no key of a word class")
            if not (row.get("definition") and row.get("words")):
                faults.add(path, name, "needs a definition and words")
            for word in sorted({w for w in row.get("words", ()) if row["words"].count(w) > 1}):
                faults.add(path, name, f"{word!r} stands twice; remove one")

    def words_of(self, names: Iterable[str], *, path: Path, where: str) -> frozenset[str]:
        """Return the words of some classes; an unknown one is a fault of who asks."""
        found: set[str] = set()
        for name in names:
            if name not in self._words:
                known = ", ".join(sorted(self._words))
                self._faults.add(path, where, f"objects {name!r}: it is none of {known}")
            found.update(self._words.get(name, ()))
        return frozenset(found)
