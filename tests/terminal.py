"""The command line as tests call it: in this process where that is enough, else in its own."""

import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest import mock

from typer.testing import CliRunner

from kg.cli import main
from tests.corpus import ROOT

__all__ = [
    "Outcome",
    "kg_apart",
    "kg_here",
    "kill_this_process",
    "printed_for_any_seed",
    "python_apart",
]


PATIENCE_SECONDS = 300.0  # for what would otherwise never end


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How a command ended, and what it wrote to each stream."""

    exit_code: int
    stdout: str
    stderr: str


def kg_here(*arguments: object, stdin: bytes = b"", env: dict[str, str] | None = None) -> Outcome:
    """Run `kg ARGUMENTS` in this process."""
    exit_code = 0
    with (
        mock.patch.object(sys, "argv", ["kg", *map(str, arguments)]),
        CliRunner().isolation(input=stdin, env=env) as (stdout, stderr, _),
    ):
        try:
            main()
        except SystemExit as end:
            exit_code = _number(end.code)
        sys.stdout.flush()
        sys.stderr.flush()
        written = stdout.getvalue().decode(), stderr.getvalue().decode()
    return Outcome(exit_code=exit_code, stdout=written[0], stderr=written[1])


def assert_refused(outcome: Outcome, exit_code: int, words: str, folder: Path) -> None:
    """A refused call says why on standard error alone, and leaves nothing in the folder."""
    assert (outcome.exit_code, outcome.stdout) == (exit_code, "")
    assert words in outcome.stderr
    assert list(folder.iterdir()) == []


def kg_apart(*arguments: object, stdin: bytes = b"") -> Outcome:
    """Run `kg ARGUMENTS` in a process of its own."""
    return python_apart("-m", "kg", *arguments, stdin=stdin)


def python_apart(*arguments: object, stdin: bytes = b"", **env: str) -> Outcome:
    """Run Python in a process of its own, beside this checkout, with variables set."""
    done = subprocess.run(
        [sys.executable, *map(str, arguments)],
        input=stdin,
        capture_output=True,
        check=False,
        timeout=PATIENCE_SECONDS,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), **env},
    )
    return Outcome(
        exit_code=done.returncode, stdout=done.stdout.decode(), stderr=done.stderr.decode()
    )


def printed_for_any_seed(code: str) -> str:
    """Return what a program prints, once it printed the same under two seeds of hashing."""
    first, second = (python_apart("-c", code, PYTHONHASHSEED=seed) for seed in ("1", "20"))
    assert first.exit_code == second.exit_code == 0, first.stderr + second.stderr
    assert first.stdout == second.stdout
    return first.stdout.strip()


def kill_this_process(*_: object) -> None:
    """End at once, without a word; stands here so that processes that tests start find it."""
    os.kill(os.getpid(), signal.SIGKILL)


def _number(code: Any) -> int:
    return code if isinstance(code, int) else int(code is not None)
