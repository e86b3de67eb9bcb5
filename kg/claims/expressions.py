"""Find every expression of time in a text, and what each means.

Rules may overlap; of overlapping readings the longest wins. Two neighbours become one range
("between May 3 and June 5"), and "since" opens one that ends on the day of publication. A time
after "until", "before", "after" and the like belongs to something else and is left out.
"""

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.claims.absolute_times import absolute_rules
from kg.claims.periods import Period, range_of
from kg.claims.references import Reference
from kg.claims.relative_times import relative_rules
from kg.claims.time_patterns import (
    TimeRule,
    anchors_pattern,
    compile_pattern,
    edges_pattern,
    names_pattern,
)

__all__ = ["Expression", "find_expressions"]

_JOINT = re.compile(r"(?:\s+(?:and|to|until|till|through)\s+|\s*[-–—]\s*)$", re.IGNORECASE)
_OPENING = re.compile(
    r"\b(?:between|from)\s+(?P<first>(?!.*\b(?:between|from)\b).{2,30})$", re.IGNORECASE
)
KEPT_PIECES = 1024  # of sentences, as they are asked for
_SINCE = re.compile(r"\bsince\s+(?:the\s+)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Expression:
    """Words of time at half-open character offsets of the text searched, and their period."""

    start: int
    end: int
    period: Period


@dataclass(frozen=True, slots=True)
class _Reading:
    rule: TimeRule
    match: re.Match[str]
    period: Period

    @property
    def start(self) -> int:
        return self.match.start()

    @property
    def end(self) -> int:
        return self.match.end()


@functools.lru_cache(maxsize=KEPT_PIECES)  # the claims of a sentence ask for the same pieces
def find_expressions(text: str, reference: Reference | None) -> tuple[Expression, ...]:
    """Return the expressions of time in a text, in text order.

    Args:
        text: The text, which may be a piece of a sentence.
        reference: Where relative expressions are read from; None where it is not known, then
            only dates of the calendar are read.

    Example:
        >>> [e.period.earliest.year for e in find_expressions("in early March 2023", None)]
        [2023]
    """
    readings = _longest([r for r in _readings(text, reference) if not _is_name(text, r)])
    ranges = [found for r in readings if (found := _range_to(text, r)) is not None]
    singles = [
        found
        for r in readings
        if not any(r.start < wide.end and wide.start < r.end for wide in ranges)
        and (found := _single(text, r, reference)) is not None
    ]
    return tuple(sorted((*ranges, *singles), key=lambda e: e.start))


@functools.cache
def _rules() -> tuple[tuple[re.Pattern[str], TimeRule], ...]:
    rules = (*absolute_rules(), *relative_rules())
    return tuple((compile_pattern(rule.pattern), rule) for rule in rules)


def _readings(text: str, reference: Reference | None) -> Iterator[_Reading]:
    if anchors_pattern().search(text) is None:  # as in most pieces
        return
    for pattern, rule in _rules():
        for match in pattern.finditer(text):
            period = _period(rule, match, reference)
            if period is not None:
                yield _Reading(rule, match, period)


def _period(rule: TimeRule, match: re.Match[str], reference: Reference | None) -> Period | None:
    try:
        return rule.read(match, reference)
    except (ValueError, OverflowError):  # "30 February", "9000 years ago": no day of the calendar
        return None


def _is_name(text: str, reading: _Reading) -> bool:
    return any(
        name.start() < reading.end and reading.start < name.end()
        for name in names_pattern().finditer(text)
    )


def _longest(readings: list[_Reading]) -> list[_Reading]:
    """Keep the longest of overlapping readings, the earlier rule's of equals; sort by place."""
    kept: list[_Reading] = []
    for reading in sorted(readings, key=lambda r: (r.start - r.end, r.start)):
        if all(reading.end <= k.start or k.end <= reading.start for k in kept):
            kept.append(reading)
    return sorted(kept, key=lambda r: r.start)


def _range_to(text: str, last: _Reading) -> Expression | None:
    """Return the range that ends with a reading; its first date takes its year from the last."""
    joint = _JOINT.search(text[: last.start])
    opening = _OPENING.search(text[: joint.start()]) if joint else None
    if joint is None or opening is None:
        return None
    reference = Reference(published=last.period.latest)
    for pattern, rule in _rules():
        match = pattern.fullmatch(text, opening.start("first"), joint.start())
        first = _period(rule, match, reference) if match else None
        period = range_of(first.earliest, last.period.latest) if first else None
        if period is not None:
            return Expression(start=opening.start(), end=last.end, period=period)
    return None


def _single(text: str, reading: _Reading, reference: Reference | None) -> Expression | None:
    before = text[: reading.start]
    if edges_pattern().search(before):
        return None
    since = _SINCE.search(before)
    if since is None:
        return Expression(start=reading.start, end=reading.end, period=reading.period)
    published = reference.published if reference else None
    period = range_of(reading.period.earliest, published) if published else None
    return Expression(start=since.start(), end=reading.end, period=period) if period else None
