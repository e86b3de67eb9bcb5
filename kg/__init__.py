"""kg: a knowledge graph of conflict events, from English news, offline.

    >>> import kg
    >>> graph = kg.build("seeds/articles")  # doctest: +SKIP
    >>> graph.events.head()  # doctest: +SKIP
    >>> kg.export(graph, "graph.ttl")  # doctest: +SKIP

Nothing heavy is loaded before it is used.
"""

import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.version import __version__

if TYPE_CHECKING:
    from kg.graph import KnowledgeGraph
    from kg.stores import Answer

__all__ = ["__version__", "build", "export", "load", "query", "view"]

STORE = "graph.kg"  # the store's name in an output folder


def build(
    inputs: str | Path | Iterable[str | Path], *, out: str | Path | None = None, **options: Any
) -> "KnowledgeGraph":
    """Read articles and return their graph.

    Args:
        inputs: A file, a folder, a glob pattern, or several of them.
        out: A folder whose store is added to; None keeps nothing.
        **options: Fields of `kg.pipeline.BuildOptions`, such as `workers=2`.
    """
    from kg.graph import Store
    from kg.pipeline import BuildOptions
    from kg.pipeline import build as run

    paths = [inputs] if isinstance(inputs, str | Path) else list(inputs)
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(out) if out is not None else Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        with Store.open(folder / STORE, create=True) as store:
            run(paths, store, options=BuildOptions(**options))
            return store.load()


def load(folder: str | Path) -> "KnowledgeGraph":
    """Return the graph that `kg build` left in a folder, or that a store file holds."""
    from kg.graph import Store

    path = Path(folder)
    with Store.open(path / STORE if path.is_dir() else path) as store:
        return store.load()


def view(graph: "KnowledgeGraph", path: str | Path = "graph.html", **options: Any) -> Path:
    """Write the interactive page of a graph and return its path.

    Args:
        graph: The graph.
        path: Where to write.
        **options: Fields of `kg.views.ViewOptions`, such as `title="Lake Chad, 2024"`.
    """
    from kg.views import ViewOptions, write_page

    return write_page(graph, Path(path), options=ViewOptions(**options))


def export(graph: "KnowledgeGraph", path: str | Path, *, to: str | None = None) -> Path:
    """Write a graph in one of the formats of `kg export --help` and return the path.

    Args:
        graph: The graph.
        path: Where to write; its extension names the format.
        to: The format, where the extension does not tell it.
    """
    from kg.exports import export as write

    return write(graph, Path(path), to=to)


def query(
    graph: "KnowledgeGraph | str | Path",
    text: str | None = None,
    *,
    named: str | None = None,
    **values: str,
) -> "Answer":
    """Return what a SPARQL query finds in a graph: a table, statements, or True or False.

    Args:
        graph: A graph, or the folder that `kg build` wrote, whose dataset is kept for next time.
        text: The query; kg: and plover: and the usual prefixes are known.
        named: In its place, a query of the library (`kg query --list`).
        **values: What its parameters are, such as `one="Russia"`.

    Raises:
        QueryError: If it is no valid query, or there is none of the name.
    """
    from kg.errors import QueryError
    from kg.stores import Dataset, named_query, open_dataset

    if (text is None) == (named is None) or (text is not None and values):
        raise QueryError("give either a query, or the name of one and its values")
    sparql = text if text is not None else named_query(named or "").with_values(values)
    if not isinstance(graph, str | Path):
        return Dataset.of(graph).query(sparql)
    path = Path(graph)
    store = path / STORE if path.is_dir() else path
    return open_dataset(store, lambda: load(store)).query(sparql)
