"""Every other type as a JSON record: its own fields, by their own names."""

from collections.abc import Mapping
from typing import Any

from kg.model.articles import Article, Skip
from kg.model.records.codec import Record, decode, encode
from kg.model.worlds import Actor, ActorLink, Event, EventLink, Judgement, Story

__all__ = [
    "actor_from_record",
    "actor_link_from_record",
    "actor_link_to_record",
    "actor_to_record",
    "article_from_record",
    "article_to_record",
    "event_from_record",
    "event_link_from_record",
    "event_link_to_record",
    "event_to_record",
    "judgement_from_record",
    "judgement_to_record",
    "skip_from_record",
    "skip_to_record",
    "story_from_record",
    "story_to_record",
]


def article_to_record(article: Article) -> Record:
    """Return an article as a record."""
    record: Record = encode(article)
    return record


def article_from_record(record: Mapping[str, Any]) -> Article:
    """Return the article that a record was made of."""
    return decode(Article, record)


def skip_to_record(skip: Skip) -> Record:
    """Return a skip as a record."""
    record: Record = encode(skip)
    return record


def skip_from_record(record: Mapping[str, Any]) -> Skip:
    """Return the skip that a record was made of."""
    return decode(Skip, record)


def actor_to_record(actor: Actor) -> Record:
    """Return a merged actor as a record."""
    record: Record = encode(actor)
    return record


def actor_from_record(record: Mapping[str, Any]) -> Actor:
    """Return the merged actor that a record was made of."""
    return decode(Actor, record)


def event_to_record(event: Event) -> Record:
    """Return a merged event as a record."""
    record: Record = encode(event)
    return record


def event_from_record(record: Mapping[str, Any]) -> Event:
    """Return the merged event that a record was made of."""
    return decode(Event, record)


def actor_link_to_record(link: ActorLink) -> Record:
    """Return the link of a span to its actor as a record."""
    record: Record = encode(link)
    return record


def actor_link_from_record(record: Mapping[str, Any]) -> ActorLink:
    """Return the link of a span to its actor that a record was made of."""
    return decode(ActorLink, record)


def event_link_to_record(link: EventLink) -> Record:
    """Return the link of a claim to its event as a record."""
    record: Record = encode(link)
    return record


def event_link_from_record(record: Mapping[str, Any]) -> EventLink:
    """Return the link of a claim to its event that a record was made of."""
    return decode(EventLink, record)


def story_to_record(story: Story) -> Record:
    """Return a story as a record."""
    record: Record = encode(story)
    return record


def story_from_record(record: Mapping[str, Any]) -> Story:
    """Return the story that a record was made of."""
    return decode(Story, record)


def judgement_to_record(judgement: Judgement) -> Record:
    """Return a judgement as a record."""
    record: Record = encode(judgement)
    return record


def judgement_from_record(record: Mapping[str, Any]) -> Judgement:
    """Return the judgement that a record was made of."""
    return decode(Judgement, record)
