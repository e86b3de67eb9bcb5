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
    added = {"label", "id", "networkx_key", "spells"}
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
    actors = tuple(
        replace(actor, name="a\x00b\x1b\ud800\uffff\r\nc\rd") for actor in records.actors
    )
    graph = KnowledgeGraph(
        articles=records.articles,
        claims=records.claims,
        resolution=replace(records.resolution, actors=actors),
    )
    network = read(export(graph, tmp_path / f"graph.{extension}"))
    assert network.nodes["xno"]["name"] == "a\ufffdb\ufffd\ufffd\ufffd\nc\nd"


def test_graphml_writes_truth_as_xml_does(tmp_path: Path) -> None:
    content = export(sample_graph(), tmp_path / "graph.graphml").read_text("utf-8")
    assert ">true</data>" in content
    assert ">True</data>" not in content


GEXF = "{http://www.gexf.net/1.2draft}"


def spells_of(file: Path, tag: str) -> dict[str, list[tuple[str, str]]]:
    """Return the spells of each node or edge, as the file's XML has them."""
    root = ElementTree.parse(file).getroot()
    return {
        thing.attrib["id"]: [
            (spell.attrib["start"], spell.attrib["end"]) for spell in thing.iter(f"{GEXF}spell")
        ]
        for thing in root.iter(f"{GEXF}{tag}")
    }


def test_gexf_is_a_dynamic_graph_of_days_without_a_clock(tmp_path: Path) -> None:
    file = export(sample_graph(), tmp_path / "graph.gexf")
    (graph,) = ElementTree.parse(file).getroot().iter(f"{GEXF}graph")
    assert (graph.get("mode"), graph.get("timeformat")) == ("dynamic", "date")
    assert "lastmodifieddate" not in file.read_text("utf-8")


def test_gexf_edges_are_there_on_the_days_of_their_event(tmp_path: Path) -> None:
    spells = spells_of(export(sample_graph(), tmp_path / "graph.gexf"), "edge")
    events = {event.id: event for event in sample_graph().records.events}
    assert spells
    for key, found in spells.items():
        event = events[key[:18]]  # the further pairs of an event have a number behind its id
        days = (str(event.earliest), str(event.latest))
        assert found == ([days] if event.earliest else []), key


def test_gexf_nodes_are_there_with_their_edges(tmp_path: Path) -> None:
    file = export(sample_graph(), tmp_path / "graph.gexf")
    nodes, edges = spells_of(file, "node"), spells_of(file, "edge")
    network = nx.read_gexf(file)
    assert nodes["xno-air-force"] == [("2024-03-04", "2024-03-04")]
    assert nodes["xno"] == []  # it threatens on a day that nobody tells
    assert nodes["xno-mil"] == []  # it has no event of its own
    for u, v, data in network.edges(data=True):
        for node in (u, v):
            assert not nodes[node] or set(edges[data["id"]]) <= set(nodes[node])


def test_gexf_spells_are_read_back(tmp_path: Path) -> None:
    network = nx.read_gexf(export(sample_graph(), tmp_path / "graph.gexf"))
    day = ("2024-03-04", "2024-03-04")
    assert network.nodes["xno-air-force"]["spells"] == [day]
    assert [day] in [data.get("spells") for *_, data in network.edges(data=True)]


@pytest.mark.parametrize("known", ["earliest", "latest"])
def test_gexf_spell_with_one_known_end_is_a_day(known: str, tmp_path: Path) -> None:
    records = sample_graph().records
    unknown = {"earliest": None, "latest": None}
    events = tuple(
        replace(event, **{**unknown, known: getattr(event, known)}) for event in records.events
    )
    graph = KnowledgeGraph(
        articles=records.articles,
        claims=records.claims,
        resolution=replace(records.resolution, events=events),
    )
    spells = spells_of(export(graph, tmp_path / "graph.gexf"), "edge")
    assert [("2024-03-04", "2024-03-04")] in spells.values()


def test_gexf_without_days_is_static(tmp_path: Path) -> None:
    records = sample_graph().records
    events = tuple(replace(event, earliest=None, latest=None) for event in records.events)
    graph = KnowledgeGraph(
        articles=records.articles,
        claims=records.claims,
        resolution=replace(records.resolution, events=events),
    )
    file = export(graph, tmp_path / "graph.gexf")
    assert 'mode="static"' in file.read_text("utf-8").split("<attributes")[0]
