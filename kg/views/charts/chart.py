"""A picture that shows itself in a notebook, and the frame that all pictures share.

Notebooks show SVG as an image, so nothing in it can run, and the same picture is seen where
scripts are not allowed, as in a code forge's view of a notebook.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.errors import ViewError
from kg.graph.markup import escaped
from kg.views.charts.marks import element, label
from kg.views.styles import QUAD_STYLES

__all__ = ["INK", "LINE", "MUTED", "PAPER", "WIDTH", "Chart", "frame", "legend"]

WIDTH = 860
INK, MUTED, LINE, PAPER = "#17202b", "#5b6672", "#d5dbe1", "#ffffff"

_FONT = "-apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"
_SWATCH_STEP = 13.0  # pixels from a colour of the legend to its label
_CHAR_PX = 6.3  # mean width of a character of 12 px


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A picture: its SVG, and what it shows in a line of text."""

    svg: str
    told: str

    def write(self, path: str | Path) -> Path:
        """Write the picture to an SVG file and return its path.

        Raises:
            ViewError: If the file cannot be written.
        """
        target = Path(path)
        try:
            target.write_text(self.svg, encoding="utf-8", newline="\n")
        except OSError as error:
            raise ViewError(
                f"{target}: the picture cannot be written ({error.strerror})"
            ) from error
        return target

    def __repr__(self) -> str:
        return f"<Chart: {self.told}>"

    def _repr_svg_(self) -> str:
        return self.svg


def frame(
    parts: Iterable[str], *, title: str, told: str, notes: Iterable[str], height: float
) -> Chart:
    """Return a picture of its parts, with a title above and notes below.

    Args:
        parts: Elements, drawn in their order.
        title: Heading.
        told: What the picture shows, for those who cannot see it.
        notes: Lines below: what was left out, and how to read it.
        height: Pixels of the picture without the notes.
    """
    lines = list(notes)
    whole = height + 10 + 17 * len(lines)
    inner = (
        element("title", escaped(told)),
        element("rect", width=WIDTH, height=whole, fill=PAPER),
        label(title, x=14, y=26, size=16, fill=INK, weight=600),
        *parts,
        *(label(note, x=14, y=height + 12 + 17 * at, size=11.5) for at, note in enumerate(lines)),
    )
    svg = element(
        "svg",
        *inner,
        xmlns="http://www.w3.org/2000/svg",
        width=WIDTH,
        height=whole,
        viewBox=f"0 0 {WIDTH} {whole:g}",
        role="img",
        font_family=_FONT,
    )
    return Chart(svg=svg, told=told)


def legend(counts: Mapping[int, int], *, y: float) -> str:
    """Return the colours of the quads that occur, each with its number, in one line."""
    x, parts = 14.0, list[str]()
    for quad, style in QUAD_STYLES.items():
        if counts.get(quad):
            words = f"{style.label} {counts[quad]:,}"
            parts.append(element("rect", x=x, y=y - 9, width=10, height=10, fill=style.line, rx=2))
            parts.append(label(words, x=x + _SWATCH_STEP + 2, y=y, size=12, fill=INK))
            x += _SWATCH_STEP + len(words) * _CHAR_PX + 20
    return "".join(parts)
