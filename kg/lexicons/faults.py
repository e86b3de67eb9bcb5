"""Collects everything that is wrong with a lexicon, so that one load names every fault."""

from collections.abc import Iterator
from pathlib import Path

from kg.errors import LexiconError

__all__ = ["Faults"]


class Faults:
    """Faults found so far, each with its file and where in it."""

    def __init__(self) -> None:
        self._found: list[str] = []

    def add(self, path: Path, where: str | int, message: str) -> None:
        """Note one fault; `where` is a line number or an entry's id."""
        self._found.append(f"{path.name}:{where}: {message}")

    def __iter__(self) -> Iterator[str]:
        return iter(self._found)

    def raise_any(self) -> None:
        """Raise one error that names every fault.

        Raises:
            LexiconError: If any fault was noted.
        """
        if self._found:
            raise LexiconError("the lexicon has faults; mend each:\n  " + "\n  ".join(self._found))
