"""Read the flat tables of a lexicon: one TSV file in, its rows out, every fault noted.

A table is UTF-8, has one header line, and may hold `#` comment lines and empty lines.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from kg.lexicons.faults import Faults

__all__ = ["Row", "read_cells", "read_rows"]

_Member = TypeVar("_Member", bound=StrEnum)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_BOOLEANS = ("no", "yes")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table; reading a cell notes what is wrong with it and returns None then."""

    path: Path
    line: int
    cells: dict[str, str]
    faults: Faults

    def fault(self, message: str) -> None:
        """Note a fault of this line."""
        self.faults.add(self.path, self.line, message)

    def text(self, column: str) -> str:
        """Return a cell that must not be empty."""
        value = self.cells[column]
        if not value:
            self.fault(f"{column} is empty; fill it in")
        return value

    def maybe(self, column: str) -> str | None:
        """Return a cell, None where it is empty."""
        return self.cells[column] or None

    def many(self, column: str) -> tuple[str, ...]:
        """Return the values that a cell joins by semicolons."""
        return tuple(part.strip() for part in self.cells[column].split(";") if part.strip())

    def day(self, column: str) -> date | None:
        """Return an ISO date, None where there is none."""
        value = self.cells[column]
        if not value:
            return None
        try:
            return date.fromisoformat(value if _DAY.fullmatch(value) else "")
        except ValueError:
            self.fault(f"{column} {value!r} is no day; write YYYY-MM-DD")
            return None

    def span(self) -> tuple[date | None, date | None]:
        """Return the days `since` and `until`."""
        since, until = self.day("since"), self.day("until")
        if since and until and since > until:
            self.fault(f"since {since} is after until {until}; swap or mend them")
        return since, until

    def number(self, column: str, limit: float) -> float | None:
        """Return a number from -limit to limit."""
        value = self.cells[column]
        try:
            number = float(value)
        except ValueError:
            number = float("nan")
        if abs(number) <= limit:
            return number
        self.fault(f"{column} {value!r} is no number from {-limit:g} to {limit:g}")
        return None

    def boolean(self, column: str) -> bool:
        """Return a yes or no."""
        value = self.cells[column]
        if value not in _BOOLEANS:
            self.fault(f"{column} {value!r} is neither yes nor no")
        return value == "yes"

    def member(self, column: str, members: type[_Member]) -> _Member | None:
        """Return a member of a closed set, None where the cell is empty or names none."""
        value = self.cells[column]
        return self.needed(column, members) if value else None

    def needed(self, column: str, members: type[_Member]) -> _Member | None:
        """Return a member of a closed set from a cell that must not be empty."""
        value = self.cells[column]
        if value in list(members):
            return members(value)
        self.fault(f"{column} {value!r} is none of {', '.join(members)}")
        return None


def read_rows(path: Path, columns: tuple[str, ...], faults: Faults) -> Iterator[Row]:
    """Yield the rows of a table whose header must name these columns, in this order."""
    for number, cells in read_cells(path, columns, faults):
        values = (cell.strip() for cell in cells)
        yield Row(path, number, dict(zip(columns, values, strict=True)), faults)


def read_cells(
    path: Path, columns: tuple[str, ...], faults: Faults
) -> Iterator[tuple[int, list[str]]]:
    """Yield line number and bare cells of each row: the fast way, for large tables."""
    text = _read_text(path, faults)
    if text is None:
        return
    lines = _numbered_lines(text)
    number, header = next(lines, (1, ""))
    if tuple(header.split("\t")) != columns:
        faults.add(path, number, f"the header must be {', '.join(columns)}, divided by tabs")
        return
    for number, line in lines:
        cells = line.split("\t")
        if len(cells) != len(columns):
            faults.add(path, number, f"has {len(cells)} cells, not {len(columns)}; check its tabs")
            continue
        yield number, cells


def _read_text(path: Path, faults: Faults) -> str | None:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        faults.add(path, "file", f"cannot be read: {error.strerror}; check its path")
    except UnicodeDecodeError as error:
        faults.add(path, "file", f"is no UTF-8 text: {error}; save it as UTF-8")
    return None


def _numbered_lines(text: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(text.split("\n"), start=1):
        if line and not line.startswith("#") and not line.isspace():
            yield number, line
