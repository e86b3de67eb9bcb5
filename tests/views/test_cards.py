"""Cards: one thing, its sentences and sources, as HTML that holds no markup of other people."""

from dataclasses import replace

import pytest

from kg.errors import ViewError
from kg.graph import KnowledgeGraph, UnknownIdError
from kg.views import make_card
from kg.views.cards import MOST_SHOWN, MOST_TEXT
from tests.browser.hostile import PAYLOADS, hostile_graph
from tests.samples import sample_claim, sample_graph
from tests.views.page_parts import take_apart

ALLOWED = {
    *("div", "p", "b", "code", "br", "small", "span", "blockquote", "a"),
    *("table", "thead", "tbody", "tr", "th", "td"),
}


def strike_id() -> str:
    found = sample_graph().event_of(sample_claim("a-herald-1", "killed").id)
    assert found
    return found


def test_event_shows_sentences_denials_and_tolls() -> None:
    card = make_card(sample_graph(), strike_id())
    assert "killed: 9 to 12 or more, best 9 (rule: latest)" in card.html
    assert "Reported by 3 claims" in card.html
    assert "Denied by 2 claims" in card.html
    assert "said by health ministry of Sudria" in card.html
    assert ">killed</span>" in card.html
    assert repr(card) == sample_graph().explain(strike_id())
    assert card._repr_html_() == card.html


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (sample_claim("a-herald-1", "killed").id, "made by"),
        ("xno-mil", "also: Norland army"),
        ("norland ARMY", "also: Norland army"),
        ("ilan-dravo", "President, Norland, 2020-01-20 to …"),
        ("a-herald-1", "Harbour Herald, 2024-03-05"),
    ],
)
def test_thing_is_found_by_id_or_name(asked: str, words: str) -> None:
    assert words in make_card(sample_graph(), asked).html


def test_thing_itself_does_as_well() -> None:
    graph = sample_graph()
    for thing in (*graph.records.events, *graph.records.claims, *graph.records.actors):
        assert make_card(graph, thing) == make_card(graph, thing.id)
    article = graph.records.articles[0]
    assert make_card(graph, article) == make_card(graph, article.id)
    assert article.id in repr(make_card(graph, article))


def test_what_is_not_there_is_named() -> None:
    with pytest.raises(UnknownIdError, match="no event, claim or actor 'Nobody'"):
        make_card(sample_graph(), "Nobody")
    with pytest.raises(UnknownIdError, match="no event"):
        make_card(sample_graph(), "e-0")
    with pytest.raises(ViewError, match="int has no card"):
        make_card(sample_graph(), 3)  # type: ignore[arg-type]


def test_hostile_texts_stay_texts() -> None:
    graph, count = hostile_graph(), 0
    records = graph.records
    for thing in (*records.events, *records.claims, *records.actors, *records.articles):
        parts = take_apart(make_card(graph, thing).html)
        assert {tag for tag, _ in parts.tags} <= ALLOWED
        names = {name for _, attributes in parts.tags for name in attributes}
        assert names <= {"style", "href", "target", "rel"}
        links = [attributes["href"] for tag, attributes in parts.tags if tag == "a"]
        assert all((link or "").startswith(("https://", "http://")) for link in links)
        count += 1
    assert count == 4 * len(PAYLOADS)


def test_card_is_small_whatever_the_thing() -> None:
    graph = sample_graph()
    event, records = graph.event(strike_id()), graph.records
    many = replace(event, claim_ids=event.claim_ids * 100)
    card = make_card(graph, many)
    assert card.html.count("<blockquote") == MOST_SHOWN + len(event.denial_ids)
    assert "… and 280 more" in card.html
    long = replace(records.articles[0], text="x" * 100_000)
    other = KnowledgeGraph(articles=(long,), claims=(), resolution=records.resolution)
    assert len(make_card(other, long).html) < MOST_TEXT + 2_000
