"""JSON lines of gold in, what a reader makes of each line out."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from kg.errors import ScoringError

__all__ = ["read_rows"]

T = TypeVar("T")


def read_rows(path: Path, make: Callable[[dict[str, Any]], T], *, what: str) -> tuple[T, ...]:
    """Read each line that is not empty.

    Args:
        path: A file of JSON lines.
        make: Turns one row into a gold item.
        what: What a line should be and hold, for the message.

    Raises:
        ScoringError: If a line is no such row; the message names file and line.
    """
    items = []
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                items.append(make(json.loads(line)))
            except (KeyError, ValueError, TypeError, IndexError, AttributeError) as error:
                raise ScoringError(f"{path}:{number}: no gold {what} ({error!r})") from error
    return tuple(items)
