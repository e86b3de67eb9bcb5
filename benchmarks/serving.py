"""Measure the served pages on a large store: how soon each address answers, and its size.

usage: python -m benchmarks.serving [--actors N] [--events N]

The answers are those of `kg serve` to a reader on the same machine. "First" is the first request,
"again" the median of three with another query each, so that no page is taken from the kept ones.
"""

import argparse
import resource
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

from benchmarks.regions import regions_graph
from benchmarks.worlds import write_store

_ADDRESSES = (
    "/",
    "/events",
    "/events?actor=actor-000050",
    "/events?type=ASSAULT&sort=killed",
    "/actors",
    "/search?q=Group+500",
    "/network",
    "/network?type=AID",
    "/map",
    "/timeline",
    "/events.csv?type=AID",
    "/events.csv",
)
_SECONDS = 300.0
_TIMES = 3


def main() -> None:
    """Serve a synthetic store, ask for each address, print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--actors", type=int, default=20_000)
    parser.add_argument("--events", type=int, default=200_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        write_store(
            regions_graph(actors=options.actors, events=options.events), Path(scratch) / "graph.kg"
        )
        with _served(Path(scratch)) as (client, opened):
            print(f"opened in {opened:.1f} s")
            print(f"{'address':42} {'first s':>8} {'again s':>8} {'MB':>7}")
            for address in _ADDRESSES:
                print(_measured(client, address))
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1e6
    print(f"peak of the server {peak:.1f} GB")


@contextmanager
def _served(folder: Path) -> Iterator[tuple[httpx.Client, float]]:
    """Run `kg serve`; yield a client, and the seconds until it answered."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    started = time.perf_counter()
    command = [sys.executable, "-m", "kg", "serve", str(folder), "--port", str(port)]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=_SECONDS) as client:
            _wait(client)
            yield client, time.perf_counter() - started
    finally:
        server.terminate()
        server.wait()


def _wait(client: httpx.Client) -> None:
    for _ in range(int(_SECONDS * 10)):
        try:
            client.get("/healthz").raise_for_status()
        except httpx.TransportError:
            time.sleep(0.1)
        else:
            return
    raise SystemExit("the server did not start")


def _measured(client: httpx.Client, address: str) -> str:
    first, size = _asked(client, address)
    joint = "&" if "?" in address else "?"
    others = [f"{address}{joint}since=19{n}0-01-01" for n in range(1, 1 + _TIMES)]
    takes_days = not address.startswith(("/actors", "/search")) and address != "/"
    again = [_asked(client, other if takes_days else address)[0] for other in others]
    return f"{address:42} {first:8.2f} {statistics.median(again):8.2f} {size / 1e6:7.2f}"


def _asked(client: httpx.Client, address: str) -> tuple[float, int]:
    started = time.perf_counter()
    answer = client.get(address)
    answer.raise_for_status()
    return time.perf_counter() - started, len(answer.content)


if __name__ == "__main__":
    main()
