"""Claims of one event: reports enter, clusters leave, the same for any order of the reports.

What is said to have happened is merged first, within each article and then across articles, the
best pairs first; candidates then join the events that they match, or each other; denials are
attached last.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.model import Reason
from kg.resolution.bounds import are_exclusive, bounds_of, join_bounds
from kg.resolution.comparison import Comparison
from kg.resolution.groups import Groups
from kg.resolution.judgements import Rulings
from kg.resolution.reports import Rank, Reality, Report

__all__ = ["Cluster", "ScoredPair", "merge_reports"]

MERGE_SCORE = 0.75  # from here two reports tell of one event
DENIAL_SCORE = 0.6  # from here a denial denies an event of another text
NEAR_DENIAL_SCORE = 0.4  # the same within one story
BOTH = 2  # reports of a pair

_JUDGED = Comparison(score=1.0, because=("judged the same",))


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoredPair:
    """Two reports and how well they agree."""

    one: Report
    other: Report
    comparison: Comparison


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """The reports of one event, the reports that deny it, and why they were brought together."""

    reports: tuple[Report, ...]
    denials: tuple[Report, ...]
    reasons: tuple[Reason, ...]


def merge_reports(
    reports: Sequence[Report], pairs: Iterable[ScoredPair], rulings: Rulings
) -> tuple[Cluster, ...]:
    """Return the events and candidates that reports tell of, sorted by their earliest report.

    Args:
        reports: All reports.
        pairs: Those worth a look, with their scores.
        rulings: Judgements on claims; they win over every score.
    """
    merger = _Merger(reports, rulings)
    scored = sorted(pairs, key=_order)
    merger.join_judged()
    for stage in (_is_news_within, _is_news_across, _is_news_and_candidate, _is_candidates):
        merger.join(pair for pair in scored if stage(pair))
    merger.attach_denials(scored)
    return merger.clusters()


def _order(pair: ScoredPair) -> tuple[float, Rank, Rank]:
    first, second = sorted((pair.one.rank, pair.other.rank))
    return (-pair.comparison.score, first, second)


def _is_news_within(pair: ScoredPair) -> bool:
    return _count_events(pair) == BOTH and pair.one.claim.article_id == pair.other.claim.article_id


def _is_news_across(pair: ScoredPair) -> bool:
    return _count_events(pair) == BOTH and pair.one.claim.article_id != pair.other.claim.article_id


def _is_news_and_candidate(pair: ScoredPair) -> bool:
    return _count_events(pair) == 1 and Reality.CANDIDATE in (pair.one.reality, pair.other.reality)


def _is_candidates(pair: ScoredPair) -> bool:
    return pair.one.reality is pair.other.reality is Reality.CANDIDATE


def _count_events(pair: ScoredPair) -> int:
    return pair.one.reality.is_event + pair.other.reality.is_event


class _Merger:
    """Clusters while they grow."""

    def __init__(self, reports: Sequence[Report], rulings: Rulings) -> None:
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

        A candidate joins one event at most: it never brings two together.
        """
        for pair in pairs:
            if pair.comparison.score < MERGE_SCORE:
                return
            one, other = (self._groups.find(report.id) for report in (pair.one, pair.other))
            a, b = self._bounds[one], self._bounds[other]
            is_bridge = a.has_event and b.has_event and _count_events(pair) < BOTH
            if one != other and not is_bridge and not are_exclusive(a, b):
                self._unite(pair.one.id, pair.other.id, pair.comparison)

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

    def attach_denials(self, scored: Iterable[ScoredPair]) -> None:
        """Attach each denial to the event or candidate that it fits best."""
        for ids in self._rulings.same_among(self._report_by_id):
            for denial_id, told_id in (ids, ids[::-1]):
                if denial_id not in self._bounds and told_id in self._bounds:
                    self._deny(denial_id, told_id, _JUDGED)
        for pair in sorted(filter(_is_denial, scored), key=self._fit):
            denial, told = _denial_first(pair)
            self._deny(denial.id, told.id, pair.comparison)

    def _fit(self, pair: ScoredPair) -> tuple[float, bool, Rank, str]:
        denial, told = _denial_first(pair)
        is_candidate = not self._bounds[self._groups.find(told.id)].has_event
        return (-pair.comparison.score, is_candidate, told.rank, denial.id)

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


def _is_denial(pair: ScoredPair) -> bool:
    if Reality.DENIAL not in (pair.one.reality, pair.other.reality):
        return False
    is_near = pair.one.story_id == pair.other.story_id
    return pair.comparison.score >= (NEAR_DENIAL_SCORE if is_near else DENIAL_SCORE)


def _denial_first(pair: ScoredPair) -> tuple[Report, Report]:
    if pair.one.reality is Reality.DENIAL:
        return pair.one, pair.other
    return pair.other, pair.one


def _ids_of(reason: Reason) -> tuple[str, str]:
    return (reason.claim_id, reason.other_claim_id)
