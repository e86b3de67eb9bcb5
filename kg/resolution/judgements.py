"""What analysts have said: judgements enter, rulings without contradiction leave."""

from collections import defaultdict, deque
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from kg.errors import ResolutionError
from kg.model import Judgement

__all__ = ["Rulings", "check_judgements", "find_rulings"]

Pair: TypeAlias = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rulings:
    """Pairs of ids that are one, and pairs that are not; each pair and the pairs sorted."""

    same: tuple[Pair, ...] = ()
    apart: tuple[Pair, ...] = ()

    @property
    def ids(self) -> tuple[str, ...]:
        """All ids that anything was said of, sorted."""
        return tuple(sorted({id_ for pair in (*self.same, *self.apart) for id_ in pair}))

    def are_apart(self, one: str, other: str) -> bool:
        """Tell whether a pair was said not to be one."""
        return (min(one, other), max(one, other)) in self.apart

    def same_among(self, present: Container[str]) -> tuple[Pair, ...]:
        """Return the pairs that are one and both present."""
        return tuple(pair for pair in self.same if pair[0] in present and pair[1] in present)

    def apart_among(self, present: Container[str]) -> tuple[Pair, ...]:
        """Return the pairs that are not one and both present."""
        return tuple(pair for pair in self.apart if pair[0] in present and pair[1] in present)


def check_judgements(judgements: Sequence[Judgement]) -> None:
    """Refuse judgements that contradict each other.

    Raises:
        ResolutionError: The message names the chain of those that do.
    """
    for kind in sorted({judgement.kind for judgement in judgements}):
        find_rulings(judgements, kind=kind)


def find_rulings(judgements: Iterable[Judgement], *, kind: str) -> Rulings:
    """Return the rulings on actors or on events.

    Args:
        judgements: All judgements.
        kind: "actor" or "event".

    Raises:
        ResolutionError: If two ids are said to be one, maybe by way of others, and also not to be.
    """
    chosen = sorted(judgement for judgement in judgements if judgement.kind == kind)
    links = _links(chosen)
    for judgement in chosen:
        if not judgement.is_same:
            _check(judgement, links)
    pairs = {
        same: tuple(sorted({_pair(j) for j in chosen if j.is_same is same}))
        for same in (True, False)
    }
    return Rulings(same=pairs[True], apart=pairs[False])


def _pair(judgement: Judgement) -> Pair:
    return (min(judgement.left, judgement.right), max(judgement.left, judgement.right))


def _links(judgements: Sequence[Judgement]) -> Mapping[str, Sequence[tuple[str, Judgement]]]:
    links: dict[str, list[tuple[str, Judgement]]] = defaultdict(list)
    for judgement in judgements:
        if judgement.is_same:
            links[judgement.left].append((judgement.right, judgement))
            links[judgement.right].append((judgement.left, judgement))
    return links


def _check(different: Judgement, links: Mapping[str, Sequence[tuple[str, Judgement]]]) -> None:
    """Raise if a chain of judgements makes one what this judgement keeps apart."""
    chains: dict[str, tuple[Judgement, ...]] = {different.left: ()}
    waiting = deque([different.left])
    while waiting:
        id_ = waiting.popleft()
        if id_ == different.right:
            chain = "; ".join(map(_say, chains[id_])) or "an id is always the same as itself"
            raise ResolutionError(
                f"judgements on {different.kind}s contradict each other: {_say(different)}, but "
                f"{chain}; take one of them back"
            )
        for other, judgement in links.get(id_, ()):
            if other not in chains:
                chains[other] = (*chains[id_], judgement)
                waiting.append(other)


def _say(judgement: Judgement) -> str:
    word = "same as" if judgement.is_same else "different from"
    return f"{judgement.left} is {word} {judgement.right} ({judgement.who}, {judgement.when})"
