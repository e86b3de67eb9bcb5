import json
import re
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

import pyoxigraph
import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st

from kg.exports import ExportOptions, export
from kg.exports.terms import Shortener
from kg.graph import KnowledgeGraph
from kg.graph.lines import ntriples_term, quoted
from kg.graph.terms import XSD, Iri, Literal, any_uri, text
from kg.graph.triples import iter_quads
from kg.graph.vocabulary import vocabulary
from kg.model import Resolution
from tests.contract.test_exporters import hostile_graph
from tests.exports.rdf_files import (
    DATASETS,
    GRAPHS,
    RAPTOR,
    oxigraph_quads,
    raptor_triples,
    rdflib_quads,
)
from tests.samples import sample_claim, sample_graph

BASE = "https://w3id.org/conflict-kg/"
SHORTENER = Shortener(vocabulary(BASE).prefixes)


def expected(*, has_graphs: bool) -> set[tuple[str, ...]]:
    """Return the quads of the sample as the parsers give them."""
    return {
        (
            *map(ntriples_term, (quad.subject, quad.predicate, quad.object)),
            quad.graph.value if has_graphs else "",
        )
        for quad in iter_quads(sample_graph())
    }


def normal(quads: Iterable[tuple[str, ...]]) -> set[tuple[str, ...]]:
    """Return quads with the escapes that only we write undone."""
    return {tuple(re.sub(r"\\u202E", "\u202e", part) for part in quad) for quad in quads}


@pytest.mark.parametrize("extension", [*GRAPHS, *DATASETS])
def test_both_parsers_read_what_the_model_says(extension: str, tmp_path: Path) -> None:
    file = export(sample_graph(), tmp_path / f"graph{extension}")
    quads = normal(expected(has_graphs=extension in DATASETS))
    assert normal(oxigraph_quads(file)) == quads
    assert normal(rdflib_quads(file)) == quads


@pytest.mark.skipif(shutil.which("rapper") is None, reason="no rapper; raptor2-utils brings it")
@pytest.mark.parametrize("make", [sample_graph, hostile_graph], ids=["sample", "hostile"])
@pytest.mark.parametrize("extension", RAPTOR)
def test_raptor_reads_the_same(
    extension: str, make: Callable[[], KnowledgeGraph], tmp_path: Path
) -> None:
    file = export(make(), tmp_path / f"graph{extension}")
    triples = {(*quad[:3], "") for quad in oxigraph_quads(file)}
    assert normal(raptor_triples(file)) == normal(triples)


@pytest.mark.parametrize("extension", [*GRAPHS, *DATASETS])
def test_empty_graph_is_valid(extension: str, tmp_path: Path) -> None:
    empty = KnowledgeGraph(articles=(), claims=(), resolution=Resolution())
    file = export(empty, tmp_path / f"graph{extension}")
    assert oxigraph_quads(file) == rdflib_quads(file) == set()


@pytest.mark.parametrize("extension", [".nt", ".nq"])
def test_lines_are_sorted_and_stand_once(extension: str, tmp_path: Path) -> None:
    lines = export(sample_graph(), tmp_path / f"graph{extension}").read_text("utf-8").splitlines()
    assert lines == sorted(set(lines))
    assert all(line.endswith(" .") for line in lines)


def test_turtle_has_one_block_a_subject_in_order_with_its_type_first(tmp_path: Path) -> None:
    content = export(sample_graph(), tmp_path / "graph.ttl").read_text("utf-8")
    blocks = content.split("\n\n")[1:]
    graph = rdflib.Graph().parse(data=content, format="turtle")
    subjects = [block.split(" ", 1)[0] for block in blocks]
    assert len(subjects) == len(set(graph.subjects()))
    iris = [iri(subject) for subject in subjects]
    assert iris == sorted(iris)
    typed = [block for block in blocks if block.split()[1] == "a"]
    assert len(typed) == len(blocks)


def iri(name: str) -> str:
    """Return the IRI of a Turtle name."""
    return name[1:-1] if name.startswith("<") else vocabulary(BASE).expand(name)


def test_trig_has_one_block_of_lines_a_graph(tmp_path: Path) -> None:
    content = export(sample_graph(), tmp_path / "graph.trig").read_text("utf-8")
    graphs = re.findall(r"^(\S+) \{$", content, re.MULTILINE)
    assert len(graphs) == len(sample_graph().records.articles) + 1
    assert graphs[-1] == "<https://w3id.org/conflict-kg/id/merged>"
    assert content.count("\n}\n") == len(graphs)


