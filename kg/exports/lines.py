"""N-Quads and N-Triples: one statement a line, sorted, so that two files can be compared."""

from collections.abc import Iterator

from kg.exports.options import ExportOptions
from kg.exports.terms import ntriples_term
from kg.graph import KnowledgeGraph
from kg.graph.terms import Quad
from kg.graph.triples import iter_quads

__all__ = ["iter_nquads", "iter_ntriples"]


def iter_nquads(graph: KnowledgeGraph, *, options: ExportOptions) -> Iterator[str]:
    """Yield the graph as sorted N-Quads."""
    quads = iter_quads(graph, base_iri=options.base_iri)
    yield from sorted(f"{_triple(quad)} {ntriples_term(quad.graph)} .\n" for quad in quads)


def iter_ntriples(graph: KnowledgeGraph, *, options: ExportOptions) -> Iterator[str]:
    """Yield the graph as sorted N-Triples, without the names of its named graphs."""
    quads = iter_quads(graph, base_iri=options.base_iri)
    yield from sorted({f"{_triple(quad)} .\n" for quad in quads})


def _triple(quad: Quad) -> str:
    return " ".join(map(ntriples_term, (quad.subject, quad.predicate, quad.object)))
