"""Streams for tests."""

import io

__all__ = ["stream_of"]


def stream_of(content: str | bytes) -> io.BytesIO:
    """Return content as a stream of bytes."""
    return io.BytesIO(content if isinstance(content, bytes) else content.encode())
