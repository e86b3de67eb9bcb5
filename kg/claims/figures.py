"""Read the numbers of a quantity as figures: value, bound, and relation to other numbers.

Words right before and right after a number bound it ("at least", "or more") and relate it
("including", "three more", "raising the toll to"); the lists stand in `counts.toml`. A range
("10 to 15", "between 10 and 15") gives two figures, its low end at least, its high end at most.
"""

import functools
import re
from collections.abc import Iterable
from dataclasses import dataclass

from kg.claims.numerals import Numeral, read_numeral
from kg.claims.tables import read_table, read_words
from kg.model import Bound, CountRelation, Quantity, Span

__all__ = ["Figure", "read_figures"]

_RANGE = re.compile(r"\s+(?:to|or)\s+|\s*[-–—]\s*(?=\d)", re.IGNORECASE)
_BETWEEN = re.compile(r"\s+and\s+", re.IGNORECASE)
_STATED_BOUNDS = (Bound.AT_LEAST, Bound.AT_MOST, Bound.ABOUT)
_WORD_START = re.compile(r"\b\w")
_UPDATE_REACH_CHARS = 60  # between "rose" or "raising" and the number
_ADVERB_REACH_CHARS = 30  # between "now" and the number


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One number as stated; `start` and `end` are character offsets of its own words."""

    value: int
    bound: Bound
    relation: CountRelation
    start: int
    end: int


def read_figures(text: str, sentence: Span, quantity: Quantity) -> tuple[Figure, ...]:
    """Return the figures that a quantity states: mostly one, two for a range, none for no number.

    Args:
        text: The article's text.
        sentence: The sentence; words beyond it say nothing about the number.
        quantity: The quantity, somewhere in that sentence.
    """
    if quantity.is_one:
        return (_one(quantity.span),)
    start = _number_start(text, quantity)
    numeral = read_numeral(text, start)
    if numeral is None:
        return ()
    before = text[min(sentence.start, start) : start]
    if _is_outdated(before, text[numeral.end : sentence.end]):
        return ()
    numerals = _range(text, before, numeral, sentence.end)
    bound, bare = _bound_before(before)
    after = text[numerals[-1].end : sentence.end]
    relation = _relation(bare, text[start:], after)
    bounds = _bounds(numerals, bound or _bound_after(after))
    return tuple(
        Figure(value=n.value, bound=b, relation=relation, start=start, end=numerals[-1].end)
        for n, b in zip(numerals, bounds, strict=True)
    )


def _one(span: Span) -> Figure:
    return Figure(
        value=1,
        bound=Bound.EXACTLY,
        relation=CountRelation.TOTAL,
        start=span.start,
        end=span.end,
    )


def _number_start(text: str, quantity: Quantity) -> int:
    """Return where the whole number begins, which may be before the word marked as number."""
    span = quantity.span
    found = re.search(rf"(?<!\w){re.escape(quantity.number)}", span.text, re.IGNORECASE)
    marked = span.start + found.start() if found and quantity.number else span.start
    own = read_numeral(text, marked)
    if own is None:
        return marked
    for match in _WORD_START.finditer(text, span.start, marked):
        earlier = read_numeral(text, match.start())
        if earlier is not None and earlier.end >= own.end:
            return match.start()
    return marked


def _range(text: str, before: str, first: Numeral, end: int) -> tuple[Numeral, ...]:
    joint = _RANGE.match(text, first.end)
    if joint is None and re.search(r"\bbetween\s+$", before, re.IGNORECASE):
        joint = _BETWEEN.match(text, first.end)
    second = read_numeral(text, joint.end()) if joint else None
    if second is None or second.end > end or first.is_open or second.is_open:
        return (first,)
    low = first.value
    if second.scale > 1 and first.scale == 1 and low < second.value // second.scale + 1:
        low *= second.scale  # "10 to 15 million"
    if not 0 < low < second.value or is_measure(before, text[second.end : end]):
        return (first,)
    return (Numeral(value=low, end=second.end), second)


def _bounds(numerals: tuple[Numeral, ...], stated: Bound | None) -> tuple[Bound, ...]:
    if len(numerals) > 1:
        return (Bound.AT_LEAST, Bound.AT_MOST)
    if numerals[0].value == 0:
        return (Bound.EXACTLY,)
    if numerals[0].is_open and stated is not Bound.AT_MOST:
        return (Bound.AT_LEAST,)
    return (stated or Bound.EXACTLY,)


def is_measure(before: str, after: str) -> bool:
    """Tell whether the text around a number makes it money, a share, an age or the like.

    Example:
        >>> is_measure("a fine of $", " "), is_measure("killed ", " men")
        (True, False)
    """
    if before.rstrip().casefold().endswith(tuple(read_words("counts", "currencies"))):
        return True
    return _head("words", "units").match(after) is not None


@functools.cache
def _head(table: str, key: str) -> re.Pattern[str]:
    """Match a text that begins with one of the words of a table."""
    words = _either(read_table("counts")[table][key])
    return re.compile(rf"\s*{words}(?!\w)", re.IGNORECASE)


@functools.cache
def _tail(table: str, key: str) -> re.Pattern[str]:
    """Match a text that ends with one of the words of a table, an article after it or none."""
    words = _either(read_table("counts")[table][key])
    return re.compile(rf"(?<!\w){words}\s+(?:(?:an?|the)\s+)?$", re.IGNORECASE)


def _either(words: Iterable[str]) -> str:
    longest_first = sorted(words, key=lambda w: (-len(w), w))
    return "(?:" + "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in longest_first) + ")"


def _bound_before(before: str) -> tuple[Bound | None, str]:
    """Return the bound that ends a text, and the text without it."""
    found = [
        (match.start(), bound)
        for bound in _STATED_BOUNDS
        if (match := _tail("bounds", bound).search(before))
    ]
    if not found:
        return None, before
    start, bound = min(found)  # "no more than" begins before "more than"
    return bound, before[:start]


def _bound_after(after: str) -> Bound | None:
    return next((b for b in _STATED_BOUNDS if _head("bounds_after", b).match(after)), None)


def _relation(before: str, number: str, after: str) -> CountRelation:
    if _is_update(before):
        return CountRelation.UPDATE
    for relation in (CountRelation.PART_OF, CountRelation.ADDITIONAL):
        if _tail("relations", relation).search(before):
            return relation
    if _head("relations_after", "part_of").match(after):
        return CountRelation.PART_OF
    if number[:7].casefold() == "another" or _is_more(after):
        return CountRelation.ADDITIONAL
    return CountRelation.TOTAL


def _is_more(after: str) -> bool:
    more = _head("relations_after", "additional").match(after)
    if more is None:
        return False
    return not _head("relations_after", "not_additional").match(after[more.end() :])


def _is_update(before: str) -> bool:
    if _tail("relations", "update").search(before):
        return True
    return any(pattern.search(before) for pattern in _update_patterns())


@functools.cache
def _update_patterns() -> tuple[re.Pattern[str], ...]:
    table = read_table("counts")["updates"]
    rising, raising, tolls = (_either(table[k]) for k in ("rising", "raising", "tolls"))
    reach = f"[^.;]{{0,{_UPDATE_REACH_CHARS}}}"
    return tuple(
        re.compile(pattern, re.IGNORECASE)
        for pattern in (
            rf"\b{rising}\b{reach}\bto\s+$",
            rf"\b{raising}\b{reach}\b{tolls}\b{reach}\bto\s+$",
            rf"\b{_either(table['adverbs'])}\b[^.;,\d]{{0,{_ADVERB_REACH_CHARS}}}$",
        )
    )


def _is_outdated(before: str, after: str) -> bool:
    """Tell whether a number is the old one of "rose from 10 to 15"."""
    to = re.match(r"\s+to\s+", after)
    if to is None or not re.search(r"\bfrom\s+$", before, re.IGNORECASE):
        return False
    stem = re.sub(r"\bfrom\s+$", "to ", before, flags=re.IGNORECASE)
    return read_numeral(after, to.end()) is not None and _is_update(stem)
