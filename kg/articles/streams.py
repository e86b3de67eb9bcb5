"""A stream of bytes or text in, buffered bytes out; the caller's stream stays open."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any, cast

__all__ = ["STDIN_NAME", "as_bytes"]

STDIN_NAME = "stdin"  # how messages name standard input


@contextmanager
def as_bytes(stream: IO[Any] | None) -> Iterator[io.BufferedReader]:
    """Give a stream as buffered bytes for a while.

    Args:
        stream: Bytes or text. A stream of text that stands on no bytes is read whole.
    """
    binary = getattr(stream, "buffer", stream)
    if isinstance(binary, io.BufferedReader):
        yield binary
        return
    if isinstance(binary, io.TextIOBase):
        binary = io.BytesIO(binary.read().encode("utf-8", "ignore"))
    buffered: io.BufferedReader = io.BufferedReader(cast("Any", binary))
    try:
        yield buffered
    finally:
        buffered.detach()
