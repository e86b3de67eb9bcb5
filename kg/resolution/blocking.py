"""Which reports are worth comparing: reports enter, pairs leave, never all of them.

Two reports can only score high enough if they share a place, or two of parties, place and number,
around the same days. Each report is filed under every such combination; only those filed together
are compared.
"""

import math
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from typing import TypeAlias

from kg.model import Place
from kg.resolution.comparison import copy_key
from kg.resolution.numbers import MIN_TELLING_NUMBER
from kg.resolution.places import NEAR_KM
from kg.resolution.reports import Party, Reality, Report

__all__ = ["iter_pairs"]

Key: TypeAlias = tuple[Hashable, ...]
Pair: TypeAlias = tuple[Report, Report]

MAX_BLOCK = 200  # reports under one key that are all compared with each other
NEIGHBOURS = 50  # in a larger block, each is compared with this many next to it
DAYS_PER_YEAR = 365.2425
KM_PER_DEGREE = 111.2  # of latitude
NO_STATES = frozenset({"", "IGO", "NGO"})


# Topics that say the same, or, with a place, nothing that the place alone does not.
_SAID_TWICE = frozenset(
    map(frozenset, (("area", "place"), ("number", "counted"), ("place", "counted")))
)


@dataclass(frozen=True, slots=True)
class _Fact:
    """Something that two reports may share; a broad one is shared by many."""

    topic: str
    value: str
    is_broad: bool = False


def iter_pairs(reports: Sequence[Report]) -> Iterator[Pair]:
    """Yield pairs of reports that may tell of one event, each pair once, in a fixed order.

    Two denials are no pair: each is held against what it may deny.
    """
    seen: set[tuple[str, str]] = set()
    for one, other in _filed_together(sorted(reports, key=lambda report: report.rank)):
        pair = (min(one.id, other.id), max(one.id, other.id))
        if pair not in seen and not one.reality is other.reality is Reality.DENIAL:
            seen.add(pair)
            yield one, other


def _filed_together(reports: Sequence[Report]) -> Iterator[Pair]:
    for block in _file((report, key) for report in reports for key in _keys(report)).values():
        yield from _pairs_of(block)
    for block in _file(_copy_keys(reports)).values():
        yield from _pairs_of(block)
    vague = _file((r, key) for r in reports if _is_vague(r) for key in _vague_keys(r))
    sharp = _file((r, key) for r in reports if not _is_vague(r) for key in _vague_keys(r))
    for key, block in vague.items():
        yield from _pairs_of(block)
        yield from product(block, sharp.get(key, ()))


def _file(filed: Iterable[tuple[Report, Key]]) -> dict[Key, list[Report]]:
    blocks: dict[Key, list[Report]] = defaultdict(list)
    for report, key in filed:
        blocks[key].append(report)
    return blocks


def _pairs_of(block: Sequence[Report]) -> Iterator[Pair]:
    if len(block) <= MAX_BLOCK:
        yield from combinations(block, 2)
        return
    ordered = sorted(block, key=lambda r: (sorted(r.place_names), sorted(r.totals.items()), r.rank))
    for index, one in enumerate(ordered):
        for other in ordered[index + 1 : index + 1 + NEIGHBOURS]:
            yield one, other


def _is_vague(report: Report) -> bool:
    return report.window is None or report.window.is_wide


def _keys(report: Report) -> Iterator[Key]:
    """Yield what a report is filed under: its article, and each of its days if they are few."""
    event_type, facts = report.claim.event_type, _facts(report)
    for fact in facts:
        yield event_type, report.claim.article_id, fact
    days: Iterable[Hashable] = ()
    if report.window is not None and not report.window.is_wide:
        days = range(report.window.earliest, report.window.latest + 1)
    elif report.reality is Reality.HISTORICAL and report.window is None:
        days = ("background",)
    for day in days:
        for combination in _combinations(facts, with_places=True):
            yield event_type, day, *combination


def _vague_keys(report: Report) -> Iterator[Key]:
    """Yield what a report of no day, or of a long period, and those that it may meet share.

    Reports of no day must give the same number; a day within a long period must be at one place.
    """
    event_type, facts = report.claim.event_type, _facts(report)
    for combination in _combinations(facts, with_places=False):
        topics = {fact.topic for fact in combination}
        if "number" in topics and report.reality is not Reality.HISTORICAL:
            yield event_type, "any day", *combination
        if report.window is not None and (_is_vague(report) or "place" in topics):
            for year in _years(report.window.earliest, report.window.latest):
                yield event_type, "year", year, *combination


def _years(earliest: int, latest: int) -> range:
    return range(int(earliest / DAYS_PER_YEAR), int(latest / DAYS_PER_YEAR) + 1)


def _copy_keys(reports: Sequence[Report]) -> Iterator[tuple[Report, Key]]:
    articles: dict[str, set[str]] = defaultdict(set)
    for report in reports:
        articles[report.story_id].add(report.claim.article_id)
    for report in reports:
        if len(articles[report.story_id]) > 1:
            yield report, (report.claim.event_type, report.story_id)
            yield report, (report.claim.event_type, report.story_id, copy_key(report))


def _combinations(facts: Sequence[_Fact], *, with_places: bool) -> Iterator[tuple[_Fact, ...]]:
    for fact in facts:
        # Two parties of a meeting may be kin to one of the other report, so one country is enough.
        if with_places and (fact.topic == "place" or (fact.topic == "party" and fact.is_broad)):
            yield (fact,)
    for one, other in combinations(facts, 2):
        is_two = one.topic != other.topic or one.topic == "party"
        is_one_said_twice = frozenset((one.topic, other.topic)) in _SAID_TWICE
        if is_two and not is_one_said_twice and not (one.is_broad and other.is_broad):
            yield one, other


def _facts(report: Report) -> tuple[_Fact, ...]:
    """Return what a report may share, broader facts for those that need not be equal, sorted."""
    found = {_Fact("place", name) for name in report.place_names}
    found |= set(_area_facts(report.claim.place))
    found |= {_Fact("counted", kind, is_broad=True) for kind in report.totals}
    found |= {
        _Fact("number", f"{kind} {value}")
        for kind, value in report.totals.items()
        if value >= MIN_TELLING_NUMBER
    }
    if report.claim.event_type.is_reciprocal:
        found |= set(_party_facts("party", report.parties))
    else:
        found |= set(_party_facts("actor", report.actors))
        found |= set(_party_facts("target", report.targets))
    return tuple(sorted(found, key=lambda fact: (fact.topic, fact.value, fact.is_broad)))


def _area_facts(place: Place | None) -> Iterator[_Fact]:
    """Yield two bands of latitude; places near each other share at least one."""
    if place is not None and place.latitude is not None:
        position = place.latitude * KM_PER_DEGREE / (2 * NEAR_KM)
        for shift in (0.0, 0.5):
            yield _Fact("area", f"{place.country} {shift} {math.floor(position + shift)}")


def _party_facts(topic: str, parties: Iterable[Party]) -> Iterator[_Fact]:
    for party in parties:
        yield _Fact(topic, f"{party.noun} {party.country}" if party.noun else party.id)
        if party.country not in NO_STATES:
            yield _Fact(topic, party.country, is_broad=True)
