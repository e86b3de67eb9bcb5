"""Scores of many pairs at once: reports and pairs enter, columns of scores leave.

For every facet, reports get the number of their key, and each pair of numbers is compared once.
Copies and sentences of one article are told apart by more than their keys; they are compared one
by one. `kg.resolution.comparison.compare_reports` gives the same score, with its reasons.
"""

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kg.resolution.comparison import SCORE_DIGITS, compare_reports, compare_sentences
from kg.resolution.evidence import IMPOSSIBLE
from kg.resolution.facets import FACETS, Facet
from kg.resolution.pairs import PairColumns
from kg.resolution.reports import Report

__all__ = ["score_pairs"]

CHUNK_PAIRS = 500_000  # scored at a time

Numbers = NDArray[np.int64]
Weights = NDArray[np.float64]


def score_pairs(reports: Sequence[Report], pairs: Numbers, *, least: float) -> PairColumns:
    """Return the pairs that agree well enough, in the order of `pairs`.

    Args:
        reports: All reports, sorted by rank.
        pairs: Two places among them each, as first × number of reports + second.
        least: Pairs below this score are left out.
    """
    facets = [_code(reports, facet) for facet in FACETS]
    stories = _numbers(reports, lambda report: report.story_id)
    chunks = [
        _score(
            reports, np.divmod(pairs[start : start + CHUNK_PAIRS], len(reports)), facets, stories
        )
        for start in range(0, len(pairs), CHUNK_PAIRS)
    ]
    kept = [chunk.rows(chunk.score >= least) for chunk in chunks]
    return PairColumns(
        first=np.concatenate([np.empty(0, dtype=np.int32), *(chunk.first for chunk in kept)]),
        second=np.concatenate([np.empty(0, dtype=np.int32), *(chunk.second for chunk in kept)]),
        score=np.concatenate([np.empty(0), *(chunk.score for chunk in kept)]),
    )


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Coded:
    """A facet, the number of each report's key in it, and one report for each number."""

    facet: Facet
    numbers: Numbers
    samples: Sequence[Report]


def _code(reports: Sequence[Report], facet: Facet) -> _Coded:
    numbers = _numbers(reports, facet.key)
    _, at = np.unique(numbers, return_index=True)
    return _Coded(facet=facet, numbers=numbers, samples=[reports[n] for n in at.tolist()])


def _numbers(reports: Sequence[Report], key: Callable[[Report], Hashable]) -> Numbers:
    """Return a number for each report, the same where their keys are equal."""
    found: dict[Hashable, int] = {}
    each = (found.setdefault(key(report), len(found)) for report in reports)
    return np.fromiter(each, dtype=np.int64, count=len(reports))


def _score(
    reports: Sequence[Report],
    pairs: tuple[Numbers, Numbers],
    facets: Sequence[_Coded],
    stories: Numbers,
) -> PairColumns:
    first, second = pairs
    score = np.zeros(len(first))
    for coded in facets:
        score += _weights(coded, coded.numbers[first], coded.numbers[second])
    is_near = stories[first] == stories[second]
    for n, one, other in _picked(is_near, pairs):
        score[n] = compare_reports(reports[one], reports[other]).score
    for n, one, other in _picked(~is_near & (score > IMPOSSIBLE), pairs):
        score[n] += compare_sentences(reports[one], reports[other]).weight
    return PairColumns(
        first=first.astype(np.int32),
        second=second.astype(np.int32),
        score=score.round(SCORE_DIGITS),
    )


def _picked(
    mask: NDArray[np.bool_], pairs: tuple[Numbers, Numbers]
) -> Iterator[tuple[int, int, int]]:
    """Yield the number and both places of the pairs that a mask marks, as plain numbers."""
    columns = (np.flatnonzero(mask), pairs[0][mask], pairs[1][mask])
    return zip(*(column.tolist() for column in columns), strict=True)


def _weights(coded: _Coded, one: Numbers, other: Numbers) -> Weights:
    """Return what pairs of numbers tell, each distinct pair compared once."""
    both = np.minimum(one, other) * len(coded.samples) + np.maximum(one, other)
    distinct, where = np.unique(both, return_inverse=True)
    pairs = zip(*(n.tolist() for n in np.divmod(distinct, len(coded.samples))), strict=True)
    told = (coded.facet.compare(coded.samples[a], coded.samples[b]).weight for a, b in pairs)
    return np.fromiter(told, dtype=np.float64, count=len(distinct))[where]
