"""One node, described: a subject and its facts enter, quads leave."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias, TypeVar

from kg.graph.terms import Iri, Quad, Term
from kg.graph.vocabulary import Vocabulary

__all__ = ["Fact", "Scribe", "known"]

Fact: TypeAlias = tuple[str, Term | None]
T = TypeVar("T")


class Scribe:
    """Writes the quads of one named graph in the words of one vocabulary."""

    def __init__(self, vocabulary: Vocabulary, graph: Iri) -> None:
        self.vocabulary = vocabulary
        self._graph = graph

    def describe(self, subject: Iri, types: Iterable[str], facts: Iterable[Fact]) -> Iterator[Quad]:
        """Yield a quad for each type and fact; a fact without value says nothing."""
        term = self.vocabulary.term
        for name in types:
            yield Quad(self._graph, subject, term("rdf:type"), term(name))
        yield from self.say(subject, facts)

    def say(self, subject: Iri, facts: Iterable[Fact]) -> Iterator[Quad]:
        """Yield a quad for each fact that has a value."""
        term = self.vocabulary.term
        for name, value in facts:
            if value is not None:
                yield Quad(self._graph, subject, term(name), value)


def known(make: Callable[[T], Term], value: T | None) -> Term | None:
    """Return the term made of a value, None where the value is not known."""
    return None if value is None else make(value)
