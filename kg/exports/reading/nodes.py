"""The nodes of an RDF file: statements enter, subjects with their values by name leave."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from kg.errors import ArticleError
from kg.graph.iris import DEFAULT_BASE_IRI, is_base_iri
from kg.graph.vocabulary import NAMESPACES, Vocabulary, vocabulary

if TYPE_CHECKING:
    from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

    Term: TypeAlias = NamedNode | BlankNode | Literal | Triple

__all__ = ["Node", "Nodes", "load_nodes", "read_statements"]

Code = TypeVar("Code", bound=StrEnum)

# Values of each property by its IRI: IRIs and lexical forms alike, each once, in order of reading.
Facts: TypeAlias = dict[str, dict[str, None]]

FORMATS: Mapping[str, str] = MappingProxyType(
    {
        ".ttl": "TURTLE",
        ".trig": "TRIG",
        ".nq": "N_QUADS",
        ".nt": "N_TRIPLES",
        ".jsonld": "JSON_LD",
    }
)
_TYPE = NAMESPACES["rdf"] + "type"
_OURS = ("ns#Article", "ns#Claim")


def load_nodes(path: Path) -> "Nodes":
    """Return the nodes of a file, its named graphs laid over each other.

    Raises:
        ArticleError: If the file cannot be read, or holds statements but none of ours.
    """
    facts_by_iri: dict[str, Facts] = {}
    for quad in read_statements(path):
        facts = facts_by_iri.setdefault(_text(quad.subject), {})
        facts.setdefault(quad.predicate.value, {})[_text(quad.object)] = None
    return Nodes(facts_by_iri, vocabulary(_base_iri(path, facts_by_iri)))


class Nodes:
    """All nodes of one file, and the words that they are written in."""

    def __init__(self, facts_by_iri: Mapping[str, Facts], words: Vocabulary) -> None:
        self.words = words
        self._facts_by_iri = facts_by_iri

    def node(self, iri: str) -> "Node":
        """Return the node of an IRI, without facts if the file says nothing of it."""
        return Node(iri=iri, facts=self._facts_by_iri.get(iri, {}), nodes=self)

    def of_class(self, name: str) -> Iterator["Node"]:
        """Yield all nodes of a class, by its prefixed name."""
        class_iri = self.words.expand(name)
        for iri, facts in self._facts_by_iri.items():
            if class_iri in facts.get(_TYPE, ()):
                yield self.node(iri)

    def code(self, codes: type[Code], iri: str) -> Code:
        """Return the code of a closed set that an IRI stands for.

        Raises:
            ValueError: If it stands for none.
        """
        for code in codes:
            if self.words.code(code).value == iri:
                return code
        raise ValueError(f"<{iri}> is no {codes.__name__}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """One subject; values are found by the prefixed names of properties."""

    iri: str
    facts: Facts
    nodes: Nodes

    @property
    def id(self) -> str:
        """Its id outside RDF."""
        return self.one("dcterms:identifier")

    def many(self, name: str) -> tuple[str, ...]:
        """Return all values of a property, in no particular order."""
        return tuple(self.facts.get(self.nodes.words.expand(name), ()))

    def maybe(self, name: str) -> str | None:
        """Return the value of a property, None if there is none.

        Raises:
            ValueError: If there are several.
        """
        values = self.many(name)
        if len(values) > 1:
            raise ValueError(f"<{self.iri}> has {len(values)} values of {name}")
        return values[0] if values else None

    def one(self, name: str) -> str:
        """Return the value of a property.

        Raises:
            LookupError: If there is none.
        """
        value = self.maybe(name)
        if value is None:
            raise LookupError(f"<{self.iri}> has no {name}")
        return value

    def follow(self, name: str) -> "Node":
        """Return the node that a property leads to."""
        return self.nodes.node(self.one(name))

    def follow_all(self, name: str) -> tuple["Node", ...]:
        """Return the nodes that a property leads to, in the order of their ranks."""
        return tuple(sorted(map(self.nodes.node, self.many(name)), key=_rank))


def _text(term: "Term") -> str:
    return str(getattr(term, "value", term))  # a triple term has no value, and is none of ours


def _rank(node: Node) -> int:
    return int(node.one("kg:rank"))


def read_statements(path: Path) -> Iterator["Quad"]:
    """Yield the statements of a file in their order.

    Raises:
        ArticleError: If it cannot be read, or is not RDF.
    """
    from pyoxigraph import RdfFormat, parse

    if path.suffix.lower() not in FORMATS:
        endings = ", ".join(FORMATS)
        raise ArticleError(f"{path}: the name does not say which RDF it is; end it in {endings}")
    rdf_format = getattr(RdfFormat, FORMATS[path.suffix.lower()])
    try:
        yield from parse(path=str(path), format=rdf_format)
    except OSError as error:
        raise ArticleError(f"{path}: cannot be read ({error}); check the path") from error
    except SyntaxError as error:
        raise ArticleError(f"{path}: is not valid RDF ({error}); write it again") from error


def _base_iri(path: Path, facts_by_iri: Mapping[str, Facts]) -> str:
    """Return what the IRIs of our own classes begin with; a file of an empty graph may have any."""
    if not facts_by_iri:
        return DEFAULT_BASE_IRI
    classes = {iri for facts in facts_by_iri.values() for iri in facts.get(_TYPE, ())}
    ours = {iri.removesuffix(end) for iri in classes for end in _OURS if iri.endswith(end)}
    bases = set(filter(is_base_iri, ours))
    if len(bases) != 1:
        found = f"articles of {len(bases)} bases" if bases else "no article"
        raise ArticleError(f"{path}: holds {found} of kg; import a file that kg wrote")
    return bases.pop()
