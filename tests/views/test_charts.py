"""Pictures: what they count, what they leave out and say so, and that no text of theirs runs."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kg.errors import ViewError
from kg.graph import KnowledgeGraph
from kg.model import (
    Event,
    EventStatus,
    Place,
    PlacePrecision,
    Resolution,
    Span,
    TimePrecision,
)
from kg.views import Chart, ViewOptions, draw_map, draw_network, draw_timeline
from kg.views.charts.labels import Room
from kg.views.charts.periods import PERIOD_DAYS, count_between, next_start, start_of, ticks
from kg.views.charts.projections import Projection, meridians, parallels
from kg.views.styles import QUAD_STYLES
from tests.browser.hostile import hostile_graph
from tests.samples import sample_claim, sample_graph

DRAW: dict[str, Callable[[KnowledgeGraph], Chart]] = {
    "timeline": draw_timeline,
    "map": draw_map,
    "network": draw_network,
}
SVG = "{http://www.w3.org/2000/svg}"
NOTHING = KnowledgeGraph(articles=(), claims=(), resolution=Resolution())


def graph_of(*events: Event) -> KnowledgeGraph:
    records = sample_graph().records
    resolution = replace(records.resolution, events=tuple(events), event_links=())
    return KnowledgeGraph(articles=records.articles, claims=records.claims, resolution=resolution)


def event(number: int = 0, **changes: object) -> Event:
    like = sample_graph().event(sample_graph().event_of(sample_claim("a-herald-1", "killed").id))
    values = {"status": EventStatus.REPORTED, "place": None, "earliest": None, "latest": None}
    return replace(like, id=f"e-{number:016x}", **{**values, **changes})


def at(name: str, latitude: float, longitude: float, **more: object) -> Place:
    span = Span(start=0, end=len(name), text=name)
    return Place(span=span, name=name, latitude=latitude, longitude=longitude, **more)


def words(chart: Chart) -> list[str]:
    return [text.text or "" for text in ET.fromstring(chart.svg).iter(f"{SVG}text")]


def shapes(chart: Chart, name: str) -> list[dict[str, str]]:
    return [shape.attrib for shape in ET.fromstring(chart.svg).iter(SVG + name)]


# --- all pictures ---------------------------------------------------------------------------------


@pytest.mark.parametrize("draw", DRAW.values(), ids=DRAW)
@pytest.mark.parametrize("graph", [sample_graph, hostile_graph, lambda: NOTHING])
def test_picture_is_well_formed_and_cannot_run(draw, graph) -> None:
    chart = draw(graph())
    tags = {element.tag.removeprefix(SVG) for element in ET.fromstring(chart.svg).iter()}
    drawing = {"svg", "title", "rect", "text", "line", "path", "circle", "g"}
    assert tags <= drawing
    assert not re.search(r"<[^>]*\s(?:on\w+|href|xlink:href|src)=", chart.svg)
    assert chart.svg.encode("utf-8")


@pytest.mark.parametrize("draw", DRAW.values(), ids=DRAW)
def test_picture_is_the_same_each_time_and_small(draw) -> None:
    assert draw(sample_graph()) == draw(sample_graph())
    assert len(draw(sample_graph()).svg) < 150_000


@pytest.mark.parametrize("draw", DRAW.values(), ids=DRAW)
def test_picture_shows_and_tells_itself(draw, tmp_path: Path) -> None:
    chart = draw(sample_graph())
    assert chart._repr_svg_() == chart.svg
    assert repr(chart) == f"<Chart: {chart.told}>"
    assert f"<title>{chart.told}</title>" in chart.svg
    assert chart.write(tmp_path / "a.svg").read_text(encoding="utf-8") == chart.svg


def test_picture_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    with pytest.raises(ViewError, match="cannot be written"):
        draw_map(sample_graph()).write(tmp_path / "nowhere" / "a.svg")


# --- time -----------------------------------------------------------------------------------------


def test_each_event_is_in_the_bar_of_its_quad() -> None:
    days = (date(2024, 3, 4), date(2024, 3, 10), date(2024, 3, 11))
    chart = draw_timeline(
        graph_of(*(event(n, earliest=day, latest=day) for n, day in enumerate(days))), by="week"
    )
    bars = [bar for bar in shapes(chart, "rect") if bar["fill"] == QUAD_STYLES[4].line]
    _, first, second = bars  # the first is that of the legend
    assert float(first["height"]) == pytest.approx(2 * float(second["height"]))
    assert chart.told == "3 events by week, 2024-03-04 to 2024-03-11"


def test_what_is_left_out_is_counted() -> None:
    year = {"earliest": date(2024, 1, 1), "latest": date(2024, 12, 31)}
    chart = draw_timeline(
        graph_of(
            event(1, status=EventStatus.CANDIDATE),
            event(2, status=EventStatus.HISTORICAL),
            event(3, **year, date_precision=TimePrecision.YEAR),
            event(4, first_published=None),
            event(5, first_published=date(2024, 3, 5)),
        ),
        by="month",
    )
    told = "\n".join(words(chart))
    assert "1 event, 1 of them at their first report, as no day is stated." in told
    assert (
        "Not shown: 1 background of the past, 1 dated too coarsely, "
        "1 not said to have happened, 1 without any day." in told
    )


def test_period_is_chosen_by_the_days() -> None:
    far = [event(1, earliest=date(2014, 3, 1)), event(2, earliest=date(2024, 3, 1))]
    near = [event(1, earliest=date(2024, 3, 1)), event(2, earliest=date(2024, 3, 20))]
    assert draw_timeline(graph_of(*far)).told.startswith("2 events by year")
    assert draw_timeline(graph_of(*near)).told.startswith("2 events by day")


def test_faulty_periods_are_named() -> None:
    with pytest.raises(ViewError, match="day, week, month, year"):
        draw_timeline(sample_graph(), by="fortnight")
    far = graph_of(event(1, earliest=date(1914, 8, 1)), event(2, earliest=date(2024, 3, 1)))
    with pytest.raises(ViewError, match="bars, one a day, do not fit"):
        draw_timeline(far, by="day")


@pytest.mark.parametrize("by", PERIOD_DAYS)
@pytest.mark.parametrize("day", [date.min, date(2024, 2, 29), date(2023, 12, 31), date.max])
def test_periods_follow_each_other(by: str, day: date) -> None:
    start = start_of(day, by)
    assert start <= day
    assert day < next_start(start, by) or next_start(start, by) == date.max
    assert count_between(start, start, by) == 1


@pytest.mark.parametrize("days", [0, 3, 20, 90, 400, 3_000, 40_000, 700_000])
def test_axis_has_some_marks_and_not_too_many(days: int) -> None:
    first = date(1, 2, 3)
    marks = ticks(first, date.fromordinal(first.toordinal() + days))
    assert len(marks) <= 10
    assert [mark.day for mark in marks] == sorted({mark.day for mark in marks})
    assert days < 3 or len(marks) > 1


# --- places ---------------------------------------------------------------------------------------


def test_events_of_one_point_share_a_disc() -> None:
    kyiv, kiev = at("Kyiv", 50.45, 30.52), at("Kiev", 50.45, 30.52)
    graph = graph_of(event(1, place=kyiv), event(2, place=kyiv), event(3, place=kiev), event(4))
    chart = draw_map(graph)
    assert len(shapes(chart, "circle")) == 1
    assert "Kyiv" in words(chart)
    assert "Kiev" not in words(chart)
    assert "3 of 4 events; 1 without a known place. Outlines: Natural Earth." in words(chart)


def test_coarse_place_is_hollow_and_candidate_is_left_out() -> None:
    country = at("Syria", 35, 38, precision=PlacePrecision.COUNTRY)
    graph = graph_of(
        event(1, place=country),
        event(2, place=at("Homs", 34.7, 36.7), status=EventStatus.CANDIDATE),
    )
    (disc,) = shapes(draw_map(graph), "circle")
    assert "stroke-dasharray" in disc


def test_map_keeps_to_a_country() -> None:
    graph = graph_of(
        event(1, place=at("Homs", 34.7, 36.7, country="SYR")),
        event(2, place=at("Kyiv", 50.45, 30.52, country="UKR")),
    )
    chart = draw_map(graph, within="ukr")
    assert "Kyiv" in words(chart)
    assert "Homs" not in words(chart)


@pytest.mark.parametrize(
    "points",
    [[], [(30.0, 50.0)], [(-179.0, -80.0), (179.0, 85.0)], [(0.0, 90.0)], [(30.0, 50.0)] * 3],
)
def test_window_holds_its_points(points: list[tuple[float, float]]) -> None:
    projection = Projection.around(points, width=860, top=60)
    for x, y in (projection.point(*point) for point in points):
        assert 0 <= x <= 860
        assert 60 <= y <= 60 + projection.height
    assert 1 < len([*meridians(projection), *parallels(projection)]) < 40
    assert projection.height <= 500


def test_labels_do_not_cover_each_other() -> None:
    room = Room(width=300, height=200)
    spots = [room.find("Kramatorsk", 150, 100, radius=4, size=12) for _ in range(30)]
    found = [spot for spot in spots if spot]
    assert len(set(found)) == len(found) > 2
    assert None in spots
    for one, other in zip(room.taken, room.taken[1:], strict=False):
        assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


# --- the network ----------------------------------------------------------------------------------


def test_network_draws_the_most_active_actors() -> None:
    whole = draw_network(sample_graph())
    small = draw_network(sample_graph(), options=ViewOptions(max_actors=2, title="<Two>"))
    assert len(shapes(small, "circle")) < len(shapes(whole, "circle"))
    assert small.told.startswith("2 of ")
    assert "<Two>" in words(small)
