"""Where communities stand: groups of boxes in, a point for each box and each group out.

Each group is laid out by itself and gets ground of its own, which no other group reaches into.
"""

from collections.abc import Mapping, Sequence

from kg.views.layout import Box, Link, Point, lay_out

__all__ = ["lay_out_groups"]

_GAP = 46.0  # layout units between the grounds of two groups


def lay_out_groups(
    boxes: Sequence[Box],
    links: Sequence[Link],
    groups: Mapping[str, Sequence[str]],
    *,
    seed: int,
) -> dict[str, Point]:
    """Return a point for each box, and for each group the middle of the ground of its boxes.

    Args:
        boxes: What to place.
        links: Pulls.
        groups: The boxes of each group, by its id; without groups all are laid out together.
        seed: As of `lay_out`.
    """
    if not groups:
        return lay_out(boxes, links, seed=seed)
    group_of = {member: group for group, members in groups.items() for member in members}
    inside: dict[str, list[Box]] = {group: [] for group in groups}
    for box in boxes:
        inside[group_of[box.id]].append(box)
    pulls: dict[str, list[Link]] = {group: [] for group in groups}
    between: list[Link] = []
    for link in links:
        start, end = group_of.get(link.start), group_of.get(link.end)
        if start is None or end is None:
            continue
        if start == end:
            pulls[start].append(link)
        else:
            between.append(Link(start=start, end=end, weight=link.weight))
    laid = {id_: _centred(held, pulls[id_], seed) for id_, held in sorted(inside.items())}
    grounds = [_ground(id_, inside[id_], points) for id_, points in laid.items()]
    middles = lay_out(grounds, between, seed=seed)
    moved = {
        id_: (x + middles[group][0], y + middles[group][1])
        for group, points in laid.items()
        for id_, (x, y) in points.items()
    }
    return moved | middles


def _centred(boxes: Sequence[Box], links: Sequence[Link], seed: int) -> dict[str, Point]:
    """Lay out a group around the origin."""
    points = lay_out(boxes, links, seed=seed)
    low, high = _extent(boxes, points)
    middle = (round((low[0] + high[0]) / 2), round((low[1] + high[1]) / 2))
    return {id_: (x - middle[0], y - middle[1]) for id_, (x, y) in points.items()}


def _ground(group: str, boxes: Sequence[Box], points: Mapping[str, Point]) -> Box:
    low, high = _extent(boxes, points)
    return Box(id=group, width=high[0] - low[0] + _GAP, height=high[1] - low[1] + _GAP)


def _extent(
    boxes: Sequence[Box], points: Mapping[str, Point]
) -> tuple[tuple[float, float], tuple[float, float]]:
    """Return the upper left and the lower right corner of some boxes."""
    xs = [points[b.id][0] + sign * b.width / 2 for b in boxes for sign in (-1, 1)] or [0.0]
    ys = [points[b.id][1] + sign * b.height / 2 for b in boxes for sign in (-1, 1)] or [0.0]
    return (min(xs), min(ys)), (max(xs), max(ys))
