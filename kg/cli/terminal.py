"""What people see in a terminal: progress, summaries, errors; text from outside made harmless."""

import contextlib
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NoReturn

from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from kg.model import Skip

__all__ = [
    "fail",
    "give_up",
    "harmless",
    "progress_bar",
    "skip_lines",
    "summary",
    "write_line",
    "write_note",
    "write_table",
    "write_text",
]

MAX_SKIPS_SHOWN = 5
INTERRUPTED = 130  # 128 and the number of SIGINT


def harmless(text: str) -> str:
    r"""Return text without the control characters that could steer a terminal.

    Example:
        >>> harmless("red \x1b[31m text")
        'red [31m text'
    """
    return "".join(c for c in text if c.isprintable() or c in "\n\t")


def write_line(text: str = "") -> None:
    """Write one line of results to standard output."""
    sys.stdout.write(harmless(text) + "\n")


def write_text(text: str) -> None:
    """Write a text of several lines to standard output, to be read by another program.

    On a terminal the characters that could steer it are left out; a file or pipe gets them all.
    """
    sys.stdout.write(harmless(text) if sys.stdout.isatty() else text)


def write_table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Write a table to standard output: wrapped to fit a terminal, else a line a row."""
    cells = [[harmless(" ".join(cell.split())) for cell in row] for row in rows]
    if not sys.stdout.isatty():
        widths = [max(map(len, column)) for column in zip(columns, *cells, strict=True)]
        for row in (columns, *cells):
            padded = (f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True))
            write_line("  ".join(padded).rstrip())
        return
    table = Table(box=None, header_style="bold", pad_edge=False)
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in cells:
        table.add_row(*map(Text, row))
    Console().print(table)


def write_note(text: str) -> None:
    """Write one line to standard error, beside the results."""
    sys.stderr.write(harmless(text) + "\n")


def fail(message: str) -> NoReturn:
    """Write an error to standard error and leave with exit code 1."""
    write_note(f"kg: {message}")
    sys.exit(1)


def give_up(message: str) -> NoReturn:
    """Write to standard error what became of an interrupted command, and leave as shells expect."""
    write_note(f"\nkg: {message}")
    sys.exit(INTERRUPTED)


@contextlib.contextmanager
def progress_bar(label: str, *, unit: str = "articles") -> Iterator[Callable[[int], None]]:
    """Yield a function that moves a progress line on standard error, if that is a terminal."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda _: None
        return
    columns = (
        SpinnerColumn(),
        TextColumn(label),
        TextColumn(f"{{task.completed:.0f}} {unit}"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task(label, total=None)
        yield lambda done: progress.advance(task, done)


def summary(rows: Iterable[tuple[str, object]]) -> None:
    """Write a small table of names and values to standard output."""
    pairs = [(name, _shown(value)) for name, value in rows]
    width = max(len(name) for name, _ in pairs)
    for name, value in pairs:
        write_line(f"  {name:<{width}}  {value}")


def _shown(value: object) -> str:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return str(value)
    return f"{value:,}" if isinstance(value, int) else f"{value:.1f}"


def skip_lines(skips: Iterable[Skip]) -> Iterator[str]:
    """Yield a line a reason of skipping, with the first few places and what they have in common."""
    by_reason: dict[str, list[str]] = {}
    details: dict[str, set[str]] = {}
    for skip in skips:
        by_reason.setdefault(skip.reason, []).append(skip.where)
        details.setdefault(skip.reason, set()).add(skip.detail)
    for reason, count in Counter({r: len(w) for r, w in by_reason.items()}).most_common():
        places = ", ".join(Path(w).name for w in by_reason[reason][:MAX_SKIPS_SHOWN])
        more = " …" if count > MAX_SKIPS_SHOWN else ""
        yield f"{count} {reason} ({places}{more}){_why(details[reason])}"


def _why(details: set[str]) -> str:
    """Return the detail of skips of one reason, where they share it."""
    (detail, *others) = sorted(details)
    return f": {detail}" if detail and not others else ""
