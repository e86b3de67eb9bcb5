"""`kg explain`: why the graph says what it says."""

from pathlib import Path
from typing import Annotated

import typer

from kg import STORE
from kg.cli.terminal import write_line

__all__ = ["explain"]


def explain(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Folder that kg build wrote.")],
    asked: Annotated[
        str,
        typer.Argument(metavar="ID", help="Id of an event, claim or actor; or an actor's name."),
    ],
) -> None:
    """Tell why the graph says what it says: claims, sentences, sources, tolls, reasons of merging.

    Of an event: its claims with their sentences and what made them, who denies it, each number, and
    why its claims were held to be one event. Of an actor: the words that were taken for it. An id
    that an event had in an earlier build is understood.

    Examples:
      kg explain out e-3f0c2a9b1d4e5f60
      kg explain out Wagner
    """
    from kg.graph import Store

    with Store.open(folder / STORE) as store:
        graph = store.load()
        current = store.current_event_id(asked)
        judgements = store.judgements()
    for line in graph.explain(current).splitlines():
        write_line(line)
    for judgement in judgements:
        if graph.is_about(current, judgement):
            word = "the same" if judgement.is_same else "not the same"
            why = f": {judgement.why}" if judgement.why else ""
            write_line(
                f"  judged by {judgement.who}, {judgement.when}: {judgement.left} and "
                f"{judgement.right} are {word}{why}"
            )
