"""RSS and Atom: every entry is an article, from the bytes at hand; nothing is fetched."""

import io
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import feedparser

from kg.articles.dates import parse_date
from kg.articles.decoding import read_bytes
from kg.articles.drafts import Draft, OpenInput
from kg.articles.markup import markup_to_text
from kg.articles.options import ReadOptions
from kg.articles.skips import SkipReason
from kg.model import Skip

__all__ = ["read_feed"]

_NUMBERED = re.compile(rb"&#(?:(\d{1,9})|[xX]([0-9a-fA-F]{1,9}));?")
_WEIGHT = 10  # a feed may weigh this many times one text


def read_feed(opened: OpenInput, options: ReadOptions) -> Iterator[Draft | Skip]:
    """Yield the articles of a feed, in its order, their full content where it gives that."""
    data = read_bytes(opened, limit=options.max_bytes * _WEIGHT)
    if isinstance(data, Skip):
        yield data
        return
    try:
        # As a stream: bytes alone might be taken for the name of a file.
        stream = io.BytesIO(_NUMBERED.sub(_sound, data))
        feed = feedparser.parse(stream, resolve_relative_uris=False)
    except ValueError as error:  # the library lets those of odd declarations pass
        yield Skip(where=opened.where, reason=SkipReason.UNREADABLE, detail=f"no feed: {error}")
        return
    if not feed.entries:
        detail = "no entries of RSS or Atom in it"
        yield Skip(where=opened.where, reason=SkipReason.NO_TEXT, detail=detail)
    outlet = feed.feed.get("title")
    for number, entry in enumerate(feed.entries, start=1):
        yield _draft(f"{opened.where}#{number}", entry, outlet)


def _sound(reference: re.Match[bytes]) -> bytes:
    """Keep a numbered reference if there is such a character; the library fails at others."""
    number = int(reference[1], 10) if reference[1] else int(reference[2], 16)
    is_sound = 0 < number < 0xD800 or 0xDFFF < number <= 0x10FFFF
    return reference[0] if is_sound else b""


def _draft(where: str, entry: Any, outlet: str | None) -> Draft:
    return Draft(
        where=where,
        text=_text(entry),
        id=entry.get("id"),
        title=markup_to_text(entry.get("title", "")),
        source=entry.get("source", {}).get("title") or outlet,
        published=_published(entry),
        url=entry.get("link"),
    )


def _text(entry: Any) -> str:
    """Return the longest content of an entry, or else its summary."""
    pieces = [*entry.get("content", ()), entry.get("summary_detail", {})]
    texts = [
        piece.get("value", "")
        if piece.get("type") == "text/plain"
        else markup_to_text(piece.get("value", ""))
        for piece in pieces
    ]
    return max(texts, key=len)


def _published(entry: Any) -> str | None:
    """Return the day in the words of the feed, or as the library reads it where we cannot."""
    for key in ("published", "updated"):
        if entry.get(f"{key}_parsed"):
            return _written(entry[key]) or date(*entry[f"{key}_parsed"][:3]).isoformat()
    return None


def _written(words: str) -> str | None:
    day = parse_date(words)
    return day.isoformat() if day else None
