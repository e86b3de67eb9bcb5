"""Numbers of casualties that stand without a noun: "killed at least 39 people and wounded 87".

The grammar of the sentence leaves them out, for they repeat the noun of the number before them.
"""

import functools
import re
from collections.abc import Iterator

from kg.claims.governors import kind_of
from kg.claims.numerals import read_numeral
from kg.claims.tables import read_table
from kg.model import Article, CountKind, Mention, Quantity, Span

__all__ = ["elliptic_quantities"]

_REACH_CHARS = 90  # from one number to the next; beyond, another clause begins
_CASUALTIES = (CountKind.KILLED, CountKind.INJURED, CountKind.MISSING)
_PART = re.compile(r"\b(?:includ(?:ing|ed|es)|among them)\s+(?:at least\s+)?$", re.IGNORECASE)
_NUMBER = re.compile(r"(?<![\w.,$€£-])(?:\d|[a-z])", re.IGNORECASE)


def elliptic_quantities(article: Article, mention: Mention) -> Iterator[Quantity]:
    """Yield the numbers that go on with a mention's numbers of casualties, in text order.

    One is read for each kind that no number of the mention counts.
    """
    kinds = {kind_of(quantity.governor) for quantity in mention.quantities}
    if not kinds & set(_CASUALTIES):
        return
    reached = max(quantity.span.end for quantity in mention.quantities)
    end = mention.sentence.end
    while (found := _next(article.text, reached, min(end, reached + _REACH_CHARS))) is not None:
        reached = found.span.end
        kind = kind_of(found.governor)
        if kind not in kinds:
            kinds.add(kind)
            yield found


def _next(text: str, start: int, end: int) -> Quantity | None:
    """Return the first number between two offsets that says of its own what became of people."""
    for match in _NUMBER.finditer(text, start, end):
        numeral = read_numeral(text, match.start())
        if numeral is None or numeral.end > end + 1:
            continue
        before, after = text[start : match.start()], text[numeral.end :]
        if _breaks().search(before):
            return None
        governor = None if _PART.search(before) else _governor(before, after)
        if governor is not None:
            words = text[match.start() : numeral.end]
            span = Span(start=match.start(), end=numeral.end, text=words)
            return Quantity(span=span, number=words, of="", governor=governor)
    return None


def _governor(before: str, after: str) -> str | None:
    """Return the lemma of "wounding more than" before a number, or of "were wounded" after it."""
    for found in (_before().search(before), _after().match(after)):
        if found is not None:
            return str(read_table("counts")["elliptic"]["lemmas"][found["word"].casefold()])
    return None


@functools.cache
def _before() -> re.Pattern[str]:
    words = "|".join(read_table("counts")["elliptic"]["before"])
    bounds = "|".join(read_table("counts")["elliptic"]["bounds"])
    return re.compile(rf"\b(?P<word>{words})(?: (?:{bounds}))?\s+$", re.IGNORECASE)


@functools.cache
def _after() -> re.Pattern[str]:
    words = "|".join(read_table("counts")["elliptic"]["after"])
    between = r"(?: others?| more| people)?(?: (?:were|was|are|had been|have been))?"
    return re.compile(rf"{between} (?P<word>{words})\b", re.IGNORECASE)


@functools.cache
def _breaks() -> re.Pattern[str]:
    """Return words with which another clause begins, of which nothing is said here."""
    words = "|".join(read_table("counts")["elliptic"]["breaks"])
    return re.compile(rf"\b(?:{words})\b|[;:.](?:\s|$)", re.IGNORECASE)
