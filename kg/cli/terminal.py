"""What people see in a terminal: progress, summaries, errors; text from outside made harmless."""

import contextlib
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NoReturn

from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from kg.model import Skip

__all__ = ["fail", "harmless", "progress_bar", "skip_lines", "summary", "write_line", "write_note"]

MAX_SKIPS_SHOWN = 5


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


def write_note(text: str) -> None:
    """Write one line to standard error, beside the results."""
    sys.stderr.write(harmless(text) + "\n")


def fail(message: str) -> NoReturn:
    """Write an error to standard error and leave with exit code 1."""
    write_note(f"kg: {message}")
    sys.exit(1)


@contextlib.contextmanager
def progress_bar(label: str) -> Iterator[Callable[[int], None]]:
    """Yield a function that moves a progress line on standard error, if that is a terminal."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda _: None
        return
    columns = (
        SpinnerColumn(),
        TextColumn(label),
        TextColumn("{task.completed:.0f} articles"),
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
    """Yield a line a reason of skipping, with the first few places."""
    by_reason: dict[str, list[str]] = {}
    for skip in skips:
        by_reason.setdefault(skip.reason, []).append(skip.where)
    for reason, count in Counter({r: len(w) for r, w in by_reason.items()}).most_common():
        places = ", ".join(Path(w).name for w in by_reason[reason][:MAX_SKIPS_SHOWN])
        more = " …" if count > MAX_SKIPS_SHOWN else ""
        yield f"{count} {reason} ({places}{more})"
