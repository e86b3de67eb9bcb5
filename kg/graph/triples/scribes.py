"""One node, described: a subject and its facts enter, one value leaves."""

from collections.abc import Callable, Iterable
from typing import TypeAlias, TypeGuard, TypeVar

from kg.graph.terms import Iri, Node, Term
from kg.graph.vocabulary import Vocabulary

__all__ = ["Fact", "Scribe", "has_value", "known"]

Fact: TypeAlias = tuple[str, Term | None]
T = TypeVar("T")

TYPE = "rdf:type"


class Scribe:
    """Writes the nodes of one named graph in the words of one vocabulary."""

    def __init__(self, vocabulary: Vocabulary, graph: Iri) -> None:
        self.vocabulary = vocabulary
        self._graph = graph

    def describe(self, subject: Iri, types: Iterable[str], facts: Iterable[Fact]) -> Node:
        """Return a node of some types; a fact without value says nothing."""
        term = self.vocabulary.term
        typed = [(TYPE, term(name)) for name in types]
        return Node(self._graph, subject, (*typed, *[fact for fact in facts if has_value(fact)]))

    def say(self, subject: Iri, facts: Iterable[Fact]) -> Node:
        """Return a node whose types another one tells."""
        return Node(self._graph, subject, tuple([fact for fact in facts if has_value(fact)]))


def has_value(fact: Fact) -> TypeGuard[tuple[str, Term]]:
    """Tell whether a fact says something."""
    return fact[1] is not None


def known(make: Callable[[T], Term], value: T | None) -> Term | None:
    """Return the term made of a value, None where the value is not known."""
    return None if value is None else make(value)
