"""The shapes as SHACL: the table of constraints enters, a Turtle file leaves, without blank nodes.

To be checked against data, the shapes need the ontology beside it: that says which codes there are.
"""

from collections.abc import Iterator, Mapping

from kg.exports.options import ExportOptions
from kg.exports.turtle import Turtle
from kg.graph import KnowledgeGraph
from kg.graph.ontology.constraints import SHAPES
from kg.graph.ontology.shaping import Constraint, Shape
from kg.graph.ontology.words import Fact, Words, english, label_of
from kg.graph.predicates import PREDICATES
from kg.graph.terms import Iri, Literal, Node, decimal, integer, text

__all__ = ["amount", "iter_shapes", "iter_shapes_turtle", "limits", "message_of", "value_of"]

IRI = "iri"  # what the table of predicates says of values that are nodes
INTEGER = "xsd:integer"

VALUES: Mapping[str, str] = {row.name: row.value for row in PREDICATES}


def iter_shapes_turtle(_: KnowledgeGraph, *, options: ExportOptions) -> Iterator[str]:
    """Yield the shapes as Turtle, whatever the graph."""
    words = Words(options.base_iri)
    turtle = Turtle(words)
    yield from turtle.prefix_lines()
    yield from turtle.blocks(iter_shapes(words))


def iter_shapes(words: Words) -> Iterator[Node]:
    """Yield every shape as a node of its own."""
    for shape in SHAPES:
        yield from _node_shape(words, shape)
        for constraint in shape.constraints:
            yield from _property_shape(words, shape, constraint)


def value_of(name: str) -> str:
    """Return what the values of a property are: "iri" or a datatype."""
    return VALUES[name]


def _node_shape(words: Words, shape: Shape) -> Iterator[Node]:
    subject, nots = _name(words, shape.name), list[Fact]()
    for name in shape.never:
        denied = _name(words, shape.name, "is", name)
        nots.append(("sh:not", denied))
        yield words.node(denied, ("sh:NodeShape",), (("sh:class", words.iri(name)),))
    properties = [("sh:property", _property_name(words, shape, c)) for c in shape.constraints]
    if shape.also:
        types = _name(words, shape.name, "rdf:type")
        properties.append(("sh:property", types))
        yield _types(words, types, shape)
    yield words.node(
        subject,
        ("sh:NodeShape",),
        (
            ("sh:targetClass", words.iri(shape.name)),
            ("rdfs:label", english(label_of(shape.name))),
            ("sh:message", english(_whole(shape))),
            *nots,
            *properties,
        ),
    )


def _types(words: Words, subject: Iri, shape: Shape) -> Node:
    """Return that classes of others are written; by the ontology alone they would follow too."""
    values = (("sh:hasValue", words.iri(name)) for name in shape.also)
    message = f"has rdf:type {' and '.join(shape.also)}"
    path = ("sh:path", words.iri("rdf:type"))
    return words.node(
        subject, ("sh:PropertyShape",), (path, ("sh:message", english(message)), *values)
    )


def _property_shape(words: Words, shape: Shape, constraint: Constraint) -> Iterator[Node]:
    subject = _property_name(words, shape, constraint)
    facts: list[Fact] = [
        ("sh:path", words.iri(constraint.name)),
        ("sh:message", english(message_of(constraint))),
        *_kind(words, constraint),
        *_limits(words, constraint),
        *_comparisons(words, constraint),
    ]
    if constraint.is_counted_by_class and constraint.of is not None:
        counted = _name(words, shape.name, constraint.name, "is", constraint.of)
        yield words.node(counted, ("sh:NodeShape",), (("sh:class", words.iri(constraint.of)),))
        facts += [
            ("sh:qualifiedValueShape", counted),
            *_how_many(constraint, "sh:qualified{}Count"),
        ]
    else:
        facts += _how_many(constraint, "sh:{}Count")
    if constraint.never is not None:
        denied = _name(words, shape.name, constraint.name, "is", constraint.never)
        yield words.node(denied, ("sh:NodeShape",), (("sh:hasValue", words.iri(constraint.never)),))
        facts.append(("sh:not", denied))
    yield words.node(subject, ("sh:PropertyShape",), facts)


