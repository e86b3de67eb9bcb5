from datetime import date
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import ViewError
from kg.graph import KnowledgeGraph, UnknownIdError
from kg.model import Resolution
from kg.views import render_timeline_page
from kg.views.axes import DayAxis, NumberAxis
from tests.samples import sample_graph
from tests.views.page_parts import Tree


def page(actor: str | None = None, other: str | None = None) -> Tree:
    return Tree(render_timeline_page(sample_graph(), actor=actor, other=other))


def test_every_event_is_listed_and_the_dated_are_drawn() -> None:
    tree = page()
    assert len(tree.all(".event")) == 10
    # Two of the hostile article have no day at all, and 1994 lies before the axis.
    assert len(tree.all(".mark")) == 7
    about = tree.texts(".about")[0]
    assert about.startswith("10 events. Nobody states when 3 of them occurred")
    assert "2 have no day at all" in about
    assert "1 lies before 2024" in about


def test_lanes_are_by_type_with_conflict_first() -> None:
    names = page().texts(".lane-name")
    assert names == ["Assault", "Protest", "Threaten", "Consult", "Support"]


def test_marks_tell_status_and_lead_to_their_event() -> None:
    tree = page()
    classes = [mark.get("class").split() for mark in tree.all(".mark")]
    assert sum("is-candidate" in given for given in classes) == 1
    assert sum("is-disputed" in given for given in classes) == 1
    assert len(tree.all(".mark .bar")) == 1
    ids = {event.get("id") for event in tree.all(".event")}
    assert {mark.get("href")[1:] for mark in tree.all(".mark")} <= ids


def test_what_is_dated_by_its_report_looks_so() -> None:
    marks = [m for m in page().all(".mark") if m.xpath(".//*[contains(@class, 'is-report')]")]
    assert len(marks) == 3
    assert all("reported" in mark.text_content() for mark in marks)


def test_dyad_holds_both_directions_and_what_both_did() -> None:
    assert len(page("ilan-dravo", "Mara Quell").all(".event")) == 1
    assert len(page("Mara Quell", "ilan-dravo").all(".event")) == 1
    assert len(page("xsu", "xno").all(".event")) == 1
    assert page("xsu", "xno").texts("h1") == ["Sudria and Norland: events over time"]
    assert len(page("ilan-dravo", "xno").all(".event")) == 0


def test_one_actor_alone() -> None:
    assert len(page("xno").all(".event")) == 3


def test_other_side_needs_an_actor() -> None:
    with pytest.raises(ViewError, match="name both"):
        page(other="xno")
    with pytest.raises(UnknownIdError):
        page("xno", "nobody")


def test_graph_without_events_has_a_page() -> None:
    empty = KnowledgeGraph(articles=(), claims=(), resolution=Resolution())
    tree = Tree(render_timeline_page(empty))
    assert not tree.all(".mark")
    assert "No event passes." in tree.texts(".events-list")[0]


def test_marks_of_a_lane_do_not_cover_each_other() -> None:
    marks = [mark.xpath("./*[1]")[0] for mark in page().all(".mark")]
    points = [(float(m.get("x")[:-1]) * 11.8, float(m.get("y"))) for m in marks]
    assert all(abs(a[0] - b[0]) > 8 or abs(a[1] - b[1]) > 8 for a, b in combinations(points, 2))


@given(st.dates(date(1990, 1, 1)), st.integers(0, 9000), st.integers(1, 200))
def test_ticks_are_few_and_in_order(first: date, days: int, most: int) -> None:
    last = date.fromordinal(min(first.toordinal() + days, date.max.toordinal()))
    ticks = DayAxis(first=first, last=last).ticks(most)
    places = [tick.at for tick in ticks]
    assert places == sorted(places)
    assert 1 <= len(ticks) <= max(most + 1, 27)
    assert all(0 <= place <= 100 for place in places)


@given(st.integers(0, 10**9), st.integers(2, 12))
def test_axis_of_numbers_reaches_them_in_round_steps(most: int, ticks: int) -> None:
    axis = NumberAxis.up_to(most, ticks=ticks)
    assert axis.last >= most
    assert axis.last % axis.step == 0
    assert len(axis.ticks) <= ticks + 2
