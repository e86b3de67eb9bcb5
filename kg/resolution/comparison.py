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
from kg.resolution.days import compare_days
from kg.resolution.evidence import IMPOSSIBLE, Part
from kg.resolution.numbers import compare_numbers
from kg.resolution.parties import compare_actors, compare_mutual, compare_targets
from kg.resolution.places import compare_places
from kg.resolution.reports import Report

__all__ = ["Comparison", "ScoredPair", "compare_reports", "copy_key"]

SAME_MODE = 0.05
OTHER_MODE = -0.1
SAME_WORD = 0.05
SIMILAR_SENTENCE = 0.3
SIMILAR_SHARE = 0.5  # words of two sentences that they share, from which one is made of the other
KEPT_SENTENCES = 20_000  # whose folded words are kept, some 10 MB; copies are compared in crowds
KEPT_WORDINGS = 100_000
COPY_SCORE = 2.0  # above all others, so that copies come together first


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """A score, −infinity where two reports exclude each other, and its parts in words."""

    score: float
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoredPair:
    """Two reports and how well they agree."""

    one: Report
    other: Report
    comparison: Comparison


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
        score=round(math.fsum(part.weight for part in parts), 4),
        because=tuple([_told(part.words, part.weight) for part in parts]),
    )


@functools.lru_cache(maxsize=KEPT_WORDINGS)  # few wordings are shared by millions of pairs
def _told(words: str, weight: float) -> str:
    return f"{words} {weight:+.2f}"


def _parts(one: Report, other: Report) -> Iterator[Part]:
    yield compare_days(one, other)
    yield compare_places(one, other)
    if one.claim.event_type.is_reciprocal:
        yield compare_mutual(one.parties, other.parties)
    else:
        yield compare_actors(one.actors, other.actors)
        yield compare_targets(one.targets, other.targets)
    yield compare_numbers(one.totals, other.totals)
    yield from _wording(one, other)


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


def _words(report: Report) -> frozenset[str]:
    return _words_of(report.claim.sentence.text)


def _wording(one: Report, other: Report) -> Iterator[Part]:
    modes = {one.claim.mode, other.claim.mode} - {None}
    if len(modes) == 2:
        yield Part(weight=OTHER_MODE, words="different modes")
    elif one.claim.mode is not None and one.claim.mode == other.claim.mode:
        yield Part(weight=SAME_MODE, words=f"both {one.claim.mode}")
    if one.claim.action_lemma == other.claim.action_lemma:
        yield Part(weight=SAME_WORD, words=f"both say {one.claim.action_lemma!r}")
    elif one.landmark and one.landmark == other.landmark:
        yield Part(weight=SAME_WORD, words=f"both tell: {one.landmark}")
    if one.claim.article_id != other.claim.article_id and _are_similar(_words(one), _words(other)):
        yield Part(weight=SIMILAR_SENTENCE, words="similar sentences")


def _are_similar(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) >= SIMILAR_SHARE * len(one | other) > 0
