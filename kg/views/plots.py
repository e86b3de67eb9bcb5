"""Drawings of numbers and days: claims and events in, places in percent out."""

from calendar import monthrange
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from kg.graph import KnowledgeGraph
from kg.model import Bound, CountRelation, Event, EventStatus, TimePrecision, Toll
from kg.views.axes import DayAxis, NumberAxis, Tick
from kg.views.words import count, days, number_said, sentence_case, toll_words

__all__ = ["Histogram", "ReportStrip", "TollPlot", "histogram", "report_strip", "toll_plot"]

QUADS = (4, 3, 2, 1)
"""Conflict stands at the bottom of every stack, so that it can be compared along the axis."""

_ROOM = 1.1  # of an axis of numbers over the highest, for the arrow of "at least"
_STRIP_TICKS = 5
_FEWEST_DAYS = 365  # on the axis of months, so that one month alone is no wall
_HISTOGRAM_TICKS = 12
_GAP = 0.12  # of a column's width, left free on each side
_FAR_DAYS = 60  # from its reports; an event beyond is told in words, not drawn


@dataclass(frozen=True, slots=True, kw_only=True)
class TollRow:
    """A number that a claim states; `number` is the claim's on its page."""

    number: int
    source: str
    said: str
    words: str
    at: float
    bound: Bound
    is_part: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TollPlot:
    """All numbers of one kind that the claims of an event state, on one axis."""

    kind: str
    summary: str
    rule: str
    low: float
    best: float
    high: float
    is_open: bool
    ticks: tuple[Tick, ...]
    rows: tuple[TollRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """A report on its day: the `level`-th of the day, above the line or, if it denies, below."""

    number: int
    at: float
    level: int
    is_denied: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportStrip:
    """When an event occurred and when each report of it came out."""

    start: float
    end: float
    occurred: str
    is_on_axis: bool
    ticks: tuple[Tick, ...]
    dots: tuple[Dot, ...]
    above: int
    below: int
    undated: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The events of one quad in a column, in percent of the drawing's height from above."""

    quad: int
    top: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A month of events."""

    at: float
    width: float
    title: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Histogram:
    """Events by month; some stand in the month of their first report, some have no month."""

    columns: tuple[Column, ...]
    ticks: tuple[Tick, ...]
    levels: tuple[Tick, ...]
    by_report: int
    left_out: int


def toll_plot(
    graph: KnowledgeGraph, event: Event, toll: Toll, numbers: Mapping[str, int]
) -> TollPlot:
    """Return the numbers behind a toll; `numbers` are those of the claims on the page by id."""
    stated = [
        (claim, said)
        for claim in map(graph.claim, event.claim_ids)
        for said in claim.counts
        if said.kind is toll.kind
    ]
    most = max([toll.high, *(said.value for _, said in stated)])
    axis = NumberAxis.up_to(round(most * _ROOM), ticks=6)
    return TollPlot(
        kind=sentence_case(toll.kind),
        summary=toll_words(toll),
        rule=toll.rule,
        low=axis.at(toll.low),
        best=axis.at(toll.best),
        high=axis.at(toll.high),
        is_open=toll.is_open,
        ticks=axis.ticks,
        rows=tuple(
            TollRow(
                number=numbers[claim.id],
                source=graph.article(claim.article_id).source or "Outlet not known",
                said=number_said(said),
                words=said.span.text,
                at=axis.at(said.value),
                bound=said.bound,
                is_part=said.relation is CountRelation.PART_OF,
            )
            for claim, said in stated
        ),
    )


def report_strip(
    graph: KnowledgeGraph, event: Event, numbers: Mapping[str, int]
) -> ReportStrip | None:
    """Return when an event and its reports were; None where no report is dated."""
    published = {
        claim_id: graph.article(graph.claim(claim_id).article_id).published
        for claim_id in (*event.claim_ids, *event.denial_ids)
    }
    dated = {claim_id: day for claim_id, day in published.items() if day is not None}
    if not dated:
        return None
    first, last = min(dated.values()), max(dated.values())
    occurred = _near(event, first, last)
    axis = DayAxis.around((first, last, *occurred), room_days=1)
    dots = tuple(_dots(axis, dated, frozenset(event.denial_ids), numbers))
    return ReportStrip(
        start=axis.start(min(occurred)) if occurred else 0.0,
        end=axis.end(max(occurred)) if occurred else 0.0,
        occurred=days(event.earliest, event.latest, event.date_precision) or "",
        is_on_axis=bool(occurred),
        ticks=axis.ticks(_STRIP_TICKS),
        dots=dots,
        above=max((dot.level + 1 for dot in dots if not dot.is_denied), default=0),
        below=max((dot.level + 1 for dot in dots if dot.is_denied), default=0),
        undated=len(published) - len(dated),
    )


def _near(event: Event, first: date, last: date) -> tuple[date, ...]:
    """Return the days of an event, none if they are so far from its reports that they hide them."""
    stated = tuple(day for day in (event.earliest, event.latest) if day is not None)
    is_near = all((first - day).days <= _FAR_DAYS >= (day - last).days for day in stated)
    return stated if is_near else ()


def _dots(
    axis: DayAxis, dated: Mapping[str, date], denials: frozenset[str], numbers: Mapping[str, int]
) -> Iterator[Dot]:
    levels: Counter[tuple[date, bool]] = Counter()
    for claim_id, day in dated.items():
        is_denied = claim_id in denials
        level = levels[day, is_denied]
        yield Dot(number=numbers[claim_id], at=axis.middle(day), level=level, is_denied=is_denied)
        levels[day, is_denied] += 1


def histogram(events: Iterable[Event]) -> Histogram | None:
    """Return events by month; None where there is none.

    An event of a stated day, week or month stands in its month, one without stated time in the
    month of its first report. Wider spans, and background without a time, belong to no month.
    """
    by_month: dict[date, Counter[int]] = defaultdict(Counter)
    by_report = left_out = 0
    for event in events:
        month = _month_of(event)
        if month is None:
            left_out += 1
            continue
        by_month[month][event.quad] += 1
        by_report += event.earliest is None
    if not by_month:
        return None
    room_days = max(0, _FEWEST_DAYS - (_end(max(by_month)) - min(by_month)).days) // 2
    axis = DayAxis.around((min(by_month), _end(max(by_month))), room_days=room_days)
    levels = NumberAxis.up_to(max(by_month[month].total() for month in by_month), ticks=4)
    return Histogram(
        columns=tuple(_column(axis, levels, month, by_month[month]) for month in sorted(by_month)),
        ticks=axis.ticks(_HISTOGRAM_TICKS),
        levels=tuple(Tick(at=100 - tick.at, label=tick.label) for tick in levels.ticks),
        by_report=by_report,
        left_out=left_out,
    )


def _month_of(event: Event) -> date | None:
    first, last = event.earliest or event.latest, event.latest or event.earliest
    if first is None or last is None:
        is_background = event.status is EventStatus.HISTORICAL
        first = last = None if is_background else event.first_published
    if first is None or last is None or first.replace(day=1) != last.replace(day=1):
        return None
    return first.replace(day=1)


def _end(month: date) -> date:
    return month.replace(day=monthrange(month.year, month.month)[1])


def _column(axis: DayAxis, levels: NumberAxis, month: date, counts: Mapping[int, int]) -> Column:
    start, end = axis.start(month), axis.end(_end(month))
    top, parts = 100.0, []
    for quad in QUADS:
        if counts.get(quad):
            height = levels.at(counts[quad])
            top = round(top - height, 3)
            parts.append(Part(quad=quad, top=top, height=height))
    gap = _GAP * (end - start)
    words = days(month, _end(month), TimePrecision.MONTH)
    return Column(
        at=round(start + gap, 3),
        width=round(end - start - 2 * gap, 3),
        title=f"{words}: {count(sum(counts.values()), 'event')}",
        parts=tuple(parts),
    )