def _kind(words: Words, constraint: Constraint) -> Iterator[Fact]:
    value = value_of(constraint.name)
    if constraint.most == 0:
        return
    if value != IRI:
        yield "sh:datatype", words.iri(value)
        return
    yield "sh:nodeKind", words.iri("sh:IRI")
    if constraint.of is not None and not constraint.is_counted_by_class:
        yield "sh:class", words.iri(constraint.of)


def _how_many(constraint: Constraint, name: str) -> Iterator[Fact]:
    if constraint.least:
        yield name.format("Min" if "qualified" in name else "min"), integer(constraint.least)
    if constraint.most is not None:
        yield name.format("Max" if "qualified" in name else "max"), integer(constraint.most)


def _limits(words: Words, constraint: Constraint) -> Iterator[Fact]:
    def number(value: int) -> Literal:
        return integer(value) if value_of(constraint.name) == INTEGER else decimal(value)

    if constraint.minimum is not None:
        yield "sh:minInclusive", number(constraint.minimum)
    if constraint.maximum is not None:
        yield "sh:maxInclusive", number(constraint.maximum)
    if constraint.pattern is not None:
        yield "sh:pattern", text(constraint.pattern)
    if constraint.value is not None:
        yield "sh:hasValue", words.iri(constraint.value)


def _comparisons(words: Words, constraint: Constraint) -> Iterator[Fact]:
    others = (
        ("sh:lessThanOrEquals", constraint.at_most),
        ("sh:equals", constraint.same_as),
        ("sh:disjoint", constraint.apart_from),
    )
    yield from ((name, words.iri(other)) for name, other in others if other is not None)


def _whole(shape: Shape) -> str:
    """Return what must be so of a node as a whole, in one line."""
    return f"is {shape.name}" + "".join(f", never {name}" for name in shape.never)


def message_of(constraint: Constraint) -> str:
    """Return what must be so, in one line."""
    name, value = constraint.name, constraint.of or value_of(constraint.name)
    if constraint.most == 0:
        return f"has no {name}"
    kind = "an IRI" if value == IRI else f"of {value}"
    return ", ".join((f"has {amount(constraint)} {name}", kind, *limits(constraint)))


def limits(constraint: Constraint) -> Iterator[str]:
    """Yield what else must be so of the values, in words."""
    parts = (
        (constraint.minimum, f"from {constraint.minimum}"),
        (constraint.maximum, f"to {constraint.maximum}"),
        (constraint.pattern, f"like {constraint.pattern}"),
        (constraint.at_most, f"not above {constraint.at_most}"),
        (constraint.same_as, f"the same as {constraint.same_as}"),
        (constraint.apart_from, f"none of them in {constraint.apart_from}"),
        (constraint.value, f"always {constraint.value}"),
        (constraint.never, f"never {constraint.never}"),
    )
    yield from (words for given, words in parts if given is not None)


def amount(constraint: Constraint) -> str:
    """Return how many values there are, in words.

    Example:
        >>> amount(Constraint(name="kg:rule", least=1, most=1))
        'exactly 1'
    """
    least, most = constraint.least, constraint.most
    if least == most:
        return f"exactly {least}"
    if most is None:
        return f"at least {least}" if least else "any number of"
    return f"at most {most}" if not least else f"{least} to {most}"


def _property_name(words: Words, shape: Shape, constraint: Constraint) -> Iri:
    being = (constraint.of,) if constraint.is_counted_by_class and constraint.of else ()
    return _name(words, shape.name, constraint.name, *being)


def _name(words: Words, *parts: str) -> Iri:
    """Return the IRI of a shape: the local name of its class, then all names with prefixes."""
    first, *others = parts
    local = "-".join((first.partition(":")[2], *(part.replace(":", "-") for part in others)))
    return words.iri(f"shape:{local}")
