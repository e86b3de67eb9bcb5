"""Copies of one text: articles enter, stories leave.

Candidates come from MinHash over runs of five words; whether two texts are copies is then decided
on the runs themselves, so that chance plays no part. Most texts share hardly a run with any other,
and need no sketch.
"""

import functools
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from datasketch import MinHash, MinHashLSH

from kg.model import Article, Story
from kg.resolution.groups import Groups
from kg.resolution.runs import Runs, iter_shared, number_runs, runs_of

__all__ = ["find_stories"]

COPY_JACCARD = 0.6  # share of common runs from which two texts are copies
CANDIDATE_JACCARD = 0.4  # lower, so that the estimate misses no copy
PERMUTATIONS = 64
SEED = 1
BATCH = 1000  # articles whose runs are numbered at once
KEPT_ARTICLES = 1000  # whose runs are kept for comparison, some 30 KB each


def find_stories(articles: Sequence[Article]) -> tuple[Story, ...]:
    """Return the articles grouped by text, every article in exactly one story.

    A copy may be reached through another copy. The id of a story is made of the article that was
    published first.

    Example:
        >>> texts = ["Rebels fled the town at dawn, the army said.", "Talks failed."]
        >>> articles = [
        ...     Article(id=f"a-{i}", text=text) for i, text in enumerate((*texts, texts[0]))
        ... ]
        >>> sorted(story.article_ids for story in find_stories(articles))
        [('a-0', 'a-2'), ('a-1',)]
    """
    article_by_id = {article.id: article for article in articles}
    groups: Groups[str] = Groups(article_by_id)
    _join_copies(groups, article_by_id)
    return tuple(sorted(_story([article_by_id[id_] for id_ in ids]) for ids in groups.members()))


def _story(copies: Iterable[Article]) -> Story:
    ids = tuple(a.id for a in sorted(copies, key=lambda a: (a.published or date.max, a.id)))
    digest = hashlib.sha256(ids[0].encode("utf-8", "surrogatepass")).hexdigest()
    return Story(id=f"s-{digest[:16]}", article_ids=ids)


def _join_copies(groups: Groups[str], article_by_id: Mapping[str, Article]) -> None:
    """Join the articles that are copies; of those already joined, one comparison is enough."""
    index = MinHashLSH(threshold=CANDIDATE_JACCARD, num_perm=PERMUTATIONS)
    kept = functools.lru_cache(maxsize=KEPT_ARTICLES)(lambda id_: runs_of(article_by_id[id_].text))
    blank = MinHash(num_perm=PERMUTATIONS, seed=SEED, hashfunc=int)  # draws permutations once
    numbers = _number_all(article_by_id)
    for id_ in iter_shared(numbers, least=CANDIDATE_JACCARD):
        sketch = blank.copy()
        sketch.update_batch(numbers[id_])
        for other in sorted(index.query(sketch)):
            if groups.find(other) == groups.find(id_):
                continue
            if _jaccard(kept(id_), kept(other)) >= COPY_JACCARD:
                groups.join(other, id_)
        index.insert(id_, sketch)


def _number_all(article_by_id: Mapping[str, Article]) -> dict[str, Runs]:
    ids = list(article_by_id)
    batches = [ids[start : start + BATCH] for start in range(0, len(ids), BATCH)]
    return {
        id_: runs
        for batch in batches
        for id_, runs in zip(
            batch, number_runs([article_by_id[id_].text for id_ in batch]), strict=True
        )
    }


def _jaccard(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other)
