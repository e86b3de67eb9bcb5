"""Learned weights: how much each feature speaks for a candidate as actor or target of an event."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.lexicons.faults import Faults
from kg.lexicons.tables import read_cells

__all__ = ["ArgumentWeights", "load_argument_weights"]

COLUMNS = ("feature", "actor", "target")


@dataclass(frozen=True, slots=True)
class ArgumentWeights:
    """By feature, the weight for actor and the weight for target, in log odds against neither."""

    weights: Mapping[str, tuple[float, float]]


def load_argument_weights(path: Path, faults: Faults) -> ArgumentWeights:
    """Read `arguments.tsv`; a cell that is no number is a fault."""
    weights: dict[str, tuple[float, float]] = {}
    for line, (feature, actor, target) in read_cells(path, COLUMNS, faults):
        try:
            weights[feature] = float(actor), float(target)
        except ValueError:
            faults.add(path, line, f"{actor!r} or {target!r} is no number; train the weights anew")
    return ArgumentWeights(weights)
