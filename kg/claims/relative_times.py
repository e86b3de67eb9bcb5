"""Rules for expressions of time that are read from the day of publication.

"Last Friday" is the latest Friday before that day, "next Friday" the first after it; weeks run
from Monday to Sunday; "last summer" is the latest summer that is over. Without a day of
publication none of these means anything.
"""

import functools
import re
from collections.abc import Callable
from datetime import date

from kg.claims.numerals import read_numeral
from kg.claims.periods import (
    Period,
    day_of,
    days_from,
    decade_of,
    part_of_period,
    quarter_of,
    range_of,
    season_of,
    shift_months,
    week_of,
    weekday_near,
    weekend_of,
    year_of,
)
from kg.claims.references import Reference
from kg.claims.tables import read_table
from kg.claims.time_patterns import TimeRule, ends_with

__all__ = ["relative_rules"]

_WHICH = r"(?P<which>(?i:last|this past|the past|next|this coming|the coming|this))"
_BACK = ("last", "this past", "the past")
_AHEAD = ("next", "this coming", "the coming")
_WEEK_DAYS, _DAY_HOURS, _DAY_MINUTES = 7, 24, 1440
_SEASON_LEADS = ("in", "during", "over", "since", "throughout")

_Reading = Callable[[re.Match[str], Reference], Period | None]


@functools.cache
def relative_rules() -> tuple[TimeRule, ...]:
    """Return the rules; several may match the same words, the longest reading wins."""
    rules: tuple[tuple[str, _Reading], ...] = (
        (r"{days}{daytime}", _named_day),
        (r"(?i:overnight)", _overnight),
        (rf"(?:{_WHICH} )?(?i:early |late )?{{weekday}}{{daytime}}", _weekday),
        (r"{weekday} (?i:of )?(?P<week>(?i:last|this|next)) (?i:week)", _weekday_of_week),
        (rf"(?:{{part}}|(?P<clip>(?i:earlier|later)) )?{_WHICH} {{unit}}", _unit),
        (r"(?P<clip>(?i:earlier|later)) (?i:in the) {unit}", _clipped_unit),
        (rf"(?:{_WHICH}|(?i:the)) (?i:weekend)", _weekend),
        (rf"(?:{{part}})?{_WHICH} {{season}}", _which_season),
        (r"(?i:the )?(?P<bare>(?i:spring|summer|autumn|winter))", _bare_season),
        (rf"{_WHICH} {{month}}", _which_month),
        (rf"{{quarters}} (?i:quarter of ){_WHICH} (?i:year)", _quarter),
        (r"(?i:the )?(?i:past|last) {count} {unit}", _past),
        (r"(?i:the )?(?i:next|coming) {count} {unit}", _coming),
        (r"(?:{count}(?i: of)?|(?P<one>(?i:an?))) {unit} (?i:ago)", _ago),
    )
    return tuple(TimeRule(pattern, _dated(read)) for pattern, read in rules)


def _dated(read: _Reading) -> Callable[[re.Match[str], Reference | None], Period | None]:
    """Wrap a rule so that it reads nothing where the day of publication is not known."""
    return lambda match, reference: read(match, reference) if reference else None


def _words(text: str) -> str:
    return " ".join(text.casefold().split())


def _step(which: str) -> int:
    """Return −1 for the unit before this one, 1 for the one after, 0 for this one."""
    return -1 if which in _BACK else 1 if which in _AHEAD else 0


def _named_day(match: re.Match[str], reference: Reference) -> Period:
    days = read_table("times")["days"][_words(match["days"])]
    return day_of(days_from(reference.published, days))


def _overnight(_: re.Match[str], reference: Reference) -> Period | None:
    """The night before the day of publication has two dates."""
    return range_of(days_from(reference.published, -1), reference.published)


def _is_told_from_elsewhere(match: re.Match[str]) -> bool:
    """Tell whether "the next Tuesday" follows on something told, not on the day of publication."""
    is_next = _words(match["which"] or "") == "next"
    return is_next and re.search(r"\bthe\s+$", match.string[: match.start()]) is not None


def _weekday(match: re.Match[str], reference: Reference) -> Period | None:
    if _is_told_from_elsewhere(match):
        return None
    weekday = read_table("times")["weekdays"][match["weekday"]]
    step = _step(_words(match["which"] or ""))
    if not step:
        return day_of(reference.weekday(weekday))
    near = days_from(reference.published, step)
    return day_of(weekday_near(near, weekday, is_ahead=step > 0))


def _weekday_of_week(match: re.Match[str], reference: Reference) -> Period:
    weekday = read_table("times")["weekdays"][match["weekday"]]
    monday = week_of(reference.published).earliest
    return day_of(days_from(monday, weekday + _WEEK_DAYS * _step(_words(match["week"]))))


def _unit(match: re.Match[str], reference: Reference) -> Period | None:
    which, unit = _words(match["which"]), match["unit"].casefold()
    if _is_told_from_elsewhere(match):
        return None
    if which == "the past":
        return _back(reference.published, 1, unit)
    if match["clip"]:
        return _clipped_unit(match, reference)
    return _cut(_calendar_unit(reference.published, unit, _step(which)), match)


