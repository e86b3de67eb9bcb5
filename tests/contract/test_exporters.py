"""What every row of the table of formats must do, because it is there."""

import importlib.util
from dataclasses import replace
from pathlib import Path

import pytest

from kg.errors import ExportError
from kg.exports import EXPORTERS, export
from kg.graph import KnowledgeGraph
from kg.model import Resolution
from tests.samples import sample_graph
from tests.terminal import python_apart

NEEDS = {"parquet": "pyarrow"}


def _missing(name: str) -> str | None:
    """Return what has to be installed for a format, None if nothing."""
    library = NEEDS.get(name)
    if library is None or importlib.util.find_spec(library) is not None:
        return None
    return f"{library} is not installed"


every_format = pytest.mark.parametrize(
    "name",
    [
        pytest.param(name, marks=[pytest.mark.skip(reason=reason)] if reason else [])
        for name, reason in ((name, _missing(name)) for name in EXPORTERS)
    ],
)
HOSTILE = "=x\x00\"'</data>\\ \r\n\u2028\u202e> . <b>&{}]]>\uffff"


@every_format
def test_format_is_described(name: str) -> None:
    exporter = EXPORTERS[name]
    assert exporter.description
    assert exporter.file_name == exporter.file_name.lower()
    assert all(end.startswith(".") and end == end.lower() for end in exporter.extensions)


@every_format
def test_format_writes_the_sample(name: str, tmp_path: Path) -> None:
    file = export(sample_graph(), tmp_path, to=name)
    assert file == tmp_path / EXPORTERS[name].file_name
    assert file.stat().st_size > 0
    if EXPORTERS[name].is_text:
        content = file.read_bytes().decode("utf-8")
        assert "\r" not in content
        assert content.endswith("\n")


@every_format
def test_format_writes_an_empty_graph(name: str, tmp_path: Path) -> None:
    empty = KnowledgeGraph(articles=(), claims=(), resolution=Resolution())
    assert export(empty, tmp_path, to=name).exists()


def hostile_graph() -> KnowledgeGraph:
    """Return the sample with hostile text wherever text comes from outside."""
    records = sample_graph().records
    articles = [replace(a, title=HOSTILE, source=HOSTILE, url=HOSTILE) for a in records.articles]
    claims = [
        replace(c, actors=tuple(replace(m, name=HOSTILE, label=HOSTILE) for m in c.actors))
        for c in records.claims
    ]
    actors = tuple(replace(a, name=HOSTILE, aliases=(HOSTILE,)) for a in records.actors)
    events = tuple(
        replace(e, place=replace(e.place, name=HOSTILE, country=HOSTILE)) if e.place else e
        for e in records.events
    )
    resolution = replace(records.resolution, actors=actors, events=events)
    return KnowledgeGraph(articles=articles, claims=claims, resolution=resolution)


@every_format
def test_format_survives_hostile_text(name: str, tmp_path: Path) -> None:
    file = export(hostile_graph(), tmp_path, to=name)
    content = file.read_bytes()
    if EXPORTERS[name].is_text:
        text = content.decode("utf-8-sig")
        assert "\x00" not in text


@every_format
def test_unwritable_path_is_an_export_error(name: str, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for path in (tmp_path / "missing" / "x", tmp_path / "file" / "x", tmp_path / ("x" * 300)):
        with pytest.raises(ExportError, match="cannot be written"):
            export(sample_graph(), path, to=name)
    assert [entry.name for entry in tmp_path.iterdir()] == ["file"]


WRITE_ALL = """
import sys
from kg.exports import EXPORTERS, export
from tests.samples import sample_graph
for name in sys.argv[2:]:
    export(sample_graph(), sys.argv[1], to=name)
"""


def test_bytes_do_not_depend_on_the_hash_seed(tmp_path: Path) -> None:
    names = [name for name in EXPORTERS if _missing(name) is None]
    for seed in ("1", "20"):
        folder = tmp_path / seed
        folder.mkdir()
        done = python_apart("-c", WRITE_ALL, folder, *names, PYTHONHASHSEED=seed)
        assert done.exit_code == 0, done.stderr
    for name in names:
        file_name = EXPORTERS[name].file_name
        first, second = ((tmp_path / seed / file_name).read_bytes() for seed in ("1", "20"))
        assert first == second, name
