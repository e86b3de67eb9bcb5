"""Which reports are worth comparing: reports enter, pairs leave, never all of them.

Two reports can only score high enough if they share a place, or two of parties, place and number,
around the same days. Each report is filed under every such combination; only those filed together
are compared. Types and days are gone through one after the other, so that only the combinations of
one day are in memory at a time.
"""

import math
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import combinations
from typing import TypeAlias

from kg.model import CountKind, Place
from kg.resolution.comparison import copy_key
from kg.resolution.numbers import MIN_TELLING_NUMBER
from kg.resolution.places import NEAR_KM
from kg.resolution.reports import Party, Rank, Reality, Report

__all__ = ["iter_pairs"]

Key: TypeAlias = tuple[Hashable, ...]
Fact: TypeAlias = tuple[str, str, bool]  # topic, value, and whether many share it
Pair: TypeAlias = tuple[int, int]  # places of two reports among all, in order of rank

MAX_BLOCK = 200  # reports under one key that are all compared with each other
NEIGHBOURS = 50  # in a larger block, each is compared with this many next to it
DAYS_PER_YEAR = 365.2425
KM_PER_DEGREE = 111.2  # of latitude
NO_STATES = frozenset({"", "IGO", "NGO"})
BACKGROUND = "background"  # in the place of a day, of what is old and undated

# Topics that say the same, or, with a place, nothing that the place alone does not.
_SAID_TWICE = frozenset(
    pair
    for one, other in (("area", "place"), ("number", "counted"), ("place", "counted"))
    for pair in ((one, other), (other, one))
)
_WHERE = frozenset(("place", "area"))


def iter_pairs(reports: Sequence[Report]) -> Iterator[tuple[Report, Report]]:
    """Yield pairs of reports that may tell of one event, each pair once, in a fixed order.

    Two denials are no pair: each is held against what it may deny.
    """
    ordered = sorted(reports, key=lambda report: report.rank)
    seen: set[int] = set()  # pairs as one number each: there are millions
    for first, second in _filed_together(ordered):
        pair = min(first, second) * len(ordered) + max(first, second)
        if pair in seen:
            continue
        seen.add(pair)
        one, other = ordered[first], ordered[second]
        if not one.reality is other.reality is Reality.DENIAL:
            yield one, other


def _filed_together(reports: Sequence[Report]) -> Iterator[Pair]:
    yield from _of_one_article(reports)
    yield from _of_one_day(reports)
    for block in _file(_copy_keys(reports)).values():
        yield from _pairs_of(block, reports)
    yield from _of_no_day(reports)
    for block in _file(_landmark_keys(reports)).values():
        yield from _pairs_of(block, reports)


def _landmark_keys(reports: Sequence[Report]) -> Iterator[tuple[Key, int]]:
    """Yield what is done once in many years, by to whom it is done."""
    for n, report in enumerate(reports):
        for party in report.targets if report.landmark else ():
            yield (report.claim.event_type, report.landmark, party.id), n


def _of_one_article(reports: Sequence[Report]) -> Iterator[Pair]:
    articles = _file(
        ((report.claim.article_id, report.claim.event_type), n) for n, report in enumerate(reports)
    )
    for members in articles.values():
        if len(members) > 1:
            for block in _file((fact, n) for n in members for fact in _facts(reports[n])).values():
                yield from _pairs_of(block, reports)


def _of_one_day(reports: Sequence[Report]) -> Iterator[Pair]:
    """Yield what shares a combination on a day; the combinations of a report live while it does."""
    days = _file(
        ((report.claim.event_type, day), n)
        for n, report in enumerate(reports)
        for day in _days(report)
    )
    alive: dict[int, tuple[Key, ...]] = {}
    for (_, day), members in sorted(days.items(), key=lambda item: (item[0][0], str(item[0][1]))):
        if len(members) == 1 and members[0] not in alive and _last_day(reports[members[0]]) == day:
            continue
        for n in members:
            if n not in alive:
                alive[n] = tuple(_combinations(_facts(reports[n]), with_places=True))
        for block in _file((key, n) for n in members for key in alive[n]).values():
            if len(block) > 1:
                yield from _pairs_of(block, reports)
        for n in members:
            if _last_day(reports[n]) == day:
                del alive[n]


def _of_no_day(reports: Sequence[Report]) -> Iterator[Pair]:
    """Yield the pairs of which one or both have no day, or a long period."""
    vague = _file(
        (key, n)
        for n, report in enumerate(reports)
        if _is_vague(report)
        for key in _vague_keys(report)
    )
    for block in vague.values():
        yield from _pairs_of(block, reports)
    types = {key[0] for key in vague}
    for n, report in enumerate(reports):
        if report.claim.event_type in types and not _is_vague(report):
            for key in _vague_keys(report):
                for other in vague.get(key, ()):
                    yield other, n


