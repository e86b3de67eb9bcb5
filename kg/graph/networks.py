"""The graph as a network: records enter, a networkx multigraph leaves.

Every attribute is a string, number or boolean, as GraphML demands; what is not known is "" where
it is a text, and absent where it is a number.
"""

import hashlib
from collections.abc import Iterator
from itertools import combinations, product
from typing import TYPE_CHECKING, TypeAlias

from kg.graph.frames.cells import iso, one_line
from kg.graph.records import Records
from kg.lexicons import fold
from kg.model import Actor, ActorKind, Claim, Event, Place

if TYPE_CHECKING:
    import networkx as nx

__all__ = [
    "UNNAMED",
    "Attributes",
    "actor_attributes",
    "build_network",
    "is_mutual",
    "place_node_id",
]

UNNAMED = "unnamed"  # the node at which events without actor start
MUTUAL_FRAME = "reciprocal"  # kg/lexicons/data/frames.toml: both sides act ("clashed")

Scalar: TypeAlias = str | int | float | bool
Attributes: TypeAlias = dict[str, Scalar]


def build_network(records: Records) -> "nx.MultiDiGraph":
    """Return actors as nodes and events as edges.

    One edge per event and actor-target pair, its key the event's id. A mutual event without
    target joins its actors in the order of their ids. An event without target leads to its place,
    or back to its actor where no place is known; one without actor starts at the node `unnamed`.
    """
    import networkx as nx

    network = nx.MultiDiGraph()
    for actor in records.actors:
        network.add_node(actor.id, **actor_attributes(actor))
    claim_by_id = {claim.id: claim for claim in records.claims}
    url_by_article = {article.id: article.url for article in records.articles}
    for event in records.events:
        lead = claim_by_id[event.lead_claim_id]
        if not event.actor_ids:
            network.add_node(UNNAMED, **_placeholder())
        if not event.target_ids and event.place:
            network.add_node(place_node_id(event.place), **_place_attributes(event.place))
        attributes = _event_attributes(event, lead, url_by_article[lead.article_id])
        for u, v in _pairs(event, lead):
            network.add_edge(u, v, key=event.id, **attributes)
    return network


def place_node_id(place: Place) -> str:
    """Return the id of a place's node: `place-`, its country and its name.

    Example:
        >>> from kg.model import Span
        >>> place_node_id(Place(span=Span(start=0, end=4, text="Homs"), name="Homs", country="SYR"))
        'place-syr-homs'
    """
    name = "-".join(fold(place.name).split())
    if not name:
        name = hashlib.sha256(place.name.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return "-".join(("place", *([place.country.lower()] if place.country else []), name))


def _pairs(event: Event, lead: Claim) -> Iterator[tuple[str, str]]:
    actors, targets = event.actor_ids, event.target_ids
    if not targets and len(actors) > 1 and is_mutual(event, lead):
        yield from combinations(sorted(actors), 2)
        return
    if not targets and event.place:
        targets = (place_node_id(event.place),)
    actors = actors or (UNNAMED,)
    pairs = [(u, v) for u, v in product(actors, targets) if u != v]
    yield from pairs or ((actor_id, actor_id) for actor_id in actors)


def is_mutual(event: Event, lead: Claim) -> bool:
    """Tell whether both sides of an event act alike, as in talks and clashes."""
    return event.event_type.is_reciprocal or lead.made_by.frame == MUTUAL_FRAME


def actor_attributes(actor: Actor) -> Attributes:
    """Return what a network says of an actor."""
    return {
        "name": actor.name,
        "kind": str(actor.kind),
        "country": actor.country or "",
        "sector": actor.sector or "",
        "wikidata": actor.wikidata or "",
        "is_placeholder": False,
    }


def _placeholder() -> Attributes:
    return {
        "name": "unnamed",
        "kind": str(ActorKind.OTHER),
        "country": "",
        "sector": "",
        "wikidata": "",
        "is_placeholder": True,
    }


def _place_attributes(place: Place) -> Attributes:
    attributes: Attributes = {
        "name": place.name,
        "kind": str(ActorKind.PLACE),
        "country": place.country or "",
        "sector": "",
        "wikidata": "",
        "is_placeholder": False,
    }
    return attributes | _coordinates(place)


def _coordinates(place: Place | None) -> Attributes:
    if place is None or place.latitude is None or place.longitude is None:
        return {}
    return {"latitude": place.latitude, "longitude": place.longitude}


def _event_attributes(event: Event, lead: Claim, url: str | None) -> Attributes:
    place = event.place
    return {
        "event_type": str(event.event_type),
        "status": str(event.status),
        "mode": event.mode or "",
        "contexts": ";".join(event.contexts),
        "cameo": event.cameo,
        "quad": event.quad,
        "intensity": float(event.intensity),
        "date_earliest": iso(event.earliest) or "",
        "date_latest": iso(event.latest) or "",
        "date_precision": str(event.date_precision or ""),
        "place": place.name if place else "",
        "country": (place.country if place else None) or "",
        "articles": event.articles,
        "sources": event.sources,
        "stories": event.stories,
        "first_published": iso(event.first_published) or "",
        "sentence": one_line(lead.sentence.text),
        "url": url or "",
        "confidence": float(event.confidence),
        **_coordinates(place),
        **_tolls(event),
    }


def _tolls(event: Event) -> Attributes:
    return {
        f"{toll.kind}_{end}": getattr(toll, end)
        for toll in event.tolls
        for end in ("low", "best", "high")
    }
