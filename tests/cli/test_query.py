"""`kg query`: its forms, its exit codes, and what it says of faulty calls."""

import csv
import io
import json
from pathlib import Path

import pytest

from benchmarks.worlds import write_store
from kg.stores import named_queries
from tests.samples import sample_graph
from tests.terminal import kg_here

LABELS = "SELECT ?e ?l { ?e a kg:Event ; rdfs:label ?l } ORDER BY ?e"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    write_store(sample_graph(), folder / "graph.kg")
    return folder


def events_that_happened() -> list[str]:
    return sorted(e.id for e in sample_graph().records.events if e.status != "candidate")


def test_table_has_a_line_a_row_and_prefixed_names(folder: Path) -> None:
    outcome = kg_here("query", folder, LABELS)
    head, *lines = outcome.stdout.splitlines()
    assert (outcome.exit_code, outcome.stderr, head.split()) == (0, "", ["e", "l"])
    assert [line.split()[0] for line in lines] == [f"event:{id_}" for id_ in events_that_happened()]
    assert "\u202e" not in outcome.stdout  # it would turn the line around


def test_csv_and_json_say_the_same(folder: Path) -> None:
    as_csv = kg_here("query", folder, LABELS, "--format", "csv").stdout
    as_json = kg_here("query", folder, LABELS, "--format", "json").stdout
    table = list(csv.DictReader(io.StringIO(as_csv.removeprefix("\ufeff"))))
    bindings = json.loads(as_json)["results"]["bindings"]
    assert [row["e"] for row in table] == [row["e"]["value"] for row in bindings]
    assert len(table) == len(events_that_happened())


@pytest.mark.parametrize(("asked", "answer"), [("kg:Event", ("yes\n", 0)), ("kg:No", ("no\n", 1))])
def test_ask_is_an_exit_code(folder: Path, asked: str, answer: tuple[str, int]) -> None:
    outcome = kg_here("query", folder, f"ASK {{ ?e a {asked} }}")
    assert (outcome.stdout, outcome.exit_code) == answer


def test_construct_is_turtle(folder: Path) -> None:
    text = "CONSTRUCT { ?e rdfs:label ?l } WHERE { ?e a kg:Event ; rdfs:label ?l }"
    outcome = kg_here("query", folder, text)
    assert outcome.exit_code == 0
    assert outcome.stdout.count("rdfs:label") == len(events_that_happened())


def test_query_comes_from_a_file_or_standard_input(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "labels.rq"
    file.write_text(LABELS, encoding="utf-8")
    expected = kg_here("query", folder, LABELS).stdout
    assert kg_here("query", folder, "--file", file).stdout == expected
    assert kg_here("query", folder, "-", stdin=LABELS.encode()).stdout == expected


def test_named_query_takes_values(folder: Path) -> None:
    outcome = kg_here(
        *("query", folder, "--named", "timeline-of-a-dyad"),
        *("--set", "one=Norland", "--set", "other=Sudria", "--format", "csv"),
    )
    assert outcome.exit_code == 0
    assert "1994-01-01" in outcome.stdout


def test_library_is_listed_and_shown() -> None:
    listed = kg_here("query", "--list").stdout
    assert [name for name in named_queries() if f"  {name} " not in listed] == []
    shown = kg_here("query", "--named", "denials", "--show").stdout
    assert shown == named_queries()["denials"].text


FAULTY = {
    "no query": ((), 2, "give a query"),
    "two queries": ((LABELS, "--named", "denials"), 2, "give a query"),
    "unknown form": ((LABELS, "--format", "xml"), 2, "table, csv, json"),
    "value without name": ((LABELS, "--set", "a=b"), 2, "--named"),
    "unknown name": (("--named", "nonsense"), 1, "choose one of"),
    "faulty": (("SELECT ?e {",), 1, "no valid SPARQL at 1:"),
    "service": (("ASK { SERVICE <x:y> {} }",), 1, "SERVICE"),
    "missing file": (("--file", "nowhere.rq"), 1, "nowhere.rq: cannot be read"),
}


@pytest.mark.parametrize(("arguments", "code", "told"), FAULTY.values(), ids=FAULTY)
def test_faulty_call_is_told(
    folder: Path, arguments: tuple[str, ...], code: int, told: str
) -> None:
    outcome = kg_here("query", folder, *arguments)
    assert (outcome.exit_code, outcome.stdout) == (code, "")
    assert told in outcome.stderr


def test_folder_without_a_store_is_told(tmp_path: Path) -> None:
    outcome = kg_here("query", tmp_path, LABELS)
    assert outcome.exit_code == 1
    assert "there is no store" in outcome.stderr
    assert list(tmp_path.iterdir()) == []
