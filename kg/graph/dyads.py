"""Who acts on whom, and how often: records enter, a weighted network without parallel edges leaves.

It is what measures of networks take: actors alone, and only events that are said to have happened.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import permutations, product
from statistics import fmean
from typing import TYPE_CHECKING

from kg.graph.networks import Attributes, actor_attributes, is_mutual
from kg.graph.records import Records
from kg.graph.triples.events import has_happened
from kg.model import Claim, Event

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["build_dyads"]


def build_dyads(records: Records) -> "nx.DiGraph":
    """Return actors as nodes and one edge for each pair of actor and target.

    An edge has the number of its events as `weight`, and `distance`, 1 / weight, for measures
    that go along shortest paths. Talks and clashes lead both ways. Candidates, events without a
    named actor or target, and deeds to oneself are left out, and so are actors without an edge.
    """
    import networkx as nx

    network = nx.DiGraph()
    actor_by_id = {actor.id: actor for actor in records.actors}
    events = _events_by_pair(records)
    for actor_id in sorted({id_ for pair in events for id_ in pair}):
        network.add_node(actor_id, **actor_attributes(actor_by_id[actor_id]))
    for (u, v), found in sorted(events.items()):
        network.add_edge(u, v, **_attributes(found))
    return network


def _events_by_pair(records: Records) -> dict[tuple[str, str], list[Event]]:
    claim_by_id = {claim.id: claim for claim in records.claims}
    by_pair: dict[tuple[str, str], list[Event]] = defaultdict(list)
    for event in filter(has_happened, records.events):
        for pair in _pairs(event, claim_by_id[event.lead_claim_id]):
            by_pair[pair].append(event)
    return by_pair


def _pairs(event: Event, lead: Claim) -> Iterator[tuple[str, str]]:
    actors, targets = event.actor_ids, event.target_ids
    if is_mutual(event, lead):
        yield from permutations(dict.fromkeys((*actors, *targets)), 2)
        return
    yield from ((u, v) for u, v in product(actors, targets) if u != v)


def _attributes(events: Sequence[Event]) -> Attributes:
    quads = Counter(event.quad for event in events)
    days = [day for event in events if (day := _when(event))]
    return {
        "weight": len(events),
        "distance": 1 / len(events),
        "intensity": fmean(event.intensity for event in events),
        **{f"quad_{quad}": quads[quad] for quad in (1, 2, 3, 4)},
        "first": min(days).isoformat() if days else "",
        "last": max(days).isoformat() if days else "",
    }


def _when(event: Event) -> date | None:
    return event.earliest or event.latest or event.first_published
