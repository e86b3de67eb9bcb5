"""Merged actors in RDF: what kind, whose, since when in which office."""

import re
from collections.abc import Iterator

from kg.graph.terms import Iri, Node, day, text
from kg.graph.triples.scribes import Fact, Scribe, known
from kg.model import Actor, ActorKind, Role

__all__ = ["actor_nodes", "known_types"]

WIKIDATA = "http://www.wikidata.org/entity/"

_WIKIDATA_ID = re.compile("Q[1-9][0-9]*")
_NOT_ORGANISED = (ActorKind.CIVILIANS, ActorKind.COUNTRY, ActorKind.OTHER, ActorKind.PLACE)


def actor_nodes(scribe: Scribe, actor: Actor, *, is_sem: bool) -> Iterator[Node]:
    """Yield an actor and its offices.

    Args:
        scribe: Whose graph it is written in.
        actor: The actor.
        is_sem: Whether it took part in something that happened, so that it is a `sem:Actor` too.
    """
    node = scribe.vocabulary.thing("actor", actor.id)
    types = ("kg:Actor", *(("sem:Actor",) if is_sem else ()), *known_types(actor.kind))
    held = [scribe.vocabulary.thing("role", actor.id, n + 1) for n in range(len(actor.roles))]
    offices = (("kg:role", office) for office in held)
    yield scribe.describe(node, types, (*_facts(scribe, actor), *offices))
    for office, role in zip(held, actor.roles, strict=True):
        yield _role(scribe, office, role)


def known_types(kind: ActorKind) -> tuple[str, ...]:
    """Return the classes of others that actors of a kind belong to."""
    if kind is ActorKind.PERSON:
        return ("foaf:Person",)
    return () if kind in _NOT_ORGANISED else ("org:Organization",)


def _facts(scribe: Scribe, actor: Actor) -> Iterator[Fact]:
    words = scribe.vocabulary
    yield "rdf:type", words.code(actor.kind)
    yield "dcterms:identifier", text(actor.id)
    yield "rdfs:label", text(actor.name)
    for alias in actor.aliases:
        yield "skos:altLabel", text(alias)
    yield "kg:country", known(text, actor.country)
    yield "kg:sector", known(words.sector, actor.sector)
    for actor_id in actor.part_of:
        yield "kg:partOf", words.thing("actor", actor_id)
    if actor.wikidata is not None and _WIKIDATA_ID.fullmatch(actor.wikidata):
        yield "skos:exactMatch", Iri(WIKIDATA + actor.wikidata)


def _role(scribe: Scribe, node: Iri, role: Role) -> Node:
    return scribe.describe(
        node,
        ("kg:Role",),
        (
            ("kg:title", text(role.title)),
            ("kg:roleAt", scribe.vocabulary.thing("actor", role.of)),
            ("kg:since", known(day, role.since)),
            ("kg:until", known(day, role.until)),
        ),
    )
