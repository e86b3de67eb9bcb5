"""The patterns by which expressions of time are found, built once from `times.toml`."""

import functools
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kg.claims.periods import Period
from kg.claims.references import Reference
from kg.claims.tables import read_table, read_words

__all__ = [
    "TimeRule",
    "anchors_pattern",
    "compile_pattern",
    "edges_pattern",
    "ends_with",
    "names_pattern",
]

_UNITS = ("minute", "hour", "day", "week", "month", "year", "decade")

_PIECES = {
    "day": r"(?P<day>\d{1,2})(?i:st|nd|rd|th)?(?![\w.]*\d|,\d{3})",
    "day2": r"(?P<day2>\d{1,2})(?i:st|nd|rd|th)?(?![\w.]*\d|,\d{3})",
    "year": r"(?P<year>1[5-9]\d\d|20\d\d)(?![\d,.]*\d|[-\u2013]?\w)",
    "year2": r"(?P<year2>(?:1[5-9]|20)?\d\d)(?![\d,.]*\d|\w)",
    "count": r"(?P<count>\d{1,4}|(?i:(?:half\s+)?(?:an?\s+)?{number}(?:[\s-]{more})*))",
    "to": r"(?:\s*[-–—]\s*|\s+(?i:to|until|till|through)\s+)",
    "part": r"(?:(?P<part>{parts})[\s-]+)",
    "unit": rf"(?P<unit>(?i:{'|'.join(_UNITS)}))(?i:s)?",
    "daytime": r"(?:\s+(?i:morning|afternoon|evening|night|midday|noon))?",
}


@dataclass(frozen=True, slots=True)
class TimeRule:
    """A pattern of `compile_pattern`, and what its match means; None where it is no time."""

    pattern: str
    read: Callable[[re.Match[str], Reference | None], Period | None]


@functools.cache
def compile_pattern(source: str) -> re.Pattern[str]:
    """Compile a pattern whose `{pieces}` stand for days, months, years, numbers and the like.

    Example:
        >>> compile_pattern("{month} {day}").search("on August 29").group()
        'August 29'
    """
    return re.compile(rf"(?<![\w$€£.,-])(?:{_filled(source)})(?!-?\w)")


@functools.cache
def anchors_pattern() -> re.Pattern[str]:
    """Match what no expression of time is without: a digit, or the name of a day, month or unit.

    Example:
        >>> anchors_pattern().search("in the town of Goma") is None
        True
    """
    table = read_table("times")
    names = {word.split()[-1] for key in ("days", "seasons") for word in table[key]}
    names |= {*table["weekdays"], *table["months"], *_UNITS, "overnight", "quarter"}
    return re.compile(rf"\d|{_either(sorted(names))}", re.IGNORECASE)


@functools.cache
def _lists() -> dict[str, str]:
    table = read_table("times")
    months = sorted(table["months"], key=lambda m: (-len(m), m))
    names = {
        "weekday": f"(?P<weekday>{_either(table['weekdays'])})",
        "month": rf"(?:(?P<month>{_either(months)})\b\.?)",
        "season": f"(?P<season>(?i:{_either(table['seasons'])}))",
        "days": f"(?P<days>(?i:{_either(table['days'])}))",
        "quarters": f"(?P<quarter>(?i:{_either(table['quarters'])}))",
        "halves": f"(?P<half>(?i:{_either(table['halves'])}))",
    }
    number = f"(?:{_either(_numbers())})"
    more = rf"(?:and\s+a\s+half|{number})"
    inner = {"{parts}": f"(?i:{_either(table['parts'])})", "{number}": number, "{more}": more}
    return names | {name: _replaced(piece, inner) for name, piece in _PIECES.items()}


def _numbers() -> list[str]:
    table = read_table("numerals")
    return [word for key in ("units", "tens", "scales", "groups") for word in table[key]]


def _replaced(text: str, pieces: dict[str, str]) -> str:
    for name, piece in pieces.items():
        text = text.replace(name, piece)
    return text


def _filled(source: str) -> str:
    pieces = {"{" + name + "}": pattern for name, pattern in _lists().items()}
    return _replaced(source, pieces).replace(" ", r"\s+")


def _either(words: Iterable[str]) -> str:
    longest_first = sorted(words, key=lambda w: (-len(w), w))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest_first)


@functools.cache
def ends_with(words: tuple[str, ...]) -> re.Pattern[str]:
    """Match a text that ends with one of several words, an article after it or none."""
    return re.compile(rf"\b(?:{_either(words)})\s+(?:the\s+)?$", re.IGNORECASE)


@functools.cache
def edges_pattern() -> re.Pattern[str]:
    """Match a text that ends with a word after which a time is another event's."""
    return ends_with(tuple(read_words("times", "edges")))


@functools.cache
def names_pattern() -> re.Pattern[str]:
    """Match names that hold a day or month and are no time."""
    return re.compile(rf"\b(?:{_either(read_words('times', 'names'))})\b")
