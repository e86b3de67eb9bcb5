"""Measure the pages: how long they take to write, how large they are, how soon they are drawn.

usage: python -m benchmarks.views [--to SIZE]

Each page is opened in headless Chromium from the disk. "Drawn" is the time from the call until
the first picture stands on the canvas and the browser is free again, the median of three.
"""

import argparse
import shutil
import statistics
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from selenium.webdriver import Chrome
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service

from benchmarks.regions import regions_graph
from kg.graph import KnowledgeGraph
from kg.views import (
    ViewOptions,
    write_actor_page,
    write_event_page,
    write_map_page,
    write_page,
    write_timeline_page,
)

_UNFOLDED = 10**9
# Actors, events, actors drawn at once, and whether communities are folded.
_SIZES = (
    (300, 1_500, 300, False),
    (2_000, 5_000, 2_000, False),
    (3_000, 20_000, 120, True),
    (20_000, 200_000, 120, True),
)
_TIMES = 3
_FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--window-size=1280,900")

# Two frames after the scripts have run, whatever was to be painted is.
_DRAWN = """
const done = arguments[0];
requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(performance.now()))));
"""
_HELD = "return [kg.marks.drawnNodes().length, kg.network.folds.length, kg.events.size]"


def main() -> None:
    """Measure each size in turn and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--to", type=int, default=_SIZES[-1][0], help="most actors measured")
    most = parser.parse_args().to
    print("| actors | events | marks drawn | groups | events held | written in | size | drawn in |")
    print("|---:|---:|---:|---:|---:|---:|---:|---:|")
    with tempfile.TemporaryDirectory() as scratch:
        browser = _start_browser(Path(scratch) / "profile")
        try:
            for actors, events, drawn, is_folded in _SIZES:
                if actors <= most:
                    graph = regions_graph(actors=actors, events=events)
                    options = ViewOptions(
                        max_actors=drawn, **({} if is_folded else {"fold_above": _UNFOLDED})
                    )
                    print(_measured(graph, options, Path(scratch) / "page.html", browser))
            print("\n| page of the last | written in | size | drawn in |")
            print("|---|---:|---:|---:|")
            for kind, write in _others(graph, Path(scratch) / "page.html").items():
                print(_measured_other(kind, write, browser))
        finally:
            browser.quit()


def _others(graph: KnowledgeGraph, path: Path) -> Mapping[str, Callable[[], Path]]:
    """Return how to write the pages of other kinds: of the busiest actors, of a first event."""
    busy = Counter(id_ for event in graph.records.events for id_ in event.actor_ids)
    (one, _), (other, _) = busy.most_common(2)
    return {
        "map": partial(write_map_page, graph, path),
        "time line": partial(write_timeline_page, graph, path),
        "time line of a pair": partial(write_timeline_page, graph, path, actor=one, other=other),
        "actor": partial(write_actor_page, graph, one, path),
        "event": partial(write_event_page, graph, graph.records.events[0].id, path),
    }


def _measured_other(kind: str, write: Callable[[], Path], browser: Chrome) -> str:
    started = time.perf_counter()
    path = write()
    written, size = time.perf_counter() - started, path.stat().st_size / 1e6
    seconds = statistics.median(_opened(path, browser) for _ in range(_TIMES))
    return f"| {kind} | {written:.1f} s | {size:.2f} MB | {seconds:.2f} s |"


def _start_browser(profile: Path) -> Chrome:
    chromium, chromedriver = shutil.which("chromium"), shutil.which("chromedriver")
    if not chromium or not chromedriver:
        raise SystemExit("chromium and chromedriver are needed")
    options = Options()
    options.binary_location = chromium
    for flag in (*_FLAGS, f"--user-data-dir={profile}"):
        options.add_argument(flag)
    return Chrome(options=options, service=Service(chromedriver))


def _measured(graph: KnowledgeGraph, options: ViewOptions, path: Path, browser: Chrome) -> str:
    started = time.perf_counter()
    write_page(graph, path, options=options)
    written = time.perf_counter() - started
    seconds = statistics.median(_opened(path, browser) for _ in range(_TIMES))
    marks, groups, held = browser.execute_script(_HELD)
    actors, events = len(graph.records.actors), len(graph.records.events)
    size = path.stat().st_size / 1e6
    return (
        f"| {actors:,} | {events:,} | {marks:,} | {groups} | {held:,} "
        f"| {written:.1f} s | {size:.1f} MB | {seconds:.2f} s |"
    )


def _opened(path: Path, browser: Chrome) -> float:
    """Return the seconds from the call of a page until it is drawn."""
    browser.get("about:blank")
    browser.get(path.as_uri())
    return float(browser.execute_async_script(_DRAWN)) / 1000


if __name__ == "__main__":
    main()
