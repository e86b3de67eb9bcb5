"""Tables in pages: rows that are sorted and cut, with the addresses of other orders and pages."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeAlias, TypeVar

from kg.views.serving.wishes import Wishes, address

__all__ = ["PAGE_ROWS", "Column", "Heading", "Leaf", "leaf_of", "sort_rows"]

PAGE_ROWS = 50

Row = TypeVar("Row")
Key: TypeAlias = Callable[[Any], Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: its heading, what it is sorted by, and whether it holds numbers.

    One that `is_down` is sorted from the largest down at first; a table is sorted by its default
    column where nobody says.
    """

    label: str
    key: Key | None = None
    is_amount: bool = False
    is_down: bool = False
    is_default: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """The head of a column: where it leads to be sorted by, and how it is sorted now."""

    label: str
    path: str
    order: str
    is_amount: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf(Generic[Row]):
    """One page of a table."""

    rows: tuple[Row, ...]
    total: int
    number: int
    pages: int
    headings: tuple[Heading, ...]
    before: str
    after: str

    @property
    def first(self) -> int:
        """The number of its first row, from 1."""
        return (self.number - 1) * PAGE_ROWS + 1


def sort_rows(rows: Sequence[Row], columns: Mapping[str, Column], wishes: Wishes) -> list[Row]:
    """Return rows in the order that is asked for; those without a value come last.

    Args:
        rows: The rows, in the order of their ids, which decides where values are equal.
        columns: The columns by name.
        wishes: What is asked for.
    """
    name, is_down = _order(columns, wishes)
    key: Key = columns[name].key or (lambda row: None)
    known = [row for row in rows if key(row) is not None]
    unknown = [row for row in rows if key(row) is None]
    return [*sorted(known, key=key, reverse=is_down), *unknown]


def leaf_of(
    path: str, rows: Sequence[Row], columns: Mapping[str, Column], wishes: Wishes
) -> Leaf[Row]:
    """Return the page that is asked for of sorted rows."""
    pages = max(1, -(-len(rows) // PAGE_ROWS))
    number = wishes.number("page", most=pages)
    start = (number - 1) * PAGE_ROWS
    return Leaf(
        rows=tuple(rows[start : start + PAGE_ROWS]),
        total=len(rows),
        number=number,
        pages=pages,
        headings=tuple(_heading(path, name, columns, wishes) for name in columns),
        before=address(path, wishes, page=number - 1) if number > 1 else "",
        after=address(path, wishes, page=number + 1) if number < pages else "",
    )


def _order(columns: Mapping[str, Column], wishes: Wishes) -> tuple[str, bool]:
    known = [name for name, column in columns.items() if column.key]
    default = next(name for name in known if columns[name].is_default)
    name = wishes.choice("sort", known) or default
    order = wishes.choice("order", ("up", "down"))
    return name, columns[name].is_down if order is None else order == "down"


def _heading(path: str, name: str, columns: Mapping[str, Column], wishes: Wishes) -> Heading:
    column = columns[name]
    sorted_by, is_down = _order(columns, wishes)
    now = ("down" if is_down else "up") if name == sorted_by else ""
    turned = {"down": "up", "up": "down", "": "down" if column.is_down else "up"}[now]
    return Heading(
        label=column.label,
        path=address(path, wishes, sort=name, order=turned, page=None) if column.key else "",
        order=now,
        is_amount=column.is_amount,
    )
