"""Compare chains with gold by the measures of coreference: MUC, B-cubed, CEAF-e and their mean.

MUC: Vilain and others 1995. B-cubed: Bagga and Baldwin 1998. CEAF-e: Luo 2005, with phi4, so that
every entity counts once whatever its size. Their mean is the CoNLL score: Pradhan and others 2012.
Gold and ours hold the same items, and an item alone is a chain too.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from scipy.optimize import linear_sum_assignment

from kg.scoring.clusters import BCubed, score_clusters
from kg.scoring.ratios import PrecisionRecall

__all__ = ["ChainScores", "score_chains"]

Item = TypeVar("Item", bound=Hashable)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainScores:
    """Scores of chains; `b_cubed` also tells how many chains are merged or split wrongly."""

    muc: PrecisionRecall
    b_cubed: BCubed
    ceaf_e: PrecisionRecall

    @property
    def conll(self) -> float:
        """Mean F1 of the three."""
        return (self.muc.f1 + self.b_cubed.f1 + self.ceaf_e.f1) / 3


def score_chains(gold: Mapping[Item, str], predicted: Mapping[Item, str]) -> ChainScores:
    """Score chains, both given as item to chain, of the same items.

    Example:
        >>> score_chains({1: "a", 2: "a", 3: "b"}, {1: "x", 2: "x", 3: "x"}).muc.precision
        0.5
    """
    return ChainScores(
        muc=PrecisionRecall(
            precision=_links_kept(predicted, gold), recall=_links_kept(gold, predicted)
        ),
        b_cubed=score_clusters(gold, predicted),
        ceaf_e=_ceaf_e(gold, predicted),
    )


def _links_kept(chains: Mapping[Item, str], others: Mapping[Item, str]) -> float:
    """Return the share of the links that hold chains together which the others keep (MUC)."""
    parts: dict[str, set[str]] = defaultdict(set)
    for item, chain in chains.items():
        parts[chain].add(others[item])
    links = len(chains) - len(parts)
    kept = len(chains) - sum(len(found) for found in parts.values())
    return kept / links if links else 0.0


def _ceaf_e(gold: Mapping[Item, str], predicted: Mapping[Item, str]) -> PrecisionRecall:
    """Align each chain of gold with at most one of ours so that they are alike in all (phi4)."""
    sizes, others = Counter(gold.values()), Counter(predicted.values())
    row = {chain: number for number, chain in enumerate(sizes)}
    column = {chain: number for number, chain in enumerate(others)}
    alike = np.zeros((len(row), len(column)))
    for (mine, other), shared in Counter((gold[item], predicted[item]) for item in gold).items():
        alike[row[mine], column[other]] = 2 * shared / (sizes[mine] + others[other])
    total = float(alike[linear_sum_assignment(alike, maximize=True)].sum())
    return PrecisionRecall(
        precision=total / len(column) if column else 0.0, recall=total / len(row) if row else 0.0
    )
