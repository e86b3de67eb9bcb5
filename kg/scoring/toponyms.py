"""Compare where named places are put with gold: the country, and the distance.

Each line: `{"id", "text", "toponyms": [{"start", "end", "phrase", "country", "latitude",
"longitude"}]}`. Gold gives the names, so the score speaks of reading a name, not of finding it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.claims import code_place, countries_of_places
from kg.lexicons import World, find_country
from kg.model import Article, Mention, Place, Span
from kg.resolution import distance_km
from kg.scoring.ratios import Share
from kg.scoring.rows import read_rows

__all__ = [
    "GoldToponym",
    "ToponymArticle",
    "ToponymScores",
    "read_toponyms",
    "score_toponyms",
]

NEAR_KM = 161.0  # 100 miles, as toponym resolution is judged: Gritta et al. 2018


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldToponym:
    """A place name with the name of its country and the place it stands for."""

    span: Span
    country: str | None
    point: Place | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ToponymArticle:
    """An article with its place names."""

    article: Article
    toponyms: tuple[GoldToponym, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ToponymScores:
    """Shares of the names whose gold has a country, or coordinates."""

    articles: int
    country: Share
    located: Share
    near: Share


def read_toponyms(path: Path) -> tuple[ToponymArticle, ...]:
    """Read a file of articles with their place names.

    Raises:
        ScoringError: If a line is no such article; the message names file and line.
    """
    return read_rows(path, _article, what="places; a line needs id, text and toponyms")


def _article(row: dict[str, Any]) -> ToponymArticle:
    article = Article(id=str(row["id"]), text=row["text"])
    return ToponymArticle(
        article=article,
        toponyms=tuple(_toponym(article.text, one) for one in row["toponyms"]),
    )


def _toponym(text: str, row: dict[str, Any]) -> GoldToponym:
    start, end = row["start"], row["end"]
    span = Span(start=start, end=end, text=text[start:end])
    latitude, longitude = row["latitude"], row["longitude"]
    point = None
    if latitude is not None and longitude is not None:
        point = Place(
            span=span, name=span.text, latitude=float(latitude), longitude=float(longitude)
        )
    return GoldToponym(span=span, country=row["country"], point=point)


def score_toponyms(gold: Sequence[ToponymArticle], world: World) -> ToponymScores:
    """Score how the names of articles are read with the gazetteer, as claims read theirs."""
    pairs = [pair for one in gold for pair in _pairs(one, world)]
    states = [
        place.country == find_country(world, name.country) for name, place in pairs if name.country
    ]
    distances = [distance_km(place, name.point) for name, place in pairs if name.point is not None]
    known = [km for km in distances if km is not None]
    return ToponymScores(
        articles=len(gold),
        country=Share(right=sum(states), of=len(states)),
        located=Share(right=len(known), of=len(distances)),
        near=Share(right=sum(km <= NEAR_KM for km in known), of=len(distances)),
    )


def _pairs(one: ToponymArticle, world: World) -> Iterator[tuple[GoldToponym, Place]]:
    """Read each name as the place of a claim of its own, beside the article's other places."""
    mentions = [_mention(one.article, toponym.span) for toponym in one.toponyms]
    countries = countries_of_places(mentions, world)
    for toponym, mention in zip(one.toponyms, mentions, strict=True):
        place = code_place(one.article, mention, world, countries=countries)
        yield toponym, place or Place(span=toponym.span, name=toponym.span.text)


def _mention(article: Article, name: Span) -> Mention:
    return Mention(
        article_id=article.id,
        sentence=name,
        action=name,
        lemma="",
        entry="",
        rule="",
        places=(name,),
    )
