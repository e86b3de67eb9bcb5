"""Lines that a page carries beside its article: one line in, yes or no out.

What they are is data: `boilerplate.toml`, a list of ours.
"""

import functools
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

__all__ = ["is_boilerplate"]

_DATA = Path(__file__).with_name("boilerplate.toml")
_START = re.compile(r"^[\W_]+")
_EDGES = re.compile(r"^[\W_]+|(?:\.{2,}|[^\w.)]|_)+$")
_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Boilerplate:
    lines: frozenset[str]
    starts: tuple[str, ...]
    frames: tuple[tuple[str, str], ...]
    longest_chars: int


def is_boilerplate(line: str) -> bool:
    """Tell whether a line belongs to the page rather than to the article.

    Case, arrows, dashes, bullets and colons around the words do not count; a line that begins
    with a small letter or ends as a sentence does is prose, whatever its words.

    Example:
        >>> is_boilerplate("READ MORE »"), is_boilerplate("Read more books, they said.")
        (True, False)
    """
    known = _load()
    if len(line.strip()) > known.longest_chars:
        return False
    words = _EDGES.sub("", line)
    if not words or words[0].islower():
        return False
    words = _BLANKS.sub(" ", words.casefold().replace("’", "'"))
    return words in known.lines or _begins_so(_START.sub("", line.casefold()), known)


def _begins_so(line: str, known: _Boilerplate) -> bool:
    is_framed = any(line.startswith(start) and middle in line for start, middle in known.frames)
    return is_framed or line.startswith(known.starts)


@functools.cache
def _load() -> _Boilerplate:
    data = tomllib.loads(_DATA.read_text(encoding="utf-8"))
    return _Boilerplate(
        lines=frozenset(data["lines"]),
        starts=tuple(data["starts"]),
        frames=tuple((start, middle) for start, middle in data["frames"]),
        longest_chars=data["longest_chars"],
    )
