"""How values are named in help and reference, and days as people write them."""

import typing
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import MappingProxyType, UnionType
from typing import Any

import typer
from typer.models import OptionInfo

__all__ = ["day_option", "name_values", "value_type"]

DAY = "YYYY-MM-DD"
NAMES = MappingProxyType({str: "TEXT", int: "NUMBER", float: "NUMBER", Path: "PATH", date: DAY})


def day_option(help_text: str) -> Any:
    """Return an option that takes a day and knows no other way to write one than ISO's."""
    return typer.Option(parser=_read_day, metavar=DAY, help=help_text)


def _read_day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        message = f"{text!r} is no day; write it as {DAY}, such as 2024-03-05"
        raise typer.BadParameter(message) from error


def value_type(hint: Any) -> tuple[Any, bool]:
    """Return the type of one value of a parameter, and whether it may be repeated.

    Example:
        >>> value_type(list[Path] | None) == (Path, True)
        True
    """
    options = typing.get_args(hint) if isinstance(hint, UnionType) else (hint,)
    (kind,) = (option for option in options if option is not type(None))
    if typing.get_origin(kind) is list:
        return typing.get_args(kind)[0], True
    return kind, False


def name_values(command: Callable[..., None]) -> None:
    """Let the help of a command say TEXT, NUMBER or PATH, whatever typer makes of types."""
    for hint in typing.get_type_hints(command, include_extras=True).values():
        for info in getattr(hint, "__metadata__", ()):
            if isinstance(info, OptionInfo) and info.metavar is None:
                info.metavar = NAMES.get(value_type(hint.__origin__)[0])
