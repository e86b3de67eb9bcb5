"""N-Quads and N-Triples: one statement a line, sorted, so that two files can be compared."""

from collections.abc import Iterator

from kg.exports.options import ExportOptions
from kg.exports.statements import iter_statements
from kg.graph import KnowledgeGraph
from kg.graph.lines import in_order, node_lines
from kg.graph.vocabulary import vocabulary

__all__ = ["iter_nquads", "iter_ntriples"]


def iter_nquads(graph: KnowledgeGraph, *, options: ExportOptions) -> Iterator[str]:
    """Yield the graph as sorted N-Quads."""
    words, nodes = vocabulary(options.base_iri), iter_statements(graph, options)
    ends = ((node, f" <{node.graph.value}> .\n") for node in nodes)
    yield from in_order(line for node, end in ends for line in node_lines(words, node, end))


def iter_ntriples(graph: KnowledgeGraph, *, options: ExportOptions) -> Iterator[str]:
    """Yield the graph as sorted N-Triples, without the names of its named graphs."""
    words, nodes = vocabulary(options.base_iri), iter_statements(graph, options)
    yield from in_order(line for node in nodes for line in node_lines(words, node))