def test_jsonld_needs_no_fetched_context(tmp_path: Path) -> None:
    document = json.loads(export(sample_graph(), tmp_path / "graph.jsonld").read_text("utf-8"))
    assert isinstance(document["@context"], dict)
    nodes = [node for graph in document["@graph"] for node in graph["@graph"]]
    name = f"claim:{sample_claim('a-wire-2', 'shelled').id}"
    (claim,) = (node for node in nodes if node["@id"] == name and "kg:eventType" in node)
    assert claim["kg:eventType"] == "plover:ASSAULT"
    assert claim["kg:quad"] == 4
    assert claim["kg:intensity"] == "-9.5"


def test_base_iri_reaches_the_file(tmp_path: Path) -> None:
    base = "https://data.example/war/"
    content = export(
        sample_graph(), tmp_path / "graph.nt", options=ExportOptions(base_iri=base)
    ).read_text("utf-8")
    assert BASE not in content
    assert f"<{base}ns#Claim>" in content


NAMES = {
    "safe": (BASE + "id/claim/c-0a", "claim:c-0a"),
    "digits first": (BASE + "id/article/2024", "article:2024"),
    "dot inside": (BASE + "id/source/bbc.co.uk", "source:bbc.co.uk"),
    "dot last": (BASE + "id/source/Inc.", f"<{BASE}id/source/Inc.>"),
    "hyphen first": (BASE + "id/source/-x", f"<{BASE}id/source/-x>"),
    "escape": (BASE + "id/source/A%20B", f"<{BASE}id/source/A%20B>"),
    "nothing": (BASE + "id/source/", f"<{BASE}id/source/>"),
    "folder within": (BASE + "id/source/a/b", f"<{BASE}id/source/a/b>"),
    "other namespace": ("https://x.example/y", "<https://x.example/y>"),
    "known vocabulary": ("http://www.w3.org/ns/oa#start", "oa:start"),
}


@pytest.mark.parametrize(("full", "written"), NAMES.values(), ids=NAMES)
def test_only_safe_names_are_prefixed(full: str, written: str) -> None:
    assert SHORTENER.iri(full) == written


LITERALS = {
    "integer": (Literal("12", XSD + "integer"), "12"),
    "decimal": (Literal("-9.5", XSD + "decimal"), "-9.5"),
    "boolean": (Literal("true", XSD + "boolean"), "true"),
    "no integer": (Literal("x ; y", XSD + "integer"), '"x ; y"^^xsd:integer'),
    "decimal without point": (Literal("9", XSD + "decimal"), '"9"^^xsd:decimal'),
    "date": (Literal("2024-03-04", XSD + "date"), '"2024-03-04"^^xsd:date'),
    "language": (Literal("Krieg", language="de"), '"Krieg"@de'),
    "string": (Literal('a"b\\c\nd'), '"a\\"b\\\\c\\nd"'),
    "address": (any_uri('x"> .'), '"x\\"> ."^^xsd:anyURI'),
}


@pytest.mark.parametrize(("literal", "written"), LITERALS.values(), ids=LITERALS)
def test_literals_are_written_short_only_where_safe(literal: Literal, written: str) -> None:
    assert SHORTENER.term(literal) == written


INVISIBLE = {
    "turned direction": ("\u202e", "\\u202E"),
    "isolate": ("\u2066", "\\u2066"),
    "line separator": ("\u2028", "\\u2028"),
    "next line": ("\x85", "\\u0085"),
    "terminal escape": ("\x9b", "\\u009B"),
    "delete": ("\x7f", "\\u007F"),
    "byte order mark": ("\ufeff", "\\uFEFF"),
}


@pytest.mark.parametrize(("character", "escape"), INVISIBLE.values(), ids=INVISIBLE)
def test_characters_that_mislead_are_escaped(character: str, escape: str) -> None:
    assert quoted(character) == f'"{escape}"'


@given(st.text(st.characters(exclude_categories=())))
def test_any_text_comes_back_from_both_parsers(value: str) -> None:
    literal = text(value)
    name = Iri("https://x.example/y")
    for written in (ntriples_term(literal), SHORTENER.term(literal)):
        line = f"<{name.value}> <{name.value}> {written} ."
        (quad,) = pyoxigraph.parse(line, format=pyoxigraph.RdfFormat.N_TRIPLES)
        assert quad.object.value == literal.value
        for rdf_format in ("nt", "turtle"):
            ((_, _, back),) = rdflib.Graph().parse(data=line, format=rdf_format)
            assert str(back) == literal.value


def test_context_alone_is_that_of_the_document(tmp_path: Path) -> None:
    alone = json.loads(export(sample_graph(), tmp_path / "context.jsonld").read_text("utf-8"))
    document = json.loads(export(sample_graph(), tmp_path / "graph.jsonld").read_text("utf-8"))
    assert alone == {"@context": document["@context"]}
