"""What notebooks show of graphs and tables, and what filters people write."""

from datetime import date

import pytest

from kg.graph import FilterError, GraphFilter, KnowledgeGraph, UnknownIdError
from kg.graph.markup import MAX_ROWS, html_table
from kg.model import EventType, Resolution
from tests.browser.hostile import hostile_graph
from tests.samples import sample_graph
from tests.views.page_parts import take_apart


def test_graph_shows_what_it_holds_and_how_it_is_meant():
    shown = sample_graph()._repr_html_()
    assert "6 articles" in shown
    assert "1 disputed, 1 candidate, 1 historical" in shown
    assert "ASSAULT" in shown
    assert "published 2024-03-05 to 20" in shown


@pytest.mark.parametrize(
    "graph", [hostile_graph(), KnowledgeGraph(articles=(), claims=(), resolution=Resolution())]
)
def test_graph_shows_no_markup_of_others(graph):
    parts = take_apart(graph._repr_html_())
    tags = {"div", "p", "b", "br", "table", "thead", "tbody", "tr", "th", "td"}
    assert {tag for tag, _ in parts.tags} <= tags
    assert {name for _, attributes in parts.tags for name in attributes} <= {"style"}


def test_table_is_cut_and_says_so():
    table = html_table(["n"], [[number] for number in range(MAX_ROWS + 1)])
    assert table.count("<td>") == MAX_ROWS
    assert f"{MAX_ROWS} of {MAX_ROWS + 1} rows" in table
    assert "rows" not in html_table(["n"], [[1]])
    assert len(html_table(["text"], [["x" * 100_000]])) < 1_000


# --- filters as people write them -----------------------------------------------------------------


def test_conditions_are_read():
    assert GraphFilter.of(
        actor="Norland",
        event_type="assault",
        since="2024-03-01",
        until=date(2024, 4, 1),
        country="xno",
    ) == GraphFilter(
        actor="Norland",
        event_type=EventType.ASSAULT,
        since=date(2024, 3, 1),
        until=date(2024, 4, 1),
        country="XNO",
    )
    assert GraphFilter.of(actor=None) == GraphFilter()


@pytest.mark.parametrize(
    ("conditions", "words"),
    [
        ({"actors": "x"}, "no filter 'actors'; choose from actor, event_type"),
        ({"event_type": "FIGHT"}, "'FIGHT' is none of AGREE, CONSULT"),
        ({"since": "March"}, "'March' is no day"),
        ({"since": "2024-03-012"}, "'2024-03-012' is no day"),
        ({"until": "2024-03-01 to 2024-03-09"}, "is no day"),
    ],
)
def test_faulty_condition_is_named(conditions, words):
    with pytest.raises(FilterError, match=words):
        sample_graph().filtered(**conditions)


def test_graph_is_filtered_by_conditions():
    graph = sample_graph()
    by_filter = graph.filtered(GraphFilter(event_type=EventType.ASSAULT))
    assert graph.filtered(event_type="ASSAULT") == by_filter
    assert graph.filtered() == graph
    with pytest.raises(FilterError, match="either"):
        graph.filtered(GraphFilter(), actor="xno")
    with pytest.raises(UnknownIdError, match="did you mean"):
        graph.filtered(actor="Quel")
