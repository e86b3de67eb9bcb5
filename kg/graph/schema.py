"""The tables of a store, and the only way into its file.

A path enters; a connection to a file that is certainly ours, of this version, leaves. Whatever
SQLite reports becomes a `StoreError` that names the file and says what to do.
"""

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from kg.errors import StoreError

__all__ = ["DAMAGED", "SCHEMA_VERSION", "connect", "reading", "translated", "writing"]

APPLICATION_ID = 0x6B676B67  # "kgkg", at byte 68 of the file
SCHEMA_VERSION = 1  # PRAGMA user_version
BUSY_SECONDS = 30.0  # how long others are waited for: a writer for who reads a large store, too

_TABLES = """
CREATE TABLE articles (
    id TEXT PRIMARY KEY, digest TEXT NOT NULL, published TEXT, record TEXT NOT NULL);
CREATE TABLE claims (
    id TEXT PRIMARY KEY, article_id TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    event_type TEXT NOT NULL, record TEXT NOT NULL);
CREATE INDEX claims_by_article ON claims (article_id);
CREATE TABLE judgements (
    kind TEXT NOT NULL, one TEXT NOT NULL, other TEXT NOT NULL, record TEXT NOT NULL,
    PRIMARY KEY (kind, one, other));
CREATE TABLE skips (record TEXT PRIMARY KEY);
CREATE TABLE actors (id TEXT PRIMARY KEY, record TEXT NOT NULL);
CREATE TABLE events (
    id TEXT PRIMARY KEY, status TEXT NOT NULL, event_type TEXT NOT NULL, record TEXT NOT NULL);
CREATE TABLE actor_links (
    article_id TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
    actor_id TEXT NOT NULL, rule TEXT NOT NULL, PRIMARY KEY (article_id, start, "end"));
CREATE TABLE event_links (claim_id TEXT PRIMARY KEY, event_id TEXT NOT NULL);
CREATE TABLE stories (id TEXT PRIMARY KEY, record TEXT NOT NULL);
CREATE TABLE forwards (old_id TEXT PRIMARY KEY, new_id TEXT NOT NULL);
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL)
"""
_ADVICE = {
    sqlite3.SQLITE_BUSY: "another program is writing to it; wait for it to end, then try again",
    sqlite3.SQLITE_LOCKED: "another program is writing to it; wait for it to end, then try again",
    sqlite3.SQLITE_READONLY: "it is write-protected; change its permissions or copy it",
    sqlite3.SQLITE_CANTOPEN: "it cannot be opened; check the folder and its permissions",
    sqlite3.SQLITE_FULL: "the disk is full; make room, then try again (nothing stored is lost)",
    sqlite3.SQLITE_NOTADB: "it is no store of kg; choose another path",
}
DAMAGED = "damaged; restore a copy, or delete it and build again"


def connect(path: Path, *, create: bool) -> sqlite3.Connection:
    """Open the file of a store.

    Args:
        path: The file.
        create: Whether to make it where there is none.

    Raises:
        StoreError: If it is missing, locked, damaged, not ours, or of another version.
    """
    _check_path(path, create=create)
    with translated(path):
        connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode={'rwc' if create else 'rw'}",
            uri=True,
            timeout=BUSY_SECONDS,
            isolation_level=None,
        )
    try:
        with translated(path):
            connection.execute("PRAGMA foreign_keys = ON")
            if create:
                _create(connection)
            _check_version(path, connection)
    except BaseException:
        connection.close()
        raise
    return connection


@contextlib.contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn what SQLite reports inside the block into a `StoreError` with advice."""
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", None)
        advice = (
            _ADVICE.get(code & 0xFF) if code is not None else None
        )  # extended codes refine the low byte
        raise StoreError(f"{path}: {error}; {advice or f'it is {DAMAGED}'}") from error
    except UnicodeDecodeError as error:  # in what SQLite reports, or in a column
        raise StoreError(f"{path}: {error}; it is {DAMAGED}") from error
    except UnicodeEncodeError as error:
        raise StoreError(
            f"{path}: an id holds the character {error.object[error.start]!r}, which is no text; "
            "give the article another id"
        ) from error


@contextlib.contextmanager
def writing(path: Path, connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """Run a block as one transaction: all of it is stored, or none of it."""
    with translated(path), _transaction(connection, "BEGIN IMMEDIATE"):
        yield connection


@contextlib.contextmanager
def reading(path: Path, connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """Run a block that sees one state of the store, whoever else writes."""
    with translated(path), _transaction(connection, "BEGIN"):
        yield connection


@contextlib.contextmanager
def _transaction(connection: sqlite3.Connection, begin: str) -> Iterator[None]:
    connection.execute(begin)
    try:
        yield
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _check_path(path: Path, *, create: bool) -> None:
    """Refuse what SQLite would complain about less clearly.

    The file itself is left to SQLite: on POSIX, closing it here would drop the locks that another
    connection of this process holds.
    """
    if path.is_dir():
        raise StoreError(f"{path}: is a folder; name the file in it, such as graph.kg")
    if not path.exists() and not create:
        raise StoreError(f"{path}: there is no store; make one with `kg build`")


def _create(connection: sqlite3.Connection) -> None:
    """Make the tables in a file that holds nothing yet, all at once."""
    with _transaction(connection, "BEGIN IMMEDIATE"):
        if not _is_blank(connection):
            return
        for statement in _TABLES.split(";\n"):
            connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")


def _check_version(path: Path, connection: sqlite3.Connection) -> None:
    if _is_blank(connection):
        raise StoreError(f"{path}: is empty; make a store with `kg build`")
    if _pragma(connection, "application_id") != APPLICATION_ID:
        raise StoreError(f"{path}: is a database of another program; choose another path")
    version = _pragma(connection, "user_version")
    if version > SCHEMA_VERSION:
        raise StoreError(
            f"{path}: has layout {version}, this program reads {SCHEMA_VERSION}; "
            "install a newer conflict-kg"
        )
    if version < SCHEMA_VERSION:
        raise StoreError(
            f"{path}: has layout {version}, which this program no longer reads (it reads "
            f"{SCHEMA_VERSION}); build it again from its articles"
        )


def _is_blank(connection: sqlite3.Connection) -> bool:
    """Tell whether a file is no database of anybody yet, such as one of no bytes."""
    has_tables = connection.execute("SELECT 1 FROM sqlite_master").fetchone() is not None
    return not has_tables and _pragma(connection, "application_id") == 0


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    value: int = connection.execute(f"PRAGMA {name}").fetchone()[0]
    return value
