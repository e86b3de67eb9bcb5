"""Tables as CSV for spreadsheets: rows enter, lines leave, and no text is taken for a formula."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence

from kg.graph.terms import clean

__all__ = ["BYTE_ORDER_MARK", "csv_line", "guarded", "iter_csv"]

BYTE_ORDER_MARK = "\ufeff"  # without it Excel reads UTF-8 as the code page of the machine

# What makes a spreadsheet take a text for a formula (OWASP, "CSV Injection"), wide forms included:
# at the beginning of a cell, and behind what an Excel of other countries takes for the end of one:
# there `;` parts cells, and quotes that do not begin a cell hold nothing together.
_FORMULA = re.compile(r"\A(?=[\t\r\n]) | (?:\A | (?<=[;\t\r\n])) (?=[=+\-@＝＋－＠])", re.VERBOSE)


def iter_csv(columns: Sequence[str], rows: Iterable[Iterable[object]]) -> Iterator[str]:
    """Yield a table as CSV that opens in Excel: the header, then a line a row.

    Args:
        columns: Names of the columns.
        rows: Values; None is an empty cell.
    """
    yield BYTE_ORDER_MARK + csv_line(columns)
    for row in rows:
        yield csv_line([guarded(value) for value in row])


def guarded(value: object) -> str:
    """Return a value as a cell: what is not known is empty, and no text is a formula.

    Example:
        >>> guarded("=1+1"), guarded("a;=1"), guarded(-1), guarded(None)
        ("'=1+1", "a;'=1", '-1', '')
    """
    if value is None:
        return ""
    if not isinstance(value, str):
        return str(value)
    safe = _FORMULA.sub("'", clean(value))
    return safe.replace("\r\n", "\n").replace("\r", "\n")


def csv_line(cells: Sequence[str]) -> str:
    """Return one line of CSV."""
    file = io.StringIO()
    csv.writer(file, lineterminator="\n").writerow(cells)
    return file.getvalue()
