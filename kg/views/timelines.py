"""The time line: a graph in, a page with its events by day in lanes by type out."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kg.errors import ViewError
from kg.graph import KnowledgeGraph
from kg.model import Event, EventStatus, EventType
from kg.views.axes import DayAxis, Tick
from kg.views.scene import best_told
from kg.views.served import Served
from kg.views.sheets import SHEET_STYLES, render_sheet
from kg.views.shell import write_text
from kg.views.styles import QUAD_STYLES
from kg.views.tellings import Telling, names_of, shown_of, tell_event
from kg.views.words import joined, sentence_case, undirected
from kg.views.zooms import WIDTH_PX, ZOOMS

__all__ = ["render_timeline_page", "write_timeline_page"]

TITLE = "Conflict events over time"

_MOST_EVENTS = 5000
_TICK_PX = 85
_MARK_PX = 10.5  # between the middles of two marks of a row
_ROW_PX = 10.0
_MOST_ROWS = 15  # of a lane; where more marks crowd on a day, they lie on each other
_LANE_PADDING_PX = 7.0
_AXIS_PX = 24.0  # above the lanes, where the days are written
_EARLIEST_SHARE = 0.02  # of the events that may lie before the axis: likely misread dates


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """The days of an event; `is_report` where nobody states them and it was reported on them."""

    first: date
    last: date
    is_report: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One event on the axis, from `start` to `end` in percent, `y` pixels below its lane's top."""

    number: int
    start: float
    end: float
    y: float
    quad: int
    status: EventStatus
    is_report: bool
    is_span: bool
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """The events of one type, `top` pixels below the drawing's."""

    name: str
    quad: int
    top: float
    height: float
    total: int
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticks:
    """The ticks of one zoom."""

    zoom: int
    ticks: tuple[Tick, ...]


def render_timeline_page(
    graph: KnowledgeGraph,
    *,
    actor: str | None = None,
    other: str | None = None,
    title: str | None = None,
    max_events: int = _MOST_EVENTS,
    served: Served | None = None,
) -> str:
    """Return a time line of all events, of one actor's, or of those between two actors.

    Args:
        graph: What to show.
        actor: Id, name or alias of an actor that takes part.
        other: Likewise, of an actor on the other side.
        title: Heading of the page.
        max_events: How many events it holds at most, the best told first.
        served: The served pages that it is one of.

    Raises:
        UnknownIdError: If the graph holds no such actor.
        ViewError: If `other` is given without `actor`.
    """
    sides = _sides(graph, actor, other)
    asked = [
        event for event in graph.records.events if _is_between(event, [id_ for id_, _ in sides])
    ]
    events = best_told(asked, max_events)
    names = names_of(graph)
    told = [tell_event(graph, event, names, n) for n, event in enumerate(events, start=1)]
    days = [_when(event) for event in events]
    axis = _axis(events, days)
    lanes = tuple(_lanes(events, days, told, axis)) if axis else ()
    drawn = {mark.number for lane in lanes for mark in lane.marks}
    return render_sheet(
        "timeline.html",
        title=title or undirected(_title([name for _, name in sides])),
        styles=(*SHEET_STYLES, "charts.css", "zooms.css", "lanes.css"),
        scripts=("zooms.js", "steps.js"),
        served=served,
        values={
            "shown": shown_of(len(events), len(asked), "event"),
            "told": told,
            "drawn": drawn,
            "lanes": lanes,
            "height": lanes[-1].top + lanes[-1].height if lanes else 0,
            "ticks": tuple(_ticks(axis)) if axis else (),
            "by_report": sum(mark.is_report for lane in lanes for mark in lane.marks),
            "undated": sum(when is None for when in days),
            "off_axis": len([when for when in days if when is not None]) - len(drawn),
            "first": axis.first if axis else None,
            "focus": _focus(lanes),
            "zooms": ZOOMS,
            "quads": QUAD_STYLES,
            "by_quad": Counter(event.quad for event in events),
            "by_status": Counter(event.status for event in events),
            "statuses": tuple(EventStatus),
        },
    )


def write_timeline_page(
    graph: KnowledgeGraph,
    path: str | Path,
    *,
    actor: str | None = None,
    other: str | None = None,
    title: str | None = None,
    max_events: int = _MOST_EVENTS,
) -> Path:
    """Write a time line to a file, whole or not at all, and return its path.

    Raises:
        UnknownIdError: If the graph holds no such actor.
        ViewError: If `other` is given without `actor`, or the file cannot be written.
    """
    page = render_timeline_page(graph, actor=actor, other=other, title=title, max_events=max_events)
    return write_text(path, page)


def _sides(
    graph: KnowledgeGraph, actor: str | None, other: str | None
) -> tuple[tuple[str, str], ...]:
    """Return the ids and names of the actors that were asked for."""
    if actor is None and other is not None:
        raise ViewError(f"the other side, {other!r}, is given without an actor; name both.")
    found = (graph.find_actor(asked) for asked in (actor, other) if asked is not None)
    return tuple((one.id, one.name) for one in found)


