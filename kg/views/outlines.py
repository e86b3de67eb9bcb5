"""The countries that maps are drawn with: the data file in, outlines ready for SVG out.

Outlines are in hundredths of a degree, x to the east and y to the south, and a window on them is a
view box: the projection is equirectangular, so nothing has to be computed point by point.
"""

import functools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import resources
from itertools import accumulate
from math import cos, radians

__all__ = ["Outline", "Window", "country_name", "fit_window", "read_outlines", "window_around"]

UNITS = 100  # of a degree, as in the file
_ROOM = 1.12  # width of a window over that of what it has to hold
_LEAST_DEGREES = 6.0  # of latitude: closer up, lines as coarse as ours say nothing
_POLE = 85.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Ring:
    """A closed line as an SVG path, its box in degrees: west, south, east, north."""

    path: str
    west: float
    south: float
    east: float
    north: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """One country: its alpha-3 code, "" where it has none, its name, and its rings."""

    code: str
    name: str
    rings: tuple[Ring, ...]

    @property
    def middle(self) -> tuple[float, float]:
        """Where its name may stand, as longitude and latitude: the middle of its largest ring."""
        ring = max(self.rings, key=lambda r: (r.east - r.west) * (r.north - r.south))
        return (ring.west + ring.east) / 2, (ring.south + ring.north) / 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """A part of the world, in degrees."""

    west: float
    south: float
    east: float
    north: float

    @property
    def view_box(self) -> str:
        """The window in the units of the outlines."""
        width, height = self.east - self.west, self.north - self.south
        box = (self.west, -self.north, width, height)
        return " ".join(str(round(value * UNITS)) for value in box)

    def at(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Return where a point stands, in percent of width and height from the upper left."""
        x = (longitude - self.west) / (self.east - self.west)
        y = (self.north - latitude) / (self.north - self.south)
        return round(100 * x, 3), round(100 * y, 3)

    def holds(self, longitude: float, latitude: float) -> bool:
        """Tell whether a point lies in the window."""
        return self.west < longitude < self.east and self.south < latitude < self.north

    def paths(self, outlines: Iterable[Outline]) -> Iterator[str]:
        """Yield one path for each country of which something may be seen."""
        for outline in outlines:
            path = "".join(ring.path for ring in outline.rings if self._touches(ring))
            if path:
                yield path

    def _touches(self, ring: Ring) -> bool:
        is_beside = ring.east < self.west or ring.west > self.east
        return not is_beside and ring.north > self.south and ring.south < self.north


def fit_window(points: Iterable[tuple[float, float]], *, aspect: float) -> Window:
    """Return a window that holds all points, given as longitude and latitude.

    Args:
        points: At least one point.
        aspect: Width of the drawing over its height.
    """
    found = tuple(points)
    longitudes, latitudes = zip(*found, strict=True)
    west, east, south, north = min(longitudes), max(longitudes), min(latitudes), max(latitudes)
    middle_x, middle_y = (west + east) / 2, (south + north) / 2
    narrowing = cos(radians(min(abs(middle_y), 60)))  # a degree of longitude over one of latitude
    height = max((north - south) * _ROOM, (east - west) * _ROOM * narrowing / aspect)
    height = max(height, _LEAST_DEGREES)
    half_x, half_y = height * aspect / narrowing / 2, height / 2
    # A window that would look beyond a pole is moved, not cut, so that it keeps its shape.
    middle_y = min(max(middle_y, half_y - _POLE), _POLE - half_y) if half_y < _POLE else 0.0
    return Window(
        west=middle_x - half_x,
        east=middle_x + half_x,
        south=middle_y - half_y,
        north=middle_y + half_y,
    )


def window_around(longitude: float, latitude: float, *, degrees: float, aspect: float) -> Window:
    """Return a window of so many degrees of latitude around a point."""
    half = degrees / 2 / _ROOM
    return fit_window(((longitude, latitude - half), (longitude, latitude + half)), aspect=aspect)


@functools.cache
def read_outlines() -> tuple[Outline, ...]:
    """Read the outlines of all countries.

    Example:
        >>> [outline.name for outline in read_outlines() if outline.code == "UKR"]
        ['Ukraine']
    """
    file = resources.files("kg.views") / "data" / "outlines.tsv"
    lines = file.read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    next(rows)  # the names of the columns
    return tuple(
        Outline(code=code, name=name, rings=tuple(map(_ring, rings.split(";"))))
        for code, name, rings in rows
    )


def country_name(code: str | None) -> str:
    """Return the name of a country, its code where it has no outline, "" for none."""
    return next((o.name for o in read_outlines() if code and o.code == code), code or "")


def _ring(text: str) -> Ring:
    x, y, *steps = map(int, text.split())
    xs = tuple(accumulate((x, *steps[::2])))
    ys = tuple(accumulate((y, *steps[1::2])))
    start, _, rest = text.partition(" ")
    second, _, rest = rest.partition(" ")
    return Ring(
        path=f"M{start} {second}l{rest}z",
        west=min(xs) / UNITS,
        east=max(xs) / UNITS,
        south=-max(ys) / UNITS,
        north=-min(ys) / UNITS,
    )
