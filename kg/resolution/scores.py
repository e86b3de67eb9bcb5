"""Scores of many pairs at once: reports and pairs enter, columns of scores leave.

For every facet, reports get the number of their key, and each pair of numbers is compared once.
Copies and sentences of one article are told apart by more than their keys; they are compared one
by one. `kg.resolution.comparison.compare_reports` gives the same scores and reasons.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from kg.resolution.comparison import (
    SCORE_DIGITS,
    SIMILAR_SENTENCES,
    compare_reports,
    told,
)
from kg.resolution.evidence import IMPOSSIBLE, NOTHING, Part
from kg.resolution.facets import FACETS, Facet
from kg.resolution.pairs import Keys, Numbers, PairColumns, ScoredPair, number_keys
from kg.resolution.reports import Report
from kg.resolution.sentences import Sentences

__all__ = ["Scorer"]

CHUNK_PAIRS = 200_000  # scored at a time

Weights: TypeAlias = NDArray[np.float64]
Because: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Told:
    """What pairs tell: few distinct parts, and the number of its part for each pair."""

    parts: Sequence[Part]
    numbers: Numbers

    @property
    def weights(self) -> Weights:
        """The weight for each pair."""
        return np.array([part.weight for part in self.parts])[self.numbers]

    @property
    def words(self) -> Iterator[str]:
        """The words for each pair, empty where nothing is told."""
        words = [told(part) if part.weight else "" for part in self.parts]
        return (words[n] for n in self.numbers.tolist())


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Coded:
    """A facet, the number of each report's key in it, and one report for each number."""

    facet: Facet
    numbers: Keys
    samples: Sequence[Report]

    def compare(self, first: Numbers, second: Numbers) -> _Told:
        """Return what pairs of reports tell, each distinct pair of keys compared once."""
        one, other = self.numbers[first], self.numbers[second]
        both = np.minimum(one, other).astype(np.int64) * len(self.samples) + np.maximum(one, other)
        distinct, where = np.unique(both, return_inverse=True)
        pairs = zip(*(n.tolist() for n in np.divmod(distinct, len(self.samples))), strict=True)
        parts = [self.facet.compare(self.samples[a], self.samples[b]) for a, b in pairs]
        return _Told(parts=parts, numbers=where)


class Scorer:
    """How well pairs of reports agree, and why.

    Args:
        reports: All reports, sorted by rank; pairs give their places among them.
    """

    def __init__(self, reports: Sequence[Report]) -> None:
        self._reports = reports
        self._facets = [_code(reports, facet) for facet in FACETS]
        self._stories = number_keys(report.story_id for report in reports)
        self._sentences = Sentences(reports)

    def score(self, pairs: Numbers, *, least: float) -> PairColumns:
        """Return the pairs that agree well enough, in the order of `pairs`.

        Args:
            pairs: Two places each, as first × number of reports + second.
            least: Pairs below this score are left out.
        """
        starts = range(0, len(pairs), CHUNK_PAIRS)
        chunks = (pairs[start : start + CHUNK_PAIRS] for start in starts)
        return PairColumns.of(self._score_chunk(chunk, least) for chunk in chunks)

    def _score_chunk(self, pairs: Numbers, least: float) -> PairColumns:
        first, second = np.divmod(pairs, len(self._reports))
        score = np.zeros(len(first))
        for coded in self._facets:
            score += coded.compare(first, second).weights
        is_near = self._are_near(first, second)
        is_open = np.flatnonzero(~is_near & (score > IMPOSSIBLE))
        is_similar = self._sentences.are_similar(first[is_open], second[is_open])
        score[is_open] += SIMILAR_SENTENCES.weight * is_similar
        for n, one, other in _picked(is_near, first, second):
            score[n] = compare_reports(self._reports[one], self._reports[other]).score
        found = PairColumns(
            first=first.astype(np.int32),
            second=second.astype(np.int32),
            score=score.round(SCORE_DIGITS),
        )
        return found.at_least(least)

    def explain(self, pairs: Sequence[ScoredPair]) -> list[Because]:
        """Return why each of some pairs agrees as it does, leaving out what keeps it apart."""
        known: dict[Because, Because] = {}  # few are told of many pairs
        starts = range(0, len(pairs), CHUNK_PAIRS)
        chunks = (pairs[start : start + CHUNK_PAIRS] for start in starts)
        found = (because for chunk in chunks for because in self._explain_chunk(chunk))
        return [known.setdefault(because, because) for because in found]

    def _explain_chunk(self, pairs: Sequence[ScoredPair]) -> list[Because]:
        first = np.fromiter((min(p.one, p.other) for p in pairs), dtype=np.int64, count=len(pairs))
        second = np.fromiter((max(p.one, p.other) for p in pairs), dtype=np.int64, count=len(pairs))
        is_similar = self._sentences.are_similar(first, second)
        similar = _Told(parts=(NOTHING, SIMILAR_SENTENCES), numbers=is_similar.astype(np.int64))
        facets = [coded.compare(first, second) for coded in self._facets]
        rows = zip(*(column.words for column in (*facets, similar)), strict=True)
        found = list(map(_without_blanks, rows))
        for n, one, other in _picked(self._are_near(first, second), first, second):
            found[n] = compare_reports(self._reports[one], self._reports[other]).because
        return found

    def _are_near(self, first: Numbers, second: Numbers) -> NDArray[np.bool_]:
        are_near: NDArray[np.bool_] = self._stories[first] == self._stories[second]
        return are_near


def _without_blanks(words: Because) -> Because:
    return tuple(filter(None, words))


def _code(reports: Sequence[Report], facet: Facet) -> _Coded:
    numbers = number_keys(map(facet.key, reports))
    _, at = np.unique(numbers, return_index=True)
    return _Coded(facet=facet, numbers=numbers, samples=[reports[n] for n in at.tolist()])


def _picked(
    mask: NDArray[np.bool_], first: Numbers, second: Numbers
) -> Iterator[tuple[int, int, int]]:
    """Yield the number and both places of the pairs that a mask marks, as plain numbers."""
    columns = (np.flatnonzero(mask), first[mask], second[mask])
    return zip(*(column.tolist() for column in columns), strict=True)
