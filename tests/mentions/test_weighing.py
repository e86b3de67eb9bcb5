"""Sides of events: who may be one, what is seen of them, and how the weights choose."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.lexicons import FeatureWeights, load_lexicon
from kg.mentions.candidates import candidates_of
from kg.mentions.extraction import find_drafts
from kg.mentions.features import ACTOR, NEITHER, TARGET, features_of, look
from kg.mentions.weighing import choose_sides, weigh_sides
from tests.mentions.parses import sentence

LEXICON = load_lexicon()
WEIGHTS = {
    "surely actor": (6.0, 0.0),
    "surely target": (0.0, 6.0),
    "maybe actor": (-0.5, -9.0),
    "hardly anybody": (-6.0, -6.0),
    "either": (3.0, 2.9),
}


@pytest.mark.parametrize(
    ("looks", "expected"),
    [
        ([["surely actor"], ["surely target"]], [ACTOR, TARGET]),
        ([["surely actor"], ["surely actor"]], [ACTOR, ACTOR]),
        ([["hardly anybody"], ["surely target"]], [NEITHER, TARGET]),
        ([["unheard of"], ["hardly anybody"]], [ACTOR, NEITHER]),
        ([["either"]], [ACTOR]),
        ([["maybe actor"], ["hardly anybody"]], [ACTOR, NEITHER]),
        ([["hardly anybody"], ["hardly anybody"]], [NEITHER, NEITHER]),
        ([["surely actor", "surely target"]], [ACTOR]),
        ([], []),
    ],
)
def test_choice(looks, expected):
    assert choose_sides(looks, WEIGHTS) == expected


@given(st.lists(st.lists(st.sampled_from([*WEIGHTS, "unheard of"]), max_size=4), max_size=5))
def test_features_in_any_order_choose_the_same(looks):
    assert choose_sides(looks, WEIGHTS) == choose_sides([sorted(one) for one in looks], WEIGHTS)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels shelled the town.", ["Rebels", "town"]),
        ("Police opened fire on the crowd.", ["Police", "crowd"]),
        ("An air strike on the town failed.", ["town"]),
        ("Bandits took the mayor hostage.", ["Bandits", "mayor"]),
        ("The army shelled the League ( LON ).", ["army", "League"]),
    ],
)
def test_candidates(text, expected):
    (draft, *_) = find_drafts(sentence(text), LEXICON)
    assert [w.text for w in candidates_of(draft, sentence(text), LEXICON)] == expected


def test_features_are_cells_of_a_table():
    words = sentence("Police opened fire on the crowd.")
    (draft,) = find_drafts(words, LEXICON)
    candidates = candidates_of(draft, words, LEXICON)
    view = look(draft, candidates, [draft], LEXICON)
    for word in candidates:
        features = list(features_of(word, draft, view, LEXICON))
        assert len(features) == len(set(features))
        assert all("\t" not in f and "\n" not in f for f in features)


def test_without_weights_the_grammar_alone_decides():
    bare = dataclasses.replace(LEXICON, arguments=FeatureWeights({}))
    words = sentence("Rebels shelled the town.")
    drafts = find_drafts(words, bare)
    assert weigh_sides(drafts, words, bare) == drafts


def test_what_the_weights_changed_is_told():
    against = dataclasses.replace(LEXICON, arguments=FeatureWeights({"any": (-9.0, -9.0)}))
    words = sentence("Rebels shelled the town.")
    (draft,) = weigh_sides(find_drafts(words, against), words, against)
    assert (draft.actors, draft.targets, draft.rule) == ((), (), "active, weighed")
