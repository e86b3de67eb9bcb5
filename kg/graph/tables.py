"""Writing the rows of a store, inside a transaction that the caller has opened."""

import sqlite3
from collections.abc import Iterable, Mapping
from enum import StrEnum

from kg.errors import StoreError
from kg.graph.rows import digest_of, parsed
from kg.model import (
    Article,
    Claim,
    Event,
    Resolution,
    actor_to_record,
    article_to_record,
    claim_to_record,
    dumps,
    event_from_record,
    event_to_record,
    story_to_record,
)

__all__ = [
    "RESOLVED",
    "REVISION",
    "Standing",
    "get_meta",
    "insert_article",
    "raise_revision",
    "replace_resolution",
    "set_meta",
    "standing_of",
]

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
    return Standing.SAME if row[0] == digest_of(article.text) else Standing.CONFLICT


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
    row = (article.id, digest_of(article.text), published, dumps(article_to_record(article)))
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


def replace_resolution(connection: sqlite3.Connection, resolution: Resolution) -> None:
    """Put a new result of merging in the place of the old, with forwards from events that went."""
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
    _forward(connection, resolution)  # from here on readers may have to wait
    for table in _DERIVED:
        connection.execute(f"DELETE FROM {table}")  # noqa: S608 - our own constants
    connection.executemany("INSERT INTO actors VALUES (?, ?)", actors)
    connection.executemany("INSERT INTO events VALUES (?, ?, ?, ?)", events)
    connection.executemany("INSERT INTO actor_links VALUES (?, ?, ?, ?, ?)", actor_links)
    connection.executemany("INSERT INTO event_links VALUES (?, ?)", event_links)
    connection.executemany("INSERT INTO stories VALUES (?, ?)", stories)
    set_meta(connection, RESOLVED, get_meta(connection, REVISION) or "0")


def _forward(connection: sqlite3.Connection, resolution: Resolution) -> None:
    """Note where events whose ids are gone live on: with the event of their first claim left."""
    present = {event.id for event in resolution.events}
    event_by_claim = {link.claim_id: link.event_id for link in resolution.event_links}
    stored = connection.execute("SELECT id, record FROM events")
    for record in [record for id_, record in stored if id_ not in present]:
        event = parsed(event_from_record, record)
        heir = _heir(event, event_by_claim)
        if heir is None:
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
