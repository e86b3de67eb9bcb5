"""What must not be above what: a graph enters, the pairs that are out of order leave.

This is `sh:lessThanOrEquals` as its specification has it: values that cannot be compared break it
too. pyshacl 0.40 ends in a TypeError or an error of its own on those, so that one ill-typed day in
a file would hide all that is wrong with it.
"""

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from kg.exports.validation.reports import Violation
from kg.exports.vocabularies.shapes import message_of
from kg.graph.ontology import Words
from kg.graph.ontology.constraints import SHAPES
from kg.graph.ontology.shaping import Constraint

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node

__all__ = ["iter_out_of_order"]


def iter_out_of_order(graph: "Graph", words: Words) -> Iterator[Violation]:
    """Yield every value that is above one that it must not be above, or that has no order."""
    from rdflib import RDF, URIRef

    for shape in SHAPES:
        ordered = [each for each in shape.constraints if each.at_most]
        for focus in graph.subjects(RDF.type, URIRef(words.expand(shape.name))) if ordered else ():
            for constraint in ordered:
                yield from _above(graph, words, focus, constraint)


def _above(
    graph: "Graph", words: Words, focus: "Node", constraint: Constraint
) -> Iterator[Violation]:
    from rdflib import URIRef

    limits = list(graph.objects(focus, URIRef(words.expand(constraint.at_most or ""))))
    for value in graph.objects(focus, URIRef(words.expand(constraint.name))):
        if not all(_is_at_most(value, limit) for limit in limits):
            yield Violation(
                focus=str(focus),
                path=constraint.name,
                message=message_of(constraint),
                value=str(value),
                rule="LessThanOrEquals",
            )


def _is_at_most(one: "Node", other: "Node") -> bool:
    low, high = (getattr(term, "value", None) for term in (one, other))
    if isinstance(low, int | Decimal) and isinstance(high, int | Decimal):
        return low <= high
    days = [value for value in (low, high) if isinstance(value, date)]
    if len(days) == 2 and not any(isinstance(day, datetime) for day in days):
        return days[0] <= days[1]
    return False
