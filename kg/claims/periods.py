"""Periods of the calendar: from a day to a decade, as inclusive days with a precision."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from kg.model import TimePrecision

__all__ = [
    "Period",
    "day_of",
    "days_from",
    "decade_of",
    "month_of",
    "part_of_period",
    "quarter_of",
    "range_of",
    "season_of",
    "shift_months",
    "week_of",
    "weekday_near",
    "weekend_of",
    "year_of",
]

_WEEK_DAYS = 7
_DECADE_YEARS = 10
_SATURDAY = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """Inclusive days, and how finely they were named."""

    earliest: date
    latest: date
    precision: TimePrecision


def day_of(day: date) -> Period:
    """Return one day."""
    return Period(earliest=day, latest=day, precision=TimePrecision.DAY)


def range_of(earliest: date, latest: date) -> Period | None:
    """Return the days from one to another, None if they are in the wrong order."""
    if earliest > latest:
        return None
    if earliest == latest:
        return day_of(earliest)
    return Period(earliest=earliest, latest=latest, precision=TimePrecision.RANGE)


def days_from(day: date, days: int) -> date:
    """Return the day so many days later; negative numbers go back.

    Raises:
        OverflowError: If the calendar does not reach that far.
    """
    return day + timedelta(days=days)


def week_of(day: date) -> Period:
    """Return the week from Monday to Sunday that holds a day.

    Example:
        >>> week_of(date(2025, 8, 29)).earliest
        datetime.date(2025, 8, 25)
    """
    monday = days_from(day, -day.weekday())
    return Period(
        earliest=monday, latest=days_from(monday, _WEEK_DAYS - 1), precision=TimePrecision.WEEK
    )


def weekend_of(day: date) -> Period:
    """Return Saturday and Sunday of the week that holds a day."""
    saturday = days_from(day, _SATURDAY - day.weekday())
    return Period(earliest=saturday, latest=days_from(saturday, 1), precision=TimePrecision.RANGE)


def month_of(year: int, month: int) -> Period:
    """Return a calendar month; months beyond 12 or below 1 run into other years.

    Raises:
        ValueError: If the calendar does not reach that far.
    """
    year, index = year + (month - 1) // 12, (month - 1) % 12
    first = date(year, index + 1, 1)
    last = first.replace(day=calendar.monthrange(year, index + 1)[1])
    return Period(earliest=first, latest=last, precision=TimePrecision.MONTH)


def shift_months(day: date, months: int) -> Period:
    """Return the calendar month so many months after that of a day."""
    return month_of(day.year, day.month + months)


def months_of(year: int, month: int, length: int) -> Period:
    """Return several months from one on, as a range."""
    return Period(
        earliest=month_of(year, month).earliest,
        latest=month_of(year, month + length - 1).latest,
        precision=TimePrecision.RANGE,
    )


def year_of(year: int) -> Period:
    """Return a calendar year."""
    return Period(
        earliest=date(year, 1, 1), latest=date(year, 12, 31), precision=TimePrecision.YEAR
    )


def decade_of(year: int) -> Period:
    """Return the ten years that begin with a year."""
    return Period(
        earliest=date(year, 1, 1),
        latest=date(year + _DECADE_YEARS - 1, 12, 31),
        precision=TimePrecision.RANGE,
    )


def quarter_of(year: int, quarter: int) -> Period:
    """Return a quarter (1 to 4) of a year."""
    return months_of(year, 3 * quarter - 2, 3)


def season_of(year: int, first_month: int) -> Period:
    """Return the three months of a season; winter is named by the year in which it begins."""
    return months_of(year, first_month, 3)


def weekday_near(day: date, weekday: int, *, is_ahead: bool) -> date:
    """Return the nearest such weekday, the day itself included.

    Args:
        day: From where to look.
        weekday: 0 Monday … 6 Sunday.
        is_ahead: Look forward, else back.

    Example:
        >>> weekday_near(date(2025, 8, 29), 0, is_ahead=False)  # the Monday before a Friday
        datetime.date(2025, 8, 25)
    """
    if is_ahead:
        return days_from(day, (weekday - day.weekday()) % _WEEK_DAYS)
    return days_from(day, -((day.weekday() - weekday) % _WEEK_DAYS))


def part_of_period(period: Period, part: str) -> Period:
    """Return a third of a period: "early", "mid" or "late".

    Months are cut after the 10th and 20th, years after April and August, decades after four and
    seven years, other periods after a third and two thirds of their days.
    """
    first, last = _cuts(period)
    ends = {
        "early": (period.earliest, days_from(first, -1)),
        "mid": (first, days_from(last, -1)),
        "late": (last, period.latest),
    }
    return range_of(*ends[part]) or period


def _cuts(period: Period) -> tuple[date, date]:
    """Return the first days of the second and the last third."""
    start = period.earliest
    if period.precision is TimePrecision.MONTH:
        return start.replace(day=11), start.replace(day=21)
    if period.precision is TimePrecision.YEAR:
        return start.replace(month=5), start.replace(month=9)
    if period.latest.year - start.year == _DECADE_YEARS - 1:
        return start.replace(year=start.year + 4), start.replace(year=start.year + 7)
    third = ((period.latest - start).days + 1) // 3
    return days_from(start, third), days_from(start, 2 * third)
