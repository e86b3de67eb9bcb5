"""Days, weeks, months and years: days in, periods and the marks of an axis out."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from types import MappingProxyType

__all__ = ["PERIOD_DAYS", "Tick", "count_between", "next_start", "start_of", "ticks"]

PERIOD_DAYS = MappingProxyType({"day": 1, "week": 7, "month": 31, "year": 366})
"""The days of each period, of the longest one."""

# Not strftime's, which depend on the locale.
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_MOST_TICKS = 10
_STEPS = (
    *(("day", step) for step in (1, 2)),
    *(("week", step) for step in (1, 2)),
    *(("month", step) for step in (1, 2, 3, 6)),
    *(("year", step) for step in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A mark of the axis: its day, its words, and the year below where it is a new one."""

    day: date
    words: str
    year: str


def start_of(day: date, by: str) -> date:
    """Return the first day of the period that a day lies in; weeks begin on Mondays.

    Example:
        >>> start_of(date(2024, 3, 7), "week"), start_of(date(2024, 3, 7), "year")
        (datetime.date(2024, 3, 4), datetime.date(2024, 1, 1))
    """
    if by == "week":
        monday = day.toordinal() - day.weekday()
        return date.fromordinal(max(monday, 1))
    return {"day": day, "month": day.replace(day=1), "year": day.replace(month=1, day=1)}[by]


def next_start(start: date, by: str, *, step: int = 1) -> date:
    """Return the first day of the period `step` periods later, the last day of all at most."""
    if by in ("day", "week"):
        days = timedelta(days=step * PERIOD_DAYS[by])
        return start + days if date.max - start >= days else date.max
    months = start.year * 12 + start.month - 1 + step * (12 if by == "year" else 1)
    return date(months // 12, months % 12 + 1, 1) if months < 12 * 10_000 else date.max


def count_between(first: date, last: date, by: str) -> int:
    """Return how many periods there are from one that begins at `first` to one at `last`.

    Example:
        >>> count_between(date(2023, 11, 1), date(2024, 2, 1), "month")
        4
    """
    if by in ("day", "week"):
        return (last - first).days // PERIOD_DAYS[by] + 1
    months = (last.year - first.year) * 12 + last.month - first.month
    return (months // 12 if by == "year" else months) + 1


def ticks(first: date, last: date) -> tuple[Tick, ...]:
    """Return some ten marks of round days between two days."""
    for by, step in _STEPS:
        days = tuple(islice(_days(first, last, by, step), _MOST_TICKS + 1))
        if len(days) <= _MOST_TICKS:
            break
    return tuple(
        Tick(day=day, words=_words(day, by), year="" if by == "year" else _year(day, before))
        for day, before in zip(days, (None, *days), strict=False)
    )


def _days(first: date, last: date, by: str, step: int) -> Iterator[date]:
    day = start_of(first, by)
    if by == "month":
        day = day.replace(month=(day.month - 1) // step * step + 1)
    if by == "year":
        day = day.replace(year=max(day.year // step * step, 1))
    while day <= last:
        if day >= first:
            yield day
        day = next_start(day, by, step=step)
        if day == date.max:
            return


def _words(day: date, by: str) -> str:
    if by == "year":
        return str(day.year)
    month = _MONTHS[day.month - 1]
    return month if by == "month" else f"{day.day} {month}"


def _year(day: date, before: date | None) -> str:
    return "" if before and before.year == day.year else str(day.year)
