"""kg: a knowledge graph of conflict events, from English news, offline.

    >>> import kg
    >>> graph = kg.build("seeds/articles")  # doctest: +SKIP
    >>> graph.events.head()  # doctest: +SKIP
    >>> kg.show(graph, actor="Russia")  # doctest: +SKIP
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
    from kg.views import Card, Chart, Thing, View

__all__ = [
    "__version__",
    "build",
    "different",
    "export",
    "load",
    "map",
    "query",
    "same",
    "show",
    "timeline",
    "view",
]

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


def show(
    graph: "KnowledgeGraph",
    what: "Thing | str | None" = None,
    *,
    title: str | None = None,
    max_actors: int | None = None,
    **conditions: Any,
) -> "View | Card":
    """Return something that shows itself in a notebook: the page of a graph, or one thing of it.

    Args:
        graph: The graph.
        what: An event, claim, actor or article, its id, or an actor's name; None: the page.
        title: Heading of the page.
        max_actors: Actors that the page draws at first; at most 300 in a notebook.
        **conditions: Which events the page shows: `actor`, `event_type`, `since`, `until`,
            `country`, `place`, as in `graph.filtered`.

    Raises:
        UnknownIdError: If the graph does not hold what is asked for.
        FilterError: If a condition cannot be read.
        ViewError: If a thing is given together with options of the page.
    """
    from kg.errors import ViewError
    from kg.views import View, ViewOptions, make_card

    given = {"title": title, "max_actors": max_actors}
    options: dict[str, Any] = {name: value for name, value in given.items() if value is not None}
    if what is None:
        return View(graph=graph.filtered(**conditions), options=ViewOptions(**options))
    if options or conditions:
        raise ViewError("give either one thing, or conditions and options of the page")
    return make_card(graph, what)


def timeline(
    graph: "KnowledgeGraph", *, by: str | None = None, title: str = "", **conditions: Any
) -> "Chart":
    """Return a picture of what happened when, which shows itself in a notebook.

    Args:
        graph: The graph.
        by: "day", "week", "month" or "year"; by default what gives at most 80 bars.
        title: Heading.
        **conditions: Which events count, as in `show`.

    Raises:
        ViewError: If there is no such period, or there are too many of them.
    """
    from kg.views import draw_timeline

    return draw_timeline(graph.filtered(**conditions), by=by, title=title)


def map(
    graph: "KnowledgeGraph", *, within: str | None = None, title: str = "", **conditions: Any
) -> "Chart":
    """Return a map of where events happened, which shows itself in a notebook.

    Args:
        graph: The graph.
        within: A country, such as "UKR", to whose places the map keeps.
        title: Heading.
        **conditions: Which events count, as in `show`; `country` is also that of an actor.
    """
    from kg.views import draw_map

    return draw_map(graph.filtered(**conditions), within=within, title=title)


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
) -> "KnowledgeGraph":
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
) -> "KnowledgeGraph":
    """Keep your word that two actors or two events are not one; as `same` otherwise."""
    return _judge(folder, left, right, is_same=False, who=who, why=why, undo=undo)


def _judge(
    folder: str | Path, left: str, right: str, *, is_same: bool, who: str, why: str, undo: bool
) -> "KnowledgeGraph":
    from datetime import UTC, datetime

    from kg.graph import Store
    from kg.pipeline import Word, judge_pair

    when = datetime.now(UTC).isoformat(timespec="seconds")
    path = Path(folder)
    with Store.open(path / STORE if path.is_dir() else path) as store:
        word = Word(is_same=is_same, who=who, when=when, why=why, is_undone=undo)
        return judge_pair(store, left, right, word).after
