"""One value of a table cell: what is not known is None, never "" or 0."""

from collections.abc import Iterable
from datetime import date

__all__ = ["iso", "joined", "one_line"]

SEPARATOR = ";"


def joined(values: Iterable[str | None]) -> str | None:
    """Return several values as one cell, None where none is known.

    A `;` inside a value becomes `,`; an unknown value keeps its position and is empty.

    Example:
        >>> joined(["SYR", None, "IRQ"]), joined([None]), joined(["a;b", "c"])
        ('SYR;;IRQ', None, 'a,b;c')
    """
    cells = [(value or "").replace(SEPARATOR, ",") for value in values]
    return SEPARATOR.join(cells) if any(cells) else None


def iso(day: date | None) -> str | None:
    """Return a day as `YYYY-MM-DD`."""
    return day.isoformat() if day else None


def one_line(text: str) -> str:
    """Return a text with every run of white space as one blank."""
    return " ".join(text.split())
