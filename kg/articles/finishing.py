"""A draft in, an article or the reason why it is none out."""

import dataclasses
import re
from datetime import date

from kg.articles.dates import parse_date
from kg.articles.drafts import Draft
from kg.articles.languages import foreign_language
from kg.articles.normalising import normalise, one_line
from kg.articles.options import ReadOptions
from kg.articles.skips import SkipReason
from kg.model import Article, Skip, article_id

__all__ = ["finish", "finish_exact"]

_NO_WORD = "not a word in it"
_SURROGATE = re.compile("[\ud800-\udfff]")
_LETTER = re.compile(r"[^\W\d_]")
_WEB_ADDRESS = re.compile(r"https?://[^\s<>\"{}|\\^`]+", re.IGNORECASE)


def finish(draft: Draft, options: ReadOptions) -> Article | Skip:
    """Return the article that a draft makes.

    Text, title and source are normalised, a date that cannot be read is dropped, and so is an
    address that is not of the web. The caller's date and source fill what the input does not state.
    """
    text = normalise(draft.text)
    if _LETTER.search(text) is None:
        return Skip(where=draft.where, reason=SkipReason.NO_TEXT, detail=_NO_WORD)
    if len(text.encode()) > options.max_bytes:
        detail = f"more than {options.max_bytes:,} bytes of text; split it"
        return Skip(where=draft.where, reason=SkipReason.TOO_LARGE, detail=detail)
    if language := foreign_language(text):
        detail = f"reads like {language}"
        return Skip(where=draft.where, reason=SkipReason.NOT_ENGLISH, detail=detail)
    return _article(draft, text, options)


def finish_exact(draft: Draft) -> Article | Skip:
    """Return the article that a draft makes, its text and id as they stand, in any language."""
    text = _whole(draft.text)
    if _LETTER.search(text) is None:
        return Skip(where=draft.where, reason=SkipReason.NO_TEXT, detail=_NO_WORD)
    article = _article(draft, text, ReadOptions())
    return dataclasses.replace(article, id=_whole(draft.id)) if draft.id else article


def _whole(words: str) -> str:
    """Half a surrogate pair, which no output can hold, becomes one replacement character."""
    return _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", words)


def _article(draft: Draft, text: str, options: ReadOptions) -> Article:
    title = _line(draft.title)
    source = _line(draft.source) or options.source
    published = _published(draft.published, options)
    url = _address(draft.url)
    given = _line(draft.id)
    return Article(
        id=given or article_id(source=source, url=url, published=published, title=title, text=text),
        text=text,
        title=title,
        source=source,
        published=published,
        url=url,
    )


def _line(words: str | None) -> str | None:
    return one_line(words or "") or None


def _published(words: str | None, options: ReadOptions) -> date | None:
    """A date that is stated but cannot be read is no reason to believe the caller's instead."""
    return parse_date(words) if words and words.strip() else options.published


def _address(words: str | None) -> str | None:
    address = one_line(words or "")
    return address if _WEB_ADDRESS.fullmatch(address) else None
