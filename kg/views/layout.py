"""Where actors stand: boxes and links in, a point for each box out.

Each connected part is laid out by springs, its boxes are pushed apart until no label covers
another, and the parts are packed around the largest. Nothing depends on the order of the input.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Points: TypeAlias = NDArray[np.float64]
    Indices: TypeAlias = NDArray[np.int64]

__all__ = ["Box", "Link", "Point", "lay_out", "place_beside"]

Point = tuple[int, int]

_LANDSCAPE = 1.5  # width of the picture over its height: screens lie
_ROOM = 1.9  # area of a part over the area of its boxes: the rest is for the lines
_GAP = 46.0  # layout units between two parts
_SLICE = 40.0  # height of a slice of a part's outline
_EVENNESS = 0.65  # 0: as the springs leave it, dense in the middle; 1: evenly filled
_BESIDE = 58.0  # layout units from a box to what is put beside it
_DIRECTIONS = 24
_UNDER_LABEL = 30.0  # layout units that a spot below loses, because there the label is
_ANGLE = 2.399963229728653  # golden angle in radians: spreads points evenly over a disc
_SPIRAL_POINTS = 6000
_SPOTS_AT_ONCE = 128


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """The room that one actor needs with its label, in layout units."""

    id: str
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A pull between two boxes."""

    start: str
    end: str
    weight: float = 1.0


def lay_out(boxes: Sequence[Box], links: Sequence[Link], *, seed: int) -> dict[str, Point]:
    """Return a point for each box, its centre, in layout units; y grows downwards.

    Args:
        boxes: What to place; ids are unique.
        links: Pulls; a link from or to an unknown box is ignored.
        seed: The same seed, boxes and links give the same points.
    """
    if not boxes:
        return {}
    ordered = tuple(sorted(boxes, key=lambda box: box.id))
    parts = _parts(ordered, links)
    laid = [_lay_out_part(part, pulls, seed) for part, pulls in parts]
    packed = _pack([part for part, _ in parts], laid)
    return {
        box.id: (round(float(x)), round(float(y)))
        for (part, _), points in zip(parts, packed, strict=True)
        for box, (x, y) in zip(part, points, strict=True)
    }


def place_beside(points: Mapping[str, Point], hosts: Mapping[str, str]) -> dict[str, Point]:
    """Return a point for each satellite: next to its host, where most room is.

    Args:
        points: Where everything else stands.
        hosts: The host of each satellite; hosts without a point are ignored.
    """
    import numpy as np

    taken: list[tuple[float, float]] = [points[id_] for id_ in sorted(points)]
    angles = np.arange(_DIRECTIONS) * (2 * np.pi / _DIRECTIONS)
    ring = _BESIDE * np.stack((np.cos(angles), np.sin(angles)), axis=1)
    beside: dict[str, Point] = {}
    for satellite, host in sorted(hosts.items()):
        if host not in points:
            continue
        spots = np.array(points[host]) + ring
        others = np.array([point for point in taken if point != points[host]] or [(1e9, 1e9)])
        room = np.hypot(*(spots[:, None, :] - others[None, :, :]).transpose(2, 0, 1)).min(axis=1)
        x, y = spots[(room - _UNDER_LABEL * (np.sin(angles) > 0.4)).argmax()]
        beside[satellite] = (round(float(x)), round(float(y)))
        taken.append(beside[satellite])
    return beside


_Part = tuple[tuple[Box, ...], tuple[tuple[int, int, float], ...]]


def _parts(boxes: tuple[Box, ...], links: Sequence[Link]) -> list[_Part]:
    """Split into connected parts, the one with most boxes first, with links as indices."""
    import rustworkx

    index = {box.id: number for number, box in enumerate(boxes)}
    weights = _weights(index, links)
    whole = rustworkx.PyGraph()
    whole.add_nodes_from(range(len(boxes)))
    whole.add_edges_from([(a, b, weight) for (a, b), weight in sorted(weights.items())])
    groups = sorted(map(sorted, rustworkx.connected_components(whole)), key=lambda g: (-len(g), g))
    return [_part(boxes, weights, group) for group in groups]


