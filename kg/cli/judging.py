"""What `kg same` and `kg different` share: two names to a judgement, kept and merged anew."""

import getpass
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from kg import STORE
from kg.cli.terminal import summary, write_line
from kg.errors import ResolutionError

if TYPE_CHECKING:
    from kg.graph import KnowledgeGraph, Store

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
    from kg.model import Judgement
    from kg.pipeline import judge, withdraw

    with Store.open(folder / STORE) as store:
        before = store.load()
        kind, one, other = _pair(store, before, left, right)
        judgement = Judgement(
            kind=kind,
            left=one,
            right=other,
            is_same=is_same,
            who=who or _user(),
            when=datetime.now(UTC).isoformat(timespec="seconds"),
            why=why,
        )
        run = withdraw if is_undone else judge
        after = run(store, judgement, lexicon=tuple(lexicon or ()))
    write_exports(after, folder)
    word = "is no longer judged" if is_undone else ("is" if is_same else "is not")
    write_line(f"{one} {word} {other}")
    summary(
        [
            ("actors", f"{len(before.records.actors):,} before, {len(after.records.actors):,} now"),
            ("events", f"{len(before.records.events):,} before, {len(after.records.events):,} now"),
        ]
    )


def _pair(store: "Store", graph: "KnowledgeGraph", left: str, right: str) -> tuple[str, str, str]:
    """Return the kind of two things and the ids that a judgement on them holds on to."""
    (kind, one), (other_kind, other) = (_anchor(store, graph, asked) for asked in (left, right))
    if kind != other_kind:
        raise ResolutionError(
            f"{left!r} is an {kind}, {right!r} an {other_kind}; judge two actors or two events"
        )
    if one == other:
        raise ResolutionError(f"{left!r} and {right!r} are both {one} already; name two")
    return kind, one, other


def _anchor(store: "Store", graph: "KnowledgeGraph", asked: str) -> tuple[str, str]:
    """Return "event" and a claim, as events change their ids and claims never; or an actor.

    An actor that a judgement made part of another has no node of its own; its id is known all the
    same, so that the judgement can be taken back.
    """
    if any(asked in (kept.left, kept.right) for kept in store.judgements() if kept.kind == "actor"):
        return "actor", asked
    if asked.startswith("e-"):
        return "event", graph.event(store.current_event_id(asked)).lead_claim_id
    if asked.startswith("c-"):
        return "event", graph.claim(asked).id
    return "actor", graph.find_actor(asked).id


def _user() -> str:
    try:
        return os.environ.get("KG_USER") or getpass.getuser()
    except (KeyError, OSError):  # an id without a name
        return "unknown"
