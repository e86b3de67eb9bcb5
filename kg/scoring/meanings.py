"""A gold claim and the predicted claim paired with it in; how far they mean the same out."""

from collections.abc import Iterator

from kg.model import Bound, Claim, Count
from kg.resolution import read_statements
from kg.scoring.gold import GoldClaim
from kg.scoring.pairing import matches, mention_texts, slot_hits

__all__ = ["MEANINGS", "STATED", "VALUES", "is_meant", "is_stated", "is_swapped", "is_triple_right"]

VALUES = ("polarity", "certainty", "temporality")  # closed sets, each claim has one value
MEANINGS = (*VALUES, "speaker", "place", "counts")
# what is asked only where gold states it: most claims have no speaker, place or toll
_ONES = frozenset(("1", "one", "another"))
STATED = ("speaker", "place", "country", "tolls", "direction")


def is_triple_right(gold: GoldClaim, claim: Claim) -> bool:
    """Tell whether an actor and a target are right, or both sides empty."""
    actors, targets = mention_texts(claim.actors), mention_texts(claim.targets)
    if gold.is_reciprocal:
        sides = gold.actors + gold.targets
        return slot_hits(sides, actors + targets) >= min(2, len(sides))
    return _side_right(gold.actors, actors) and _side_right(gold.targets, targets)


def _side_right(gold: tuple[str, ...], predicted: list[str]) -> bool:
    return slot_hits(gold, predicted) > 0 or not (gold or predicted)


def is_swapped(gold: GoldClaim, claim: Claim) -> bool:
    """Tell whether actor and target stand the wrong way round, and no other is right."""
    if not _is_directed(gold):
        return False
    actors, targets = mention_texts(claim.actors), mention_texts(claim.targets)
    straight = slot_hits(gold.actors, actors) + slot_hits(gold.targets, targets)
    crossed = bool(slot_hits(gold.actors, targets) and slot_hits(gold.targets, actors))
    return crossed and not straight


def _is_directed(gold: GoldClaim) -> bool:
    return bool(gold.actors and gold.targets) and not gold.is_reciprocal


def is_meant(gold: GoldClaim, claim: Claim, name: str) -> bool:
    """Tell whether one of `MEANINGS` or `STATED` is right."""
    if name in ("speaker", "place"):
        return _same_or_none(getattr(gold, name), _named(claim, name))
    if name == "country":
        return claim.place is not None and claim.place.country == gold.country
    if name == "counts":
        said = sorted((kind, value) for kind, value, _ in gold.counts)
        return said in ([(kind, value) for kind, value, _ in found] for found in _readings(claim))
    if name == "tolls":
        return sorted(gold.counts) in _readings(claim)
    if name == "direction":
        return not is_swapped(gold, claim)
    return bool(getattr(gold, name) == getattr(claim, name))


def _readings(claim: Claim) -> Iterator[list[tuple[str, int, str]]]:
    """Yield a claim's counts in the ways in which gold may give them, each sorted.

    Of "killed six soldiers and a driver" gold may say the number, the driver too, or seven dead.
    """
    for counts in (claim.counts, [count for count in claim.counts if _is_number(count)]):
        yield sorted((count.kind.value, count.value, count.bound.value) for count in counts)
    yield sorted(
        (s.kind.value, s.value, (Bound.AT_LEAST if s.is_open else Bound.EXACTLY).value)
        for s in read_statements(claim)
    )


def _is_number(count: Count) -> bool:
    """Tell whether a number is said; one person beside others has a single word for his span."""
    words = count.span.text.casefold().split()
    return count.value != 1 or len(words) > 1 or words[0] in _ONES


def is_stated(gold: GoldClaim, name: str) -> bool:
    """Tell whether gold states one of `STATED`: only then it is asked for."""
    if name == "direction":
        return _is_directed(gold)
    return bool(gold.counts if name == "tolls" else getattr(gold, name))


def _named(claim: Claim, name: str) -> str | None:
    found = claim.attributed_to if name == "speaker" else claim.place
    return f"{found.span.text} {found.name}" if found else None


def _same_or_none(gold: str | None, predicted: str | None) -> bool:
    if gold is None or predicted is None:
        return gold is None and predicted is None
    return matches(gold, predicted)
