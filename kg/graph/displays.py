"""What a notebook shows of a whole graph: its records enter, a summary in HTML leaves."""

from collections import Counter
from collections.abc import Iterable

from kg.graph.markup import escaped, html_table
from kg.graph.records import Records
from kg.graph.triples.events import has_happened
from kg.model import Event, EventStatus

__all__ = ["graph_html", "summary"]

SHOWN = 8  # rows of each table


def summary(records: Records) -> str:
    """Return in one line what a graph holds.

    Example:
        >>> summary(Records())
        '0 articles, 0 claims, 0 actors, 0 events'
    """
    return (
        f"{len(records.articles):,} articles, {len(records.claims):,} claims, "
        f"{len(records.actors):,} actors, {len(records.events):,} events"
    )


def graph_html(records: Records) -> str:
    """Return what a graph holds, by whom and when it is told, its busiest actors, its types."""
    happened = list(filter(has_happened, records.events))
    names = {actor.id: actor.name for actor in records.actors}
    busy = Counter(id_ for event in happened for id_ in {*event.actor_ids, *event.target_ids})
    types = Counter(str(event.event_type) for event in happened)
    tables = (
        html_table(["actor", "events"], [(names[id_], count) for id_, count in _most(busy)]),
        html_table(["event type", "events"], _most(types)),
    )
    columns = "".join(f"<div>{table}</div>" for table in tables)
    return (
        f"<div><p><b>KnowledgeGraph</b>: {escaped(summary(records))}<br>"
        f"{escaped(_told(records))}<br>{escaped(_meant(records.events))}</p>"
        f'<div style="display: flex; flex-wrap: wrap; gap: 2em">{columns}</div></div>'
    )


def _most(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:SHOWN]


def _told(records: Records) -> str:
    """Say by how many outlets and in which days the articles were published."""
    outlets = {article.source for article in records.articles if article.source}
    days = sorted(article.published for article in records.articles if article.published)
    told = f"{len(outlets):,} outlets, {len(records.stories):,} independent stories"
    return f"{told}, published {days[0]} to {days[-1]}" if days else told


def _meant(events: Iterable[Event]) -> str:
    """Say what the events are held for, so that nobody takes every one for a fact."""
    counts = Counter(event.status for event in events)
    return ", ".join(f"{counts[status]:,} {status}" for status in EventStatus)
