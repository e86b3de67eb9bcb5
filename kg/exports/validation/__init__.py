"""The graph checked against its shapes: a graph or an RDF file enters, violations leave.

What is checked is the union of all named graphs, with the ontology beside it. pyshacl takes some
four seconds for 60,000 statements: no inference, no SPARQL, one plain rdflib graph.
"""

import contextlib
import logging
import warnings
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from kg.errors import ExportError
from kg.exports.validation.data import add_nodes, base_iri_of, graph_of_file
from kg.exports.validation.order import iter_out_of_order
from kg.exports.validation.reports import Report, Violation
from kg.exports.vocabularies import iter_shapes
from kg.graph import KnowledgeGraph
from kg.graph.iris import DEFAULT_BASE_IRI
from kg.graph.ontology import Words, iter_ontology
from kg.graph.terms import Node
from kg.graph.triples import iter_nodes

if TYPE_CHECKING:
    import rdflib

__all__ = ["Report", "Violation", "check", "validate"]

ORDER = "sh:lessThanOrEquals"  # checked in `order`
COUNTED = ("kg:Article", "kg:Claim", "kg:Event", "kg:EventCandidate", "kg:Actor")


def validate(
    data: KnowledgeGraph | str | Path, *, base_iri: str = DEFAULT_BASE_IRI
) -> tuple[Violation, ...]:
    """Return what in a graph or RDF file is not as the shapes say, sorted.

    Args:
        data: A graph, or a file of Turtle, TriG, N-Quads, N-Triples or JSON-LD; its extension
            says which.
        base_iri: What the IRIs of a graph begin with; a file tells its own.

    Raises:
        ArticleError: If the file cannot be read or is not RDF.
        ExportError: If pyshacl is not installed, or the file holds nothing that kg writes.
    """
    return check(data, base_iri=base_iri).violations


def check(data: KnowledgeGraph | str | Path, *, base_iri: str = DEFAULT_BASE_IRI) -> Report:
    """Return what `validate` returns, and how much was checked."""
    _need_pyshacl()
    with _quiet():
        words, graph = _load(data, base_iri)
        statements, nodes = len(graph), _count(words, graph)
        violations = tuple(sorted(set(_violations(words, graph))))
    return Report(statements=statements, nodes=nodes, violations=violations)


def _need_pyshacl() -> None:
    try:
        import pyshacl  # noqa: F401
    except ImportError as error:
        raise ExportError(
            "checking needs pyshacl, which is not installed; run pip install 'conflict-kg[shacl]'"
        ) from error


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """Keep rdflib from logging or warning of each ill-typed literal: the report names them."""
    logger = logging.getLogger("rdflib.term")
    before, logger.disabled = logger.disabled, True
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)
            yield
    finally:
        logger.disabled = before


def _load(data: KnowledgeGraph | str | Path, base_iri: str) -> tuple[Words, "rdflib.Graph"]:
    from rdflib import Graph

    if isinstance(data, KnowledgeGraph):
        graph, words = Graph(), Words(base_iri)
        add_nodes(graph, words, iter_nodes(data, base_iri=base_iri))
        return words, graph
    graph = graph_of_file(Path(data))
    return Words(base_iri_of(Path(data), graph)), graph


def _count(words: Words, graph: "rdflib.Graph") -> Mapping[str, int]:
    from rdflib import RDF, URIRef

    classes = {name: URIRef(words.expand(name)) for name in COUNTED}
    return MappingProxyType(
        {name: sum(1 for _ in graph.subjects(RDF.type, each)) for name, each in classes.items()}
    )


def _violations(words: Words, graph: "rdflib.Graph") -> Iterator[Violation]:
    """Yield the violations of a graph, to which the ontology is added."""
    from pyshacl import validate as run
    from rdflib import RDF, SH, Graph

    add_nodes(graph, words, iter_ontology(words))
    shapes = Graph()
    add_nodes(shapes, words, map(_without_order, iter_shapes(words)))
    yield from iter_out_of_order(graph, words)
    _, results, _ = run(graph, shacl_graph=shapes, inference="none", inplace=True)
    for result in results.subjects(RDF.type, SH.ValidationResult):
        values = {key: str(value) for key, value in results.predicate_objects(result)}
        component = values[SH.sourceConstraintComponent].removeprefix(str(SH))
        yield Violation(
            focus=values[SH.focusNode],
            path=words.short(values.get(SH.resultPath, "")),
            message=values.get(SH.resultMessage, ""),
            value=values.get(SH.value, ""),
            rule=component.removesuffix("ConstraintComponent"),
        )


def _without_order(node: Node) -> Node:
    return node._replace(facts=tuple(fact for fact in node.facts if fact[0] != ORDER))
