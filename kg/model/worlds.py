"""The merged view: actors and events over all articles, derived from claims."""

from dataclasses import dataclass
from datetime import date

from kg.model.claims import Place
from kg.model.codes import ActorKind, CountKind, EventStatus, EventType, TimePrecision

__all__ = [
    "Actor",
    "ActorLink",
    "Event",
    "EventLink",
    "Judgement",
    "Reason",
    "Resolution",
    "Role",
    "Story",
    "Toll",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """An office or membership: `title` in the actor `of`, in force from `since` to `until`."""

    title: str
    of: str
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who or what can act, merged over all articles.

    `id` is the lexicon's (`ukr-mil`) or `x-<16 hex>`; `aliases` are the texts that named it in
    these articles, sorted; `part_of` are ids of actors that it belongs to (an army its country).
    """

    id: str
    name: str
    kind: ActorKind
    country: str | None = None
    sector: str | None = None
    aliases: tuple[str, ...] = ()
    wikidata: str | None = None
    roles: tuple[Role, ...] = ()
    part_of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Toll:
    """What the claims of one event say of one kind of count.

    `rule` names how `best` was chosen; `is_open` says that the highest number was "at least";
    `claim_ids` are the claims whose numbers it stands on, sorted.
    """

    kind: CountKind
    low: int
    best: int
    high: int
    is_open: bool
    rule: str
    claim_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why two claims were held to report one event: a score and its parts, in words."""

    claim_id: str
    other_claim_id: str
    score: float
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One occurrence in the world, always derived from claims.

    Attributes:
        id: `e-` and 16 hex digits of the hash of its earliest claim's id (by published, article
            id, start).
        status: What its claims make of it.
        actor_ids, target_ids: Merged actors, most often named first, then by id.
        earliest, latest: Inclusive days, None where nothing is known.
        date_precision: None where no claim states a time.
        claim_ids: The claims that report it, sorted by published, article id, start.
        denial_ids: The claims that deny it, likewise.
        articles, sources, stories: Three different numbers: texts, outlets, independent texts
            (copies of one wire text count once).
        lead_claim_id: The claim whose sentence represents it.
        confidence: 0..1, the chance that at least one of its claims is right.
        reasons: Why its claims were merged.
    """

    id: str
    status: EventStatus
    event_type: EventType
    mode: str | None
    contexts: tuple[str, ...]
    cameo: str
    quad: int
    intensity: float
    actor_ids: tuple[str, ...]
    target_ids: tuple[str, ...]
    earliest: date | None
    latest: date | None
    date_precision: TimePrecision | None
    place: Place | None
    tolls: tuple[Toll, ...]
    claim_ids: tuple[str, ...]
    denial_ids: tuple[str, ...]
    articles: int
    sources: int
    stories: int
    first_published: date | None
    lead_claim_id: str
    confidence: float
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class ActorLink:
    """The merged actor behind the span `start:end` of an article, and the rule that found it."""

    article_id: str
    start: int
    end: int
    actor_id: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class EventLink:
    """The merged event that a claim reports or denies."""

    claim_id: str
    event_id: str


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Story:
    """Articles that are copies of one text, the first published first; most stories hold one."""

    id: str
    article_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Judgement:
    """An analyst's word that two actors or two claims are, or are not, one.

    `kind` is "actor" or "event"; `left` and `right` are actor ids or claim ids; `when` an ISO
    time given by the caller.
    """

    kind: str
    left: str
    right: str
    is_same: bool
    who: str
    when: str
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """Everything that merging found, in a fixed order whatever the order of the articles."""

    actors: tuple[Actor, ...] = ()
    events: tuple[Event, ...] = ()
    actor_links: tuple[ActorLink, ...] = ()
    event_links: tuple[EventLink, ...] = ()
    stories: tuple[Story, ...] = ()
