"""The command line: one command, one file; this one gathers them."""

import inspect
from collections.abc import Callable
from typing import Annotated

import typer

from kg import __version__
from kg.cli.build import build
from kg.cli.demo import demo
from kg.cli.different import different
from kg.cli.explain import explain
from kg.cli.export import export
from kg.cli.extract import extract
from kg.cli.import_ import import_
from kg.cli.lexicon import lexicon
from kg.cli.push import push
from kg.cli.query import query
from kg.cli.remove import remove
from kg.cli.same import same
from kg.cli.score import score
from kg.cli.serve import serve
from kg.cli.terminal import fail
from kg.cli.validate import validate
from kg.cli.values import name_values
from kg.cli.view import view
from kg.errors import KgError

__all__ = ["COMMANDS", "app", "command_name", "main"]

COMMANDS = (
    *(demo, build, extract, view, serve, explain, query),
    *(export, import_, push, validate),
    *(same, different, remove, lexicon, score),
)

app = typer.Typer(
    name="kg",
    help="Read English news and build a knowledge graph of conflict events: who did what to whom,"
    " when, where, with what toll, and who says so.",
    epilog="Start with: kg demo",
    no_args_is_help=True,
    add_completion=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def command_name(command: Callable[..., None]) -> str:
    """Return what a command is called; `import` is a word that no function can have."""
    return command.__name__.rstrip("_")


def _help(command: Callable[..., None]) -> str:
    r"""Return what a command's docstring says; typer leaves the lines below a `\b` as they are."""
    return (inspect.getdoc(command) or "").replace("Examples:", "\b\nExamples:")


def _first_line(command: Callable[..., None]) -> str:
    return _help(command).partition("\n")[0]


for _command in COMMANDS:
    name_values(_command)
    app.command(
        name=command_name(_command),
        help=_help(_command),
        short_help=_first_line(_command),
        no_args_is_help=_command not in (demo, extract),
    )(_command)


def _show_version(wanted: bool) -> None:
    if not wanted:
        return
    from kg.documents import load_pipeline, pipeline_version

    typer.echo(f"kg {__version__}, pipeline {pipeline_version(load_pipeline())}")
    raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="Show versions."),
    ] = False,
) -> None:
    """Hold the options that come before a command."""


def main() -> None:
    """Run the command line; errors of ours and of the system become one line and exit code 1."""
    try:
        app()
    except KgError as error:
        fail(str(error))
    except OSError as error:  # a disk that is full, say; what has a better message is ours
        where = f"{error.filename}: " if error.filename else ""
        fail(f"{where}{error.strerror or error}; check the space and your rights there")
