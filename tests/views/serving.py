"""An app of served pages, as tests call it: without a socket, a request in, its answer out."""

import asyncio
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
from starlette.types import ASGIApp

import kg
from benchmarks.worlds import write_store
from kg.cli.serve import _asker, _library
from kg.graph import KnowledgeGraph
from kg.model import EventStatus, Resolution
from kg.views.serving import Ask, ServeOptions, make_app
from tests.browser.hostile import PAYLOADS, hostile_graph
from tests.samples import sample_graph
from tests.views.page_parts import take_apart

__all__ = [
    "DISPUTED",
    "ERRORS",
    "FILES",
    "PAGES",
    "STORABLE",
    "Caller",
    "app_of",
    "caller_of",
    "hrefs_of",
    "rows_of",
    "storable_hostile_graph",
]

(DISPUTED,) = (e for e in sample_graph().records.events if e.status is EventStatus.DISPUTED)
PAGES = (
    *("/", "/network", "/map", "/timeline", "/events", "/actors", "/search?q=Kessa", "/sparql"),
    *(f"/event/{DISPUTED.id}", "/actor/xno", "/article/a-wire-1"),
)
ERRORS = ("/nothing", "/event/e-none", "/actor/none", "/article/none", "/events?type=WAR")
FILES = ("/events.csv", "/actors.csv", "/healthz")

STORABLE = tuple(payload for payload in PAYLOADS if payload.isprintable() or "\u2028" in payload)
"""The payloads that a store takes: half a character is refused at its door."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Caller:
    """Who calls an app; redirections are not followed."""

    app: ASGIApp

    def send(self, method: str, path: str, **given: Any) -> httpx.Response:
        return asyncio.run(self._send(method, path, **given))

    def get(self, path: str, **headers: str) -> httpx.Response:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return self.send("GET", path, headers={"Accept": "text/html", **named})

    def ask(self, query: str, accept: str = "text/html") -> httpx.Response:
        return self.send("POST", "/sparql", data={"query": query}, headers={"Accept": accept})

    async def _send(self, method: str, path: str, **given: Any) -> httpx.Response:
        transport = httpx.ASGITransport(app=self.app, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
            return await client.request(method, path, **given)


def app_of(folder: Path, *, ask: Ask | None = None, **options: Any) -> ASGIApp:
    """Return the app of a folder, asked as `kg serve` asks unless said otherwise."""
    store = folder / kg.STORE
    return make_app(
        store, ask or _asker(store), library=_library(), options=ServeOptions(**options)
    )


def caller_of(graph: KnowledgeGraph, folder: Path, **given: Any) -> Caller:
    """Return who calls the app of a graph, whose store is written first."""
    write_store(graph, folder / kg.STORE)
    return Caller(app=app_of(folder, **given))


def storable_hostile_graph() -> KnowledgeGraph:
    """Return the hostile graph without what no store takes."""
    records = hostile_graph().records
    known = set(STORABLE)
    events = [e for e in records.events if {e.id, *e.target_ids} <= known]
    ids = {event.id for event in events}
    return KnowledgeGraph(
        articles=(article for article in records.articles if article.id in ids),
        claims=(claim for claim in records.claims if claim.id in ids),
        resolution=Resolution(
            actors=tuple(actor for actor in records.actors if actor.id in known),
            events=tuple(events),
            actor_links=tuple(link for link in records.actor_links if link.article_id in ids),
        ),
    )


def rows_of(page: str) -> list[str]:
    """Return the rows of the first table of a page, each as HTML."""
    return re.findall(r"<tr[^>]*>.*?</tr>", page.partition("<tbody>")[2])


def hrefs_of(page: str) -> list[str]:
    """Return where the links of a page lead."""
    return [given["href"] or "" for _, given in take_apart(page).tags if "href" in given]
