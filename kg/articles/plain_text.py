"""Plain text: one file, one article, maybe headed by `key: value` lines."""

from collections.abc import Iterator

from kg.articles.decoding import read_text
from kg.articles.drafts import Draft, OpenInput
from kg.articles.headers import split_header
from kg.articles.normalising import unify_newlines
from kg.articles.options import ReadOptions
from kg.model import Skip

__all__ = ["read_plain_text"]


def read_plain_text(opened: OpenInput, options: ReadOptions) -> Iterator[Draft | Skip]:
    """Yield the one article of a text file."""
    text = read_text(opened, limit=options.max_bytes)
    if isinstance(text, Skip):
        yield text
        return
    fields, body = split_header(unify_newlines(text))
    yield Draft(where=opened.where, text=body, **fields)
