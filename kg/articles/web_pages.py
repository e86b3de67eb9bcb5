"""Web pages: one page, one article; the main text without navigation, with what the page states.

Only `trafilatura` looks at the page, from memory: nothing is fetched.
"""

import re
from collections.abc import Iterator

import trafilatura
from trafilatura.settings import Document

from kg.articles.decoding import declared_charset, decode, read_bytes
from kg.articles.drafts import Draft, OpenInput
from kg.articles.markup import load_page, markup_to_text
from kg.articles.normalising import one_line
from kg.articles.options import ReadOptions
from kg.articles.skips import SkipReason
from kg.model import Skip

__all__ = ["read_web_page"]

_WEIGHT = 4  # a page may weigh this many times its text
_BLANKS = re.compile(r"[^\S\n]{2,}")  # the library's time grows with the square of such a run
_BULLET = re.compile(r"^- ", re.MULTILINE)
# Fixed bounds, since the library's own is today's date; no search of the running text, where a
# date is most often that of an event, and no reading of "two hours ago" by the clock.
_DATES = {
    "original_date": True,
    "extensive_search": False,
    "min_date": "1900-01-01",
    "max_date": "2199-12-31",
}


def read_web_page(opened: OpenInput, options: ReadOptions) -> Iterator[Draft | Skip]:
    """Yield the one article of a web page; the site's name is its source."""
    data = read_bytes(opened, limit=options.max_bytes * _WEIGHT)
    if isinstance(data, Skip):
        yield data
        return
    try:
        page = decode(data, charset=declared_charset(data))
    except UnicodeError:
        detail = "neither UTF-8 nor the charset that it declares; save it as UTF-8"
        yield Skip(where=opened.where, reason=SkipReason.WRONG_ENCODING, detail=detail)
        return
    yield _draft(opened.where, _BLANKS.sub(" ", page))


def _draft(where: str, page: str) -> Draft:
    tree = load_page(page)
    found = tree is not None and trafilatura.bare_extraction(
        tree,
        with_metadata=True,
        include_comments=False,
        include_tables=False,
        date_extraction_params=_DATES,
    )
    if not isinstance(found, Document) or not found.text:
        return Draft(where=where, text=markup_to_text(page))
    return Draft(
        where=where,
        text=_without_title(_BULLET.sub("", found.text), found.title),
        title=found.title if found.title != found.sitename else None,
        source=found.sitename,
        published=found.date,
        url=found.url,
    )


def _without_title(text: str, title: str | None) -> str:
    """Drop the heading that repeats the title: it is metadata, and would count its event twice."""
    first, _, rest = text.partition("\n")
    return rest if title and rest and one_line(first) == one_line(title) else text
