"""Gather the texts that name actors: aliases with their rows in, one checked index out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from types import MappingProxyType

from kg.lexicons.naming import keys_of_name
from kg.lexicons.tables import Row
from kg.lexicons.world import AliasEntry

__all__ = ["PlacedAlias", "index_aliases"]


@dataclass(frozen=True, slots=True)
class PlacedAlias:
    """An alias and the row that gives it."""

    alias: AliasEntry
    row: Row


def index_aliases(
    layers: Sequence[Iterable[PlacedAlias]], known: Iterable[str]
) -> Mapping[str, tuple[AliasEntry, ...]]:
    """Return all aliases by their keys.

    Args:
        layers: Aliases file by file; a later layer takes a text away from the earlier ones for
            the time that it claims it. Within a layer no text may name two actors at one time.
        known: Ids of all actors; faults are noted for aliases of others.
    """
    ids = frozenset(known)
    found: dict[str, list[AliasEntry]] = {}
    for layer in layers:
        for key, placed in _by_key(layer, ids).items():
            _check(placed)
            new = list(dict.fromkeys(p.alias for p in placed))
            kept = [a for a in found.get(key, ()) if not any(_contradict(a, b) for b in new)]
            found[key] = [*kept, *new]
    return MappingProxyType({key: tuple(sorted(found[key], key=_order)) for key in sorted(found)})


def _by_key(layer: Iterable[PlacedAlias], ids: frozenset[str]) -> dict[str, list[PlacedAlias]]:
    found: dict[str, list[PlacedAlias]] = {}
    for placed in layer:
        if placed.alias.actor_id not in ids:
            placed.row.fault(f"actor {placed.alias.actor_id!r} is unknown; add it or mend the id")
            continue
        for key in keys_of_name(placed.alias.text):
            found.setdefault(key, []).append(placed)
    return found


def _check(placed: Sequence[PlacedAlias]) -> None:
    if len({p.alias.actor_id for p in placed}) < 2:
        return
    for one, other in combinations(placed, 2):
        if _contradict(one.alias, other.alias):
            ids = " and ".join(sorted((one.alias.actor_id, other.alias.actor_id)))
            text = other.alias.text
            other.row.fault(f"alias {text!r} names {ids}; add since and until or remove one")


def _contradict(one: AliasEntry, other: AliasEntry) -> bool:
    """Tell whether two aliases of one text name two actors at once.

    A dated alias may interrupt an undated one ("Clinton").
    """
    if one.actor_id == other.actor_id or _is_dated(one) != _is_dated(other):
        return False
    starts, ends = (one.since, other.since), (one.until, other.until)
    start = max((day for day in starts if day), default=date.min)
    return start <= min((day for day in ends if day), default=date.max)


def _is_dated(alias: AliasEntry) -> bool:
    return alias.since is not None or alias.until is not None


def _order(alias: AliasEntry) -> tuple[date, str, str]:
    return (alias.since or date.min, alias.actor_id, alias.text)
