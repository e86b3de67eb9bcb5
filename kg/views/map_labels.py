"""Names on a map: spots in, the names that have room at each zoom out."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from kg.views.zooms import WIDTH_PX, ZOOMS

__all__ = ["Label", "Spot", "lay_labels"]

_CHAR_PX = 7.4
_LINE_PX = 16.0
_GAP_PX = 5.0

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """What may be named: a dot, or the middle of a country, `at` in percent."""

    name: str
    at: tuple[float, float]
    radius: float
    is_country: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A name, `shift` pixels off its spot, and the zooms at which it stands there."""

    name: str
    at: tuple[float, float]
    shift: tuple[float, float]
    anchor: str
    is_country: bool
    zooms: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Try:
    """A way to put a name: how far off its spot, and which of its points stands there."""

    anchor: str
    x: float
    y: float


@dataclass(slots=True, kw_only=True)
class _Sheet:
    """What is taken at one zoom, in boxes of pixels, found by the lines that they touch."""

    lines: dict[int, list[tuple[int, Box]]] = field(default_factory=dict)

    def add(self, owner: int, box: Box) -> None:
        for line in _lines(box):
            self.lines.setdefault(line, []).append((owner, box))

    def has_room(self, owner: int, box: Box) -> bool:
        return not any(
            owner != other and _touch(box, taken)
            for line in _lines(box)
            for other, taken in self.lines.get(line, ())
        )


def lay_labels(
    spots: Sequence[Spot], countries: Iterable[Spot], *, aspect: float
) -> Iterator[Label]:
    """Yield the names that cover no dot and no other name, each at the zooms where it has room.

    Args:
        spots: The dots, the most important first.
        countries: Countries, which give way to dots.
        aspect: Width of the map over its height.
    """
    wanted = (*spots, *countries)
    found: dict[tuple[int, _Try], list[int]] = {}
    for zoom in ZOOMS:
        width = WIDTH_PX * zoom.factor
        scale = (width / 100, width / aspect / 100)
        sheet = _Sheet()
        for number, spot in enumerate(spots):
            sheet.add(number, _around(spot, scale))
        for number, spot in enumerate(wanted):
            for way in _ways(spot):
                box = _box(spot, way, scale)
                if sheet.has_room(number, box):
                    sheet.add(number, box)
                    found.setdefault((number, way), []).append(zoom.factor)
                    break
    for (number, way), zooms in sorted(found.items(), key=lambda item: item[0][0]):
        yield _label(wanted[number], way, tuple(zooms))


def _label(spot: Spot, way: _Try, zooms: tuple[int, ...]) -> Label:
    return Label(
        name=spot.name,
        at=spot.at,
        shift=(way.x, way.y),
        anchor=way.anchor,
        is_country=spot.is_country,
        zooms=zooms,
    )


def _ways(spot: Spot) -> tuple[_Try, ...]:
    """Return where a name may stand: right of its dot if it can, else left, above or below."""
    if spot.is_country:
        return (_Try(anchor="middle", x=0.0, y=0.0),)
    off = round(spot.radius + _GAP_PX, 1)
    below = round(spot.radius + _GAP_PX / 2 + _LINE_PX / 2, 1)
    return (
        _Try(anchor="start", x=off, y=0.0),
        _Try(anchor="end", x=-off, y=0.0),
        _Try(anchor="middle", x=0.0, y=-below),
        _Try(anchor="middle", x=0.0, y=below),
    )


def _around(spot: Spot, scale: tuple[float, float]) -> Box:
    x, y = spot.at[0] * scale[0], spot.at[1] * scale[1]
    return x - spot.radius, y - spot.radius, x + spot.radius, y + spot.radius


def _box(spot: Spot, way: _Try, scale: tuple[float, float]) -> Box:
    width = len(spot.name) * _CHAR_PX
    start = {"start": 0.0, "middle": width / 2, "end": width}[way.anchor]
    x = spot.at[0] * scale[0] + way.x - start
    y = spot.at[1] * scale[1] + way.y
    return x, y - _LINE_PX / 2, x + width, y + _LINE_PX / 2


def _lines(box: Box) -> range:
    return range(int(box[1] // _LINE_PX), int(box[3] // _LINE_PX) + 1)


def _touch(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
