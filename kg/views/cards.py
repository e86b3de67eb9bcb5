"""One thing of a graph for a notebook: an event, claim, actor or article in, a card of HTML out.

Cards have no script and no style sheet; their colours are half transparent, so that they suit light
and dark notebooks. Sentences of other people's texts are escaped like all else.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from kg.errors import ViewError
from kg.graph import KnowledgeGraph
from kg.graph.markup import escaped, html_table
from kg.graph.triples.events import event_label
from kg.model import Actor, Article, Claim, Event, Toll
from kg.views.facts import safe_link
from kg.views.sentences import mark_sentence

__all__ = ["Card", "Thing", "make_card"]

Thing = Actor | Article | Claim | Event

MOST_SHOWN = 20  # claims or events of one card
MOST_TEXT = 3000  # characters of an article
MOST_ALIASES = 12

_MARKS = MappingProxyType(
    {
        "actor": "background: #3b82f640; border-radius: 3px",
        "target": "background: #f59e0b4d; border-radius: 3px",
        "action": "font-weight: 700; text-decoration: underline",
        "speaker": "border-bottom: 1.5px dotted #8889",
    }
)
_BOX = (
    "border: 1px solid #8884; border-radius: 8px; padding: 10px 14px; max-width: 860px; "
    "line-height: 1.45"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What a notebook shows of one thing, as HTML and as text."""

    html: str
    text: str

    def __repr__(self) -> str:
        return self.text

    def _repr_html_(self) -> str:
        return self.html


def make_card(graph: KnowledgeGraph, thing: Thing | str) -> Card:
    """Return the card of an event, a claim, an actor or an article.

    Args:
        graph: The graph that holds it.
        thing: It, or its id; an actor's name does as well.

    Raises:
        UnknownIdError: If the graph holds no such thing.
        ViewError: If it is of another type.
    """
    found = _find(graph, thing) if isinstance(thing, str) else thing
    if isinstance(found, Event):
        return Card(html=_box(_event(graph, found)), text=graph.explain(found.id))
    if isinstance(found, Claim):
        return Card(html=_box(_claim(graph, found)), text=graph.explain(found.id))
    if isinstance(found, Actor):
        return Card(html=_box(_actor(graph, found)), text=graph.explain(found.id))
    if isinstance(found, Article):
        return Card(html=_box(_article(graph, found)), text=_article_text(found))
    raise ViewError(f"a {type(found).__name__} has no card; give an event, claim, actor or article")


def _find(graph: KnowledgeGraph, asked: str) -> Thing:
    articles = {article.id: article for article in graph.records.articles}
    if asked in articles:
        return articles[asked]
    if asked.startswith("e-"):
        return graph.event(asked)
    return graph.claim(asked) if asked.startswith("c-") else graph.find_actor(asked)


def _box(parts: Iterable[str]) -> str:
    return f'<div style="{_BOX}">{"".join(parts)}</div>'


# --- the four things ------------------------------------------------------------------------------


def _event(graph: KnowledgeGraph, event: Event) -> Iterator[str]:
    yield _heading(event_label(event, _names(graph)), event.id)
    yield _line(
        f"{event.status}; CAMEO {event.cameo}, intensity {event.intensity:g}; articles: "
        f"{event.articles}, outlets: {event.sources}, independent stories: {event.stories}; "
        f"confidence {event.confidence:.2f}"
    )
    yield from (_line(_toll(toll)) for toll in event.tolls)
    yield from _said(graph, "Reported", event.claim_ids)
    yield from _said(graph, "Denied", event.denial_ids)


def _claim(graph: KnowledgeGraph, claim: Claim) -> Iterator[str]:
    mode = f" ({claim.mode})" if claim.mode else ""
    yield _heading(f"{claim.event_type}{mode}", claim.id)
    yield _quote(graph, claim)
    made = claim.made_by
    yield _line(f"CAMEO {claim.cameo}; made by {made.entry}, frame {made.frame}, rule {made.rule}")
    event_id = graph.event_of(claim.id)
    yield _line(f"event {event_id}" if event_id else "no event; it stays a claim alone")


def _actor(graph: KnowledgeGraph, actor: Actor) -> Iterator[str]:
    yield _heading(actor.name, actor.id)
    known = [str(actor.kind), actor.country, actor.sector, actor.wikidata]
    yield _line(", ".join(part for part in known if part))
    names = _names(graph)
    for role in actor.roles:
        days = " to ".join(str(day or "…") for day in (role.since, role.until))
        yield _line(f"{role.title}, {names.get(role.of, role.of)}, {days}")
    aliases = [alias for alias in actor.aliases if alias != actor.name]
    if aliases:
        more = f" and {len(aliases) - MOST_ALIASES} more" if len(aliases) > MOST_ALIASES else ""
        yield _line(f"also: {'; '.join(aliases[:MOST_ALIASES])}{more}")
    events = _events_of(graph, actor)
    rows = [
        (_when(event), event_label(event, names), event.stories, event.id)
        for event in events[:MOST_SHOWN]
    ]
    yield html_table(["first told", "event", "stories", "id"], rows, total=len(events))


