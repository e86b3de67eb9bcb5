from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import networkx as nx
import pytest

from kg.exports import export
from kg.graph import KnowledgeGraph
from tests.samples import ARABIC, BRIGADE, SCRIPT, sample_graph

READERS = {"graphml": nx.read_graphml, "gexf": nx.read_gexf}


def read(file: Path) -> nx.MultiDiGraph:
    return READERS[file.suffix[1:]](file)


@pytest.fixture(params=READERS)
def network(request: pytest.FixtureRequest, tmp_path: Path) -> nx.MultiDiGraph:
    return read(export(sample_graph(), tmp_path / f"graph.{request.param}"))


def test_network_is_that_of_the_graph(network: nx.MultiDiGraph) -> None:
    whole = sample_graph().to_networkx()
    edges = sorted((u, v, data["event_id"]) for u, v, data in network.edges(data=True))
    assert sorted(network) == sorted(whole)
    assert edges == sorted((u, v, key) for u, v, key in whole.edges(keys=True))


def test_attributes_keep_values_and_types(network: nx.MultiDiGraph) -> None:
    whole = sample_graph().to_networkx()
    added = {"label", "id", "networkx_key"}
    for node, data in whole.nodes(data=True):
        found = {name: value for name, value in network.nodes[node].items() if name not in added}
        assert found == {name: value for name, value in data.items() if value != ""}
    (strike,) = {
        (data["killed_low"], data["killed_high"], data["intensity"])
        for *_, data in network.edges(data=True)
        if "killed_low" in data
    }
    assert strike == (9, 12, -9.5)


def test_hostile_names_are_text(network: nx.MultiDiGraph) -> None:
    names = {data["name"] for _, data in network.nodes(data=True)}
    assert {SCRIPT, BRIGADE, ARABIC} <= names


@pytest.mark.parametrize("extension", READERS)
def test_edges_have_ids_of_their_own(extension: str, tmp_path: Path) -> None:
    root = ElementTree.parse(export(sample_graph(), tmp_path / f"graph.{extension}")).getroot()
    ids = [edge.get("id") for edge in root.iter() if edge.tag.endswith("}edge")]
    assert len(ids) == len(set(ids)) == sample_graph().to_networkx().number_of_edges()


@pytest.mark.parametrize("extension", READERS)
def test_characters_that_xml_lacks_are_replaced(extension: str, tmp_path: Path) -> None:
    records = sample_graph().records
    actors = tuple(replace(actor, name="a\x00b\x1b\ud800\uffff") for actor in records.actors)
    graph = KnowledgeGraph(
        articles=records.articles,
        claims=records.claims,
        resolution=replace(records.resolution, actors=actors),
    )
    network = read(export(graph, tmp_path / f"graph.{extension}"))
    assert network.nodes["xno"]["name"] == "a\ufffdb\ufffd\ufffd\ufffd"


def test_graphml_writes_truth_as_xml_does(tmp_path: Path) -> None:
    content = export(sample_graph(), tmp_path / "graph.graphml").read_text("utf-8")
    assert ">true</data>" in content
    assert ">True</data>" not in content


def test_gexf_has_a_time_line_and_no_clock(tmp_path: Path) -> None:
    content = export(sample_graph(), tmp_path / "graph.gexf").read_text("utf-8")
    assert 'mode="dynamic"' in content
    assert 'timeformat="date"' in content
    assert '<spell start="2024-03-04" end="2024-03-04" />' in content
    assert "lastmodifieddate" not in content
