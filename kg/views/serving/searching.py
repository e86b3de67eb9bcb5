"""Search: words in, the actors, events and articles that hold them out."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from kg.graph import KnowledgeGraph
from kg.lexicons import fold
from kg.model import Article, Event
from kg.views.served import Served
from kg.views.serving.tables import ActorRow, actor_rows, latest_day
from kg.views.sheets import render_sheet
from kg.views.tellings import Telling, named, names_of, tell_event
from kg.views.words import day

__all__ = ["Found", "render_search", "search"]

_MOST = 30  # of each kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What holds the words: at most some of each kind, the best known actors first."""

    actors: tuple[ActorRow, ...] = ()
    events: tuple[Telling, ...] = ()
    articles: tuple[tuple[str, str, str], ...] = ()

    @property
    def total(self) -> int:
        """How much is shown."""
        return len(self.actors) + len(self.events) + len(self.articles)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is looked for, and where: words as names are compared, and how an id may begin."""

    words: str
    id: str
    in_texts: bool


def search(graph: KnowledgeGraph, asked: str, *, most: int = _MOST, in_texts: bool = True) -> Found:
    """Return what holds words in its name, its sentence or its text, or begins with them as its id.

    Args:
        graph: Where to look.
        asked: The words, which must stand together.
        most: How many of each kind are returned.
        in_texts: Whether to look into sentences and texts too, which takes longer.
    """
    wanted = Wanted(words=fold(asked), id=asked.strip(), in_texts=in_texts)
    if not wanted.words:
        return Found()
    names = names_of(graph)
    folded = {id_: fold(name) for id_, name in names.items()}
    actors = sorted(_actors(graph, wanted.words), key=lambda row: (-row.total, row.actor.id))
    events = [e for e in graph.records.events if _is_event(graph, e, wanted, folded)]
    events.sort(key=lambda event: (str(latest_day(event) or ""), event.id), reverse=True)
    articles = (a for a in graph.records.articles if _is_article(a, wanted))
    return Found(
        actors=tuple(actors[:most]),
        events=tuple(tell_event(graph, e, names, n) for n, e in enumerate(events[:most], 1)),
        articles=tuple(
            (a.id, a.title or a.id, ", ".join(_about(a))) for a in islice(articles, most)
        ),
    )


def render_search(graph: KnowledgeGraph, asked: str) -> str:
    """Return the page of what holds some words."""
    return render_sheet(
        "serving/search.html",
        title=f"Search: {asked}" if asked else "Search",
        served=Served(here="/search", asked=asked),
        values={"asked": asked, "found": search(graph, asked), "most": _MOST},
    )


def _actors(graph: KnowledgeGraph, words: str) -> Iterator[ActorRow]:
    for row in actor_rows(graph):
        called = (row.actor.id, row.actor.name, *row.actor.aliases)
        if any(words in fold(text) for text in called):
            yield row


def _is_event(graph: KnowledgeGraph, event: Event, asked: Wanted, names: dict[str, str]) -> bool:
    sides = named((*event.actor_ids, *event.target_ids), names)
    return (
        event.id.startswith(asked.id)
        or any(asked.words in name for name in sides)
        or (event.place is not None and asked.words in fold(event.place.name))
        or (asked.in_texts and asked.words in fold(graph.claim(event.lead_claim_id).sentence.text))
    )


def _is_article(article: Article, asked: Wanted) -> bool:
    text = f"\n{article.text}" if asked.in_texts else ""
    return article.id.startswith(asked.id) or asked.words in fold((article.title or "") + text)


def _about(article: Article) -> Iterator[str]:
    yield article.source or "Outlet not known"
    if article.published:
        yield day(article.published)
