"""Reading and writing the rows of a store, inside a transaction that the caller has opened."""

import hashlib
import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from typing import Any, TypeVar

from kg.errors import StoreError
from kg.model import (
    ActorLink,
    Article,
    Claim,
    Event,
    EventLink,
    Resolution,
    actor_from_record,
    actor_to_record,
    article_from_record,
    article_to_record,
    claim_to_record,
    dumps,
    event_from_record,
    event_to_record,
    story_from_record,
    story_to_record,
)

__all__ = [
    "RESOLVED",
    "REVISION",
    "Standing",
    "get_meta",
    "insert_article",
    "raise_revision",
    "read_articles",
    "read_resolution",
    "read_table",
    "replace_resolution",
    "set_meta",
    "standing_of",
]

T = TypeVar("T")

REVISION, RESOLVED = "revision", "resolved revision"  # keys of the table meta
_DERIVED = ("actors", "events", "actor_links", "event_links", "stories")


class Standing(StrEnum):
    """How an article stands to a store."""

    NEW = "new"
    SAME = "same"
    CONFLICT = "conflict"


def standing_of(connection: sqlite3.Connection, article: Article) -> Standing:
    """Tell whether an article is new, stored already, or at odds with a stored one's text."""
    query = "SELECT digest FROM articles WHERE id = ?"
    row = connection.execute(query, (article.id,)).fetchone()
    if row is None:
        return Standing.NEW
    return Standing.SAME if row[0] == _digest(article.text) else Standing.CONFLICT


def insert_article(
    connection: sqlite3.Connection, article: Article, claims: Iterable[Claim]
) -> Standing:
    """Write an article with its claims, if it is new.

    Raises:
        StoreError: If two claims share an id.
    """
    standing = standing_of(connection, article)
    if standing is not Standing.NEW:
        return standing
    published = article.published.isoformat() if article.published else None
    row = (article.id, _digest(article.text), published, dumps(article_to_record(article)))
    connection.execute("INSERT INTO articles VALUES (?, ?, ?, ?)", row)
    rows = [
        (claim.id, article.id, claim.event_type, dumps(claim_to_record(claim))) for claim in claims
    ]
    try:
        connection.executemany("INSERT INTO claims VALUES (?, ?, ?, ?)", rows)
    except sqlite3.IntegrityError as error:
        raise StoreError(
            f"article {article.id!r}: two of its claims share an id, or another article's claim "
            "has it; give each article its own id and code each action once per type"
        ) from error
    return standing


def read_articles(connection: sqlite3.Connection) -> tuple[Article, ...]:
    """Return the articles, sorted by id.

    Raises:
        StoreError: If a text is not the one that was stored.
    """
    rows = connection.execute("SELECT record, digest FROM articles ORDER BY id").fetchall()
    articles = tuple(_parse(article_from_record, record) for record, _ in rows)
    for article, (_, digest) in zip(articles, rows, strict=True):
        if _digest(article.text) != digest:
            raise StoreError(
                f"article {article.id!r}: its text is damaged; restore a copy of the store, or "
                "remove the article and add it again"
            )
    return articles


def read_table(
    connection: sqlite3.Connection, table: str, parse: Callable[[Mapping[str, Any]], T]
) -> tuple[T, ...]:
    """Return all records of a table, in the order of its key."""
    # Table names are our own constants; sqlite3 binds values only.
    rows = connection.execute(f"SELECT record FROM {table} ORDER BY 1")  # noqa: S608
    return tuple(_parse(parse, record) for (record,) in rows)


def replace_resolution(connection: sqlite3.Connection, resolution: Resolution) -> None:
    """Put a new result of merging in the place of the old, with forwards from events that went."""
    _forward(connection, resolution)
    for table in _DERIVED:
        connection.execute(f"DELETE FROM {table}")  # noqa: S608 - our own constants
    actors = [(actor.id, dumps(actor_to_record(actor))) for actor in resolution.actors]
    events = [
        (event.id, event.status, event.event_type, dumps(event_to_record(event)))
        for event in resolution.events
    ]
    actor_links = [
        (link.article_id, link.start, link.end, link.actor_id, link.rule)
        for link in resolution.actor_links
    ]
    event_links = [(link.claim_id, link.event_id) for link in resolution.event_links]
    stories = [(story.id, dumps(story_to_record(story))) for story in resolution.stories]
    connection.executemany("INSERT INTO actors VALUES (?, ?)", actors)
    connection.executemany("INSERT INTO events VALUES (?, ?, ?, ?)", events)
    connection.executemany("INSERT INTO actor_links VALUES (?, ?, ?, ?, ?)", actor_links)
    connection.executemany("INSERT INTO event_links VALUES (?, ?)", event_links)
    connection.executemany("INSERT INTO stories VALUES (?, ?)", stories)
    set_meta(connection, RESOLVED, get_meta(connection, REVISION) or "0")


def read_resolution(connection: sqlite3.Connection) -> Resolution:
    """Return the latest result of merging."""
    actor_links = connection.execute("SELECT * FROM actor_links")
    event_links = connection.execute("SELECT * FROM event_links")
    return Resolution(
        actors=read_table(connection, "actors", actor_from_record),
        events=read_table(connection, "events", event_from_record),
        actor_links=tuple(
            sorted(
                ActorLink(article_id=article_id, start=start, end=end, actor_id=actor_id, rule=rule)
                for article_id, start, end, actor_id, rule in actor_links
            )
        ),
        event_links=tuple(
            sorted(EventLink(claim_id=claim, event_id=event) for claim, event in event_links)
        ),
        stories=tuple(sorted(read_table(connection, "stories", story_from_record))),
    )


def _forward(connection: sqlite3.Connection, resolution: Resolution) -> None:
    """Note where events whose ids are gone live on: with the event of their first claim left."""
    present = {event.id for event in resolution.events}
    event_by_claim = {link.claim_id: link.event_id for link in resolution.event_links}
    for event in read_table(connection, "events", event_from_record):
        heir = _heir(event, event_by_claim)
        if event.id in present or heir is None:
            continue
        connection.execute("UPDATE forwards SET new_id = ? WHERE new_id = ?", (heir, event.id))
        connection.execute("INSERT OR REPLACE INTO forwards VALUES (?, ?)", (event.id, heir))
    connection.executemany("DELETE FROM forwards WHERE old_id = ?", [(id_,) for id_ in present])


def _heir(event: Event, event_by_claim: Mapping[str, str]) -> str | None:
    heirs = (event_by_claim.get(id_) for id_ in (*event.claim_ids, *event.denial_ids))
    return next((id_ for id_ in heirs if id_), None)


def raise_revision(connection: sqlite3.Connection) -> None:
    """Count a change that merging has not seen yet."""
    set_meta(connection, REVISION, str(int(get_meta(connection, REVISION) or "0") + 1))


def get_meta(connection: sqlite3.Connection, key: str) -> str | None:
    """Return the value of a key of the table meta."""
    row = connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
    return None if row is None else row[0]


def set_meta(connection: sqlite3.Connection, key: str, value: str) -> None:
    """Set a key of the table meta."""
    connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _parse(parse: Callable[[Mapping[str, Any]], T], record: str) -> T:
    try:
        return parse(json.loads(record))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise StoreError(
            f"a record cannot be read ({error!r}): {record[:80]!r}; the store is damaged: restore "
            "a copy, or delete it and build again"
        ) from error
