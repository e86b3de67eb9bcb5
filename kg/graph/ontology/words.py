"""The words that ontology and shapes are written in: those of the model, and those about them."""

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from kg.graph.terms import Iri, Literal, Node, Term, clean
from kg.graph.vocabulary import KINDS, Vocabulary

__all__ = ["Fact", "Words", "english", "label_of", "sentence"]

Fact = tuple[str, Term]

_CAPITAL = re.compile("(?<=[a-z])(?=[A-Z])")


class Words(Vocabulary):
    """All terms bound to a base IRI, with the prefixes of what is said about them."""

    def __init__(self, base_iri: str) -> None:
        super().__init__(base_iri)
        used = {prefix: iri for prefix, iri in self.namespaces.items() if prefix not in KINDS}
        self.prefixes: Mapping[str, str] = MappingProxyType(used)
        self._prefix_by_namespace = {value: key for key, value in used.items()}

    def iri(self, name: str) -> Iri:
        """Return the IRI of any prefixed name."""
        return Iri(self.expand(name), name)

    def short(self, iri: str) -> str:
        """Return the prefixed name of a term, an IRI of no namespace as it is."""
        end = max(iri.rfind("#"), iri.rfind("/")) + 1
        prefix = self._prefix_by_namespace.get(iri[:end])
        return iri if prefix is None else f"{prefix}:{iri[end:]}"

    def node(self, subject: Iri, types: Iterable[str], facts: Iterable[Fact]) -> Node:
        """Return a node of some types, by their prefixed names."""
        typed = (("rdf:type", self.iri(name)) for name in types)
        return Node(self.ontology_graph, subject, (*typed, *facts))


def english(value: str) -> Literal:
    """Return a text for people, marked as English."""
    return Literal(clean(value), language="en")


def label_of(name: str) -> str:
    """Return the label of a prefixed name in camel case.

    Example:
        >>> label_of("kg:EventCandidate"), label_of("kg:claimedActor")
        ('event candidate', 'claimed actor')
    """
    return _CAPITAL.sub(" ", name.partition(":")[2]).lower()


def sentence(words: str) -> str:
    """Return words with a capital and a full stop.

    Example:
        >>> sentence("who did it")
        'Who did it.'
    """
    return f"{words[0].upper()}{words[1:].removesuffix('.')}."
