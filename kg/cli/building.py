"""What `kg build` and `kg demo` share: build into a folder, write the default exports, sum up."""

import contextlib
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from kg import STORE
from kg.cli.terminal import give_up, progress_bar, skip_lines, summary, write_line
from kg.errors import ExportError, KgError
from kg.graph import KnowledgeGraph, Store
from kg.model import Article
from kg.pipeline import BuildOptions, BuildReport
from kg.pipeline import build as run

__all__ = ["build_folder", "write_exports"]

DEFAULTS = (  # file, exporter
    ("graph.ttl", "turtle"),
    ("graph.graphml", "graphml"),
    ("events.csv", "csv"),
    ("actors.csv", "csv"),
    ("claims.jsonl", "jsonl"),
)
PAGE, SKIPPED = "graph.html", "skipped.csv"
TITLE = "title"  # the page's, kept with the store, so that it stays when the exports are renewed


def build_folder(
    inputs: Sequence[str | Path], out: Path, *, options: BuildOptions, title: str | None
) -> Path:
    """Build, write the default exports, print the summary, and return the page's path."""
    started = time.perf_counter()
    with _open_store(out) as store:
        report = _run(inputs, store, options)
        if (store.get_meta(TITLE) or None) != title:
            store.set_meta(TITLE, title or "")
        graph = store.load()
    files = write_exports(graph, out)
    _print_summary(graph, report, files, seconds=time.perf_counter() - started)
    return out / PAGE


@contextlib.contextmanager
def _open_store(out: Path) -> Iterator[Store]:
    """Yield the store of a folder; one that an early end left empty goes, and its new folder."""
    is_new = not (out / STORE).exists()
    made = [folder for folder in (out, *out.parents) if not folder.exists()]
    _make_folder(out)
    try:
        with Store.open(out / STORE, create=True) as store:
            yield store
    except (KgError, SystemExit):
        if is_new:
            _discard_empty(out / STORE, made)
        raise


def _discard_empty(path: Path, made: Sequence[Path]) -> None:
    if path.exists():
        with Store.open(path) as store:
            if store.articles():
                return
        path.unlink()
    with contextlib.suppress(OSError):  # a folder that holds something by now stays
        for folder in made:
            folder.rmdir()


def _run(inputs: Sequence[str | Path], store: Store, options: BuildOptions) -> BuildReport:
    try:
        with progress_bar("Reading") as progress:
            return run(inputs, store, options=options, progress=progress)
    except KeyboardInterrupt:
        kept = len(store.articles())
        give_up(
            f"stopped; what was read is kept, {kept:,} in the graph. Run the same command again to"
            " go on from there"
            if kept
            else "stopped before anything was stored"
        )


def _make_folder(out: Path) -> None:
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ExportError(
            f"{out}: no folder can be made there ({error.strerror}); choose another with -o"
        ) from error


def write_exports(graph: KnowledgeGraph, out: Path) -> list[Path]:
    """Write the page and the default exports of a graph beside its store; return their paths."""
    from kg.exports import export
    from kg.views import ViewOptions, write_page

    with Store.open(out / STORE) as store:
        title = store.get_meta(TITLE)
    options = ViewOptions(title=title) if title else ViewOptions()
    files = [write_page(graph, out / PAGE, options=options)]
    files += [export(graph, out / name, to=kind) for name, kind in DEFAULTS]
    skipped = out / SKIPPED
    if graph.records.skips:
        files.append(export(graph, skipped, to="csv"))
    else:
        skipped.unlink(missing_ok=True)
    return files


def _print_summary(
    graph: KnowledgeGraph, report: BuildReport, files: list[Path], *, seconds: float
) -> None:
    records = graph.records
    mentions = {(link.article_id, link.start, link.end) for link in records.actor_links}
    known = f", {report.known:,} already known" if report.known else ""
    summary(
        [
            (
                "articles read",
                f"{report.added:,} new{known}, {len(records.articles):,} in the graph",
            ),
            *_skip_rows(report),
            *_undated_rows(records.articles),
            ("claims", len(records.claims)),
            ("events", _event_line(graph)),
            ("actors", f"{len(records.actors):,}, merged from {len(mentions):,} mentions"),
            ("seconds", seconds),
            ("written", ", ".join(path.name for path in files) + f" in {files[0].parent}"),
        ]
    )
    if not records.articles:
        write_line(
            "\nNothing was read, so the graph is empty. Name files or folders with articles."
        )
        return
    write_line(f"\nOpen {files[0]} in a browser.")


def _undated_rows(articles: Sequence[Article]) -> Iterator[tuple[str, str]]:
    """Yield a row if articles state no day, which costs most of their events theirs."""
    undated = sum(article.published is None for article in articles)
    if undated:
        yield (
            "without a day",
            f"{undated:,} of {len(articles):,} articles; 'on Friday' means nothing there. Build"
            " into a new folder with --published, or state it in the files as in 2024-03-05",
        )


def _skip_rows(report: BuildReport) -> Iterator[tuple[str, str]]:
    """Yield a row for each reason of skipping; only the first says what the rows are about."""
    lines = list(skip_lines(report.skips)) or ["none"]
    yield "skipped", lines[0]
    yield from (("", line) for line in lines[1:])


def _event_line(graph: KnowledgeGraph) -> str:
    events = graph.records.events
    by_status = {
        status: sum(e.status == status for e in events)
        for status in ("reported", "disputed", "historical", "candidate")
    }
    parts = ", ".join(f"{count:,} {status}" for status, count in by_status.items() if count)
    return f"{len(events):,} ({parts})" if parts else "0"
