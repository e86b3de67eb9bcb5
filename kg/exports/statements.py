"""All that an RDF file says: the graph, and on request the run that made the file."""

from collections.abc import Iterator

from kg.exports.options import ExportOptions
from kg.graph import KnowledgeGraph
from kg.graph.terms import Node
from kg.graph.triples import iter_named_graphs, iter_nodes
from kg.graph.triples.runs import run_nodes
from kg.graph.vocabulary import vocabulary

__all__ = ["iter_statements"]


def iter_statements(graph: KnowledgeGraph, options: ExportOptions) -> Iterator[Node]:
    """Yield the nodes of a file, one named graph after the other."""
    yield from iter_nodes(graph, base_iri=options.base_iri)
    if options.run is not None:
        graphs = (name for name, _ in iter_named_graphs(graph, base_iri=options.base_iri))
        yield from run_nodes(vocabulary(options.base_iri), options.run, graphs)
