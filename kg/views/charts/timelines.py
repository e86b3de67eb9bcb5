"""Events along time: a graph in, bars of what happened in each day, week, month or year out."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from kg.errors import ViewError
from kg.graph import KnowledgeGraph
from kg.model import Event, EventStatus
from kg.views.charts.chart import INK, LINE, MUTED, WIDTH, Chart, frame, legend
from kg.views.charts.marks import element, label
from kg.views.charts.periods import PERIOD_DAYS, count_between, next_start, start_of, ticks
from kg.views.styles import QUAD_STYLES
from kg.views.words import count

__all__ = ["draw_timeline"]

_LEFT, _RIGHT, _TOP, _BOTTOM = 44.0, WIDTH - 16.0, 66.0, 256.0  # of the bars, in pixels
_HEIGHT = 300.0
_MOST_BARS = 800  # a bar is then a pixel wide
_EASY_BARS = 80  # more are hard to tell apart: without a wish, the period is longer
_OVERNIGHT_DAYS = 2
_TICK_PX = 36.0  # room for the words of a mark
_MOST_STEPS = 5  # lines of the upright axis

Bars = Mapping[date, Counter[int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Placed:
    """Events in their periods, and how many were left out or placed by their report, and why."""

    bars: Bars
    by_report: int
    left_out: Mapping[str, int]

    @property
    def quads(self) -> Counter[int]:
        return sum(self.bars.values(), Counter[int]())


def draw_timeline(graph: KnowledgeGraph, *, by: str | None = None, title: str = "") -> Chart:
    """Return a picture of how many events of each quad happened when.

    An event stands at its first day, or at its first report where no day is stated. Candidates,
    background of the past, and events dated more coarsely than the bars are left out, and counted.

    Args:
        graph: The graph.
        by: "day", "week", "month" or "year"; None: what gives at most 80 bars.
        title: Heading; by default it names the period.

    Raises:
        ViewError: If there is no such period, or there would be more than 800 bars.
    """
    if by is not None and by not in PERIOD_DAYS:
        raise ViewError(f"there is no period {by!r}; choose from {', '.join(PERIOD_DAYS)}")
    events = graph.records.events
    period = by or next(
        (p for p in PERIOD_DAYS if _span(_place(events, p), p) <= _EASY_BARS), "year"
    )
    placed = _place(events, period)
    bars = _span(placed, period)
    if bars > _MOST_BARS:
        raise ViewError(
            f"{bars:,} bars, one a {period}, do not fit; filter the graph with `since` "
            "and `until`, or choose a longer period"
        )
    total = placed.quads.total()
    days = f", {min(placed.bars)} to {max(placed.bars)}" if placed.bars else ""
    return frame(
        _parts(placed, period),
        title=title or f"Events by {period}",
        told=f"{count(total, 'event')} by {period}{days}",
        notes=_notes(placed, total),
        height=_HEIGHT,
    )


def _place(events: Iterable[Event], by: str) -> _Placed:
    bars: dict[date, Counter[int]] = defaultdict(Counter)
    left_out: Counter[str] = Counter()
    by_report = 0
    for event in events:
        why, day = _why_not(event, by), event.earliest or event.latest or event.first_published
        if why is None and day is not None:
            bars[start_of(day, by)][event.quad] += 1
            by_report += event.earliest is None and event.latest is None
        else:
            left_out[why or "without any day"] += 1
    return _Placed(bars=dict(sorted(bars.items())), by_report=by_report, left_out=left_out)


def _why_not(event: Event, by: str) -> str | None:
    if event.status is EventStatus.CANDIDATE:
        return "not said to have happened"
    if event.status is EventStatus.HISTORICAL:
        return "background of the past"
    days = (event.latest - event.earliest).days + 1 if event.latest and event.earliest else 1
    return "dated too coarsely" if days > max(PERIOD_DAYS[by], _OVERNIGHT_DAYS) else None


def _span(placed: _Placed, by: str) -> int:
    """Return how many bars there would be from the first to the last."""
    return count_between(min(placed.bars), max(placed.bars), by) if placed.bars else 0


def _notes(placed: _Placed, total: int) -> Iterator[str]:
    stated = f", {placed.by_report:,} of them at their first report, as no day is stated"
    yield f"{count(total, 'event')}{stated if placed.by_report else ''}."
    if placed.left_out:
        parts = (f"{number:,} {why}" for why, number in sorted(placed.left_out.items()))
        yield f"Not shown: {', '.join(parts)}."


def _parts(placed: _Placed, by: str) -> Iterator[str]:
    yield legend(placed.quads, y=48)
    if not placed.bars:
        yield label("No dated event.", x=WIDTH / 2, y=160, size=14, anchor="middle")
        return
    highest = max(counts.total() for counts in placed.bars.values())
    step = _step(highest)
    top = -(-highest // step) * step
    yield from _upright_axis(top, step)
    first, end = min(placed.bars), next_start(max(placed.bars), by)
    across = (_RIGHT - _LEFT) / max((end - first).days, 1)
    yield from _bars(placed.bars, by, first, across, (_BOTTOM - _TOP) / top)
    yield element("line", x1=_LEFT, x2=_RIGHT, y1=_BOTTOM, y2=_BOTTOM, stroke=MUTED)
    yield from _time_axis(first, end, across)


def _step(highest: int) -> int:
    """Return the round number between two lines of the upright axis."""
    scale = 1
    while True:
        for factor in (1, 2, 5):
            if highest <= factor * scale * _MOST_STEPS:
                return factor * scale
        scale *= 10


def _upright_axis(top: int, step: int) -> Iterator[str]:
    for value in range(0, top + 1, step):
        y = _BOTTOM - value * (_BOTTOM - _TOP) / top
        yield element("line", x1=_LEFT, x2=_RIGHT, y1=y, y2=y, stroke=LINE)
        yield label(f"{value:,}", x=_LEFT - 7, y=y + 4, size=11.5, anchor="end")


def _bars(bars: Bars, by: str, first: date, across: float, up: float) -> Iterator[str]:
    for start, counts in bars.items():
        x = _LEFT + (start - first).days * across
        width = (next_start(start, by) - start).days * across
        gap = 1.0 if width > 4 else 0.0
        y = _BOTTOM
        for quad, style in QUAD_STYLES.items():
            height = counts[quad] * up
            if height:
                y -= height
                size = {"width": max(width - gap, 1.0), "height": height}
                yield element("rect", x=x + gap / 2, y=y, **size, fill=style.line)


def _time_axis(first: date, end: date, across: float) -> Iterator[str]:
    for tick in ticks(first, end):
        x = _LEFT + (tick.day - first).days * across
        if x > _RIGHT - _TICK_PX:
            continue
        yield element("line", x1=x, x2=x, y1=_BOTTOM, y2=_BOTTOM + 5, stroke=MUTED)
        yield label(tick.words, x=x + 3, y=_BOTTOM + 17, size=11.5, fill=INK)
        if tick.year:
            yield label(tick.year, x=x + 3, y=_BOTTOM + 32, size=11.5)
