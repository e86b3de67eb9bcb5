"""Groups that only grow: what belongs together, and what must never come together."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Any, Generic, Protocol, TypeVar

__all__ = ["Groups"]


class _Ordered(Protocol):
    """Anything that sorts and hashes: ids, keys."""

    def __lt__(self, other: Any, /) -> bool: ...

    def __hash__(self) -> int: ...


T = TypeVar("T", bound=_Ordered)


class Groups(Generic[T]):
    """Disjoint groups of members (union-find), with pairs that are kept apart.

    The first member of a group, in sort order, stands for it, so that nothing depends on the
    order in which groups were joined.

    Example:
        >>> groups = Groups(["a", "b", "c"], apart=[("a", "c")])
        >>> groups.join("b", "a"), groups.join("b", "c"), groups.find("b")
        (True, False, 'a')
        >>> groups.members()
        [('a', 'b'), ('c',)]
    """

    def __init__(self, members: Collection[T], *, apart: Iterable[tuple[T, T]] = ()) -> None:
        self._members = members
        self._parent: dict[T, T] = {}  # of those that were joined to an earlier member
        self._below: dict[T, list[T]] = {}  # groups of two or more
        self._apart: dict[T, set[T]] = defaultdict(set)
        for one, other in apart:
            self._apart[one].add(other)
            self._apart[other].add(one)

    def __contains__(self, member: T) -> bool:
        return member in self._members

    def find(self, member: T) -> T:
        """Return the member that stands for the group of a member."""
        root = member
        while (above := self._parent.get(root)) is not None:
            root = above
        while member != root:  # shorten the path for the next look-up
            self._parent[member], member = root, self._parent[member]
        return root

    def of(self, member: T) -> tuple[T, ...]:
        """Return the group of a member, sorted."""
        return tuple(sorted(self._group(self.find(member))))

    def _group(self, root: T) -> list[T]:
        return self._below.get(root, [root])

    def are_apart(self, one: T, other: T) -> bool:
        """Tell whether a pair that is kept apart forbids joining two groups."""
        return any(self._apart[m] & set(self.of(other)) for m in self.of(one) if m in self._apart)

    def join(self, one: T, other: T) -> bool:
        """Join the groups of two members; return whether they are one group now."""
        first, second = sorted((self.find(one), self.find(other)))
        if first == second:
            return True
        if self._apart and self.are_apart(first, second):
            return False
        self._parent[second] = first
        self._below.setdefault(first, [first]).extend(self._below.pop(second, (second,)))
        return True

    def members(self) -> list[tuple[T, ...]]:
        """Return all groups, each sorted, in the order of their first members."""
        roots = sorted(member for member in self._members if member not in self._parent)
        return [tuple(sorted(self._group(root))) for root in roots]
