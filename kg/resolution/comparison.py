"""Whether two reports tell of one event: two reports enter, a score with its reasons leaves.

Weights were set by hand on constructed pairs (tests/resolution/test_comparison.py), so that a
place and a day, or two parties and a day, are enough, and no single fact is.
"""

import functools
import math
import sys
from collections.abc import Iterator
from dataclasses import dataclass

from kg.lexicons import fold
from kg.resolution.days import compare_within
from kg.resolution.evidence import IMPOSSIBLE, NOTHING, Part
from kg.resolution.facets import DAY_FACETS, FACETS
from kg.resolution.reports import Report

__all__ = [
    "SCORE_DIGITS",
    "SIMILAR_SENTENCES",
    "SIMILAR_SHARE",
    "Comparison",
    "compare_reports",
    "copy_key",
    "told",
]

SCORE_DIGITS = 4
SIMILAR_SENTENCES = Part(weight=0.3, words="similar sentences")
SIMILAR_SHARE = 0.5  # words of two sentences that they share, from which one is made of the other
KEPT_SENTENCES = 20_000  # whose folded words are kept, some 10 MB; copies are compared in crowds
KEPT_WORDINGS = 100_000
COPY_SCORE = 2.0  # above all others, so that copies come together first


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """A score, −infinity where two reports exclude each other, and its parts in words."""

    score: float
    because: tuple[str, ...]


def compare_reports(one: Report, other: Report) -> Comparison:
    """Return how well two reports agree, the same in either order.

    Reports of two event types exclude each other, as do different days, places or countries.
    Claims that quote the same sentence of two copies of one text are one at once.
    """
    if one.claim.event_type != other.claim.event_type:
        return Comparison(score=IMPOSSIBLE, because=("different event types",))
    if _is_copy(one, other):
        return Comparison(score=COPY_SCORE, because=("the same sentence of two copies",))
    parts = [part for part in _parts(one, other) if part.weight]
    barred = tuple(part.words for part in parts if part.weight == IMPOSSIBLE)
    if barred:
        return Comparison(score=IMPOSSIBLE, because=barred)
    return Comparison(
        score=round(math.fsum(part.weight for part in parts), SCORE_DIGITS),
        because=tuple(map(told, parts)),
    )


@functools.lru_cache(maxsize=KEPT_WORDINGS)  # few wordings are shared by millions of pairs
def told(part: Part) -> str:
    """Return a part in words, with its weight."""
    return f"{part.words} {part.weight:+.2f}"


def _parts(one: Report, other: Report) -> Iterator[Part]:
    within = compare_within(one, other)
    yield within
    facets = FACETS if within is NOTHING else FACETS[len(DAY_FACETS) :]
    yield from (facet.compare(one, other) for facet in facets)
    yield _compare_sentences(one, other)


def _is_copy(one: Report, other: Report) -> bool:
    return (
        one.story_id == other.story_id
        and one.claim.article_id != other.claim.article_id
        and copy_key(one) == copy_key(other)
    )


def copy_key(report: Report) -> tuple[str, int, str]:
    """Return what two claims share that quote the same words of the same sentence."""
    claim = report.claim
    words = _folded(claim.sentence.text)
    return (words, claim.action.start - claim.sentence.start, claim.action.text)


@functools.lru_cache(maxsize=KEPT_SENTENCES)
def _folded(sentence: str) -> str:
    return fold(sentence)


@functools.lru_cache(maxsize=KEPT_SENTENCES)
def _words_of(sentence: str) -> frozenset[str]:
    return frozenset(map(sys.intern, fold(sentence).split()))


def _compare_sentences(one: Report, other: Report) -> Part:
    """Return what the words of two sentences tell: whether one is made of the other."""
    if one.claim.article_id == other.claim.article_id:
        return NOTHING
    words, others = _words_of(one.claim.sentence.text), _words_of(other.claim.sentence.text)
    return SIMILAR_SENTENCES if _are_similar(words, others) else NOTHING


def _are_similar(one: frozenset[str], other: frozenset[str]) -> bool:
    shared = len(one & other)
    return shared >= SIMILAR_SHARE * (len(one) + len(other) - shared) > 0
