"""Graphs in notebooks: a page inside a frame of its own, so that neither disturbs the other.

Beside the page stands a still picture of the network, for where no script may run: a code forge's
view of a notebook, print.
"""

import html
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from pathlib import Path

from kg.graph import KnowledgeGraph
from kg.views.charts import draw_network
from kg.views.options import ViewOptions
from kg.views.pages import render_page, write_page

__all__ = ["MOST_ACTORS_INLINE", "View", "mimebundle"]

MOST_ACTORS_INLINE = 300
"""Actors drawn in a cell; a cell's output is stored in the notebook, so it stays small."""

_MOST_EVENTS_INLINE = 1000
_HEIGHT_PX = 640

# Scripts run, in an origin of their own: they reach neither the notebook nor its cookies. A reader
# may open an article and save the table.
_SANDBOX = "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads"


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A page of a graph that shows itself in a notebook and can be written to a file."""

    graph: KnowledgeGraph
    options: ViewOptions = field(default_factory=ViewOptions)

    def write(self, path: str | Path) -> Path:
        """Write the page to a file and return its path; raises as `write_page` does."""
        return write_page(self.graph, path, options=self.options)

    def _repr_mimebundle_(
        self, include: Collection[str] | None = None, exclude: Collection[str] | None = None
    ) -> dict[str, str]:
        return mimebundle(self.graph, options=self.options)


def mimebundle(graph: KnowledgeGraph, *, options: ViewOptions | None = None) -> dict[str, str]:
    """Return what a notebook shows of a graph: a page in a frame, else a picture, else a text.

    The frame draws at most 300 actors and holds at most 1000 events.
    """
    options = options or ViewOptions()
    small = replace(
        options,
        max_actors=min(options.max_actors, MOST_ACTORS_INLINE),
        max_events=min(options.max_events, _MOST_EVENTS_INLINE),
    )
    page = html.escape(render_page(graph, options=small))
    frame = (
        f'<iframe srcdoc="{page}" sandbox="{_SANDBOX}" title="{html.escape(options.title)}" '
        f'style="width: 100%; height: {_HEIGHT_PX}px; border: 1px solid #8884; '
        'border-radius: 8px;"></iframe>'
    )
    return {
        "text/plain": repr(graph),
        "image/svg+xml": draw_network(graph, options=options).svg,
        "text/html": frame,
    }