def _is_between(event: Event, ids: Sequence[str]) -> bool:
    """Tell whether an event is of one actor, or has two on its two sides or both as actors."""
    if len(ids) < 2:
        return not ids or ids[0] in (*event.actor_ids, *event.target_ids)
    actors, targets = frozenset(event.actor_ids), frozenset(event.target_ids)
    are_opposite = any(a in actors and b in targets for a, b in (ids, ids[::-1]))
    return are_opposite or (not targets and actors.issuperset(ids))


def _title(names: Sequence[str]) -> str:
    return f"{joined(tuple(names))}: events over time" if names else TITLE


def _when(event: Event) -> When | None:
    """Return the days of an event, or the day of its first report; None for what has neither.

    Background without a time is not taken for news of the day of its report.
    """
    first, last = event.earliest or event.latest, event.latest or event.earliest
    if first is not None and last is not None:
        return When(first=first, last=last, is_report=False)
    if event.first_published is None or event.status is EventStatus.HISTORICAL:
        return None
    return When(first=event.first_published, last=event.first_published, is_report=True)


def _axis(events: Iterable[Event], days: Iterable[When | None]) -> DayAxis | None:
    """Return the days that are drawn: background of other years would press the rest together."""
    dated = [(event, when) for event, when in zip(events, days, strict=True) if when]
    current = [when for event, when in dated if event.status is not EventStatus.HISTORICAL]
    found = current or [when for _, when in dated]
    if not found:
        return None
    firsts = sorted(when.first for when in found)
    first = firsts[int(len(firsts) * _EARLIEST_SHARE)]
    last = max(when.first for when in found)
    return DayAxis.around((first, last), room_days=max(1, (last - first).days // 60))


def _lanes(
    events: Sequence[Event], days: Sequence[When | None], told: Sequence[Telling], axis: DayAxis
) -> Iterator[Lane]:
    """Yield a lane for each type, conflict first, with the most frequent quad as its colour."""
    by_type: dict[EventType, list[tuple[When, Telling]]] = defaultdict(list)
    for event, when, telling in zip(events, days, told, strict=True):
        if when is not None and axis.first <= when.last and when.first <= axis.last:
            by_type[event.event_type].append((when, telling))
    quads = {name: _main_quad(found) for name, found in by_type.items()}
    top = _AXIS_PX
    for name in sorted(by_type, key=lambda name: (-quads[name], -len(by_type[name]), name)):
        rows = tuple(_rows(by_type[name], axis))
        count = 1 + max(row for *_, row in rows)
        height = _LANE_PADDING_PX * 2 + _ROW_PX * count
        yield Lane(
            name=sentence_case(name),
            quad=quads[name],
            top=top,
            height=height,
            total=len(rows),
            marks=tuple(_mark(when, told, _y(row, count), axis) for when, told, row in rows),
        )
        top += height


def _main_quad(found: Iterable[tuple[When, Telling]]) -> int:
    counts = Counter(telling.quad for _, telling in found)
    return min(counts, key=lambda quad: (-counts[quad], -quad))


def _rows(
    found: Iterable[tuple[When, Telling]], axis: DayAxis
) -> Iterator[tuple[When, Telling, int]]:
    """Yield events with the first row in which they have room."""
    ends: list[float] = []
    for when, telling in sorted(found, key=lambda item: (item[0].first, item[0].last, item[1].id)):
        start, end = (percent * WIDTH_PX / 100 for percent in _extent(when, axis))
        free = (row for row, taken in enumerate(ends) if taken + _MARK_PX <= start)
        row = next(free, len(ends))
        if row == len(ends):
            ends.append(end)
        ends[row] = end
        yield when, telling, row % _MOST_ROWS


def _extent(when: When, axis: DayAxis) -> tuple[float, float]:
    """Return where the mark of an event begins and ends, in percent: a day is its middle."""
    if when.first == when.last:
        middle = axis.middle(when.first)
        return middle, middle
    return axis.start(when.first), axis.end(when.last)


def _y(row: int, count: int) -> float:
    """Return where a row is in its lane: the first in the middle, the others below and above."""
    middle = (count - 1) // 2
    steps = (row + 1) // 2
    return _LANE_PADDING_PX + _ROW_PX * (middle + (steps if row % 2 else -steps) + 0.5)


def _mark(when: When, telling: Telling, y: float, axis: DayAxis) -> Mark:
    start, end = _extent(when, axis)
    return Mark(
        number=telling.number,
        start=start,
        end=end,
        y=y,
        quad=telling.quad,
        status=telling.status,
        is_report=when.is_report,
        is_span=start != end,
        title=telling.title,
    )


def _focus(lanes: Iterable[Lane]) -> float:
    """Return where zooming goes to first, in percent: half of the events lie before it."""
    starts = sorted(mark.start for lane in lanes for mark in lane.marks)
    return starts[len(starts) // 2] if starts else 50.0


def _ticks(axis: DayAxis) -> Iterator[Ticks]:
    for zoom in ZOOMS:
        yield Ticks(zoom=zoom.factor, ticks=axis.ticks(WIDTH_PX * zoom.factor // _TICK_PX))
