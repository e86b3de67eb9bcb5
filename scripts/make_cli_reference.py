"""Write docs/cli.md, the reference of the command line, from the commands themselves.

Run it after a command has changed:

python scripts/make_cli_reference.py            # write
python scripts/make_cli_reference.py --check    # only tell whether it is up to date
"""

import argparse
import inspect
import sys
import typing
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from typer.models import ArgumentInfo, ParameterInfo

from kg.cli.app import COMMANDS, app, command_name
from kg.cli.values import NAMES, value_type

DOCUMENT = Path(__file__).parent.parent / "docs" / "cli.md"
HEAD = """\
# The command line

{help}

{summary}
Results go to standard output, progress and notes to standard error. Exit codes: 0 done; 1 something
is wrong with the data, and one line says what, where, and what to do; 2 the command was called
wrongly; 130 it was interrupted, and a build goes on from there when it is run again. `kg push`
alone speaks to the network, `kg serve` listens on this machine's own address, and nothing is
written outside the output that is named. `kg --version` prints the versions of kg and of its
pipeline; `kg --install-completion` sets up completion in the shell. What the files hold is told in
[schema.md](schema.md).

This page is made by `scripts/make_cli_reference.py` from the commands' own words.
"""
EXAMPLES = "Examples:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """An argument or option of a command, in the words of its help."""

    name: str
    is_argument: bool
    value: str
    default: str
    help: str


def reference() -> str:
    """Return the whole page."""
    rows = "".join(
        f"| [`kg {command_name(c)}`](#kg-{command_name(c)}) | {_first_line(c)} |\n"
        for c in COMMANDS
    )
    summary = f"| command | what it does |\n|---|---|\n{rows}"
    head = HEAD.format(help=app.info.help, summary=summary)
    return "\n".join((head, *(_section(command) for command in COMMANDS)))


def parameters_of(command: Callable[..., None]) -> Iterator[Parameter]:
    """Yield the arguments and options of a command, in their order."""
    hints = typing.get_type_hints(command, include_extras=True)
    for name, parameter in inspect.signature(command).parameters.items():
        kind, info = typing.get_args(hints[name])
        yield _parameter(name, kind, info, parameter.default)


def examples_of(command: Callable[..., None]) -> tuple[str, ...]:
    """Return the examples of a command's docstring, a line each."""
    _, _, examples = _docstring(command).partition(EXAMPLES)
    return tuple(line.strip() for line in examples.splitlines() if line.strip())


def _parameter(name: str, kind: Any, info: ParameterInfo, default: object) -> Parameter:
    is_argument = isinstance(info, ArgumentInfo)
    return Parameter(
        name=_place(name, kind, info) if is_argument else ", ".join(_spellings(name, info)),
        is_argument=is_argument,
        value=_value(kind),
        default=_default(default, is_argument=is_argument),
        help=info.help or "",
    )


def _place(name: str, kind: Any, info: ParameterInfo) -> str:
    """Return how an argument stands in a call."""
    return (info.metavar or name.upper()) + ("…" if value_type(kind)[1] else "")


def _spellings(name: str, info: ParameterInfo) -> tuple[str, ...]:
    """Return how an option is written; beside a type, typer keeps the first way as its default."""
    written = (info.default, *(info.param_decls or ()))
    return tuple(w for w in written if isinstance(w, str)) or (f"--{name.replace('_', '-')}",)


def _value(kind: Any) -> str:
    """Return what a value looks like, "" for a switch."""
    kind, is_repeated = value_type(kind)
    return NAMES.get(kind, "") + (", may be repeated" if is_repeated else "")


def _default(default: object, *, is_argument: bool) -> str:
    if default is inspect.Parameter.empty:
        return "required"
    if default is None or default is False:
        return ""
    return f"`{default.as_posix() if isinstance(default, Path) else default}`"


def _section(command: Callable[..., None]) -> str:
    parameters = list(parameters_of(command))
    arguments = " ".join(p.name for p in parameters if p.is_argument)
    usage = " ".join(
        part for part in (f"kg {command_name(command)}", arguments, "[OPTIONS]") if part
    )
    parts = [f"## kg {command_name(command)}", _description(command), f"    {usage}"]
    if parameters:
        parts.append(_table(parameters))
    examples = "\n".join(examples_of(command))
    return "\n\n".join((*parts, f"```sh\n{examples}\n```")) + "\n"


def _table(parameters: Sequence[Parameter]) -> str:
    rows = [
        f"| `{p.name}` | {p.value} | {p.default} | {p.help.replace('|', chr(92) + '|')} |"
        for p in parameters
    ]
    return "\n".join(("| argument or option | value | default | |", "|---|---|---|---|", *rows))


def _description(command: Callable[..., None]) -> str:
    text, _, _ = _docstring(command).partition(EXAMPLES)
    return text.strip()


def _docstring(command: Callable[..., None]) -> str:
    return (inspect.getdoc(command) or "").replace("\b", "")  # keeps lines apart in --help


def _first_line(command: Callable[..., None]) -> str:
    return _description(command).splitlines()[0].rstrip(".")


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the page, or check it; return 1 where a check finds it out of date."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--check", action="store_true", help="write nothing")
    is_check = parser.parse_args(arguments).check
    page = reference()
    if is_check:
        return int(not DOCUMENT.is_file() or DOCUMENT.read_text(encoding="utf-8") != page)
    DOCUMENT.write_text(page, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
