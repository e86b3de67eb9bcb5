"""`kg build`: articles in, a folder with the graph out."""

import dataclasses
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.columns import parse_columns
from kg.cli.options import Convention, Lexicon, MinConfidence, Pipeline, Quads, Workers
from kg.cli.values import day_option

__all__ = ["build"]


def build(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH",
            help=".txt .md .html .jsonl .csv .xml (RSS or Atom), folders, patterns, - for stdin.",
        ),
    ],
    out: Annotated[Path, typer.Option("--out", "-o", help="Folder that is written or added to.")],
    published: Annotated[
        date | None, day_option("Day of publication, where a text states none.")
    ] = None,
    source: Annotated[str | None, typer.Option(help="Outlet, where a text states none.")] = None,
    columns: Annotated[
        list[str] | None,
        typer.Option("--column", help="FIELD=COLUMN for tables and JSON, such as text=body."),
    ] = None,
    lexicon: Lexicon = None,
    pipeline: Pipeline = None,
    workers: Workers = 1,
    quads: Quads = "plover",
    convention: Convention = "plover",
    min_confidence: MinConfidence = None,
    tolls: Annotated[
        str | None,
        typer.Option(help="Which number of several is best: latest, median or cautious."),
    ] = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Let the first skipped input be an error.")
    ] = False,
) -> None:
    """Build a graph from articles, or add articles to one.

    Examples:
      kg build news/ -o out
      kg build report.txt --published 2025-08-29 --source "Harbour Wire" -o out
      kg build archive.csv --column text=body --column published=day -o out
      cat articles.jsonl | kg build - -o out
    """
    from kg.articles import ReadOptions
    from kg.cli.building import build_folder
    from kg.model import TollRule
    from kg.pipeline import BuildOptions

    if tolls is not None and tolls not in list(TollRule):
        raise typer.BadParameter(f"--tolls {tolls!r} is none of {', '.join(TollRule)}")
    read = ReadOptions(
        published=published,
        source=source,
        columns=parse_columns(columns or []),
        stdin=typer.get_binary_stream("stdin") if "-" in inputs else None,
    )
    options = BuildOptions(
        read=read,
        lexicon=tuple(lexicon or ()),
        pipeline=pipeline,
        workers=workers,
        quads=quads,
        convention=convention,
        is_strict=strict,
        tolls=TollRule(tolls) if tolls else None,
    )
    if min_confidence is not None:
        options = dataclasses.replace(options, min_confidence=min_confidence)
    build_folder(inputs, out, options=options, title=None)
