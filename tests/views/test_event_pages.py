from dataclasses import replace

import pytest

from kg.graph import KnowledgeGraph, UnknownIdError
from kg.model import Event, EventStatus, PlacePrecision, Reason
from kg.views import render_event_page, write_event_page
from tests.samples import sample_articles, sample_claim, sample_claims, sample_graph
from tests.samples import sample_resolution as resolution
from tests.views.page_parts import Tree


def strike() -> Event:
    (event,) = (e for e in sample_graph().records.events if e.status is EventStatus.DISPUTED)
    return event


def page(event: Event) -> Tree:
    return Tree(render_event_page(sample_graph(), event.id))


def graph_with(event: Event) -> KnowledgeGraph:
    """Return the sample world with another version of one event."""
    events = tuple(event if e.id == event.id else e for e in resolution().events)
    return KnowledgeGraph(
        articles=sample_articles(),
        claims=sample_claims(),
        resolution=replace(resolution(), events=events),
    )


def test_heading_tells_who_did_what_to_whom() -> None:
    tree = page(strike())
    assert tree.texts("h1") == ["Norland Air Force Assault (aerial) → people and civilians"]
    assert tree.texts(".where-when") == ["4 Mar 2024 · Kessa · 9 killed (9–12 or more)"]
    assert tree.texts(".kicker") == ["Event disputed"]


def test_all_claims_stand_side_by_side_and_denials_apart() -> None:
    event, tree = strike(), page(strike())
    assert len(tree.all(".report")) == len(event.claim_ids) + len(event.denial_ids)
    assert len([r for r in tree.all(".report") if "is-denied" in r.get("class")]) == 2
    assert tree.texts("h2")[-2:] == ["3 reports", "2 denials"]


@pytest.mark.parametrize("role", ["actor", "action", "target", "speaker"])
def test_words_are_marked_where_their_offsets_say(role: str) -> None:
    event, tree = strike(), page(strike())
    claims = [sample_graph().claim(id_) for id_ in (*event.claim_ids, *event.denial_ids)]
    found = [
        [mark.text_content() for mark in report.xpath(f".//mark[@class='{role}']")]
        for report in tree.all(".report")
    ]
    spans = {
        "actor": lambda c: [mention.span for mention in c.actors],
        "action": lambda c: [c.action],
        "target": lambda c: [mention.span for mention in c.targets],
        "speaker": lambda c: [c.attributed_to.span] if c.attributed_to else [],
    }[role]
    expected = [
        [
            c.sentence.text[s.start - c.sentence.start : s.end - c.sentence.start]
            for s in sorted(spans(c), key=lambda span: span.start)
        ]
        for c in claims
    ]
    assert found == expected
    assert any(found)


def test_sentences_are_whole() -> None:
    event = strike()
    claims = [sample_graph().claim(id_) for id_ in (*event.claim_ids, *event.denial_ids)]
    assert page(event).raw(".report blockquote") == [claim.sentence.text for claim in claims]


def test_claims_say_how_they_are_meant_who_says_so_and_what_made_them() -> None:
    texts = page(strike()).texts(".report")
    assert "affirmed · certain · past" in texts[0]
    assert "said by health ministry of Sudria" in texts[0]
    assert "Killed: at least 12 at least 12 civilians" in texts[0]
    assert "Read by rule ASSAULT.kill (act, active), confidence 0.90" in texts[0]
    assert "denied · certain · past" in texts[-1]


def test_links_lead_to_the_articles() -> None:
    links = {a.get("href") for a in page(strike()).all(".report a")}
    assert links == {
        sample_graph().article(id_).url for id_ in ("a-herald-1", "a-wire-1", "a-post-1")
    }


def test_tolls_are_drawn_by_outlet() -> None:
    tree = page(strike())
    rows = [row.xpath("./th/bdi")[0].text_content() for row in tree.all("tbody tr")]
    assert rows == ["Harbour Herald", *["Mountain <b>Post</b>"] * 2, *["Sudria Wire"] * 2]
    assert tree.texts(".said") == ["at least 12", *["9", "2 among them"] * 2]
    places = [float(svg.get("x")[:-1]) for svg in tree.all("tbody svg svg")]
    assert places == [80.0, 60.0, 13.333, 60.0, 13.333]  # of an axis up to 15
    assert len(tree.all(".bound")) == 1
    assert len(tree.all("tbody .is-open")) == 1 + 5  # the open number, and the open range behind


def test_reports_stand_on_the_day_of_their_publication() -> None:
    tree = page(strike())
    assert len(tree.all(".telling")) == 3
    assert len(tree.all(".denial")) == 2
    assert tree.texts(".occurred") == ["The event: 4 Mar 2024"]


def test_place_is_shown_on_a_small_map() -> None:
    tree = page(strike())
    assert tree.texts(".place-name") == ["Kessa"]
    assert len(tree.all(".land path")) > 3
    assert not tree.all(".is-hollow")


def test_middle_of_a_country_is_no_place_of_the_event() -> None:
    event = strike()
    assert event.place
    vague = replace(event, place=replace(event.place, precision=PlacePrecision.COUNTRY))
    tree = Tree(render_event_page(graph_with(vague), event.id))
    assert len(tree.all(".is-hollow")) == 1
    assert any("it is no place of the event" in text for text in tree.texts(".about"))


def test_reasons_are_told_in_words() -> None:
    event = strike()
    because = ("same day +0.30", "different modes -0.10", "the only such event")
    pair = {"claim_id": event.claim_ids[2], "other_claim_id": event.claim_ids[0]}
    told = replace(event, reasons=(Reason(**pair, score=0.2, because=because),))
    tree = Tree(render_event_page(graph_with(told), event.id))
    assert tree.texts(".merges li") == [
        "13 same day +0.30different modes −0.10the only such event 0.20"
    ]
    assert [a.get("href") for a in tree.all(".merges a")] == ["#claim-1", "#claim-3"]


def test_event_without_anything_more_has_a_page() -> None:
    shelled = sample_graph().event_of(sample_claim("a-wire-2", "shelled").id)
    tree = page(sample_graph().event(shelled or ""))
    assert tree.texts("h1") == ["Unnamed Assault (heavy weapons) → convoy of refugees"]
    assert not tree.all(".inset")
    assert not tree.all(".dots")


def test_candidate_says_that_it_is_not_counted() -> None:
    (event,) = (e for e in sample_graph().records.events if e.status is EventStatus.CANDIDATE)
    assert "not counted as happened" in page(event).texts(".about")[0]


def test_title_can_be_given() -> None:
    tree = Tree(render_event_page(sample_graph(), strike().id, title="A <b>title</b>"))
    assert tree.texts("h1") == tree.texts("title")[:1] == ["A <b>title</b>"]


def test_unknown_event_is_named(tmp_path) -> None:
    with pytest.raises(UnknownIdError, match="no event 'e-0'"):
        write_event_page(sample_graph(), "e-0", tmp_path / "event.html")
    assert list(tmp_path.iterdir()) == []