def _clipped_unit(match: re.Match[str], reference: Reference) -> Period | None:
    """Read "earlier this week" as its days until now, "later this week" as those from now on."""
    which, day = _words(match.groupdict().get("which") or "this"), reference.published
    period = _calendar_unit(day, match["unit"].casefold(), _step(which))
    if period is None:
        return None
    if match["clip"].casefold() == "earlier":
        return range_of(period.earliest, min(period.latest, day))
    return range_of(max(period.earliest, day), period.latest)


def _calendar_unit(day: date, unit: str, step: int) -> Period | None:
    """Return the calendar's unit around a day, or the one before or after it."""
    if unit == "week":
        return week_of(days_from(day, _WEEK_DAYS * step))
    if unit == "month":
        return shift_months(day, step)
    if unit == "year":
        return year_of(day.year + step)
    if unit == "decade":
        return decade_of(day.year // 10 * 10 + 10 * step)
    return None


def _cut(period: Period | None, match: re.Match[str]) -> Period | None:
    if period is None or not match["part"]:
        return period
    return part_of_period(period, read_table("times")["parts"][_words(match["part"])])


def _weekend(match: re.Match[str], reference: Reference) -> Period:
    """Of the weekend, that of this week counts once Saturday has come, else the one before."""
    which, day = _words(match["which"] or "the"), reference.published
    here = weekend_of(day)
    has_come = here.earliest <= day
    if which == "this":
        return here
    if which == "the":
        return here if has_come or reference.is_ahead else _weekend_away(day, -1)
    if _step(which) < 0:
        return _weekend_away(day, -1)
    return _weekend_away(day, 1) if has_come else here


def _weekend_away(day: date, weeks: int) -> Period:
    return weekend_of(days_from(day, _WEEK_DAYS * weeks))


def _which_season(match: re.Match[str], reference: Reference) -> Period | None:
    month = read_table("times")["seasons"][match["season"].casefold()]
    step = _step(_words(match["which"]))
    period = _season_beyond(month, reference.published, step) if step else _season(month, reference)
    return _cut(period, match)


def _season_beyond(month: int, day: date, step: int) -> Period:
    """Return the latest season that is over (−1), or the first that has not begun (1)."""
    seasons = _seasons_around(month, day)
    if step < 0:
        return [s for s in seasons if s.latest < day][-1]
    return next(s for s in seasons if s.earliest > day)


def _season(month: int, reference: Reference) -> Period:
    """Return the latest season that has begun; told as future, the first that is not over."""
    day, seasons = reference.published, _seasons_around(month, reference.published)
    if reference.is_ahead:
        return next(s for s in seasons if s.latest >= day)
    return [s for s in seasons if s.earliest <= day][-1]


def _seasons_around(month: int, day: date) -> list[Period]:
    return [season_of(day.year + years, month) for years in (-2, -1, 0, 1)]


def _bare_season(match: re.Match[str], reference: Reference) -> Period | None:
    before, after = match.string[: match.start()], match.string[match.end() :]
    if not ends_with(_SEASON_LEADS).search(before) or re.match(r"\s+of\b", after):
        return None
    return _season(read_table("times")["seasons"][match["bare"].casefold()], reference)


def _which_month(match: re.Match[str], reference: Reference) -> Period:
    month = int(read_table("times")["months"][match["month"]])
    step = _step(_words(match["which"]))
    if not step:
        return shift_months(reference.published.replace(day=1, month=month), 0)
    beyond = shift_months(reference.published, step)
    edge = beyond.latest if step < 0 else beyond.earliest
    return Reference(published=edge, is_ahead=step > 0).month(month)


def _quarter(match: re.Match[str], reference: Reference) -> Period:
    number = read_table("times")["quarters"][match["quarter"].casefold()]
    return quarter_of(reference.published.year + _step(_words(match["which"])), number)


def _count(match: re.Match[str]) -> int | None:
    named = match.groupdict()
    if named.get("one"):
        return 1
    numeral = read_numeral(match["count"])
    return numeral.value if numeral and numeral.end == len(match["count"]) else None


def _past(match: re.Match[str], reference: Reference) -> Period | None:
    count = _count(match)
    return _back(reference.published, count, match["unit"].casefold()) if count else None


def _back(day: date, count: int, unit: str) -> Period | None:
    """Return the days from so many units ago to a day."""
    return range_of(_shifted(day, -count, unit), day)


def _coming(match: re.Match[str], reference: Reference) -> Period | None:
    count, day = _count(match), reference.published
    return range_of(day, _shifted(day, count, match["unit"].casefold())) if count else None


def _shifted(day: date, count: int, unit: str) -> date:
    """Return the day so many units away; hours and minutes count as the days they begin."""
    days = {"minute": 1 / _DAY_MINUTES, "hour": 1 / _DAY_HOURS, "day": 1, "week": _WEEK_DAYS}
    if unit in days:
        whole = -(-abs(count) * days[unit] // 1)  # rounded up
        return days_from(day, int(whole) if count > 0 else -int(whole))
    months = count * {"month": 1, "year": 12, "decade": 120}[unit]
    month = shift_months(day, months)
    return min(month.latest, days_from(month.earliest, day.day - 1))


def _ago(match: re.Match[str], reference: Reference) -> Period | None:
    """Read "three weeks ago" as the week, "two years ago" as the year, in which that day lies."""
    count, unit = _count(match), match["unit"].casefold()
    if not count:
        return None
    then = _shifted(reference.published, -count, unit)
    if unit in ("minute", "hour"):
        return range_of(then, reference.published)
    return day_of(then) if unit == "day" else _calendar_unit(then, unit, 0)
