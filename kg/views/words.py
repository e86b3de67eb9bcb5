"""How things are called: records in, words for readers out."""

from datetime import date

from kg.graph import KnowledgeGraph
from kg.model import (
    Bound,
    Claim,
    Count,
    CountRelation,
    Event,
    EventStatus,
    EventType,
    TimePrecision,
    Toll,
)

__all__ = [
    "STATUS_NOTES",
    "action",
    "count",
    "day",
    "days",
    "graph_counts",
    "joined",
    "meant",
    "number_said",
    "plain",
    "sentence_case",
    "support",
    "toll_words",
    "undirected",
    "when",
]

STATUS_NOTES = {
    EventStatus.REPORTED: "Reported, and denied by nobody",
    EventStatus.DISPUTED: "Disputed: reported by some, denied by others",
    EventStatus.CANDIDATE: "Threatened, planned, feared or only suspected; not counted as happened",
    EventStatus.HISTORICAL: "Background from an earlier time",
}

_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_BOUNDS = {Bound.AT_LEAST: "at least ", Bound.AT_MOST: "at most ", Bound.ABOUT: "about "}
_RELATIONS = {
    CountRelation.PART_OF: " among them",
    CountRelation.ADDITIONAL: " more",
    CountRelation.UPDATE: " in all by now",
}
# Marks that turn the direction of writing: titles and drawings know no <bdi> to keep them in.
_TURNING = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F))


def day(value: date) -> str:
    """Return a day as people write it, whatever the language of the machine.

    Example:
        >>> day(date(2022, 4, 8))
        '8 Apr 2022'
    """
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def days(
    earliest: date | None, latest: date | None, precision: TimePrecision | None = None
) -> str | None:
    """Return a span of days, no finer than it is known; None where nothing is known.

    Example:
        >>> days(date(2022, 4, 1), date(2022, 4, 30), TimePrecision.MONTH)
        'Apr 2022'
        >>> days(date(2022, 4, 8), date(2022, 4, 9))
        '8–9 Apr 2022'
    """
    first, last = earliest or latest, latest or earliest
    if first is None or last is None:
        return None
    same_year, same_month = first.year == last.year, first.replace(day=1) == last.replace(day=1)
    if precision is TimePrecision.YEAR and same_year:
        return str(first.year)
    if precision is TimePrecision.MONTH and same_month:
        return f"{_MONTHS[first.month - 1]} {first.year}"
    if first == last:
        return day(first)
    return f"{first.day}–{day(last)}" if same_month else f"{day(first)} – {day(last)}"


def when(event: Event) -> str:
    """Return when an event occurred, or when it was first reported."""
    stated = days(event.earliest, event.latest, event.date_precision)
    if stated is not None:
        return stated
    return f"reported {day(event.first_published)}" if event.first_published else "no date"


def plain(code: str) -> str:
    """Return a code of several words as words."""
    return code.replace("-", " ").replace("_", " ")


def sentence_case(text: str) -> str:
    """Return a text with a capital at its beginning alone."""
    return text[:1].upper() + text[1:].lower()


def action(event_type: EventType, mode: str | None) -> str:
    """Return what was done.

    Example:
        >>> action(EventType.ASSAULT, "heavy-weapons")
        'Assault (heavy weapons)'
    """
    return sentence_case(event_type) + (f" ({plain(mode)})" if mode else "")


def count(number: int, noun: str) -> str:
    """Return a number of things.

    Example:
        >>> count(1, "event"), count(1200, "event")
        ('1 event', '1,200 events')
    """
    return f"{number:,} {noun}{'s' * (number != 1)}"


def joined(names: tuple[str, ...], *, none: str = "") -> str:
    """Return names as a list in a sentence.

    Example:
        >>> joined(("Russia", "Belarus", "Iran"))
        'Russia, Belarus and Iran'
    """
    if len(names) < 2:
        return names[0] if names else none
    return f"{', '.join(names[:-1])} and {names[-1]}"


def number_said(stated: Count) -> str:
    """Return a number with what bounds it: "at least 12"."""
    return f"{_BOUNDS.get(stated.bound, '')}{stated.value:,}{_RELATIONS.get(stated.relation, '')}"


def toll_words(toll: Toll) -> str:
    """Return the best number, then the range where reports differ: "52 killed (39–52 or more)"."""
    high = f"{toll.high:,}{' or more' * toll.is_open}"
    if toll.low == toll.high:
        return f"{high} {toll.kind}"
    return f"{toll.best:,} {toll.kind} ({toll.low:,}–{high})"


def support(event: Event) -> str:
    """Return what an event stands on; copies of one text are told apart from independent ones."""
    parts = [count(len(event.claim_ids), "report"), count(event.sources, "outlet")]
    if event.stories < event.articles:
        parts.append(count(event.stories, "independent text"))
    if event.denial_ids:
        parts.append(count(len(event.denial_ids), "denial"))
    return " · ".join(parts)


def meant(claim: Claim) -> str:
    """Return how a claim is meant: "affirmed · certain · past"."""
    return " · ".join((claim.polarity.value, claim.certainty.value, claim.temporality.value))


def graph_counts(graph: KnowledgeGraph, actors: int) -> str:
    """Say in one line what a graph holds."""
    records = graph.records
    sources = len({article.source for article in records.articles if article.source})
    numbers = (
        (len(records.events), "event"),
        (actors, "actor"),
        (len(records.articles), "article"),
        (sources, "outlet"),
    )
    return " · ".join(count(number, noun) for number, noun in numbers)


def undirected(text: str) -> str:
    """Return a text without the marks that turn the direction of writing."""
    return text.translate(_TURNING)
