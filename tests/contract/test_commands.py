"""What every command of the table holds to, because it stands in the table."""

import inspect
import re
import shlex
from collections.abc import Callable, Iterator

import pytest
import typer

from kg.cli.app import COMMANDS, app, command_name
from kg.exports import EXPORTERS
from tests.terminal import kg_here

Command = Callable[..., None]

every_command = pytest.mark.parametrize("command", COMMANDS, ids=command_name)
GROUP = typer.main.get_command(app)


def examples_of(command: Command) -> list[str]:
    """Return the examples of a command's docstring, a line each."""
    _, _, examples = (inspect.getdoc(command) or "").partition("Examples:")
    return [line.strip() for line in examples.splitlines() if line.strip()]


def calls_of(example: str) -> Iterator[list[str]]:
    """Yield the arguments of every call of kg in a line of shell, without its redirections."""
    for part in re.split(r"[|<>]", example):
        words = shlex.split(part)
        if words[:1] == ["kg"]:
            yield words[1:]


@every_command
def test_help_says_what_the_command_does(command: Command) -> None:
    outcome = kg_here(command_name(command), "--help")
    assert (outcome.exit_code, outcome.stderr) == (0, "")
    first = (inspect.getdoc(command) or "").splitlines()[0]
    assert first in re.sub(r"\s+", " ", outcome.stdout)


@every_command
def test_help_shows_the_examples_line_by_line(command: Command) -> None:
    assert examples_of(command)
    lines = kg_here(command_name(command), "--help").stdout.splitlines()
    below = lines[lines.index("  Examples:") + 1 :]
    assert below[: len(examples_of(command))] == [f"    {e}" for e in examples_of(command)]


@every_command
def test_examples_are_calls_that_the_command_takes(command: Command) -> None:
    calls = [call for example in examples_of(command) for call in calls_of(example)]
    assert {call[0] for call in calls} == {command_name(command)}
    for _, *arguments in calls:
        GROUP.commands[command_name(command)].make_context(command_name(command), list(arguments))


@every_command
def test_every_argument_and_option_is_explained(command: Command) -> None:
    parameters = GROUP.commands[command_name(command)].params
    assert [p.name for p in parameters if not getattr(p, "help", "")] == []


@every_command
def test_unknown_option_is_wrong_usage(command: Command) -> None:
    outcome = kg_here(command_name(command), "--nowhere")
    assert (outcome.exit_code, outcome.stdout) == (2, "")
    assert "--nowhere" in outcome.stderr


@every_command
def test_command_stands_in_a_file_of_its_own(command: Command) -> None:
    assert command.__module__ == f"kg.cli.{command.__name__}"
    assert command.__name__ in inspect.getmodule(command).__all__  # type: ignore[union-attr]


def test_every_export_format_is_told() -> None:
    told = re.findall(r"\w+", kg_here("export", "--help").stdout)
    assert [name for name in EXPORTERS if name not in told] == []
