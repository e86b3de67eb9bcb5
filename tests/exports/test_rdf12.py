"""RDF 1.2: what RDF 1.1 says, and each claim as the reifier of its statement."""

import re
from pathlib import Path

import pyoxigraph
import pytest

from kg.exports import export, find_exporter, read_rdf
from kg.graph.iris import DEFAULT_BASE_IRI
from kg.graph.vocabulary import vocabulary
from tests.exports.rdf_files import oxigraph_quads
from tests.samples import sample_claim, sample_graph

WORDS = vocabulary(DEFAULT_BASE_IRI)
REIFIES = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#reifies>"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return export(sample_graph(), tmp_path / "graph12.trig")


def test_name_of_the_file_tells_the_format() -> None:
    assert find_exporter(Path("out/graph12.trig"), None) is find_exporter(Path("x"), "trig12")


def test_it_says_what_the_other_says_and_more(file: Path, tmp_path: Path) -> None:
    ours = oxigraph_quads(file)
    plain = oxigraph_quads(export(sample_graph(), tmp_path / "graph.trig"))
    assert plain < ours
    assert {quad[1] for quad in ours - plain} == {REIFIES}


def test_each_pair_of_actor_and_target_is_a_statement(file: Path) -> None:
    struck = sample_claim("a-herald-1", "killed")
    store = pyoxigraph.Store()
    store.load(path=str(file))
    text = "SELECT ?s ?p ?o { GRAPH ?g { claim:%s rdf:reifies <<( ?s ?p ?o )>> } }"
    found = store.query(text.replace("%s", struck.id), prefixes=dict(WORDS.prefixes))
    ((actor, event_type, target),) = ((row["s"], row["p"], row["o"]) for row in found)
    assert actor.value.endswith("id/actor/xno-air-force")
    assert event_type.value.endswith("plover/ASSAULT")
    assert "id/actor/" in target.value


def test_denied_statement_is_named_and_not_asserted(file: Path) -> None:
    quads = oxigraph_quads(file)
    said = {quad[2] for quad in quads if quad[1] == REIFIES}
    triples = {tuple(re.findall("<[^>]*>", text.strip("<>() "))) for text in said}
    assert triples
    assert not triples & {quad[:3] for quad in quads}


def test_it_is_read_back(file: Path) -> None:
    articles, claims = read_rdf(file)
    assert (articles, claims) == (sample_graph().records.articles, sample_graph().records.claims)
