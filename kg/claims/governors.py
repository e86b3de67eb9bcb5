"""Verbs and nouns that say what became of those counted: lemmas in, kinds of counts out."""

import functools
from collections.abc import Mapping
from types import MappingProxyType

from kg.claims.tables import read_table
from kg.model import CountKind

__all__ = ["kind_by_governor", "kind_of"]


def kind_of(governor: str) -> CountKind | None:
    """Return what became of those that a verb or noun governs.

    Example:
        >>> kind_of("wound"), kind_of("death toll"), kind_of("meet")
        (<CountKind.INJURED: 'injured'>, <CountKind.KILLED: 'killed'>, None)
    """
    kinds = kind_by_governor()
    words = governor.casefold().split()
    for candidate in (" ".join(words), *words[-1:], *words[:1]):
        if candidate in kinds:
            return kinds[candidate]
    return None


@functools.cache
def kind_by_governor() -> Mapping[str, CountKind]:
    """Return what became of those counted, by the lemma of the verb or noun that says so."""
    table = read_table("counts")["governors"]
    return MappingProxyType(
        {lemma: CountKind(kind) for kind, lemmas in table.items() for lemma in lemmas}
    )
