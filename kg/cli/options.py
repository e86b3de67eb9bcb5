"""The options that commands share, so that each is worded once."""

from pathlib import Path
from typing import Annotated, TypeAlias

import typer

__all__ = ["Convention", "Lexicon", "MinConfidence", "Pipeline", "Quads", "Workers"]

Lexicon: TypeAlias = Annotated[
    list[Path] | None, typer.Option(help="A list of actors of your own (TSV).")
]
Pipeline: TypeAlias = Annotated[
    str | None, typer.Option(help="Another English spaCy pipeline, by name or folder.")
]
Workers: TypeAlias = Annotated[int, typer.Option(min=1, help="Processes that parse.")]
Quads: TypeAlias = Annotated[str, typer.Option(help="Quad table: plover, gdelt or phoenix.")]
Convention: TypeAlias = Annotated[
    str,
    typer.Option(help="Plans, denials: plover (fields of their own) or cameo (as one code)."),
]
MinConfidence: TypeAlias = Annotated[
    float | None,
    typer.Option(min=0.0, max=1.0, help="Leave out claims below it (0.5; 0 keeps all)."),
]
