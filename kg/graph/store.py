"""The store: one SQLite file that keeps a graph between runs.

Articles with their claims, judgements and skips enter; a `KnowledgeGraph` leaves. Actors, events,
links and stories are kept beside them, but only as the latest result of merging.
"""

import contextlib
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

from kg.errors import StoreError
from kg.graph.knowledge import KnowledgeGraph
from kg.graph.references import missing_ids
from kg.graph.rows import GRAPH_TABLES, articles_of, copy_rows, records_of, resolution_of
from kg.graph.schema import DAMAGED, connect, reading, writing
from kg.graph.tables import (
    RESOLVED,
    REVISION,
    Standing,
    get_meta,
    insert_article,
    raise_revision,
    replace_resolution,
    set_meta,
    standing_of,
)
from kg.model import (
    Article,
    Claim,
    Judgement,
    Resolution,
    Skip,
    claim_from_record,
    dumps,
    judgement_from_record,
    judgement_to_record,
    skip_from_record,
    skip_to_record,
)

__all__ = ["Standing", "Store"]


class Store:
    """One graph in one SQLite file.

    Every method that writes is one transaction: once it has returned, its articles survive the
    death of the process; before, nothing of them is there. Use it as a context manager.

    Example:
        >>> import tempfile
        >>> folder = tempfile.TemporaryDirectory()
        >>> with Store.open(Path(folder.name) / "graph.kg", create=True) as store:
        ...     store.add(Article(id="a-1", text="Rebels fled."), ())
        ...     store.has("a-1")
        <Standing.NEW: 'new'>
        True
        >>> folder.cleanup()
    """

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection

    @classmethod
    def open(cls, path: str | Path, *, create: bool = False) -> Self:
        """Open a store.

        Args:
            path: The file.
            create: Whether to make it where there is none.

        Raises:
            StoreError: If it is missing, locked, damaged, not ours, or of another version.
        """
        return cls(Path(path), connect(Path(path), create=create))

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def standing(self, article: Article) -> Standing:
        """Tell whether an article is new, stored already, or at odds with a stored one's text."""
        with self._reading() as connection:
            return standing_of(connection, article)

    def has(self, article_id: str) -> bool:
        """Tell whether an article with an id is stored."""
        with self._reading() as connection:
            query = "SELECT 1 FROM articles WHERE id = ?"
            return connection.execute(query, (article_id,)).fetchone() is not None

    def add(self, article: Article, claims: Iterable[Claim]) -> Standing:
        """Store one article with its claims; see `add_many`."""
        return self.add_many([(article, claims)])[0]

    def add_many(self, batch: Iterable[tuple[Article, Iterable[Claim]]]) -> tuple[Standing, ...]:
        """Store articles with their claims, all of them or, on an error, none.

        Returns:
            How each stood to the store before; only those that were new are written.

        Raises:
            StoreError: If the file cannot be written, or two claims of an article share an id.
        """
        with self._writing() as connection:
            standings = tuple(
                insert_article(connection, article, claims) for article, claims in batch
            )
            if Standing.NEW in standings:
                raise_revision(connection)
        return standings

    def remove(self, article_id: str) -> None:
        """Remove an article and its claims; merge again afterwards.

        Raises:
            StoreError: If no article has the id.
        """
        with self._writing() as connection:
            query = "DELETE FROM articles WHERE id = ?"
            if connection.execute(query, (article_id,)).rowcount == 0:
                raise StoreError(
                    f"{self.path}: holds no article {article_id!r}; claims.jsonl names the "
                    "articles behind an event"
                )
            raise_revision(connection)

    def articles(self) -> tuple[Article, ...]:
        """Return the articles, sorted by id."""
        with self._reading() as connection:
            rows = copy_rows(connection, "articles")
        return articles_of(rows["articles"])

    def claims(self) -> tuple[Claim, ...]:
        """Return the claims, sorted by id."""
        with self._reading() as connection:
            rows = copy_rows(connection, "claims")
        return records_of(rows["claims"], claim_from_record)

    def skips(self) -> tuple[Skip, ...]:
        """Return the inputs that were not taken, sorted."""
        with self._reading() as connection:
            rows = copy_rows(connection, "skips")
        return tuple(sorted(records_of(rows["skips"], skip_from_record)))

    def add_skips(self, skips: Iterable[Skip]) -> None:
        """Note inputs that were not taken, each once."""
        rows = [(dumps(skip_to_record(skip)),) for skip in skips]
        with self._writing() as connection:
            connection.executemany("INSERT OR IGNORE INTO skips VALUES (?)", rows)

    def clear_skips(self) -> None:
        """Forget all skips, before everything is read anew."""
        with self._writing() as connection:
            connection.execute("DELETE FROM skips")

    def judgements(self) -> tuple[Judgement, ...]:
        """Return the judgements of analysts, sorted; at most one for a pair."""
        with self._reading() as connection:
            rows = copy_rows(connection, "judgements")
        return tuple(sorted(records_of(rows["judgements"], judgement_from_record)))

    def add_judgement(self, judgement: Judgement) -> None:
        """Keep a judgement; it takes the place of an earlier one on the same pair."""
        one, other = sorted((judgement.left, judgement.right))
        row = (judgement.kind, one, other, dumps(judgement_to_record(judgement)))
        with self._writing() as connection:
            connection.execute("INSERT OR REPLACE INTO judgements VALUES (?, ?, ?, ?)", row)
            raise_revision(connection)

    def remove_judgement(self, kind: str, left: str, right: str) -> bool:
        """Take back the judgement on a pair; tell whether there was one."""
        one, other = sorted((left, right))
        with self._writing() as connection:
            query = "DELETE FROM judgements WHERE kind = ? AND one = ? AND other = ?"
            is_gone = connection.execute(query, (kind, one, other)).rowcount > 0
            if is_gone:
                raise_revision(connection)
        return is_gone

    def get_meta(self, key: str) -> str | None:
        """Return what is noted under a key ("lexicon", "pipeline", …)."""
        with self._reading() as connection:
            return get_meta(connection, key)

    def set_meta(self, key: str, value: str) -> None:
        """Note under a key what the claims were made with."""
        with self._writing() as connection:
            set_meta(connection, key, value)

    @property
    def is_resolved(self) -> bool:
        """Whether the stored merging saw every article and judgement that is stored."""
        with self._reading() as connection:
            return _is_resolved(connection)

    def save_resolution(self, resolution: Resolution) -> None:
        """Put the result of merging everything stored in the place of the earlier one."""
        with self._writing() as connection:
            replace_resolution(connection, resolution)

    def current_event_id(self, event_id: str) -> str:
        """Return the id that an event has today, whatever it was called by an earlier build."""
        with self._reading() as connection:
            query = "SELECT new_id FROM forwards WHERE old_id = ?"
            row = connection.execute(query, (event_id,)).fetchone()
        return event_id if row is None else row[0]

    def load(self) -> KnowledgeGraph:
        """Return everything stored as a graph.

        Raises:
            StoreError: If articles or judgements came or went since the last merging, or a record
                is damaged.
        """
        with self._reading() as connection:
            if not _is_resolved(connection):
                raise StoreError(
                    "a build stopped before merging; run `kg build` again to finish it"
                )
            rows = copy_rows(connection, *GRAPH_TABLES)
        graph = KnowledgeGraph(
            articles=articles_of(rows["articles"]),
            claims=records_of(rows["claims"], claim_from_record),
            resolution=resolution_of(rows),
            skips=records_of(rows["skips"], skip_from_record),
        )
        missing = missing_ids(graph.records)
        if missing:
            raise StoreError(
                f"{self.path}: {min(missing)!r} is named and not there; the store is {DAMAGED}"
            )
        return graph

    @contextlib.contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        with reading(self.path, self._connection) as connection:
            yield connection

    @contextlib.contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with writing(self.path, self._connection) as connection:
            yield connection


def _is_resolved(connection: sqlite3.Connection) -> bool:
    return (get_meta(connection, REVISION) or "0") == (get_meta(connection, RESOLVED) or "0")
