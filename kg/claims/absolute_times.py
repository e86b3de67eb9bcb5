"""Rules for dates of the calendar: days, months, seasons, years, decades.

A date without a year is read from the reference day and needs one. Of numeric dates those are
read that have one reading: 29/08/2025, not 03/04/2025. Own grammar first, since it also says
where an expression ends; dates in digits go to dateparser.
"""

import functools
import re
import warnings
from datetime import date, datetime, time

from kg.claims.periods import (
    Period,
    day_of,
    decade_of,
    month_of,
    part_of_period,
    quarter_of,
    range_of,
    season_of,
    year_of,
)
from kg.claims.references import Reference
from kg.claims.tables import read_table, read_words
from kg.claims.time_patterns import TimeRule, ends_with
from kg.lexicons import lemmas_of

__all__ = ["absolute_rules"]

_MONTH_LEADS = ("in", "during", "since", "from", "between", "throughout", "of", "back in")
_YEAR_LEADS = (*_MONTH_LEADS, "the", "a", "the year", "year")
_RANGE_LEADS = ("in", "during", "of", "the", "years")
_NUMERIC = (
    r"(?P<numeric>\d{1,2}[/.]\d{1,2}[/.]\d{4}|\d{4}/\d{1,2}/\d{1,2}|\d{1,2}-[A-Z][a-z]{2}-\d{4})"
)
_YEAR_RANGE = (
    r"(?:(?P<lead>(?i:between|from)) )?(?P<year>(?:1[5-9]|20)\d\d)"
    r"(?:(?P<dash>\s*[-–—]\s*)|\s+(?i:to|and|until|till|through)\s+){year2}"
)


@functools.cache
def absolute_rules() -> tuple[TimeRule, ...]:
    """Return the rules; several may match the same words, the longest reading wins."""
    return (
        TimeRule(r"(?P<iso>\d{4}-\d{2}-\d{2})", _iso),
        TimeRule(r"(?:{weekday},? )?(?i:the )?{day} (?i:of )?{month}(?:,? {year})?", _date),
        TimeRule(r"(?:{weekday},? )?{month} (?i:the )?{day}(?:,? {year})?", _month_first),
        TimeRule(r"(?i:from )?{day}{to}{day2} (?i:of )?{month}(?:,? {year})?", _dates),
        TimeRule(r"(?i:between) {day} (?i:and) {day2} (?i:of )?{month}(?:,? {year})?", _dates),
        TimeRule(r"(?i:from )?{month} {day}{to}{day2}(?:,? {year})?", _dates),
        TimeRule(r"(?i:between) {month} {day} (?i:and) {day2}(?:,? {year})?", _dates),
        TimeRule(r"{part}?{month},? (?i:of )?{year}", _month_of_year),
        TimeRule(r"{part}?{month}", _bare_month),
        TimeRule(r"{part}?{year}", _bare_year),
        TimeRule(_YEAR_RANGE, _years),
        TimeRule(r"(?i:the )?{part}?(?P<decade>(?:1[5-9]|20)\d0|['’]\d0)s", _decade),
        TimeRule(r"(?i:the )?{part}?{season}(?i: of|,)? {year}", _season),
        TimeRule(r"(?i:the )?{quarters} (?i:quarter)(?i: of|,)? {year}", _quarter),
        TimeRule(r"Q(?P<number>[1-4]),? {year}", _quarter),
        TimeRule(r"(?i:the )?{halves} (?i:half) (?i:of) {year}", _half),
        TimeRule(_NUMERIC, _numeric),
    )


def _iso(match: re.Match[str], _: Reference | None) -> Period:
    return day_of(date.fromisoformat(match["iso"]))


def _month(match: re.Match[str]) -> int:
    return int(read_table("times")["months"][match["month"]])


def _day(match: re.Match[str], number: str, reference: Reference | None) -> date | None:
    """Return the day of a match's month; without a year, the one that the reference means."""
    if match["year"]:
        return date(int(match["year"]), _month(match), int(number))
    return reference.day(_month(match), int(number)) if reference else None


