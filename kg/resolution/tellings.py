"""Words that tell of one event within a thread: heads of phrases enter, a label for each leaves.

Where articles follow one thread, a word mostly tells of one event ("the raid"), and so do words
near to it in meaning that take the same arguments; two words of one sentence mostly do not. Words
of saying are as many acts as there are speakers. Who takes part is called by the same name or noun,
or by one near to it in meaning; a pronoun counts as the name that it stands for. What only points
at something ("it", "she"), nobody knows at what, is of nothing else.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from itertools import combinations
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from kg.model import Head
from kg.resolution.groups import Groups
from kg.resolution.linkage import join_alike
from kg.resolution.options import TellingOptions

__all__ = ["label_events", "label_parties"]

Directions: TypeAlias = Mapping[str, NDArray[np.float32]]
Matrix: TypeAlias = NDArray[np.float64]


def label_events(
    heads: Sequence[Head],
    threads: Sequence[Sequence[str]],
    directions: Directions,
    options: TellingOptions | None = None,
) -> list[str]:
    """Return a label for each head; heads of one label tell of one event.

    Args:
        heads: The words that tell of events, of all articles.
        threads: The ids of the articles of each thread (`find_threads`).
        directions: What lemmas mean, as rows of unit length (`word_directions`).
        options: How near two words must be.
    """
    options = options or TellingOptions()
    return _by_thread(heads, threads, lambda told: _events(told, directions, options))


def label_parties(
    heads: Sequence[Head],
    threads: Sequence[Sequence[str]],
    directions: Directions,
    options: TellingOptions | None = None,
) -> list[str]:
    """Return a label for each head; heads of one label name the same people or things.

    Args:
        heads: The words that name who or what takes part, of all articles.
        threads: The ids of the articles of each thread (`find_threads`).
        directions: What the words mean, as rows of unit length (`word_directions`).
        options: How near two words must be.
    """
    options = options or TellingOptions()
    return _by_thread(heads, threads, lambda told: _parties(told, directions, options))


def _by_thread(
    heads: Sequence[Head],
    threads: Sequence[Sequence[str]],
    label: Callable[[Sequence[Head]], Sequence[str]],
) -> list[str]:
    """Label the heads of each thread together; those that only point at something are alone."""
    thread_of = {id_: ids[0] for ids in threads for id_ in ids}
    places: dict[str, list[int]] = defaultdict(list)
    for place, head in enumerate(heads):
        if not head.is_open:
            places[thread_of[head.article_id]].append(place)
    labels = [f"alone {place}" for place in range(len(heads))]
    for thread, told in places.items():
        for place, name in zip(told, label([heads[place] for place in told]), strict=True):
            labels[place] = f"{thread} {name}"
    return labels


def _events(heads: Sequence[Head], directions: Directions, options: TellingOptions) -> list[str]:
    """Label the heads of one thread by group of lemmas, and words of saying by what they share."""
    group_of = _groups(_by_key(heads, _lemma), directions, options, least=options.least)
    labels = [str(group_of[head.lemma]) for head in heads]
    said = [place for place, head in enumerate(heads) if head.is_saying]
    for place, act in _acts(heads, said, labels, options).items():
        labels[place] += f" {act}"
    return labels


def _parties(heads: Sequence[Head], directions: Directions, options: TellingOptions) -> list[str]:
    """Label the heads of one thread by group of words."""
    group_of = _groups(_by_key(heads, _word), directions, options, least=options.party)
    return [str(group_of[head.word]) for head in heads]


def _lemma(head: Head) -> str:
    return head.lemma


def _word(head: Head) -> str:
    return head.word


def _by_key(heads: Sequence[Head], key: Callable[[Head], str]) -> Mapping[str, Sequence[Head]]:
    found: dict[str, list[Head]] = defaultdict(list)
    for head in heads:
        found[key(head)].append(head)
    return {word: found[word] for word in sorted(found)}


def _groups(
    words: Mapping[str, Sequence[Head]],
    directions: Directions,
    options: TellingOptions,
    *,
    least: float,
) -> Mapping[str, int]:
    """Return the group of each word of a thread, given with the heads that say it."""
    meaning = np.stack([directions[word] for word in words]).astype(np.float64)
    said = list(words.values())
    near: Matrix = (
        meaning @ meaning.T
        + options.arguments * _shared_arguments(said)
        - options.apart * _together(said)
    )
    return dict(zip(words, join_alike(near, least=least), strict=True))


def _shared_arguments(words: Sequence[Sequence[Head]]) -> Matrix:
    """Return the cosines of the arguments that words take, the rarer ones weighing more."""
    counts = [Counter(a for head in heads for a in head.arguments) for heads in words]
    words_with = Counter(argument for count in counts for argument in count)
    columns = sorted(words_with)
    rarity = np.log(1 + len(words) / np.array([words_with[c] for c in columns], dtype=np.float64))
    table = np.array([[count[c] for c in columns] for count in counts], dtype=np.float64)
    weighed = np.log1p(table.reshape(len(words), len(columns))) * rarity
    lengths = np.linalg.norm(weighed, axis=1, keepdims=True)
    rows = np.divide(weighed, lengths, out=np.zeros_like(weighed), where=lengths > 0)
    cosines: Matrix = rows @ rows.T
    return cosines


def _together(words: Sequence[Sequence[Head]]) -> Matrix:
    """Return in what share of the sentences of the rarer word both stand."""
    sentences = [{(head.article_id, head.sentence) for head in heads} for heads in words]
    shares = np.zeros((len(words), len(words)))
    for (i, one), (j, other) in combinations(enumerate(sentences), 2):
        if not one.isdisjoint(other):
            shares[i, j] = shares[j, i] = len(one & other) / min(len(one), len(other))
    return shares


def _acts(
    heads: Sequence[Head], said: Sequence[int], labels: Sequence[str], options: TellingOptions
) -> Mapping[int, int]:
    """Return the first of those that are one act with each word of saying."""
    acts: Groups[int] = Groups(said)
    for one, other in combinations(said, 2):
        if labels[one] == labels[other] and _is_one_act(heads[one], heads[other], options):
            acts.join(one, other)
    return {place: acts.find(place) for place in said}


def _is_one_act(one: Head, other: Head, options: TellingOptions) -> bool:
    arguments = set(one.arguments), set(other.arguments)
    fewer = min(map(len, arguments))
    return fewer > 0 and len(arguments[0] & arguments[1]) >= options.speech * fewer
