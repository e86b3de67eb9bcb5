"""Which words of a thread tell of one event, or name one party; heads are written by hand."""

import random
from typing import Any

import numpy as np
import pytest

from kg.model import Head
from kg.resolution import label_events, label_parties
from kg.resolution.options import TellingOptions

THREADS = (("a", "b"), ("c",))
MEANINGS = {  # cosines: raid and attack .6, raid and storm .5, attack and storm .3
    "raid": (1.0, 0.0, 0.0),
    "attack": (0.6, 0.8, 0.0),
    "storm": (0.5, 0.0, 0.866),
    "vote": (0.0, 0.0, 0.0),
    "say": (0.0, 0.0, 0.0),
}


def head(article_id: str, lemma: str, sentence: int = 0, *arguments: str, **given: Any) -> Head:
    made = {"word": lemma, "lemma": lemma, "arguments": arguments} | given
    return Head(article_id=article_id, sentence=sentence, **made)


def said(article_id: str, *arguments: str) -> Head:
    return head(article_id, "say", 0, *arguments, is_saying=True)


def directions() -> dict[str, Any]:
    return {word: np.array(row, dtype=np.float32) for word, row in MEANINGS.items()}


def events(*heads: Head, **options: float) -> list[str]:
    return label_events(heads, THREADS, directions(), TellingOptions(**options))


CASES = {
    "one word": (head("a", "vote"), head("b", "vote"), True),
    "one word of two threads": (head("a", "vote"), head("c", "vote"), False),
    "near in meaning": (head("a", "raid"), head("b", "attack"), True),
    "far in meaning": (head("a", "raid"), head("b", "vote"), False),
    "not near enough": (head("a", "raid"), head("b", "storm"), False),
    "not near enough, but of the same": (
        head("a", "raid", 0, "rebel", "harim"),
        head("b", "storm", 0, "harim", "rebel"),
        True,
    ),
    "near, but of others": (head("a", "raid", 0, "rebel"), head("b", "attack", 0, "bear"), True),
    "near, in one sentence": (head("a", "raid"), head("a", "attack"), False),
    "near, in two sentences": (head("a", "raid"), head("a", "attack", 50), True),
    "pointed at": (head("a", "vote", is_open=True), head("b", "vote", is_open=True), False),
    "said by one": (said("a", "mayor"), said("b", "mayor", "monday"), True),
    "said by two": (said("a", "mayor"), said("b", "police"), False),
    "said by nobody known": (said("a"), said("b"), False),
}


@pytest.mark.parametrize(("one", "other", "is_one"), CASES.values(), ids=CASES)
def test_words_tell_of_one_event(one: Head, other: Head, is_one: bool) -> None:
    first, second = events(one, other)
    assert (first == second) is is_one


def test_options_say_how_near() -> None:
    pair = head("a", "raid"), head("b", "attack")
    assert len(set(events(*pair, least=0.65))) == 2


PARTIES = {
    "one name": (head("a", "olga", word="petrel"), head("b", "ana", word="petrel"), True),
    "two names": (head("a", "petrel"), head("b", "sol"), False),
    "two that nobody knows": (
        head("a", "she", is_open=True),
        head("b", "she", is_open=True),
        False,
    ),
    "one name in two threads": (head("a", "petrel"), head("c", "petrel"), False),
}


@pytest.mark.parametrize(("one", "other", "is_one"), PARTIES.values(), ids=PARTIES)
def test_words_name_one_party(one: Head, other: Head, is_one: bool) -> None:
    known = {word: np.zeros(3, dtype=np.float32) for word in ("petrel", "sol", "she")}
    first, second = label_parties([one, other], THREADS, known)
    assert (first == second) is is_one


def test_order_of_the_heads_does_not_matter() -> None:
    heads = [head for one, other, _ in CASES.values() for head in (one, other)]
    shuffled = random.Random(3).sample(range(len(heads)), len(heads))
    labels = events(*heads)
    again = events(*(heads[n] for n in shuffled))
    there = {(n, m) for n in shuffled for m in shuffled if labels[n] == labels[m]}
    back = {
        (n, m)
        for i, n in enumerate(shuffled)
        for j, m in enumerate(shuffled)
        if again[i] == again[j]
    }
    assert there == back


def test_nothing_to_label() -> None:
    assert label_events([], THREADS, {}) == label_parties([], THREADS, {}) == []
