"""CSV and Parquet: the tables of events, actors and skips, for spreadsheets and data frames."""

import csv
import importlib.util
import io
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from kg.errors import ExportError
from kg.exports.options import ExportOptions
from kg.graph import KnowledgeGraph
from kg.graph.terms import clean

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["iter_actors_csv", "iter_events_csv", "iter_events_parquet", "iter_skips_csv"]

SKIP_COLUMNS = ("where", "reason", "detail")
BYTE_ORDER_MARK = "\ufeff"  # without it Excel reads UTF-8 as the code page of the machine

# What makes a spreadsheet take a text for a formula (OWASP, "CSV Injection"), wide forms included.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def iter_events_csv(graph: KnowledgeGraph, *, options: ExportOptions) -> Iterator[str]:
    """Yield the table of events as CSV."""
    yield from _csv(graph.events)


def iter_actors_csv(graph: KnowledgeGraph, *, options: ExportOptions) -> Iterator[str]:
    """Yield the table of actors as CSV."""
    yield from _csv(graph.actors)


def iter_skips_csv(graph: KnowledgeGraph, *, options: ExportOptions) -> Iterator[str]:
    """Yield the inputs that were not taken as CSV."""
    skips = ((skip.where, skip.reason, skip.detail) for skip in graph.records.skips)
    yield from _lines(SKIP_COLUMNS, skips)


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
    yield from _lines(list(frame.columns), frame.itertuples(index=False, name=None))


def _lines(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> Iterator[str]:
    yield BYTE_ORDER_MARK + _line(columns)
    yield from (_line([_cell(value) for value in row]) for row in rows)


def _line(cells: Sequence[str]) -> str:
    file = io.StringIO()
    csv.writer(file, lineterminator="\n").writerow(cells)
    return file.getvalue()


def _cell(value: Any) -> str:
    """Return a value as a cell: what is not known is empty, and no text is a formula."""
    import pandas as pd

    if pd.isna(value):
        return ""
    if not isinstance(value, str):
        return str(value)
    text = clean(value)
    guarded = f"'{text}" if text.startswith(_FORMULA) else text
    return guarded.replace("\r\n", "\n").replace("\r", "\n")
