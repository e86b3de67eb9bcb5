"""The network as a still picture: what the page draws, for where no script may run.

The most active actors alone, laid out as on the page; one line for each kind of event that some
actor did to another, in the colour of its quad.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import hypot, log2

from kg.graph import KnowledgeGraph
from kg.views.charts.chart import INK, WIDTH, Chart, frame, legend
from kg.views.charts.marks import element, label, shortened
from kg.views.layout import Point
from kg.views.network import positions
from kg.views.options import ViewOptions
from kg.views.scene import Node, Scene, Tie, build_scene
from kg.views.styles import KIND_STYLES, QUAD_STYLES, UNNAMED, node_radius

__all__ = ["MOST_ACTORS_DRAWN", "draw_network"]

MOST_ACTORS_DRAWN = 26  # more than that needs the page, where one can zoom

_NEVER = sys.maxsize  # folds are for where one can open them
_TOP, _HEIGHT, _LEAST_PX = 64.0, 560.0, 140.0
_EDGE_PX = 50.0  # free beside the outermost actors, for their labels
_BEND = 0.16  # how far lines between the same two part, as a share of their length
_ARROW_PX = 6.0
_UNNAMED_PX = 4.5
_NAME_PX, _NAME_CHARS = 11.5, 24


@dataclass(frozen=True, slots=True, kw_only=True)
class _Drawn:
    """Actors on the paper: where, and how large."""

    nodes: tuple[Node, ...]
    points: Mapping[str, tuple[float, float]]
    scale: float
    height: float

    def radius(self, node: Node) -> float:
        px = _UNNAMED_PX if node.kind == UNNAMED else node_radius(node.events)
        return max(3.0, px * self.scale)


def draw_network(graph: KnowledgeGraph, *, options: ViewOptions | None = None) -> Chart:
    """Return a still picture of at most 26 actors and what ties them; options as of a page."""
    options = options or ViewOptions()
    small = replace(
        options, max_actors=min(options.max_actors, MOST_ACTORS_DRAWN), fold_above=_NEVER
    )
    scene = build_scene(graph, small)
    drawn = _place(scene, positions(scene, small.seed))
    ties = [tie for tie in scene.ties if tie.start in drawn.points and tie.end in drawn.points]
    quads = Counter(tie.quad for tie in ties)
    named = sum(node.target_id is None for node in drawn.nodes)
    told = f"{named} of {scene.all_nodes:,} actors and places, the most active ones"
    return frame(
        _parts(drawn, ties, quads),
        title=options.title,
        told=f"{told}, and {len(ties)} kinds of events between them",
        notes=(
            f"{told}.",
            "A line is a kind of event; the wider, the more events. Dashed: a threat, plan or "
            "suspicion. Small and grey: somebody unnamed.",
        ),
        height=_TOP + drawn.height,
    )


def _place(scene: Scene, points: Mapping[str, Point]) -> _Drawn:
    """Fit the layout of the page into the paper."""
    nodes = tuple(node for node in scene.nodes if node.id in points)
    if not nodes:
        return _Drawn(nodes=(), points={}, scale=1.0, height=_LEAST_PX)
    xs, ys = zip(*(points[node.id] for node in nodes), strict=True)
    wide, tall = max(max(xs) - min(xs), 1), max(max(ys) - min(ys), 1)
    scale = min((WIDTH - 2 * _EDGE_PX) / wide, (_HEIGHT - 2 * _EDGE_PX) / tall, 1.0)
    height = max(tall * scale + 2 * _EDGE_PX, _LEAST_PX)
    left, above = (WIDTH - wide * scale) / 2, _TOP + (height - tall * scale) / 2
    at = {
        node.id: (
            left + (points[node.id][0] - min(xs)) * scale,
            above + (points[node.id][1] - min(ys)) * scale,
        )
        for node in nodes
    }
    return _Drawn(nodes=nodes, points=at, scale=scale, height=height)


def _parts(drawn: _Drawn, ties: Sequence[Tie], quads: Counter[int]) -> Iterator[str]:
    yield legend(quads, y=48)
    if not drawn.nodes:
        yield label("No actor.", x=WIDTH / 2, y=_TOP + 100, size=14, anchor="middle")
    radii = {node.id: drawn.radius(node) for node in drawn.nodes}
    for tie, bend in _bent(ties):
        yield from _line(tie, bend, drawn, radii[tie.end])
    for node in drawn.nodes:
        x, y = drawn.points[node.id]
        fill = KIND_STYLES[node.kind].light
        yield element("circle", cx=x, cy=y, r=radii[node.id], fill=fill, stroke="#ffffff")
    for node in drawn.nodes:
        x, y = drawn.points[node.id]
        below = y + radii[node.id] + _NAME_PX
        name = "" if node.target_id else shortened(node.name, _NAME_CHARS)
        yield label(name, x=x, y=below, size=_NAME_PX, fill=INK, anchor="middle", halo="#ffffff")


def _bent(ties: Sequence[Tie]) -> Iterator[tuple[Tie, float]]:
    """Yield ties with the bend that parts them from others of the same two; loops are left out."""
    between: dict[tuple[str, str], list[Tie]] = defaultdict(list)
    for tie in ties:
        if tie.start != tie.end:
            between[min(tie.start, tie.end), max(tie.start, tie.end)].append(tie)
    for (first, _), bundle in sorted(between.items()):
        ordered = sorted(bundle, key=lambda tie: (tie.start != first, tie.quad, tie.event_type))
        for number, tie in enumerate(ordered):
            off = (number - (len(ordered) - 1) / 2) * min(_BEND, 0.9 / len(ordered))
            yield tie, off if tie.start == first else -off


def _line(tie: Tie, bend: float, drawn: _Drawn, radius: float) -> Iterator[str]:
    (x1, y1), (x2, y2) = drawn.points[tie.start], drawn.points[tie.end]
    control = (x1 + x2) / 2 - (y2 - y1) * bend, (y1 + y2) / 2 + (x2 - x1) * bend
    colour, width = QUAD_STYLES[tie.quad].line, 1.2 + 0.8 * log2(len(tie.events))
    length = hypot(x2 - control[0], y2 - control[1]) or 1.0
    ahead = (x2 - control[0]) / length, (y2 - control[1]) / length
    tip = x2 - ahead[0] * (radius + 1.5), y2 - ahead[1] * (radius + 1.5)
    yield element(
        "path",
        d=f"M{x1:.1f} {y1:.1f}Q{control[0]:.1f} {control[1]:.1f} {tip[0]:.1f} {tip[1]:.1f}",
        fill="none",
        stroke=colour,
        stroke_width=width,
        stroke_opacity=0.8,
        stroke_dasharray="5 4" if tie.is_candidate else None,
    )
    if not tie.is_mutual:
        yield element("path", d=_arrow(tip, ahead, _ARROW_PX + width), fill=colour)


def _arrow(tip: tuple[float, float], ahead: tuple[float, float], size: float) -> str:
    (x, y), (dx, dy) = tip, ahead
    back_x, back_y = x - dx * size, y - dy * size
    half = size * 0.42
    return (
        f"M{x:.1f} {y:.1f}L{back_x - dy * half:.1f} {back_y + dx * half:.1f}"
        f"L{back_x + dy * half:.1f} {back_y - dx * half:.1f}z"
    )
