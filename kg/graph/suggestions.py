"""What a lexicon lacks for a corpus: names that no list knows, and words that no entry lists."""

from collections import Counter, defaultdict
from dataclasses import dataclass

from kg.graph.frames.cells import one_line
from kg.graph.records import Records
from kg.model import ActorKind, EventType

__all__ = ["UnknownActor", "UnlistedAction", "unknown_actors", "unlisted_actions"]

LEARNED = ".learned"  # how the entry of a claim ends that only the trained pipeline found
UNKNOWN = "x-"  # how the ids of actors begin that no lexicon knows


@dataclass(frozen=True, slots=True, kw_only=True)
class UnknownActor:
    """An actor that is named and that no lexicon knows.

    `kind`, `country` and `sector` are what its words alone tell; `mentions` counts spans,
    `articles` the texts that they stand in.
    """

    id: str
    name: str
    kind: ActorKind
    country: str | None
    sector: str | None
    mentions: int
    articles: int


@dataclass(frozen=True, slots=True, kw_only=True)
class UnlistedAction:
    """Words that the trained pipeline takes for events of a type, and that no entry lists."""

    lemma: str
    event_type: EventType
    claims: int
    example: str


def unknown_actors(records: Records, *, least: int = 2) -> tuple[UnknownActor, ...]:
    """Return the named actors that no lexicon knows, the most frequent first.

    Args:
        records: The records of a graph.
        least: How often one must be named to be worth a line.
    """
    named = {
        (claim.article_id, mention.span.start, mention.span.end)
        for claim in records.claims
        for mention in claim.actor_mentions
        if mention.label is not None
    }
    spans: dict[str, list[str]] = defaultdict(list)
    is_named: set[str] = set()
    for link in records.actor_links:
        spans[link.actor_id].append(link.article_id)
        if (link.article_id, link.start, link.end) in named:
            is_named.add(link.actor_id)
    found = (
        UnknownActor(
            id=actor.id,
            name=actor.name,
            kind=actor.kind,
            country=actor.country,
            sector=actor.sector,
            mentions=len(spans[actor.id]),
            articles=len(set(spans[actor.id])),
        )
        for actor in records.actors
        if actor.id.startswith(UNKNOWN) and actor.id in is_named
    )
    frequent = (actor for actor in found if actor.mentions >= least)
    return tuple(sorted(frequent, key=lambda a: (-a.mentions, -a.articles, a.id)))


def unlisted_actions(records: Records, *, least: int = 1) -> tuple[UnlistedAction, ...]:
    """Return the words that only the trained pipeline takes for events, the most frequent first."""
    counts: Counter[tuple[str, EventType]] = Counter()
    examples: dict[tuple[str, EventType], str] = {}
    for claim in records.claims:
        if claim.made_by.entry.endswith(LEARNED):
            key = (claim.action_lemma, claim.event_type)
            counts[key] += 1
            examples.setdefault(key, one_line(claim.sentence.text))
    found = (
        UnlistedAction(lemma=lemma, event_type=type_, claims=count, example=examples[lemma, type_])
        for (lemma, type_), count in counts.items()
        if count >= least
    )
    return tuple(sorted(found, key=lambda a: (-a.claims, a.lemma, a.event_type)))
