"""The map: a graph in, a page with its events at their places out.

A point of a province or a country stands for all of it and for no place of an event: it is hollow.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import cos, pi, sin, sqrt
from pathlib import Path

from kg.graph import KnowledgeGraph
from kg.model import Event, EventStatus, Place
from kg.views.map_labels import Label, Spot, lay_labels
from kg.views.outlines import Window, country_name, fit_window, read_outlines
from kg.views.plots import QUADS
from kg.views.scene import best_told
from kg.views.served import Served
from kg.views.sheets import SHEET_STYLES, render_sheet
from kg.views.shell import write_text
from kg.views.styles import EXACT_PLACES, QUAD_STYLES
from kg.views.tellings import Telling, names_of, shown_of, tell_event
from kg.views.words import undirected
from kg.views.zooms import ZOOMS

__all__ = ["render_map_page", "write_map_page"]

TITLE = "Conflict events on a map"

_ASPECT = 1.9
_MOST_EVENTS = 5000
_FOCUS = 0.5  # of the events that are well in sight when the page opens
_TRIED = 100  # sites, about, that are tried as the middle
_REACH = 36.0  # of a hundred: how far from the middle is well in sight
_SMALLEST_PX, _GROWTH_PX, _LARGEST_PX = 3.5, 2.6, 24.0
_RING_PX = 3.0

Key = tuple[float, float, bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Slice:
    """The share of one quad in a place's dot, as an SVG path around the dot's middle."""

    quad: int
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """One point of the map with all its events.

    `total` and `by_quad` count events that are said to have happened; candidates are counted apart.
    """

    number: int
    name: str
    also: tuple[str, ...]
    country: str
    precision: str
    is_exact: bool
    at: tuple[float, float]
    radius: float
    slices: tuple[Slice, ...]
    total: int
    candidates: int
    by_quad: Mapping[int, int]
    events: tuple[Telling, ...]


def render_map_page(
    graph: KnowledgeGraph,
    *,
    title: str | None = None,
    max_events: int = _MOST_EVENTS,
    served: Served | None = None,
) -> str:
    """Return a map of the events whose place is known with coordinates, and a table of the places.

    Args:
        graph: What to show.
        title: Heading of the page.
        max_events: How many events it holds at most, the best told first.
        served: The served pages that it is one of.
    """
    located = [event for event in graph.records.events if _point(event.place) is not None]
    events = best_told(located, max_events)
    groups = _groups(events)
    window = _window(groups)
    sites = tuple(_sites(graph, groups, window))
    zoom, focus = _start(sites)
    return render_sheet(
        "map.html",
        title=title or TITLE,
        styles=(*SHEET_STYLES, "maps.css", "zooms.css"),
        scripts=("zooms.js", "steps.js"),
        served=served,
        values={
            "aspect": _ASPECT,
            "window": window,
            "paths": tuple(window.paths(read_outlines())),
            # Small dots lie on large ones, and hollow ones below all others.
            "drawn": sorted(sites, key=lambda s: (s.is_exact, -s.radius, s.number)),
            "sites": sites,
            "labels": _labels(sites, window),
            "zooms": ZOOMS,
            "start": zoom,
            "focus": focus,
            "quads": QUAD_STYLES,
            "shown": shown_of(len(events), len(located), "event"),
            "unplaced": len(graph.records.events) - len(located),
        },
    )


def write_map_page(
    graph: KnowledgeGraph,
    path: str | Path,
    *,
    title: str | None = None,
    max_events: int = _MOST_EVENTS,
) -> Path:
    """Write the map to a file, whole or not at all, and return its path.

    Raises:
        ViewError: If the file cannot be written.
    """
    return write_text(path, render_map_page(graph, title=title, max_events=max_events))


def _point(place: Place | None) -> Key | None:
    """Return what events of one dot share: where it is, and whether it is a place of theirs."""
    if place is None or place.latitude is None or place.longitude is None:
        return None
    is_exact = place.precision in EXACT_PLACES
    return round(place.longitude, 3), round(place.latitude, 3), is_exact


def _groups(events: Iterable[Event]) -> Mapping[Key, Sequence[Event]]:
    groups: dict[Key, list[Event]] = defaultdict(list)
    for event in events:
        key = _point(event.place)
        if key is not None:
            groups[key].append(event)
    return groups


def _window(groups: Mapping[Key, Sequence[Event]]) -> Window:
    """Return the part of the world that holds all dots, the whole if there is none."""
    points = [(x, y) for x, y, _ in groups] or [(-150.0, -50.0), (150.0, 70.0)]
    return fit_window(points, aspect=_ASPECT)


def _sites(
    graph: KnowledgeGraph, groups: Mapping[Key, Sequence[Event]], window: Window
) -> Iterator[Site]:
    """Yield the sites, those of most events first."""
    names = names_of(graph)
    ordered = sorted(groups.items(), key=lambda item: (-len(item[1]), item[0]))
    number = 0
    for place_number, (key, events) in enumerate(ordered, start=1):
        told = []
        for event in events:
            told.append(tell_event(graph, event, names, number))
            number += 1
        yield _site(place_number, key, events, tuple(told), window)


def _site(
    number: int, key: Key, events: Sequence[Event], told: tuple[Telling, ...], window: Window
) -> Site:
    longitude, latitude, is_exact = key
    places = [event.place for event in events if event.place]
    called = Counter(place.name for place in places)
    name, *also = sorted(called, key=lambda text: (-called[text], text))
    happened = [event for event in events if event.status is not EventStatus.CANDIDATE]
    by_quad = Counter(event.quad for event in happened)
    radius = _radius(len(happened))
    precision = places[0].precision
    return Site(
        number=number,
        name=name,
        also=tuple(also),
        country=country_name(places[0].country),
        precision=precision.value if precision else "not known",
        is_exact=is_exact,
        at=window.at(longitude, latitude),
        radius=radius,
        slices=tuple(_slices(by_quad, radius, is_exact=is_exact)),
        total=len(happened),
        candidates=len(events) - len(happened),
        by_quad=by_quad,
        events=told,
    )


def _radius(events: int) -> float:
    """Return the radius of a dot, whose area grows with its events."""
    return min(_LARGEST_PX, round(_SMALLEST_PX + _GROWTH_PX * sqrt(events), 1))


def _slices(by_quad: Mapping[int, int], radius: float, *, is_exact: bool) -> Iterator[Slice]:
    """Yield the shares of the quads: of a disc, or of a ring where the dot is hollow."""
    total, start = sum(by_quad.values()), 0
    reach = radius if is_exact else radius - _RING_PX / 2
    for quad in QUADS:
        if by_quad.get(quad):
            end = start + by_quad[quad]
            yield Slice(quad=quad, path=_arc(start / total, end / total, reach, is_exact=is_exact))
            start = end


def _arc(start: float, end: float, radius: float, *, is_exact: bool) -> str:
    """Return an arc between two parts of a turn, from the top clockwise, closed for a disc."""
    if end - start >= 1:
        half = f"a{radius:g} {radius:g} 0 1 1 0"
        return f"M0 {-radius:g}{half} {2 * radius:g}{half} {-2 * radius:g}z"
    (from_x, from_y), (to_x, to_y) = (
        (round(radius * sin(2 * pi * turn), 2), round(-radius * cos(2 * pi * turn), 2))
        for turn in (start, end)
    )
    is_large = int(end - start > 1 / 2)
    arc = f"M{from_x:g} {from_y:g}A{radius:g} {radius:g} 0 {is_large} 1 {to_x:g} {to_y:g}"
    return f"{arc}L0 0z" if is_exact else arc


def _start(sites: Sequence[Site]) -> tuple[int, tuple[float, float]]:
    """Return the closest zoom that still shows most events, and where its middle is, in percent."""
    exact = [site for site in sites if site.is_exact] or list(sites)
    wanted = _FOCUS * _events(exact)
    tried = exact[:: 1 + len(exact) // _TRIED]
    for zoom in reversed(ZOOMS):
        reach = _REACH / zoom.factor
        around = ([site for site in exact if _is_near(site, m, reach)] for m in tried)
        near = max(around, key=_events, default=[])
        if near and _events(near) >= wanted:
            return zoom.factor, _middle(near)
    return 1, (50.0, 50.0)


def _events(sites: Iterable[Site]) -> int:
    return sum(len(site.events) for site in sites)


def _is_near(site: Site, middle: Site, reach: float) -> bool:
    return all(abs(here - there) <= reach for here, there in zip(site.at, middle.at, strict=True))


def _middle(sites: Sequence[Site]) -> tuple[float, float]:
    """Return the middle of all events of some sites."""
    total = _events(sites)
    x, y = (sum(site.at[axis] * len(site.events) for site in sites) / total for axis in (0, 1))
    return round(x, 2), round(y, 2)


def _labels(sites: Sequence[Site], window: Window) -> tuple[Label, ...]:
    """Return the names that have room, with the zooms at which they have."""
    spots = [
        Spot(name=undirected(site.name), at=site.at, radius=site.radius, is_country=False)
        for site in sites
    ]
    named = {spot.name for spot in spots}
    lands = [
        Spot(name=o.name, at=window.at(*o.middle), radius=0.0, is_country=True)
        for o in read_outlines()
        if o.name not in named and window.holds(*o.middle)
    ]
    return tuple(lay_labels(spots, lands, aspect=_ASPECT))
