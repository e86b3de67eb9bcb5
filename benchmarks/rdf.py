"""Measure the writers of RDF: statements a second against rdflib's in the same run, and memory.

usage: python -m benchmarks.rdf [--statements N] [--reference N]

The graph is the sample corpus many times over. Ours goes from the store to the file, rdflib's from
a graph that it has in memory. Machines are noisy: trust the ratios, not the seconds.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pyoxigraph
import rdflib

from benchmarks.worlds import many_times, sample_graph, write_store
from kg.exports import export
from kg.graph import KnowledgeGraph
from kg.graph.triples import iter_nodes

WRITERS = {"turtle": "turtle", "trig": "trig", "ntriples": "nt", "nquads": "nquads"}
ROUNDS = 3
ALONE = """
import pathlib, re, sys
import kg
from kg.exports import export
def peak():  # ru_maxrss would count what the parent held when it forked
    status = pathlib.Path("/proc/self/status").read_text()
    return int(re.search("VmHWM:\\s+([0-9]+)", status)[1])
graph = kg.load(sys.argv[1])
loaded = peak()
export(graph, sys.argv[2])
print(loaded, peak())
"""


def main() -> None:
    """Run all measurements and print them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--statements", type=int, default=1_000_000, help="of the large graph")
    parser.add_argument("--reference", type=int, default=200_000, help="of the one for rdflib")
    options = parser.parse_args()
    sample = sample_graph()
    size = count(sample)
    with tempfile.TemporaryDirectory() as scratch:
        _compare(many_times(sample, round(options.reference / size)), Path(scratch))
        _memory(many_times(sample, round(options.statements / size)), Path(scratch))


def count(graph: KnowledgeGraph) -> int:
    """Return how many statements a graph makes."""
    return sum(len(node.facts) for node in iter_nodes(graph))


def _compare(graph: KnowledgeGraph, folder: Path) -> None:
    statements = count(graph)
    dataset = graph.to_rdf()
    union = rdflib.Graph()
    for triple in dataset.triples((None, None, None)):
        union.add(triple)
    for name, theirs in WRITERS.items():
        source = dataset if name in ("trig", "nquads") else union
        write = partial(export, graph, folder / f"ours.{theirs}", to=name)
        serialize = partial(
            source.serialize, folder / f"theirs.{theirs}", format=theirs, encoding="utf-8"
        )
        pairs = [(_seconds(write), _seconds(serialize)) for _ in range(ROUNDS)]  # in turn
        ours, reference = map(min, zip(*pairs, strict=True))
        print(
            f"{name:9} {statements:,} statements: {statements / ours:,.0f} a second, "
            f"{reference / ours:.1f} x rdflib"
        )


def _memory(graph: KnowledgeGraph, folder: Path) -> None:
    statements = count(graph)
    store, file = folder / "graph.kg", folder / "graph.ttl"
    write_store(graph, store)
    alone = [sys.executable, "-c", ALONE, str(store), str(file)]
    done = subprocess.run(alone, capture_output=True, text=True, check=True)
    loaded, peak = (int(kilobytes) / 1024 for kilobytes in done.stdout.split())
    print(
        f"turtle    {statements:,} statements, {file.stat().st_size / 1e6:,.0f} MB: peak memory "
        f"{peak:,.0f} MB, of which {loaded:,.0f} MB are the graph"
    )
    started = time.perf_counter()
    read = sum(1 for _ in pyoxigraph.parse(path=str(file), format=pyoxigraph.RdfFormat.TURTLE))
    print(f"read back by Oxigraph in {time.perf_counter() - started:.1f} s: {read:,} statements")


def _seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
