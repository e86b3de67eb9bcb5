"""JSON lines in, articles out, each text as it is given: for callers who count its characters."""

from collections.abc import Iterator
from typing import IO, Any

from kg.articles.drafts import OpenInput
from kg.articles.finishing import finish_exact
from kg.articles.json_lines import read_json_lines
from kg.articles.options import ReadOptions
from kg.articles.streams import STDIN_NAME, as_bytes
from kg.model import Article, Skip

__all__ = ["iter_exact"]


def iter_exact(stream: IO[Any]) -> Iterator[Article | Skip]:
    r"""Yield the articles of JSON lines, one a line, in their order.

    Unlike `read_articles`, it changes no text, drops no line of it, asks for no language and takes
    an id twice; only a lone surrogate, which no output can hold, becomes the replacement character,
    one for one.

    Args:
        stream: Bytes or text; read line by line, never closed.

    Example:
        >>> import io
        >>> [article.text for article in iter_exact(io.BytesIO(b'{"text": " Share \\n"}'))]
        [' Share \n']
    """
    options = ReadOptions()
    with as_bytes(stream) as buffered:
        for draft in read_json_lines(OpenInput(where=STDIN_NAME, stream=buffered), options):
            yield draft if isinstance(draft, Skip) else finish_exact(draft)
