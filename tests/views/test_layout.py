from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.views.layout import Box, Link, lay_out, place_beside
from kg.views.network import _box, to_network
from kg.views.options import ViewOptions
from kg.views.scene import build_scene
from tests.samples import sample_graph


def boxes(count: int) -> list[Box]:
    return [
        Box(id=f"b{n:02}", width=60 + 9 * (n % 5), height=30 + 4 * (n % 3)) for n in range(count)
    ]


def links(pairs: list[tuple[int, int]]) -> list[Link]:
    return [Link(start=f"b{a:02}", end=f"b{b:02}") for a, b in pairs]


def overlapping(given: list[Box], points: dict[str, tuple[int, int]]) -> list[tuple[str, str]]:
    slack = 2  # points are rounded to whole units
    return [
        (a.id, b.id)
        for a, b in combinations(given, 2)
        if abs(points[a.id][0] - points[b.id][0]) < (a.width + b.width) / 2 - slack
        and abs(points[a.id][1] - points[b.id][1]) < (a.height + b.height) / 2 - slack
    ]


PAIRS = st.lists(st.tuples(st.integers(0, 15), st.integers(0, 15)), max_size=40)


@settings(max_examples=25, deadline=None)
@given(pairs=PAIRS)
def test_no_two_boxes_overlap(pairs: list[tuple[int, int]]) -> None:
    assert overlapping(boxes(16), lay_out(boxes(16), links(pairs), seed=1)) == []


@settings(max_examples=15, deadline=None)
@given(pairs=PAIRS, data=st.data())
def test_order_of_boxes_and_links_does_not_matter(
    pairs: list[tuple[int, int]], data: st.DataObject
) -> None:
    given_links = data.draw(st.permutations(links(pairs)))
    given_boxes = data.draw(st.permutations(boxes(16)))
    expected = lay_out(boxes(16), links(pairs), seed=1)
    assert lay_out(given_boxes, given_links, seed=1) == expected


def test_nothing_is_laid_out_as_nothing() -> None:
    assert lay_out([], [], seed=1) == {}


def test_links_to_the_unknown_are_ignored() -> None:
    stray = [Link(start="b00", end="nobody")]
    assert lay_out(boxes(2), stray, seed=1) == lay_out(boxes(2), [], seed=1)


def test_largest_part_stands_in_the_middle() -> None:
    star = links([(0, n) for n in range(1, 10)])
    points = lay_out(boxes(14), [*star, *links([(10, 11), (12, 13)])], seed=1)
    inner = [abs(points[f"b{n:02}"][0]) + abs(points[f"b{n:02}"][1]) for n in range(10)]
    outer = [abs(points[f"b{n:02}"][0]) + abs(points[f"b{n:02}"][1]) for n in range(10, 14)]
    assert min(outer) > sum(inner) / len(inner)


def test_satellites_stand_beside_their_hosts() -> None:
    beside = place_beside({"host": (0, 0), "other": (58, 0)}, {"s1": "host", "s2": "gone"})
    assert list(beside) == ["s1"]
    assert beside["s1"][0] < 0


def test_sample_is_drawn_without_overlaps() -> None:
    scene = build_scene(sample_graph(), ViewOptions())
    nodes = to_network(scene, seed=1)["nodes"]
    points = {node["id"]: (node["x"], node["y"]) for node in nodes}
    named = [_box(node) for node in scene.nodes if node.target_id is None]
    assert overlapping(named, points) == []


@pytest.mark.parametrize("seed", [1, 2])
def test_every_drawn_node_has_a_place(seed: int) -> None:
    scene = build_scene(sample_graph(), ViewOptions())
    assert all({"x", "y"} <= set(node) for node in to_network(scene, seed=seed)["nodes"])
