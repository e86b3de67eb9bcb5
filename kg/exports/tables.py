"""CSV and Parquet: the tables of events, actors and skips, for spreadsheets and data frames."""

import importlib.util
import io
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.errors import ExportError
from kg.exports.options import ExportOptions
from kg.graph import KnowledgeGraph
from kg.graph.cells import iter_csv
from kg.graph.terms import clean

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["iter_actors_csv", "iter_events_csv", "iter_events_parquet", "iter_skips_csv"]

SKIP_COLUMNS = ("where", "reason", "detail")


def iter_events_csv(graph: KnowledgeGraph, *, options: ExportOptions) -> Iterator[str]:
    """Yield the table of events as CSV."""
    yield from _csv(graph.events)


def iter_actors_csv(graph: KnowledgeGraph, *, options: ExportOptions) -> Iterator[str]:
    """Yield the table of actors as CSV."""
    yield from _csv(graph.actors)


def iter_skips_csv(graph: KnowledgeGraph, *, options: ExportOptions) -> Iterator[str]:
    """Yield the inputs that were not taken as CSV."""
    skips = ((skip.where, skip.reason, skip.detail) for skip in graph.records.skips)
    yield from iter_csv(SKIP_COLUMNS, skips)


def iter_events_parquet(graph: KnowledgeGraph, *, options: ExportOptions) -> Iterator[bytes]:
    """Yield the table of events as Parquet.

    Raises:
        ExportError: If pyarrow is not installed.
    """
    if importlib.util.find_spec("pyarrow") is None:
        raise ExportError(
            "Parquet needs pyarrow, which is not installed; run pip install 'conflict-kg[parquet]'"
        )
    frame = graph.events
    texts: list[str] = list(frame.select_dtypes("string").columns)
    for name in texts:
        frame[name] = frame[name].map(clean, na_action="ignore").astype("string")
    file = io.BytesIO()
    frame.to_parquet(file, engine="pyarrow", index=False)
    yield file.getvalue()


def _csv(frame: "pd.DataFrame") -> Iterator[str]:
    known = frame.astype(object).where(frame.notna(), None)
    yield from iter_csv(list(frame.columns), known.itertuples(index=False, name=None))
