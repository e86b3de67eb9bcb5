"""The routes: an address in, an answer out. What each page shows is said by its own module."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import TypeAlias

from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from kg.graph import FilterError, KnowledgeGraph, UnknownIdError
from kg.model import Resolution
from kg.views.actors import render_actor_page
from kg.views.dossiers import render_event_page
from kg.views.maps import render_map_page
from kg.views.served import Field, Served
from kg.views.serving.answers import csv_answer, page_answer, unchanged
from kg.views.serving.articles import render_article_page
from kg.views.serving.desks import Desk
from kg.views.serving.networks import render_network
from kg.views.serving.overviews import render_overview
from kg.views.serving.searching import render_search
from kg.views.serving.shelves import Snapshot
from kg.views.serving.sparql import answer_sparql
from kg.views.serving.tables import (
    ACTOR_WISHES,
    EVENT_WISHES,
    iter_actors_csv,
    iter_events_csv,
    render_actors,
    render_events,
)
from kg.views.serving.wishes import FILTERS, Wishes, address, read_filter, read_wishes
from kg.views.timelines import render_timeline_page

__all__ = ["make_routes"]

_MOST_EVENTS = 2000  # of a map or a time line, so that a browser can still show it
_FILTER_NAMES = tuple(one.name for one in FILTERS)
_OTHER = Field(name="other", label="Other side")
_TIMELINE_FIELDS = (FILTERS[0], _OTHER, *FILTERS[1:])

Render: TypeAlias = Callable[[Snapshot, Wishes], str]


def make_routes(desk: Desk) -> Iterator[Route]:
    """Yield the routes; all take GET and HEAD, and /sparql takes POST too."""
    pages: tuple[tuple[str, tuple[str, ...], Render], ...] = (
        ("/", (), lambda snapshot, _: render_overview(snapshot.graph)),
        ("/network", _FILTER_NAMES, _network),
        ("/map", _FILTER_NAMES, _map),
        ("/timeline", (*_FILTER_NAMES, "other"), _timeline),
        ("/events", EVENT_WISHES, render_events),
        ("/actors", ACTOR_WISHES, render_actors),
        ("/search", ("q",), lambda s, wishes: render_search(s.graph, wishes.get("q") or "")),
    )
    for path, known, render in pages:
        yield Route(path, partial(_page, desk, known, render))
    yield Route("/events.csv", partial(_events_csv, desk))
    yield Route("/actors.csv", partial(_actors_csv, desk))
    yield Route("/event/{id:path}", partial(_event, desk))
    yield Route("/actor/{id:path}", partial(_actor, desk))
    yield Route("/article/{id:path}", partial(_article, desk))
    yield Route("/sparql", partial(answer_sparql, desk), methods=["GET", "POST"])
    yield Route("/healthz", partial(_health, desk))


def _page(desk: Desk, known: tuple[str, ...], render: Render, request: Request) -> Response:
    """Answer with a page of the graph as it is now."""
    wishes = read_wishes(request, known)
    snapshot = desk.shelf.now()
    kept = unchanged(request, snapshot.stamp)
    if kept is not None:
        return kept
    at = address(request.url.path, wishes)
    return page_answer(snapshot.page(at, lambda: render(snapshot, wishes)), stamp=snapshot.stamp)


def _network(snapshot: Snapshot, wishes: Wishes) -> str:
    graph = snapshot.filtered(read_filter(snapshot.graph, wishes))
    return render_network(graph, Served(here="/network", fields=wishes.fill(FILTERS)))


def _map(snapshot: Snapshot, wishes: Wishes) -> str:
    graph = snapshot.filtered(read_filter(snapshot.graph, wishes))
    served = Served(here="/map", fields=wishes.fill(FILTERS))
    return render_map_page(graph, max_events=_MOST_EVENTS, served=served)


def _timeline(snapshot: Snapshot, wishes: Wishes) -> str:
    actor, other = wishes.get("actor"), wishes.get("other")
    graph = snapshot.graph
    # Names are looked for in all of the graph, for a filter may leave out who bears them.
    sides = [_actor_id(graph, name) for name in (actor, other)]
    kept = snapshot.filtered(read_filter(graph, wishes, without=("actor",)))
    known = {one.id for one in kept.records.actors}
    served = Served(here="/timeline", fields=wishes.fill(_TIMELINE_FIELDS))
    if any(id_ and id_ not in known for id_ in sides):
        kept, sides = KnowledgeGraph(articles=(), claims=(), resolution=Resolution()), [None, None]
    return render_timeline_page(
        kept, actor=sides[0], other=sides[1], max_events=_MOST_EVENTS, served=served
    )


def _actor_id(graph: KnowledgeGraph, asked: str | None) -> str | None:
    try:
        return graph.find_actor(asked).id if asked else None
    except UnknownIdError as error:
        raise FilterError(f"a time line is about one actor, or two: {error}") from error


def _events_csv(desk: Desk, request: Request) -> Response:
    wishes, snapshot = read_wishes(request, EVENT_WISHES), desk.shelf.now()
    return csv_answer(iter_events_csv(snapshot, wishes), "events.csv", stamp=snapshot.stamp)


def _actors_csv(desk: Desk, request: Request) -> Response:
    wishes, snapshot = read_wishes(request, ACTOR_WISHES), desk.shelf.now()
    return csv_answer(iter_actors_csv(snapshot, wishes), "actors.csv", stamp=snapshot.stamp)


def _event(desk: Desk, request: Request) -> Response:
    """Answer with an event; one that was called otherwise by an earlier build is led on."""
    asked: str = request.path_params["id"]
    graph = desk.shelf.now().graph
    try:
        graph.event(asked)
    except UnknownIdError:
        current = desk.shelf.current_event_id(asked)
        if current == asked:
            raise
        graph.event(current)
        return RedirectResponse(Served().event(current), status_code=307)
    return _page(desk, (), lambda s, _: render_event_page(s.graph, asked, served=Served()), request)


def _actor(desk: Desk, request: Request) -> Response:
    """Answer with an actor; a name or an alias is led on to the id."""
    asked: str = request.path_params["id"]
    actor = desk.shelf.now().graph.find_actor(asked)
    if actor.id != asked:
        return RedirectResponse(Served().actor(actor.id), status_code=307)
    return _page(desk, (), lambda s, _: _actor_page(s, asked), request)


def _actor_page(snapshot: Snapshot, actor_id: str) -> str:
    wishes = Wishes(by_name={"actor": actor_id})
    also = tuple(
        (name, address(path, wishes))
        for path, name in (
            ("/events", "All its events"),
            ("/timeline", "On a time line"),
            ("/map", "On the map"),
            ("/network", "In the network"),
        )
    )
    return render_actor_page(snapshot.graph, actor_id, served=Served(also=also))


def _article(desk: Desk, request: Request) -> Response:
    asked: str = request.path_params["id"]
    return _page(desk, (), lambda s, _: render_article_page(s.graph, asked), request)


def _health(desk: Desk, request: Request) -> Response:
    """Answer in one line whether the store can be read."""
    records = desk.shelf.now().graph.records
    return PlainTextResponse(f"ok {len(records.events)} events\n")
