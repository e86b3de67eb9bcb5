"""The graph of a folder as a dataset that answers SPARQL: built once, renewed when it changes.

It lies beside the store, in `.sparql/`, and can be deleted at any time. Where the folder cannot be
written to, it is built in memory.
"""

import hashlib
import shutil
import tempfile
import threading
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import QueryError, StoreError
from kg.graph import KnowledgeGraph
from kg.graph.iris import DEFAULT_BASE_IRI
from kg.graph.lines import node_lines
from kg.graph.ontology import iter_ontology
from kg.graph.predicates import CLASSES, PREDICATES
from kg.graph.triples import iter_nodes
from kg.graph.vocabulary import vocabulary
from kg.stores.answers import Answer, answer_of
from kg.stores.nesting import MAX_DEPTH, depth_of
from kg.stores.services import asks_a_service
from kg.version import __version__

if TYPE_CHECKING:
    import pyoxigraph as ox

__all__ = ["Dataset", "DatasetShelf", "open_dataset"]

FOLDER = ".sparql"
MAX_REASON = 300  # characters of what Oxigraph says of a faulty query
LAYOUT = 1  # raise it when what is loaded changes, so that older datasets are built anew


class Dataset:
    """A graph that answers SPARQL 1.1 queries.

    Its default graph is the union of all named graphs: one for each article, one for what is
    merged, one for the ontology. Example: `Dataset.of(graph).query("ASK { ?e a kg:Event }")`.
    """

    def __init__(self, store: "ox.Store") -> None:
        self._store = store

    @classmethod
    def of(cls, graph: KnowledgeGraph) -> "Dataset":
        """Return the dataset of a graph, in memory."""
        import pyoxigraph as ox

        store = ox.Store()
        _load(store, graph)
        return cls(store)

    @property
    def prefixes(self) -> Mapping[str, str]:
        """Prefixes that a query may use without declaring them."""
        return vocabulary(DEFAULT_BASE_IRI).prefixes

    def query(self, text: str, *, most: int | None = None) -> Answer:
        """Return what a SELECT, ASK, CONSTRUCT or DESCRIBE query finds.

        Args:
            text: The query.
            most: How many rows or statements are taken; a query that finds more is refused.

        Raises:
            QueryError: If it is no valid query, would ask another service, is nested too deep,
                or finds too much.
        """
        if asks_a_service(text):
            raise QueryError(
                "the query asks another SERVICE; kg answers from this graph alone and sends "
                "nothing anywhere: push the graph to a triple store and ask that one"
            )
        if depth_of(text) > MAX_DEPTH:
            raise QueryError(
                f"the query has more than {MAX_DEPTH} brackets open at once; nest it less"
            )
        try:
            found = self._store.query(
                text, prefixes=dict(self.prefixes), use_default_graph_as_union=True
            )
            return answer_of(found, most=most)
        except SyntaxError as error:
            raise QueryError(_told(str(error), text)) from error
        except (OSError, RuntimeError, ValueError) as error:
            raise QueryError(f"the query cannot be run: {error}; see docs/queries.md") from error


def open_dataset(store: Path, load: Callable[[], KnowledgeGraph]) -> Dataset:
    """Return the dataset of a store.

    Args:
        store: The store's file.
        load: Loads its graph; called only if the dataset has to be built.
    """
    at = store.parent / FOLDER / _stamp(store)
    found = _opened(at)
    if found is not None:
        return found
    graph = load()  # its errors are told, whatever becomes of the folder
    try:
        _build(at, graph)
    except (OSError, RuntimeError):  # also where another program builds it at the same time
        return Dataset.of(graph)
    return _opened(at) or Dataset.of(graph)


def _opened(at: Path) -> Dataset | None:
    """Return the dataset in a folder, None if there is none, or part of it is gone or damaged."""
    import pyoxigraph as ox

    if not at.is_dir():
        return None
    try:
        store = ox.Store.read_only(str(at))
        is_empty = next(store.quads_for_pattern(None, None, None), None) is None
    except (OSError, RuntimeError):
        return None
    return None if is_empty else Dataset(store)  # a whole one has the ontology at least


class DatasetShelf:
    """The dataset of a store for a program that goes on: opened anew when the store has changed.

    Args:
        store: The store's file.
        load: Loads its graph.
    """

    def __init__(self, store: Path, load: Callable[[], KnowledgeGraph]) -> None:
        self._store = store
        self._load = load
        self._lock = threading.Lock()
        self._stamp = ""
        self._dataset: Dataset | None = None

    def now(self) -> Dataset:
        """Return the dataset of the store as it is now.

        While a build has not merged yet, the one before it stays.

        Raises:
            StoreError: If the store cannot be read and never could.
        """
        with self._lock:
            stamp = _stamp(self._store)
            if self._dataset is None or stamp != self._stamp:
                try:
                    self._dataset, self._stamp = open_dataset(self._store, self._load), stamp
                except StoreError:
                    if self._dataset is None:
                        raise
            return self._dataset


def _stamp(store: Path) -> str:
    """Return a text that another state of the store, or of the RDF model, does not have."""
    try:
        state = store.stat()
    except OSError:
        return "none"
    model = (LAYOUT, __version__, PREDICATES, tuple(CLASSES))
    parts = (state.st_mtime_ns, state.st_size, state.st_ino, repr(model))
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:24]


def _build(at: Path, graph: KnowledgeGraph) -> None:
    """Build a dataset beside its place, put it there at once, and remove what is out of date."""
    import pyoxigraph as ox

    at.parent.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=at.parent, prefix="new-") as scratch:
        made = Path(scratch) / "dataset"
        store = ox.Store(str(made))
        _load(store, graph)
        store.flush()
        del store
        for old in at.parent.iterdir():
            if old != Path(scratch):
                shutil.rmtree(old, ignore_errors=True)
        made.replace(at)


def _load(store: "ox.Store", graph: KnowledgeGraph) -> None:
    import pyoxigraph as ox

    with tempfile.TemporaryFile() as file:
        for line in _quads(graph):
            file.write(line.encode())
        file.seek(0)
        store.bulk_load(file, format=ox.RdfFormat.N_QUADS)


def _quads(graph: KnowledgeGraph) -> Iterator[str]:
    words = vocabulary(DEFAULT_BASE_IRI)
    for nodes in (iter_nodes(graph), iter_ontology(words)):
        for node in nodes:
            yield from node_lines(words, node, f" <{node.graph.value}> .\n")


def _told(reason: str, text: str) -> str:
    """Return what is wrong with a query, its position, and the line that it stands in."""
    place, _, rest = reason.removeprefix("error at ").partition(": ")
    number = place.partition(":")[0]
    lines = text.splitlines() or [""]
    shown = lines[min(int(number), len(lines)) - 1].strip() if number.isdigit() else lines[0]
    why = rest.partition(" [")[0].rstrip(" ,") or reason  # what follows are classes of characters
    if why.endswith("expected one of"):
        why = "something else is expected there"
    return f"the query is no valid SPARQL at {place} ({shown!r}): {why[:MAX_REASON]}"
