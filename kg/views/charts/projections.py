"""The earth on a plane: degrees in, pixels out, with the outlines and degrees of a window.

The projection is equirectangular, true to scale along the middle latitude: plain, and good enough
for a picture whose places are towns.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil, cos, radians

from kg.views.outlines import UNITS, Window, read_outlines

__all__ = ["Projection", "meridians", "parallels"]

Point = tuple[float, float]

_LEAST_DEGREES = 4.0  # a lone town is shown with some land around it
_MARGIN = 0.09  # of the window's side, free on each side
_LOWEST_PX, _HIGHEST_PX = 300.0, 470.0
_STEPS = (0.5, 1, 2, 5, 10, 20, 30, 45)
_MOST_LINES = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Projection:
    """A window of the earth: its corner in degrees, its scale, and where it stands in pixels."""

    west: float
    north: float
    across: float
    down: float
    width: float
    height: float
    top: float

    @classmethod
    def around(cls, points: Sequence[Point], *, width: float, top: float) -> "Projection":
        """Return the window that shows all points (longitude, latitude), as large as there is room.

        Args:
            points: What must be seen; none: the whole earth.
            width: Pixels from left to right.
            top: Pixels above.
        """
        longitudes, latitudes = zip(*(points or [(-170.0, -55.0), (170.0, 75.0)]), strict=True)
        middle_x, middle_y = _middle(longitudes), _middle(latitudes)
        flat = cos(radians(min(abs(middle_y), 75.0)))
        wide, tall = _span(longitudes), _span(latitudes)
        down = min(width / (wide * flat), _HIGHEST_PX / tall)
        height = min(max(tall * down, _LOWEST_PX), _HIGHEST_PX)
        return cls(
            west=middle_x - width / (down * flat) / 2,
            north=middle_y + height / down / 2,
            across=down * flat,
            down=down,
            width=width,
            height=height,
            top=top,
        )

    @property
    def east(self) -> float:
        """Longitude of the right edge."""
        return self.west + self.width / self.across

    @property
    def south(self) -> float:
        """Latitude of the lower edge."""
        return self.north - self.height / self.down

    def point(self, longitude: float, latitude: float) -> Point:
        """Return where a point of the earth stands, in pixels."""
        return (
            (longitude - self.west) * self.across,
            self.top + (self.north - latitude) * self.down,
        )

    def land(self) -> Iterator[str]:
        """Yield the outlines of the countries that the window may show, in their own units."""
        window = Window(west=self.west, south=self.south, east=self.east, north=self.north)
        yield from window.paths(read_outlines())

    @property
    def transform(self) -> str:
        """What turns the units of the outlines into pixels, as SVG writes it."""
        across, down = self.across / UNITS, self.down / UNITS
        left, above = -self.west * self.across, self.top + self.north * self.down
        return f"matrix({across:.5f} 0 0 {down:.5f} {left:.2f} {above:.2f})"


def meridians(projection: Projection) -> Iterator[tuple[float, str]]:
    """Yield the meridians of a window: pixels from the left, and words."""
    for degree in _lines(projection.west, projection.east):
        if -180 <= degree <= 180:
            yield projection.point(degree, 0)[0], _words(degree, "E", "W")


def parallels(projection: Projection) -> Iterator[tuple[float, str]]:
    """Yield the parallels of a window: pixels from above, and words."""
    for degree in _lines(projection.south, projection.north):
        if -90 <= degree <= 90:
            yield projection.point(0, degree)[1], _words(degree, "N", "S")


def _middle(values: Sequence[float]) -> float:
    return (min(values) + max(values)) / 2


def _span(values: Sequence[float]) -> float:
    return max((max(values) - min(values)) * (1 + 2 * _MARGIN), _LEAST_DEGREES)


def _lines(low: float, high: float) -> Iterator[float]:
    step = next((s for s in _STEPS if (high - low) / s <= _MOST_LINES), _STEPS[-1])
    degree = ceil(low / step) * step
    while degree <= high:
        yield degree
        degree += step


def _words(degree: float, above: str, below: str) -> str:
    side = above if degree > 0 else below if degree < 0 else ""
    return f"{abs(degree):g}°{side}"
