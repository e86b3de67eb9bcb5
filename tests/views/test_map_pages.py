from dataclasses import replace

import pytest

from kg.graph import KnowledgeGraph
from kg.model import Event, PlacePrecision, Resolution
from kg.views import render_map_page
from kg.views.map_labels import Spot, lay_labels
from kg.views.outlines import fit_window, read_outlines, window_around
from kg.views.zooms import WIDTH_PX, ZOOMS
from tests.samples import sample_articles, sample_claims, sample_graph, sample_resolution
from tests.views.page_parts import Tree


def page(graph: KnowledgeGraph | None = None) -> Tree:
    return Tree(render_map_page(graph or sample_graph()))


def located() -> list[Event]:
    events = sample_graph().records.events
    return [e for e in events if e.place and e.place.latitude is not None]


def moved(precision: PlacePrecision) -> KnowledgeGraph:
    """Return the sample world with all its places known that finely."""
    events = tuple(
        replace(e, place=replace(e.place, precision=precision)) if e.place else e
        for e in sample_resolution().events
    )
    return KnowledgeGraph(
        articles=sample_articles(),
        claims=sample_claims(),
        resolution=replace(sample_resolution(), events=events),
    )


def test_every_place_is_a_dot_a_row_and_a_list() -> None:
    tree = page()
    assert len(located()) == 2
    assert tree.texts(".grid tbody th") == ["Geneva", "Kessa"]
    assert [a.get("href") for a in tree.all(".site")] == ["#place-1", "#place-2"]
    assert tree.texts(".card h3") == ["Geneva", "Kessa"]
    assert len(tree.all(".card .event")) == 2
    assert "2 events at 2 places; 8 more without a place" in tree.texts(".about")[0]


def test_dots_stand_where_their_places_are() -> None:
    geneva, kessa = (svg for svg in page().all(".site svg"))
    (x1, y1), (x2, y2) = (
        (float(dot.get("x")[:-1]), float(dot.get("y")[:-1])) for dot in (geneva, kessa)
    )
    assert 0 < x1 < x2 < 100  # Geneva lies in the north-west of Kessa
    assert 0 < y1 < y2 < 100
    middle = fit_window([(6.14569, 46.20222), (41.25, 31.5)], aspect=1.9)
    assert (x1, y1) == pytest.approx(middle.at(6.146, 46.202), abs=0.01)


@pytest.mark.parametrize("precision", PlacePrecision)
def test_only_a_point_that_is_a_place_is_filled(precision: PlacePrecision) -> None:
    tree = page(moved(precision))
    is_vague = precision in (PlacePrecision.PROVINCE, PlacePrecision.COUNTRY)
    assert len(tree.all(".site")) == 2
    assert len([a for a in tree.all(".site") if "is-hollow" in a.get("class")]) == 2 * is_vague
    said = [text for text in tree.texts(".card .about") if "no place of these events" in text]
    assert len(said) == 2 * is_vague


def test_graph_without_places_has_a_page() -> None:
    empty = KnowledgeGraph(articles=(), claims=(), resolution=Resolution())
    tree = page(empty)
    assert not tree.all(".site")
    assert len(tree.all(".land path")) > 100


def test_events_beyond_the_limit_are_counted() -> None:
    tree = Tree(render_map_page(sample_graph(), max_events=1))
    assert tree.texts(".about")[0].startswith("1 of 2 events at 1 place;")


def test_outlines_are_of_the_world() -> None:
    outlines = {outline.code: outline for outline in read_outlines()}
    assert len(read_outlines()) > 170
    x, y = outlines["SDN"].middle
    assert (x, y) == pytest.approx((30, 15), abs=3)
    for outline in read_outlines():
        for ring in outline.rings:
            assert -180 <= ring.west < ring.east <= 180
            assert -90 < ring.south < ring.north < 90


@pytest.mark.parametrize(
    "points",
    [
        [(0.0, 0.0)],
        [(-170.0, -80.0), (170.0, 80.0)],
        [(30.0, 84.9), (31.0, 85.0)],
        [(30.0, 50.0), (30.1, 50.0), (40.0, 46.0)],
    ],
    ids=["one", "the world", "near the pole", "some"],
)
def test_window_holds_its_points(points: list[tuple[float, float]]) -> None:
    window = fit_window(points, aspect=1.9)
    assert all(0 <= part <= 100 for point in points for part in window.at(*point))
    assert window.north - window.south >= 6 - 1e-9


def test_window_around_has_its_point_in_the_middle() -> None:
    assert window_around(37.5, 48.7, degrees=14, aspect=1.6).at(37.5, 48.7) == (50.0, 50.0)


def test_names_cover_neither_dots_nor_names() -> None:
    spots = [
        Spot(
            name=f"Place {n}",
            at=(40 + 3.1 * (n % 7), 40 + 2.3 * (n // 7)),
            radius=6,
            is_country=False,
        )
        for n in range(28)
    ]
    labels = list(lay_labels(spots, [], aspect=2.0))
    zooms = [zoom.factor for zoom in ZOOMS]
    for zoom in zooms:
        boxes = []
        for label in (label for label in labels if zoom in label.zooms):
            width = 7.4 * len(label.name)
            start = {"start": 0, "middle": width / 2, "end": width}[label.anchor]
            x = label.at[0] * WIDTH_PX * zoom / 100 + label.shift[0] - start
            y = label.at[1] * WIDTH_PX * zoom / 200 + label.shift[1]
            boxes.append((x, y, x + width, y + 16))
        overlaps = [
            (a, b)
            for n, a in enumerate(boxes)
            for b in boxes[n + 1 :]
            if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
        ]
        assert overlaps == []
    shown = {zoom: sum(zoom in label.zooms for label in labels) for zoom in zooms}
    assert shown[zooms[-1]] == len(spots)
    assert 0 < shown[1] < len(spots)
