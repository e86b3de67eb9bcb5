"""`kg validate`: is a graph, or an RDF file, as the shapes say?"""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg import STORE
from kg.cli.terminal import write_line
from kg.errors import ExportError

if TYPE_CHECKING:
    from kg.exports.validation import Report, Violation

__all__ = ["validate"]

MAX_SHOWN = 80  # characters of a value


def validate(
    path: Annotated[
        Path,
        typer.Argument(
            metavar="PATH",
            help="Folder that kg build wrote, or an RDF file: .ttl, .trig, .nq, .nt, .jsonld.",
        ),
    ],
    limit: Annotated[int, typer.Option(min=1, help="How many violations are shown.")] = 20,
) -> None:
    """Check a graph, or RDF that kg wrote, against the SHACL shapes.

    Writes one line if it conforms (exit code 0), else one line for each violation (exit code 1).
    Needs pyshacl: pip install 'conflict-kg[shacl]'.

    Examples:
      kg validate out
      kg validate graph.trig --limit 5
    """
    import kg
    from kg.exports.validation import check

    if not path.exists():
        raise ExportError(f"{path}: no such file or folder; check the spelling")
    is_store = path.is_dir() or path.suffix == Path(STORE).suffix
    report = check(kg.load(path) if is_store else path)
    if not report.violations:
        write_line(f"{path}: conforms; {_counts(report)}")
        return
    for violation in report.violations[:limit]:
        write_line(_line(violation))
    write_line(f"{path}: {_found(len(report.violations), limit)}; {_counts(report)}")
    raise typer.Exit(1)


def _found(number: int, limit: int) -> str:
    shown = f", {number - limit:,} of them not shown" if number > limit else ""
    return f"{number:,} violation{'' if number == 1 else 's'}{shown}"


def _counts(report: "Report") -> str:
    nodes = (f"{count:,} {name}" for name, count in report.nodes.items())
    return f"{report.statements:,} statements: {', '.join(nodes)}"


def _line(violation: "Violation") -> str:
    value = " ".join(violation.value.split())
    if len(value) > MAX_SHOWN:
        value = f"{value[:MAX_SHOWN]}…"
    subject = f"<{violation.focus}>" + (f" {violation.path}" if violation.path else "")
    found = f", not {value!r}" if value else ""
    return " ".join(f"{subject}: {violation.message}{found}".split())
