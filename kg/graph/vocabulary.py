"""The terms of the RDF model, bound to a base IRI: predicates, classes, codes, concepts, things.

Terms of ours stand in `ns#`, PLOVER's concepts in `plover/`, things in `id/<kind>/`.
"""

import functools
import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType

from kg.graph.iris import MAX_SEGMENT, check_base_iri, mint_iri
from kg.graph.predicates import CLASSES, PREDICATES
from kg.graph.terms import XSD, Iri
from kg.model import ActorKind, EventStatus, EventType, PlacePrecision, TimePrecision

__all__ = [
    "KINDS",
    "LOCAL_NAME",
    "NAMESPACES",
    "Vocabulary",
    "code_name",
    "vocabulary",
]

NAMESPACES: Mapping[str, str] = MappingProxyType(
    {
        "dcterms": "http://purl.org/dc/terms/",
        "foaf": "http://xmlns.com/foaf/0.1/",
        "geo": "http://www.opengis.net/ont/geosparql#",
        "oa": "http://www.w3.org/ns/oa#",
        "org": "http://www.w3.org/ns/org#",
        "prov": "http://www.w3.org/ns/prov#",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "schema": "https://schema.org/",
        "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "wgs": "http://www.w3.org/2003/01/geo/wgs84_pos#",
        "xsd": XSD,
    }
)

# Those of what is said about terms, in ontology and shapes alone.
NAMESPACES_ABOUT: Mapping[str, str] = MappingProxyType(
    {
        "owl": "http://www.w3.org/2002/07/owl#",
        "sh": "http://www.w3.org/ns/shacl#",
    }
)

# Each kind of thing has a folder of its own under `id/`, so that no two ids can collide: an
# article may bring any id, also that of an actor.
KINDS = (
    "actor",
    "actor-mention",
    "article",
    "article-graph",
    "claim",
    "count",
    "event",
    "geometry",
    "mention",
    "merge",
    "place",
    "position",
    "quote",
    "role",
    "source",
    "story",
    "tally",
)

# What may follow a prefix in Turtle and means the same in JSON-LD, unescaped, in every reader.
LOCAL_NAME = re.compile("[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?")

# "historical" is a temporality and a status, "place" a kind of actor and a class.
_SUFFIXES: Mapping[type[StrEnum], str] = MappingProxyType(
    {
        ActorKind: "Actor",
        EventStatus: "Status",
        PlacePrecision: "Precision",
        TimePrecision: "Precision",
    }
)


def code_name(code: StrEnum) -> str:
    """Return the local name of a code's term.

    Example:
        >>> code_name(EventStatus.HISTORICAL), code_name(ActorKind.ARMED_GROUP)
        ('HistoricalStatus', 'ArmedGroupActor')
    """
    words = re.split("[ _-]", code.value)
    return "".join(word.capitalize() for word in words) + _SUFFIXES.get(type(code), "")


class Vocabulary:
    """All terms, bound to a base IRI."""

    def __init__(self, base_iri: str) -> None:
        self.base_iri = check_base_iri(base_iri)
        self.prefixes: Mapping[str, str] = MappingProxyType(_prefixes(base_iri))
        own = {"cameo": f"{base_iri}cameo/", "shape": f"{base_iri}shapes#"}
        self.namespaces: Mapping[str, str] = MappingProxyType(
            {**self.prefixes, **own, **NAMESPACES_ABOUT}
        )
        names = (*(predicate.name for predicate in PREDICATES), *CLASSES)
        self._terms = {name: Iri(self.expand(name), name) for name in names}
        self._folders = {kind: self.prefixes[kind] for kind in KINDS}
        self._codes: dict[tuple[type[StrEnum], StrEnum], Iri] = {}

    def expand(self, name: str) -> str:
        """Return the IRI of a prefixed name as a string."""
        prefix, _, local = name.partition(":")
        return self.namespaces[prefix] + local

    def term(self, name: str) -> Iri:
        """Return a term by its prefixed name; one of ours must stand in the tables."""
        try:
            return self._terms[name]
        except KeyError:
            if name.startswith("kg:"):
                raise
        return Iri(self.expand(name), name)

    def code(self, code: StrEnum) -> Iri:
        """Return the term of a code of one of the closed sets."""
        key = (type(code), code)  # codes of two sets may be equal as strings
        if key not in self._codes:
            self._codes[key] = self._local("kg", code_name(code))
        return self._codes[key]

    def event_type(self, event_type: EventType) -> Iri:
        """Return the concept of an event type."""
        return self._concept(event_type.value)

    def mode(self, event_type: EventType, mode: str) -> Iri:
        """Return the concept of a mode of an event type."""
        return self._concept(f"{event_type}-{mode}")

    def context(self, context: str) -> Iri:
        """Return the concept of a context."""
        return self._concept(f"context-{context}")

    def sector(self, sector: str) -> Iri:
        """Return the concept of a sector."""
        return self._concept(sector)

    def thing(self, kind: str, *parts: str | int) -> Iri:
        """Return the IRI of a thing of one of `KINDS`; its parts are joined by hyphens."""
        return self._thing(kind, "-".join(map(str, parts)))

    def things(self, kinds: Iterable[str], *parts: str | int) -> tuple[Iri, ...]:
        """Return the IRIs of things of several kinds that have the same parts."""
        local = "-".join(map(str, parts))
        return tuple([self._thing(kind, local) for kind in kinds])

    def _thing(self, kind: str, local: str) -> Iri:
        folder = self._folders[kind]
        if len(local) <= MAX_SEGMENT and LOCAL_NAME.fullmatch(local):  # an IRI takes it as it is
            return Iri(folder + local, f"{kind}:{local}")
        return Iri(mint_iri(folder, local))

    def article_graph(self, article_id: str) -> Iri:
        """Return the name of the graph that holds an article and its claims."""
        return self.thing("article-graph", article_id)

    @property
    def merged_graph(self) -> Iri:
        """The name of the graph that holds the merged view."""
        return Iri(mint_iri(self.base_iri, "id", "merged"))

    @property
    def runs_graph(self) -> Iri:
        """The name of the graph that says which run made a file."""
        return Iri(mint_iri(self.base_iri, "id", "runs"))

    @property
    def ledger_graph(self) -> Iri:
        """The name of the graph in which a triple store keeps what was pushed to it."""
        return Iri(mint_iri(self.base_iri, "id", "ledger"))

    @property
    def ontology_graph(self) -> Iri:
        """The name of the graph that describes the terms."""
        return Iri(mint_iri(self.base_iri, "ontology"))

    def _concept(self, local: str) -> Iri:
        if len(local) <= MAX_SEGMENT and LOCAL_NAME.fullmatch(local):
            return self._local("plover", local)
        return Iri(mint_iri(self.prefixes["plover"], local))

    def _local(self, prefix: str, local: str) -> Iri:
        return Iri(self.prefixes[prefix] + local, f"{prefix}:{local}")


@functools.cache
def vocabulary(base_iri: str) -> Vocabulary:
    """Return the vocabulary of a base IRI.

    Raises:
        ExportError: If the base cannot be used.
    """
    return Vocabulary(base_iri)


def _prefixes(base_iri: str) -> dict[str, str]:
    own = {"kg": f"{base_iri}ns#", "plover": f"{base_iri}plover/"}
    return {**own, **{kind: f"{base_iri}id/{kind}/" for kind in KINDS}, **NAMESPACES}
