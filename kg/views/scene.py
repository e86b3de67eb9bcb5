"""What a page shows of a graph: which events, which actors and places, and what ties them.

One tie stands for all events of a type between the same two. Nodes and pairs come from
the graph's network; nothing here knows how they are drawn.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING

from kg.graph import KnowledgeGraph
from kg.model import Event, EventStatus, EventType
from kg.views.communities import Community, find_communities
from kg.views.options import ViewOptions
from kg.views.styles import UNNAMED

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["Fold", "Node", "Scene", "Tie", "best_told", "build_scene"]

Pair = tuple[str, str]

_UNNAMED_OF = ">"  # between placeholder and target in the id of an unnamed mark
_DRAWN_PER_FOLD = 30  # what opens at once; the others come by search or as neighbours
_PLACEHOLDER = MappingProxyType({"is_placeholder": True})


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """One mark on the canvas.

    Attributes:
        id: The actor's or place's id; for someone unnamed, made of the target's id, because each
            target gets an unnamed mark of its own: the unnamed of two attacks need not be the same.
        actor_id: The actor, place or placeholder that it stands for.
        target_id: Of someone unnamed: whom it acts against; else None.
        name, kind, country: What to write and how to draw it.
        events: How many events it takes part in.
        is_drawn: Whether it is on the canvas from the start.
    """

    id: str
    actor_id: str
    target_id: str | None
    name: str
    kind: str
    country: str | None
    events: int
    is_drawn: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """All events of one type by one actor against one target, the first in time first.

    `start` and `end` are ids of nodes. Where both sides act alike (talks, clashes) the tie is
    mutual: they are sorted, and their order says nothing.
    """

    start: str
    event_type: EventType
    end: str
    is_mutual: bool
    events: tuple[Event, ...]

    @property
    def id(self) -> str:
        """The tie's name in links to the page."""
        line = "~" if self.is_mutual else "|"
        return line.join((self.start, self.event_type, self.end))

    @property
    def quad(self) -> int:
        """The quad of most of its events."""
        counts = Counter(event.quad for event in self.events)
        return min(counts, key=lambda quad: (-counts[quad], quad))

    @property
    def is_candidate(self) -> bool:
        """Whether none of its events is said to have happened."""
        return all(event.status is EventStatus.CANDIDATE for event in self.events)

    @property
    def is_disputed(self) -> bool:
        """Whether somebody denies one of its events."""
        return any(event.status is EventStatus.DISPUTED for event in self.events)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fold:
    """A community that is one mark until the reader opens it.

    Attributes:
        id: Its name among the nodes.
        names: Its most active members.
        members: Ids of the nodes of the scene that it holds, the most active first.
        actors, events: How many the graph holds, not only the scene.
    """

    id: str
    names: tuple[str, ...]
    members: tuple[str, ...]
    actors: int
    events: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """The whole of what a page shows; `all_nodes` and `all_events` count what the graph holds.

    Without folds, each node that is drawn stands for itself from the start.
    """

    events: tuple[Event, ...]
    nodes: tuple[Node, ...]
    ties: tuple[Tie, ...]
    all_nodes: int
    all_events: int
    folds: tuple[Fold, ...] = ()


def build_scene(graph: KnowledgeGraph, options: ViewOptions) -> Scene:
    """Choose what a page shows: the best told events, and the most active actors and places."""
    network = graph.to_networkx()
    events = best_told(graph.records.events, options.max_events)
    pairs = _pairs_by_event(network)
    active = _activity(events, pairs)
    known = _known(network, active)
    main = _main_part(network, known)
    everybody = _activity(graph.records.events, pairs)
    all_known = {id_: everybody[id_] for id_ in _known(network, everybody)}
    folds = _folds(network, all_known, known, options)
    named = sorted(known, key=lambda id_: (-active[id_], id_ not in main, id_))
    unnamed = sorted(active.keys() - known)
    first = [id_ for fold in folds for id_ in fold.members[:_DRAWN_PER_FOLD]]
    drawn = frozenset((*named[: options.max_actors], *first))
    return Scene(
        events=events,
        nodes=tuple(_node(network, id_, active[id_], drawn) for id_ in (*named, *unnamed)),
        ties=_ties(events, pairs),
        all_nodes=len(all_known),
        all_events=len(graph.records.events),
        folds=folds,
    )


