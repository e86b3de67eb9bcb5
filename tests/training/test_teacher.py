"""The teacher's parts that need no network: trees, lemma rules, what name sets leave possible."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from training.teacher.features import Shape, apply_lemma_rule, lemma_rule, shape
from training.teacher.name_sources import CROSSNER, UNER, reading
from training.teacher.trees import best_heads


def trees(n):
    """Return all trees of n words with one root."""
    for heads in itertools.product(range(n + 1), repeat=n):
        if sum(head == 0 for head in heads) == 1 and all(map(reaches(heads), range(1, n + 1))):
            yield heads


def reaches(heads):
    def to_root(word):
        for _ in heads:
            word = heads[word - 1]
            if word == 0:
                return True
        return False

    return to_root


@given(
    st.integers(1, 4).flatmap(
        lambda n: arrays(float, (n, n + 1), elements=st.floats(-9, 9, width=16))
    )
)
def test_the_best_tree_is_found(scores):
    def total(heads):
        return sum(scores[word, head] for word, head in enumerate(heads))

    found = best_heads(scores)
    assert tuple(found) in set(trees(len(scores)))
    assert total(found) == pytest.approx(max(map(total, trees(len(scores)))))


@pytest.mark.parametrize(
    ("form", "lemma"),
    [("troops", "troop"), ("Fired", "fire"), ("went", "go"), ("Kyiv", "Kyiv"), ("’s", "be")],
)
def test_a_lemma_rule_makes_its_lemma(form, lemma):
    assert apply_lemma_rule(form, lemma_rule(form, lemma)) == lemma


def test_a_lemma_rule_serves_other_words():
    assert apply_lemma_rule("bombed", lemma_rule("shelled", "shell")) == "bomb"
    assert lemma_rule("shelled", "shell") == lemma_rule("bombed", "bomb")
    assert lemma_rule("Kyiv", "Kyiv") == lemma_rule("NATO", "NATO")


SHAPES = {
    "army": Shape.LOWER,
    "Army": Shape.TITLE,
    "NATO": Shape.UPPER,
    "A": Shape.LETTER,
    "McCain": Shape.MIXED,
    "2,000": Shape.DIGITS,
    "—": Shape.OTHER,
}


@pytest.mark.parametrize(("word", "expected"), SHAPES.items())
def test_the_case_of_words(word, expected):
    assert shape(word) is expected


def test_name_sets_tell_no_more_than_their_labels():
    one = reading([("Mali", "B-LOC"), ("French", "B-OTH"), ("voted", "O")], UNER)
    assert one.names[0] == {"B-GPE", "B-LOC", "B-FAC"}
    assert {"O", "B-NORP"} <= one.names[1]
    assert "O" in one.names[2]
    assert not {"B-PERSON", "B-ORG", "B-GPE"} & one.names[2]


def test_what_no_set_denies_stays_possible():
    one = reading([("Greens", "B-politicalparty"), ("won", "O")], CROSSNER)
    assert one.names[0] == {"B-ORG"}
    assert "B-NORP" in one.names[1]
