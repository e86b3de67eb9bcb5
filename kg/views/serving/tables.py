"""The tables of events and actors: what is asked for in, a page or a file of CSV out."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from kg.graph import KnowledgeGraph
from kg.graph.cells import iter_csv
from kg.graph.frames import Frame
from kg.lexicons import fold
from kg.model import Actor, ActorKind, CountKind, Event, EventStatus
from kg.views.outlines import country_name
from kg.views.served import Field, Served
from kg.views.serving.paging import Column, leaf_of, sort_rows
from kg.views.serving.shelves import Snapshot
from kg.views.serving.wishes import FILTERS, Wishes, address, read_filter
from kg.views.sheets import SHEET_STYLES, render_sheet
from kg.views.styles import KIND_STYLES
from kg.views.tellings import names_of, tell_event

__all__ = [
    "ACTOR_WISHES",
    "EVENT_WISHES",
    "actor_rows",
    "iter_actors_csv",
    "iter_events_csv",
    "latest_day",
    "render_actors",
    "render_events",
]

_STATUS = Field(name="status", label="Status", choices=("", *EventStatus))
_EVENT_FIELDS = (*FILTERS, _STATUS)
_ACTOR_FIELDS = (
    Field(name="name", label="Name"),
    Field(name="kind", label="Kind", choices=("", *ActorKind)),
    Field(name="country", label="Country (UKR)"),
)
_PAGING = ("sort", "order", "page")
EVENT_WISHES = (*(one.name for one in _EVENT_FIELDS), *_PAGING)
ACTOR_WISHES = (*(one.name for one in _ACTOR_FIELDS), *_PAGING)


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorRow:
    """An actor with what it took part in; candidates are not counted."""

    actor: Actor
    kind: str
    country: str
    did: int
    suffered: int
    articles: int

    @property
    def total(self) -> int:
        """Its events on either side."""
        return self.did + self.suffered


def latest_day(event: Event) -> date | None:
    """Return the day by which an event is sorted: its last, else that of its first report."""
    return event.latest or event.earliest or event.first_published


def _killed(event: Event) -> int | None:
    return next((toll.best for toll in event.tolls if toll.kind is CountKind.KILLED), None)


_EVENT_COLUMNS: Mapping[str, Column] = MappingProxyType(
    {
        "day": Column(label="When", key=latest_day, is_down=True, is_default=True),
        "type": Column(label="Did what", key=lambda event: (event.event_type, event.mode or "")),
        "sides": Column(label="Who, to whom"),
        "place": Column(label="Where", key=lambda event: event.place and fold(event.place.name)),
        "killed": Column(label="Killed", key=_killed, is_amount=True, is_down=True),
        "reports": Column(
            label="Reports",
            key=lambda event: len(event.claim_ids),
            is_amount=True,
            is_down=True,
        ),
        "outlets": Column(
            label="Outlets", key=lambda event: event.sources, is_amount=True, is_down=True
        ),
        "confidence": Column(
            label="Confidence", key=lambda event: event.confidence, is_amount=True, is_down=True
        ),
    }
)
_ACTOR_COLUMNS: Mapping[str, Column] = MappingProxyType(
    {
        "name": Column(label="Name", key=lambda row: fold(row.actor.name)),
        "kind": Column(label="Kind", key=lambda row: row.kind),
        "country": Column(label="Country", key=lambda row: row.country or None),
        "did": Column(label="Did", key=lambda row: row.did, is_amount=True, is_down=True),
        "suffered": Column(
            label="Was done to", key=lambda row: row.suffered, is_amount=True, is_down=True
        ),
        "events": Column(
            label="Events",
            key=lambda row: row.total,
            is_amount=True,
            is_down=True,
            is_default=True,
        ),
        "articles": Column(
            label="Articles", key=lambda row: row.articles, is_amount=True, is_down=True
        ),
    }
)


def render_events(snapshot: Snapshot, wishes: Wishes) -> str:
    """Return a page of the table of events.

    Raises:
        FilterError: If something that is asked for cannot be read.
    """
    graph = snapshot.graph
    leaf = leaf_of("/events", _events(snapshot, wishes), _EVENT_COLUMNS, wishes)
    names = names_of(graph)
    rows = [
        (tell_event(graph, event, names, number), event, _killed(event))
        for number, event in enumerate(leaf.rows, start=leaf.first)
    ]
    return render_sheet(
        "serving/events.html",
        title="Events",
        styles=SHEET_STYLES,
        served=_served("/events", _EVENT_FIELDS, wishes),
        values={"leaf": leaf, "rows": rows, "csv": address("/events.csv", wishes, page=None)},
    )


def render_actors(snapshot: Snapshot, wishes: Wishes) -> str:
    """Return a page of the table of actors; raises as `render_events` does."""
    leaf = leaf_of("/actors", _actors(snapshot, wishes), _ACTOR_COLUMNS, wishes)
    return render_sheet(
        "serving/actors.html",
        title="Actors",
        styles=SHEET_STYLES,
        served=_served("/actors", _ACTOR_FIELDS, wishes),
        values={"leaf": leaf, "csv": address("/actors.csv", wishes, page=None)},
    )


def iter_events_csv(snapshot: Snapshot, wishes: Wishes) -> Iterator[str]:
    """Yield the events that pass as CSV, in the order that is asked for; raises likewise."""
    ids = [event.id for event in _events(snapshot, wishes)]
    return _iter_csv(snapshot.filtered(read_filter(snapshot.graph, wishes)).events, ids)


def iter_actors_csv(snapshot: Snapshot, wishes: Wishes) -> Iterator[str]:
    """Yield the actors that pass as CSV, in the order that is asked for; raises likewise."""
    return _iter_csv(snapshot.graph.actors, [row.actor.id for row in _actors(snapshot, wishes)])


def actor_rows(graph: KnowledgeGraph) -> tuple[ActorRow, ...]:
    """Return all actors with their counts, sorted by id."""
    happened = [e for e in graph.records.events if e.status is not EventStatus.CANDIDATE]
    did = Counter(id_ for event in happened for id_ in event.actor_ids)
    suffered = Counter(id_ for event in happened for id_ in event.target_ids)
    named_in = {(link.actor_id, link.article_id) for link in graph.records.actor_links}
    articles = Counter(actor_id for actor_id, _ in named_in)
    return tuple(
        ActorRow(
            actor=actor,
            kind=KIND_STYLES[actor.kind].label,
            country=country_name(actor.country) if actor.country else "",
            did=did[actor.id],
            suffered=suffered[actor.id],
            articles=articles[actor.id],
        )
        for actor in graph.records.actors
    )


def _events(snapshot: Snapshot, wishes: Wishes) -> Sequence[Event]:
    status = wishes.choice("status", tuple(EventStatus))
    graph = snapshot.filtered(read_filter(snapshot.graph, wishes))
    events = [e for e in graph.records.events if status is None or e.status == status]
    return sort_rows(events, _EVENT_COLUMNS, wishes)


def _actors(snapshot: Snapshot, wishes: Wishes) -> Sequence[ActorRow]:
    name, country = fold(wishes.get("name") or ""), (wishes.get("country") or "").upper()
    kind = wishes.choice("kind", tuple(ActorKind))
    rows = [
        row
        for row in actor_rows(snapshot.graph)
        if (kind is None or row.actor.kind == kind)
        and (not country or (row.actor.country or "").upper() == country)
        and (not name or any(name in fold(text) for text in (row.actor.name, *row.actor.aliases)))
    ]
    return sort_rows(rows, _ACTOR_COLUMNS, wishes)


def _served(path: str, fields: Sequence[Field], wishes: Wishes) -> Served:
    kept = tuple((name, wishes.by_name[name]) for name in _PAGING[:2] if name in wishes.by_name)
    return Served(here=path, fields=wishes.fill(fields), kept=kept)


def _iter_csv(frame: Frame, ids: Sequence[str]) -> Iterator[str]:
    known = frame.astype(object).where(frame.notna(), None)
    by_id = {row[0]: row for row in known.itertuples(index=False, name=None)}
    return iter_csv(list(frame.columns), (by_id[id_] for id_ in ids))
