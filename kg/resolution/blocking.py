"""Which reports are worth comparing: reports enter, pairs leave, never all of them.

Two reports can only score high enough if they share a place, or two of parties, place and number,
around the same days. Each report is filed under every such combination; only those filed together
are compared. Types and days are gone through one after the other, so that only the combinations of
one day are in memory at a time.
"""

from array import array
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, combinations
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from kg.model import CountKind
from kg.resolution.comparison import copy_key
from kg.resolution.facts import FactBook
from kg.resolution.reports import Rank, Reality, Report

__all__ = ["find_pairs"]

Block: TypeAlias = Sequence[int]  # places of reports among all, in order of rank
Days: TypeAlias = dict[tuple[str, Hashable], list[int]]

MAX_BLOCK = 200  # reports under one key that are all compared with each other
NEIGHBOURS = 50  # in a larger block, each is compared with this many next to it
WAITING_PAIRS = 4_000_000  # kept before those that came twice are thrown out, 32 MB
DAYS_PER_YEAR = 365.2425
_TELLING = frozenset(("place", "area", "number"))  # beside a party
BACKGROUND = "background"  # in the place of a day, of what is old and undated


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
    for old, fresh in _of_one_day(reports, facts, book):
        pairs.add_fresh(old, fresh)
    for one, others in _meeting(vague, reports, facts, book):
        pairs.add_with_all(one, others)
    return pairs.found()


class _Pairs:
    """Pairs while they are found; most are found many times."""

    def __init__(self, reports: Sequence[Report]) -> None:
        self._reports = reports
        self._count = len(reports)
        self._waiting = array("q")
        self._distinct = np.empty(0, dtype=np.int64)

    def add_all_of(self, block: Block) -> None:
        """Add the pairs of a block, whose members ascend; of a large one those that are alike."""
        count = self._count
        if len(block) <= MAX_BLOCK:
            self._add([one * count + other for one, other in combinations(block, 2)])
            return
        ordered = sorted(block, key=lambda n: _likeness(self._reports[n]))
        for index, one in enumerate(ordered):
            self.add_with_all(one, ordered[index + 1 : index + 1 + NEIGHBOURS])

    def add_fresh(self, old: Block, fresh: Block) -> None:
        """Add the pairs of a block of one day of which those of the days before are known."""
        if len(old) + len(fresh) > MAX_BLOCK:
            self.add_all_of(sorted((*old, *fresh)))
            return
        count = self._count
        pairs = [one * count + other for one, other in combinations(fresh, 2)]
        pairs += [a * count + b if a < b else b * count + a for a in old for b in fresh]
        self._add(pairs)

    def add_with_all(self, one: int, others: Iterable[int]) -> None:
        """Add the pairs of one report and each of others."""
        count = self._count
        self._add([min(one, n) * count + max(one, n) for n in others if n != one])

    def _add(self, pairs: list[int]) -> None:
        self._waiting.extend(pairs)
        if len(self._waiting) > WAITING_PAIRS:
            self._distinct, self._waiting = self._sorted(), array("q")

    def _sorted(self) -> NDArray[np.int64]:
        waiting = np.frombuffer(self._waiting, dtype=np.int64) if self._waiting else ()
        return np.union1d(self._distinct, np.asarray(waiting, dtype=np.int64))

    def found(self) -> NDArray[np.int64]:
        """Return the pairs, without those of two denials."""
        pairs = self._sorted()
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


def _of_one_day(
    reports: Sequence[Report], facts: Sequence[Sequence[int]], book: FactBook
) -> Iterator[tuple[Block, Block]]:
    """Yield what shares a combination on a day: those of days before, and those new on it.

    The combinations of a report live while it does.
    """
    alive: dict[int, tuple[int, ...]] = {}
    for (_, day), members in sorted(_days_of(reports).items(), key=_day_order):
        if len(members) == 1 and members[0] not in alive and _last_day(reports[members[0]]) == day:
            continue
        fresh = [n for n in members if n not in alive]
        known = _file((key, n) for n in members if n in alive for key in alive[n])
        for n in fresh:
            alive[n] = (*book.alone(facts[n]), *book.pairs(facts[n]))
        for key, block in _file((key, n) for n in fresh for key in alive[n]).items():
            old = known.get(key, ())
            if old or len(block) > 1:
                yield old, block
        for n in members:
            if _last_day(reports[n]) == day:
                del alive[n]


def _days_of(reports: Sequence[Report]) -> Days:
    days: Days = defaultdict(list)
    for n, report in enumerate(reports):
        for day in _days(report):
            days[report.claim.event_type, day].append(n)
    return days


def _day_order(item: tuple[tuple[str, Hashable], list[int]]) -> tuple[str, str]:
    (event_type, day), _ = item
    return (event_type, str(day))


def _days(report: Report) -> Iterable[Hashable]:
    """Return the days that a report is filed under, if they are few."""
    if report.window is not None and not report.window.is_wide:
        return range(report.window.earliest, report.window.latest + 1)
    if report.reality is Reality.HISTORICAL and report.window is None:
        return (BACKGROUND,)
    return ()


def _last_day(report: Report) -> Hashable:
    return BACKGROUND if report.window is None else report.window.latest


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
