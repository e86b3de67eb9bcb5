"""What `kg same` and `kg different` share: two names to a judgement, kept and merged anew."""

import getpass
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from kg import STORE
from kg.cli.terminal import summary, write_line

__all__ = ["Folder", "Left", "Right", "Undo", "Who", "Why", "judge_pair"]

Folder: TypeAlias = Annotated[
    Path, typer.Argument(metavar="DIR", help="Folder that kg build wrote.")
]
Left: TypeAlias = Annotated[
    str, typer.Argument(metavar="A", help="Id or name of an actor; or id of an event or claim.")
]
Right: TypeAlias = Annotated[str, typer.Argument(metavar="B", help="The other one.")]
Who: TypeAlias = Annotated[str | None, typer.Option(help="Who says so; by default, you.")]
Why: TypeAlias = Annotated[str, typer.Option(help="The reason, for those who come later.")]
Undo: TypeAlias = Annotated[
    bool, typer.Option("--undo", help="Take back what was said of this pair.")
]


def judge_pair(
    folder: Path,
    left: str,
    right: str,
    *,
    is_same: bool,
    who: str | None,
    why: str,
    is_undone: bool,
    lexicon: list[Path] | None,
) -> None:
    """Keep or take back a judgement, merge anew, renew the exports, and tell what changed."""
    from kg.cli.building import write_exports
    from kg.graph import Store
    from kg.pipeline import Word
    from kg.pipeline import judge_pair as run

    when = datetime.now(UTC).isoformat(timespec="seconds")
    word = Word(is_same=is_same, who=who or _user(), when=when, why=why, is_undone=is_undone)
    with Store.open(folder / STORE) as store:
        change = run(store, left, right, word, lexicon=tuple(lexicon or ()))
    write_exports(change.after, folder)
    told = "is no longer judged" if is_undone else ("is" if is_same else "is not")
    write_line(f"{change.judgement.left} {told} {change.judgement.right}")
    before, after = change.before.records, change.after.records
    summary(
        [
            ("actors", f"{len(before.actors):,} before, {len(after.actors):,} now"),
            ("events", f"{len(before.events):,} before, {len(after.events):,} now"),
        ]
    )


def _user() -> str:
    try:
        return os.environ.get("KG_USER") or getpass.getuser()
    except (KeyError, OSError):  # an id without a name
        return "unknown"
