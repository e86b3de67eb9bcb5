"""From articles to a graph: the only place that knows the order of the rooms.

read_articles -> annotate -> extract_mentions -> code_claims -> Store -> resolve -> KnowledgeGraph
"""

import functools
import itertools
import multiprocessing
import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from multiprocessing.process import BaseProcess
from pathlib import Path

from kg.articles import ReadOptions, read_articles
from kg.claims import code_claims
from kg.documents import annotate, load_pipeline
from kg.errors import ArticleError, PipelineError
from kg.graph import KnowledgeGraph, Standing, Store
from kg.lexicons import load_lexicon
from kg.mentions import extract_mentions
from kg.model import Article, Claim, Skip
from kg.resolution import resolve

__all__ = ["BuildOptions", "BuildReport", "build", "extract", "refresh", "remove"]

BATCH = 16  # articles parsed, coded and stored together; a killed build loses at most these
AHEAD = 2  # batches a process that wait while it works, so that it never does
MIN_CONFIDENCE = 0.35  # the floor of claims that gave the best F1 on held-out sentences
Progress = Callable[[int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildOptions:
    """How to read and extract.

    Attributes:
        read: What files do not state of themselves.
        lexicon: A project's own actor lists; later files win.
        pipeline: Another spaCy pipeline's name or folder; None for the bundled one.
        workers: Processes that parse; the result does not depend on it.
        quads: The table of quad classes: "plover", "gdelt" or "phoenix".
        min_confidence: Claims below it (0..1) are left out; 0 keeps every claim found. On the
            sample corpus and on held-out sentences the default gives the best F1.
        is_strict: Whether the first skip is an error.
    """

    read: ReadOptions = field(default_factory=ReadOptions)
    lexicon: tuple[Path, ...] = ()
    pipeline: str | None = None
    workers: int = 1
    quads: str = "plover"
    min_confidence: float = MIN_CONFIDENCE
    is_strict: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildReport:
    """What a build did: articles newly read and already known, and what was skipped."""

    added: int
    known: int
    skips: tuple[Skip, ...]


def build(
    inputs: Sequence[str | Path],
    store: Store,
    *,
    options: BuildOptions | None = None,
    progress: Progress = lambda _: None,
) -> BuildReport:
    """Read inputs, add their claims to a store, and merge anew.

    Articles that the store holds are not read again, so that a build that was interrupted goes on
    where it stopped.

    Args:
        inputs: Files, folders, glob patterns, or "-" for standard input.
        store: Where the graph is kept; every batch is one transaction.
        options: How to read and extract.
        progress: Called with the number of articles done since the last call.

    Raises:
        ArticleError: If an input does not exist, or on the first skip of a strict build.
    """
    options = options or BuildOptions()
    intake = _Intake(store, is_strict=options.is_strict)
    new = intake.new_articles(read_articles(inputs, options=options.read))
    added = 0
    for batch in _extract_batches(new, options):
        store.add_many(batch)
        added += len(batch)
        progress(len(batch))
    store.clear_skips()
    store.add_skips(intake.skips)
    refresh(store, lexicon=options.lexicon)
    return BuildReport(added=added, known=intake.known, skips=tuple(intake.skips))


class _Intake:
    """Sorts what was read: new articles go on, the others are counted."""

    def __init__(self, store: Store, *, is_strict: bool) -> None:
        self._store = store
        self._is_strict = is_strict
        self.known = 0
        self.skips: list[Skip] = []

    def new_articles(self, found: Iterable[Article | Skip]) -> Iterator[Article]:
        for item in found:
            if isinstance(item, Skip):
                self._skip(item)
                continue
            standing = self._store.standing(item)
            if standing is Standing.NEW:
                yield item
            elif standing is Standing.SAME:
                self.known += 1
            else:
                self._skip(_conflict(item))

    def _skip(self, skip: Skip) -> None:
        if self._is_strict:
            raise ArticleError(
                f"{skip.where}: {skip.reason}: {skip.detail} (strict: the first skip is an error)"
            )
        self.skips.append(skip)


def _conflict(article: Article) -> Skip:
    return Skip(
        where=article.id,
        reason="id taken by another text",
        detail=f"remove the stored article first: kg remove DIR {article.id}",
    )


def extract(
    articles: Iterable[Article], *, options: BuildOptions | None = None
) -> Iterator[tuple[Article, tuple[Claim, ...]]]:
    """Yield each article with its claims, in the order given, without any store."""
    for batch in _extract_batches(articles, options or BuildOptions()):
        yield from batch


def refresh(store: Store, *, lexicon: tuple[Path, ...] = ()) -> KnowledgeGraph:
    """Merge everything in a store anew, keep the result there, and return the graph."""
    resolution = resolve(
        store.articles(), store.claims(), load_lexicon(lexicon), judgements=store.judgements()
    )
    store.save_resolution(resolution)
    return store.load()


def remove(store: Store, article_id: str, *, lexicon: tuple[Path, ...] = ()) -> KnowledgeGraph:
    """Take an article and all that stood on it alone out of a store, and merge anew."""
    load_lexicon(lexicon)  # a faulty one must not stop us between removing and merging
    store.remove(article_id)
    return refresh(store, lexicon=lexicon)


Coded = list[tuple[Article, tuple[Claim, ...]]]


def _extract_batches(articles: Iterable[Article], options: BuildOptions) -> Iterator[Coded]:
    batches = _batches(articles)
    work = functools.partial(_extract_batch, options)
    if options.workers <= 1:
        yield from map(work, batches)
    else:
        yield from _map_in_processes(work, batches, workers=options.workers)


def _map_in_processes(
    work: Callable[[list[Article]], Coded], batches: Iterable[list[Article]], *, workers: int
) -> Iterator[Coded]:
    """Yield what work makes of each batch, in their order.

    Batches are drawn in this thread, the only one that may ask the store, and few ahead of need,
    so that a corpus never stands in memory whole.
    """
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(
        workers, mp_context=context, initializer=_leave_with_parent
    ) as processes:
        waiting: deque[Future[Coded]] = deque()
        try:
            for batch in batches:
                waiting.append(processes.submit(work, batch))
                if len(waiting) > AHEAD * workers:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        except BrokenProcessPool as error:
            raise PipelineError(
                "a process that parses was ended from outside, most often for want of memory; build"
                " again with fewer --workers, what is stored is kept"
            ) from error
        finally:
            processes.shutdown(wait=False, cancel_futures=True)


def _leave_with_parent() -> None:
    """End this process when the one that started it is killed; the executor leaves that open."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_leave_after, args=(parent,), daemon=True).start()


def _leave_after(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)


def _batches(articles: Iterable[Article]) -> Iterator[list[Article]]:
    rest = iter(articles)
    while batch := list(itertools.islice(rest, BATCH)):
        yield batch


def _extract_batch(options: BuildOptions, batch: list[Article]) -> Coded:
    """Parse and code some articles; loads pipeline and lexicon once a process."""
    lexicon = load_lexicon(options.lexicon)
    nlp = load_pipeline(options.pipeline)
    coded = []
    for article, doc in annotate(batch, nlp):
        mentions = extract_mentions(article, doc, lexicon)
        claims = code_claims(article, mentions, lexicon, quads=options.quads)
        coded.append((article, tuple(c for c in claims if c.confidence >= options.min_confidence)))
    return coded
