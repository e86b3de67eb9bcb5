"""Why the graph says what it says: an id enters, lines for people leave.

An event is explained by its claims, their sentences and sources, its tolls, and the reasons for
which its claims were held to report one occurrence; a claim by what made it; an actor by the words
that were taken for it, and by which rule.
"""

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.graph.frames.cells import one_line
from kg.graph.triples.events import event_label
from kg.model import Actor, Claim, Event, Toll

if TYPE_CHECKING:
    from kg.graph.knowledge import KnowledgeGraph

__all__ = ["iter_actor_lines", "iter_claim_lines", "iter_event_lines"]

MAX_WORDS_SHOWN = 40  # of the words that named an actor, the most frequent first


def iter_event_lines(graph: "KnowledgeGraph", event: Event) -> Iterator[str]:
    """Yield the explanation of an event, a line at a time."""
    names = {actor.id: actor.name for actor in graph.records.actors}
    yield f"{event.id}  {event_label(event, names)}"
    yield (
        f"  {event.status}, confidence {event.confidence:.2f}; {event.articles} articles, "
        f"{event.sources} outlets, {event.stories} independent stories"
    )
    yield f"  reported by {len(event.claim_ids)} claims:"
    for claim_id in event.claim_ids:
        yield from _indented(_claim(graph, graph.claim(claim_id)))
    if event.denial_ids:
        yield f"  denied by {len(event.denial_ids)} claims:"
        for claim_id in event.denial_ids:
            yield from _indented(_claim(graph, graph.claim(claim_id)))
    for toll in event.tolls:
        yield from _toll(graph, toll)
    if event.reasons:
        yield "  held to be one event because:"
    for reason in event.reasons:
        yield f"    {reason.claim_id} and {reason.other_claim_id}, score {reason.score:.2f}:"
        yield f"      {'; '.join(reason.because)}"


def iter_claim_lines(graph: "KnowledgeGraph", claim: Claim) -> Iterator[str]:
    """Yield the explanation of a claim, a line at a time."""
    yield from _claim(graph, claim)
    for role, mentions in (("actor", claim.actors), ("target", claim.targets)):
        for mention in mentions:
            actor_id = graph.actor_of(claim, mention)
            who = f"{graph.actor(actor_id).name} ({actor_id})" if actor_id else "nobody known"
            span = mention.span
            words = one_line(span.text)
            yield f"  {role}: {words!r} at {span.start}–{span.end}, taken for {who}"
    event_id = graph.event_of(claim.id)
    yield f"  event: {event_id}" if event_id else "  event: none; it stays a claim alone"


def iter_actor_lines(graph: "KnowledgeGraph", actor: Actor) -> Iterator[str]:
    """Yield the explanation of an actor, a line at a time."""
    known = [str(actor.kind), *(part for part in (actor.country, actor.sector) if part)]
    yield f"{actor.id}  {actor.name} ({', '.join(known)})"
    if actor.part_of:
        yield f"  part of: {', '.join(actor.part_of)}"
    texts = {article.id: article.text for article in graph.records.articles}
    links = [link for link in graph.records.actor_links if link.actor_id == actor.id]
    words = Counter(
        (one_line(texts[link.article_id][link.start : link.end]), link.rule) for link in links
    )
    yield f"  named {len(links)} times:"
    ordered = sorted(words.items(), key=lambda item: (-item[1], item[0]))
    for (text, rule), count in ordered[:MAX_WORDS_SHOWN]:
        yield f"    {count} × {text!r}: {rule}"
    if len(ordered) > MAX_WORDS_SHOWN:
        yield f"    and {len(ordered) - MAX_WORDS_SHOWN} other wordings"


def _claim(graph: "KnowledgeGraph", claim: Claim) -> Iterator[str]:
    article = graph.article(claim.article_id)
    told = (str(article.published or "no day"), article.source or "no outlet", article.id)
    yield f"{claim.id}  {', '.join(told)}, {claim.sentence.start}–{claim.sentence.end}"
    yield f"  {one_line(claim.sentence.text)}"
    kind = f"{claim.event_type}{f' ({claim.mode})' if claim.mode else ''}"
    said = f", said by {claim.attributed_to.name}" if claim.attributed_to else ""
    meant = f"{claim.polarity}, {claim.certainty}, {claim.temporality}"
    yield f"  {kind}: {meant}{said}; confidence {claim.confidence:.2f}"
    made = claim.made_by
    yield f"  made by {made.entry}, frame {made.frame}, rule {made.rule}"


def _toll(graph: "KnowledgeGraph", toll: Toll) -> Iterator[str]:
    high = f"{toll.high} or more" if toll.is_open else str(toll.high)
    yield f"  {toll.kind}: {toll.low} to {high}, best {toll.best} (rule: {toll.rule})"
    for claim_id in toll.claim_ids:
        claim = graph.claim(claim_id)
        said = [one_line(count.span.text) for count in claim.counts if count.kind == toll.kind]
        yield f"    {claim_id}: {'; '.join(map(repr, said)) or 'no number of its own'}"


def _indented(lines: Iterator[str]) -> Iterator[str]:
    yield from (f"    {line}" for line in lines)