def _folds(
    network: "nx.MultiDiGraph",
    activity: Mapping[str, int],
    shown: Set[str],
    options: ViewOptions,
) -> tuple[Fold, ...]:
    """Fold a large graph; communities of whom the scene shows nobody are left out."""
    if len(activity) <= options.fold_above:
        return ()
    found = find_communities(network, activity, options.seed)
    folds = (_fold(network, community, shown) for community in found)
    return tuple(fold for fold in folds if fold.members)


def _fold(network: "nx.MultiDiGraph", community: Community, shown: Set[str]) -> Fold:
    return Fold(
        id=f"fold>{community.id}",
        names=tuple(network.nodes[id_]["name"] for id_ in community.members[:2]),
        members=tuple(id_ for id_ in community.members if id_ in shown),
        actors=len(community.members),
        events=community.events,
    )


def _known(network: "nx.MultiDiGraph", ids: Iterable[str]) -> Set[str]:
    """Return those that are somebody or some place: no placeholder, and no mark of an unnamed."""
    return {id_ for id_ in ids if not network.nodes.get(id_, _PLACEHOLDER).get("is_placeholder")}


def _main_part(network: "nx.MultiDiGraph", known: Set[str]) -> Set[str]:
    """Return the largest group of actors and places that hang together."""
    import networkx as nx

    parts = nx.weakly_connected_components(network.subgraph(known))
    return max(parts, key=lambda part: (len(part), min(part)), default=frozenset())


def best_told(events: Iterable[Event], limit: int) -> tuple[Event, ...]:
    """Return the events that most independent texts tell of, in order of time."""
    ranked = sorted(events, key=lambda event: (-event.stories, -event.articles, event.id))
    return tuple(sorted(ranked[:limit], key=_when))


def _when(event: Event) -> tuple[date, str]:
    return event.earliest or event.latest or event.first_published or date.max, event.id


def _pairs_by_event(network: "nx.MultiDiGraph") -> Mapping[str, tuple[Pair, ...]]:
    """Return who stands against whom in each event, with an unnamed actor for each target."""
    pairs: dict[str, list[Pair]] = defaultdict(list)
    for u, v, event_id in network.edges(keys=True):
        is_unnamed = u != v and network.nodes[u].get("is_placeholder", False)
        pairs[event_id].append((f"{u}{_UNNAMED_OF}{v}" if is_unnamed else u, v))
    return {event_id: tuple(sorted(found)) for event_id, found in pairs.items()}


def _activity(events: Iterable[Event], pairs: Mapping[str, tuple[Pair, ...]]) -> Counter[str]:
    """Count, for each node, the events that it takes part in."""
    return Counter(
        id_ for event in events for id_ in {end for pair in pairs.get(event.id, ()) for end in pair}
    )


def _node(network: "nx.MultiDiGraph", id_: str, events: int, drawn: frozenset[str]) -> Node:
    actor_id, target_id = id_, ""
    if id_ not in network:
        actor_id, _, target_id = id_.partition(_UNNAMED_OF)
    about = network.nodes[actor_id]
    is_placeholder = about.get("is_placeholder", False)
    return Node(
        id=id_,
        actor_id=actor_id,
        target_id=target_id or None,
        name="Unnamed" if is_placeholder else about["name"],
        kind=UNNAMED if is_placeholder else about["kind"],
        country=about.get("country") or None,
        events=events,
        is_drawn=(target_id or id_) in drawn,
    )


def _ties(events: Iterable[Event], pairs: Mapping[str, tuple[Pair, ...]]) -> tuple[Tie, ...]:
    grouped: dict[tuple[str, EventType, str, bool], list[Event]] = defaultdict(list)
    for event in events:
        for pair in pairs.get(event.id, ()):
            is_mutual = _is_mutual(event, pair)
            start, end = sorted(pair) if is_mutual else pair
            grouped[start, event.event_type, end, is_mutual].append(event)
    return tuple(
        Tie(start=start, event_type=event_type, end=end, is_mutual=is_mutual, events=tuple(found))
        for (start, event_type, end, is_mutual), found in sorted(grouped.items())
    )


def _is_mutual(event: Event, pair: Pair) -> bool:
    """Tell whether both ends act: by the event's type, or because two actors face no target."""
    are_actors = pair[0] != pair[1] and set(pair) <= set(event.actor_ids)
    return event.event_type.is_reciprocal or (are_actors and not event.target_ids)
