"""From articles to claims, in this process or in several."""

import functools
import itertools
import multiprocessing
import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.process import BaseProcess
from typing import TypeAlias

from kg.claims import code_claims
from kg.documents import annotate, load_pipeline
from kg.errors import PipelineError
from kg.lexicons import Lexicon, load_lexicon
from kg.mentions import extract_mentions
from kg.model import Article, Claim, Mention
from kg.pipeline.options import BuildOptions

__all__ = ["Coded", "code_sure", "extract", "extract_batches"]

BATCH = 16  # articles parsed, coded and stored together; a killed build loses at most these
AHEAD = 2  # batches a process that wait while it works, so that it never does

Coded: TypeAlias = list[tuple[Article, tuple[Claim, ...]]]


def extract(
    articles: Iterable[Article], *, options: BuildOptions | None = None
) -> Iterator[tuple[Article, tuple[Claim, ...]]]:
    """Yield each article with its claims, in the order given, without any store."""
    for batch in extract_batches(articles, options or BuildOptions()):
        yield from batch


def extract_batches(articles: Iterable[Article], options: BuildOptions) -> Iterator[Coded]:
    """Yield articles with their claims, batch by batch, in the order given."""
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
    return [
        (article, code_sure(article, extract_mentions(article, doc, lexicon), lexicon, options))
        for article, doc in annotate(batch, nlp)
    ]


def code_sure(
    article: Article, mentions: Sequence[Mention], lexicon: Lexicon, options: BuildOptions
) -> tuple[Claim, ...]:
    """Return the claims that mentions of an article make and that are sure enough."""
    claims = code_claims(
        article, mentions, lexicon, quads=options.quads, convention=options.convention
    )
    return tuple(claim for claim in claims if claim.confidence >= options.min_confidence)
