"""`kg export`: a graph in another format."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from kg import STORE, __version__
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
            help="turtle, trig, nquads, ntriples, jsonld, context, trig12, ontology, shapes,"
            " graphml, gexf, csv, actors, skips, jsonl, plover, acled, ucdp, icews, gdelt"
            " or parquet."
        ),
    ] = None,
    base_iri: Annotated[
        str | None, typer.Option(help="Where the IRIs of RDF formats begin.")
    ] = None,
    run: Annotated[
        bool,
        typer.Option("--run", help="Say in RDF when and by which versions the file was made."),
    ] = False,
) -> None:
    """Write a graph for other programs: triple stores, Gephi, spreadsheets.

    Examples:
      kg export out -o graph.trig
      kg export out --to gexf -o graph.gexf
      kg export out -o events.csv
    """
    from kg.exports import ExportOptions, Run
    from kg.exports import export as write
    from kg.graph import Store
    from kg.pipeline import PIPELINE

    with Store.open(folder / STORE if folder.is_dir() else folder) as store:
        graph, pipeline = store.load(), store.get_meta(PIPELINE)
    made = Run(at=datetime.now(UTC), version=__version__, pipeline=pipeline) if run else None
    options = ExportOptions(run=made, **({"base_iri": base_iri} if base_iri else {}))
    write_line(str(write(graph, out, to=to, options=options)))
