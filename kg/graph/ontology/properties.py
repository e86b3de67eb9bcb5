"""The properties of ours: what they say, of what, and what their values are.

A domain or range lets a reasoner conclude what a node is. So they are given only where there is
one; where nodes of several classes have a property, Schema.org's weaker words name them all.
"""

from collections.abc import Iterator

from kg.graph.ontology.classes import EVENT_OR_CANDIDATE
from kg.graph.ontology.constraints import SHAPES
from kg.graph.ontology.words import Fact, Words, english, label_of, sentence
from kg.graph.predicates import PREDICATES, Predicate
from kg.graph.terms import Node

__all__ = ["own_properties", "property_nodes", "ranges_of", "subjects_of"]

_EITHER = ("kg:Event", "kg:EventCandidate")


def own_properties() -> tuple[Predicate, ...]:
    """Return the rows of all properties of ours, in the order of the model."""
    return tuple(row for row in PREDICATES if row.name.startswith("kg:"))


def property_nodes(words: Words) -> Iterator[Node]:
    """Yield every property of ours."""
    for row in own_properties():
        is_link = row.value == "iri"
        parents = (row.parent,) if row.parent else ()
        yield words.node(
            words.iri(row.name),
            ("owl:ObjectProperty" if is_link else "owl:DatatypeProperty",),
            (
                ("rdfs:label", english(label_of(row.name))),
                ("rdfs:comment", english(sentence(row.meaning))),
                ("rdfs:isDefinedBy", words.ontology_graph),
                *(("rdfs:subPropertyOf", words.iri(parent)) for parent in parents),
                *_bounds(words, subjects_of(row.name), "rdfs:domain", "schema:domainIncludes"),
                *_bounds(words, ranges_of(row), "rdfs:range", "schema:rangeIncludes"),
            ),
        )


def subjects_of(name: str) -> tuple[str, ...]:
    """Return the classes whose nodes have a property, the two of events as one."""
    classes = [
        shape.name
        for shape in SHAPES
        if any(c.name == name and c.most != 0 for c in shape.constraints)
    ]
    if set(_EITHER) <= set(classes):
        classes = [EVENT_OR_CANDIDATE, *(each for each in classes if each not in _EITHER)]
    return tuple(sorted(classes))


def ranges_of(row: Predicate) -> tuple[str, ...]:
    """Return the classes of a property's values, or their datatype."""
    if row.value != "iri":
        return (row.value,)
    found = {
        constraint.of or constraint.of_elsewhere
        for shape in SHAPES
        for constraint in shape.constraints
        if constraint.name == row.name
    }
    return tuple(sorted(filter(None, found)))


def _bounds(words: Words, classes: tuple[str, ...], one: str, several: str) -> Iterator[Fact]:
    name = one if len(classes) == 1 else several
    yield from ((name, words.iri(each)) for each in classes)
