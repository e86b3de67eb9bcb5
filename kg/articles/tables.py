"""CSV and TSV: one article a row, columns found by name, read row by row."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from kg.articles.drafts import Draft, OpenInput
from kg.articles.fields import find_columns, make_draft, missing_columns
from kg.articles.lines import Line, iter_lines, mend
from kg.articles.options import ReadOptions
from kg.articles.skips import SkipReason
from kg.model import Skip

__all__ = ["read_table"]

_DELIMITERS = ",\t;|"
_EXCEL_HINT = "sep="
"""Excel writes `sep=;` above the header of a table whose delimiter is not the usual one."""
_END = "; nothing below it was read"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    where: str
    values: list[str]


def read_table(opened: OpenInput, options: ReadOptions) -> Iterator[Draft | Skip]:
    """Yield the articles of a table; its first row names the columns."""
    lines = (
        line
        for line in iter_lines(opened.stream, longest=options.max_bytes)
        if line.number > 1 or not line.text.lower().startswith(_EXCEL_HINT)
    )
    first = next(lines, None)
    if first is None:
        return
    delimiter = _find_delimiter(first.text, options)
    rows = _iter_rows(opened.where, chain([first], lines), delimiter, options)
    header = next(rows, None)
    if isinstance(header, Skip):
        yield header
    elif header is not None:
        yield from _read_rows(opened.where, header.values, rows, options)


def _find_delimiter(header: str, options: ReadOptions) -> str:
    """Return the delimiter under which the header names most of an article's fields."""

    def fitness(delimiter: str) -> tuple[bool, int, int]:
        try:
            names = _next_row(csv.reader([header], delimiter=delimiter), options.max_bytes)
        except csv.Error:
            return False, 0, 0
        found = find_columns(names, options)
        return "text" in found, len(found), len(names)

    return max(_DELIMITERS, key=fitness)


def _read_rows(
    where: str, names: list[str], rows: Iterator[_Row | Skip], options: ReadOptions
) -> Iterator[Draft | Skip]:
    columns = find_columns(names, options)
    if "text" not in columns or not columns.keys() >= options.columns.keys():
        detail = missing_columns(names, options)
        yield Skip(where=where, reason=SkipReason.BAD_COLUMNS, detail=detail)
        return
    for row in rows:
        if isinstance(row, Skip):
            yield row
        elif any(value.strip() for value in row.values[len(names) :]):
            detail = (
                f"{len(row.values)} values under {len(names)} columns;"
                " put quotes around a text that holds the delimiter"
            )
            yield Skip(where=row.where, reason=SkipReason.BROKEN_ROW, detail=detail)
        else:
            # Backwards, so that of two columns of one name the first counts.
            cells = dict(reversed(list(zip(names, row.values, strict=False))))
            yield make_draft(row.where, columns, cells.get)


def _iter_rows(
    where: str, lines: Iterator[Line], delimiter: str, options: ReadOptions
) -> Iterator[_Row | Skip]:
    """Yield the rows that hold anything; below a row without end, rows cannot be told apart."""
    taken: list[Line] = []  # the lines of the row at hand
    is_over = False  # set while a row still asks for more: a quote of it is open

    def feed() -> Iterator[str]:
        nonlocal is_over
        for line in lines:
            taken.append(line)
            if line.is_too_long:
                raise csv.Error
            yield line.text
        is_over = True

    reader = csv.reader(feed(), delimiter=delimiter)
    while True:
        taken.clear()
        try:
            values = _next_row(reader, options.max_bytes)
        except StopIteration:
            return
        except csv.Error:
            detail = f"more than {options.max_bytes:,} characters in one text{_END}"
            yield Skip(where=_place(where, taken), reason=SkipReason.TOO_LARGE, detail=detail)
            return
        if is_over:
            detail = f"a quote that is never closed{_END}"
            yield Skip(where=_place(where, taken), reason=SkipReason.BROKEN_ROW, detail=detail)
            return
        if values:
            yield _mended(_place(where, taken), values)


def _place(where: str, taken: list[Line]) -> str:
    return f"{where}:{taken[0].number}"


def _mended(where: str, values: list[str]) -> _Row | Skip:
    try:
        return _Row(where=where, values=[mend(value) for value in values])
    except UnicodeError:
        detail = "neither UTF-8 nor Windows-1252; save the table as UTF-8"
        return Skip(where=where, reason=SkipReason.WRONG_ENCODING, detail=detail)


def _next_row(reader: Iterator[list[str]], limit: int) -> list[str]:
    """Return the next row; the module's own limit, one for the whole process, is lifted for it."""
    usual = csv.field_size_limit(limit)
    try:
        return next(reader)
    finally:
        csv.field_size_limit(usual)
