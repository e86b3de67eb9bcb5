"""Events on a map: a graph in, discs at the places where they happened out.

The map is plain: degrees, the outlines of countries, and the names of the places told most often.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import sqrt

from kg.graph import KnowledgeGraph
from kg.graph.triples.events import has_happened
from kg.model import Event, PlacePrecision
from kg.views.charts.chart import INK, LINE, MUTED, WIDTH, Chart, frame, legend
from kg.views.charts.labels import Room
from kg.views.charts.marks import element, label, shortened
from kg.views.charts.projections import Projection, meridians, parallels
from kg.views.styles import QUAD_STYLES
from kg.views.words import count

__all__ = ["draw_map"]

_TOP = 62.0  # pixels from the upper edge to the map
_EMPTY_PX = 180.0  # of a map without places
_MOST_NAMES = 40
_NAME_PX = 11.5
_SMALLEST_PX, _PER_EVENT_PX, _LARGEST_PX = 3.0, 2.6, 30.0
_COARSE = frozenset({PlacePrecision.COUNTRY, PlacePrecision.PROVINCE})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Spot:
    """All events of one point of the earth."""

    latitude: float
    longitude: float
    events: tuple[Event, ...]

    @property
    def name(self) -> str:
        names = Counter(event.place.name for event in self.events if event.place)
        return min(names, key=lambda name: (-names[name], name))

    @property
    def quad(self) -> int:
        """The quad of most events, the more conflictual one of two."""
        counts = Counter(event.quad for event in self.events)
        return min(counts, key=lambda quad: (-counts[quad], -quad))

    @property
    def is_coarse(self) -> bool:
        """Whether the point is but the middle of a province or country."""
        return all(event.place and event.place.precision in _COARSE for event in self.events)

    @property
    def radius(self) -> float:
        return min(_LARGEST_PX, _SMALLEST_PX + _PER_EVENT_PX * (sqrt(len(self.events)) - 0.4))


def draw_map(graph: KnowledgeGraph, *, within: str | None = None, title: str = "") -> Chart:
    """Return a picture of where events happened; a disc's area grows with their number.

    Args:
        graph: The graph.
        within: Country, as alpha-3 code, to whose places the map keeps; None: all places.
        title: Heading.
    """
    happened = list(filter(has_happened, graph.records.events))
    here = [event for event in happened if within is None or _country(event) == within.upper()]
    spots = _spots(here)
    located = sum(len(spot.events) for spot in spots)
    projection = Projection.around(
        [(spot.longitude, spot.latitude) for spot in spots], width=WIDTH, top=_TOP
    )
    return frame(
        _parts(spots, projection),
        title=title or f"Where events happened{f': {within.upper()}' if within else ''}",
        told=f"{count(located, 'event')} at {count(len(spots), 'place')}",
        notes=_notes(spots, len(happened), located, within),
        height=_TOP + projection.height + 12 if spots else _EMPTY_PX,
    )


def _country(event: Event) -> str | None:
    return event.place.country if event.place else None


def _spots(events: Iterable[Event]) -> tuple[_Spot, ...]:
    """Return the points with their events, those with most events first."""
    at: dict[tuple[float, float], list[Event]] = defaultdict(list)
    for event in events:
        place = event.place
        if place and place.latitude is not None and place.longitude is not None:
            at[place.latitude, place.longitude].append(event)
    spots = (
        _Spot(latitude=latitude, longitude=longitude, events=tuple(found))
        for (latitude, longitude), found in at.items()
    )
    return tuple(sorted(spots, key=lambda s: (-len(s.events), s.name, s.latitude, s.longitude)))


def _notes(spots: Sequence[_Spot], all_: int, located: int, within: str | None) -> Iterator[str]:
    yield (
        "Colour: the kind of most events at a place. Hollow: the middle of a country or province, "
        "where the report names nothing finer."
    )
    rest = "elsewhere or without a known place" if within else "without a known place"
    shown = f"{located:,} of {count(all_, 'event')}"
    yield f"{shown}; {all_ - located:,} {rest}. Outlines: Natural Earth."


def _parts(spots: Sequence[_Spot], projection: Projection) -> Iterator[str]:
    yield legend(Counter(event.quad for spot in spots for event in spot.events), y=48)
    if not spots:
        yield label("No event with a known place.", x=WIDTH / 2, y=120, size=14, anchor="middle")
        return
    yield from _ground(projection)
    points = [projection.point(spot.longitude, spot.latitude) for spot in spots]
    for spot, (x, y) in zip(spots, points, strict=True):
        yield _disc(spot, x, y)
    yield from _names(spots, points, projection)


def _ground(projection: Projection) -> Iterator[str]:
    """Yield sea, land, and degrees."""
    box: dict[str, object] = {"x": 0, "y": _TOP, "width": WIDTH, "height": projection.height}
    yield element("rect", **box, fill="#eef3f7")
    outlines = (
        element("path", d=path, vector_effect="non-scaling-stroke") for path in projection.land()
    )
    land = element(
        "g",
        *outlines,
        transform=projection.transform,
        fill="#ffffff",
        stroke="#c3ccd4",
        fill_rule="evenodd",
    )
    inner = f"0 {_TOP:g} {WIDTH} {projection.height:g}"  # an inner picture cuts off what juts out
    yield element("svg", land, *_degrees(projection), **box, viewBox=inner)


def _degrees(projection: Projection) -> Iterator[str]:
    bottom = _TOP + projection.height
    for x, words in meridians(projection):
        yield element("line", x1=x, x2=x, y1=_TOP, y2=bottom, stroke=LINE, stroke_width=0.7)
        yield label(words, x=x + 3, y=bottom - 4, size=10, halo="#ffffff")
    for y, words in parallels(projection):
        yield element("line", x1=0, x2=WIDTH, y1=y, y2=y, stroke=LINE, stroke_width=0.7)
        if y > _TOP + _NAME_PX:
            yield label(words, x=3, y=y - 3, size=10, halo="#ffffff")


def _disc(spot: _Spot, x: float, y: float) -> str:
    colour = QUAD_STYLES[spot.quad].line
    look: dict[str, object] = {"fill": colour, "fill_opacity": 0.75, "stroke": "#ffffff"}
    if spot.is_coarse:
        look = {"fill": colour, "fill_opacity": 0.12, "stroke": colour, "stroke_dasharray": "3 2"}
    return element("circle", cx=x, cy=y, r=spot.radius, **look)


def _names(
    spots: Sequence[_Spot], points: Sequence[tuple[float, float]], projection: Projection
) -> Iterator[str]:
    """Yield the names of the places with most events, as far as there is room."""
    room = Room(width=WIDTH, height=_TOP + projection.height)
    for spot, (x, y) in zip(spots, points, strict=True):
        room.block(x, y, spot.radius * 0.7)
    for spot, (x, y) in zip(spots[:_MOST_NAMES], points, strict=False):
        text = shortened(spot.name, 26)
        found = room.find(text, x, y, radius=spot.radius, size=_NAME_PX)
        if found:
            at_x, at_y, anchor = found
            fill = MUTED if spot.is_coarse else INK
            yield label(
                text, x=at_x, y=at_y, size=_NAME_PX, fill=fill, anchor=anchor, halo="#ffffff"
            )
