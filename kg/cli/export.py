"""`kg export`: a graph in another format."""

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.terminal import write_line

__all__ = ["export"]


def export(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Folder that kg build wrote.")],
    out: Annotated[
        Path, typer.Option("--out", "-o", help="The file; its extension may name the format.")
    ],
    to: Annotated[
        str | None,
        typer.Option(
            help="turtle, trig, nquads, ntriples, jsonld, graphml, gexf, csv, actors, skips, jsonl"
            " or parquet."
        ),
    ] = None,
    base_iri: Annotated[
        str | None, typer.Option(help="Where the IRIs of RDF formats begin.")
    ] = None,
) -> None:
    """Write a graph for other programs: triple stores, Gephi, spreadsheets.

    Examples:
      kg export out -o graph.trig
      kg export out --to gexf -o graph.gexf
      kg export out -o events.csv
    """
    import kg
    from kg.exports import ExportOptions
    from kg.exports import export as write

    options = ExportOptions(base_iri=base_iri) if base_iri else ExportOptions()
    write_line(str(write(kg.load(folder), out, to=to, options=options)))
