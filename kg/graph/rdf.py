"""The graph as an rdflib dataset, for those who work in Python."""

from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from kg.graph.iris import DEFAULT_BASE_IRI
from kg.graph.terms import XSD_STRING, Iri, Term
from kg.graph.triples import iter_quads
from kg.graph.vocabulary import vocabulary

if TYPE_CHECKING:
    import rdflib

    from kg.graph.knowledge import KnowledgeGraph

__all__ = ["to_dataset"]


def to_dataset(graph: "KnowledgeGraph", base_iri: str = DEFAULT_BASE_IRI) -> "rdflib.Dataset":
    """Return a new dataset with the named graphs of the graph and the prefixes of its terms.

    Its default graph is the union of all, so that a query without GRAPH finds everything. For bulk
    work the exporters are some fifty times faster.

    Raises:
        ExportError: If the base IRI cannot be used.
    """
    from rdflib import Dataset, URIRef
    from rdflib.namespace import NamespaceManager

    dataset = Dataset(default_union=True)
    dataset.namespace_manager = NamespaceManager(dataset, bind_namespaces="none")
    for prefix, namespace in vocabulary(base_iri).prefixes.items():
        dataset.bind(prefix, namespace, override=True, replace=True)
    for name, quads in groupby(iter_quads(graph, base_iri=base_iri), attrgetter("graph")):
        named = dataset.graph(URIRef(name.value))
        for quad in quads:
            named.add((_term(quad.subject), _term(quad.predicate), _term(quad.object)))
    return dataset


def _term(term: Term) -> "rdflib.URIRef | rdflib.Literal":
    from rdflib import Literal, URIRef

    if isinstance(term, Iri):
        return URIRef(term.value)
    # a plain string and one typed xsd:string are two different terms in rdflib
    datatype = None if term.datatype == XSD_STRING else URIRef(term.datatype)
    return Literal(term.value, lang=term.language, datatype=datatype)
