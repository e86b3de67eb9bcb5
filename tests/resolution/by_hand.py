"""Articles and claims in short notation, for the tests of this room.

A party is written `name/LABEL@COUNTRY:SECTOR`, every part but the name optional; a name that is an
id of the sample world ("xno-mil") is a known actor. A number is written `12 killed`, with `+` after
the number for "at least", and `part`, `more` or `now` before it for parts, additions and updates.
"""

import re
from collections.abc import Sequence
from datetime import date

from kg.model import (
    ActorMention,
    Article,
    Bound,
    Certainty,
    Claim,
    Count,
    CountKind,
    CountRelation,
    EventType,
    Judgement,
    MadeBy,
    Place,
    PlacePrecision,
    Polarity,
    Resolution,
    Span,
    Temporality,
    Time,
    TimePrecision,
    claim_id,
)
from kg.resolution import ResolveOptions, resolve
from tests.samples import sample_lexicon, sample_world

MONDAY = date(2024, 3, 4)
TUESDAY = date(2024, 3, 5)
WEDNESDAY = date(2024, 3, 6)

_PARTY = re.compile(r"([^/@:]+)(?:/(\w+))?(?:@(\w+))?(?::(\w+))?")
_NUMBER = re.compile(r"(?:(part|more|now) )?(\d+)(\+)? (\w+)(?: of (\w+))?")
_RELATIONS = {
    None: CountRelation.TOTAL,
    "part": CountRelation.PART_OF,
    "more": CountRelation.ADDITIONAL,
    "now": CountRelation.UPDATE,
}
_PLACES = {
    "Kessa": (31.5, 41.25, PlacePrecision.CITY),
    "Kessa Heights": (31.55, 41.3, PlacePrecision.DISTRICT),
    "Port Sel": (33.0, 43.0, PlacePrecision.CITY),
    "Unlisted": (None, None, None),
    "North Vale": (None, None, PlacePrecision.PROVINCE),
    "South Vale": (None, None, PlacePrecision.PROVINCE),
    "Sudria": (None, None, PlacePrecision.COUNTRY),
}


def article(id_: str = "a-1", *, published: date | None = TUESDAY, **given: str) -> Article:
    """Return an article whose text is like no other's."""
    text = given.get("text", f"Report number {id_} tells what happened.")
    return Article(
        id=id_, text=text, source=given.get("source", f"Outlet {id_}"), published=published
    )


def mention(notation: str, at: int = 0) -> ActorMention:
    name, label, country, sector = _PARTY.fullmatch(notation).groups()
    entry = sample_world().actors.get(name)
    text = entry.name if entry else name
    return ActorMention(
        span=Span(start=at, end=at + len(text), text=text),
        name=text,
        actor_id=entry.id if entry else None,
        country=country or (entry.country if entry else None),
        sector=sector or (entry.sector if entry else None),
        label=label,
    )


def place(name: str, *, country: str = "XSU") -> Place:
    latitude, longitude, precision = _PLACES[name]
    return Place(
        span=Span(start=0, end=len(name), text=name),
        name=name,
        latitude=latitude,
        longitude=longitude,
        country=country,
        precision=precision,
    )


def time(first: date, last: date | None = None) -> Time:
    precision = TimePrecision.RANGE if last else TimePrecision.DAY
    span = Span(start=0, end=3, text="day")
    return Time(span=span, earliest=first, latest=last or first, precision=precision)


def count(notation: str) -> Count:
    relation, value, is_open, kind, of = _NUMBER.fullmatch(notation).groups()
    return Count(
        kind=CountKind(kind),
        value=int(value),
        bound=Bound.AT_LEAST if is_open else Bound.EXACTLY,
        relation=_RELATIONS[relation],
        of=of or "",
        span=Span(start=0, end=1, text="n"),
    )


def claim(
    article_id: str = "a-1",
    *,
    at: int = 0,
    does: str = "ASSAULT",
    actors: Sequence[str] = (),
    targets: Sequence[str] = (),
    speaker: str | None = None,
    where: str | Place | None = None,
    when: Time | date | None = None,
    numbers: Sequence[str] = (),
    lemma: str = "act",
    sentence: str | None = None,
    **given: object,
) -> Claim:
    """Return a claim; `at` is where its action stands, which tells claims of an article apart."""
    action = Span(start=at, end=at + 3, text="act")
    values: dict = {
        "mode": None,
        "contexts": (),
        "cameo": "180",
        "quad": 4,
        "intensity": -9.0,
        "polarity": Polarity.AFFIRMED,
        "certainty": Certainty.CERTAIN,
        "temporality": Temporality.PAST,
        "attribution_chain": (),
        "confidence": 0.8,
        "made_by": MadeBy(entry=f"{does}.act", frame="transitive", rule="active"),
    }
    words = sentence or f"Told{article_id.replace('-', '')}at{at}."
    return Claim(
        id=claim_id(article_id, action, EventType(does)),
        article_id=article_id,
        event_type=EventType(does),
        actors=tuple(mention(text, at + 10 + i * 100) for i, text in enumerate(actors)),
        targets=tuple(mention(text, at + 5000 + i * 100) for i, text in enumerate(targets)),
        action=action,
        action_lemma=lemma,
        attributed_to=mention(speaker, at + 9000) if speaker else None,
        place=place(where) if isinstance(where, str) else where,
        time=time(when) if isinstance(when, date) else when,
        counts=tuple(map(count, numbers)),
        sentence=Span(start=at, end=at + len(words), text=words),
        **{**values, **given},
    )


def judgement(left: str, right: str, *, kind: str = "event", is_same: bool = True) -> Judgement:
    return Judgement(
        kind=kind, left=left, right=right, is_same=is_same, who="ann", when="2024-04-01T00:00:00Z"
    )


def merged(
    claims: Sequence[Claim],
    articles: Sequence[Article] = (),
    judgements: Sequence[Judgement] = (),
    options: ResolveOptions | None = None,
) -> Resolution:
    """Resolve claims; articles that are not given are published on Tuesday."""
    given = {each.id for each in articles}
    others = sorted({each.article_id for each in claims} - given)
    return resolve(
        [*articles, *map(article, others)],
        claims,
        sample_lexicon(),
        judgements=judgements,
        options=options,
    )


def groups_of(claims: Sequence[Claim], resolution: Resolution) -> list[list[int]]:
    """Return the events as lists of positions of claims, denials negative, all counted from 1."""
    position = {each.id: i for i, each in enumerate(claims, start=1)}
    groups = (
        sorted(position[id_] for id_ in event.claim_ids)
        + sorted(-position[id_] for id_ in event.denial_ids)
        for event in resolution.events
    )
    return sorted(groups)


def names_of(resolution: Resolution) -> list[str]:
    return sorted(actor.name for actor in resolution.actors)
