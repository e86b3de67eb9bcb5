"""Write docs/queries.md, the library of queries, from the queries themselves.

Run it after a query has changed:

python scripts/make_query_page.py            # write
python scripts/make_query_page.py --check    # only tell whether it is up to date
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from kg.stores import NamedQuery, named_queries

DOCUMENT = Path(__file__).parent.parent / "docs" / "queries.md"
HEAD = """\
# Queries

`kg query DIR 'SELECT …'` asks a graph in SPARQL 1.1, on this machine and without a server: the
first query builds a dataset beside the store (`.sparql/`, which can be deleted at any time), later
ones open it; when the graph changes, it is built anew. The default graph is the union of all,
prefixes are known. SELECT gives a table (`--format table`, `csv` or `json`), CONSTRUCT and DESCRIBE
give Turtle, ASK says yes (exit code 0) or no (exit code 1). A query cannot change the graph, and
`SERVICE` is refused, quoted in a string or comment too: nothing is sent anywhere. So are more than
200 brackets open at once.

Below is the library: `kg query DIR --named NAME`, with `--set PARAMETER=VALUE` where a query has
parameters; `--show` writes the SPARQL. Each query also runs as it stands in any triple store that
the graph was pushed to (`kg push`), and gives the same answers there; the tests ask Oxigraph's and
Virtuoso's servers. A store whose default graph is not the union of all needs to be told so:
Oxigraph's by `?union-default-graph` in the address, Fuseki by `tdb:unionDefaultGraph`.

In Python: `kg.query("out", named="conflicting-tolls")`, `kg.query(graph, "SELECT …")`; a table has
`columns`, `rows` and `values()`, gives a pandas data frame by `to_frame()`, and shows itself in
Jupyter.

How the graph is modelled is told in [rdf.md](rdf.md), what its terms mean in
[ontology.md](ontology.md). This page is made by `scripts/make_query_page.py`.

{table}
{queries}"""


def page() -> str:
    """Return the page."""
    queries = named_queries().values()
    rows = [f"| [`{q.name}`](#{q.name}) | {q.question} |" for q in queries]
    table = "\n".join(("| name | |", "|---|---|", *rows, ""))
    return HEAD.format(table=table, queries="\n".join(map(_section, queries)))


def _section(query: NamedQuery) -> str:
    given = "".join(f' --set {name}="…"' for name in query.parameters)
    parameters = [f"- `{name}`: {meaning}" for name, meaning in query.parameters.items()]
    told = [*parameters, ""] if parameters else []
    code = "\n".join(line for line in query.text.splitlines() if not line.startswith("# "))
    return "\n".join(
        (
            f"## {query.name}",
            "",
            query.question,
            "",
            *told,
            f"    kg query DIR --named {query.name}{given}",
            "",
            "```sparql",
            code,
            "```",
            "",
        )
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the page, or check it; return 1 where a check finds it out of date."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--check", action="store_true", help="write nothing")
    if parser.parse_args(arguments).check:
        return int(not DOCUMENT.is_file() or DOCUMENT.read_text(encoding="utf-8") != page())
    DOCUMENT.write_text(page(), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
