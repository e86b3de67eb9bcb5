"""The table of pages: one row is one kind of page, and all that anyone has to know of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import TypeAlias

from kg.errors import ViewError
from kg.graph import KnowledgeGraph
from kg.views.actors import render_actor_page
from kg.views.dossiers import render_event_page
from kg.views.maps import render_map_page
from kg.views.options import ViewOptions
from kg.views.pages import render_page
from kg.views.shell import write_text
from kg.views.timelines import render_timeline_page

__all__ = ["PAGE_KINDS", "PageKind", "Wish", "write_page_of_kind"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What a page is to show; a kind of page looks at what it needs.

    Attributes:
        event: Id of the event that the page is about.
        actor: Id, name or alias of the actor that the page is about.
        other: Likewise, of the one on the other side.
        title: Heading of the page; None leaves it to the page.
        options: Further options; their title holds where `title` is None.
    """

    event: str | None = None
    actor: str | None = None
    other: str | None = None
    title: str | None = None
    options: ViewOptions = field(default_factory=ViewOptions)


Render: TypeAlias = Callable[[KnowledgeGraph, Wish], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageKind:
    """One kind of page.

    Attributes:
        description: What it shows, in one line.
        file_name: What its file is called where nobody says.
        render: Called with the graph and the wish; returns the page.
        needs: Fields of the wish without which there is no such page.
        takes: Fields of the wish that it looks at, beside title and options.
    """

    description: str
    file_name: str
    render: Render
    needs: tuple[str, ...] = ()
    takes: tuple[str, ...] = ()


def _network(graph: KnowledgeGraph, wish: Wish) -> str:
    titled = replace(wish.options, title=wish.title) if wish.title else wish.options
    return render_page(graph, options=titled)


def _map(graph: KnowledgeGraph, wish: Wish) -> str:
    return render_map_page(graph, title=wish.title, max_events=wish.options.max_events)


def _timeline(graph: KnowledgeGraph, wish: Wish) -> str:
    return render_timeline_page(
        graph,
        actor=wish.actor,
        other=wish.other,
        title=wish.title,
        max_events=wish.options.max_events,
    )


def _event(graph: KnowledgeGraph, wish: Wish) -> str:
    return render_event_page(graph, wish.event or "", title=wish.title)


def _actor(graph: KnowledgeGraph, wish: Wish) -> str:
    return render_actor_page(graph, wish.actor or "", title=wish.title)


PAGE_KINDS: Mapping[str, PageKind] = MappingProxyType(
    {
        "network": PageKind(
            description="actors and what ties them, with filters, bars of time, table and evidence",
            file_name="graph.html",
            render=_network,
        ),
        "map": PageKind(
            description="events at their places on a map, and a table of the places",
            file_name="map.html",
            render=_map,
        ),
        "timeline": PageKind(
            description="events by day in a lane for each type: all, one actor's, or between two",
            file_name="timeline.html",
            render=_timeline,
            takes=("actor", "other"),
        ),
        "event": PageKind(
            description="one event: every report and denial, tolls by outlet, place, merge reasons",
            file_name="event.html",
            render=_event,
            needs=("event",),
            takes=("event",),
        ),
        "actor": PageKind(
            description="one actor: names, offices, other sides, months, latest events, sayings",
            file_name="actor.html",
            render=_actor,
            needs=("actor",),
            takes=("actor",),
        ),
    }
)


def write_page_of_kind(
    kind: str, graph: KnowledgeGraph, path: str | Path, *, wish: Wish | None = None
) -> Path:
    """Write a page of a kind to a file, whole or not at all, and return its path.

    Args:
        kind: A name of the table of pages.
        graph: What to show.
        path: The file; an older one is replaced.
        wish: What the page is to show.

    Raises:
        ViewError: If there is no such kind, what it needs is not given, or the file cannot be
            written.
        UnknownIdError: If the graph does not hold what is asked for.
    """
    wish = wish or Wish()
    row = PAGE_KINDS.get(kind)
    if row is None:
        raise ViewError(f"there is no page of kind {kind!r}; known are {', '.join(PAGE_KINDS)}.")
    missing = [name for name in row.needs if getattr(wish, name) is None]
    if missing:
        raise ViewError(f"a page of kind {kind!r} needs {' and '.join(missing)}; name one.")
    return write_text(path, row.render(graph, wish))
