"""Runs of words as numbers, of which millions are sorted at once: texts enter, numbers leave."""

import functools
import zlib
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from kg.lexicons import fold

__all__ = ["RUN_WORDS", "Runs", "iter_shared", "number_runs", "runs_of"]

RUN_WORDS = 5
KEPT_WORDS = 100_000  # whose numbers are kept, some 10 MB
_BASE = 0x9E3779B97F4A7C15  # odd and without pattern: 2⁶⁴ divided by the golden ratio
_HIGH_BITS = np.uint64(32)

Runs = NDArray[np.uint32]  # the runs of one text, in their order


def runs_of(text: str) -> frozenset[str]:
    """Return all runs of five words, or the whole of a shorter text.

    Example:
        >>> sorted(runs_of("Rebels fled the town at dawn."))
        ['fled the town at dawn', 'rebels fled the town at']
    """
    words = fold(text).split()
    starts = range(max(1, len(words) - RUN_WORDS + 1)) if words else range(0)
    return frozenset(" ".join(words[start : start + RUN_WORDS]) for start in starts)


def number_runs(texts: Sequence[str]) -> list[Runs]:
    """Return the numbers of the runs of each text; few of four thousand million runs share one.

    All texts are laid end to end, as arithmetic on one long row costs less than on many short ones.
    """
    words = [[_number(word) for word in fold(text).split()] for text in texts]
    row = np.array([number for each in words for number in each], dtype=np.uint64)
    whole = _combined(row, RUN_WORDS)
    ends = np.cumsum([0, *map(len, words)]).tolist()
    return [
        whole[start : end - RUN_WORDS + 1]
        if end - start >= RUN_WORDS
        else _combined(row[start:end], end - start)
        for start, end in pairwise(ends)
    ]


def _combined(row: NDArray[np.uint64], length: int) -> Runs:
    """Return a number for each run of so many words."""
    numbers = np.zeros(max(0, len(row) - length + 1) if length else 0, dtype=np.uint64)
    for place in range(length):
        numbers *= np.uint64(_BASE)  # runs over, as a hash does
        numbers += row[place : place + len(numbers)]
    numbers *= np.uint64(_BASE)
    return (numbers >> _HIGH_BITS).astype(np.uint32)


@functools.lru_cache(maxsize=KEPT_WORDS)
def _number(word: str) -> int:
    return zlib.crc32(word.encode("utf-8", "surrogatepass"))


def iter_shared(runs_by_id: Mapping[str, Runs], *, least: float) -> Iterable[str]:
    """Yield the texts that share at least so much of their runs with others, sorted by id.

    A run that a text itself repeats counts as shared: too many texts are yielded, never too few.
    """
    told = sorted((id_, runs) for id_, runs in runs_by_id.items() if len(runs))
    if not told:
        return
    is_shared = _are_shared(np.concatenate([runs for _, runs in told]))
    lengths = np.array([len(runs) for _, runs in told])
    shares = np.add.reduceat(is_shared, np.cumsum(lengths) - lengths, dtype=np.int64) / lengths
    for n in np.flatnonzero(shares >= least).tolist():
        yield told[n][0]


def _are_shared(runs: Runs) -> NDArray[np.bool_]:
    """Tell of each number whether it stands there more than once."""
    order = np.argsort(runs)
    is_as_last = np.concatenate(([False], np.diff(runs[order]) == 0))
    is_as_next = np.concatenate((is_as_last[1:], [False]))
    found = np.empty(len(runs), dtype=np.bool_)
    found[order] = is_as_last | is_as_next
    return found
