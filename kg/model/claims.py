"""The unit of truth: what one sentence asserts, for whom, how surely, about when."""

import hashlib
from dataclasses import dataclass
from datetime import date

from kg.model.codes import (
    Bound,
    Certainty,
    CountKind,
    CountRelation,
    EventType,
    PlacePrecision,
    Polarity,
    Temporality,
    TimePrecision,
)
from kg.model.spans import Span

__all__ = ["ActorMention", "Claim", "Count", "MadeBy", "Place", "Time", "claim_id"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorMention:
    """One span that names an actor, with what its words alone say about it.

    Attributes:
        span: The words.
        name: What they refer to within the article ("he" -> "Volodymyr Zelenskiy").
        actor_id: The lexicon's id where the words name a known actor, else None.
        country: ISO 3166 alpha-3, "IGO", "NGO", or None.
        sector: PLOVER sector, or None.
        label: Label of the name (PERSON, ORG, GPE, …) or None for common nouns.
    """

    span: Span
    name: str
    actor_id: str | None = None
    country: str | None = None
    sector: str | None = None
    label: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where; coordinates are WGS 84 degrees, present only where the gazetteer knows the name."""

    span: Span
    name: str
    latitude: float | None = None
    longitude: float | None = None
    country: str | None = None
    geonames_id: int | None = None
    precision: PlacePrecision | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """When; `earliest` and `latest` are inclusive days."""

    span: Span
    earliest: date
    latest: date
    precision: TimePrecision


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A stated number of people: `of` is the noun counted, "" if none."""

    kind: CountKind
    value: int
    bound: Bound
    relation: CountRelation
    of: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeBy:
    """Which lexicon entry, argument frame and grammatical rule made a claim."""

    entry: str
    frame: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One coded claim; every field is set by the `claims` room, none later.

    Attributes:
        id: `c-` and 16 hex digits of the hash of article id, action span and event type.
        article_id: The article.
        event_type: PLOVER type.
        mode: PLOVER mode of that type, or None.
        contexts: PLOVER contexts, sorted.
        cameo: CAMEO code as a string ("195").
        quad: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.
        intensity: −10 (conflict) … 10 (cooperation).
        actors: Who; empty where the sentence does not say.
        targets: To whom; empty where none or not said.
        action: The words of the event.
        action_lemma: Their lemma.
        polarity, certainty, temporality: How it is meant.
        attributed_to: The innermost speaker, None when the outlet itself says it.
        attribution_chain: Speakers further out, innermost first.
        place, time, counts: Where, when and with what toll, as stated.
        sentence: The sentence that makes the claim.
        confidence: 0..1, the chance that the sentence tells an event of this type (docs/schema.md).
        made_by: What made it.
    """

    id: str
    article_id: str
    event_type: EventType
    mode: str | None
    contexts: tuple[str, ...]
    cameo: str
    quad: int
    intensity: float
    actors: tuple[ActorMention, ...]
    targets: tuple[ActorMention, ...]
    action: Span
    action_lemma: str
    polarity: Polarity
    certainty: Certainty
    temporality: Temporality
    attributed_to: ActorMention | None
    attribution_chain: tuple[ActorMention, ...]
    place: Place | None
    time: Time | None
    counts: tuple[Count, ...]
    sentence: Span
    confidence: float
    made_by: MadeBy

    @property
    def actor_mentions(self) -> tuple[ActorMention, ...]:
        """Every actor mention of the claim: actors, targets, then speakers."""
        speakers = (self.attributed_to,) if self.attributed_to else ()
        return (*self.actors, *self.targets, *speakers, *self.attribution_chain)


def claim_id(article_id: str, action: Span, event_type: EventType) -> str:
    """Return the id of a claim, the same at every run.

    Example:
        >>> claim_id("a-1", Span(start=4, end=9, text="fired"), EventType.ASSAULT)
        'c-eb9a8436cde1b2e6'
    """
    content = f"{article_id}\x1f{action.start}\x1f{action.end}\x1f{event_type}".encode()
    return "c-" + hashlib.sha256(content).hexdigest()[:16]
