"""What holds for the command line as a whole: versions, help, and where errors go."""

import re
import sys
import tomllib
from unittest import mock

import pytest

import kg
from kg.cli.app import COMMANDS, command_name
from tests.corpus import ROOT
from tests.terminal import kg_apart, kg_here, python_apart


@pytest.mark.pipeline
def test_version_names_program_and_pipeline() -> None:
    outcome = kg_here("--version")
    assert outcome.exit_code == 0
    assert re.fullmatch(
        rf"kg {re.escape(kg.__version__)}, pipeline en_\w+ \d+\.\d+\.\d+\n", outcome.stdout
    )


def test_version_is_that_of_the_distribution() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert kg.__version__ == project["version"]


def test_help_lists_every_command_and_where_to_start() -> None:
    words = kg_here("--help").stdout
    assert [command_name(c) for c in COMMANDS if f"\n  {command_name(c)} " not in words] == []
    assert "Start with: kg demo" in words


def test_no_arguments_is_help_and_wrong_usage() -> None:
    outcome = kg_here()
    assert outcome.exit_code == 2
    assert "Start with: kg demo" in outcome.stdout + outcome.stderr


def test_unknown_command_is_wrong_usage() -> None:
    outcome = kg_here("nowhere")
    assert (outcome.exit_code, outcome.stdout) == (2, "")
    assert "nowhere" in outcome.stderr


@pytest.mark.slow
def test_error_is_one_line_on_standard_error() -> None:
    outcome = kg_apart("view", "nowhere")
    assert (outcome.exit_code, outcome.stdout) == (1, "")
    assert outcome.stderr == "kg: nowhere: there is no store; make one with `kg build`\n"


def test_starting_the_command_line_loads_nothing_heavy() -> None:
    heavy = ("spacy", "pyvis", "rdflib", "pandas", "networkx", "trafilatura", "jinja2")
    code = f"import sys, kg.cli; print([name for name in {heavy!r} if name in sys.modules])"
    assert python_apart("-c", code).stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (OSError(28, "No space left on device"), "kg: No space left on device; check the space"),
        (OSError(5, "I/O error", "out/x"), "kg: out/x: I/O error; check the space"),
    ],
    ids=["a stream", "a file"],
)
def test_failing_disk_is_one_line_too(
    error: OSError, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.modules["kg.cli.app"], "app", mock.Mock(side_effect=error))
    outcome = kg_here("query", "--list")
    assert (outcome.exit_code, outcome.stdout) == (1, "")
    assert outcome.stderr.startswith(told)


def test_help_names_values_as_the_reference_does() -> None:
    told = re.sub(r" +", " ", kg_here("build", "--help").stdout)
    assert "--published YYYY-MM-DD Day" in told
    assert "--workers NUMBER Processes" in told
    assert "-o, --out PATH Folder" in told
    assert "--source TEXT Outlet" in told


def test_list_of_commands_cuts_no_sentence() -> None:
    assert "..." not in kg_here("--help").stdout.partition("Commands:")[2]
