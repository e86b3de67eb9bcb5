"""`kg validate`: one line where all is well, else one for each violation."""

from pathlib import Path

import pytest

from kg.exports import export
from tests.conftest import Built
from tests.exports.test_validation import changed
from tests.samples import sample_graph
from tests.terminal import kg_here


@pytest.mark.pipeline
def test_folder_of_a_build_conforms(built: Built) -> None:
    outcome = kg_here("validate", built.folder)
    assert (outcome.exit_code, outcome.stderr) == (0, "")
    (line,) = outcome.stdout.splitlines()
    assert line.startswith(f"{built.folder}: conforms; ")
    assert " 8 kg:Article, " in line


@pytest.mark.pipeline
def test_folder_and_its_files_say_the_same(built: Built) -> None:
    lines = {
        kg_here("validate", path).stdout.partition("; ")[2]
        for path in (built.folder, built.folder / "graph.kg", built.folder / "graph.ttl")
    }
    assert len(lines) == 1


@pytest.mark.parametrize(
    "name", ["graph.ttl", "graph.trig", "graph.nq", "graph.nt", "graph.jsonld"]
)
def test_rdf_file_conforms(name: str, tmp_path: Path) -> None:
    file = export(sample_graph(), tmp_path / name)
    outcome = kg_here("validate", file)
    assert (outcome.exit_code, outcome.stderr) == (0, "")
    assert outcome.stdout.startswith(f"{file}: conforms; ")


def test_violation_is_one_line_with_all_that_is_known(tmp_path: Path) -> None:
    file = changed(tmp_path, "kg:polarity kg:Denied", "kg:polarity kg:Unsure")
    outcome = kg_here("validate", file)
    assert (outcome.exit_code, outcome.stderr) == (1, "")
    violation, summary = outcome.stdout.splitlines()
    assert violation.startswith("<https://w3id.org/conflict-kg/id/claim/c-")
    assert violation.endswith(
        "> kg:polarity: has exactly 1 kg:polarity, of kg:Polarity, "
        "not 'https://w3id.org/conflict-kg/ns#Unsure'"
    )
    assert summary.startswith(f"{file}: 1 violation; ")


def test_limit_hides_the_rest_and_counts_it(tmp_path: Path) -> None:
    file = export(sample_graph(), tmp_path / "graph.ttl")
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("kg:certainty kg:Certain", "kg:certainty kg:Sure"), "utf-8")
    shown, summary = kg_here("validate", file, "--limit", 1).stdout.splitlines()
    assert "kg:certainty" in shown
    total = len(kg_here("validate", file, "--limit", 1000).stdout.splitlines()) - 1
    assert total > 2
    assert f" {total} violations, {total - 1} of them not shown; " in summary


def test_hostile_values_cannot_steer_the_terminal(tmp_path: Path) -> None:
    value = r"\u001b[2J\nkg: all is well\u202e" + "x" * 500
    file = changed(tmp_path, "kg:polarity kg:Denied", f'kg:polarity "{value}"')
    outcome = kg_here("validate", file)
    assert outcome.exit_code == 1
    assert not {"\x1b", "\u202e"} & set(outcome.stdout)
    assert all(line.startswith(("<https://", str(file))) for line in outcome.stdout.splitlines())
    assert max(map(len, outcome.stdout.splitlines())) < 300


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("nowhere", "no such file or folder"),
        ("nowhere.ttl", "no such file or folder"),
        ("other.txt", "the name does not say which RDF it is"),
        ("broken.ttl", "is not valid RDF"),
        ("other.nt", "holds no node of kg"),
        ("empty", "make one with `kg build`"),
    ],
)
def test_what_cannot_be_checked_is_named(name: str, words: str, tmp_path: Path) -> None:
    (tmp_path / "broken.ttl").write_text("a b c", encoding="utf-8")
    (tmp_path / "other.nt").write_text("<urn:s> <urn:p> <urn:o> .\n", encoding="utf-8")
    (tmp_path / "other.txt").touch()
    (tmp_path / "empty").mkdir()
    outcome = kg_here("validate", tmp_path / name)
    assert (outcome.exit_code, outcome.stdout) == (1, "")
    assert words in outcome.stderr
    assert len(outcome.stderr.splitlines()) == 1
