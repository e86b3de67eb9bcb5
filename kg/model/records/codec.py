"""Field by field: a frozen dataclass to a plain dictionary, and back by its annotations."""

import functools
import json
import re
import types
import typing
from collections.abc import Hashable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Any, TypeAlias, TypeVar

__all__ = ["Record", "decode", "dumps", "encode"]

Record: TypeAlias = dict[str, Any]
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
    hints = _hints(cls)  # type: ignore[arg-type]  # mypy takes no type[T] for hashable
    return cls(**{name: _value(hint, record[name]) for name, hint in hints.items()})


@functools.cache
def _hints(cls: Hashable) -> Mapping[str, Any]:
    return MappingProxyType(typing.get_type_hints(cls))


def _value(hint: Any, value: Any) -> Any:
    if value is None:
        return None
    origin = typing.get_origin(hint)
    if origin is types.UnionType:  # only `X | None` occurs
        return _value(typing.get_args(hint)[0], value)
    if origin is tuple:
        item = typing.get_args(hint)[0]
        return tuple(_value(item, part) for part in value)
    if isinstance(hint, type) and is_dataclass(hint):
        return decode(hint, value)
    if hint is date:
        return date.fromisoformat(value)
    return hint(value) if issubclass(hint, StrEnum) else value
