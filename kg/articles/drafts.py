"""What passes between the readers and the room: an open input goes in, drafts come out."""

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kg.articles.options import ReadOptions
from kg.model import Skip

__all__ = ["Draft", "Format", "OpenInput", "Reader"]


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenInput:
    """An opened file or stream; `where` is how messages name it."""

    where: str
    stream: io.BufferedReader


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An article as its input states it: nothing normalised, dates still words, id maybe missing.

    `where` is the input's, with line (`news.jsonl:7`) or entry (`feed.xml#3`) where it holds many.
    """

    where: str
    text: str
    id: str | None = None
    title: str | None = None
    source: str | None = None
    published: str | None = None
    url: str | None = None


Reader = Callable[[OpenInput, ReadOptions], Iterator[Draft | Skip]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One row of the table of formats.

    `extensions` are lower case with their dot. `read` never raises on bad content: it yields a
    skip; an `OSError` of the stream may pass.
    """

    name: str
    extensions: tuple[str, ...]
    description: str
    read: Reader
