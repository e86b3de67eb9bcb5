"""The network: what is joined to what, and attributes that any format can hold."""

from dataclasses import replace

import networkx as nx
import pytest

from kg.graph import KnowledgeGraph
from kg.graph.networks import UNNAMED, place_node_id
from kg.model import EventType, MadeBy, Place, Span
from tests.samples import (
    sample_articles,
    sample_claim,
    sample_claims,
    sample_graph,
    sample_resolution,
)


def edges_of(graph, claim):
    event_id = graph.event_of(claim.id)
    return sorted((u, v) for u, v, key in graph.to_networkx().edges(keys=True) if key == event_id)


def changed(claim, **changes):
    """Return the sample graph with the event of a claim changed."""
    event_id = sample_graph().event_of(claim.id)
    made_by = changes.pop("made_by", claim.made_by)
    claims = [replace(c, made_by=made_by) if c.id == claim.id else c for c in sample_claims()]
    found = sample_resolution()
    events = tuple(replace(e, **changes) if e.id == event_id else e for e in found.events)
    return KnowledgeGraph(
        articles=sample_articles(), claims=claims, resolution=replace(found, events=events)
    )


def test_event_without_target_leads_to_its_place():
    marched = sample_claim("a-herald-2", "marched")
    ((actor, place),) = edges_of(sample_graph(), marched)
    assert actor.startswith("x-")
    assert place == "place-xsu-port-sel"
    assert sample_graph().to_networkx().nodes[place]["kind"] == "place"


def test_event_without_actor_starts_at_the_unnamed():
    shelled = sample_claim("a-wire-2", "shelled")
    ((u, _),) = edges_of(sample_graph(), shelled)
    node = sample_graph().to_networkx().nodes[u]
    assert (u, node["is_placeholder"]) == (UNNAMED, True)


def test_mutual_event_joins_its_parties():
    met = sample_claim("a-herald-2", "met")
    ((u, v),) = edges_of(sample_graph(), met)
    assert u == "ilan-dravo" < v


def test_mutual_event_of_three_joins_each_pair_once():
    met = sample_claim("a-herald-2", "met")
    graph = changed(met, actor_ids=("xsu", "igo-un", "xno"))
    assert edges_of(graph, met) == [("igo-un", "xno"), ("igo-un", "xsu"), ("xno", "xsu")]


def test_clash_is_mutual_by_its_frame():
    killed = sample_claim("a-herald-1", "killed")
    clash = MadeBy(entry="ASSAULT.clash", frame="reciprocal", rule="active")
    graph = changed(killed, actor_ids=("xsu", "xno"), target_ids=(), made_by=clash)
    assert edges_of(graph, killed) == [("xno", "xsu")]
    alone = changed(killed, actor_ids=("xsu", "xno"), target_ids=())
    assert edges_of(alone, killed) == [("xno", "place-xsu-kessa"), ("xsu", "place-xsu-kessa")]


def test_every_actor_meets_every_target():
    killed = sample_claim("a-herald-1", "killed")
    graph = changed(killed, actor_ids=("xno", "ilan-dravo"), target_ids=("xsu", "xno"))
    assert edges_of(graph, killed) == [
        ("ilan-dravo", "xno"),
        ("ilan-dravo", "xsu"),
        ("xno", "xsu"),
    ]


def test_event_of_neither_target_nor_place_is_a_loop():
    marched = sample_claim("a-herald-2", "marched")
    graph = changed(marched, place=None)
    ((u, v),) = edges_of(graph, marched)
    assert u == v
    nobody = changed(marched, place=None, actor_ids=())
    assert edges_of(nobody, marched) == [(UNNAMED, UNNAMED)]


def test_every_actor_is_a_node_and_every_event_has_an_edge():
    network = sample_graph().to_networkx()
    assert {actor.id for actor in sample_graph().records.actors} <= set(network)
    assert {key for *_, key in network.edges(keys=True)} == {
        event.id for event in sample_graph().records.events
    }


def test_attributes_are_plain():
    network = sample_graph().to_networkx()
    values = [v for _, data in network.nodes(data=True) for v in data.values()]
    values += [v for *_, data in network.edges(data=True) for v in data.values()]
    assert {type(value) for value in values} == {str, int, float, bool}


def test_edge_tells_its_event():
    killed = sample_claim("a-herald-1", "killed")
    event_id = sample_graph().event_of(killed.id)
    (data,) = {
        repr(sorted(data.items())): data
        for *_, key, data in sample_graph().to_networkx().edges(keys=True, data=True)
        if key == event_id
    }.values()
    assert (data["event_type"], data["status"], data["quad"]) == ("ASSAULT", "disputed", 4)
    assert (data["killed_low"], data["killed_high"], data["stories"]) == (9, 12, 2)
    assert (data["latitude"], data["date_earliest"]) == (31.5, "2024-03-04")


def test_network_is_written_as_graphml(tmp_path):
    network = sample_graph().to_networkx()
    nx.write_graphml(network, tmp_path / "graph.graphml")
    assert len(nx.read_graphml(tmp_path / "graph.graphml", force_multigraph=True)) == len(network)


def test_each_network_is_new():
    sample_graph().to_networkx().clear()
    assert len(sample_graph().to_networkx()) > 0


@pytest.mark.parametrize(
    ("name", "country", "expected"),
    [
        ("Kessa", "XSU", "place-xsu-kessa"),
        ('O\'Harra "Old" Town', None, "place-o-harra-old-town"),
        ("🔥", "XSU", "place-xsu-ed"),
    ],
)
def test_id_of_a_place(name, country, expected):
    place = Place(span=Span(start=0, end=0, text=""), name=name, country=country)
    assert place_node_id(place).startswith(expected)
    assert place_node_id(place).isascii()


def test_mutual_types_are_those_of_the_model():
    assert [t for t in EventType if t.is_reciprocal] == ["AGREE", "CONSULT", "COOPERATE"]
