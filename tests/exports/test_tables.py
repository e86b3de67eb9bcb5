import csv
import io
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from kg.errors import ExportError
from kg.exports import export
from kg.graph import KnowledgeGraph
from kg.graph.frames import ACTOR_COLUMNS, EVENT_COLUMNS
from tests.samples import FORMULA, sample_graph

COLUMNS = {"csv": EVENT_COLUMNS, "actors": ACTOR_COLUMNS}


def rows_of(file: Path) -> list[dict[str, str]]:
    content = file.read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(content, newline="")))


def graph_named(name: str) -> KnowledgeGraph:
    """Return the sample with one name for all actors."""
    records = sample_graph().records
    actors = tuple(replace(actor, name=name, aliases=(name,)) for actor in records.actors)
    return KnowledgeGraph(
        articles=records.articles,
        claims=records.claims,
        resolution=replace(records.resolution, actors=actors),
    )


@pytest.mark.parametrize("name", COLUMNS)
def test_csv_has_the_agreed_columns_and_opens_in_excel(name: str, tmp_path: Path) -> None:
    content = export(sample_graph(), tmp_path, to=name).read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.splitlines()[0].decode("utf-8-sig").split(",") == list(COLUMNS[name])
    assert b"\r" not in content


@pytest.mark.parametrize(
    ("name", "frame"),
    [("csv", lambda graph: graph.events), ("actors", lambda graph: graph.actors)],
    ids=COLUMNS,
)
def test_csv_holds_the_values_of_the_data_frame(
    name: str, frame: Callable[[KnowledgeGraph], pd.DataFrame], tmp_path: Path
) -> None:
    rows = rows_of(export(sample_graph(), tmp_path, to=name))
    wanted = frame(sample_graph()).to_dict("records")
    assert [[_bare(v) for v in row.values()] for row in rows] == [
        ["" if pd.isna(value) else str(value) for value in row.values()] for row in wanted
    ]


def _bare(cell: str) -> str:
    return cell[1:] if cell.startswith("'=") else cell


CELLS = {
    "formula": ("=1+1", "'=1+1"),
    "plus": ("+1", "'+1"),
    "minus": ("-1", "'-1"),
    "function": ("@SUM(A1)", "'@SUM(A1)"),
    "tab": ("\t=1", "'\t'=1"),
    "carriage return": ("\r=1", "'\n'=1"),
    "newline": ("\n=1", "'\n'=1"),
    "behind a newline": ("two\n=1", "two\n'=1"),
    "wide equals": ("＝1+1", "'＝1+1"),
    "command": ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
    "newline inside": ("two\nlines", "two\nlines"),
    "quotes": ('Red "Wolf", Inc', 'Red "Wolf", Inc'),
    "apostrophe": ("'Sons'", "'Sons'"),
    "harmless": ("Army = Navy", "Army = Navy"),
    "NUL": ("a\x00b", "a\ufffdb"),
}


@pytest.mark.parametrize(("name", "cell"), CELLS.values(), ids=CELLS)
def test_no_text_is_a_formula(name: str, cell: str, tmp_path: Path) -> None:
    rows = rows_of(export(graph_named(name), tmp_path, to="actors"))
    assert {row["name"] for row in rows} == {cell}


def test_text_behind_a_semicolon_is_no_formula(tmp_path: Path) -> None:
    """A French or German Excel parts cells at `;`, whatever the quotes around them say."""
    graph = sample_graph()
    sentence = 'Rebels fled;=HYPERLINK("http://evil.example");+1; - 5 of them.'
    claims = [replace(c, sentence=replace(c.sentence, text=sentence)) for c in graph.records.claims]
    hostile = KnowledgeGraph.of(replace(graph.records, claims=tuple(claims)))
    rows = rows_of(export(hostile, tmp_path / "events.csv"))
    safe = "Rebels fled;'=HYPERLINK(\"http://evil.example\");'+1; - 5 of them."
    assert {row["sentence"] for row in rows} == {safe}


def test_skips_say_where_and_why(tmp_path: Path) -> None:
    assert rows_of(export(sample_graph(), tmp_path, to="skips")) == [
        {"where": "leeg.txt", "reason": "empty", "detail": ""},
        {"where": "news.jsonl:7", "reason": "broken JSON", "detail": '\'=cmd|" /C calc"!A0'},
    ]


def test_numbers_stay_numbers(tmp_path: Path) -> None:
    rows = rows_of(export(sample_graph(), tmp_path / "events.csv"))
    assert "-9.5" in {row["intensity"] for row in rows}
    assert {row["killed_high"] for row in rows} == {"", "12"}
    assert f"'{FORMULA}" in {row["targets"] for row in rows}


def test_parquet_without_pyarrow_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ExportError, match=r"pip install 'conflict-kg\[parquet\]'"):
        export(sample_graph(), tmp_path / "events.parquet")
    assert list(tmp_path.iterdir()) == []


def test_parquet_holds_the_data_frame(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow", reason="the extra parquet is not installed")
    graph: Any = graph_named("a\x00b")
    frame = pd.read_parquet(export(graph, tmp_path / "events.parquet"))
    assert list(frame.columns) == list(EVENT_COLUMNS)
    assert frame["event_id"].tolist() == graph.events["event_id"].tolist()
    assert frame["killed_high"].max() == 12
    assert "a\ufffdb" in set(frame["actors"])
