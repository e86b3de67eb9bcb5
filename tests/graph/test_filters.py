"""Filters: which events pass, and that nothing dangles in what is left."""

from dataclasses import replace
from datetime import date

import pytest

from kg.graph import GraphFilter, KnowledgeGraph
from kg.model import EventType
from tests.samples import FORMULA, sample_graph

CASES = {
    "nothing asked": ({}, 10),
    "actor by id": ({"actor": "xno"}, 3),
    "actor by name": ({"actor": "norland"}, 3),
    "actor by alias": ({"actor": "Norland's Air Force"}, 1),
    "actor as target": ({"actor": "United Nations"}, 1),
    "hostile name": ({"actor": FORMULA}, 1),
    "unknown actor": ({"actor": "nobody"}, 0),
    "type": ({"event_type": EventType.ASSAULT}, 5),
    "type of none": ({"event_type": EventType.AID}, 0),
    "since a day": ({"since": date(2024, 3, 11)}, 3),
    "until a day": ({"until": date(2024, 3, 4)}, 2),
    "one day": ({"since": date(2024, 3, 4), "until": date(2024, 3, 4)}, 1),
    "within the year of background": ({"since": date(1994, 6, 1), "until": date(1994, 6, 2)}, 1),
    "undated events pass on the day of their first report": (
        {"since": date(2024, 3, 5), "until": date(2024, 3, 5)},
        2,
    ),
    "place": ({"place": "port sel"}, 2),
    "country of the place": ({"country": "CHE"}, 1),
    "country of an actor": ({"country": "IGO"}, 1),
    "all conditions hold": ({"actor": "xno", "event_type": EventType.THREATEN}, 1),
}


@pytest.mark.parametrize(("asked", "expected"), CASES.values(), ids=CASES)
def test_events_that_pass(asked, expected):
    assert len(sample_graph().filtered(GraphFilter(**asked)).records.events) == expected


@pytest.mark.parametrize("asked", [asked for asked, _ in CASES.values()], ids=CASES)
def test_nothing_dangles(asked):
    records = sample_graph().filtered(GraphFilter(**asked)).records
    claim_ids = {claim.id for claim in records.claims}
    actor_ids = {actor.id for actor in records.actors}
    article_ids = {article.id for article in records.articles}
    for event in records.events:
        assert {*event.claim_ids, *event.denial_ids} <= claim_ids
        assert {*event.actor_ids, *event.target_ids} <= actor_ids
    assert {claim.article_id for claim in records.claims} == article_ids
    assert {link.claim_id for link in records.event_links} == claim_ids
    assert {link.actor_id for link in records.actor_links} == actor_ids
    assert {id_ for story in records.stories for id_ in story.article_ids} == article_ids


def test_asking_nothing_changes_nothing():
    assert sample_graph().filtered(GraphFilter()) == sample_graph()


def test_filtering_twice_is_filtering_once():
    asked = GraphFilter(event_type=EventType.ASSAULT)
    once = sample_graph().filtered(asked)
    assert once.filtered(asked) == once


def test_place_is_asked_for_by_any_name_that_a_claim_gives_it():
    records = sample_graph().records
    (talks, *_) = (event for event in records.events if event.place and event.place.geonames_id)
    renamed = replace(talks, place=replace(talks.place, name="Genève"))
    graph = KnowledgeGraph.of(replace(records, events=(renamed,)))
    for name in ("Genève", "Geneva", "geneva"):
        assert graph.filtered(place=name).records.events == (renamed,)
    assert graph.filtered(place="Kessa").records.events == ()


def test_denials_stay_with_their_event():
    records = sample_graph().filtered(GraphFilter(place="Kessa")).records
    (event,) = records.events
    assert len(event.denial_ids) == 2
    assert len(records.claims) == 5


def test_actors_of_events_stay_without_any_link_to_a_text():
    records = replace(sample_graph().records, actor_links=())
    part = KnowledgeGraph.of(records).filtered(event_type="ASSAULT")
    named = {id_ for e in part.records.events for id_ in (*e.actor_ids, *e.target_ids)}
    assert named == {actor.id for actor in part.records.actors}


def test_filtered_graph_still_makes_every_projection():
    graph = sample_graph().filtered(GraphFilter(actor="xno"))
    assert len(graph.events) == 3
    assert graph.to_networkx().number_of_edges() == 3
    assert len(graph.actors) == len(graph.records.actors)
    assert len(graph.claims) == len(graph.records.claims)


@pytest.mark.parametrize("day", ["2024-03-01", "2024-03-01T23:59:59Z", "2024-03-01 10:00"])
def test_day_may_have_a_time_behind_it(day):
    assert GraphFilter.of(since=day).since == date(2024, 3, 1)
