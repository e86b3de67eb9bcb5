"""The first page: a graph in, what it holds, who is busiest and what happened last out."""

from collections import Counter

from kg.graph import KnowledgeGraph
from kg.model import EventStatus
from kg.views.plots import histogram
from kg.views.served import Served
from kg.views.serving.tables import actor_rows, latest_day
from kg.views.sheets import SHEET_STYLES, render_sheet
from kg.views.styles import QUAD_STYLES
from kg.views.tellings import names_of, tell_event
from kg.views.words import action

__all__ = ["render_overview"]

_MOST_ACTORS = 15
_MOST_EVENTS = 12


def render_overview(graph: KnowledgeGraph) -> str:
    """Return the first page of the served store."""
    records = graph.records
    happened = [e for e in records.events if e.status is not EventStatus.CANDIDATE]
    latest = sorted(happened, key=lambda e: (str(latest_day(e) or ""), e.id), reverse=True)
    busiest = sorted(actor_rows(graph), key=lambda row: (-row.total, row.actor.id))
    types = Counter((event.event_type, event.quad) for event in happened)
    names = names_of(graph)
    return render_sheet(
        "serving/overview.html",
        title="Conflict events",
        styles=(*SHEET_STYLES, "charts.css"),
        served=Served(here="/"),
        values={
            "counts": (
                ("events", "/events", len(records.events)),
                ("actors", "/actors", len(records.actors)),
                ("claims", "", len(records.claims)),
                ("articles", "", len(records.articles)),
                ("outlets", "", len({a.source for a in records.articles if a.source})),
            ),
            "by_status": Counter(event.status for event in records.events),
            "statuses": tuple(EventStatus),
            "types": [
                (type_, action(type_, None), quad, total)
                for (type_, quad), total in sorted(types.items(), key=lambda t: (-t[1], t[0]))
            ],
            "quads": QUAD_STYLES,
            "by_quad": Counter(event.quad for event in happened),
            "months": histogram(happened),
            "actors": [row for row in busiest[:_MOST_ACTORS] if row.total],
            "events": [
                tell_event(graph, e, names, n) for n, e in enumerate(latest[:_MOST_EVENTS], 1)
            ],
        },
    )
