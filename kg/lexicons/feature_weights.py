"""Learned weights: how much each feature speaks for each of several classes against the rest."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.lexicons.faults import Faults
from kg.lexicons.tables import read_cells

__all__ = ["ARGUMENTS", "SURENESS", "TEMPORALITY", "FeatureWeights", "load_feature_weights"]

ARGUMENTS = ("actor", "target")
SURENESS = ("right",)
TEMPORALITY = ("present", "future", "historical")


@dataclass(frozen=True, slots=True)
class FeatureWeights:
    """By feature, a weight for each class, in log odds against the class that is left out."""

    weights: Mapping[str, tuple[float, ...]]


def load_feature_weights(path: Path, classes: tuple[str, ...], faults: Faults) -> FeatureWeights:
    """Read a table of weights; a cell that is no number is a fault.

    Args:
        path: The table.
        classes: Its columns after the feature.
        faults: Where faults are noted.
    """
    weights: dict[str, tuple[float, ...]] = {}
    for line, (feature, *cells) in read_cells(path, ("feature", *classes), faults):
        try:
            weights[feature] = tuple(map(float, cells))
        except ValueError:
            named = " or ".join(map(repr, cells))
            faults.add(path, line, f"{named} is no number; train the weights anew")
    return FeatureWeights(weights)
