"""RDF 1.2 as TriG: the graph as in RDF 1.1, and each claim as the reifier of what it says.

`claim rdf:reifies <<( actor type target )>>` names the statement that a claim makes without
asserting it, so that denied and feared ones stand there as well. RDF 1.2 Concepts and Turtle, W3C
working drafts of 2025; few stores read it yet.
"""

from collections.abc import Iterator
from itertools import groupby, product
from operator import attrgetter

from kg.exports.options import ExportOptions
from kg.exports.statements import iter_statements
from kg.exports.turtle import INDENT, Turtle
from kg.graph import KnowledgeGraph
from kg.graph.vocabulary import vocabulary
from kg.model import ActorMention, Claim

__all__ = ["iter_trig12"]

VERSION = 'VERSION "1.2"\n'


def iter_trig12(graph: KnowledgeGraph, *, options: ExportOptions) -> Iterator[str]:
    """Yield the graph as TriG 1.2, the reified statements at the end of the merged graph."""
    words = vocabulary(options.base_iri)
    turtle = Turtle(words)
    yield VERSION
    yield from turtle.prefix_lines()
    for name, nodes in groupby(iter_statements(graph, options), attrgetter("graph")):
        yield f"\n{turtle.shorten.term(name)} {{\n"
        yield from turtle.blocks(nodes, indent=INDENT)
        if name == words.merged_graph:
            yield from _reifications(graph, turtle)
        yield "}\n"


def _reifications(graph: KnowledgeGraph, turtle: Turtle) -> Iterator[str]:
    words, term = turtle.words, turtle.shorten.term
    for claim in graph.records.claims:
        subject = term(words.thing("claim", claim.id))
        event_type = term(words.event_type(claim.event_type))
        for actor, target in _pairs(graph, claim):
            actor_name, target_name = (term(words.thing("actor", id_)) for id_ in (actor, target))
            said = f"<<( {actor_name} {event_type} {target_name} )>>"
            yield f"\n{INDENT}{subject} rdf:reifies {said} .\n"


def _pairs(graph: KnowledgeGraph, claim: Claim) -> list[tuple[str, str]]:
    """Return each actor with each target of a claim, once, in the order of their ids."""

    def ids(mentions: tuple[ActorMention, ...]) -> set[str]:
        found = (graph.actor_of(claim, mention) for mention in mentions)
        return {id_ for id_ in found if id_ is not None}

    return sorted(product(ids(claim.actors), ids(claim.targets)))
