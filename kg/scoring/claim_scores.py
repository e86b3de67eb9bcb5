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
from kg.scoring.pairing import matches, mention_texts, pair_claims, slot_hits

__all__ = ["ClaimScores", "Ratio", "score_claims"]

SAMPLES = 1000  # resamples of the sentences behind a 95 % interval
SEED = 7
MEANINGS = ("polarity", "certainty", "temporality", "speaker", "place", "counts")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ratio:
    """Right, predicted and gold counts with precision, recall and F1 (0..1)."""

    right: int
    predicted: int
    gold: int

    @property
    def precision(self) -> float:
        """Share of the predicted that is right."""
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Share of the gold that was found."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.predicted + self.gold
        return 2 * self.right / total if total else 0.0


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
    by_type: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimScores:
    """Scores over all sentences.

    `meaning` gives, of the pairs of right type, the share whose polarity, certainty, … is right;
    the intervals are 95 % bootstrap intervals of F1 over sentences.
    """

    sentences: int
    action: Ratio
    type: Ratio
    triple: Ratio
    type_interval: tuple[float, float]
    triple_interval: tuple[float, float]
    swapped: int
    meaning: dict[str, float]
    by_type: dict[str, Ratio]


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
        by_type={
            name: Ratio(right=c["right"], predicted=c["predicted"], gold=c["gold"])
            for name, c in sorted(total.by_type.items())
        },
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
    for gold, claim in pairs:
        if not gold.is_optional:
            _count_pair(tally, gold, claim)
    return tally


def _count_pair(tally: _Tally, gold: GoldClaim, claim: Claim) -> None:
    tally.action += 1
    if claim.event_type not in gold.types:
        return
    tally.type += 1
    tally.by_type[claim.event_type]["right"] += 1
    tally.triple += _is_triple_right(gold, claim)
    tally.swapped += _is_swapped(gold, claim)
    for name in MEANINGS:
        tally.meaning[name] += _is_meant(gold, claim, name)


def _is_triple_right(gold: GoldClaim, claim: Claim) -> bool:
    actors, targets = mention_texts(claim.actors), mention_texts(claim.targets)
    if gold.is_reciprocal:
        sides = gold.actors + gold.targets
        return slot_hits(sides, actors + targets) >= min(2, len(sides))
    return _side_right(gold.actors, actors) and _side_right(gold.targets, targets)


def _side_right(gold: tuple[str, ...], predicted: list[str]) -> bool:
    return slot_hits(gold, predicted) > 0 or not (gold or predicted)


def _is_swapped(gold: GoldClaim, claim: Claim) -> bool:
    if gold.is_reciprocal or not (gold.actors and gold.targets):
        return False
    actors, targets = mention_texts(claim.actors), mention_texts(claim.targets)
    straight = slot_hits(gold.actors, actors) + slot_hits(gold.targets, targets)
    crossed = bool(slot_hits(gold.actors, targets) and slot_hits(gold.targets, actors))
    return crossed and not straight


def _is_meant(gold: GoldClaim, claim: Claim, name: str) -> bool:
    if name == "speaker":
        speaker = claim.attributed_to
        said = f"{speaker.span.text} {speaker.name}" if speaker else None
        return _same_or_none(gold.speaker, said)
    if name == "place":
        place = claim.place
        where = f"{place.span.text} {place.name}" if place else None
        return _same_or_none(gold.place, where)
    if name == "counts":
        mine = sorted((count.kind.value, count.value) for count in claim.counts)
        return mine == sorted((kind, value) for kind, value, _ in gold.counts)
    return bool(getattr(gold, name) == getattr(claim, name))


def _same_or_none(gold: str | None, predicted: str | None) -> bool:
    if gold is None or predicted is None:
        return gold is None and predicted is None
    return matches(gold, predicted)


def _sum(tallies: Iterable[_Tally]) -> _Tally:
    total = _Tally()
    for tally in tallies:
        for name in ("gold", "predicted", "action", "type", "triple", "swapped"):
            setattr(total, name, getattr(total, name) + getattr(tally, name))
        total.meaning += tally.meaning
        for name, counts in tally.by_type.items():
            total.by_type[name] += counts
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
