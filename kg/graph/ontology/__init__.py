"""The ontology of the graph's RDF, in OWL, RDFS and SKOS: tables and lexicons enter, nodes leave.

It describes every term and concept of ours, and says how they stand to SEM, PROV-O, Web
Annotation, Schema.org, GeoSPARQL, FOAF and ORG; of terms of others it says nothing.
"""

from collections.abc import Iterator

from kg.graph.ontology.classes import class_nodes
from kg.graph.ontology.codes import code_nodes
from kg.graph.ontology.properties import property_nodes
from kg.graph.ontology.schemes import scheme_nodes
from kg.graph.ontology.words import Words, english
from kg.graph.terms import Iri, Node, text
from kg.graph.triples import NamedGraph
from kg.graph.vocabulary import Vocabulary
from kg.lexicons import load_glossary
from kg.version import __version__

__all__ = ["Words", "iter_ontology", "ontology_graph"]

LICENSE = "https://spdx.org/licenses/MIT"
# The model of mention, claim and attribution. Its published terms for factuality are spelt in
# capitals in some places and in small letters in others, so no single term can be mapped.
GRASP = "http://groundedannotationframework.org/grasp"
PLOVER = "https://github.com/openeventdata/PLOVER"
DESCRIPTION = (
    "Conflict events in the news: who did what to whom, when, where, with what toll, and who says "
    "so. Mentions are words, claims are what sentences assert, events are what claims agree on."
)


def iter_ontology(words: Vocabulary) -> Iterator[Node]:
    """Yield every term and concept under a base IRI, and the ontology itself."""
    own, glossary = Words(words.base_iri), load_glossary()
    yield _ontology(own)
    yield from class_nodes(own)
    yield from property_nodes(own)
    yield from code_nodes(own, glossary)
    yield from scheme_nodes(own, glossary)


def ontology_graph(words: Vocabulary) -> NamedGraph:
    """Return the ontology as a named graph: its name, and a function that yields its nodes."""
    return words.ontology_graph, lambda: iter_ontology(words)


def _ontology(words: Words) -> Node:
    return words.node(
        words.ontology_graph,
        ("owl:Ontology",),
        (
            ("dcterms:title", english("Conflict events as claims")),
            ("dcterms:description", english(DESCRIPTION)),
            ("dcterms:creator", text("The kg developers")),
            ("dcterms:license", Iri(LICENSE)),
            ("owl:versionInfo", text(__version__)),
            ("rdfs:seeAlso", Iri(GRASP)),
            ("rdfs:seeAlso", Iri(PLOVER)),
        ),
    )
