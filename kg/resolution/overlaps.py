"""Reports that share something while both live: rows enter, pairs leave, in columns.

A row says that a report is filed under a key for some days; a report has some ten rows. Rows of
one key are sorted by their first days, so that those that share a day with a row follow it at once.
"""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kg.resolution.pairs import Numbers

__all__ = ["Rows", "iter_crowds", "iter_overlaps", "make_rows"]

CHUNK_PAIRS = 2_000_000  # yielded at a time
_DAY_BITS = 22  # of an ordinal day: the year 9999 has fewer than four million


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Rows:
    """Rows sorted by key and first day; `key`, `report`, `earliest` and `latest` are numbers.

    `followers` says how many of the rows that follow one share its key and a day with it.
    """

    key: Numbers
    report: Numbers
    earliest: Numbers
    latest: Numbers
    followers: Numbers

    def rows(self, chosen: NDArray[np.bool_]) -> "Rows":
        """Return rows by a mask, with the numbers of followers that they had."""
        columns = (self.key, self.report, self.earliest, self.latest, self.followers)
        key, report, earliest, latest, followers = (column[chosen] for column in columns)
        return Rows(key=key, report=report, earliest=earliest, latest=latest, followers=followers)


def make_rows(filed: Iterable[tuple[int, int, int, Sequence[int]]]) -> Rows:
    """Return a row for each key of what is filed: report, first day, last day and keys.

    Days are ordinals, inclusive; keys are any numbers of 64 bits.
    """
    keys, whose = array("q"), array("q")
    for place, first, last, its in filed:
        keys.extend(its)
        whose.extend((place, first, last, len(its)))
    report, earliest, latest, counts = _column(whose).reshape(-1, 4).T
    _, key = np.unique(_column(keys), return_inverse=True)
    return _sorted(key, *(np.repeat(column, counts) for column in (report, earliest, latest)))


def _column(numbers: "array[int]") -> Numbers:
    return np.frombuffer(numbers, dtype=np.int64) if numbers else np.empty(0, dtype=np.int64)


def _sorted(key: Numbers, report: Numbers, earliest: Numbers, latest: Numbers) -> Rows:
    begins = (key << _DAY_BITS) + earliest
    order = np.argsort(begins, kind="stable")
    key, latest = key[order], latest[order]
    beyond = np.searchsorted(begins[order], (key << _DAY_BITS) + latest, side="right")
    return Rows(
        key=key,
        report=report[order],
        earliest=earliest[order],
        latest=latest,
        followers=beyond - np.arange(1, len(key) + 1),
    )


def iter_overlaps(rows: Rows, *, most: int) -> Iterator[tuple[Numbers, Numbers]]:
    """Yield the reports of rows that share a key and a day, pair by pair, as two columns.

    Args:
        rows: The rows.
        most: How many may share a day under one key; the keys of which a row has as many followers
            are left to `iter_crowds`.
    """
    rows = rows.rows(~_are_crowded(rows, most))
    ends = np.cumsum(rows.followers)
    start = 0
    while start < len(ends):
        done = ends[start - 1] if start else 0
        stop = max(start + 1, int(np.searchsorted(ends, done + CHUNK_PAIRS, side="right")))
        yield _paired(rows, start, stop)
        start = stop


def _paired(rows: Rows, start: int, stop: int) -> tuple[Numbers, Numbers]:
    """Return each of some rows beside each of its followers."""
    followers = rows.followers[start:stop]
    one = np.repeat(np.arange(start, stop), followers)
    before = np.repeat(np.cumsum(followers) - followers, followers)
    other = one + 1 + np.arange(len(one)) - before
    return rows.report[one], rows.report[other]


def iter_crowds(rows: Rows, *, most: int) -> Iterator[list[int]]:
    """Yield, of the keys that `iter_overlaps` leaves out, the reports of each day, ascending."""
    crowded = rows.rows(_are_crowded(rows, most))
    days: dict[tuple[int, int], list[int]] = defaultdict(list)
    columns = (crowded.key, crowded.report, crowded.earliest, crowded.latest)
    for key, report, earliest, latest in zip(*(c.tolist() for c in columns), strict=True):
        for day in range(earliest, latest + 1):
            days[key, day].append(report)
    return (sorted(block) for block in days.values() if len(block) > 1)


def _are_crowded(rows: Rows, most: int) -> NDArray[np.bool_]:
    """Tell of each row whether a row of its key has so many followers or more.

    Of those that share a day, the row that begins first has all others as followers.
    """
    crowded = np.unique(rows.key[rows.followers >= most])
    return np.isin(rows.key, crowded)
