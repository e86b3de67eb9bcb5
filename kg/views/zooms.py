"""How far drawings can be zoomed into; at each zoom the drawing is so many times as wide."""

from dataclasses import dataclass

__all__ = ["WIDTH_PX", "ZOOMS", "Zoom"]

WIDTH_PX = 1180
"""The width of a drawing on a usual screen, for which names and marks are kept apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Zoom:
    """One step: how many times as wide as the screen."""

    factor: int
    label: str


ZOOMS = tuple(Zoom(factor=factor, label=f"{factor}×") for factor in (1, 2, 4, 8, 16))
"""The steps, each twice the one before; zooms.css knows them too."""
