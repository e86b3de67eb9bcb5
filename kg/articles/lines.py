"""A stream of bytes in, numbered lines of text out, never more than one of them in memory."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from kg.articles.decoding import bom_encoding, decode

__all__ = ["Line", "iter_lines", "mend"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line with its number, counted from 1; cut short where it is `is_too_long`.

    `text` keeps its line end. Bytes that are no UTF-8 stand in it as lone surrogates until
    `mend` reads them.
    """

    number: int
    text: str
    is_too_long: bool


def iter_lines(stream: io.BufferedReader, *, longest: int) -> Iterator[Line]:
    """Yield the lines of a stream; `longest` is the most characters that one may have."""
    with _as_text(stream) as text:
        number = 0
        while line := text.readline(longest + 1):
            number += 1
            is_too_long = len(line) > longest and not line.endswith("\n")
            if is_too_long:
                _drop_rest(text, longest)
            yield Line(number=number, text=line, is_too_long=is_too_long)


def mend(text: str) -> str:
    """Return a line, or a piece of one, with its stray bytes read.

    Raises:
        UnicodeError: If they are neither UTF-8 nor Windows-1252.
    """
    if text.isascii():
        return text
    data = text.encode("utf-8", "surrogateescape")
    return decode(data)


@contextmanager
def _as_text(stream: io.BufferedReader) -> Iterator[io.TextIOWrapper]:
    encoding = bom_encoding(stream.peek(4)[:4]) or "utf-8"
    errors = "surrogateescape" if encoding.startswith("utf-8") else "replace"
    text = io.TextIOWrapper(stream, encoding=encoding, errors=errors)
    try:
        yield text
    finally:
        text.detach()  # else its end would close the caller's stream


def _drop_rest(text: io.TextIOWrapper, piece: int) -> None:
    while (rest := text.readline(piece)) and not rest.endswith("\n"):
        pass
