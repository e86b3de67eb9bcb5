"""The rows of a store, read: a connection enters, values of the model leave.

To copy rows is a matter of seconds, to make values of them one of minutes in a large store. So the
two are apart: nobody who writes to the store has to wait for the second.
"""

import hashlib
import json
import sqlite3
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, TypeAlias, TypeVar

from kg.errors import StoreError
from kg.graph.schema import DAMAGED
from kg.model import (
    ActorLink,
    Article,
    EventLink,
    Resolution,
    actor_from_record,
    article_from_record,
    event_from_record,
    story_from_record,
)

__all__ = [
    "GRAPH_TABLES",
    "Rows",
    "articles_of",
    "copy_rows",
    "digest_of",
    "parsed",
    "records_of",
    "resolution_of",
]

T = TypeVar("T")

Rows: TypeAlias = deque[tuple[Any, ...]]
Parse: TypeAlias = Callable[[Mapping[str, Any]], T]

_QUERIES: Mapping[str, str] = MappingProxyType(
    {
        "articles": "SELECT record, digest FROM articles ORDER BY id",
        "claims": "SELECT record FROM claims ORDER BY id",
        "judgements": "SELECT record FROM judgements",
        "skips": "SELECT record FROM skips",
        "actors": "SELECT record FROM actors ORDER BY id",
        "events": "SELECT record FROM events ORDER BY id",
        "actor_links": 'SELECT article_id, start, "end", actor_id, rule FROM actor_links',
        "event_links": "SELECT claim_id, event_id FROM event_links",
        "stories": "SELECT record FROM stories",
    }
)

GRAPH_TABLES = tuple(table for table in _QUERIES if table != "judgements")


def copy_rows(connection: sqlite3.Connection, *tables: str) -> Mapping[str, Rows]:
    """Return the rows of tables, by table, as the functions below take them."""
    return {table: deque(connection.execute(_QUERIES[table])) for table in tables}


def articles_of(rows: Rows) -> tuple[Article, ...]:
    """Return the articles of rows, which are used up.

    Raises:
        StoreError: If a text is not the one that was stored.
    """
    return tuple([_article(record, digest) for record, digest in _used_up(rows)])


def records_of(rows: Rows, parse: Parse[T]) -> tuple[T, ...]:
    """Return the records of rows, which are used up.

    Raises:
        StoreError: If a record cannot be read.
    """
    return tuple([parsed(parse, record) for (record,) in _used_up(rows)])


def resolution_of(rows: Mapping[str, Rows]) -> Resolution:
    """Return the latest result of merging, of rows by table, which are used up.

    Raises:
        StoreError: If a record or link cannot be read.
    """
    actor_links, event_links = _used_up(rows["actor_links"]), _used_up(rows["event_links"])
    try:
        return Resolution(
            actors=records_of(rows["actors"], actor_from_record),
            events=records_of(rows["events"], event_from_record),
            actor_links=tuple(
                sorted(
                    ActorLink(article_id=article_id, start=start, end=end, actor_id=who, rule=rule)
                    for article_id, start, end, who, rule in actor_links
                )
            ),
            event_links=tuple(
                sorted(EventLink(claim_id=claim, event_id=event) for claim, event in event_links)
            ),
            stories=tuple(sorted(records_of(rows["stories"], story_from_record))),
        )
    except TypeError as error:  # a link with NULL or a number in place of an id
        raise StoreError(f"a link cannot be read ({error}); the store is {DAMAGED}") from error


def parsed(parse: Parse[T], record: str) -> T:
    """Return the value that a record of JSON was made of.

    Raises:
        StoreError: If it cannot be read.
    """
    try:
        return parse(json.loads(record))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise StoreError(
            f"a record cannot be read ({error!r}): {str(record)[:80]!r}; the store is {DAMAGED}"
        ) from error


def digest_of(text: str) -> str:
    """Return the SHA-256 of a text in hexadecimal digits."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _article(record: str, digest: str) -> Article:
    article = parsed(article_from_record, record)
    if digest_of(article.text) != digest:
        raise StoreError(
            f"article {article.id!r}: its text is damaged; restore a copy of the store, or "
            "remove the article and add it again"
        )
    return article


def _used_up(rows: Rows) -> Iterator[tuple[Any, ...]]:
    """Yield rows and let each go: rows and what is made of them need not fit in memory together."""
    while rows:
        yield rows.popleft()
