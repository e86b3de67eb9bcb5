"""Claims of one event: reports enter, clusters leave, the same for any order of the reports.

What is said to have happened is merged first, within each article and then across articles, the
best pairs first; candidates then join the events that they match, or each other; denials are
attached last.
"""

from collections.abc import Iterable, Iterator, Sequence

from kg.resolution.clusters import Cluster, Merger
from kg.resolution.comparison import ScoredPair
from kg.resolution.context import iter_asides, iter_continuations, may_deny
from kg.resolution.judgements import Rulings
from kg.resolution.options import ResolveOptions
from kg.resolution.reports import Rank, Reality, Report

__all__ = ["merge_reports"]


def merge_reports(
    reports: Sequence[Report],
    pairs: Iterable[ScoredPair],
    rulings: Rulings,
    options: ResolveOptions,
) -> tuple[Cluster, ...]:
    """Return the events and candidates that reports tell of, sorted by their earliest report.

    Args:
        reports: All reports.
        pairs: Those worth a look, with their scores.
        rulings: Judgements on claims; they win over every score.
        options: How well two reports must agree.
    """
    merger = Merger(reports, rulings, merge_score=options.merge_score)
    scored = sorted(pairs, key=_order)
    asides = sorted(iter_asides(reports), key=_order)
    news = [pair for pair in scored if _is_news(pair)]
    within = [*filter(_is_within, news), *iter_continuations(reports, least=options.merge_score)]
    merger.join_judged()
    merger.join(sorted(within, key=_order))
    merger.join(pair for pair in news if not _is_within(pair))
    merger.join(filter(_is_news_and_candidate, scored))
    merger.join_asides(asides)
    merger.join(filter(_is_candidates, scored))
    merger.deny_judged()
    merger.deny(_denials(scored, options))
    merger.deny_asides(asides)
    return merger.clusters()


def _order(pair: ScoredPair) -> tuple[float, Rank, Rank]:
    first, second = sorted((pair.one.rank, pair.other.rank))
    return (-pair.comparison.score, first, second)


def _is_within(pair: ScoredPair) -> bool:
    return pair.one.claim.article_id == pair.other.claim.article_id


def _is_news(pair: ScoredPair) -> bool:
    return pair.one.reality.is_event and pair.other.reality.is_event


def _is_news_and_candidate(pair: ScoredPair) -> bool:
    has_candidate = Reality.CANDIDATE in (pair.one.reality, pair.other.reality)
    return has_candidate and pair.one.reality.is_event != pair.other.reality.is_event


def _is_candidates(pair: ScoredPair) -> bool:
    return pair.one.reality is pair.other.reality is Reality.CANDIDATE


def _denials(pairs: Iterable[ScoredPair], options: ResolveOptions) -> Iterator[ScoredPair]:
    """Yield the pairs in which a denial fits well enough, the denial first."""
    for pair in pairs:
        one, other = sorted((pair.one, pair.other), key=lambda r: r.reality is not Reality.DENIAL)
        is_near = one.story_id == other.story_id
        least = options.near_denial_score if is_near else options.denial_score
        if one.reality is not Reality.DENIAL or not may_deny(one, other):
            continue
        if pair.comparison.score >= least:
            yield ScoredPair(one=one, other=other, comparison=pair.comparison)
