"""`kg remove`: take an article out of a graph, and all that stood on it alone."""

from pathlib import Path
from typing import Annotated

import typer

from kg import STORE
from kg.cli.terminal import write_line

__all__ = ["remove"]


def remove(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Folder that kg build wrote.")],
    article: Annotated[str, typer.Argument(metavar="ARTICLE", help="Id of the article.")],
    lexicon: Annotated[
        list[Path] | None, typer.Option(help="The list of actors that the graph was built with.")
    ] = None,
) -> None:
    """Remove an article and renew the default exports.

    Examples:
      kg remove out a-ebf07800494ef6a9
    """
    from kg.cli.building import write_exports
    from kg.graph import Store
    from kg.pipeline import remove as run

    with Store.open(folder / STORE) as store:
        graph = run(store, article, lexicon=tuple(lexicon or ()))
    write_exports(graph, folder)
    write_line(f"removed {article}; {len(graph.records.articles):,} articles are left")
