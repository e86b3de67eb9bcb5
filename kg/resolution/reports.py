"""Claims in the form that they are compared in: who, when, where and how many, as plain sets."""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple, TypeAlias, TypeVar

from kg.lexicons import World, fold
from kg.model import (
    ActorMention,
    Article,
    Certainty,
    Claim,
    CountKind,
    PlacePrecision,
    Polarity,
    Story,
    Temporality,
)
from kg.resolution.actors import ActorNames
from kg.resolution.hierarchy import above
from kg.resolution.names import Node, NodeSort
from kg.resolution.statements import Statement, read_statements
from kg.resolution.words import landmarks

__all__ = [
    "GAZETTEER",
    "Party",
    "Rank",
    "Reality",
    "Report",
    "Window",
    "make_reports",
    "reality_of",
    "window_of",
]

NOMINAL = "nominal"  # begins the rule of a claim that a noun makes

PUBLISHED_LAG_DAYS = 2  # an undated event is taken to be at most this much older than its report
DENIAL_LAG_DAYS = 7  # a denial follows what it denies within a week
FUTURE_DAYS = 7  # an undated plan is taken to be for the week to come
GAZETTEER = "geonames:"  # no folded name has a colon
WIDE_DAYS = 14  # longer windows say little of the day
PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})

Rank: TypeAlias = tuple[date, str, int, str]
Totals: TypeAlias = tuple[tuple[CountKind, int], ...]
T = TypeVar("T", bound=Hashable)


class Reality(StrEnum):
    """What a claim makes of its event."""

    HAPPENED = "happened"
    HISTORICAL = "historical"
    CANDIDATE = "candidate"
    DENIAL = "denial"

    @property
    def is_event(self) -> bool:
        """Whether the event is said to have happened."""
        return self in (Reality.HAPPENED, Reality.HISTORICAL)


class Party(NamedTuple):
    """One who acts or suffers: its node's id, what it belongs to, and what its words tell.

    A tuple, as parties are hashed by the million.

    `noun` holds the folded words of those who may be anybody ("gunman"), else ""; `above` the ids
    of all that it is part of.
    """

    id: str
    noun: str = ""
    country: str = ""
    sector: str = ""
    above: frozenset[str] = frozenset()


