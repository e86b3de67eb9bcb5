"""Queries with a limit of time: a SPARQL text in, its answer or a plain refusal out.

Who answers is given, for views and triple stores are rooms on one floor.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from kg.errors import KgError, QueryError

__all__ = ["MOST_ROWS", "Ask", "LibraryQuery", "QueryCutError", "Questions", "Reply"]

MOST_ROWS = 1000
"""Rows of an answer that a page shows."""

_MOST_AT_ONCE = 4  # queries, those among them that nobody waits for any more


class QueryCutError(KgError):
    """A query took too long, or too many run at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """The answer to a query.

    Attributes:
        columns: Names of the columns; none where the answer is no table.
        rows: The first rows as texts for people, at most `MOST_ROWS`.
        total: How many rows there are.
        text: The answer where it is no table: Turtle, "yes" or "no".
        to_csv, to_json: Write all of it out; None where it has no such form.
    """

    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    total: int = 0
    text: str = ""
    to_csv: Callable[[], str] | None = None
    to_json: Callable[[], str] | None = None


Ask: TypeAlias = Callable[[str], Reply]


@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryQuery:
    """A query to choose from: its name, what it answers, and its SPARQL, which can be edited."""

    name: str
    question: str
    text: str


class Questions:
    """Asks in threads of its own, and waits no longer than a limit.

    A thread cannot be stopped from outside: a query that was given up goes on until it ends, and
    takes one of the few places until then.

    Args:
        ask: Answers a query.
        seconds: How long to wait.
    """

    def __init__(self, ask: Ask, seconds: float) -> None:
        self._ask = ask
        self._seconds = seconds
        self._places = threading.BoundedSemaphore(_MOST_AT_ONCE)

    def answer(self, sparql: str) -> Reply:
        """Return the answer to a query.

        Raises:
            QueryCutError: If it takes too long, or too many run already.
            KgError: As `ask` does.
        """
        if not sparql.strip():
            raise QueryError("the query is empty; choose one of the library or write your own")
        if not self._places.acquire(blocking=False):
            raise QueryCutError(
                f"{_MOST_AT_ONCE} queries are running already; wait until one has ended"
            )
        found: list[Reply | Exception] = []
        # A daemon, so that Ctrl-C does not wait for it.
        thread = threading.Thread(target=self._run, args=(sparql, found), daemon=True)
        thread.start()
        thread.join(self._seconds)
        if not found:
            raise QueryCutError(
                f"the query was cut after {self._seconds:g} seconds without an answer; make it "
                "narrower or add a LIMIT, or run it with `kg query`, which waits"
            )
        if isinstance(found[0], Exception):
            raise found[0]
        return found[0]

    def _run(self, sparql: str, found: list[Reply | Exception]) -> None:
        try:
            found.append(self._ask(sparql))
        except Exception as error:  # handed over to the thread that waits
            found.append(error)
        finally:
            self._places.release()
