"""What every route has at hand: the graph, the queries, and what the caller decided."""

from collections.abc import Sequence
from dataclasses import dataclass

from kg.views.serving.asking import LibraryQuery, Questions
from kg.views.serving.shelves import Shelf

__all__ = ["Desk", "ServeOptions"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ServeOptions:
    """Options of the server.

    Attributes:
        host: The name or address that it listens on.
        query_seconds: How long a query may take.
    """

    host: str = "127.0.0.1"
    query_seconds: float = 30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What the routes work with."""

    shelf: Shelf
    questions: Questions
    library: Sequence[LibraryQuery]
