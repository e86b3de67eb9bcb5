"""Field by field: a frozen dataclass to a plain dictionary, and back by its annotations."""

import functools
import json
import re
import types
import typing
from collections.abc import Callable, Hashable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import StrEnum
from typing import Any, TypeAlias, TypeVar

__all__ = ["Record", "decode", "dumps", "encode"]

Record: TypeAlias = dict[str, Any]
Read: TypeAlias = Callable[[Any], Any]
T = TypeVar("T")

# Lone surrogates cannot be encoded; some characters end a line for readers of JSON lines; controls
# and marks of direction steer a terminal.
_UNSAFE = re.compile("[\ud800-\udfff\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def dumps(record: Mapping[str, Any]) -> str:
    """Return a record as one line of compact JSON, its keys in the record's own order.

    Example:
        >>> dumps({"name": "Łódź", "aliases": []})
        '{"name":"Łódź","aliases":[]}'
    """
    line = json.dumps(record, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return _UNSAFE.sub(lambda match: f"\\u{ord(match.group()):04x}", line)


def encode(value: Any) -> Any:
    """Return a value as JSON knows it: dataclasses by field name, dates in ISO form."""
    if is_dataclass(value):
        return {field.name: encode(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [encode(item) for item in value]
    if isinstance(value, StrEnum):
        return str(value)
    return value.isoformat() if isinstance(value, date) else value


def decode(cls: type[T], record: Mapping[str, Any]) -> T:
    """Return the dataclass that a record was made of.

    Raises:
        KeyError: If the record lacks a field.
        ValueError: If a code or a date is none.
    """
    made: T = _reader(cls)(record)  # type: ignore[arg-type]  # mypy takes no type[T] for hashable
    return made


@functools.cache
def _reader(hint: Hashable) -> Read:
    """Return what makes a value of a type from what JSON has of it, found once for each type."""
    if isinstance(hint, types.UnionType):  # only `X | None` occurs
        return _optional(_reader(typing.get_args(hint)[0]))
    if typing.get_origin(hint) is tuple:
        item = _reader(typing.get_args(hint)[0])
        return tuple if item is _as_it_is else lambda values: tuple([item(each) for each in values])
    if is_dataclass(hint):
        return _record_reader(hint)
    if hint is date:
        return date.fromisoformat
    return hint if isinstance(hint, type) and issubclass(hint, StrEnum) else _as_it_is


def _optional(read: Read) -> Read:
    if read is _as_it_is:
        return read
    return lambda value: None if value is None else read(value)


def _record_reader(cls: Callable[..., Any]) -> Read:
    readers = {name: _reader(hint) for name, hint in typing.get_type_hints(cls).items()}
    plain = [name for name, read in readers.items() if read is _as_it_is]
    others = [(name, read) for name, read in readers.items() if read is not _as_it_is]

    def read_record(record: Mapping[str, Any]) -> Any:
        values = {name: record[name] for name in plain}
        for name, read in others:
            values[name] = read(record[name])
        return cls(**values)

    return read_record


def _as_it_is(value: Any) -> Any:
    return value
