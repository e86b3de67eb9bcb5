"""`kg export`: every format of the table, by name and by ending."""

import importlib.util
from pathlib import Path

import pytest

from kg.exports import EXPORTERS
from tests.conftest import Built
from tests.corpus import NEEDS
from tests.terminal import assert_refused, kg_here

pytestmark = pytest.mark.pipeline

IS_THERE = {name: importlib.util.find_spec(NEEDS.get(name, "kg")) for name in EXPORTERS}
every_format = pytest.mark.parametrize("name", [name for name in EXPORTERS if IS_THERE[name]])


@every_format
def test_format_is_written_by_its_name(
    name: str, built: Built, outputs: dict[str, bytes], tmp_path: Path
) -> None:
    file = tmp_path / EXPORTERS[name].file_name
    outcome = kg_here("export", built.folder, "--to", name, "-o", file)
    assert (outcome.exit_code, outcome.stdout) == (0, f"{file}\n"), outcome.stderr
    assert file.read_bytes() == outputs[file.name]


@every_format
def test_format_is_told_by_the_name_of_the_file(
    name: str, built: Built, outputs: dict[str, bytes], tmp_path: Path
) -> None:
    file = tmp_path / EXPORTERS[name].file_name
    kg_here("export", built.folder, "-o", file)
    assert file.read_bytes() == outputs[file.name]


def test_folder_gets_the_usual_name(built: Built, tmp_path: Path) -> None:
    outcome = kg_here("export", built.folder, "--to", "trig", "-o", tmp_path)
    assert outcome.stdout == f"{tmp_path / 'graph.trig'}\n"


def test_base_of_iris_can_be_given(built: Built, tmp_path: Path) -> None:
    file = tmp_path / "graph.ttl"
    base = "https://archive.example/kg/"
    kg_here("export", built.folder, "--base-iri", base, "-o", file)
    turtle = file.read_text(encoding="utf-8")
    assert base in turtle
    assert "https://w3id.org/conflict-kg/" not in turtle


@pytest.mark.parametrize(
    ("arguments", "exit_code", "words"),
    [
        ("nowhere -o graph.ttl", 1, "make one with `kg build`"),
        ("BUILT -o graph.nowhere", 1, "the name tells no format"),
        ("BUILT --to nowhere -o graph.ttl", 1, "choose a format of turtle, trig"),
        ("BUILT -o nowhere/graph.ttl", 1, "choose a file in a folder that exists"),
        ("BUILT --base-iri nowhere -o graph.ttl", 1, "nowhere"),
        ("BUILT", 2, "-o"),
    ],
)
def test_wrong_call_says_what_is_wrong(
    arguments: str,
    exit_code: int,
    words: str,
    built: Built,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    outcome = kg_here("export", *arguments.replace("BUILT", str(built.folder)).split())
    assert_refused(outcome, exit_code, words, tmp_path)
