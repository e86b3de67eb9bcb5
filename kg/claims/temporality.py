"""When an event is told to be, seen from the report: what grammar says, mended by the date."""

import functools
import re
from datetime import MINYEAR, date

from kg.claims.scopes import scope_pieces
from kg.claims.tables import read_words
from kg.model import Article, Mention, Temporality, Time, TimePrecision

__all__ = ["code_temporality"]


def code_temporality(article: Article, mention: Mention, time: Time | None) -> Temporality:
    """Return a mention's temporality.

    Historical if its time lies a year or more before publication, or in an earlier year if only a
    year is named, or if the clause says "years ago". Where the day of publication is not known, a
    time that names nothing finer than a year counts as historical: of the current year, texts name
    months and days. Future if its time lies after publication and
    the grammar does not say that it is over. What is told as future stays so: a plan of long ago
    is no event. What only sounds like background is none where its day is known and recent.
    """
    told = mention.temporality
    if told is Temporality.FUTURE:
        return told
    if _is_long_ago(article, mention, time):
        return Temporality.HISTORICAL
    if told is Temporality.HISTORICAL:
        return Temporality.PAST if time and article.published else told
    if time and article.published and time.earliest > article.published:
        return told if told is Temporality.PAST else Temporality.FUTURE
    return told


def _is_long_ago(article: Article, mention: Mention, time: Time | None) -> bool:
    if time is None:
        return any(_long_ago().search(piece.text) for piece in scope_pieces(article, mention))
    if article.published is None:
        return time.precision is TimePrecision.YEAR or _has_years(time)
    if time.precision is TimePrecision.YEAR:
        return time.latest.year < article.published.year
    return time.latest <= _year_before(article.published)


def _has_years(time: Time) -> bool:
    return time.latest.year - time.earliest.year > 1


def _year_before(day: date) -> date:
    """Return the day a year earlier, of a 29 February the 28th."""
    return day.replace(
        year=max(day.year - 1, MINYEAR), day=min(day.day, 28) if day.month == 2 else day.day
    )


@functools.cache
def _long_ago() -> re.Pattern[str]:
    words = "|".join(map(re.escape, sorted(read_words("times", "long_ago"))))
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
