"""Counts in, shares out: precision, recall and F1, and F1 over the values of a field."""

from collections.abc import Iterable
from dataclasses import dataclass

__all__ = ["PrecisionRecall", "Ratio", "Share", "harmonic_mean", "macro_f1"]


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """How many of some items are right."""

    right: int
    of: int

    @property
    def value(self) -> float:
        """The share, 0..1; 0 of no items."""
        return self.right / self.of if self.of else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class PrecisionRecall:
    """Precision and recall (0..1), where they are no shares of whole counts, and their F1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return harmonic_mean(self.precision, self.recall)


def harmonic_mean(one: float, other: float) -> float:
    """Return the harmonic mean of two numbers; 0 where both are.

    Example:
        >>> harmonic_mean(1.0, 0.5)
        0.6666666666666666
    """
    return 2 * one * other / (one + other) if one + other else 0.0


def macro_f1(pairs: Iterable[tuple[str, str]]) -> float:
    """Return the mean F1 over the values that gold holds; 0 where there is none.

    Args:
        pairs: Gold value and predicted value of each item.

    Example:
        >>> macro_f1([("affirmed", "affirmed"), ("affirmed", "affirmed"), ("denied", "affirmed")])
        0.4
    """
    pairs = list(pairs)
    values = sorted({gold for gold, _ in pairs})
    scores = [
        Ratio(
            right=sum(gold == found == value for gold, found in pairs),
            predicted=sum(found == value for _, found in pairs),
            gold=sum(gold == value for gold, _ in pairs),
        ).f1
        for value in values
    ]
    return sum(scores) / len(scores) if scores else 0.0
