"""The page of one article: an id in, its text with the words of its claims marked out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from kg.graph import KnowledgeGraph
from kg.model import Claim
from kg.views.facts import safe_link
from kg.views.served import Served
from kg.views.sheets import render_sheet
from kg.views.tellings import Report, tell_claim
from kg.views.words import day, undirected

__all__ = ["render_article_page"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A claim of the article, and the event that it reports or denies, "" where there is none."""

    report: Report
    event_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Some words of the text: their role, and the numbers of the claims that begin before them."""

    text: str
    role: str
    numbers: tuple[int, ...]


def render_article_page(graph: KnowledgeGraph, article_id: str) -> str:
    """Return the page of an article.

    Raises:
        UnknownIdError: If the graph holds no such article.
    """
    article = graph.article(article_id)
    claims = sorted(
        (claim for claim in graph.records.claims if claim.article_id == article_id),
        key=lambda claim: (claim.sentence.start, claim.action.start, claim.id),
    )
    told = [
        Told(report=tell_claim(graph, claim, number), event_id=graph.event_of(claim.id) or "")
        for number, claim in enumerate(claims, start=1)
    ]
    return render_sheet(
        "serving/article.html",
        title=undirected(article.title or article.id),
        served=Served(),
        values={
            "article": article,
            "published": day(article.published) if article.published else "",
            "url": safe_link(article.url),
            "stretches": tuple(_stretches(article.text, claims)),
            "told": told,
        },
    )


def _stretches(text: str, claims: Sequence[Claim]) -> Iterator[Stretch]:
    """Cut a text where roles change and sentences of claims begin; the parts join to it again."""
    roles = [""] * len(text)
    for role, start, end in sorted(_roles(claims)):
        roles[start:end] = [role[1:]] * (end - start)
    begins: dict[int, list[int]] = {}
    for number, claim in enumerate(claims, start=1):
        begins.setdefault(claim.sentence.start, []).append(number)
    place = 0

    def key(at: int) -> tuple[int, str]:
        nonlocal place
        place += at in begins
        return place, roles[at]

    seen = 0
    for (count, role), run in groupby(range(len(text)), key):
        places = list(run)
        numbers = tuple(begins[places[0]]) if count > seen else ()
        seen = count
        yield Stretch(text=text[places[0] : places[-1] + 1], role=role, numbers=numbers)


def _roles(claims: Sequence[Claim]) -> Iterator[tuple[str, int, int]]:
    """Yield roles behind a digit of their rank: a later one is painted over an earlier."""
    for claim in claims:
        speakers = (claim.attributed_to, *claim.attribution_chain)
        for role, mentions in (
            ("1speaker", speakers),
            ("2actor", claim.actors),
            ("3target", claim.targets),
        ):
            yield from ((role, m.span.start, m.span.end) for m in mentions if m)
        yield "4action", claim.action.start, claim.action.end
