"""kg: a knowledge graph of conflict events, from English news, offline.

    >>> import kg
    >>> graph = kg.build("seeds/articles")  # doctest: +SKIP
    >>> graph.events.head()  # doctest: +SKIP
    >>> graph.show(actor="Russia")  # doctest: +SKIP
    >>> kg.export(graph, "graph.ttl")  # doctest: +SKIP

Nothing heavy is loaded before it is used.
"""

import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.version import __version__

if TYPE_CHECKING:
    from kg.front import Graph
    from kg.graph import KnowledgeGraph
    from kg.stores import Answer

__all__ = [
    "__version__",
    "build",
    "different",
    "export",
    "load",
    "query",
    "same",
    "view",
]

STORE = "graph.kg"  # the store's name in an output folder


def build(
    inputs: str | Path | Iterable[str | Path], *, out: str | Path | None = None, **options: Any
) -> "Graph":
    """Read articles and return their graph.

    Args:
        inputs: A file, a folder, a glob pattern, or several of them.
        out: A folder whose store is added to; None keeps nothing.
        **options: What files do not state (`published="2024-03-05"`, `source="Harbour Wire"`,
            `columns={"text": "body"}`), and how to build (`workers=2`, `lexicon="mine.tsv"`):
            the fields of `kg.articles.ReadOptions` and `kg.pipeline.BuildOptions`.

    Raises:
        ArticleError: If an input does not exist.
        OptionError: If there is no such option, or its value cannot be read.
    """
    from kg.front import Graph
    from kg.graph import Store
    from kg.pipeline import BuildOptions
    from kg.pipeline import build as run

    paths = [inputs] if isinstance(inputs, str | Path) else list(inputs)
    settings = BuildOptions.of(**options)
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(out) if out is not None else Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        with Store.open(folder / STORE, create=True) as store:
            run(paths, store, options=settings)
            return Graph.of(store.load().records)


def load(folder: str | Path) -> "Graph":
    """Return the graph that `kg build` left in a folder, or that a store file holds."""
    from kg.front import Graph
    from kg.graph import Store

    path = Path(folder)
    with Store.open(path / STORE if path.is_dir() else path) as store:
        return Graph.of(store.load().records)


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


def same(
    folder: str | Path, left: str, right: str, *, who: str, why: str = "", undo: bool = False
) -> "Graph":
    """Keep your word that two actors or two events are one, and return the graph merged anew.

    It wins over every score and holds for every later build into the folder.

    Args:
        folder: What `kg build` wrote, or `build` with `out`.
        left: Id or name of an actor, or id of an event or claim.
        right: The other one.
        who: Who says so.
        why: The reason, for those who come later.
        undo: Take back what was said of the pair.

    Raises:
        ResolutionError: If it contradicts another judgement, or names no pair.
    """
    return _judge(folder, left, right, is_same=True, who=who, why=why, undo=undo)


def different(
    folder: str | Path, left: str, right: str, *, who: str, why: str = "", undo: bool = False
) -> "Graph":
    """Keep your word that two actors or two events are not one; as `same` otherwise."""
    return _judge(folder, left, right, is_same=False, who=who, why=why, undo=undo)


def _judge(
    folder: str | Path, left: str, right: str, *, is_same: bool, who: str, why: str, undo: bool
) -> "Graph":
    from datetime import UTC, datetime

    from kg.front import Graph
    from kg.graph import Store
    from kg.pipeline import Word, judge_pair

    when = datetime.now(UTC).isoformat(timespec="seconds")
    path = Path(folder)
    with Store.open(path / STORE if path.is_dir() else path) as store:
        word = Word(is_same=is_same, who=who, when=when, why=why, is_undone=undo)
        return Graph.of(judge_pair(store, left, right, word).after.records)
