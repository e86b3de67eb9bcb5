"""A synthetic graph of any size: regions with their own wars, and some ties between regions.

Nothing is read: articles, claims, actors and events are made, the same at every run.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from kg.graph import KnowledgeGraph
from kg.model import (
    Actor,
    ActorKind,
    ActorMention,
    Article,
    Certainty,
    Claim,
    Event,
    EventStatus,
    EventType,
    MadeBy,
    Polarity,
    Resolution,
    Span,
    Temporality,
    TimePrecision,
    claim_id,
)

__all__ = ["regions_graph"]

_ACTORS_PER_REGION = 250
_ABROAD = 0.02  # share of events whose target is of another region
_FIRST_DAY, _DAYS = date(2015, 1, 1), 3600
_CODES = (
    (EventType.ASSAULT, "190", 4, -9.0),
    (EventType.COERCE, "170", 4, -7.0),
    (EventType.ACCUSE, "110", 3, -2.0),
    (EventType.REJECT, "120", 3, -4.0),
    (EventType.AID, "070", 2, 7.0),
    (EventType.CONSULT, "040", 1, 2.5),
)
_KINDS = tuple(kind for kind in ActorKind if kind is not ActorKind.PLACE)


def regions_graph(*, actors: int, events: int, seed: int = 1) -> KnowledgeGraph:
    """Return a graph in which some actors of each region take part in most of its events."""
    chance = random.Random(seed)
    people = tuple(_actor(number) for number in range(actors))
    made = tuple(_made(number, people, chance) for number in range(events))
    return KnowledgeGraph(
        articles=(article for article, _, _ in made),
        claims=(claim for _, claim, _ in made),
        resolution=Resolution(actors=people, events=tuple(event for _, _, event in made)),
    )


def _actor(number: int) -> Actor:
    region = number // _ACTORS_PER_REGION
    code = f"{chr(65 + region // 26 % 26)}{chr(65 + region % 26)}X"
    return Actor(
        id=f"actor-{number:06}",
        name=f"Group {number} of Region {region}",
        kind=_KINDS[number % len(_KINDS)],
        country=code,
    )


def _made(
    number: int, people: Sequence[Actor], chance: random.Random
) -> tuple[Article, Claim, Event]:
    first, second = _two(number, people, chance)
    event_type, cameo, quad, intensity = chance.choice(_CODES)
    day = _FIRST_DAY + timedelta(days=chance.randrange(_DAYS))
    words = (first.name, event_type.lower(), second.name)
    article = Article(
        id=f"a-{number:07}",
        text=" ".join(words) + " on Monday, witnesses said.",
        title=f"Report {number}",
        source=f"Outlet {number % 7}",
        published=day,
        url=f"https://news.example/{number}",
    )
    spans = tuple(_spans(words))
    claim = Claim(
        id=claim_id(article.id, spans[1], event_type),
        article_id=article.id,
        event_type=event_type,
        mode=None,
        contexts=(),
        cameo=cameo,
        quad=quad,
        intensity=intensity,
        actors=(ActorMention(span=spans[0], name=first.name),),
        targets=(ActorMention(span=spans[2], name=second.name),),
        action=spans[1],
        action_lemma=words[1],
        polarity=Polarity.AFFIRMED,
        certainty=Certainty.CERTAIN,
        temporality=Temporality.PAST,
        attributed_to=None,
        attribution_chain=(),
        place=None,
        time=None,
        counts=(),
        sentence=Span(start=0, end=len(article.text), text=article.text),
        confidence=round(chance.uniform(0.3, 1), 3),
        made_by=MadeBy(entry="made", frame="transitive", rule="made"),
    )
    return article, claim, _event(claim, first, second, day, number)


def _event(claim: Claim, first: Actor, second: Actor, day: date, number: int) -> Event:
    event = Event(
        id=claim.id.replace("c-", "e-"),
        status=EventStatus.REPORTED,
        event_type=claim.event_type,
        mode=None,
        contexts=(),
        cameo=claim.cameo,
        quad=claim.quad,
        intensity=claim.intensity,
        actor_ids=(first.id,),
        target_ids=(second.id,),
        earliest=day,
        latest=day,
        date_precision=TimePrecision.DAY,
        place=None,
        tolls=(),
        claim_ids=(claim.id,),
        denial_ids=(),
        articles=1,
        sources=1,
        stories=1,
        first_published=day,
        lead_claim_id=claim.id,
        confidence=claim.confidence,
    )
    return event if number % 20 else replace(event, status=EventStatus.CANDIDATE)


def _two(number: int, people: Sequence[Actor], chance: random.Random) -> tuple[Actor, Actor]:
    """Choose two of a region, its first ones most often; every actor comes up in turn."""
    one = number % len(people) if number % 3 == 0 else chance.randrange(len(people))
    start = one // _ACTORS_PER_REGION * _ACTORS_PER_REGION
    size = min(_ACTORS_PER_REGION, len(people) - start)
    other = start + int(size * chance.random() ** 3)
    if chance.random() < _ABROAD or other == one:
        other = (one + 1 + chance.randrange(len(people) - 1)) % len(people)
    return people[one], people[other]


def _spans(words: Sequence[str]) -> Iterator[Span]:
    start = 0
    for word in words:
        yield Span(start=start, end=start + len(word), text=word)
        start += len(word) + 1
