"""Push a large graph to real triple stores, and ask all of them the same.

usage: python -m benchmarks.stores [--events N] [--store oxigraph|virtuoso]

The graph is the sample corpus many times over. Each store counts every named graph it is sent; then
the queries of the library that end within minutes are answered by the store and by ours, and have
to agree. Oxigraph's server comes with `pip install oxigraph`, Virtuoso from Debian's packages.
"""

import argparse
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

import pyoxigraph

from benchmarks.rdf import count
from benchmarks.worlds import many_times, sample_graph, write_store
from kg.exports import export
from kg.graph import KnowledgeGraph, Store
from kg.stores import Dataset, Table, named_queries, open_dataset, push
from tests.stores.servers import OXIGRAPH, VIRTUOSO, Server, run_oxigraph, run_virtuoso

T = TypeVar("T")

QUERIES = (
    *("who-attacked-whom", "conflicting-tolls", "denials", "events-by-type"),
    *("independent-sources", "what-happened", "who-gave-which-number"),
)
BUFFERS = 340_000  # Virtuoso's pages of 8 KB: 2.7 GB


def main() -> None:
    """Run everything and print it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=100_000)
    parser.add_argument("--store", choices=("oxigraph", "virtuoso"), action="append")
    options = parser.parse_args()
    wanted = options.store or ["oxigraph", "virtuoso"]
    sample = sample_graph()
    graph = many_times(sample, -(-options.events // len(sample.records.events)))
    print(f"{len(graph.records.events):,} events, {count(graph):,} statements", flush=True)
    with tempfile.TemporaryDirectory() as scratch:
        dataset = _export_and_open(graph, Path(scratch))
        answers = {name: _ask_ours(dataset, name) for name in QUERIES}
        if "oxigraph" in wanted and OXIGRAPH:
            with run_oxigraph(_folder(scratch, "oxigraph")) as server:
                _push_and_ask("oxigraph", graph, server, answers)
        if "virtuoso" in wanted and VIRTUOSO:
            with run_virtuoso(_folder(scratch, "virtuoso"), buffers=BUFFERS) as server:
                _push_and_ask("virtuoso", graph, server, answers)


def _folder(scratch: str, name: str) -> Path:
    folder = Path(scratch) / name
    folder.mkdir()
    return folder


def _export_and_open(graph: KnowledgeGraph, folder: Path) -> Dataset:
    store = folder / "graph.kg"
    _timed("store written", lambda: write_store(graph, store))
    for name in ("graph.ttl", "graph.nq"):
        file = _timed(f"{name} exported", partial(export, graph, folder / name))
        size = file.stat().st_size / 1e6
        parsed = _timed(f"{name}, {size:,.0f} MB, read by Oxigraph", partial(_parsed, file))
        assert parsed == count(graph), parsed

    def load() -> KnowledgeGraph:
        with Store.open(store) as opened:
            return opened.load()

    _timed("dataset built", lambda: open_dataset(store, load))
    return _timed("dataset opened again", lambda: open_dataset(store, load))


def _parsed(file: Path) -> int:
    return sum(1 for _ in pyoxigraph.parse(path=str(file)))


def _ask_ours(dataset: Dataset, name: str) -> list[dict[str, str]]:
    table = _timed(f"ours: {name}", lambda: dataset.query(named_queries()[name].text))
    assert isinstance(table, Table)
    return [
        {column: term.value for column, term in zip(table.columns, row, strict=True) if term}
        for row in table.rows
    ]


def _push_and_ask(
    store: str, graph: KnowledgeGraph, server: Server, answers: dict[str, list[dict[str, str]]]
) -> None:
    report = _timed(f"{store}: pushed", lambda: push(graph, server.url, options=server.options))
    print(f"{store}: {report}", flush=True)
    again = _timed(
        f"{store}: pushed again", lambda: push(graph, server.url, options=server.options)
    )
    assert again.sent == 0, again
    for name, ours in answers.items():
        query = named_queries()[name].text
        theirs = _timed(f"{store}: {name}", partial(server.select, query))
        same = "the same" if sorted(map(str, theirs)) == sorted(map(str, ours)) else "NOT THE SAME"
        print(f"{store}: {name}: {len(theirs):,} rows, {same}", flush=True)


def _timed(what: str, work: Callable[[], T]) -> T:
    started = time.perf_counter()
    result = work()
    print(f"{what}: {time.perf_counter() - started:,.1f} s", flush=True)
    return result


if __name__ == "__main__":
    main()
