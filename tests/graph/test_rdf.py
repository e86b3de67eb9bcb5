import rdflib
from rdflib.namespace import RDF

from kg.graph.rdf import to_dataset
from kg.graph.triples import iter_quads
from kg.graph.vocabulary import vocabulary
from tests.samples import sample_graph

BASE = "https://w3id.org/conflict-kg/"


def test_dataset_holds_every_quad_in_its_graph() -> None:
    dataset = sample_graph().to_rdf()
    found = {tuple(map(str, quad)) for quad in dataset.quads()}
    assert found == {
        (q.subject.value, q.predicate.value, q.object.value, q.graph.value)
        for q in iter_quads(sample_graph())
    }


def test_query_without_graph_finds_everything() -> None:
    dataset = to_dataset(sample_graph())
    query = "SELECT ?label { ?event a kg:EventCandidate ; rdfs:label ?label }"
    assert [str(row.label) for row in dataset.query(query)] == [
        "ASSAULT by Norland in Port Sel [candidate]"
    ]


def test_prefixes_are_those_of_the_vocabulary() -> None:
    bound = {prefix: str(iri) for prefix, iri in to_dataset(sample_graph()).namespaces()}
    assert vocabulary(BASE).prefixes.items() <= bound.items()
    assert set(bound) <= {*vocabulary(BASE).prefixes, "xml"}


def test_values_have_python_types() -> None:
    dataset = to_dataset(sample_graph())
    (tally,) = dataset.subjects(RDF.type, rdflib.URIRef(BASE + "ns#Tally"))
    high = dataset.value(tally, rdflib.URIRef(BASE + "ns#high"))
    assert high.toPython() == 12


def test_base_iri_is_that_of_all_own_terms() -> None:
    dataset = to_dataset(sample_graph(), "https://other.example/")
    assert not [term for quad in dataset.quads() for term in quad if BASE in str(term)]
