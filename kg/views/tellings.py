"""Claims and events as readers of a page meet them: records in, words for the templates out.

Texts stay as they are; the templates escape them.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.graph import KnowledgeGraph
from kg.model import Article, Claim, Event, EventStatus, MadeBy, Polarity
from kg.views.facts import safe_link
from kg.views.sentences import Piece, mark_sentence
from kg.views.words import (
    action,
    count,
    day,
    joined,
    meant,
    number_said,
    sentence_case,
    support,
    toll_words,
    undirected,
    when,
)

__all__ = [
    "Origin",
    "Report",
    "Telling",
    "named",
    "names_of",
    "shown_of",
    "tell_claim",
    "tell_event",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a sentence stood; `url` is safe to follow or None."""

    article_id: str
    source: str
    published: str
    title: str
    url: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One claim: its sentence in pieces, and how it is meant."""

    number: int
    id: str
    pieces: tuple[Piece, ...]
    origin: Origin
    action: str
    quad: int
    is_denied: bool
    meant: str
    speakers: str
    numbers: tuple[tuple[str, str], ...]
    confidence: str
    made_by: MadeBy


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One event in a few lines, told by its lead sentence.

    `actor_links` and `target_links` hold the id and the name of each.
    """

    number: int
    id: str
    when: str
    actors: str
    action: str
    targets: str
    place: str
    quad: int
    status: EventStatus
    tolls: str
    support: str
    pieces: tuple[Piece, ...]
    origin: Origin
    actor_links: tuple[tuple[str, str], ...]
    target_links: tuple[tuple[str, str], ...]

    @property
    def title(self) -> str:
        """The event in one line, for where only plain text can stand."""
        targets = f" → {self.targets}" if self.targets else ""
        place = f", {self.place}" if self.place else ""
        status = "" if self.status is EventStatus.REPORTED else f" [{self.status}]"
        line = f"{self.actors}: {self.action}{targets}{place}, {self.when}{status}"
        return undirected(line)


def tell_claim(graph: KnowledgeGraph, claim: Claim, number: int) -> Report:
    """Return a claim with a number, by which other parts of its page name it."""
    speakers = (claim.attributed_to, *claim.attribution_chain)
    return Report(
        number=number,
        id=claim.id,
        pieces=mark_sentence(claim),
        origin=_origin(graph.article(claim.article_id)),
        action=action(claim.event_type, claim.mode),
        quad=claim.quad,
        is_denied=claim.polarity is Polarity.DENIED,
        meant=meant(claim),
        speakers=", according to ".join(speaker.name for speaker in speakers if speaker),
        numbers=tuple(
            (f"{sentence_case(stated.kind)}: {number_said(stated)}", stated.span.text)
            for stated in claim.counts
        ),
        confidence=f"{claim.confidence:.2f}",
        made_by=claim.made_by,
    )


def tell_event(
    graph: KnowledgeGraph, event: Event, names: Mapping[str, str], number: int
) -> Telling:
    """Return an event with a number; `names` are those of the actors by id."""
    lead = graph.claim(event.lead_claim_id)
    return Telling(
        number=number,
        id=event.id,
        when=when(event),
        actors=joined(named(event.actor_ids, names), none="Unnamed"),
        action=action(event.event_type, event.mode),
        targets=joined(named(event.target_ids, names)),
        place=event.place.name if event.place else "",
        quad=event.quad,
        status=event.status,
        tolls=", ".join(toll_words(toll) for toll in event.tolls),
        support=support(event),
        pieces=mark_sentence(lead),
        origin=_origin(graph.article(lead.article_id)),
        actor_links=_links(event.actor_ids, names),
        target_links=_links(event.target_ids, names),
    )


def names_of(graph: KnowledgeGraph) -> Mapping[str, str]:
    """Return the names of the actors by id."""
    return {actor.id: actor.name for actor in graph.records.actors}


def named(ids: Iterable[str], names: Mapping[str, str]) -> tuple[str, ...]:
    """Return the names of some actors; one that is not known is called by its id."""
    return tuple(names.get(id_, id_) for id_ in ids)


def _links(ids: Sequence[str], names: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple(zip(ids, named(ids, names), strict=True))


def shown_of(shown: int, total: int, noun: str) -> str:
    """Say how many of something are shown.

    Example:
        >>> shown_of(20, 74, "event"), shown_of(3, 3, "event")
        ('20 of 74 events', '3 events')
    """
    return f"{shown:,} of {count(total, noun)}" if shown < total else count(total, noun)


def _origin(article: Article) -> Origin:
    url = safe_link(article.url)
    return Origin(
        article_id=article.id,
        source=article.source or "Outlet not known",
        published=day(article.published) if article.published else "",
        title=article.title or ("Read the article" if url else ""),
        url=url,
    )
