"""`kg query`: SPARQL over a graph, by text, file or name."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg import STORE
from kg.cli.columns import parse_columns
from kg.cli.terminal import summary, write_line, write_table, write_text

if TYPE_CHECKING:
    from kg.stores import Dataset

__all__ = ["query"]

FORMATS = ("table", "csv", "json")


def query(
    folder: Annotated[
        Path | None, typer.Argument(metavar="DIR", help="Folder that kg build wrote.")
    ] = None,
    text: Annotated[
        str | None, typer.Argument(metavar="QUERY", help="SPARQL; - reads it from stdin.")
    ] = None,
    file: Annotated[Path | None, typer.Option("--file", help="A file with the query.")] = None,
    named: Annotated[str | None, typer.Option(help="A query of the library, by its name.")] = None,
    values: Annotated[
        list[str] | None, typer.Option("--set", help="NAME=VALUE for a query of the library.")
    ] = None,
    form: Annotated[
        str, typer.Option("--format", help="How a table is written: table, csv or json.")
    ] = "table",
    is_list: Annotated[bool, typer.Option("--list", help="List the library of queries.")] = False,
    show: Annotated[
        bool, typer.Option("--show", help="Write the query instead of running it.")
    ] = False,
) -> None:
    """Ask a graph in SPARQL. Its prefixes are known; kg: and plover: need no declaration.

    SELECT gives a table, CONSTRUCT and DESCRIBE give Turtle, ASK answers yes (exit code 0) or no
    (exit code 1).

    Examples:
      kg query out 'SELECT ?e ?l { ?e a kg:Event ; rdfs:label ?l } LIMIT 5'
      kg query out --named conflicting-tolls
      kg query out --named timeline-of-a-dyad --set one=Russia --set other=Ukraine --format csv
      kg query out --file my-question.rq --format json
      kg query --list
    """
    if form not in FORMATS:
        raise typer.BadParameter(f"--format {form!r} is none of {', '.join(FORMATS)}")
    if is_list:
        _list_queries()
        return
    if sum(given is not None for given in (text, file, named)) != 1:
        raise typer.BadParameter("give a query as text, with --file, or with --named")
    sparql = _sparql(text, file, named, parse_columns(values or []))
    if show:
        write_text(sparql)
        return
    if folder is None:
        raise typer.BadParameter("name the folder that kg build wrote")
    _answer(_open(folder), sparql, form)


def _sparql(text: str | None, file: Path | None, named: str | None, values: dict[str, str]) -> str:
    from kg.errors import QueryError
    from kg.stores import named_query

    if named is not None:
        return named_query(named).with_values(values)
    if values:
        raise typer.BadParameter("--set is for queries of the library; use it with --named")
    try:
        if file is not None:
            return file.read_text(encoding="utf-8")
        return typer.get_text_stream("stdin").read() if text == "-" else text or ""
    except (OSError, UnicodeDecodeError) as error:
        where = file or "standard input"
        raise QueryError(f"{where}: cannot be read ({error}); name a file of SPARQL") from error


def _open(folder: Path) -> "Dataset":
    import kg
    from kg.stores import open_dataset

    store = folder / STORE if folder.is_dir() else folder
    return open_dataset(store, lambda: kg.load(store))


def _answer(dataset: "Dataset", sparql: str, form: str) -> None:
    from kg.stores import Table

    answer = dataset.query(sparql)
    if isinstance(answer, bool):
        write_line("yes" if answer else "no")
        raise typer.Exit(0 if answer else 1)
    if not isinstance(answer, Table):
        write_text(answer.turtle)
    elif form == "csv":
        write_text("".join(answer.iter_csv()))
    elif form == "json":
        write_text(answer.to_json())
    else:
        write_table(answer.columns, answer.cells(dataset.prefixes))


def _list_queries() -> None:
    from kg.stores import named_queries

    rows = [
        (query.name, query.question + "".join(f" --set {name}=…" for name in query.parameters))
        for query in named_queries().values()
    ]
    summary(rows)
