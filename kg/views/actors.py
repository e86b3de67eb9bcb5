"""The page of one actor: a graph and a name in, what it did, met and said out."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kg.graph import KnowledgeGraph
from kg.lexicons import load_glossary
from kg.model import Actor, Claim, Event, EventStatus, EventType, Role, Sector
from kg.views.outlines import country_name
from kg.views.plots import histogram
from kg.views.served import Served
from kg.views.sheets import SHEET_STYLES, render_sheet
from kg.views.shell import write_text
from kg.views.styles import KIND_STYLES, QUAD_STYLES
from kg.views.tellings import named, names_of, shown_of, tell_claim, tell_event
from kg.views.words import action, day, sentence_case, undirected

__all__ = ["render_actor_page", "write_actor_page"]

_MOST_DYADS = 20
_MOST_EVENTS = 20
_MOST_QUOTES = 12
_MOST_WORDINGS = 24
_MOST_PARTS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Chip:
    """How many events of a type there are."""

    label: str
    quad: int
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Dyad:
    """What an actor and another did: to it, by it, and with each other, where both act alike.

    `candidates` are events that are not said to have happened; they are in none of the others.
    """

    id: str
    name: str
    to: tuple[Chip, ...]
    by: tuple[Chip, ...]
    both: tuple[Chip, ...]
    total: int
    candidates: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """Words that were taken for an actor, and how often."""

    text: str
    total: int


def render_actor_page(
    graph: KnowledgeGraph, asked: str, *, title: str | None = None, served: Served | None = None
) -> str:
    """Return the page of an actor: names, offices, whom it met, when, latest events, quotes.

    Args:
        graph: The graph that holds it.
        asked: Its id, or its name or an alias.
        title: Heading of the page; by default the actor's name.
        served: The served pages that it is one of.

    Raises:
        UnknownIdError: If the graph holds no such actor, or several.
    """
    actor = graph.find_actor(asked)
    names = names_of(graph)
    events = [e for e in graph.records.events if actor.id in (*e.actor_ids, *e.target_ids)]
    happened = [event for event in events if event.status is not EventStatus.CANDIDATE]
    latest = sorted(events, key=lambda e: (_day(e), e.id), reverse=True)[:_MOST_EVENTS]
    quotes = sorted(_quotes(graph, actor), key=lambda c: _told_on(graph, c), reverse=True)
    dyads = sorted(_dyads(actor, events, names), key=lambda d: (-d.total, -d.candidates, d.name))
    wordings = _wordings(graph, actor)
    return render_sheet(
        "actor.html",
        title=title or undirected(actor.name),
        styles=(*SHEET_STYLES, "charts.css"),
        served=served,
        values={
            "name": title or actor.name,
            "kind": KIND_STYLES[actor.kind].label,
            "facts": tuple(_facts(graph, actor, names)),
            "wordings": wordings[:_MOST_WORDINGS],
            "named": sum(wording.total for wording in wordings),
            "other_wordings": max(len(wordings) - _MOST_WORDINGS, 0),
            "offices": [_office(role, names) for role in actor.roles],
            "as_actor": sum(actor.id in event.actor_ids for event in happened),
            "as_target": sum(actor.id in event.target_ids for event in happened),
            "candidates": len(events) - len(happened),
            "by_quad": Counter(event.quad for event in happened),
            "quads": QUAD_STYLES,
            "months": histogram(happened),
            "dyads": dyads[:_MOST_DYADS],
            "alone": sum(not _sides(event, actor.id)[1] for event in happened),
            "most": max((dyad.total for dyad in dyads), default=1) or 1,
            "shown_dyads": shown_of(min(len(dyads), _MOST_DYADS), len(dyads), "other side"),
            "events": [tell_event(graph, e, names, n) for n, e in enumerate(latest, start=1)],
            "shown_events": shown_of(len(latest), len(events), "event"),
            "quotes": [tell_claim(graph, c, n) for n, c in enumerate(quotes[:_MOST_QUOTES], 1)],
            "shown_quotes": shown_of(min(len(quotes), _MOST_QUOTES), len(quotes), "sentence"),
        },
    )


def write_actor_page(
    graph: KnowledgeGraph, asked: str, path: str | Path, *, title: str | None = None
) -> Path:
    """Write the page of an actor to a file, whole or not at all, and return its path.

    Raises:
        UnknownIdError: If the graph holds no such actor, or several.
        ViewError: If the file cannot be written.
    """
    return write_text(path, render_actor_page(graph, asked, title=title))


def _facts(
    graph: KnowledgeGraph, actor: Actor, names: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """Yield what is known of an actor, a label and a text each."""
    if actor.country:
        yield "Country", country_name(actor.country)
    if actor.sector:
        yield "Sector", _sector(actor.sector)
    if actor.part_of:
        yield "Part of", ", ".join(named(actor.part_of, names))
    parts = [other.name for other in graph.records.actors if actor.id in other.part_of]
    if parts:
        more = " …" if len(parts) > _MOST_PARTS else ""
        yield "Its parts here", ", ".join(parts[:_MOST_PARTS]) + more
    if actor.wikidata:
        yield "Wikidata", actor.wikidata
    yield "Actor", actor.id


def _sector(code: str) -> str:
    meanings = load_glossary().meanings[Sector]
    known = {sector.value: meaning for sector, meaning in meanings.items()}
    return sentence_case(known[code]) if code in known else code


def _wordings(graph: KnowledgeGraph, actor: Actor) -> tuple[Wording, ...]:
    """Return the words that named an actor, the most frequent first."""
    texts = {article.id: article.text for article in graph.records.articles}
    counts = Counter(
        " ".join(texts[link.article_id][link.start : link.end].split())
        for link in graph.records.actor_links
        if link.actor_id == actor.id
    )
    # A lexicon's alias that no text of these used stands at the end.
    known = dict.fromkeys(actor.aliases, 0) | counts
    ordered = sorted(known.items(), key=lambda item: (-item[1], item[0]))
    return tuple(Wording(text=text, total=total) for text, total in ordered)


def _office(role: Role, names: Mapping[str, str]) -> tuple[str, str]:
    """Return an office and when it was held."""
    since = f"since {day(role.since)}" if role.since else ""
    until = f"until {day(role.until)}" if role.until else ""
    return f"{role.title}, {names.get(role.of, role.of)}", " ".join(filter(None, (since, until)))


def _day(event: Event) -> date:
    return event.latest or event.earliest or event.first_published or date.min


def _told_on(graph: KnowledgeGraph, claim: Claim) -> tuple[date, str, int]:
    published = graph.article(claim.article_id).published or date.min
    return published, claim.article_id, claim.sentence.start


def _quotes(graph: KnowledgeGraph, actor: Actor) -> Iterator[Claim]:
    """Yield what an actor says itself or passes on, one claim for each sentence."""
    told = set()
    for claim in graph.records.claims:
        speakers = (claim.attributed_to, *claim.attribution_chain)
        is_its = any(speaker and graph.actor_of(claim, speaker) == actor.id for speaker in speakers)
        where = (claim.article_id, claim.sentence.start)
        if is_its and where not in told:
            told.add(where)
            yield claim


def _dyads(actor: Actor, events: Iterable[Event], names: Mapping[str, str]) -> Iterator[Dyad]:
    """Yield what an actor has to do with each other side."""
    met: dict[str, list[tuple[str, Event]]] = defaultdict(list)
    for event in events:
        side, others = _sides(event, actor.id)
        for other in others:
            met[other].append((side, event))
    for other, found in met.items():
        happened = [pair for pair in found if pair[1].status is not EventStatus.CANDIDATE]
        yield Dyad(
            id=other,
            name=names.get(other, other),
            to=_chips(happened, "to"),
            by=_chips(happened, "by"),
            both=_chips(happened, "both"),
            total=len(happened),
            candidates=len(found) - len(happened),
        )


def _sides(event: Event, actor_id: str) -> tuple[str, Sequence[str]]:
    """Return how an actor takes part in an event, and who is on the other side."""
    actors = [id_ for id_ in event.actor_ids if id_ != actor_id]
    targets = [id_ for id_ in event.target_ids if id_ != actor_id]
    if actor_id not in event.actor_ids:
        return "by", actors
    is_mutual = event.event_type.is_reciprocal or (bool(actors) and not event.target_ids)
    return ("both", [*actors, *targets]) if is_mutual else ("to", targets)


def _chips(found: Iterable[tuple[str, Event]], side: str) -> tuple[Chip, ...]:
    counts: Counter[tuple[EventType, int]] = Counter(
        (event.event_type, event.quad) for way, event in found if way == side
    )
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return tuple(
        Chip(label=action(event_type, None), quad=quad, total=total)
        for (event_type, quad), total in ordered
    )
