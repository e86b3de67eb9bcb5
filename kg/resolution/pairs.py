"""Pairs of reports: as places among all reports in order of rank, a score, and what else to say."""

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

__all__ = ["Keys", "Numbers", "PairColumns", "ScoredPair", "number_keys"]

CHUNK_PAIRS = 10_000  # made into tuples at a time

Numbers: TypeAlias = NDArray[np.int64]
Keys: TypeAlias = NDArray[np.int32]


class ScoredPair(NamedTuple):
    """Two reports, by their places among all in order of rank, and how well they agree.

    A tuple, as there are millions. `note` says why they were brought together where comparing them
    does not tell.
    """

    score: float
    one: int
    other: int
    note: str = ""

    @property
    def order(self) -> tuple[float, int, int]:
        """Sorts the best pairs first, and pairs of one score by rank."""
        return (-self.score, min(self.one, self.other), max(self.one, self.other))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PairColumns:
    """Scored pairs, one row each: `first` comes before `second` in rank."""

    first: NDArray[np.int32]
    second: NDArray[np.int32]
    score: NDArray[np.float64]

    @classmethod
    def of(cls, parts: Iterable["PairColumns"]) -> "PairColumns":
        """Return the rows of all parts, in their order."""
        found = list(parts)
        return cls(
            first=np.concatenate([np.empty(0, dtype=np.int32), *(part.first for part in found)]),
            second=np.concatenate([np.empty(0, dtype=np.int32), *(part.second for part in found)]),
            score=np.concatenate([np.empty(0), *(part.score for part in found)]),
        )

    def __len__(self) -> int:
        return len(self.score)

    def __iter__(self) -> Iterator[ScoredPair]:
        for start in range(0, len(self), CHUNK_PAIRS):
            rows = slice(start, start + CHUNK_PAIRS)
            columns = (self.score[rows], self.first[rows], self.second[rows])
            yield from map(ScoredPair, *(column.tolist() for column in columns))

    def best_first(self) -> "PairColumns":
        """Return the pairs in the order in which they are joined."""
        return self.rows(np.lexsort((self.second, self.first, -self.score)))

    def at_least(self, score: float) -> "PairColumns":
        """Return the pairs that agree so well or better."""
        return self.rows(self.score >= score)

    def rows(self, chosen: NDArray[np.bool_] | NDArray[np.intp]) -> "PairColumns":
        """Return rows by a mask or by their numbers."""
        return PairColumns(
            first=self.first[chosen], second=self.second[chosen], score=self.score[chosen]
        )


def number_keys(keys: Iterable[Hashable]) -> Keys:
    """Return a number for each key, the same where keys are equal, as they first come.

    Example:
        >>> number_keys(["b", "a", "b"]).tolist()
        [0, 1, 0]
    """
    known: dict[Hashable, int] = {}
    return np.array([known.setdefault(key, len(known)) for key in keys], dtype=np.int32)