def _weights(index: Mapping[str, int], links: Sequence[Link]) -> dict[tuple[int, int], float]:
    """Add up the pulls of each pair; a pull of a box on itself does nothing."""
    weights: dict[tuple[int, int], float] = {}
    for link in sorted(links, key=lambda link: (link.start, link.end, link.weight)):
        if link.start in index and link.end in index and link.start != link.end:
            a, b = sorted((index[link.start], index[link.end]))
            weights[a, b] = weights.get((a, b), 0.0) + link.weight
    return weights


def _part(
    boxes: tuple[Box, ...], weights: Mapping[tuple[int, int], float], group: Sequence[int]
) -> _Part:
    place = {number: here for here, number in enumerate(group)}
    pulls = tuple((place[a], place[b], w) for (a, b), w in sorted(weights.items()) if a in place)
    return tuple(boxes[number] for number in group), pulls


def _lay_out_part(
    part: tuple[Box, ...], pulls: Sequence[tuple[int, int, float]], seed: int
) -> "Points":
    """Return points of one part, without overlaps, around the origin."""
    import numpy as np

    sizes = np.array([(box.width, box.height) for box in part])
    if len(part) == 1:
        return np.zeros((1, 2))
    points = _evened(_spring(len(part), pulls, seed))
    spread = np.abs(points).max(axis=0)
    side = np.sqrt(_ROOM * sizes.prod(axis=1).sum()) / 2
    reach = np.array([side * _LANDSCAPE**0.5, side / _LANDSCAPE**0.5])
    return _push_apart(points / np.maximum(spread, 1e-9) * reach, sizes)


def _spring(count: int, pulls: Sequence[tuple[int, int, float]], seed: int) -> "Points":
    """Let springs pull, from a start that puts the best linked in the middle."""
    import numpy as np
    import rustworkx

    graph = rustworkx.PyGraph()
    graph.add_nodes_from(range(count))
    graph.add_edges_from(list(pulls))
    by_degree = sorted(range(count), key=lambda node: (-graph.degree(node), node))
    disc = _spiral(count) / count**0.5
    start = {node: tuple(disc[rank]) for rank, node in enumerate(by_degree)}
    placed = rustworkx.spring_layout(
        graph,
        pos=start,
        k=1.6 / count**0.5,
        num_iter=400,
        weight_fn=float,
        seed=seed,
    )
    return np.array([placed[node] for node in range(count)])


def _evened(points: "Points") -> "Points":
    """Move points along their rays from the middle so that no ring is much denser than another."""
    import numpy as np

    centred = points - points.mean(axis=0)
    radii = np.hypot(centred[:, 0], centred[:, 1])
    even = np.sqrt((np.argsort(np.argsort(radii, kind="stable"), kind="stable") + 0.5) / len(radii))
    wanted = (1 - _EVENNESS) * radii / max(radii.max(), 1e-9) + _EVENNESS * even
    stretched: Points = centred * (wanted / np.maximum(radii, 1e-9))[:, None]
    return stretched


def _spiral(count: int) -> "Points":
    """Return points that fill a disc evenly from the middle outwards, one per unit of area."""
    import numpy as np

    ranks = np.arange(count)
    angles, radii = ranks * _ANGLE, np.sqrt(ranks)
    return np.stack((radii * np.cos(angles), radii * np.sin(angles)), axis=1)


