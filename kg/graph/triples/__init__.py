"""The graph in RDF: a `KnowledgeGraph` enters, quads of light terms leave.

One named graph for each article, in order of their ids, then the merged view. There are no blank
nodes, and no library is needed; docs/rdf.md shows the model.
"""

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from kg.graph.iris import DEFAULT_BASE_IRI
from kg.graph.terms import Iri, Literal, Quad, Term
from kg.graph.triples.articles import article_quads
from kg.graph.triples.merged import merged_quads
from kg.graph.vocabulary import vocabulary

if TYPE_CHECKING:
    from kg.graph.knowledge import KnowledgeGraph

__all__ = ["Iri", "Literal", "Quad", "Term", "iter_quads"]


def iter_quads(graph: "KnowledgeGraph", *, base_iri: str = DEFAULT_BASE_IRI) -> Iterator[Quad]:
    """Yield the graph as quads, one named graph after the other, and no statement twice.

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
        yield from article_quads(words, article, claims_by_article.get(article.id, ()))
    yield from merged_quads(words, graph)
