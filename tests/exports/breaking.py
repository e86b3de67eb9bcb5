"""Nodes that break one constraint of the shapes each, made from the table of constraints.

A node is first made valid, with as little as its class needs, and then broken in one way.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count

from rdflib import RDF, XSD, BNode, Graph, Literal, URIRef
from rdflib.term import Node

from kg.exports.vocabularies.shapes import value_of
from kg.graph.iris import DEFAULT_BASE_IRI
from kg.graph.ontology import Words
from kg.graph.ontology.constraints import SHAPES
from kg.graph.ontology.shaping import Constraint, Shape

__all__ = ["Case", "cases", "valid_case"]

WORDS = Words(DEFAULT_BASE_IRI)
NOWHERE = "https://elsewhere.example/"
PATTERNS = {"kg:cameo": ("195", "1952"), "kg:textSha256": ("0" * 64, "f" * 64)}
STRINGS = {
    "xsd:string": ("one", "other"),
    "xsd:date": ("2024-03-04", "2024-03-05"),
    "xsd:anyURI": ("https://a.example/", "https://b.example/"),
    "xsd:boolean": ("true", "false"),
    "geo:wktLiteral": ("POINT(1.0 2.0)", "POINT(2.0 2.0)"),
}
NUMBERS = ("xsd:integer", "xsd:decimal")

Break = Callable[[Graph, URIRef], None]
_numbers = count(1)


def iri(name: str) -> URIRef:
    return URIRef(WORDS.expand(name))


@dataclass(frozen=True)
class Case:
    """A way to break a node.

    Attributes:
        name: What is broken, and how.
        shape: The shape of the node.
        path: The property that is wrong, empty for the node as a whole.
        rule: The constraint of SHACL that is broken.
        others: Properties that may be found wrong too, because they are compared with this one.
        damage: What is done to the valid node.
    """

    name: str
    shape: Shape
    path: str
    rule: str
    others: frozenset[str]
    damage: Break

    @property
    def focus(self) -> URIRef:
        return URIRef(NOWHERE + self.name)

    def add_to(self, graph: Graph) -> None:
        """Write the broken node, and all that it points to."""
        make_valid(graph, self.focus, self.shape)
        self.damage(graph, self.focus)


def valid_case(shape: Shape) -> Case:
    """Return a case without any damage."""
    name = f"{shape.name}/valid"
    return Case(name, shape, "", "", frozenset(), lambda graph, focus: None)


def cases() -> Iterator[Case]:
    """Yield every way to break every line of the table."""
    for shape in SHAPES:
        for path, rule, damage in _of_node(shape):
            where = "rdf:type" if rule == "HasValue" else ""
            yield Case(f"{shape.name}/{rule}/{path}", shape, where, rule, frozenset(), damage)
        for constraint in shape.constraints:
            for rule, how, damage in _of_property(shape, constraint):
                name = f"{shape.name}/{constraint.name}/{constraint.of or ''}/{rule}/{how}"
                others = frozenset(_compared(shape, constraint))
                yield Case(name, shape, constraint.name, rule, others, damage)


def _compared(shape: Shape, constraint: Constraint) -> Iterator[str]:
    partners = {constraint.at_most, constraint.same_as, constraint.apart_from} - {None}
    touched = {constraint.name, *partners}
    yield from partners
    for other in shape.constraints:
        if touched & {other.at_most, other.same_as, other.apart_from}:
            yield other.name
    if constraint.is_counted_by_class:
        yield from (c.name for c in shape.constraints if c.is_counted_by_class)


def make_valid(graph: Graph, focus: URIRef, shape: Shape) -> None:
    """Write a node with the least that its shape asks for."""
    for name in (shape.name, *shape.also):
        graph.add((focus, RDF.type, iri(name)))
    for constraint in shape.constraints:
        for value in good_values(graph, constraint, constraint.least):
            graph.add((focus, iri(constraint.name), value))


def good_values(graph: Graph, constraint: Constraint, number: int) -> list[Node]:
    """Return some values that a property may have, each different."""
    kind = value_of(constraint.name)
    if kind != "iri":
        return [Literal(text, datatype=_datatype(kind)) for text in _texts(constraint)[:number]]
    if constraint.name == "rdf:type":
        return [iri("kg:OtherActor"), iri("kg:MediaActor")][:number]
    if constraint.value is not None:
        return [iri(constraint.value), *(_fresh(graph, constraint.of) for _ in range(number - 1))]
    return [_fresh(graph, constraint.of) for _ in range(number)]


def _datatype(kind: str) -> URIRef | None:
    return None if kind == "xsd:string" else iri(kind)


def _texts(constraint: Constraint) -> tuple[str, ...]:
    kind = value_of(constraint.name)
    if kind in NUMBERS:
        low = constraint.minimum if constraint.minimum not in (None, 0) else 1
        if kind == "xsd:decimal":
            high = constraint.maximum if constraint.maximum is not None else low + 1
            return f"{float(low)}", f"{high - 0.5}"
        return str(low), str(low + 1)
    return PATTERNS.get(constraint.name) or STRINGS[kind]


def _fresh(graph: Graph, class_name: str | None) -> URIRef:
    node = URIRef(f"{NOWHERE}fresh/{next(_numbers)}")
    if class_name is not None:
        graph.add((node, RDF.type, iri(class_name)))
    return node


def _of_node(shape: Shape) -> Iterator[tuple[str, str, Break]]:
    for name in shape.also:
        yield (
            name,
            "HasValue",
            lambda graph, focus, name=name: graph.remove((focus, RDF.type, iri(name))),
        )
    for name in shape.never:
        yield name, "Not", lambda graph, focus, name=name: graph.add((focus, RDF.type, iri(name)))


def _set(name: str, make: Callable[[Graph], list[Node]]) -> Break:
    """Return what replaces all values of a property."""

    def damage(graph: Graph, focus: URIRef) -> None:
        graph.remove((focus, iri(name), None))
        for value in make(graph):
            graph.add((focus, iri(name), value))

    return damage


def _of_property(shape: Shape, each: Constraint) -> Iterator[tuple[str, str, Break]]:
    if each.is_counted_by_class:
        yield from _counted_by_class(shape, each)
        return
    if each.least:
        yield "MinCount", "none", _set(each.name, lambda _: [])
    if each.least > 1:
        less = each.least - 1
        yield "MinCount", "less", _set(each.name, lambda graph: good_values(graph, each, less))
    if each.most is not None:
        more = each.most + 1
        yield "MaxCount", "more", _set(each.name, lambda graph: good_values(graph, each, more))
    if each.most != 0:
        yield from _kinds(each)
        yield from _limits(each)
    yield from _comparisons(each)


def _counted_by_class(shape: Shape, each: Constraint) -> Iterator[tuple[str, str, Break]]:
    name = iri(each.name)

    def drop(graph: Graph, focus: URIRef) -> None:
        for value in list(graph.objects(focus, name)):
            kinds = {*graph.objects(value, RDF.type), value}
            if kinds & {iri(each.of or ""), iri("kg:OtherActor")}:
                graph.remove((focus, name, value))

    def add(graph: Graph, focus: URIRef) -> None:
        for value in good_values(graph, each, 2):
            graph.add((focus, name, value))

    yield "QualifiedMinCount", "none", drop
    yield "QualifiedMaxCount", "more", add


def _kinds(each: Constraint) -> Iterator[tuple[str, str, Break]]:
    kind = value_of(each.name)
    if kind == "iri":
        yield "NodeKind", "literal", _set(each.name, lambda _: [Literal("a text")])
        yield "NodeKind", "blank", _set(each.name, lambda _: [BNode()])
        if each.of is not None:
            yield "Class", "other", _set(each.name, lambda graph: [_fresh(graph, "kg:Nothing")])
            yield "Class", "untold", _set(each.name, lambda graph: [_fresh(graph, None)])
        return
    day = Literal("2024-03-04", datatype=XSD.date if kind != "xsd:date" else XSD.dateTime)
    other = XSD.gYear if kind == "xsd:string" else None
    yield "Datatype", "other", _set(each.name, lambda _: [Literal("2024", datatype=other)])
    yield "Datatype", "day", _set(each.name, lambda _: [day])
    yield "Datatype", "blank", _set(each.name, lambda _: [BNode()])
    yield "Datatype", "iri", _set(each.name, lambda graph: [_fresh(graph, None)])
    if kind in (*NUMBERS, "xsd:date", "xsd:boolean"):
        wrong = Literal("2024-13-45", datatype=iri(kind))
        yield "Datatype", "ill-typed", _set(each.name, lambda _: [wrong])


def _limits(each: Constraint) -> Iterator[tuple[str, str, Break]]:
    def number(value: float) -> Callable[[Graph], list[Node]]:
        is_integer = value_of(each.name) == "xsd:integer"
        text = str(int(value)) if is_integer else str(float(value))
        return lambda _: [Literal(text, datatype=iri(value_of(each.name)))]

    if each.minimum is not None:
        yield "MinInclusive", "below", _set(each.name, number(each.minimum - 1))
    if each.maximum is not None:
        yield "MaxInclusive", "above", _set(each.name, number(each.maximum + 1))
    if each.pattern is not None:
        wrong = {"empty": "", "space": "19 5", "long": "19500", "letters": "g" * 64, "A": "A" * 64}
        for how, text in wrong.items():
            yield "Pattern", how, _set(each.name, lambda _, text=text: [Literal(text)])


def _comparisons(each: Constraint) -> Iterator[tuple[str, str, Break]]:
    kind = value_of(each.name)
    low, high = ("2024-03-04", "2024-03-05") if kind == "xsd:date" else ("7", "8")

    def pair(one: str, mine: Node, other: Node) -> Break:
        def damage(graph: Graph, focus: URIRef) -> None:
            _set(each.name, lambda _: [mine])(graph, focus)
            _set(one, lambda _: [other])(graph, focus)

        return damage

    if each.at_most is not None:
        mine, other = (Literal(text, datatype=iri(kind)) for text in (high, low))
        yield "LessThanOrEquals", "above", pair(each.at_most, mine, other)
    if each.same_as is not None:
        yield "Equals", "alone", _set(each.name, lambda graph: good_values(graph, each, 1))
        missing = [Literal(low, datatype=iri(kind))] if kind != "iri" else [iri("kg:some")]
        yield "Equals", "missing", _set(each.same_as, lambda _: missing)
    if each.apart_from is not None:
        shared = URIRef(f"{NOWHERE}shared")
        yield "Disjoint", "shared", pair(each.apart_from, shared, shared)
    if each.value is not None:
        yield "HasValue", "other", _set(each.name, lambda graph: [_fresh(graph, each.of)])
    if each.never is not None:
        yield "Not", "denied", _set(each.name, lambda _: [iri(each.never or "")])
