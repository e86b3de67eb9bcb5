"""Which reports are worth comparing: reports enter, pairs leave, never all of them.

Two reports can only score high enough if they share a place, or two of parties, place and number,
around the same days. Each report is filed under every such combination; only those filed together
are compared. Types are gone through one after the other, so that only the combinations of one type
are in memory at a time.

One sort of pair is overlooked on purpose: deeds of one day whose sides are related by their
countries alone, told with the same word and means. They score just enough, but in a war they would
be most pairs of a day.
"""

from array import array
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, combinations
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from kg.model import CountKind, EventType
from kg.resolution.comparison import copy_key
from kg.resolution.facts import FactBook
from kg.resolution.overlaps import Rows, iter_crowds, iter_overlaps, make_rows
from kg.resolution.reports import Rank, Reality, Report

__all__ = ["find_pairs"]

Block: TypeAlias = Sequence[int]  # places of reports among all, in order of rank

MAX_BLOCK = 200  # reports under one key that are all compared with each other
NEIGHBOURS = 50  # in a larger block, each is compared with this many next to it
WAITING_PAIRS = 4_000_000  # kept before those that came twice are thrown out, 32 MB
DAYS_PER_YEAR = 365.2425
_TELLING = frozenset(("place", "area", "number"))  # beside a party
BACKGROUND = 0  # in the place of a day, of what is old and undated


def find_pairs(reports: Sequence[Report]) -> NDArray[np.int64]:
    """Return pairs of reports that may tell of one event, each once, sorted.

    Two denials are no pair: each is held against what it may deny.

    Args:
        reports: All reports, sorted by rank.

    Returns:
        Each pair as one number: the place of the earlier report among all, times the number of
        reports, plus the place of the later one.
    """
    pairs = _Pairs(reports)
    book = FactBook()
    facts = [book.facts(report) for report in reports]
    vague = _vague(reports, facts, book)
    for block in chain(_filed_together(reports, facts), vague.values()):
        pairs.add_all_of(block)
    for one, others in _meeting(vague, reports, facts, book):
        pairs.add_with_all(one, others)
    for rows in _of_one_type(reports, facts, book):
        for block in iter_crowds(rows, most=MAX_BLOCK):
            pairs.add_all_of(block)
        for columns in iter_overlaps(rows, most=MAX_BLOCK):
            pairs.add_columns(*columns)
    return pairs.found()


class _Pairs:
    """Pairs while they are found; most are found many times."""

    def __init__(self, reports: Sequence[Report]) -> None:
        self._reports = reports
        self._count = len(reports)
        self._waiting = array("q")
        self._distinct = [np.empty(0, dtype=np.int64)]

    def add_all_of(self, block: Block) -> None:
        """Add the pairs of a block, whose members ascend; of a large one those that are alike."""
        count = self._count
        if len(block) <= MAX_BLOCK:
            self._add([one * count + other for one, other in combinations(block, 2)])
            return
        ordered = sorted(block, key=lambda n: _likeness(self._reports[n]))
        for index, one in enumerate(ordered):
            self.add_with_all(one, ordered[index + 1 : index + 1 + NEIGHBOURS])

    def add_with_all(self, one: int, others: Iterable[int]) -> None:
        """Add the pairs of one report and each of others."""
        count = self._count
        self._add([min(one, n) * count + max(one, n) for n in others if n != one])

    def _add(self, pairs: list[int]) -> None:
        self._waiting.extend(pairs)
        if len(self._waiting) > WAITING_PAIRS:
            self._settle()

    def add_columns(self, one: NDArray[np.int64], other: NDArray[np.int64]) -> None:
        """Add the pairs of two columns."""
        pairs = np.minimum(one, other) * self._count + np.maximum(one, other)
        self._distinct.append(np.unique(pairs))

    def _settle(self) -> None:
        self._distinct.append(np.unique(np.array(self._waiting, dtype=np.int64)))
        self._waiting = array("q")

    def found(self) -> NDArray[np.int64]:
        """Return the pairs, without those of two denials."""
        self._settle()
        pairs = np.unique(np.concatenate(self._distinct))
        denies = np.array([r.reality is Reality.DENIAL for r in self._reports], dtype=np.bool_)
        first, second = np.divmod(pairs, max(1, self._count))
        return pairs[~(denies[first] & denies[second])]


def _likeness(report: Report) -> tuple[list[str], list[tuple[CountKind, int]], Rank]:
    """Return what brings reports that are alike side by side."""
    return (sorted(report.place_names), sorted(report.totals.items()), report.rank)


def _filed_together(reports: Sequence[Report], facts: Sequence[Sequence[int]]) -> Iterator[Block]:
    yield from _of_one_article(reports, facts)
    yield from _blocks(_copy_keys(reports))
    yield from _blocks(_landmark_keys(reports))


