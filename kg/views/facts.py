"""What a page knows: the records of a graph as plain values for its data block.

Texts stay as they are; whoever writes them out escapes them.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from kg.graph import KnowledgeGraph
from kg.model import (
    Actor,
    ActorMention,
    Article,
    Certainty,
    Claim,
    Count,
    Event,
    Place,
    Role,
    Time,
    Toll,
)
from kg.views.scene import Node, Scene
from kg.views.sentences import mark_sentence

__all__ = ["safe_link", "scene_facts"]

Facts = dict[str, Any]

_SUREST_FIRST = (Certainty.CERTAIN, Certainty.PROBABLE, Certainty.POSSIBLE)


def scene_facts(graph: KnowledgeGraph, scene: Scene) -> Facts:
    """Return everything behind a scene: its actors, events, claims and articles, sorted."""
    claim_ids = sorted(
        {id_ for event in scene.events for id_ in (*event.claim_ids, *event.denial_ids)}
    )
    claims = [graph.claim(id_) for id_ in claim_ids]
    articles = [graph.article(id_) for id_ in sorted({claim.article_id for claim in claims})]
    named = {actor.id: actor for actor in graph.records.actors}
    return {
        "actors": [_actor_facts(node, named) for node in _one_per_actor(scene.nodes)],
        "countries": _country_names(graph.records.actors),
        "events": [_event_facts(graph, event) for event in scene.events],
        "claims": [_claim_facts(claim) for claim in claims],
        "articles": [_article_facts(article) for article in articles],
    }


def safe_link(url: str | None) -> str | None:
    """Return a link that a reader may follow, None for anything but plain http and https.

    Example:
        >>> safe_link("https://news.example/1"), safe_link("javascript:alert(1)")
        ('https://news.example/1', None)
    """
    if url is None or any(character <= " " for character in url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None


def _one_per_actor(nodes: Iterable[Node]) -> list[Node]:
    by_id: dict[str, Node] = {}
    for node in nodes:
        by_id.setdefault(node.actor_id, node)
    return [by_id[id_] for id_ in sorted(by_id)]


def _country_names(actors: Iterable[Actor]) -> Mapping[str, str]:
    """Name the countries whose states act here; others are shown by their code."""
    states = sorted(
        (actor.country, actor.name) for actor in actors if actor.kind == "country" and actor.country
    )
    return dict(states)


def _actor_facts(node: Node, named: Mapping[str, Actor]) -> Facts:
    facts = {"id": node.actor_id, "name": node.name, "kind": node.kind, "country": node.country}
    actor = named.get(node.actor_id)
    if actor is None:
        return facts
    return facts | {
        "sector": actor.sector,
        "aliases": [alias for alias in actor.aliases if alias != actor.name],
        "wikidata": actor.wikidata,
        "roles": [_role_facts(role, named) for role in actor.roles],
        "part_of": [named[id_].name if id_ in named else id_ for id_ in actor.part_of],
    }


def _role_facts(role: Role, named: Mapping[str, Actor]) -> Facts:
    return {
        "title": role.title,
        "of": named[role.of].name if role.of in named else role.of,
        "since": _iso(role.since),
        "until": _iso(role.until),
    }


def _event_facts(graph: KnowledgeGraph, event: Event) -> Facts:
    certainties = {graph.claim(id_).certainty for id_ in event.claim_ids}
    return {
        "id": event.id,
        "status": event.status.value,
        "certainty": next((c.value for c in _SUREST_FIRST if c in certainties), None),
        "type": event.event_type.value,
        "mode": event.mode,
        "contexts": list(event.contexts),
        "quad": event.quad,
        "intensity": event.intensity,
        "cameo": event.cameo,
        "actors": list(event.actor_ids),
        "targets": list(event.target_ids),
        "earliest": _iso(event.earliest),
        "latest": _iso(event.latest),
        "precision": event.date_precision.value if event.date_precision else None,
        "place": _place_facts(event.place),
        "tolls": [_toll_facts(toll) for toll in event.tolls],
        "claims": list(event.claim_ids),
        "denials": list(event.denial_ids),
        "articles": event.articles,
        "sources": event.sources,
        "stories": event.stories,
        "published": _iso(event.first_published),
        "lead": event.lead_claim_id,
        "confidence": round(event.confidence, 3),
    }


def _toll_facts(toll: Toll) -> Facts:
    return {
        "kind": toll.kind.value,
        "low": toll.low,
        "best": toll.best,
        "high": toll.high,
        "is_open": toll.is_open,
        "rule": toll.rule,
    }


def _claim_facts(claim: Claim) -> Facts:
    return {
        "id": claim.id,
        "article": claim.article_id,
        "pieces": [list(piece) for piece in mark_sentence(claim)],
        "polarity": claim.polarity.value,
        "certainty": claim.certainty.value,
        "temporality": claim.temporality.value,
        "speaker": _speaker(claim.attributed_to),
        "speakers_beyond": [_speaker(mention) for mention in claim.attribution_chain],
        "counts": [_count_facts(count) for count in claim.counts],
        "time": _time_facts(claim.time),
        "place": _place_facts(claim.place),
        "confidence": round(claim.confidence, 3),
        "made_by": [claim.made_by.entry, claim.made_by.frame, claim.made_by.rule],
    }


def _speaker(mention: ActorMention | None) -> str | None:
    return mention.name if mention else None


def _count_facts(count: Count) -> Facts:
    return {
        "kind": count.kind.value,
        "value": count.value,
        "bound": count.bound.value,
        "relation": count.relation.value,
        "text": count.span.text,
    }


def _time_facts(time: Time | None) -> Facts | None:
    if time is None:
        return None
    return {
        "text": time.span.text,
        "earliest": _iso(time.earliest),
        "latest": _iso(time.latest),
        "precision": time.precision.value,
    }


def _place_facts(place: Place | None) -> Facts | None:
    if place is None:
        return None
    return {
        "name": place.name,
        "country": place.country,
        "geonames": place.geonames_id,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "precision": place.precision.value if place.precision else None,
    }


def _article_facts(article: Article) -> Facts:
    return {
        "id": article.id,
        "source": article.source,
        "title": article.title,
        "published": _iso(article.published),
        "url": safe_link(article.url),
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
