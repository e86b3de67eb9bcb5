"""What is checked, as one plain rdflib graph: the named graphs lie over each other."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import ExportError
from kg.exports.reading.nodes import read_statements
from kg.graph.iris import DEFAULT_BASE_IRI, is_base_iri
from kg.graph.ontology import Words
from kg.graph.predicates import CLASSES
from kg.graph.terms import XSD, XSD_STRING, Iri, Node, Term

if TYPE_CHECKING:
    import pyoxigraph
    import rdflib

    Foreign = pyoxigraph.NamedNode | pyoxigraph.BlankNode | pyoxigraph.Literal

__all__ = ["add_nodes", "base_iri_of", "graph_of_file"]

# What Python takes for a number and cannot compare; XML Schema has only NaN, and no decimal is it.
_NOT_NUMBERS = frozenset(f"{sign}{name}" for sign in ("", "+", "-") for name in ("nan", "snan"))

_NUMERIC = frozenset(XSD + name for name in ("integer", "decimal", "double", "float"))

OURS = tuple(f"ns#{name.removeprefix('kg:')}" for name in CLASSES if name.startswith("kg:"))


def add_nodes(graph: "rdflib.Graph", words: Words, nodes: Iterable[Node]) -> None:
    """Add what nodes say to a graph."""
    from rdflib import Literal, URIRef

    def term(value: Term) -> URIRef | Literal:
        if isinstance(value, Iri):
            return URIRef(value.value)
        # a plain string and one typed xsd:string are two different terms in rdflib
        is_plain = value.language is not None or value.datatype == XSD_STRING
        datatype = None if is_plain else URIRef(value.datatype)
        return Literal(value.value, lang=value.language, datatype=datatype, normalize=False)

    for node in nodes:
        subject = URIRef(node.subject.value)
        for name, value in node.facts:
            graph.add((subject, URIRef(words.expand(name)), term(value)))


def graph_of_file(path: Path) -> "rdflib.Graph":
    """Return all statements of a file.

    Raises:
        ArticleError: If it cannot be read, or is not RDF.
    """
    import pyoxigraph
    from rdflib import Graph, URIRef

    graph, foreign = Graph(), _foreign()
    for quad in read_statements(path):
        subject, value = quad.subject, quad.object
        if isinstance(subject, pyoxigraph.Triple) or isinstance(value, pyoxigraph.Triple):
            continue  # a statement about a statement: RDF 1.2, which rdflib cannot hold
        graph.add((foreign(subject), URIRef(quad.predicate.value), foreign(value)))
    return graph


def base_iri_of(path: Path, graph: "rdflib.Graph") -> str:
    """Return what the IRIs of our own classes begin with; a file of an empty graph may have any.

    Raises:
        ExportError: If there are none of our classes, or those of several bases.
    """
    from rdflib import RDF

    if not len(graph):
        return DEFAULT_BASE_IRI
    classes = {str(each) for each in graph.objects(None, RDF.type)}
    found = {iri.removesuffix(end) for iri in classes for end in OURS if iri.endswith(end)}
    bases = sorted(filter(is_base_iri, found))
    if len(bases) != 1:
        what = f"nodes of {len(bases)} bases ({', '.join(bases)})" if bases else "no node of kg"
        raise ExportError(f"{path}: holds {what}; check a file that kg wrote")
    return bases[0]


def _foreign() -> Callable[["Foreign"], "rdflib.term.Identifier"]:
    import pyoxigraph
    from rdflib import BNode, Literal, URIRef

    def term(value: "Foreign") -> "rdflib.term.Identifier":
        if isinstance(value, pyoxigraph.NamedNode):
            return URIRef(value.value)
        if isinstance(value, pyoxigraph.BlankNode):
            return BNode(value.value)
        is_plain = value.language is not None or value.datatype.value == XSD_STRING
        if value.datatype.value in _NUMERIC and value.value.lower() in _NOT_NUMBERS:
            return Literal(value.value)  # a text, so that it is told as one of another type
        datatype = None if is_plain else URIRef(value.datatype.value)
        return Literal(value.value, lang=value.language, datatype=datatype, normalize=False)

    return term