def _file(filed: Iterable[tuple[Hashable, int]]) -> dict[Hashable, list[int]]:
    blocks: dict[Hashable, list[int]] = defaultdict(list)
    for key, report in filed:
        blocks[key].append(report)
    return blocks


def _blocks(filed: Iterable[tuple[Hashable, int]]) -> Iterator[Block]:
    return (block for block in _file(filed).values() if len(block) > 1)


def _landmark_keys(reports: Sequence[Report]) -> Iterator[tuple[Hashable, int]]:
    """Yield what is done once in many years, by to whom it is done."""
    for n, report in enumerate(reports):
        for party in report.targets if report.landmark else ():
            yield (report.claim.event_type, report.landmark, party.id), n


def _of_one_article(reports: Sequence[Report], facts: Sequence[Sequence[int]]) -> Iterator[Block]:
    articles = _blocks(
        ((report.claim.article_id, report.claim.event_type), n) for n, report in enumerate(reports)
    )
    for members in articles:
        yield from _blocks((fact, n) for n in members for fact in facts[n])


def _of_one_type(
    reports: Sequence[Report], facts: Sequence[Sequence[int]], book: FactBook
) -> Iterator[Rows]:
    """Yield what the reports of one type have in common, for the days of each."""
    by_type: dict[EventType, list[int]] = defaultdict(list)
    for n, report in enumerate(reports):
        by_type[report.claim.event_type].append(n)
    for members in by_type.values():
        known: dict[Sequence[int], Sequence[int]] = {}  # keys, which many reports share
        yield make_rows(_filed(members, reports, facts, book, known))


def _filed(
    members: Iterable[int],
    reports: Sequence[Report],
    facts: Sequence[Sequence[int]],
    book: FactBook,
    known: dict[Sequence[int], Sequence[int]],
) -> Iterator[tuple[int, int, int, Sequence[int]]]:
    for n in members:
        days = _days(reports[n])
        if days is not None:
            its = facts[n]
            if its not in known:
                known[its] = (*book.alone(its), *book.pairs(its))
            yield (n, *days, known[its])


def _days(report: Report) -> tuple[int, int] | None:
    """Return the first and last day that a report is filed under, if they are few."""
    if report.window is not None and not report.window.is_wide:
        return report.window.earliest, report.window.latest
    if report.reality is Reality.HISTORICAL and report.window is None:
        return BACKGROUND, BACKGROUND
    return None


def _is_vague(report: Report) -> bool:
    return report.window is None or report.window.is_wide


def _vague(
    reports: Sequence[Report], facts: Sequence[Sequence[int]], book: FactBook
) -> dict[Hashable, list[int]]:
    """Return the reports of no day, or of a long period, by what they share."""
    return _file(
        (key, n)
        for n, report in enumerate(reports)
        if _is_vague(report)
        for key in _vague_keys(report, facts[n], book)
    )


def _meeting(
    vague: Mapping[Hashable, Block],
    reports: Sequence[Report],
    facts: Sequence[Sequence[int]],
    book: FactBook,
) -> Iterator[tuple[int, Block]]:
    """Yield reports of a day with the vague ones that share something with them."""
    types = {reports[block[0]].claim.event_type for block in vague.values()}
    for n, report in enumerate(reports):
        if report.claim.event_type in types and not _is_vague(report):
            for key in _vague_keys(report, facts[n], book):
                if key in vague:
                    yield n, vague[key]


def _vague_keys(report: Report, facts: Sequence[int], book: FactBook) -> Iterator[Hashable]:
    """Yield what a report of no day, or of a long period, and those that it may meet share.

    Reports of no day must give the same number; a day within a long period must be at one place
    or near it, or give the same number.
    """
    event_type = report.claim.event_type
    for pair in book.pairs(facts):
        topics = book.topics(pair)
        if "number" in topics and report.reality is not Reality.HISTORICAL:
            yield event_type, "any day", pair
        if report.window is not None and (_is_vague(report) or topics & _TELLING):
            for year in _years(report.window.earliest, report.window.latest):
                yield event_type, year, pair


def _years(earliest: int, latest: int) -> range:
    return range(int(earliest / DAYS_PER_YEAR), int(latest / DAYS_PER_YEAR) + 1)


def _copy_keys(reports: Sequence[Report]) -> Iterator[tuple[Hashable, int]]:
    articles: dict[str, set[str]] = defaultdict(set)
    for report in reports:
        articles[report.story_id].add(report.claim.article_id)
    for n, report in enumerate(reports):
        if len(articles[report.story_id]) > 1:
            yield (report.claim.event_type, report.story_id), n
            yield (report.claim.event_type, report.story_id, copy_key(report)), n
