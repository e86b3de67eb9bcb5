"""Graphs as pages: a `KnowledgeGraph` enters, self-contained HTML leaves."""

from kg.views.actors import render_actor_page, write_actor_page
from kg.views.cards import Card, Thing, make_card
from kg.views.charts import Chart, draw_map, draw_network, draw_timeline
from kg.views.dossiers import render_event_page, write_event_page
from kg.views.kinds import PAGE_KINDS, PageKind, Wish, write_page_of_kind
from kg.views.maps import render_map_page, write_map_page
from kg.views.notebook import View, mimebundle
from kg.views.options import ViewOptions
from kg.views.pages import render_page, write_page
from kg.views.timelines import render_timeline_page, write_timeline_page

__all__ = [
    "PAGE_KINDS",
    "Card",
    "Chart",
    "PageKind",
    "Thing",
    "View",
    "ViewOptions",
    "Wish",
    "draw_map",
    "draw_network",
    "draw_timeline",
    "make_card",
    "mimebundle",
    "render_actor_page",
    "render_event_page",
    "render_map_page",
    "render_page",
    "render_timeline_page",
    "write_actor_page",
    "write_event_page",
    "write_map_page",
    "write_page",
    "write_page_of_kind",
    "write_timeline_page",
]
