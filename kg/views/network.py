"""The one place that knows pyvis: a scene in, nodes, edges and options for vis-network out.

pyvis keeps the network and brings vis-network's script and stylesheet with it. Its own pages are
never made: they call other hosts, write into the current directory and run text as markup.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from importlib import resources
from math import log1p
from typing import Any

from kg.errors import ViewError
from kg.views.grounds import lay_out_groups
from kg.views.layout import Box, Link, Point, place_beside
from kg.views.scene import Fold, Node, Scene, Tie
from kg.views.styles import KIND_STYLES, UNNAMED, fold_radius, node_radius

__all__ = ["Assets", "positions", "read_assets", "to_network"]

_LABEL_CHARS = 18  # longer names are wrapped
_CHAR_WIDTH = 7.2  # layout units of one character of a label
_LINE_HEIGHT = 16.0
_MARGIN = 22.0  # layout units around a node and its label
_CURVE_STEP = 0.17  # how much further each line between the same two bends out
_WIDEST_CURVE = 0.62
_SMALLEST_LOOP = 15.0

# vis-network's own names. Positions are ours, so nothing may move them: no physics, and no first
# layout, which freezes browsers for a minute at two thousand nodes.
_OPTIONS: Mapping[str, Any] = {
    "autoResize": True,
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {
        "hover": True,
        "hoverConnectedEdges": False,
        "selectConnectedEdges": False,
        "multiselect": False,
        "keyboard": {"enabled": False},
        "zoomSpeed": 0.7,
    },
    "nodes": {"borderWidth": 1.5, "borderWidthSelected": 3, "shadow": {"enabled": False}},
    "edges": {
        "scaling": {"min": 1.3, "max": 7, "label": {"enabled": False}},
        "selectionWidth": 1.5,
        "hoverWidth": 1,
        "arrowStrikethrough": False,
        "selfReference": {"renderBehindTheNode": True},
    },
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Assets:
    """vis-network as pyvis bundles it, ready to stand inside a page."""

    script: str
    style: str


def read_assets() -> Assets:
    """Read vis-network's script and stylesheet from the installed pyvis.

    Raises:
        ViewError: If this pyvis brings none.
    """
    library = resources.files("pyvis") / "lib"
    bundled = sorted(
        (entry for entry in library.iterdir() if entry.name.startswith("vis-")),
        key=lambda entry: [int(part) for part in entry.name[4:].split(".") if part.isdecimal()],
    )
    if not bundled:
        raise ViewError(f"{library} holds no vis-network; install pyvis 0.3.2 or a later one.")
    script = (bundled[-1] / "vis-network.min.js").read_text(encoding="utf-8")
    style = (bundled[-1] / "vis-network.css").read_text(encoding="utf-8")
    return Assets(script=_without_source_map(script), style=style)


def _without_source_map(script: str) -> str:
    """Drop the comment that makes developer tools ask for a file."""
    lines = script.split("\n")  # not splitlines: strings of the script hold other line ends
    return "\n".join(line for line in lines if not line.startswith("//# sourceMappingURL="))


def to_network(scene: Scene, *, seed: int) -> dict[str, Any]:
    """Return the nodes, edges and options of a scene as vis-network takes them.

    Nodes that are drawn at once have a place, `x` and `y`; the others have none. Colours are not
    in it: they depend on whether the reader's page is light or dark.
    """
    from pyvis.network import Network

    network = Network(directed=True, cdn_resources="in_line")
    network.options = dict(_OPTIONS)
    points = positions(scene, seed)
    # Its add_node and add_edge look through all nodes each time; its lists take them as well.
    network.nodes.extend(_vis_node(node, points.get(node.id)) for node in scene.nodes)
    network.node_ids.extend(node.id for node in scene.nodes)
    network.edges.extend(_vis_edges(scene))
    nodes, edges, *_ = network.get_network_data()
    folds = [_fold(fold, scene.folds, points) for fold in scene.folds]
    return {"nodes": nodes, "edges": edges, "folds": folds, "options": network.options}


def _fold(fold: Fold, folds: Sequence[Fold], points: Mapping[str, Point]) -> dict[str, Any]:
    xs, ys = zip(*points.values(), strict=True)
    width = max(max(xs) - min(xs), max(ys) - min(ys))
    radius = fold_radius(fold.actors, max(other.actors for other in folds), width)
    x, y = points[fold.id]
    return asdict(fold) | {"size": radius, "x": x, "y": y}


def positions(scene: Scene, seed: int) -> Mapping[str, Point]:
    """Lay out the actors drawn at once; the unnamed stand beside those whom they act against.

    Each fold has its own ground, large enough for those whom it opens to.
    """
    drawn = [node for node in scene.nodes if node.is_drawn]
    links = [
        Link(start=tie.start, end=tie.end, weight=log1p(len(tie.events))) for tie in scene.ties
    ]
    hosts = {node.id: node.target_id for node in drawn if node.target_id}
    boxes = [_box(node) for node in drawn if node.id not in hosts]
    groups = {fold.id: fold.members for fold in scene.folds}
    points = lay_out_groups(boxes, links, groups, seed=seed)
    return points | place_beside(points, hosts)


def _box(node: Node) -> Box:
    """Return the room of a node with its label below."""
    radius = node_radius(node.events)
    lines = 1 + (len(node.name) > _LABEL_CHARS)
    label = min(len(node.name), _LABEL_CHARS) * _CHAR_WIDTH
    return Box(
        id=node.id,
        width=max(label, 2 * radius) + _MARGIN,
        height=2 * radius + lines * _LINE_HEIGHT + _MARGIN,
    )


def _vis_node(node: Node, point: Point | None) -> dict[str, Any]:
    from pyvis.node import Node as VisNode

    place = {"x": point[0], "y": point[1]} if point else {}
    made = VisNode(
        node.id,
        KIND_STYLES[node.kind].shape,
        node.name,
        size=4.5 if node.kind == UNNAMED else node_radius(node.events),
        actor=node.actor_id,
        kind=node.kind,
        events=node.events,
        **place,
    )
    return dict(made.options)


def _vis_edges(scene: Scene) -> Iterator[dict[str, Any]]:
    """Yield edges, those between the same two bent apart."""
    radii = {node.id: node_radius(node.events) for node in scene.nodes}
    between: dict[tuple[str, str], list[Tie]] = defaultdict(list)
    for tie in scene.ties:
        between[min(tie.start, tie.end), max(tie.start, tie.end)].append(tie)
    for (first, _), bundle in sorted(between.items()):
        for number, tie in enumerate(_fanned(bundle, first)):
            is_loop = tie.start == tie.end
            bend = _loop(number, radii[tie.start]) if is_loop else _bend(tie, number, bundle, first)
            yield _vis_edge(tie, bend)


def _fanned(bundle: Iterable[Tie], first: str) -> list[Tie]:
    """Order the ties of a bundle so that both directions take a side each."""
    return sorted(bundle, key=lambda tie: (tie.start != first, tie.quad, tie.event_type))


def _loop(number: int, radius: float) -> dict[str, Any]:
    """Return the loop `number` around a node, large enough to be seen beside it."""
    size = max(_SMALLEST_LOOP, round(0.9 * radius, 1))
    return {"selfReference": {"angle": round(0.8 + number * 0.9, 1), "size": size}}


def _bend(tie: Tie, number: int, bundle: Sequence[Tie], first: str) -> dict[str, Any]:
    """Return the curve of the tie `number` of a bundle; a lone tie is straight.

    Tie and index say how far it bends off the line from `first`; vis-network counts clockwise
    from each edge's own start.
    """
    count = len(bundle)
    off = (number - (count - 1) / 2) * min(_CURVE_STEP, 2 * _WIDEST_CURVE / max(count - 1, 1))
    if abs(off) < _CURVE_STEP / 4:
        return {"smooth": {"enabled": False}}
    is_clockwise = (off > 0) == (tie.start == first)
    turn = "curvedCW" if is_clockwise else "curvedCCW"
    return {"smooth": {"enabled": True, "type": turn, "roundness": round(abs(off), 3)}}


def _vis_edge(tie: Tie, bend: Mapping[str, Any]) -> dict[str, Any]:
    from pyvis.edge import Edge

    made = Edge(
        tie.start,
        tie.end,
        directed=True,
        id=tie.id,
        type=tie.event_type.value,
        quad=tie.quad,
        events=[event.id for event in tie.events],
        value=len(tie.events),
        dashes=[6, 5] if tie.is_candidate else False,
        arrows=_arrows(tie),
        **bend,
    )
    return dict(made.options)


def _arrows(tie: Tie) -> dict[str, Any]:
    """Return the heads: none where both act alike, a bar across where somebody denies it."""
    to = {"enabled": not tie.is_mutual, "type": "arrow", "scaleFactor": 0.55}
    middle = {"enabled": tie.is_disputed, "type": "bar", "scaleFactor": 0.9}
    return {"to": to, "middle": middle}
