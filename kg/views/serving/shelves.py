"""The store as the server reads it: a file in, its graph at the moment out.

The graph is kept until the file changes. While a build has not merged yet, the graph before it
stays.
"""

import functools
import hashlib
import threading
from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path

from kg.errors import StoreError
from kg.graph import GraphFilter, KnowledgeGraph, Store
from kg.version import __version__

__all__ = ["Shelf", "Snapshot"]

_MOST_GRAPHS = 8  # filtered ones that are kept
_MOST_PAGES = 32


class Snapshot:
    """A graph as the store held it at a moment, with what was made of it.

    Attributes:
        graph: The graph.
        stamp: A text that no other state of the store has.
    """

    def __init__(self, graph: KnowledgeGraph, stamp: str) -> None:
        self.graph = graph
        self.stamp = stamp
        self.filtered = functools.lru_cache(_MOST_GRAPHS)(self._filtered)
        self._pages: OrderedDict[str, str] = OrderedDict()
        self._lock = threading.Lock()

    def _filtered(self, graph_filter: GraphFilter) -> KnowledgeGraph:
        return self.graph.filtered(graph_filter)

    def page(self, address: str, make: Callable[[], str]) -> str:
        """Return the page of an address, made anew unless it was asked for lately."""
        with self._lock:
            if address in self._pages:
                self._pages.move_to_end(address)
                return self._pages[address]
        made = make()
        with self._lock:
            self._pages[address] = made
            while len(self._pages) > _MOST_PAGES:
                self._pages.popitem(last=False)
        return made


class Shelf:
    """Where the server finds the graph.

    Args:
        store: The store's file.
    """

    def __init__(self, store: Path) -> None:
        self.path = store
        self._lock = threading.Lock()
        self._seen = ""
        self._snapshot: Snapshot | None = None

    def now(self) -> Snapshot:
        """Return the graph that the store holds now.

        Raises:
            StoreError: If it cannot be read and never could.
        """
        with self._lock:
            seen = _stamp(self.path)
            if self._snapshot is None or seen != self._seen:
                self._load(seen)
            if self._snapshot is None:
                raise StoreError(f"{self.path}: cannot be read; build it with `kg build`")
            return self._snapshot

    def _load(self, seen: str) -> None:
        try:
            with Store.open(self.path) as store:
                self._snapshot = Snapshot(store.load(), seen)
        except StoreError:
            if self._snapshot is None:
                raise
            return  # a build is on its way: the next request looks again
        self._seen = seen

    def current_event_id(self, event_id: str) -> str:
        """Return the id that an event has today, whatever an earlier build called it."""
        with Store.open(self.path) as store:
            return store.current_event_id(event_id)


def _stamp(store: Path) -> str:
    try:
        state = store.stat()
    except OSError:
        return ""
    parts = (state.st_mtime_ns, state.st_size, state.st_ino, __version__)
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:24]
