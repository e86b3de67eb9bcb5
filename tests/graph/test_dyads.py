"""The simple network: who is in it, what weighs an edge, and that networkx measures it."""

from dataclasses import replace
from pathlib import Path

import networkx as nx
import pytest

from kg.graph import KnowledgeGraph
from kg.graph.networks import UNNAMED
from kg.model import EventStatus
from tests.samples import sample_claim, sample_graph


def dyads() -> nx.DiGraph:
    return sample_graph().to_networkx(simple=True)


def test_edge_is_weighed_by_its_events():
    events = sample_graph().records.events
    for u, v, edge in dyads().edges(data=True):
        found = [e for e in events if {u, v} <= {*e.actor_ids, *e.target_ids}]
        assert 1 <= edge["weight"] <= len(found)
        assert edge["distance"] == pytest.approx(1 / edge["weight"])
        assert sum(edge[f"quad_{quad}"] for quad in (1, 2, 3, 4)) == edge["weight"]
        assert edge["first"] <= edge["last"]


def test_places_and_the_unnamed_are_left_out():
    network = dyads()
    assert UNNAMED in sample_graph().to_networkx()
    assert UNNAMED not in network
    assert not [node for node in network if node.startswith("place-")]
    assert not list(nx.selfloop_edges(network))
    assert 0 not in dict(network.degree()).values()


def test_what_did_not_happen_is_left_out():
    records = sample_graph().records
    events = tuple(replace(e, status=EventStatus.CANDIDATE) for e in records.events)
    graph = KnowledgeGraph(
        articles=records.articles,
        claims=records.claims,
        resolution=replace(records.resolution, events=events),
    )
    assert graph.to_networkx().size()
    assert not graph.to_networkx(simple=True).size()


def test_talks_lead_both_ways():
    met = sample_graph().event(sample_graph().event_of(sample_claim("a-herald-2", "met").id))
    one, other = (*met.actor_ids, *met.target_ids)[:2]
    network = dyads()
    assert network.has_edge(one, other)
    assert network.has_edge(other, one)


def test_attributes_are_those_that_any_format_holds():
    network = dyads()
    values = [v for _, data in network.nodes(data=True) for v in data.values()]
    values += [v for *_, data in network.edges(data=True) for v in data.values()]
    assert {type(value) for value in values} <= {str, int, float, bool}


@pytest.mark.parametrize("simple", [True, False])
def test_measures_take_both_networks(simple):
    network = sample_graph().to_networkx(simple=simple)
    ranks = nx.pagerank(network, weight="weight")
    assert sum(ranks.values()) == pytest.approx(1)
    assert set(nx.betweenness_centrality(network, weight="distance" if simple else None))
    assert set(dict(network.degree(weight="weight"))) == set(network)


def test_weight_is_at_most_the_edges_between_two():
    whole = sample_graph().to_networkx()
    for u, v, edge in dyads().edges(data=True):
        assert edge["weight"] <= whole.number_of_edges(u, v) + whole.number_of_edges(v, u)


def test_attributes_are_told():
    schema = (Path(__file__).parents[2] / "docs" / "schema.md").read_text(encoding="utf-8")
    told = schema.partition("### The simple network")[2].partition("\n## ")[0]
    assert {
        key for *_, edge in dyads().edges(data=True) for key in edge if f"`{key}`" not in told
    } == set()
