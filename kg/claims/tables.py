"""Read the word lists that stand beside this code: one TOML file in, its table out."""

import functools
import tomllib
from pathlib import Path
from typing import Any

__all__ = ["read_table", "read_words"]


@functools.cache
def read_table(name: str) -> dict[str, Any]:
    """Return one TOML table of this room; callers read it and never write to it."""
    path = Path(__file__).parent / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


@functools.cache
def read_words(name: str, key: str) -> frozenset[str]:
    """Return one of the word lists of a table, those under `[words]`.

    Example:
        >>> "troop" in read_words("counts", "people")
        True
    """
    return frozenset(read_table(name)["words"][key])
