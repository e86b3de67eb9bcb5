"""`kg import`: a graph from RDF that kg wrote."""

from pathlib import Path
from typing import Annotated

import typer

from kg import STORE
from kg.cli.options import Lexicon
from kg.cli.terminal import skip_lines, summary

__all__ = ["import_"]


def import_(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="Folder that is written or added to.")
    ],
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="A .ttl .trig .nq .nt or .jsonld that kg wrote.")
    ],
    lexicon: Lexicon = None,
) -> None:
    """Read back the articles and claims of an RDF file that kg wrote, and merge them anew.

    Nothing is lost on the way through any of the RDF formats, and nothing is parsed again: the
    claims are those of the file.

    Examples:
      kg import out graph.trig
      kg import both north/graph.ttl
    """
    from kg.cli.building import write_exports
    from kg.exports import read_rdf
    from kg.graph import Store
    from kg.pipeline import adopt

    articles, claims = read_rdf(file)
    folder.mkdir(parents=True, exist_ok=True)
    with Store.open(folder / STORE, create=True) as store:
        report = adopt(store, articles, claims, lexicon=tuple(lexicon or ()))
        graph = store.load()
    files = write_exports(graph, folder)
    known = f", {report.known:,} already known" if report.known else ""
    summary(
        [
            ("articles", f"{report.added:,} new{known}, {len(graph.records.articles):,} now"),
            ("skipped", "; ".join(skip_lines(report.skips)) or "none"),
            ("claims", len(graph.records.claims)),
            ("events", len(graph.records.events)),
            ("written", ", ".join(path.name for path in files) + f" in {folder}"),
        ]
    )
