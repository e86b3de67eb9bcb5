"""`kg serve`: the pages over a whole store, on this machine."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg import STORE
from kg.cli.terminal import write_line, write_note

if TYPE_CHECKING:
    from kg.stores import Answer, Dataset
    from kg.views.serving import Ask, LibraryQuery, Reply

__all__ = ["serve"]

MOST_ROWS = 100_000  # that a query may find: a table of some hundred megabytes


def serve(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Folder that kg build wrote.")],
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port; 0 picks a free one.")] = 8750,
    host: Annotated[str, typer.Option(help="Address or name to listen on.")] = "127.0.0.1",
    public: Annotated[
        bool,
        typer.Option(
            "--public",
            help="Let other machines in, by a --host that they reach. There is no password and no"
            " encryption: everyone who reaches the port reads all articles.",
        ),
    ] = False,
    query_seconds: Annotated[
        float, typer.Option(min=0.1, help="Seconds that a SPARQL query may take.")
    ] = 30.0,
) -> None:
    """Serve the pages over a whole store: tables, network, map, time line, search, SPARQL.

    Only this machine reaches them. The store is read and never written; a build into it is seen at
    once. Ctrl-C ends the server. Needs starlette and uvicorn: pip install 'conflict-kg[serve]'.

    Examples:
      kg serve out
      kg serve out --port 0
      kg serve out --host 0.0.0.0 --public
    """
    from kg.views.serving import ServeOptions, make_app, open_socket, run

    store = folder / STORE if folder.is_dir() else folder
    options = ServeOptions(host=host, query_seconds=query_seconds)
    app = make_app(store, _asker(store), library=_library(), options=options)
    listening, address = open_socket(host, port, is_public=public)
    write_line(address)
    sys.stdout.flush()
    write_note("Open it in a browser; Ctrl-C ends the server.")
    run(app, listening)


def _library() -> "tuple[LibraryQuery, ...]":
    from kg.stores import named_queries
    from kg.views.serving import LibraryQuery

    return tuple(
        LibraryQuery(name=query.name, question=query.question, text=query.text)
        for query in named_queries().values()
    )


def _asker(store: Path) -> "Ask":
    """Return who answers queries: the dataset beside the store, as it is at the time."""
    import kg
    from kg.stores import DatasetShelf

    shelf = DatasetShelf(store, lambda: kg.load(store))

    def ask(sparql: str) -> "Reply":
        dataset = shelf.now()
        return _reply(dataset, dataset.query(sparql, most=MOST_ROWS))

    return ask


def _reply(dataset: "Dataset", answer: "Answer") -> "Reply":
    from kg.stores import Table
    from kg.views.serving import MOST_ROWS as MOST_SHOWN
    from kg.views.serving import Reply

    if isinstance(answer, bool):
        document = json.dumps({"head": {}, "boolean": answer}) + "\n"
        return Reply(text="yes" if answer else "no", to_json=lambda: document)
    if not isinstance(answer, Table):
        return Reply(text=answer.turtle)
    shown = Table(columns=answer.columns, rows=answer.rows[:MOST_SHOWN])
    return Reply(
        columns=answer.columns,
        rows=tuple(shown.cells(dataset.prefixes)),
        total=len(answer.rows),
        to_csv=lambda: "".join(answer.iter_csv()),
        to_json=answer.to_json,
    )
