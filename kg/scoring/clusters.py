"""Compare merged events and actors with gold clusters: B-cubed precision, recall, F1.

B-cubed: Bagga and Baldwin 1998. Only items that stand in gold and were found are compared, so the
score speaks of merging alone, not of finding.
"""

from collections import defaultdict
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import TypeVar

__all__ = ["BCubed", "score_clusters"]

Item = TypeVar("Item", bound=Hashable)


@dataclass(frozen=True, slots=True, kw_only=True)
class BCubed:
    """B-cubed scores over `items` items (0..1)."""

    items: int
    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


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
    return BCubed(items=len(items), precision=precision / len(items), recall=recall / len(items))


def _members(clusters: Mapping[Item, str], items: list[Item]) -> Mapping[str, set[Item]]:
    members: dict[str, set[Item]] = defaultdict(set)
    for item in items:
        members[clusters[item]].add(item)
    return members
