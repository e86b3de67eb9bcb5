"""Graph in, one self-contained page out: no request, no script but ours, no text run as markup."""

import base64
import contextlib
import hashlib
import json
import re
from dataclasses import asdict
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import ViewError
from kg.graph import KnowledgeGraph
from kg.views.facts import scene_facts
from kg.views.fallback import fallback_rows
from kg.views.network import read_assets, to_network
from kg.views.options import ViewOptions
from kg.views.scene import Scene, build_scene
from kg.views.styles import KIND_STYLES, QUAD_STYLES

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["page_data", "render_page", "write_page"]

# Each script names the ones above it, none below.
_SCRIPTS = (
    "data.js",
    "dom.js",
    "words.js",
    "filters.js",
    "facets.js",
    "labels.js",
    "marks.js",
    "camera.js",
    "graph.js",
    "evidence.js",
    "panel.js",
    "timeline.js",
    "table.js",
    "search.js",
    "permalink.js",
    "page.js",
)
_STYLES = ("page.css", "panel.css", "table.css")

_UNSAFE = re.compile("[<>&\u2028\u2029\ud800-\udfff]")
_SURROGATES = re.compile("[\ud800-\udfff]")


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
    scripts = (assets.script, "\n".join(_static(name) for name in _SCRIPTS))
    template = _environment().get_template("page.html")
    page = template.render(
        title=options.title,
        policy=_policy(scripts),
        styles=(assets.style, *(_static(name) for name in _STYLES)),
        scripts=scripts,
        data=_data_block(page_data(graph, scene, options)),
        counts=_counts(graph, scene),
        rows=fallback_rows(graph, scene),
        all_events=len(graph.records.events),
    )
    return _SURROGATES.sub("\ufffd", page)  # halves of characters, which UTF-8 cannot hold


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
    target = Path(path)
    text = render_page(graph, options=options)
    part = target.with_name(f".{target.name}.part")
    try:
        part.write_text(text, encoding="utf-8", newline="\n")
        part.replace(target)
    except OSError as error:
        with contextlib.suppress(OSError):
            part.unlink()
        raise ViewError(
            f"{target}: the page cannot be written ({error.strerror}); "
            "name a file in a folder that exists and that you may write to."
        ) from error
    return target


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


def _counts(graph: KnowledgeGraph, scene: Scene) -> str:
    """Say in one line what the graph holds."""
    records = graph.records
    sources = len({article.source for article in records.articles if article.source})
    numbers = (
        (len(records.events), "event"),
        (scene.all_nodes, "actor"),
        (len(records.articles), "article"),
        (sources, "outlet"),
    )
    return " · ".join(f"{number:,} {noun}{'s' * (number != 1)}" for number, noun in numbers)


def _data_block(data: dict[str, Any]) -> str:
    """Return JSON that no parser of HTML can take for markup, and that UTF-8 can hold."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _policy(scripts: tuple[str, ...]) -> str:
    hashes = " ".join(f"'sha256-{_digest(script)}'" for script in scripts)
    return (
        f"default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode("utf-8")).digest()).decode("ascii")


def _static(name: str) -> str:
    folder = resources.files("kg.views") / "static"
    return (folder / name).read_text(encoding="utf-8")


def _environment() -> "Environment":
    from jinja2 import Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=PackageLoader("kg.views", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
