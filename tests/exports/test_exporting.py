import json
import os
import stat
import time
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from kg.errors import ExportError
from kg.exports import (
    EXPORTERS,
    Exporter,
    ExportOptions,
    Run,
    export,
    exporting,
    find_exporter,
    read_rdf,
)
from kg.model.records import claim_from_record
from tests.exports.rdf_files import oxigraph_quads
from tests.samples import sample_claims, sample_graph

FOUND = {
    "extension": ("out/x.ttl", None, "turtle"),
    "capitals": ("X.TRIG", None, "trig"),
    "several dots": ("a.b.nq", None, "nquads"),
    "format wins over extension": ("x.ttl", "ntriples", "ntriples"),
    "any csv is of events": ("x.csv", None, "csv"),
    "usual name of actors": ("out/actors.csv", None, "actors"),
    "actors by format": ("x.csv", "actors", "actors"),
    "usual name of actors as csv": ("out/actors.csv", "csv", "actors"),
    "usual name of skips as csv": ("out/skipped.csv", "csv", "skips"),
    "actors where events are usual": ("events.csv", "actors", "actors"),
    "usual name of another format": ("actors.csv", "turtle", "turtle"),
}


@pytest.mark.parametrize(("path", "to", "name"), FOUND.values(), ids=FOUND)
def test_format_is_found(path: str, to: str | None, name: str) -> None:
    assert find_exporter(Path(path), to) is EXPORTERS[name]


NOT_FOUND = [("x.doc", None), ("x", None), (".ttl", None), ("x.ttl", "word"), ("x.ttl", "")]


@pytest.mark.parametrize(("path", "to"), NOT_FOUND)
def test_unknown_format_lists_all(path: str, to: str | None, tmp_path: Path) -> None:
    with pytest.raises(ExportError) as caught:
        export(sample_graph(), tmp_path / path, to=to)
    assert all(name in str(caught.value) for name in EXPORTERS)
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_export_left_is_removed_a_day_later(tmp_path: Path) -> None:
    def left(name: str, file: str, age_seconds: float) -> None:
        (tmp_path / name).mkdir()
        (tmp_path / name / file).write_text("half")
        before = time.time() - age_seconds
        for each in (tmp_path / name / file, tmp_path / name):
            os.utime(each, (before, before))

    left(".kg-killed", "unfinished", 90_000)
    left(".kg-at-work", "unfinished", 60)
    left(".kg-of-the-user", "notes.txt", 90_000)
    export(sample_graph(), tmp_path / "events.csv")
    names = sorted(each.name for each in tmp_path.iterdir())
    assert names == [".kg-at-work", ".kg-of-the-user", "events.csv"]


def test_bad_base_iri_is_refused_for_every_format(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="base IRI"):
        export(sample_graph(), tmp_path / "events.csv", options=ExportOptions(base_iri="no base"))


def test_no_two_formats_share_a_name_or_extension() -> None:
    names = [exporter.file_name for exporter in EXPORTERS.values()]
    endings = [end for exporter in EXPORTERS.values() for end in exporter.extensions]
    assert len(set(names)) == len(names)
    assert len(set(endings)) == len(endings)


def broken(graph: Any, *, options: ExportOptions) -> Iterator[str]:
    yield "half"
    raise ExportError("broken off")


@pytest.fixture
def broken_exporter(monkeypatch: pytest.MonkeyPatch) -> Mapping[str, Exporter]:
    table = {**EXPORTERS, "turtle": replace(EXPORTERS["turtle"], iterate=broken)}
    monkeypatch.setattr(exporting, "EXPORTERS", table)
    return table


@pytest.mark.usefixtures("broken_exporter")
def test_broken_export_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    file = tmp_path / "graph.ttl"
    file.write_text("old")
    with pytest.raises(ExportError, match="broken off"):
        export(sample_graph(), file)
    assert file.read_text() == "old"
    assert list(tmp_path.iterdir()) == [file]


def test_export_replaces_a_file_and_leaves_nothing_else(tmp_path: Path) -> None:
    file = tmp_path / "graph.ttl"
    file.write_text("old")
    assert export(sample_graph(), str(file)) == file
    assert file.read_text("utf-8").startswith("@prefix kg:")
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.skipif(os.name == "nt", reason="permissions of POSIX")
def test_file_has_the_usual_permissions(tmp_path: Path) -> None:
    usual = tmp_path / "usual"
    usual.touch()
    file = export(sample_graph(), tmp_path / "claims.jsonl")
    assert stat.S_IMODE(file.stat().st_mode) == stat.S_IMODE(usual.stat().st_mode)


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_link_stays_a_link(tmp_path: Path) -> None:
    file, link = tmp_path / "real.jsonl", tmp_path / "claims.jsonl"
    file.write_text("old")
    link.symlink_to(file)
    export(sample_graph(), link)
    assert link.is_symlink()
    assert file.read_text("utf-8").startswith("{")


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="no devices")
def test_device_is_written_to_and_not_replaced() -> None:
    assert export(sample_graph(), "/dev/null", to="turtle") == Path("/dev/null")
    assert not Path("/dev/null").is_file()


def test_jsonl_joins_claims_with_events_and_actors(tmp_path: Path) -> None:
    lines = export(sample_graph(), tmp_path / "claims.jsonl").read_text("utf-8").splitlines()
    records = [json.loads(line) for line in lines]
    graph = sample_graph()
    assert sorted(record["id"] for record in records) == sorted(c.id for c in sample_claims())
    for record in records:
        claim = graph.claim(record["id"])
        assert record["event_id"] == graph.event_of(claim.id)
        found = [actor["actor_id"] for actor in record["actors"]]
        assert found == [graph.actor_of(claim, mention) for mention in claim.actors]
        assert claim_from_record(record) == claim


RUN = Run(at=datetime(2024, 3, 7, 9, tzinfo=UTC), version="9.9", pipeline="kg_news 1.2.3")


@pytest.mark.parametrize("extension", [".ttl", ".trig", ".nq", ".nt", ".jsonld"])
def test_run_is_written_on_request_and_is_no_part_of_the_graph(
    extension: str, tmp_path: Path
) -> None:
    plain = export(sample_graph(), tmp_path / f"plain{extension}")
    file = export(sample_graph(), tmp_path / f"run{extension}", options=ExportOptions(run=RUN))
    more = oxigraph_quads(file) - oxigraph_quads(plain)
    assert oxigraph_quads(plain) < oxigraph_quads(file)
    assert {quad[3] for quad in more} <= {"", "https://w3id.org/conflict-kg/id/runs"}
    values = " ".join(quad[2] for quad in more)
    for words in ("2024-03-07T09:00:00+00:00", "conflict-kg", "9.9", "kg_news", "1.2.3"):
        assert words in values
    made = [quad[0] for quad in more if quad[1].endswith("wasGeneratedBy>")]
    assert len(made) == len(sample_graph().records.articles) + 1
    assert read_rdf(file) == read_rdf(plain)
