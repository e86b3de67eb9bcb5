"""The network page among the served ones: the page of `kg view`, with the bar above it."""

from dataclasses import replace

from kg.graph import KnowledgeGraph
from kg.views.options import ViewOptions
from kg.views.pages import render_page
from kg.views.served import Served
from kg.views.shell import fragment, static

__all__ = ["render_network"]

_OWN_FORMS, _OUR_FORMS = "form-action &#39;none&#39;", "form-action &#39;self&#39;"


def render_network(graph: KnowledgeGraph, served: Served, *, title: str | None = None) -> str:
    """Return the network page with the bar of the served pages at its top."""
    options = ViewOptions()
    page = render_page(graph, options=replace(options, title=title) if title else options)
    bar = fragment("serving/bar.html", served=served)
    # What comes before the body is ours alone but for the title, which is escaped.
    top = f"<body>\n<style>{static('served.css')}</style>\n{bar}"
    return page.replace(_OWN_FORMS, _OUR_FORMS, 1).replace("<body>", top, 1)