def _file(filed: Iterable[tuple[Key, int]]) -> dict[Key, list[int]]:
    blocks: dict[Key, list[int]] = defaultdict(list)
    for key, report in filed:
        blocks[key].append(report)
    return blocks


def _pairs_of(block: Sequence[int], reports: Sequence[Report]) -> Iterator[Pair]:
    if len(block) <= MAX_BLOCK:
        yield from combinations(block, 2)
        return
    ordered = sorted(block, key=lambda n: _likeness(reports[n]))
    for index, one in enumerate(ordered):
        for other in ordered[index + 1 : index + 1 + NEIGHBOURS]:
            yield one, other


def _likeness(report: Report) -> tuple[list[str], list[tuple[CountKind, int]], Rank]:
    """Return what brings reports that are alike side by side."""
    return (sorted(report.place_names), sorted(report.totals.items()), report.rank)


def _is_vague(report: Report) -> bool:
    return report.window is None or report.window.is_wide


def _days(report: Report) -> Iterable[Hashable]:
    """Return the days that a report is filed under, if they are few."""
    if report.window is not None and not report.window.is_wide:
        return range(report.window.earliest, report.window.latest + 1)
    if report.reality is Reality.HISTORICAL and report.window is None:
        return (BACKGROUND,)
    return ()


def _last_day(report: Report) -> Hashable:
    return BACKGROUND if report.window is None else report.window.latest


def _vague_keys(report: Report) -> Iterator[Key]:
    """Yield what a report of no day, or of a long period, and those that it may meet share.

    Reports of no day must give the same number; a day within a long period must be at one place,
    or near it.
    """
    event_type = report.claim.event_type
    for combination in _combinations(_facts(report), with_places=False):
        topics = {fact[0] for fact in combination}
        if "number" in topics and report.reality is not Reality.HISTORICAL:
            yield event_type, "any day", *combination
        if report.window is not None and (_is_vague(report) or topics & _WHERE):
            for year in _years(report.window.earliest, report.window.latest):
                yield event_type, "year", year, *combination


def _years(earliest: int, latest: int) -> range:
    return range(int(earliest / DAYS_PER_YEAR), int(latest / DAYS_PER_YEAR) + 1)


def _copy_keys(reports: Sequence[Report]) -> Iterator[tuple[Key, int]]:
    articles: dict[str, set[str]] = defaultdict(set)
    for report in reports:
        articles[report.story_id].add(report.claim.article_id)
    for n, report in enumerate(reports):
        if len(articles[report.story_id]) > 1:
            yield (report.claim.event_type, report.story_id), n
            yield (report.claim.event_type, report.story_id, copy_key(report)), n


def _combinations(facts: Sequence[Fact], *, with_places: bool) -> Iterator[tuple[Fact, ...]]:
    for fact in facts:
        topic, _, is_broad = fact
        # Two parties of a meeting may be kin to one of the other report, so one country is enough.
        if with_places and (topic == "place" or (topic == "party" and is_broad)):
            yield (fact,)
    for one, other in combinations(facts, 2):
        if one[2] and other[2]:
            continue
        topics = (one[0], other[0])
        if (topics[0] != topics[1] or topics[0] == "party") and topics not in _SAID_TWICE:
            yield one, other


def _facts(report: Report) -> tuple[Fact, ...]:
    """Return what a report may share, broader facts for those that need not be equal, sorted."""
    found: set[Fact] = {("place", name, False) for name in report.place_names}
    found.update(_area_facts(report.claim.place))
    for kind, value in report.totals.items():
        found.add(("counted", kind, True))
        if value >= MIN_TELLING_NUMBER:
            found.add(("number", f"{kind} {value}", False))
    if report.claim.event_type.is_reciprocal:
        found.update(_party_facts("party", report.parties))
    else:
        found.update(_party_facts("actor", report.actors))
        found.update(_party_facts("target", report.targets))
    return tuple(sorted(found))


def _area_facts(place: Place | None) -> Iterator[Fact]:
    """Yield two bands of latitude; places near each other share at least one."""
    if place is not None and place.latitude is not None:
        position = place.latitude * KM_PER_DEGREE / (2 * NEAR_KM)
        for shift in (0.0, 0.5):
            yield "area", f"{place.country} {shift} {math.floor(position + shift)}", False


def _party_facts(topic: str, parties: Iterable[Party]) -> Iterator[Fact]:
    for party in parties:
        yield topic, f"{party.noun} {party.country}" if party.noun else party.id, False
        if party.country not in NO_STATES:
            yield topic, party.country, True
