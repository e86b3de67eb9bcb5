"""Evidence of parties: who acts and who suffers in two reports."""

from collections.abc import Mapping, Sequence
from enum import IntEnum
from types import MappingProxyType

from kg.resolution.evidence import NOTHING, Part
from kg.resolution.reports import Party

__all__ = ["compare_actors", "compare_mutual", "compare_targets"]

ONE_PARTY = 0.5  # share of a mutual weight where a report names one party only
BOTH_PARTIES = 2


class Relation(IntEnum):
    """How two parties relate, the closest last."""

    OTHER = 0
    OPEN = 1  # nameless on one side: it may be anybody
    KIN = 2  # one is part of the other, or both of one country and sector
    NOUN = 3  # nameless, but called the same
    SAME = 4


_ACTORS = MappingProxyType(
    {Relation.SAME: 0.3, Relation.NOUN: 0.15, Relation.KIN: 0.2, Relation.OTHER: -0.4}
)
_TARGETS = MappingProxyType(  # those who suffer are named in many ways, so others weigh less
    {Relation.SAME: 0.3, Relation.NOUN: 0.15, Relation.KIN: 0.15, Relation.OTHER: -0.15}
)
_MUTUAL = MappingProxyType(
    {Relation.SAME: 0.6, Relation.NOUN: 0.3, Relation.KIN: 0.4, Relation.OTHER: -0.4}
)
_WORDS = MappingProxyType(
    {
        Relation.SAME: "same",
        Relation.NOUN: "likewise nameless",
        Relation.KIN: "related",
        Relation.OTHER: "different",
    }
)


def compare_actors(one: Sequence[Party], other: Sequence[Party]) -> Part:
    """Return what the actors of two reports tell; nothing if either names none."""
    return _part(_closest(one, other), _ACTORS, "actor")


def compare_targets(one: Sequence[Party], other: Sequence[Party]) -> Part:
    """Return what the targets of two reports tell; nothing if either names none."""
    return _part(_closest(one, other), _TARGETS, "target")


def compare_mutual(one: Sequence[Party], other: Sequence[Party]) -> Part:
    """Return what the parties of two mutual events ("held talks") tell, sides aside.

    Every party of the shorter list must be one of the longer, of equal lists both ways.
    """
    fewer, more = sorted((one, other), key=len)
    if not fewer:
        return NOTHING
    relation = _farthest(fewer, more)
    if len(fewer) == len(more):
        relation = min(relation, _farthest(more, fewer))
    part = _part(relation, _MUTUAL, "parties")
    if len(fewer) >= BOTH_PARTIES or relation is Relation.OTHER:
        return part
    return Part(weight=part.weight * ONE_PARTY, words=f"{part.words}, as far as named")


def _farthest(parties: Sequence[Party], others: Sequence[Party]) -> Relation:
    """Return how the party that is least of the others relates to them."""
    return min(max(_relation(party, each) for each in others) for party in parties)


def _part(relation: Relation, weights: Mapping[Relation, float], side: str) -> Part:
    if relation not in weights:
        return NOTHING
    return Part(weight=weights[relation], words=f"{_WORDS[relation]} {side}")


def _closest(one: Sequence[Party], other: Sequence[Party]) -> Relation:
    pairs = (_relation(a, b) for a in one for b in other)
    return max(pairs, default=Relation.OPEN)


def _relation(a: Party, b: Party) -> Relation:
    if a.noun and a.noun == b.noun and a.country == b.country:
        return Relation.NOUN
    if _is_shorter(a, b) or _is_shorter(b, a):
        return Relation.NOUN
    if a.id == b.id:
        return Relation.SAME
    if a.id in b.above or b.id in a.above or _are_compatriots(a, b):
        return Relation.KIN
    return Relation.OPEN if a.noun or b.noun else Relation.OTHER


def _is_shorter(a: Party, b: Party) -> bool:
    """Tell whether one nameless party is called by the last words of the other's ("station")."""
    is_open = not a.country or not b.country or a.country == b.country
    return bool(a.noun) and is_open and b.noun.endswith(f" {a.noun}")


def _are_compatriots(a: Party, b: Party) -> bool:
    is_one_sector = not a.sector or not b.sector or a.sector == b.sector
    return bool(a.country) and a.country == b.country and is_one_sector
