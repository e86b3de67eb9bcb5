"""Claims of one event: reports enter, clusters leave, the same for any order of the reports.

What is said to have happened is merged first, within each article and then across articles, the
best pairs first; candidates then join the events that they match, or each other; denials are
attached last.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import attrgetter
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from kg.resolution.clusters import Cluster, Explain, Merger
from kg.resolution.context import iter_asides, iter_continuations, may_deny
from kg.resolution.judgements import Rulings
from kg.resolution.options import ResolveOptions
from kg.resolution.pairs import PairColumns, ScoredPair, number_keys
from kg.resolution.reports import Reality, Report

__all__ = ["merge_reports"]

_ORDER = attrgetter("order")
_SHARE = MappingProxyType(  # of the sums below
    {Reality.HAPPENED: 0, Reality.HISTORICAL: 0, Reality.CANDIDATE: 1, Reality.DENIAL: 3}
)
_NEWS, _NEWS_AND_CANDIDATE, _CANDIDATES, _DENIED = 0, 1, 2, 3


def merge_reports(
    reports: Sequence[Report],
    pairs: PairColumns,
    rulings: Rulings,
    options: ResolveOptions,
    *,
    explain: Explain,
) -> tuple[Cluster, ...]:
    """Return the events and candidates that reports tell of, sorted by their earliest report.

    Args:
        reports: All reports, sorted by rank.
        pairs: Those worth a look, with their scores.
        rulings: Judgements on claims; they win over every score.
        options: How well two reports must agree.
        explain: Tells why each of some pairs agrees.
    """
    merger = Merger(reports, rulings)
    told = _told(reports, pairs.best_first())
    good = {kind: found.at_least(options.merge_score) for kind, found in told.items()}
    is_within = _are_of_one_article(reports, good[_NEWS])
    asides = sorted(iter_asides(reports), key=_ORDER)
    continuations = iter_continuations(reports, least=options.merge_score)
    merger.join_judged()
    merger.join(sorted([*good[_NEWS].rows(is_within), *continuations], key=_ORDER))
    merger.join(good[_NEWS].rows(~is_within))
    merger.join(good[_NEWS_AND_CANDIDATE])
    merger.join_asides(asides)
    merger.join(good[_CANDIDATES])
    merger.deny_judged()
    merger.deny(_denials(reports, told[_DENIED], options))
    merger.deny_asides(asides)
    return merger.clusters(explain)


def _told(reports: Sequence[Report], pairs: PairColumns) -> Mapping[int, PairColumns]:
    """Return the pairs by what their two reports make of their events together."""
    realities = np.array([_SHARE[report.reality] for report in reports], dtype=np.int8)
    sums = np.minimum(realities[pairs.first] + realities[pairs.second], _DENIED)
    return {kind: pairs.rows(sums == kind) for kind in range(_DENIED + 1)}


def _are_of_one_article(reports: Sequence[Report], pairs: PairColumns) -> NDArray[np.bool_]:
    numbers = number_keys(report.claim.article_id for report in reports)
    are_of_one: NDArray[np.bool_] = numbers[pairs.first] == numbers[pairs.second]
    return are_of_one


def _denials(
    reports: Sequence[Report], pairs: Iterable[ScoredPair], options: ResolveOptions
) -> Iterator[ScoredPair]:
    """Yield the pairs in which a denial fits well enough, the denial first."""
    for pair in pairs:
        is_first = reports[pair.one].reality is Reality.DENIAL
        denial, told = (pair.one, pair.other) if is_first else (pair.other, pair.one)
        is_near = reports[denial].story_id == reports[told].story_id
        least = options.near_denial_score if is_near else options.denial_score
        if pair.score >= least and may_deny(reports[denial], reports[told]):
            yield ScoredPair(pair.score, denial, told)