def _push_apart(points: "Points", sizes: "Points") -> "Points":
    """Move overlapping boxes apart along the shorter way, a little at a time."""
    import numpy as np

    for _ in range(max(20, min(400, 120_000 // len(points)))):
        first, second = _near(points[:, 0], sizes[:, 0].max())
        apart = points[first] - points[second]
        overlap = (sizes[first] + sizes[second]) / 2 - np.abs(apart)
        touching = (overlap > 0).all(axis=1)
        if not touching.any():
            break
        first, second = first[touching], second[touching]
        apart, overlap = apart[touching], overlap[touching]
        shorter = overlap == overlap.min(axis=1, keepdims=True)
        step = 0.5 * overlap * shorter * np.where(apart == 0, -1.0, np.sign(apart))
        moves = np.zeros_like(points)
        np.add.at(moves, first, step)
        np.subtract.at(moves, second, step)
        points = points + moves.clip(-40, 40)
    return points


def _near(xs: "NDArray[np.float64]", reach: float) -> "tuple[Indices, Indices]":
    """Return each pair whose x differ by less than a reach, the smaller index first."""
    import numpy as np

    order = np.argsort(xs, kind="stable")
    ends = np.searchsorted(xs[order], xs[order] + reach, side="right")
    places = np.arange(len(xs))
    counts = np.maximum(ends - places - 1, 0)
    left = np.repeat(places, counts)
    right = np.arange(counts.sum()) - np.repeat(counts.cumsum() - counts, counts) + left + 1
    ones, others = order[left], order[right]
    return np.minimum(ones, others), np.maximum(ones, others)


def _pack(parts: Sequence[tuple[Box, ...]], laid: Sequence["Points"]) -> list["Points"]:
    """Move each part to the free spot nearest to the middle, the largest first.

    What is free is told by outlines, so that small parts fill the corners around a round one.
    """
    import numpy as np

    bounds = [_bounds(part, points) for part, points in zip(parts, laid, strict=True)]
    middles = [(low + high) / 2 for low, high in bounds]
    sizes = np.array([high - low + _GAP for low, high in bounds])
    reach = np.sqrt(sizes.prod(axis=1).sum()) + sizes.max()
    spots = _spiral(_SPIRAL_POINTS) / _SPIRAL_POINTS**0.5 * reach * np.array([_LANDSCAPE, 1.0])
    lows, highs = np.empty((0, 2)), np.empty((0, 2))
    packed = []
    for part, points, middle, size in zip(parts, laid, middles, sizes, strict=True):
        moved = points - middle + spots[_first_free(spots, lows, highs, size)]
        packed.append(moved)
        outline = tuple(_outline(part, moved))
        lows = np.concatenate((lows, [low for low, _ in outline]))
        highs = np.concatenate((highs, [high for _, high in outline]))
    return packed


def _first_free(spots: "Points", lows: "Points", highs: "Points", size: "Points") -> int:
    """Return the first spot at which a part of a size covers nothing that is taken, else 0."""
    import numpy as np

    middles, wanted = (lows + highs) / 2, (highs - lows + size) / 2
    for start in range(0, len(spots), _SPOTS_AT_ONCE):
        some = spots[start : start + _SPOTS_AT_ONCE]
        is_near = np.abs(some[:, :1] - middles[:, 0]) < wanted[:, 0]
        is_near &= np.abs(some[:, 1:] - middles[:, 1]) < wanted[:, 1]
        is_free = ~is_near.any(axis=1)
        if is_free.any():
            return start + int(is_free.argmax())
    return 0


def _outline(part: tuple[Box, ...], points: "Points") -> Iterator[tuple["Points", "Points"]]:
    """Cut a part into slices, one above the other, each as wide as what it holds."""
    import numpy as np

    halves = np.array([(box.width, box.height) for box in part]) / 2
    lows, highs = points - halves, points + halves
    for top in np.arange(lows[:, 1].min(), highs[:, 1].max(), _SLICE):
        inside = (lows[:, 1] < top + _SLICE) & (highs[:, 1] > top)
        if inside.any():
            left, right = lows[inside, 0].min(), highs[inside, 0].max()
            yield np.array((left, top)), np.array((right, top + _SLICE))


def _bounds(part: tuple[Box, ...], points: "Points") -> tuple["Points", "Points"]:
    import numpy as np

    halves = np.array([(box.width, box.height) for box in part]) / 2
    return (points - halves).min(axis=0), (points + halves).max(axis=0)
