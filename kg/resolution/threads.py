"""Articles that follow one thread, the same happening: articles enter, groups of ids leave.

Two outlets that report one happening name the same people, places and numbers, first of all in
headline and lead; so likeness is the cosine of weighted words (TF-IDF: Salton and Buckley 1988),
in which names weigh more than other words and the lead more than the rest. Copies of one text are
`kg.resolution.stories`.

All pairs of articles are compared: this is for some thousands of them.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from scipy.sparse import csr_array

from kg.model import Article
from kg.resolution.linkage import Likenesses, join_alike
from kg.resolution.options import ThreadOptions

__all__ = ["find_threads"]

SHORTEST_WORD = 3  # characters; numbers may be shorter
MOSTLY = 0.5  # a name is written as one in more than this share of the texts that have the word

_WORD = re.compile(r"[^\W_]+")


def find_threads(
    articles: Sequence[Article], options: ThreadOptions | None = None
) -> tuple[tuple[str, ...], ...]:
    """Return the ids of articles grouped by what they tell of, every article in one group.

    The order of the articles does not matter; groups and ids are sorted.

    Args:
        articles: All articles: how much a word tells depends on how many of them have it.
        options: How alike articles must be, and what counts for it.

    Example:
        >>> texts = {
        ...     "a": "Ship sinks off Tarsk. The ferry Olga sank off Tarsk with 40 on board.",
        ...     "b": "The Olga went down near Tarsk on Monday; 40 people were on board.",
        ...     "c": "Voters in Lumeria chose Ana Petrel as president on Sunday.",
        ... }
        >>> find_threads([Article(id=id_, text=text) for id_, text in texts.items()])
        (('a', 'b'), ('c',))
    """
    options = options or ThreadOptions()
    ordered = sorted(articles, key=lambda article: article.id)
    counts = [_count(article.text, options) for article in ordered]
    weights = _weigh(counts, _names(article.text for article in ordered), options)
    groups = join_alike(_likenesses(counts, weights), least=options.least)
    threads: dict[int, list[str]] = {}
    for article, group in zip(ordered, groups, strict=True):
        threads.setdefault(group, []).append(article.id)
    return tuple(sorted(tuple(ids) for ids in threads.values()))


def _count(text: str, options: ThreadOptions) -> Mapping[str, float]:
    """Return how often a text says each word, on a scale that grows slowly."""
    counts: Counter[str] = Counter()
    lead: Counter[str] = Counter()
    for number, match in enumerate(_WORD.finditer(text)):
        word = match.group().lower()
        if len(word) >= SHORTEST_WORD or word.isdigit():
            (lead if number < options.lead_words else counts)[word] += 1
    return {
        word: 1 + math.log(counts[word] + options.lead_weight * lead[word])
        for word in sorted(counts | lead)
    }


def _names(texts: Iterable[str]) -> frozenset[str]:
    """Return numbers, and the words that most texts which have them never write in lower case."""
    texts_with: Counter[str] = Counter()
    texts_as_name: Counter[str] = Counter()
    for text in texts:
        written = set(_WORD.findall(text))
        words = {word.lower() for word in written}
        texts_with.update(words)
        texts_as_name.update(w for w in words if w[0].isdigit() or w not in written)
    return frozenset(w for w, n in texts_with.items() if texts_as_name[w] > MOSTLY * n)


def _weigh(
    counts: Sequence[Mapping[str, float]], names: frozenset[str], options: ThreadOptions
) -> Mapping[str, float]:
    """Return what each word tells; a name that one text alone has counts as a common word."""
    texts_with = Counter(word for words in counts for word in words)
    return {
        word: math.log(1 + len(counts) / n)
        * (1.0 if n > 1 and word in names else options.common_weight)
        for word, n in sorted(texts_with.items())
    }


def _likenesses(counts: Sequence[Mapping[str, float]], weights: Mapping[str, float]) -> Likenesses:
    column = {word: number for number, word in enumerate(weights)}
    rows = [np.array([n * weights[word] for word, n in words.items()]) for words in counts]
    rows = [row / np.linalg.norm(row) if row.size else row for row in rows]
    starts = np.cumsum([0, *(row.size for row in rows)])
    columns = [column[word] for words in counts for word in words]
    table = csr_array(
        (np.concatenate([np.zeros(0), *rows]), columns, starts), shape=(len(rows), len(column))
    )
    likenesses: Likenesses = (table @ table.T).toarray()
    return likenesses
