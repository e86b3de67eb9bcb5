import pytest

from kg.graph import UnknownIdError
from kg.model import EventStatus
from kg.views import render_actor_page
from tests.samples import sample_graph
from tests.views.page_parts import Tree


def page(asked: str) -> Tree:
    return Tree(render_actor_page(sample_graph(), asked))


def facts(tree: Tree) -> dict[str, str]:
    return dict(zip(tree.texts(".facts dt"), tree.texts(".facts dd"), strict=True))


def test_actor_is_told_with_its_offices() -> None:
    tree = page("Ilan Dravo")
    assert tree.texts("h1") == ["Ilan Dravo"]
    assert tree.texts(".kicker") == ["Person"]
    assert facts(tree) == {
        "Country": "XNO",
        "Sector": "Government and its officials",
        "Part of": "Norland",
        "Actor": "ilan-dravo",
    }
    assert tree.texts(".offices li") == [
        "Minister of War, Norland until 19 Jan 2020",
        "President, Norland since 20 Jan 2020",
    ]


def test_wordings_are_counted() -> None:
    chips = page("ilan-dravo").texts(".is-plain")
    assert chips == ["He 1", "President Ilan Dravo of Norland 1", "Ilan Dravo"]


def test_parts_are_named() -> None:
    tree = page("xno")
    assert facts(tree)["Its parts here"] == "Ilan Dravo, Armed Forces of Norland"


def test_other_sides_are_told_by_direction() -> None:
    rows = page("ilan-dravo").all(".dyads tbody tr")
    cells = [[cell.text_content().strip() for cell in row] for row in rows]
    assert cells == [
        ["Mara Quell", "", "", "Consult 1", "1"],
        ["United Nations", "Support 1", "", "", "1"],
    ]
    (norland,) = page("xsu").all(".dyads tbody tr")
    assert [cell.text_content().strip() for cell in norland][:3] == ["Norland", "", "Assault 1"]


def test_what_did_not_happen_is_counted_apart() -> None:
    tree = page("xno")
    graph = sample_graph()
    own = [e for e in graph.records.events if "xno" in (*e.actor_ids, *e.target_ids)]
    candidates = sum(event.status is EventStatus.CANDIDATE for event in own)
    assert candidates == 1
    assert f"Actor of {len(own) - 1} events, target of 0; 1 more" in tree.texts(".about")[0]
    assert len(tree.all(".events-list .event")) == len(own)
    assert tree.texts(".tally")[:2] == ["1", "1"]  # by quad: the background, the threat


def test_months_hold_what_has_a_month() -> None:
    tree = page("xno")
    assert tree.texts(".column title") == ["Mar 2024: 1 event"]  # the threat, by its report
    assert "1 stand in the month of their first report" in tree.texts(".key")[0]
    assert "1 of wider or older date are left out" in tree.texts(".key")[0]


def test_quotes_are_what_it_says() -> None:
    tree = page("xno-mil")
    (quote,) = {text for text in tree.raw("article blockquote") if "denied that it" in text}
    assert quote == "The Norland army denied that it had bombed Kessa."
    assert "2 sentences attributed to it" in " ".join(tree.texts(".about"))


def test_name_of_several_or_of_none_is_refused() -> None:
    with pytest.raises(UnknownIdError, match="'nobody'"):
        render_actor_page(sample_graph(), "nobody")
