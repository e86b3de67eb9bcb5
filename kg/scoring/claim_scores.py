"""Compare predicted claims with gold: types, triples, and how each claim is meant.

Optional gold claims count neither as misses nor, when found, as errors. A triple is right when its
type is, and at least one actor and one target are (or both sides are empty); of reciprocal events
either slot may hold either side.
"""

import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kg.model import Claim
from kg.scoring.gold import GoldClaim, GoldSentence
from kg.scoring.meanings import (
    MEANINGS,
    STATED,
    VALUES,
    is_meant,
    is_stated,
    is_swapped,
    is_triple_right,
)
from kg.scoring.pairing import pair_claims
from kg.scoring.ratios import Ratio, Share, macro_f1

__all__ = ["BandScores", "ClaimScores", "PhenomenonScores", "score_claims"]

SAMPLES = 1000  # resamples of the sentences behind a 95 % interval
SEED = 7
TENTHS = 10
TALLIED = ("gold", "predicted", "action", "type", "triple", "swapped")


@dataclass(slots=True)
class _Tally:
    """What one sentence adds."""

    gold: int = 0
    predicted: int = 0
    action: int = 0
    type: int = 0
    triple: int = 0
    swapped: int = 0
    meaning: Counter[str] = field(default_factory=Counter)
    stated: Counter[str] = field(default_factory=Counter)
    stated_right: Counter[str] = field(default_factory=Counter)
    values: dict[str, list[tuple[str, str]]] = field(default_factory=lambda: defaultdict(list))
    by_type: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    by_band: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))


@dataclass(frozen=True, slots=True, kw_only=True)
class BandScores:
    """Of the claims of about one confidence, how many are right."""

    claims: int
    type: Share
    triple: Share


@dataclass(frozen=True, slots=True, kw_only=True)
class PhenomenonScores:
    """Scores over the sentences of one phenomenon: too few for shares, so the counts tell."""

    sentences: int
    type: Ratio
    triple: Ratio
    swapped: int
    meaning: dict[str, Share]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimScores:
    """Scores over all sentences.

    `meaning` gives, of the pairs of right type, the share whose polarity, certainty, … is right;
    `macro_f1` the mean F1 over the values of those that have a closed set of them; `stated` what is
    right where gold states a speaker, a place, its country, a toll, both sides; `by_confidence`
    what is right of the claims between one tenth of confidence and the next. The intervals are 95 %
    bootstrap intervals of F1 over sentences.
    """

    sentences: int
    action: Ratio
    type: Ratio
    triple: Ratio
    type_interval: tuple[float, float]
    triple_interval: tuple[float, float]
    swapped: int
    meaning: dict[str, float]
    macro_f1: dict[str, float]
    stated: dict[str, Share]
    by_type: dict[str, Ratio]
    by_confidence: dict[str, BandScores]
    by_phenomenon: dict[str, PhenomenonScores]


def score_claims(gold: Sequence[GoldSentence], predicted: Iterable[Claim]) -> ClaimScores:
    """Score predicted claims; those outside the gold sentences are not looked at."""
    by_article: dict[str, list[Claim]] = defaultdict(list)
    for claim in predicted:
        by_article[claim.article_id].append(claim)
    tallies = [_tally(sentence, _within(sentence, by_article)) for sentence in gold]
    total = _sum(tallies)
    paired = max(total.type, 1)
    return ClaimScores(
        sentences=len(gold),
        action=_ratio(total, "action"),
        type=_ratio(total, "type"),
        triple=_ratio(total, "triple"),
        type_interval=_interval(tallies, "type"),
        triple_interval=_interval(tallies, "triple"),
        swapped=total.swapped,
        meaning={name: total.meaning[name] / paired for name in MEANINGS},
        macro_f1={name: macro_f1(total.values[name]) for name in VALUES},
        stated={
            name: Share(right=total.stated_right[name], of=total.stated[name]) for name in STATED
        },
        by_type={
            name: Ratio(right=c["right"], predicted=c["predicted"], gold=c["gold"])
            for name, c in sorted(total.by_type.items())
        },
        by_confidence={name: _band_scores(c) for name, c in sorted(total.by_band.items())},
        by_phenomenon=_by_phenomenon(gold, tallies),
    )


def _band_scores(counts: Counter[str]) -> BandScores:
    claims = counts["claims"]
    return BandScores(
        claims=claims,
        type=Share(right=counts["type"], of=claims),
        triple=Share(right=counts["triple"], of=claims),
    )