def _date(match: re.Match[str], reference: Reference | None) -> Period | None:
    day = _day(match, match["day"], reference)
    return day_of(day) if day else None


def _month_first(match: re.Match[str], reference: Reference | None) -> Period | None:
    """Read "August 29", but not the first two words of "in August 29 people were killed"."""
    is_counting = not match["year"] and match.group()[-1:].isdigit()
    if is_counting and _follows(match, ("in",)):
        return None
    return _date(match, reference)


def _dates(match: re.Match[str], reference: Reference | None) -> Period | None:
    latest = _day(match, match["day2"], reference)
    if latest is None:
        return None
    return range_of(latest.replace(day=int(match["day"])), latest)


def _cut(period: Period, match: re.Match[str]) -> Period:
    part = match["part"]
    if not part:
        return period
    return part_of_period(period, read_table("times")["parts"][" ".join(part.casefold().split())])


def _month_of_year(match: re.Match[str], _: Reference | None) -> Period:
    return _cut(month_of(int(match["year"]), _month(match)), match)


def _bare_month(match: re.Match[str], reference: Reference | None) -> Period | None:
    if reference is None or not (match["part"] or _follows(match, _MONTH_LEADS)):
        return None
    return _cut(reference.month(_month(match)), match)


def _bare_year(match: re.Match[str], _: Reference | None) -> Period | None:
    after = match.string[match.end() :]
    is_named = match["part"] or re.match(r"['’]s\b", after)
    if not (is_named or _follows(match, _YEAR_LEADS)) or _is_number_of(after):
        return None
    return _cut(year_of(int(match["year"])), match)


def _is_number_of(after: str) -> bool:
    words = after.split(maxsplit=1)[:1] if after[:1].isspace() else []
    return any(lemma in read_words("times", "counted") for w in words for lemma in lemmas_of(w))


def _years(match: re.Match[str], _: Reference | None) -> Period | None:
    if not match["lead"] and not _follows(match, _RANGE_LEADS):
        return None
    first, last = match["year"], match["year2"]
    last = first[: -len(last)] + last  # "1990-91"
    return range_of(year_of(int(first)).earliest, year_of(int(last)).latest)


def _decade(match: re.Match[str], _: Reference | None) -> Period:
    digits = match["decade"].lstrip("'’")
    year = int(digits) if len(digits) > 2 else 1900 + int(digits)
    return _cut(decade_of(year), match)


def _season(match: re.Match[str], _: Reference | None) -> Period:
    month = read_table("times")["seasons"][match["season"].casefold()]
    return _cut(season_of(int(match["year"]), month), match)


def _quarter(match: re.Match[str], _: Reference | None) -> Period:
    named = match.groupdict()
    if named.get("number"):
        return quarter_of(int(match["year"]), int(named["number"]))
    number = read_table("times")["quarters"][match["quarter"].casefold()]
    return quarter_of(int(match["year"]), number)


def _half(match: re.Match[str], _: Reference | None) -> Period | None:
    month = read_table("times")["halves"][match["half"].casefold()]
    year = int(match["year"])
    return range_of(month_of(year, month).earliest, month_of(year, month + 5).latest)


def _follows(match: re.Match[str], words: tuple[str, ...]) -> bool:
    return ends_with(words).search(match.string[: match.start()]) is not None


def _numeric(match: re.Match[str], reference: Reference | None) -> Period | None:
    first, second, *_ = re.split(r"[/.-]", match["numeric"])
    is_open = len(first) < 3 and second.isdigit() and first != second
    if is_open and int(first) <= 12 and int(second) <= 12:
        return None
    return _parsed(match["numeric"], reference)


def _parsed(text: str, reference: Reference | None) -> Period | None:
    """Ask dateparser; it is imported here because it is slow to load, and its warnings end here."""
    base = reference.published if reference else date.max
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import dateparser

        found = dateparser.parse(
            text,
            languages=["en"],
            settings={
                "RELATIVE_BASE": datetime.combine(base, time.min),
                "PREFER_DATES_FROM": "past",
                "STRICT_PARSING": True,
            },
        )
    return day_of(found.date()) if found else None
