"""The ontology as a Turtle file."""

from collections.abc import Iterator

from kg.exports.options import ExportOptions
from kg.exports.turtle import Turtle
from kg.graph import KnowledgeGraph
from kg.graph.ontology import Words, iter_ontology

__all__ = ["iter_ontology_turtle"]


def iter_ontology_turtle(_: KnowledgeGraph, *, options: ExportOptions) -> Iterator[str]:
    """Yield the ontology as Turtle, whatever the graph."""
    words = Words(options.base_iri)
    turtle = Turtle(words)
    yield from turtle.prefix_lines()
    yield from turtle.blocks(iter_ontology(words))
