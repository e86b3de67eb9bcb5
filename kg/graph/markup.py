"""Values as HTML for notebooks: texts of articles enter, markup leaves in which none is markup."""

import html
from collections.abc import Iterable, Sequence

from kg.graph.terms import clean

__all__ = ["MAX_ROWS", "escaped", "html_table"]

MAX_CELL = 400  # characters of one cell; the record has the rest
MAX_WORD = 32  # characters of what is not broken into lines
MAX_ROWS = 50  # a cell's output is stored in the notebook, so it stays small

# Notebooks set every cell of a table to the right, which suits numbers alone.
_LEFT = ' style="text-align: left"'
_UNBROKEN = ' style="text-align: left; white-space: nowrap"'


def escaped(value: object, *, limit: int | None = None) -> str:
    """Return a value as text that no parser of HTML or XML takes for markup; None is "".

    Args:
        value: Any value; `str` is taken of it.
        limit: Characters after which a text is cut.

    Example:
        >>> escaped("<b>"), escaped("a long text", limit=6), escaped(None)
        ('&lt;b&gt;', 'a long…', '')
    """
    text = "" if value is None else clean(str(value))
    cut = f"{text[:limit]}…" if limit is not None and len(text) > limit else text
    return html.escape(cut)


def html_table(
    columns: Sequence[str], rows: Iterable[Sequence[object]], *, total: int | None = None
) -> str:
    """Return a table of at most 50 rows; a line below says how many there are if not all.

    Args:
        columns: Names of the columns; none: no header.
        rows: Values; those that are no numbers stand to the left.
        total: How many rows there would be, if they are cut already.

    Example:
        >>> html_table(["n"], [[1]])
        '<table><thead><tr><th>n</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>'
    """
    listed = list(rows)
    head = "".join(
        f"<th{_side(listed, at)}>{escaped(name)}</th>" for at, name in enumerate(columns)
    )
    body = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in listed[:MAX_ROWS])
    shown = f"<thead><tr>{head}</tr></thead>" if columns else ""
    table = f"<table>{shown}<tbody>{body}</tbody></table>"
    return table + _rest(min(len(listed), MAX_ROWS), total if total is not None else len(listed))


def _cell(value: object) -> str:
    style = "" if _is_number(value) else _UNBROKEN if _is_a_word(value) else _LEFT
    return f"<td{style}>{escaped(value, limit=MAX_CELL)}</td>"


def _side(rows: Sequence[Sequence[object]], at: int) -> str:
    return _LEFT * (not rows or not _is_number(rows[0][at]))


def _is_a_word(value: object) -> bool:
    """Tell whether a value is a day, an id, or the like, which is hard to read over two lines."""
    text = str(value)
    return len(text) <= MAX_WORD and not any(character.isspace() for character in text)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _rest(shown: int, total: int) -> str:
    return f"<p>… {shown} of {total:,} rows</p>" if shown < total else ""
