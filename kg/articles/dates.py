"""Words for a day in, a day out; a date that could be two days is none.

How dates inside an article are read is another room's matter: this is about the date that a feed,
a table or a header states for the article itself.
"""

import re
from datetime import UTC, date, datetime

__all__ = ["parse_date"]

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>[12]\d{3})"
_END = r"(?=$|[\s,;tT(|])"
# ISO 8601; RFC 2822 and "29 August 2025"; "August 29, 2025"; year first, month second.
_PATTERNS = tuple(
    re.compile(pattern + _END, re.IGNORECASE)
    for pattern in (
        r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})",
        r"(?P<year>[12]\d{3})(?P<month>\d{2})(?P<day>\d{2})",
        rf"{_WEEKDAY}{_DAY}(?:\s+of)?[\s-]+{_MONTH}[\s,-]+{_YEAR}",
        rf"{_WEEKDAY}{_MONTH}\s+{_DAY},?\s+{_YEAR}",
        r"(?P<year>[12]\d{3})[/.](?P<month>\d{1,2})[/.](?P<day>\d{1,2})",
    )
)
_NUMBERS = re.compile(rf"(\d{{1,2}})([/.-])(\d{{1,2}})\2{_YEAR}{_END}")
_EPOCH = re.compile(r"(\d{9,10})(\d{3})?(?:\.\d+)?$")


def parse_date(words: str) -> date | None:
    """Return the day that words state, None where they state none or it could be two.

    Understood are ISO 8601 dates and times, RFC 2822, English dates with the month's name,
    numbers with the year first, numbers whose day and month cannot be mistaken, and Unix times in
    seconds or milliseconds. The day is the one written, whatever the time zone.

    Example:
        >>> parse_date("Fri, 29 Aug 2025 23:30:00 -0500"), parse_date("08/29/2025")
        (datetime.date(2025, 8, 29), datetime.date(2025, 8, 29))
        >>> parse_date("03/04/2025") is None
        True
    """
    words = " ".join(words.split())
    if not words.isascii():
        return None
    if epoch := _EPOCH.match(words):
        return datetime.fromtimestamp(int(epoch.group(1)), tz=UTC).date()
    for pattern in _PATTERNS:
        if found := pattern.match(words):
            return _day(found["year"], _month(found["month"]), found["day"])
    return _unmistakable(words)


def _unmistakable(words: str) -> date | None:
    """Read two numbers and a year where only one order makes a day, or both make the same."""
    found = _NUMBERS.match(words)
    if found is None:
        return None
    first, _, second, year = found.groups()
    days = {_day(year, second, first), _day(year, first, second)} - {None}
    return days.pop() if len(days) == 1 else None


def _month(words: str) -> str:
    return words if words.isdigit() else str(_MONTHS.index(words[:3].lower()) + 1)


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
