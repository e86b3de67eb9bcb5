"""Compare merged events and actors with gold clusters: B-cubed, pairs, and what is merged wrongly.

B-cubed: Bagga and Baldwin 1998. Pairs: of all pairs of items that are together here or there, how
many are in both. Only items that stand in gold and were found are compared, so the scores speak of
merging alone, not of finding.
"""

from collections import defaultdict
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from math import comb
from typing import TypeVar

from kg.scoring.ratios import harmonic_mean

__all__ = ["BCubed", "score_clusters"]

Item = TypeVar("Item", bound=Hashable)


@dataclass(frozen=True, slots=True, kw_only=True)
class BCubed:
    """Scores of a clustering over `items` items (0..1).

    Attributes:
        items: Items that stand in gold and were found.
        precision, recall: B-cubed.
        pairs: Pairs of items that both hold together, only ours does, only gold does.
        over_merged: Share of our clusters of two items or more that hold items of several of gold.
        under_merged: Share of gold's clusters of two items or more that lie in several of ours.
    """

    items: int
    precision: float
    recall: float
    pairs: tuple[int, int, int] = (0, 0, 0)
    over_merged: float = 0.0
    under_merged: float = 0.0

    @property
    def pair_f1(self) -> float:
        """Harmonic mean of pairwise precision and recall; 1 where there is no pair at all."""
        both, ours, theirs = self.pairs
        total = 2 * both + ours + theirs
        return 2 * both / total if total else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return harmonic_mean(self.precision, self.recall)


def score_clusters(gold: Mapping[Item, str], predicted: Mapping[Item, str]) -> BCubed:
    """Score a clustering against gold, both given as item to cluster.

    Example:
        >>> score_clusters({1: "a", 2: "a", 3: "b"}, {1: "x", 2: "x", 3: "x"}).recall
        1.0
    """
    items = [item for item in gold if item in predicted]
    if not items:
        return BCubed(items=0, precision=0.0, recall=0.0)
    by_gold, by_predicted = _members(gold, items), _members(predicted, items)
    precision = recall = 0.0
    for item in items:
        mine, truth = by_predicted[predicted[item]], by_gold[gold[item]]
        shared = len(mine & truth)
        precision += shared / len(mine)
        recall += shared / len(truth)
    return BCubed(
        items=len(items),
        precision=precision / len(items),
        recall=recall / len(items),
        pairs=_pairs(by_gold, by_predicted),
        over_merged=_mixed(by_predicted, gold),
        under_merged=_mixed(by_gold, predicted),
    )


def _pairs(
    by_gold: Mapping[str, set[Item]], by_predicted: Mapping[str, set[Item]]
) -> tuple[int, int, int]:
    theirs = sum(comb(len(items), 2) for items in by_gold.values())
    ours = sum(comb(len(items), 2) for items in by_predicted.values())
    both = sum(comb(len(a & b), 2) for a in by_gold.values() for b in by_predicted.values())
    return both, ours - both, theirs - both


def _mixed(clusters: Mapping[str, set[Item]], other: Mapping[Item, str]) -> float:
    """Return the share of clusters of several items that another clustering takes apart."""
    several = [items for items in clusters.values() if len(items) > 1]
    mixed = [items for items in several if len({other[item] for item in items}) > 1]
    return len(mixed) / len(several) if several else 0.0


def _members(clusters: Mapping[Item, str], items: list[Item]) -> Mapping[str, set[Item]]:
    members: dict[str, set[Item]] = defaultdict(set)
    for item in items:
        members[clusters[item]].add(item)
    return members
