"""Labels that do not cover each other: boxes enter one by one, those with room are kept."""

from collections.abc import Iterator
from dataclasses import dataclass, field

__all__ = ["Room"]

_CHAR = 0.56  # mean width of a character over the size of the font

Box = tuple[float, float, float, float]
Spot = tuple[float, float, str]


@dataclass(slots=True, kw_only=True)
class Room:
    """The free room of a picture: `taken` grows with every label that is placed."""

    width: float
    height: float
    taken: list[Box] = field(default_factory=list)

    def block(self, x: float, y: float, radius: float) -> None:
        """Keep a disc free of labels."""
        self.taken.append((x - radius, y - radius, x + radius, y + radius))

    def find(self, text: str, x: float, y: float, *, radius: float, size: float) -> Spot | None:
        """Return where a label beside a point stands and its anchor, None if there is no room."""
        for spot in _spots(x, y, radius, size):
            box = _box(text, spot, size)
            if self._is_free(box):
                self.taken.append(box)
                return spot
        return None

    def _is_free(self, box: Box) -> bool:
        left, top, right, bottom = box
        if left < 0 or top < 0 or right > self.width or bottom > self.height:
            return False
        return all(
            right <= other[0] or left >= other[2] or bottom <= other[1] or top >= other[3]
            for other in self.taken
        )


def _spots(x: float, y: float, radius: float, size: float) -> Iterator[Spot]:
    """Yield places for a label, the best first: right, left, below, above, then the corners."""
    off, middle = radius + 3, y + size * 0.35
    yield x + off, middle, "start"
    yield x - off, middle, "end"
    yield x, y + off + size * 0.9, "middle"
    yield x, y - off - size * 0.2, "middle"
    for below in (off, -off + size * 0.6):
        yield x + off * 0.7, y + below, "start"
        yield x - off * 0.7, y + below, "end"


def _box(text: str, spot: Spot, size: float) -> Box:
    x, y, anchor = spot
    width = len(text) * size * _CHAR
    left = {"start": x, "end": x - width, "middle": x - width / 2}[anchor]
    return left, y - size * 0.8, left + width, y + size * 0.25
