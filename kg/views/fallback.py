"""The table that readers without scripts see: a scene in, rows of plain text out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from kg.graph import KnowledgeGraph
from kg.model import Event
from kg.views.facts import safe_link
from kg.views.scene import Scene

__all__ = ["MOST_ROWS", "Row", "fallback_rows"]

MOST_ROWS = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One event as a line of text; `url` is safe to follow or None."""

    when: str
    actors: str
    action: str
    targets: str
    place: str
    status: str
    sentence: str
    source: str
    url: str | None


def fallback_rows(graph: KnowledgeGraph, scene: Scene) -> tuple[Row, ...]:
    """Return the first 300 events of a scene, in order of time, ready to be escaped."""
    names = {node.actor_id: node.name for node in scene.nodes}
    return tuple(islice(_rows(graph, scene.events, names), MOST_ROWS))


def _rows(graph: KnowledgeGraph, events: Iterable[Event], names: dict[str, str]) -> Iterator[Row]:
    for event in events:
        lead = graph.claim(event.lead_claim_id)
        article = graph.article(lead.article_id)
        yield Row(
            when=_days(event),
            actors=", ".join(names.get(id_, id_) for id_ in event.actor_ids),
            action=event.event_type.capitalize() + (f" ({event.mode})" if event.mode else ""),
            targets=", ".join(names.get(id_, id_) for id_ in event.target_ids),
            place=event.place.name if event.place else "",
            status=event.status.value,
            sentence=lead.sentence.text,
            source=article.source or article.title or article.id,
            url=safe_link(article.url),
        )


def _days(event: Event) -> str:
    days = sorted({day.isoformat() for day in (event.earliest, event.latest) if day})
    return " – ".join(days)
