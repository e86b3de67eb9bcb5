"""The graph in RDF: a `KnowledgeGraph` enters, nodes of light terms leave.

One named graph for each article, in order of their ids, then the merged view. There are no blank
nodes, and no library is needed; docs/rdf.md shows the model.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, TypeAlias

from kg.graph.iris import DEFAULT_BASE_IRI
from kg.graph.terms import Iri, Literal, Node, Quad, Term
from kg.graph.triples.articles import article_nodes
from kg.graph.triples.merged import merged_nodes
from kg.graph.vocabulary import Vocabulary, vocabulary

if TYPE_CHECKING:
    from kg.graph.knowledge import KnowledgeGraph

__all__ = [
    "Iri",
    "Literal",
    "NamedGraph",
    "Node",
    "Quad",
    "Term",
    "iter_named_graphs",
    "iter_nodes",
    "iter_quads",
    "to_quads",
]

NamedGraph: TypeAlias = tuple[Iri, Callable[[], Iterator[Node]]]


def iter_named_graphs(
    graph: "KnowledgeGraph", *, base_iri: str = DEFAULT_BASE_IRI
) -> Iterator[NamedGraph]:
    """Yield the name of each named graph, and a function that yields its nodes anew each time.

    Args:
        graph: The graph.
        base_iri: What the IRIs of things and terms begin with.

    Raises:
        ExportError: If the base cannot be used.
    """
    words = vocabulary(base_iri)
    claims = sorted(graph.records.claims, key=lambda claim: (claim.article_id, claim.id))
    groups = groupby(claims, key=lambda claim: claim.article_id)
    claims_by_article = {article_id: tuple(group) for article_id, group in groups}
    for article in graph.records.articles:
        nodes = partial(article_nodes, words, article, claims_by_article.get(article.id, ()))
        yield words.article_graph(article.id), nodes
    yield words.merged_graph, partial(merged_nodes, words, graph)


def iter_nodes(graph: "KnowledgeGraph", *, base_iri: str = DEFAULT_BASE_IRI) -> Iterator[Node]:
    """Yield the graph as nodes, one named graph after the other; a subject may come in parts."""
    for _, nodes in iter_named_graphs(graph, base_iri=base_iri):
        yield from nodes()


def iter_quads(graph: "KnowledgeGraph", *, base_iri: str = DEFAULT_BASE_IRI) -> Iterator[Quad]:
    """Yield the same as quads, no statement twice."""
    yield from to_quads(vocabulary(base_iri), iter_nodes(graph, base_iri=base_iri))


def to_quads(words: Vocabulary, nodes: Iterable[Node]) -> Iterator[Quad]:
    """Yield the quads of nodes."""
    for node in nodes:
        for name, value in node.facts:
            yield Quad(node.graph, node.subject, words.term(name), value)
