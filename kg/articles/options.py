"""How to read: what the caller knows of the inputs that they do not say themselves."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import IO, Any

from kg.errors import ArticleError

__all__ = ["FIELDS", "ReadOptions"]

FIELDS = ("id", "text", "published", "title", "source", "url")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOptions:
    """What the caller knows of the inputs, and how much to take at once.

    Attributes:
        published: Day of publication of articles that state none.
        source: The outlet of articles that state none.
        columns: Field (one of `FIELDS`) to the column or JSON field that holds it; fields not
            named here are found by the usual names.
        max_bytes: Longest text, JSON line or table row that is taken. A web page may weigh four
            times as much, a feed ten times, for their markup.
        max_file_bytes: Largest file that is opened at all; files of many articles are read line
            by line, so this is no bound on memory.
        stdin: What the input `-` reads, best a stream of bytes.

    Raises:
        ArticleError: If `columns` names a field that no article has, or a size is not positive.
    """

    published: date | None = None
    source: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    max_bytes: int = 5_000_000
    max_file_bytes: int = 2_000_000_000
    stdin: IO[Any] | None = None

    def __post_init__(self) -> None:
        unknown = sorted(set(self.columns) - set(FIELDS))
        if unknown:
            raise ArticleError(
                f"columns: {', '.join(unknown)}: no field of an article;"
                f" the fields are {', '.join(FIELDS)}"
            )
        if self.max_bytes < 1 or self.max_file_bytes < 1:
            raise ArticleError("max_bytes and max_file_bytes must be positive")
