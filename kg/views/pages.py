"""The network page: a graph in, its interactive page out."""

from dataclasses import asdict
from pathlib import Path
from typing import Any

from kg.graph import KnowledgeGraph
from kg.views.facts import scene_facts
from kg.views.fallback import fallback_rows
from kg.views.network import read_assets, to_network
from kg.views.options import ViewOptions
from kg.views.scene import Scene, build_scene
from kg.views.shell import ANY_STYLE, data_block, render, static, write_text
from kg.views.styles import KIND_STYLES, QUAD_STYLES
from kg.views.words import graph_counts

__all__ = ["page_data", "render_page", "write_page"]

# Each script names the ones above it, none below.
_SCRIPTS = (
    "data.js",
    "dom.js",
    "words.js",
    "places.js",
    "ways.js",
    "filters.js",
    "facets.js",
    "labels.js",
    "folds.js",
    "marks.js",
    "camera.js",
    "graph.js",
    "evidence.js",
    "lists.js",
    "asides.js",
    "panel.js",
    "timeline.js",
    "table.js",
    "downloads.js",
    "search.js",
    "permalink.js",
    "page.js",
)
_STYLES = ("theme.css", "page.css", "panel.css", "evidence.css", "table.css")


def render_page(graph: KnowledgeGraph, *, options: ViewOptions | None = None) -> str:
    """Return a page that shows a graph: network, filters, timeline, table and all evidence.

    The page asks the network for nothing and runs no script but its own, which its content
    security policy names by hash. Without scripts it shows a table of events.

    Args:
        graph: What to show.
        options: Title and limits; by default the 120 most active actors are drawn.

    Raises:
        ViewError: If the installed pyvis lacks vis-network.
    """
    options = options or ViewOptions()
    scene = build_scene(graph, options)
    assets = read_assets()
    return render(
        "page.html",
        styles=(assets.style, *(static(name) for name in _STYLES)),
        scripts=(assets.script, static(*_SCRIPTS)),
        style_source=ANY_STYLE,
        values={
            "title": options.title,
            "data": data_block(page_data(graph, scene, options)),
            "counts": graph_counts(graph, scene.all_nodes),
            "rows": fallback_rows(graph, scene),
            "all_events": len(graph.records.events),
        },
    )


def write_page(
    graph: KnowledgeGraph, path: str | Path, *, options: ViewOptions | None = None
) -> Path:
    """Write the page of a graph to a file, whole or not at all, and return its path.

    Args:
        graph: What to show.
        path: The file, in UTF-8; an older one is replaced.
        options: As of `render_page`.

    Raises:
        ViewError: If the file cannot be written.
    """
    return write_text(path, render_page(graph, options=options))


def page_data(graph: KnowledgeGraph, scene: Scene, options: ViewOptions) -> dict[str, Any]:
    """Return the content of the page's data block: network, facts, styles and totals."""
    return {
        "title": options.title,
        "totals": {"nodes": scene.all_nodes, "events": scene.all_events},
        "kinds": {kind: asdict(style) for kind, style in KIND_STYLES.items()},
        "quads": {str(quad): asdict(style) for quad, style in QUAD_STYLES.items()},
        "network": to_network(scene, seed=options.seed),
        **scene_facts(graph, scene),
    }
