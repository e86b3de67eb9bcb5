"""Part of a graph: the events that pass a filter, and all records that they stand on."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from types import MappingProxyType
from typing import Any

from kg.errors import KgError
from kg.graph.records import Records
from kg.lexicons import fold
from kg.model import Actor, Event, EventType, Story

__all__ = ["FilterError", "GraphFilter", "actors_named", "filter_records"]

Test = Callable[[Event], bool]


class FilterError(KgError):
    """A condition on events that cannot be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GraphFilter:
    """Which events to keep; every condition that is not None must hold.

    Attributes:
        actor: Id, name or alias of an actor that did it or had it done to them.
        event_type: PLOVER type.
        since, until: Inclusive days; an event passes when it may have occurred between them. One
            without a stated time is taken to have occurred on the day of its first report.
        country: ISO 3166 alpha-3 of the place, or of an actor or target.
        place: Name of the place.
    """

    actor: str | None = None
    event_type: EventType | None = None
    since: date | None = None
    until: date | None = None
    country: str | None = None
    place: str | None = None

    @classmethod
    def of(cls, **conditions: Any) -> "GraphFilter":
        """Return a filter of conditions as people write them: days and types may be texts.

        Raises:
            FilterError: If there is no such condition, or its value cannot be read.

        Example:
            >>> GraphFilter.of(event_type="assault", since="2024-03-01").since
            datetime.date(2024, 3, 1)
        """
        known = {field.name: _READERS.get(field.name, str) for field in fields(cls)}
        unknown = sorted(conditions.keys() - known)
        if unknown:
            raise FilterError(f"there is no filter {unknown[0]!r}; choose from {', '.join(known)}")
        given = {name: value for name, value in conditions.items() if value is not None}
        return cls(**{name: known[name](value) for name, value in given.items()})


def _read_type(value: str) -> EventType:
    try:
        return EventType(value.upper())
    except ValueError as error:
        raise FilterError(f"event type {value!r} is none of {', '.join(EventType)}") from error


def _read_day(value: str | date) -> date:
    try:
        return datetime.fromisoformat(str(value)).date()  # whatever the time that follows the day
    except ValueError as error:
        raise FilterError(f"{value!r} is no day; write it as in 2024-03-01") from error


_READERS: Mapping[str, Callable[[Any], Any]] = MappingProxyType(
    {"event_type": _read_type, "since": _read_day, "until": _read_day, "country": str.upper}
)


def filter_records(records: Records, graph_filter: GraphFilter) -> Records:
    """Return the records of the events that pass, all of them if nothing is asked.

    Claims that belong to no event, and skips, are left out as soon as anything is asked.
    """
    tests = tuple(_tests(records, graph_filter))
    if not tests:
        return records
    events = tuple(event for event in records.events if all(test(event) for test in tests))
    return _below(records, events)


def _tests(records: Records, asked: GraphFilter) -> Iterator[Test]:
    if asked.actor is not None:
        ids = _actor_ids(records, asked.actor)
        yield lambda event: not ids.isdisjoint((*event.actor_ids, *event.target_ids))
    if asked.event_type is not None:
        yield lambda event: event.event_type == asked.event_type
    if asked.since is not None or asked.until is not None:
        yield lambda event: _may_fall(event, asked.since, asked.until)
    if asked.country is not None:
        country_by_id = {actor.id: actor.country for actor in records.actors}
        yield lambda event: asked.country in _countries(event, country_by_id)
    if asked.place is not None:
        yield _is_at(records, asked.place)


def _is_at(records: Records, asked: str) -> Test:
    """Return a test for a place, by any name that a claim gives it ("Kiev" where it is Kyiv)."""
    name = fold(asked)
    places = (claim.place for claim in records.claims if claim.place is not None)
    ids = {place.geonames_id for place in places if fold(place.name) == name} - {None}

    def is_at(event: Event) -> bool:
        place = event.place
        return place is not None and (fold(place.name) == name or place.geonames_id in ids)

    return is_at


def _actor_ids(records: Records, asked: str) -> frozenset[str]:
    exact = frozenset(actor.id for actor in records.actors if actor.id == asked)
    return exact or frozenset(actor.id for actor in actors_named(records, asked))


def actors_named(records: Records, asked: str) -> tuple[Actor, ...]:
    """Return the actors of which a text is the name or an alias, however it is written."""
    name = fold(asked)
    return tuple(actor for actor in records.actors if name in _names(actor))


def _names(actor: Actor) -> frozenset[str]:
    return frozenset(fold(text) for text in (actor.name, *actor.aliases))


def _may_fall(event: Event, since: date | None, until: date | None) -> bool:
    earliest = event.earliest or event.latest or event.first_published
    latest = event.latest or event.earliest or event.first_published
    if earliest is None or latest is None:
        return False
    return (since is None or latest >= since) and (until is None or earliest <= until)


def _countries(event: Event, country_by_id: dict[str, str | None]) -> frozenset[str | None]:
    actors = (country_by_id[id_] for id_ in (*event.actor_ids, *event.target_ids))
    return frozenset(actors) | {event.place.country if event.place else None}


def _below(records: Records, events: tuple[Event, ...]) -> Records:
    """Return the records that some events stand on."""
    claim_ids = {id_ for event in events for id_ in (*event.claim_ids, *event.denial_ids)}
    claims = tuple(claim for claim in records.claims if claim.id in claim_ids)
    spans = {
        (claim.article_id, mention.span.start, mention.span.end)
        for claim in claims
        for mention in claim.actor_mentions
    }
    links = tuple(
        link for link in records.actor_links if (link.article_id, link.start, link.end) in spans
    )
    actor_ids = {link.actor_id for link in links}
    actor_ids.update(id_ for event in events for id_ in (*event.actor_ids, *event.target_ids))
    article_ids = {claim.article_id for claim in claims}
    return Records(
        articles=tuple(article for article in records.articles if article.id in article_ids),
        claims=claims,
        actors=tuple(actor for actor in records.actors if actor.id in actor_ids),
        events=events,
        actor_links=links,
        event_links=tuple(link for link in records.event_links if link.claim_id in claim_ids),
        stories=tuple(_stories(records, article_ids)),
    )


def _stories(records: Records, article_ids: set[str]) -> Iterator[Story]:
    for story in records.stories:
        kept = tuple(id_ for id_ in story.article_ids if id_ in article_ids)
        if kept:
            yield replace(story, article_ids=kept)
