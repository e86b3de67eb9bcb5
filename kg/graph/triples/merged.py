"""The merged view in RDF: actors, events, stories, outlets, places, and what each claim is about.

It is computed from all articles together, and stands in one named graph of its own.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from kg.graph.terms import Node, text
from kg.graph.triples.actors import actor_nodes
from kg.graph.triples.articles import numbered_mentions
from kg.graph.triples.events import event_nodes, has_happened
from kg.graph.triples.places import place_nodes, without_words
from kg.graph.triples.scribes import Fact, Scribe, has_value, known
from kg.graph.vocabulary import Vocabulary
from kg.model import Claim, Event, Story

if TYPE_CHECKING:
    from kg.graph.knowledge import KnowledgeGraph

__all__ = ["merged_nodes"]

_MERGED_PROPERTIES: Mapping[str, str] = MappingProxyType(
    {
        "kg:actorMention": "kg:claimedActor",
        "kg:targetMention": "kg:claimedTarget",
        "kg:speakerMention": "kg:attributedTo",
    }
)


def merged_nodes(vocabulary: Vocabulary, graph: "KnowledgeGraph") -> Iterator[Node]:
    """Yield the named graph of everything that merging found, each statement once."""
    scribe = Scribe(vocabulary, vocabulary.merged_graph)
    events = graph.records.events
    taking_part = {id_ for event in filter(has_happened, events) for id_ in _participants(event)}
    for story in graph.records.stories:
        yield from _story(scribe, story)
    for actor in graph.records.actors:
        yield from actor_nodes(scribe, actor, is_sem=actor.id in taking_part)
    name_by_actor = {actor.id: actor.name for actor in graph.records.actors}
    for event in events:
        yield from event_nodes(scribe, event, name_by_actor)
    yield from _sources(scribe, graph)
    yield from _places(scribe, graph)
    yield from _links(scribe, graph)


def _participants(event: Event) -> tuple[str, ...]:
    return (*event.actor_ids, *event.target_ids)


def _story(scribe: Scribe, story: Story) -> Iterator[Node]:
    words = scribe.vocabulary
    node = words.thing("story", story.id)
    articles = [words.thing("article", article_id) for article_id in story.article_ids]
    parts = (("schema:hasPart", article) for article in articles)
    firsts = (("kg:firstArticle", article) for article in articles[:1])
    identifier = ("dcterms:identifier", text(story.id))
    yield scribe.describe(node, ("kg:Story",), (identifier, *firsts, *parts))
    for article in articles:
        yield scribe.say(article, (("kg:story", node),))


def _sources(scribe: Scribe, graph: "KnowledgeGraph") -> Iterator[Node]:
    sources = {article.source for article in graph.records.articles if article.source is not None}
    for source in sorted(sources):
        node = scribe.vocabulary.thing("source", source)
        types = ("kg:Source", "schema:NewsMediaOrganization")
        yield scribe.describe(node, types, (("schema:name", text(source)),))


def _places(scribe: Scribe, graph: "KnowledgeGraph") -> Iterator[Node]:
    """Yield the places of all claims and events; one where anything happened is SEM's too."""
    claims, events = graph.records.claims, graph.records.events
    sem = {without_words(e.place) for e in events if e.place and has_happened(e)}
    places = sem | {without_words(c.place) for c in claims if c.place}
    places |= {without_words(e.place) for e in events if e.place}
    for place in sorted(places, key=repr):
        yield from place_nodes(scribe, place, is_sem=place in sem)


def _links(scribe: Scribe, graph: "KnowledgeGraph") -> Iterator[Node]:
    """Yield what each claim is about, and who its words refer to."""
    rules = {
        (link.article_id, link.start, link.end): link.rule for link in graph.records.actor_links
    }
    for claim in graph.records.claims:
        references = list(_references(scribe, graph, claim, rules))
        yield from (node for _, node in references)
        event_id = graph.event_of(claim.id)
        about = None if event_id is None else scribe.vocabulary.thing("event", event_id)
        roles = dict.fromkeys(role for role, _ in references if has_value(role))
        facts = (("kg:about", about), *roles)
        yield scribe.say(scribe.vocabulary.thing("claim", claim.id), facts)


def _references(
    scribe: Scribe,
    graph: "KnowledgeGraph",
    claim: Claim,
    rules: Mapping[tuple[str, int, int], str],
) -> Iterator[tuple[Fact, Node]]:
    """Yield the role of each merged actor in a claim, and the mention that refers to it."""
    words = scribe.vocabulary
    for name, role, rank, mention in numbered_mentions(claim):
        actor_id = graph.actor_of(claim, mention)
        if actor_id is None:
            continue
        actor = words.thing("actor", actor_id)
        rule = rules.get((claim.article_id, mention.span.start, mention.span.end))
        reference = (("kg:refersTo", actor), ("kg:linkRule", known(text, rule)))
        node = scribe.say(words.thing("actor-mention", claim.id, role, rank), reference)
        merged = _MERGED_PROPERTIES.get(name)
        yield (merged or name, actor if merged else None), node
