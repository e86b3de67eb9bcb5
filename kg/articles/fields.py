"""Finds the fields of an article among the columns of a table or the keys of a JSON object."""

import functools
import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from kg.articles.drafts import Draft
from kg.articles.normalising import one_line
from kg.articles.options import FIELDS, ReadOptions

__all__ = ["Columns", "find_columns", "make_draft", "missing_columns"]

Columns = dict[str, tuple[str, ...]]
"""Field to the columns that may hold it, the likeliest first; fields without any are absent."""

_DATA = Path(__file__).with_name("fields.toml")
_NOT_NAME = re.compile(r"[\W_]+")
_SHOWN_COLUMNS = 20
_SHOWN_CHARS = 40


def find_columns(names: Iterable[str], options: ReadOptions) -> Columns:
    """Return where each field stands, by the caller's word or else by the usual names.

    Args:
        names: Columns of the table, or keys of the object.
        options: Its `columns` say where a field is; the usual names of that field then count no
            longer.

    Example:
        >>> find_columns(["Headline", "Publish Date", "BODY", "clicks"], ReadOptions())
        {'text': ('BODY',), 'published': ('Publish Date',), 'title': ('Headline',)}
    """
    named: dict[str, str] = {}
    for name in names:
        named.setdefault(_fold(name), name)
    found = {}
    for field in FIELDS:
        wanted = (options.columns[field],) if field in options.columns else _usual_names()[field]
        if columns := tuple(named[_fold(name)] for name in wanted if _fold(name) in named):
            found[field] = columns
    return found


def make_draft(where: str, columns: Columns, get: Callable[[str], str | None]) -> Draft:
    """Return the draft that a record makes; of several columns for a field, the first one filled.

    Args:
        where: The record's place.
        columns: Where each field stands.
        get: Returns the record's value in a column, None or blank where it has none.
    """

    def first(field: str) -> str | None:
        values = (get(column) for column in columns.get(field, ()))
        return next((value for value in values if value and not value.isspace()), None)

    text = first("text") or ""
    return Draft(where=where, text=text, **{f: first(f) for f in FIELDS if f != "text"})


def missing_columns(names: Iterable[str], options: ReadOptions) -> str:
    """Return the words that say which columns there are, and which one was looked for."""
    names = list(names)
    shown = [repr(one_line(name)[:_SHOWN_CHARS]) for name in names[:_SHOWN_COLUMNS]]
    more = f" and {len(names) - len(shown)} more" if len(names) > len(shown) else ""
    folded = {_fold(name) for name in names}
    wanted = {"text": "text (or body, content, …)", **options.columns}
    missing = [name for name in wanted.values() if _fold(name) not in folded]
    advice = "say which column holds the text"
    return f"no column {', '.join(missing)}; found {', '.join(shown) or 'none'}{more}; {advice}"


def _fold(name: str) -> str:
    return _NOT_NAME.sub("", name.casefold())


@functools.cache
def _usual_names() -> Mapping[str, tuple[str, ...]]:
    data = tomllib.loads(_DATA.read_text(encoding="utf-8"))
    return {field: tuple(data[field]) for field in FIELDS}
