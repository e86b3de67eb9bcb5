"""Clusters of reports while they grow: pairs enter one by one, finished clusters leave."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from kg.model import Reason
from kg.resolution.bounds import Bounds, are_exclusive, bounds_of, join_bounds
from kg.resolution.groups import Groups
from kg.resolution.judgements import Rulings
from kg.resolution.pairs import ScoredPair
from kg.resolution.reports import Reality, Report

__all__ = ["Cluster", "Explain", "Merger"]

Explain: TypeAlias = Callable[[Sequence[ScoredPair]], Sequence[tuple[str, ...]]]

_JUDGED_SCORE, _JUDGED = 1.0, "judged the same"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """The reports of one event, the reports that deny it, and why they were brought together."""

    reports: tuple[Report, ...]
    denials: tuple[Report, ...]
    reasons: tuple[Reason, ...]


class Merger:
    """Clusters while they grow; reports are called by their place in order of rank.

    Args:
        reports: All reports, sorted by rank.
        rulings: Judgements on claims; what they keep apart never comes together.
    """

    def __init__(self, reports: Sequence[Report], rulings: Rulings) -> None:
        self._reports = reports
        judged = set(rulings.ids)
        place_by_id = {r.id: n for n, r in enumerate(reports) if r.id in judged}
        self._same = _places(rulings.same_among(place_by_id), place_by_id)
        self._apart = frozenset(_places(rulings.apart_among(place_by_id), place_by_id))
        tellers = {n for n, r in enumerate(reports) if r.reality is not Reality.DENIAL}
        told_apart = [pair for pair in sorted(self._apart) if tellers.issuperset(pair)]
        self._groups = Groups(tellers, apart=told_apart)
        self._bounds: dict[int, Bounds] = {}  # of groups of two or more
        self._joined: list[ScoredPair] = []
        self._denied: dict[int, int] = {}  # denial to one of the claims that it denies

    def join_judged(self) -> None:
        """Join what analysts joined, whatever speaks against it."""
        for one, other in self._same:
            if one in self._groups and other in self._groups:
                self._unite(ScoredPair(_JUDGED_SCORE, one, other, _JUDGED))

    def join(self, pairs: Iterable[ScoredPair]) -> None:
        """Join pairs unless their clusters exclude each other.

        Args:
            pairs: Those that agree well enough, the best first. A candidate joins one event at
                most: it never brings two together.
        """
        for pair in pairs:
            one, other = self._groups.find(pair.one), self._groups.find(pair.other)
            if one == other:
                continue
            a, b = self._bounds_of(one), self._bounds_of(other)
            is_bridge = a.has_event and b.has_event and not self._is_news(pair)
            if not is_bridge and not are_exclusive(a, b):
                self._unite(pair)

    def _is_news(self, pair: ScoredPair) -> bool:
        return all(self._reports[n].reality.is_event for n in (pair.one, pair.other))

    def join_asides(self, asides: Iterable[ScoredPair]) -> None:
        """Join each candidate (`one` of its pairs) to the event of its pairs if there is only one.

        Args:
            asides: The best first.
        """
        for aside, pairs in _by_aside(asides):
            if aside not in self._groups or self._reports[aside].reality.is_event:
                continue
            bounds = self._bounds_of(aside)
            events = [
                pair
                for pair in pairs
                if self._reports[pair.other].reality.is_event
                and not are_exclusive(bounds, self._bounds_of(pair.other))
            ]
            if not bounds.has_event and self._is_one(events):
                self._unite(events[0])

    def deny_asides(self, asides: Iterable[ScoredPair]) -> None:
        """Attach each denial to the event of its pairs, or else candidate, if there is only one."""
        for aside, pairs in _by_aside(asides):
            if aside in self._groups:
                continue
            events = [pair for pair in pairs if self._bounds_of(pair.other).has_event]
            if self._is_one(events or pairs):
                self._deny((events or pairs)[0])

    def _bounds_of(self, report: int) -> Bounds:
        root = self._groups.find(report)
        return self._bounds.get(root) or bounds_of(self._reports[root])

    def _is_one(self, pairs: Iterable[ScoredPair]) -> bool:
        return len({self._groups.find(pair.other) for pair in pairs}) == 1

    def _unite(self, pair: ScoredPair) -> None:
        a, b = self._groups.find(pair.one), self._groups.find(pair.other)
        bounds = join_bounds(self._bounds_of(a), self._bounds_of(b))
        if a == b or not self._groups.join(a, b):
            return
        self._bounds.pop(max(a, b), None)
        self._bounds[min(a, b)] = bounds
        self._joined.append(pair)

    def deny_judged(self) -> None:
        """Attach denials where analysts did."""
        for pair in self._same:
            for denial, told in (pair, pair[::-1]):
                if denial not in self._groups and told in self._groups:
                    self._deny(ScoredPair(_JUDGED_SCORE, denial, told, _JUDGED))

    def deny(self, pairs: Iterable[ScoredPair]) -> None:
        """Attach each denial (`one` of its pairs) to what it fits best."""
        for pair in sorted(pairs, key=self._fit):
            self._deny(pair)

    def _fit(self, pair: ScoredPair) -> tuple[float, bool, int, int]:
        is_candidate = not self._bounds_of(pair.other).has_event
        return (-pair.score, is_candidate, pair.other, pair.one)

    def _deny(self, pair: ScoredPair) -> None:
        denial, told = pair.one, pair.other
        is_barred = any(_sorted(denial, n) in self._apart for n in self._groups.of(told))
        if denial not in self._denied and not is_barred:
            self._denied[denial] = told
            self._joined.append(pair)

    def clusters(self, explain: Explain) -> tuple[Cluster, ...]:
        """Return the clusters, sorted by their earliest report.

        Args:
            explain: Tells why each of some pairs agrees.
        """
        denials: dict[int, list[int]] = defaultdict(list)
        for denial, told in sorted(self._denied.items()):
            denials[self._groups.find(told)].append(denial)
        reasons = self._reasons(explain)
        return tuple(
            Cluster(
                reports=self._ranked(group),
                denials=self._ranked(denials.get(group[0], ())),
                reasons=tuple(sorted(reasons.get(group[0], ()), key=_ids_of)),
            )
            for group in self._groups.members()
        )

    def _ranked(self, places: Iterable[int]) -> tuple[Report, ...]:
        return tuple([self._reports[n] for n in places])

    def _reasons(self, explain: Explain) -> Mapping[int, list[Reason]]:
        """Return the reasons for each group, by its first report."""
        reasons: dict[int, list[Reason]] = defaultdict(list)
        for pair, because in zip(self._joined, explain(self._joined), strict=True):
            told = self._denied.get(pair.one, pair.one)
            reasons[self._groups.find(told)].append(self._reason(pair, because))
        return reasons

    def _reason(self, pair: ScoredPair, because: tuple[str, ...]) -> Reason:
        one, other = _sorted(pair.one, pair.other)
        if pair.note:
            because = (pair.note,) if pair.note == _JUDGED else (*because, pair.note)
        return Reason(
            claim_id=self._reports[one].id,
            other_claim_id=self._reports[other].id,
            score=pair.score,
            because=because,
        )


def _places(
    pairs: Iterable[tuple[str, str]], place_by_id: Mapping[str, int]
) -> tuple[tuple[int, int], ...]:
    return tuple(_sorted(place_by_id[one], place_by_id[other]) for one, other in pairs)


def _sorted(one: int, other: int) -> tuple[int, int]:
    return (one, other) if one < other else (other, one)


def _by_aside(asides: Iterable[ScoredPair]) -> list[tuple[int, list[ScoredPair]]]:
    found: dict[int, list[ScoredPair]] = defaultdict(list)
    for pair in asides:
        found[pair.one].append(pair)
    return sorted(found.items())


def _ids_of(reason: Reason) -> tuple[str, str]:
    return (reason.claim_id, reason.other_claim_id)
