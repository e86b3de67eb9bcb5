"""Clusters of reports while they grow: pairs enter one by one, finished clusters leave."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.model import Reason
from kg.resolution.bounds import Bounds, are_exclusive, bounds_of, join_bounds
from kg.resolution.comparison import Comparison, ScoredPair
from kg.resolution.groups import Groups
from kg.resolution.judgements import Rulings
from kg.resolution.reports import Rank, Reality, Report

__all__ = ["Cluster", "Merger"]

_JUDGED = Comparison(score=1.0, because=("judged the same",))


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """The reports of one event, the reports that deny it, and why they were brought together."""

    reports: tuple[Report, ...]
    denials: tuple[Report, ...]
    reasons: tuple[Reason, ...]


class Merger:
    """Clusters while they grow.

    Args:
        reports: All reports.
        rulings: Judgements on claims; what they keep apart never comes together.
        merge_score: From here two reports tell of one event.
    """

    def __init__(self, reports: Sequence[Report], rulings: Rulings, *, merge_score: float) -> None:
        self._merge_score = merge_score
        self._report_by_id = {report.id: report for report in reports}
        self._rulings = rulings
        tellers = [r for r in reports if r.reality is not Reality.DENIAL]
        ids = {report.id for report in tellers}
        self._groups = Groups(ids, apart=rulings.apart_among(ids))
        self._bounds = {report.id: bounds_of(report) for report in tellers}
        self._reasons: list[Reason] = []
        self._denials: dict[str, str] = {}  # denial to one of the claims that it denies

    def join_judged(self) -> None:
        """Join what analysts joined, whatever speaks against it."""
        for one, other in self._rulings.same_among(self._bounds):
            self._unite(one, other, _JUDGED)

    def join(self, pairs: Iterable[ScoredPair]) -> None:
        """Join pairs that agree well enough, unless their clusters exclude each other.

        Args:
            pairs: The best first. A candidate joins one event at most: it never brings two
                together.
        """
        for pair in pairs:
            if pair.comparison.score < self._merge_score:
                return
            one, other = (self._groups.find(report.id) for report in (pair.one, pair.other))
            a, b = self._bounds[one], self._bounds[other]
            is_news = pair.one.reality.is_event and pair.other.reality.is_event
            is_bridge = a.has_event and b.has_event and not is_news
            if one != other and not is_bridge and not are_exclusive(a, b):
                self._unite(pair.one.id, pair.other.id, pair.comparison)

    def join_asides(self, asides: Iterable[ScoredPair]) -> None:
        """Join each candidate (`one` of its pairs) to the event of its pairs if there is only one.

        Args:
            asides: The best first.
        """
        for aside, pairs in self._by_aside(asides):
            bounds = self._bounds.get(aside)
            if bounds is None or bounds.has_event or self._bounds_of(aside).has_event:
                continue
            events = [
                pair
                for pair in pairs
                if pair.other.reality.is_event
                and not are_exclusive(self._bounds_of(aside), self._bounds_of(pair.other.id))
            ]
            if self._is_one(events):
                self._unite(aside, events[0].other.id, events[0].comparison)

    def deny_asides(self, asides: Iterable[ScoredPair]) -> None:
        """Attach each denial to the event of its pairs, or else candidate, if there is only one."""
        for aside, pairs in self._by_aside(asides):
            if aside in self._bounds:
                continue
            events = [pair for pair in pairs if self._bounds_of(pair.other.id).has_event]
            if self._is_one(events or pairs):
                best = (events or pairs)[0]
                self._deny(aside, best.other.id, best.comparison)

    def _by_aside(self, asides: Iterable[ScoredPair]) -> list[tuple[str, list[ScoredPair]]]:
        found: dict[str, list[ScoredPair]] = defaultdict(list)
        for pair in asides:
            found[pair.one.id].append(pair)
        return sorted(found.items(), key=lambda item: self._report_by_id[item[0]].rank)

    def _bounds_of(self, claim_id: str) -> Bounds:
        return self._bounds[self._groups.find(claim_id)]

    def _is_one(self, pairs: Iterable[ScoredPair]) -> bool:
        return len({self._groups.find(pair.other.id) for pair in pairs}) == 1

    def _unite(self, one: str, other: str, comparison: Comparison) -> None:
        a, b = self._groups.find(one), self._groups.find(other)
        if a == b or not self._groups.join(a, b):
            return
        self._bounds[self._groups.find(a)] = join_bounds(self._bounds[a], self._bounds[b])
        self._note(one, other, comparison)

    def _note(self, one: str, other: str, comparison: Comparison) -> None:
        first, second = sorted((one, other), key=lambda id_: self._report_by_id[id_].rank)
        self._reasons.append(
            Reason(
                claim_id=first,
                other_claim_id=second,
                score=comparison.score,
                because=comparison.because,
            )
        )

    def deny_judged(self) -> None:
        """Attach denials where analysts did."""
        for ids in self._rulings.same_among(self._report_by_id):
            for denial, told in (ids, ids[::-1]):
                if denial not in self._bounds and told in self._bounds:
                    self._deny(denial, told, _JUDGED)

    def deny(self, pairs: Iterable[ScoredPair]) -> None:
        """Attach each denial (`one` of its pairs) to what it fits best."""
        for pair in sorted(pairs, key=self._fit):
            self._deny(pair.one.id, pair.other.id, pair.comparison)

    def _fit(self, pair: ScoredPair) -> tuple[float, bool, Rank, Rank]:
        is_candidate = not self._bounds_of(pair.other.id).has_event
        return (-pair.comparison.score, is_candidate, pair.other.rank, pair.one.rank)

    def _deny(self, denial: str, told: str, comparison: Comparison) -> None:
        is_barred = any(self._rulings.are_apart(denial, id_) for id_ in self._groups.of(told))
        if denial not in self._denials and not is_barred:
            self._denials[denial] = told
            self._note(denial, told, comparison)

    def clusters(self) -> tuple[Cluster, ...]:
        """Return the clusters, sorted by their earliest report."""
        denials: dict[str, list[str]] = defaultdict(list)
        for denial, told in self._denials.items():
            denials[self._groups.find(told)].append(denial)
        reasons: dict[str, list[Reason]] = defaultdict(list)
        for reason in self._reasons:
            told = self._denials.get(reason.claim_id, reason.claim_id)
            reasons[self._groups.find(told)].append(reason)
        clusters = (
            Cluster(
                reports=self._ranked(ids),
                denials=self._ranked(denials[self._groups.find(ids[0])]),
                reasons=tuple(sorted(reasons[self._groups.find(ids[0])], key=_ids_of)),
            )
            for ids in self._groups.members()
        )
        return tuple(sorted(clusters, key=lambda cluster: cluster.reports[0].rank))

    def _ranked(self, ids: Iterable[str]) -> tuple[Report, ...]:
        return tuple(sorted((self._report_by_id[id_] for id_ in ids), key=lambda r: r.rank))


def _ids_of(reason: Reason) -> tuple[str, str]:
    return (reason.claim_id, reason.other_claim_id)