def _article(graph: KnowledgeGraph, article: Article) -> Iterator[str]:
    yield _heading(article.title or "Untitled", article.id)
    yield f"<p>{escaped(_origin(article))}{_link(article)}</p>"
    text = escaped(article.text, limit=MOST_TEXT)
    style = "white-space: pre-wrap; max-height: 22em; overflow: auto; opacity: 0.9"
    yield f'<div style="{style}">{text}</div>'
    claims = sorted(
        (claim for claim in graph.records.claims if claim.article_id == article.id),
        key=lambda claim: (claim.action.start, claim.id),
    )
    rows = [
        (
            str(claim.event_type),
            "; ".join(mention.name for mention in claim.actors),
            claim.action.text,
            "; ".join(mention.name for mention in claim.targets),
            ", ".join((claim.polarity, claim.certainty, claim.temporality)),
            claim.id,
        )
        for claim in claims[:MOST_SHOWN]
    ]
    columns = ["type", "actors", "action", "targets", "meant as", "claim"]
    yield html_table(columns, rows, total=len(claims))


def _article_text(article: Article) -> str:
    return "\n".join((f"{article.id}  {article.title or 'untitled'}", f"  {_origin(article)}"))


# --- their parts ----------------------------------------------------------------------------------


def _names(graph: KnowledgeGraph) -> dict[str, str]:
    return {actor.id: actor.name for actor in graph.records.actors}


def _heading(words: str, id_: str) -> str:
    return f"<p><b>{escaped(words)}</b> <code>{escaped(id_)}</code></p>"


def _line(words: str) -> str:
    return f'<p style="margin: 2px 0; opacity: 0.8">{escaped(words)}</p>'


def _said(graph: KnowledgeGraph, word: str, claim_ids: tuple[str, ...]) -> Iterator[str]:
    if not claim_ids:
        return
    noun = "claim" if len(claim_ids) == 1 else "claims"
    yield f'<p style="margin: 8px 0 2px">{word} by {len(claim_ids):,} {noun}</p>'
    yield from (_quote(graph, graph.claim(id_)) for id_ in claim_ids[:MOST_SHOWN])
    if len(claim_ids) > MOST_SHOWN:
        yield _line(f"… and {len(claim_ids) - MOST_SHOWN:,} more")


def _quote(graph: KnowledgeGraph, claim: Claim) -> str:
    """Return the sentence of a claim with its words marked, how it is meant, and its source."""
    words = "".join(
        f'<span style="{_MARKS[role]}">{escaped(piece)}</span>' if role else escaped(piece)
        for piece, role in mark_sentence(claim)
    )
    article = graph.article(claim.article_id)
    said = f", said by {claim.attributed_to.name}" if claim.attributed_to else ""
    meant = f"{claim.polarity}, {claim.certainty}, {claim.temporality}{said}"
    origin = f"{_origin(article)}, {claim.sentence.start}–{claim.sentence.end}; {meant}"
    return (
        '<blockquote style="margin: 6px 0; padding-left: 10px; border-left: 3px solid #8886">'
        f"{words}<br><small>{escaped(origin)}{_link(article)}</small></blockquote>"
    )


def _origin(article: Article) -> str:
    return f"{article.source or 'no outlet'}, {article.published or 'no day'}"


def _link(article: Article) -> str:
    url = safe_link(article.url)
    if url is None:
        return ""
    return f' · <a href="{escaped(url)}" target="_blank" rel="noopener noreferrer">article</a>'


def _toll(toll: Toll) -> str:
    more = " or more" * toll.is_open
    if toll.low == toll.high:
        return f"{toll.kind}: {toll.best}{more}"
    best = f"best {toll.best} (rule: {toll.rule})"
    return f"{toll.kind}: {toll.low} to {toll.high}{more}, {best}"


def _events_of(graph: KnowledgeGraph, actor: Actor) -> list[Event]:
    """Return the events of an actor, those that most independent stories tell first."""
    found = [e for e in graph.records.events if actor.id in (*e.actor_ids, *e.target_ids)]
    return sorted(found, key=lambda event: (-event.stories, _when(event), event.id))


def _when(event: Event) -> str:
    day: date | None = event.earliest or event.first_published
    return str(day or "")
