"""What one claim says of numbers: its counts enter, one total of each kind leaves."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kg.model import Bound, Claim, Count, CountKind, CountRelation
from kg.resolution.words import words_of

__all__ = ["Statement", "read_statements"]

_KINDS = tuple(CountKind)  # gone through for every claim


class Statement(NamedTuple):
    """A total of one kind; `is_update` says that it replaces earlier ones ("rose to 15").

    A tuple, as statements are hashed by the million.
    """

    kind: CountKind
    value: int
    is_open: bool
    is_update: bool


def read_statements(claim: Claim) -> Iterator[Statement]:
    """Yield the totals that a claim states, one for each kind of count.

    An update stands for itself. Else totals of different people add up ("five soldiers and three
    civilians"), and numbers on top ("another three") are added. A part of a total, or a number on
    top of a total that the claim does not state, is no total.
    """
    if not claim.counts:  # as in most claims
        return
    stated = {count.kind for count in claim.counts}
    for kind in (kind for kind in _KINDS if kind in stated):
        counts = [count for count in claim.counts if count.kind == kind]
        updates = [count for count in counts if count.relation == CountRelation.UPDATE]
        totals = [count for count in counts if count.relation == CountRelation.TOTAL]
        more = [count for count in counts if count.relation == CountRelation.ADDITIONAL]
        if updates:
            yield _statement(kind, [max(updates, key=lambda c: c.value)], is_update=True)
        elif totals:
            yield _statement(kind, [*_distinct(totals), *more], is_update=False)


def _statement(kind: CountKind, parts: Sequence[Count], *, is_update: bool) -> Statement:
    return Statement(
        kind=kind,
        value=sum(part.value for part in parts),
        is_open=any(part.bound == Bound.AT_LEAST for part in parts),
        is_update=is_update,
    )


def _distinct(totals: Sequence[Count]) -> Sequence[Count]:
    """Return the totals if each counts other people, else the highest alone."""
    nouns = {total.of for total in totals}
    if len(nouns) == len(totals) and not nouns & words_of("anybody"):
        return totals
    return [max(totals, key=lambda total: total.value)]
