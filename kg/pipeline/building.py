"""From inputs to a store whose graph is merged; what is there already is not read again."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.articles import read_articles
from kg.documents import load_pipeline, pipeline_version
from kg.errors import ArticleError
from kg.graph import Standing, Store
from kg.model import Article, Claim, Skip
from kg.pipeline.extraction import extract_batches
from kg.pipeline.merging import TOLLS, refresh
from kg.pipeline.options import BuildOptions

__all__ = ["PIPELINE", "BuildReport", "adopt", "build"]

PIPELINE = "pipeline"  # the key under which a store notes which pipeline read last

Progress = Callable[[int], None]


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
    for batch in extract_batches(new, options):
        store.add_many(batch)
        added += len(batch)
        progress(len(batch))
    if added:
        store.set_meta(PIPELINE, pipeline_version(load_pipeline(options.pipeline)))
    store.clear_skips()
    store.add_skips(intake.skips)
    if options.tolls is not None:
        store.set_meta(TOLLS, options.tolls)
    refresh(store, lexicon=options.lexicon)
    return BuildReport(added=added, known=intake.known, skips=tuple(intake.skips))


def adopt(
    store: Store,
    articles: Iterable[Article],
    claims: Iterable[Claim],
    *,
    lexicon: tuple[Path, ...] = (),
) -> BuildReport:
    """Add articles whose claims are known already to a store, and merge anew.

    Args:
        store: Where the graph is kept; all articles are one transaction.
        articles: The articles.
        claims: Their claims, as `read_rdf` gives them.
        lexicon: A project's own actor lists, as for `build`.
    """
    claims_by_article = defaultdict[str, list[Claim]](list)
    for claim in claims:
        claims_by_article[claim.article_id].append(claim)
    intake = _Intake(store, is_strict=False)
    new = list(intake.new_articles(articles))
    store.add_many((article, claims_by_article[article.id]) for article in new)
    store.add_skips(intake.skips)
    refresh(store, lexicon=lexicon)
    return BuildReport(added=len(new), known=intake.known, skips=tuple(intake.skips))


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
