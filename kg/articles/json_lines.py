"""JSON lines: one object a line, one article an object; a broken line costs that line alone."""

import functools
import json
from collections.abc import Callable, Iterator
from typing import Any

from kg.articles.drafts import Draft, OpenInput
from kg.articles.fields import Columns, find_columns, make_draft, missing_columns
from kg.articles.lines import Line, iter_lines, mend
from kg.articles.options import ReadOptions
from kg.articles.skips import SkipReason
from kg.model import Skip

__all__ = ["read_json_lines"]

_NAME_KEYS = ("name", "main")
"""Where an object given in place of a word keeps it: {"source": {"id": 1, "name": "AFP"}}."""
_LAYOUTS = 64  # sets of keys remembered; a file has few


def read_json_lines(opened: OpenInput, options: ReadOptions) -> Iterator[Draft | Skip]:
    """Yield the articles of a stream of JSON lines as they come; blank lines count for nothing."""
    columns = functools.lru_cache(maxsize=_LAYOUTS)(lambda keys: find_columns(keys, options))
    for line in iter_lines(opened.stream, longest=options.max_bytes):
        where = f"{opened.where}:{line.number}"
        if not line.text.strip("\ufeff \t\r\n"):
            continue
        if line.number == 1 and line.text.lstrip().startswith("["):
            detail = "a JSON array; write one object a line"
            yield Skip(where=opened.where, reason=SkipReason.BROKEN_JSON, detail=detail)
            return
        yield _read_line(line, where, columns, options)


def _read_line(
    line: Line, where: str, columns: Callable[[tuple[str, ...]], Columns], options: ReadOptions
) -> Draft | Skip:
    if line.is_too_long:
        detail = f"a line of more than {options.max_bytes:,} characters"
        return Skip(where=where, reason=SkipReason.TOO_LARGE, detail=detail)
    try:
        record = json.loads(mend(line.text))
    except UnicodeError:
        detail = "neither UTF-8 nor Windows-1252; save it as UTF-8"
        return Skip(where=where, reason=SkipReason.WRONG_ENCODING, detail=detail)
    except (ValueError, RecursionError) as error:
        return Skip(where=where, reason=SkipReason.BROKEN_JSON, detail=_message(error))
    if not isinstance(record, dict):
        detail = "not an object with the fields of an article"
        return Skip(where=where, reason=SkipReason.BROKEN_JSON, detail=detail)
    found = columns(tuple(record))
    if "text" not in found:
        detail = missing_columns(record, options)
        return Skip(where=where, reason=SkipReason.NO_TEXT, detail=detail)
    return make_draft(where, found, lambda key: _words(record[key]))


def _message(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg} at column {error.colno}"
    return (
        "nested too deeply" if isinstance(error, RecursionError) else "a number of too many digits"
    )


def _words(value: Any) -> str | None:
    """Return a JSON value as words; numbers are written out, other kinds have none."""
    if isinstance(value, dict):
        value = next((value[key] for key in _NAME_KEYS if key in value), None)
    if isinstance(value, bool):
        return None
    return str(value) if isinstance(value, str | int | float) else None
