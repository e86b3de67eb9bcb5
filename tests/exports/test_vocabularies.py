"""The shipped ontology and shapes, the page about them, and its queries over the sample."""

import re
from pathlib import Path

import pyoxigraph
import pytest
import rdflib

from kg.exports import EXPORTERS, ExportOptions, export, find_exporter
from kg.graph.ontology.classes import own_classes
from kg.graph.ontology.constraints import SHAPES
from kg.graph.ontology.properties import own_properties
from scripts import make_ontology
from tests.exports.rdf_files import oxigraph_quads, rdflib_quads
from tests.samples import sample_graph

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "ontology.md").read_text("utf-8")
QUERIES = re.findall(r"```sparql\n(.*?)```", PAGE, re.DOTALL)
every_file = pytest.mark.parametrize("name", make_ontology.FORMATS)


@every_file
def test_shipped_file_is_up_to_date(name: str) -> None:
    file = make_ontology.FOLDER / EXPORTERS[name].file_name
    advice = "run `python scripts/make_ontology.py`"
    assert file.read_bytes().decode("utf-8") == make_ontology.shipped(name), advice


@every_file
def test_both_parsers_read_the_same_without_blank_nodes(name: str) -> None:
    file = make_ontology.FOLDER / EXPORTERS[name].file_name
    quads = oxigraph_quads(file)
    assert quads == rdflib_quads(file)
    assert not [quad for quad in quads if any(part.startswith("_:") for part in quad)]


@every_file
def test_file_is_of_no_graph_and_of_any_base(name: str, tmp_path: Path) -> None:
    file = export(sample_graph(), tmp_path, to=name)
    assert file.read_bytes().decode("utf-8") == make_ontology.shipped(name)
    base = "https://data.example/war/"
    moved = export(sample_graph(), tmp_path, to=name, options=ExportOptions(base_iri=base))
    default = ExportOptions().base_iri
    assert default not in moved.read_text("utf-8")
    assert len(rdflib.Graph().parse(moved)) == len(oxigraph_quads_of(name))


def oxigraph_quads_of(name: str) -> set[tuple[str, ...]]:
    return oxigraph_quads(make_ontology.FOLDER / EXPORTERS[name].file_name)


@every_file
def test_name_of_the_file_is_enough(name: str) -> None:
    assert find_exporter(Path("out") / EXPORTERS[name].file_name, None) is EXPORTERS[name]


def test_every_shape_has_an_iri_and_a_message() -> None:
    graph = rdflib.Graph().parse(make_ontology.FOLDER / "shapes.ttl")
    paths = set(graph.subjects(rdflib.SH.path))
    assert {str(path) for path in paths if not isinstance(path, rdflib.URIRef)} == set()
    assert {path for path in paths if not graph.value(path, rdflib.SH.message)} == set()
    targets = {str(each) for each in graph.objects(None, rdflib.SH.targetClass)}
    assert len(targets) == len(SHAPES)


# --- docs/ontology.md ---------------------------------------------------------------------------


def test_tables_of_the_page_are_up_to_date() -> None:
    assert make_ontology.fill(PAGE) == PAGE, "run `python scripts/make_ontology.py`"
    assert all(f"<!-- table: {name} -->" in PAGE for name in make_ontology.TABLES)


def test_check_finds_what_is_out_of_date(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert make_ontology.main(["--check"]) == 0
    monkeypatch.setattr(make_ontology, "FOLDER", tmp_path)
    assert make_ontology.main(["--check"]) == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", [*own_classes(), *(row.name for row in own_properties())])
def test_page_tells_every_class_and_property(name: str) -> None:
    assert f"\n| `{name}` | " in PAGE


@pytest.fixture(params=["graph.trig", "graph.ttl"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> pyoxigraph.Store:
    """The sample with the ontology beside it."""
    store = pyoxigraph.Store()
    for name in (request.param, "ontology.ttl"):
        store.load(path=str(export(sample_graph(), tmp_path / name)))
    return store


def rows(store: pyoxigraph.Store, query: str) -> list[tuple[str, ...]]:
    solutions = store.query(query, use_default_graph_as_union=True)
    return [tuple(value.value for value in row) for row in solutions]


def test_page_has_four_queries() -> None:
    assert len(QUERIES) == 4


def test_query_events_by_the_name_of_their_type(store: pyoxigraph.Store) -> None:
    found = dict(rows(store, QUERIES[0]))
    events = [event for event in sample_graph().records.events if event.status != "candidate"]
    assert found["Assault"] == str(len([e for e in events if e.event_type == "ASSAULT"]))
    assert {"Protest", "Consult"} <= set(found)


def test_query_events_of_a_type_with_its_modes(store: pyoxigraph.Store) -> None:
    labels = [label for (label,) in rows(store, QUERIES[1])]
    assert len(labels) == len([x for x in sample_graph().records.events if is_assault(x)])
    assert any(label.startswith("ASSAULT (aerial)") for label in labels)
    assert all(label.startswith("ASSAULT") for label in labels)


def is_assault(event: object) -> bool:
    return event.event_type == "ASSAULT" and event.status != "candidate"


def test_query_cameo_roots_of_claims(store: pyoxigraph.Store) -> None:
    found = {root: (label, int(claims)) for root, label, claims in rows(store, QUERIES[2])}
    claims = sample_graph().records.claims
    assert sum(number for _, number in found.values()) == len(claims)
    assert found["19"] == ("Fighting", len([c for c in claims if c.cameo.startswith("19")]))


def test_query_modes_near_a_cameo_root(store: pyoxigraph.Store) -> None:
    found = rows(store, QUERIES[3])
    assert ("ASSAULT-suicide-attack", "1831") in found
    assert all(code.startswith("18") for _, code in found)
