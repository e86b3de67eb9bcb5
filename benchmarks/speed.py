"""Measure speed, each time as a ratio against a reference in the same run.

usage: python -m benchmarks.speed [--copies N] [--articles PATH]

Machines are noisy: trust the ratios, not the seconds; those of what comes on top of parsing are of
the least processor time of several rounds in turn.
"""

import argparse
import resource
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import spacy
from spacy.tokens import Doc

from kg.articles import read_articles
from kg.claims import code_claims
from kg.documents import annotate, load_pipeline
from kg.graph import Store
from kg.lexicons import load_lexicon
from kg.mentions import extract_mentions
from kg.model import Article
from kg.pipeline import refresh

ROUNDS = 5
TRIGGERS = "triggers"
T = TypeVar("T")
SEEDS = Path(__file__).parent.parent / "seeds" / "articles"


def main() -> None:
    """Run all measurements and print them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--copies", type=int, default=5, help="how often the sample is repeated")
    parser.add_argument("--articles", type=Path, default=SEEDS, help="what is read: files, folders")
    options = parser.parse_args()
    articles = _articles(options.articles, options.copies)
    words = sum(len(article.text.split()) for article in articles)
    print(f"{len(articles)} articles, {words:,} words")
    _loading()
    _extraction(articles, words)
    _on_top(articles)
    _merging(articles)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory of all this: {peak:,.0f} MB")


def _articles(path: Path, copies: int) -> list[Article]:
    found = [a for a in read_articles([path]) if isinstance(a, Article)]
    return [
        Article(id=f"{article.id}-{n}", text=article.text, published=article.published)
        for n in range(copies)
        for article in found
    ]


def _seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def _loading() -> None:
    print(f"lexicons load in {_seconds(load_lexicon):.2f} s")
    print(f"the pipeline loads in {_seconds(load_pipeline):.2f} s")


def _extraction(articles: list[Article], words: int) -> None:
    nlp, lexicon = load_pipeline(), load_lexicon()
    tokenizer = spacy.blank("en")
    texts = [article.text for article in articles]
    reference = _seconds(lambda: list(tokenizer.pipe(texts)))
    docs = list(annotate(articles, nlp))
    parsing = _seconds(lambda: list(annotate(articles, nlp)))

    def read() -> None:
        for article, doc in docs:
            code_claims(article, extract_mentions(article, doc, lexicon), lexicon)

    reading = _seconds(read)
    print(f"parsing: {words / parsing:,.0f} words/s, {parsing / reference:.0f} x tokenizing alone")
    print(f"mentions and claims: {words / reading:,.0f} words/s, {reading / parsing:.2f} x parsing")


def _on_top(articles: list[Article]) -> None:
    """What finding events costs on top of tagging, parsing and names, each stage by itself."""
    nlp, lexicon = load_pipeline(), load_lexicon()
    tagger = nlp.get_pipe(TRIGGERS)
    least = dict.fromkeys(("reading", "triggers", "mentions", "claims"), float("inf"))

    def timed(stage: str, work: Callable[[], T]) -> T:
        started = time.process_time()
        result = work()
        least[stage] = min(least[stage], time.process_time() - started)
        return result

    def read() -> list[tuple[Article, Doc]]:
        with nlp.select_pipes(disable=[TRIGGERS]):
            return list(annotate(articles, nlp))

    for _ in range(ROUNDS):
        docs = timed("reading", read)
        batch = [doc for _, doc in docs]
        timed("triggers", lambda batch=batch: list(tagger.pipe(iter(batch))))
        found = timed(
            "mentions", lambda docs=docs: [extract_mentions(a, d, lexicon) for a, d in docs]
        )
        timed(
            "claims",
            lambda docs=docs, found=found: [
                code_claims(article, mentions, lexicon)
                for (article, _), mentions in zip(docs, found, strict=True)
            ],
        )
    reading = least.pop("reading")
    shares = ", ".join(f"{stage} {seconds / reading:.2f}" for stage, seconds in least.items())
    words, events = (sum(map(len, parts)) for parts in (batch, found))
    print(
        f"on top of tagging, parsing, names: {sum(least.values()) / reading:.2f} ({shares}),"
        f" of texts that tell an event every {words / max(1, events):.0f} words"
    )


def _merging(articles: list[Article]) -> None:
    nlp, lexicon = load_pipeline(), load_lexicon()
    with (
        tempfile.TemporaryDirectory() as scratch,
        Store.open(Path(scratch) / "graph.kg", create=True) as store,
    ):
        store.add_many(
            [
                (article, code_claims(article, extract_mentions(article, doc, lexicon), lexicon))
                for article, doc in annotate(articles, nlp)
            ]
        )
        merging = _seconds(lambda: refresh(store))
        claims = len(store.claims())
    print(f"merging: {claims / merging:,.0f} claims/s")


if __name__ == "__main__":
    main()
