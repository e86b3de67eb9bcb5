"""What a report may share with another: a report enters, numbered facts and their pairs leave.

Facts are numbered, and a pair of facts is one number, because reports are filed under some ten
pairs each.
"""

import math
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from kg.model import CountKind
from kg.resolution.numbers import MIN_TELLING_NUMBER
from kg.resolution.places import NEAR_KM
from kg.resolution.reports import Party, Report

__all__ = ["FactBook"]

KM_PER_DEGREE = 111.2  # of latitude
NO_STATES = frozenset({"", "IGO", "NGO"})
PAIR_BITS = 32  # a pair of facts is the first, so many bits up, and the second
_LOW_BITS = (1 << PAIR_BITS) - 1

# Topics that say the same, or, with a place, nothing that the place alone does not.
_SAID_TWICE = frozenset(
    frozenset(pair) for pair in (("area", "place"), ("number", "counted"), ("place", "counted"))
)


class Fact(NamedTuple):
    """A topic, a value, and whether many reports share it."""

    topic: str
    value: str
    is_broad: bool

    def tells_with(self, other: "Fact") -> bool:
        """Tell whether two facts together are worth a look."""
        if self.is_broad and other.is_broad:
            return False
        if self.topic == other.topic:
            return self.topic == "party"
        return frozenset((self.topic, other.topic)) not in _SAID_TWICE

    @property
    def tells_alone(self) -> bool:
        """Whether a fact and a day are worth a look.

        Two parties of a meeting may be kin to one of the other report, so one country is enough.
        """
        return self.topic == "place" or (self.topic == "party" and self.is_broad)


class FactBook:
    """Numbers of facts, given as they turn up; what two sorts of facts tell is found once."""

    def __init__(self) -> None:
        self._number_by_fact: dict[Fact, int] = {}
        self._sort_by_number = [0]  # no fact is 0, so that no pair looks like a fact alone
        self._sorts: dict[tuple[str, bool], int] = {}
        self._samples: list[Fact] = []  # one of each sort
        self._tells: list[list[bool]] = []  # of two sorts
        self._topics: list[list[frozenset[str]]] = []  # likewise
        self._known: dict[Hashable, tuple[int, ...]] = {}  # what reports have in common

    def facts(self, report: Report) -> tuple[int, ...]:
        """Return what a report may share, broader facts for those that need not be equal."""
        found = set[int]()
        for key, listed in _lists_of(report):
            if key not in self._known:
                self._known[key] = tuple(map(self._number, listed()))
            found.update(self._known[key])
        return tuple(sorted(found))

    def _number(self, fact: Fact) -> int:
        number = self._number_by_fact.setdefault(fact, len(self._sort_by_number))
        if number == len(self._sort_by_number):
            self._sort_by_number.append(self._sort(fact))
        return number

    def _sort(self, fact: Fact) -> int:
        sort = self._sorts.setdefault((fact.topic, fact.is_broad), len(self._sorts))
        if sort == len(self._samples):
            self._samples.append(fact)
            self._tells = [[a.tells_with(b) for b in self._samples] for a in self._samples]
            self._topics = [
                [frozenset((a.topic, b.topic)) for b in self._samples] for a in self._samples
            ]
        return sort

    def pairs(self, facts: Sequence[int]) -> list[int]:
        """Return the pairs of facts that are worth a look together, each as one number."""
        sorts, tells = self._sort_by_number, self._tells
        return [
            one << PAIR_BITS | other
            for place, one in enumerate(facts, start=1)
            for other in facts[place:]
            if tells[sorts[one]][sorts[other]]
        ]

    def alone(self, facts: Sequence[int]) -> list[int]:
        """Return the facts that are worth a look alone."""
        return [fact for fact in facts if self._sample(fact).tells_alone]

    def topics(self, pair: int) -> frozenset[str]:
        """Return the topics of a pair of facts."""
        one, other = pair >> PAIR_BITS, pair & _LOW_BITS
        return self._topics[self._sort_by_number[one]][self._sort_by_number[other]]

    def _sample(self, fact: int) -> Fact:
        return self._samples[self._sort_by_number[fact]]


def _lists_of(report: Report) -> Iterator[tuple[Hashable, Callable[[], Iterable[Fact]]]]:
    """Yield lists of facts, each after what it is made of."""
    names, place, totals = report.place_names, report.claim.place, report.totals
    latitude = place.latitude if place is not None else None
    if names:
        yield names, lambda: (Fact("place", name, is_broad=False) for name in names)
    if place is not None and latitude is not None:
        yield (place.country, latitude), lambda: _area_facts(place.country, latitude)
    if totals:
        yield tuple(totals.items()), lambda: _count_facts(totals)
    if report.claim.event_type.is_reciprocal:
        yield ("party", report.parties), lambda: _party_facts("party", report.parties)
    else:
        yield ("actor", report.actors), lambda: _party_facts("actor", report.actors)
        yield ("target", report.targets), lambda: _party_facts("target", report.targets)


def _count_facts(totals: Mapping[CountKind, int]) -> Iterator[Fact]:
    for kind, value in totals.items():
        yield Fact("counted", kind, is_broad=True)
        if value >= MIN_TELLING_NUMBER:
            yield Fact("number", f"{kind} {value}", is_broad=False)


def _area_facts(country: str | None, latitude: float) -> Iterator[Fact]:
    """Yield two bands of latitude; places near each other share at least one."""
    position = latitude * KM_PER_DEGREE / (2 * NEAR_KM)
    for shift in (0.0, 0.5):
        band = f"{country} {shift} {math.floor(position + shift)}"
        yield Fact("area", band, is_broad=False)


def _party_facts(topic: str, parties: Iterable[Party]) -> Iterator[Fact]:
    for party in parties:
        value = f"{party.noun} {party.country}" if party.noun else party.id
        yield Fact(topic, value, is_broad=False)
        if party.country not in NO_STATES:
            yield Fact(topic, party.country, is_broad=True)