class Window(NamedTuple):
    """Days, as ordinals and inclusive, in which an event may have occurred; a tuple likewise.

    `is_stated` tells whether the claim states them, or only the day of publication does.
    """

    earliest: int
    latest: int
    is_stated: bool

    def overlaps(self, other: "Window") -> bool:
        """Tell whether two windows share a day."""
        return self.earliest <= other.latest and other.earliest <= self.latest

    @property
    def days(self) -> int:
        """How many days it holds."""
        return self.latest - self.earliest + 1

    @property
    def is_wide(self) -> bool:
        """Whether it is too long to tell one event from the next."""
        return self.days > WIDE_DAYS


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One claim, ready for comparison.

    Attributes:
        claim: The claim.
        story_id: The story of its article.
        source: The outlet.
        published: The day of publication.
        reality: What it makes of its event.
        actors, targets: The parties by id, sorted.
        window: When; None where neither claim nor article says.
        landmark: What it tells, if that is done once in many years ("invasion"), else "".
        place_names: Folded names of the place and of places among the targets; where the gazetteer
            knows the place, also its id with `GAZETTEER` before it, under whatever name it is told.
        statements: What it says of numbers of people.
        totals: The same numbers by kind.
    """

    claim: Claim
    story_id: str
    source: str | None
    published: date | None
    reality: Reality
    actors: tuple[Party, ...]
    targets: tuple[Party, ...]
    window: Window | None
    landmark: str
    place_names: frozenset[str]
    statements: tuple[Statement, ...]
    totals: Mapping[CountKind, int]

    @property
    def id(self) -> str:
        """The id of the claim."""
        return self.claim.id

    @property
    def rank(self) -> Rank:
        """Sorts reports by publication, article and place in it; undated articles come last."""
        claim = self.claim
        return (self.published or date.max, claim.article_id, claim.action.start, claim.id)

    @property
    def parties(self) -> tuple[Party, ...]:
        """Actors and targets."""
        return (*self.actors, *self.targets)


def make_reports(
    claims: Iterable[Claim],
    articles: Iterable[Article],
    stories: Iterable[Story],
    names: ActorNames,
    world: World,
) -> tuple[Report, ...]:
    """Return the reports of claims, sorted by rank."""
    article_by_id = {article.id: article for article in articles}
    story_ids = {id_: story.id for story in stories for id_ in story.article_ids}
    parties, shared = _Parties(names, world), _Shared()
    reports = (
        _report(
            claim, article_by_id[claim.article_id], story_ids[claim.article_id], parties, shared
        )
        for claim in claims
    )
    return tuple(sorted(reports, key=lambda report: report.rank))


def _report(
    claim: Claim, article: Article, story_id: str, parties: "_Parties", shared: "_Shared"
) -> Report:
    statements = shared.of(tuple(read_statements(claim)))
    return Report(
        claim=claim,
        story_id=story_id,
        source=article.source,
        published=article.published,
        reality=reality_of(claim),
        actors=shared.of(parties.of(claim, claim.actors)),
        targets=shared.of(parties.of(claim, claim.targets)),
        window=shared.of(window_of(claim, article.published)),
        landmark=landmarks().get(claim.action_lemma, ""),
        place_names=shared.of(frozenset(_place_names(claim))),
        statements=statements,
        totals=shared.totals({s.kind: s.value for s in statements}),
    )


class _Shared:
    """Values that are equal become one object, as there are millions of few."""

    def __init__(self) -> None:
        self._known: dict[Hashable, Any] = {}
        self._totals: dict[Totals, Mapping[CountKind, int]] = {}

    def of(self, value: T) -> T:
        """Return the first value that is equal."""
        known: T = self._known.setdefault(value, value)
        return known

    def totals(self, value: Mapping[CountKind, int]) -> Mapping[CountKind, int]:
        """Return the first totals that are equal."""
        return self._totals.setdefault(tuple(value.items()), value)


def reality_of(claim: Claim) -> Reality:
    """Return what a claim makes of its event (the table of polarity, certainty, temporality)."""
    if claim.polarity == Polarity.DENIED:
        return Reality.DENIAL
    if claim.certainty == Certainty.POSSIBLE or claim.temporality == Temporality.FUTURE:
        return Reality.CANDIDATE
    if claim.temporality == Temporality.HISTORICAL:
        return Reality.HISTORICAL
    return Reality.HAPPENED


def window_of(claim: Claim, published: date | None) -> Window | None:
    """Return the days in which a claim's event may have occurred, None if nothing tells."""
    if claim.time is not None:
        first, last = claim.time.earliest.toordinal(), claim.time.latest.toordinal()
        return Window(earliest=first, latest=last, is_stated=True)
    if published is None or claim.temporality == Temporality.HISTORICAL:
        return None
    if claim.action_lemma in landmarks() and claim.made_by.rule.startswith(NOMINAL):
        return None  # "the invasion" may be today's or of years ago
    day = published.toordinal()
    if claim.temporality == Temporality.FUTURE:
        return Window(earliest=day, latest=day + FUTURE_DAYS, is_stated=False)
    lag = DENIAL_LAG_DAYS if claim.polarity == Polarity.DENIED else PUBLISHED_LAG_DAYS
    return Window(earliest=day - lag, latest=day, is_stated=False)


class _Parties:
    """Who acts and suffers in claims; parties that are equal are one object, as there are many."""

    def __init__(self, names: ActorNames, world: World) -> None:
        self._names = names
        self._world = world
        self._known: dict[tuple[Node, str | None, str | None], Party] = {}

    def of(self, claim: Claim, mentions: Sequence[ActorMention]) -> tuple[Party, ...]:
        """Return the parties that mentions of a claim name, each once, sorted by id."""
        if not mentions:  # as on one side of most claims
            return ()
        found: dict[str, Party] = {}
        for mention in mentions:
            node = self._names.node(claim, mention)
            if node is not None:
                party = self._party(node, mention)
                found.setdefault(party.id, party)
        return tuple(found[id_] for id_ in sorted(found))

    def _party(self, node: Node, mention: ActorMention) -> Party:
        key = (node, mention.country, mention.sector)
        if key not in self._known:
            self._known[key] = _party(node, mention, self._world)
        return self._known[key]


def _party(node: Node, mention: ActorMention, world: World) -> Party:
    id_ = node.id
    entry = world.actors.get(id_)
    return Party(
        id=id_,
        noun=node.form if node.scope or node.sort is NodeSort.NOUN else "",
        country=(entry.country if entry else mention.country) or node.country,
        sector=(entry.sector if entry else mention.sector) or "",
        above=above(id_, world),
    )


def _place_names(claim: Claim) -> Iterator[str]:
    place = claim.place
    if place is not None and place.precision != PlacePrecision.COUNTRY:
        yield fold(place.name)
        if place.geonames_id is not None:
            yield f"{GAZETTEER}{place.geonames_id}"
    for mention in claim.targets:
        if mention.label in PLACE_LABELS and mention.actor_id is None:
            yield fold(mention.name)
