"""Which actors belong together: those whose events are mostly among themselves.

Large graphs open with such communities folded into one mark each, to be opened one by one.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["Community", "find_communities"]

_MOST = 60  # more marks than that are no overview
_REST = "rest"  # the id of those who belong to no large community


@dataclass(frozen=True, slots=True, kw_only=True)
class Community:
    """Actors and places that have much to do with each other.

    Attributes:
        id: Its place in the order of activity, or `rest`.
        members: The most active first.
        events: How many events its members take part in, each counted with every member.
    """

    id: str
    members: tuple[str, ...]
    events: int


def find_communities(
    network: "nx.MultiDiGraph", activity: Mapping[str, int], seed: int
) -> tuple[Community, ...]:
    """Return at most 61 communities, the most active first, the rest of the small ones last.

    Args:
        network: The network; others than those of `activity` are ignored.
        activity: In how many events each actor or place takes part.
        seed: The same seed, network and activity give the same communities.
    """
    import networkx as nx

    weights = Counter(
        (min(u, v), max(u, v))
        for u, v in network.edges()
        if u != v and u in activity and v in activity
    )
    simple = nx.Graph()
    simple.add_nodes_from(sorted(activity))
    simple.add_weighted_edges_from((u, v, weight) for (u, v), weight in sorted(weights.items()))
    groups = nx.community.louvain_communities(simple, seed=seed)
    ranked = sorted(
        (_ranked(group, activity) for group in groups),
        key=lambda group: _most_active(group, activity),
    )
    large = [group for group in ranked if len(group) > 1][:_MOST]
    kept = {group[0] for group in large}
    rest = [id_ for group in ranked if group[0] not in kept for id_ in group]
    named = [(str(number), members) for number, members in enumerate(large)]
    if rest:
        named.append((_REST, _ranked(set(rest), activity)))
    return tuple(
        Community(id=id_, members=members, events=sum(activity[member] for member in members))
        for id_, members in named
    )


def _ranked(group: set[str], activity: Mapping[str, int]) -> tuple[str, ...]:
    return tuple(sorted(group, key=lambda id_: (-activity[id_], id_)))


def _most_active(group: Sequence[str], activity: Mapping[str, int]) -> tuple[int, str]:
    return -sum(activity[id_] for id_ in group), group[0]
