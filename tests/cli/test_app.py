"""What holds for the command line as a whole: versions, help, and where errors go."""

import re
import tomllib

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