def _band(claim: Claim) -> str:
    """Return the tenth that a confidence lies in, by its lower end; that of 1 is the last."""
    return f"{min(int(claim.confidence * TENTHS), TENTHS - 1) / TENTHS:.1f}"


def _by_phenomenon(
    gold: Sequence[GoldSentence], tallies: Sequence[_Tally]
) -> dict[str, PhenomenonScores]:
    """Score the sentences of each phenomenon, in the order of the file; of none that name none."""
    groups: dict[str, list[_Tally]] = defaultdict(list)
    for sentence, tally in zip(gold, tallies, strict=True):
        if sentence.phenomenon is not None:
            groups[sentence.phenomenon].append(tally)
    return {name: _phenomenon(group) for name, group in groups.items()}


def _phenomenon(tallies: Sequence[_Tally]) -> PhenomenonScores:
    total = _sum(tallies)
    return PhenomenonScores(
        sentences=len(tallies),
        type=_ratio(total, "type"),
        triple=_ratio(total, "triple"),
        swapped=total.swapped,
        meaning={name: Share(right=total.meaning[name], of=total.type) for name in MEANINGS},
    )


def _within(sentence: GoldSentence, by_article: dict[str, list[Claim]]) -> list[Claim]:
    claims = by_article.get(sentence.article_id, [])
    return [c for c in claims if sentence.start <= c.action.start < sentence.end]


def _tally(sentence: GoldSentence, predicted: list[Claim]) -> _Tally:
    tally = _Tally()
    pairs = pair_claims(sentence, predicted)
    optional = {id(claim) for gold, claim in pairs if gold.is_optional}
    must = [gold for gold in sentence.claims if not gold.is_optional]
    tally.gold, tally.predicted = len(must), len(predicted) - len(optional)
    for gold in must:
        tally.by_type[gold.types[0]]["gold"] += 1
    for claim in predicted:
        if id(claim) not in optional:
            tally.by_type[claim.event_type]["predicted"] += 1
            tally.by_band[_band(claim)]["claims"] += 1
    for gold, claim in pairs:
        if not gold.is_optional:
            _count_pair(tally, gold, claim)
    return tally


def _count_pair(tally: _Tally, gold: GoldClaim, claim: Claim) -> None:
    tally.action += 1
    if claim.event_type not in gold.types:
        return
    tally.type += 1
    is_triple = is_triple_right(gold, claim)
    tally.by_type[claim.event_type]["right"] += 1
    tally.by_band[_band(claim)].update(type=1, triple=int(is_triple))
    tally.triple += is_triple
    tally.swapped += is_swapped(gold, claim)
    for name in MEANINGS:
        tally.meaning[name] += is_meant(gold, claim, name)
    for name in VALUES:
        tally.values[name].append((getattr(gold, name), getattr(claim, name).value))
    for name in filter(lambda name: is_stated(gold, name), STATED):
        tally.stated[name] += 1
        tally.stated_right[name] += is_meant(gold, claim, name)


def _sum(tallies: Iterable[_Tally]) -> _Tally:
    total = _Tally()
    for tally in tallies:
        for name in TALLIED:
            setattr(total, name, getattr(total, name) + getattr(tally, name))
        total.meaning += tally.meaning
        total.stated += tally.stated
        total.stated_right += tally.stated_right
        for name, pairs in tally.values.items():
            total.values[name] += pairs
        for name, counts in tally.by_type.items():
            total.by_type[name] += counts
        for name, counts in tally.by_band.items():
            total.by_band[name] += counts
    return total


def _ratio(tally: _Tally, name: str) -> Ratio:
    return Ratio(right=getattr(tally, name), predicted=tally.predicted, gold=tally.gold)


def _interval(tallies: Sequence[_Tally], name: str) -> tuple[float, float]:
    """Return the 2.5th and 97.5th percentile of F1 over resampled sentences."""
    if not tallies:
        return (0.0, 0.0)
    rows = [(getattr(t, name), t.predicted + t.gold) for t in tallies]
    rng = random.Random(SEED)  # noqa: S311  resampling, no secret
    values = []
    for _ in range(SAMPLES):
        sample = rng.choices(rows, k=len(rows))
        both = sum(total for _, total in sample)
        values.append(2 * sum(right for right, _ in sample) / both if both else 0.0)
    values.sort()
    return values[int(0.025 * SAMPLES)], values[int(0.975 * SAMPLES) - 1]
