"""Evidence of numbers: how many people two reports count."""

from collections.abc import Mapping

from kg.model import CountKind
from kg.resolution.evidence import NOTHING, Part

__all__ = ["MIN_TELLING_NUMBER", "compare_numbers", "is_same_toll"]

SAME_NUMBER = 0.2
CLOSE_NUMBERS = 0.1
FAR_NUMBERS = -0.25
CLOSE_SHARE = 0.5  # the lower of two close numbers is at least this share of the higher
FAR_SHARE = 0.2  # the lower of two far numbers is at most this share
MIN_TELLING_NUMBER = 2  # "one" is said of too many events

Totals = Mapping[CountKind, int]


def compare_numbers(one: Totals, other: Totals) -> Part:
    """Return what two reports' totals tell: the best of the kinds that both count."""
    parts = [_compare(kind, value, other[kind]) for kind, value in one.items() if kind in other]
    return max(parts, key=lambda part: part.weight, default=NOTHING)


def is_same_toll(one: Totals, other: Totals) -> bool:
    """Tell whether two reports give the same number of one kind, of two or more people."""
    return any(
        value == other.get(kind) and value >= MIN_TELLING_NUMBER for kind, value in one.items()
    )


def _compare(kind: CountKind, one: int, other: int) -> Part:
    low, high = sorted((one, other))
    if high < MIN_TELLING_NUMBER:
        return NOTHING
    if low == high:
        return Part(weight=SAME_NUMBER, words=f"both {high} {kind}")
    if low >= CLOSE_SHARE * high:
        return Part(weight=CLOSE_NUMBERS, words=f"{low} and {high} {kind}")
    if low <= FAR_SHARE * high:
        return Part(weight=FAR_NUMBERS, words=f"{low} against {high} {kind}")
    return NOTHING
