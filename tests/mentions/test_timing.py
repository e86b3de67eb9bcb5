"""When events are told to be: words of time, what is seen, and how the weights choose."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.lexicons import FeatureWeights, load_lexicon
from kg.mentions.clocks import TimeWord, is_within, iter_time_words
from kg.mentions.extraction import find_drafts
from kg.mentions.meaning import Meaning
from kg.mentions.syntax import read_sentences
from kg.mentions.time_features import time_features
from kg.mentions.timing import choose_time, read_time, settle_time
from kg.model import Certainty, Span, Temporality
from tests.mentions.parses import parse, sentence

LEXICON = load_lexicon()
WEIGHTS = {
    "now": (3.0, 0.0, 0.0),
    "soon": (0.0, 3.0, 0.0),
    "long gone": (0.0, 0.0, 3.0),
    "over": (-4.0, -4.0, -4.0),
}


def _flat(text):
    """Return a sentence without a tree: every word hangs on the first."""
    first, *rest = text.split()
    rows = [f"{first}/NN/0/root", *(f"{word}/NN/1/dep" for word in rest)]
    (read,) = read_sentences(parse(" ".join(rows)), LEXICON.lemmas)
    return read


def _weighing(**weights):
    return dataclasses.replace(LEXICON, temporality=FeatureWeights(weights))


@pytest.mark.parametrize(
    ("features", "expected"),
    [
        (["now"], "present"),
        (["soon"], "future"),
        (["long gone"], "historical"),
        (["over", "now"], "past"),
        (["unheard of"], "past"),
        ([], "past"),
    ],
)
def test_choice(features, expected):
    assert choose_time(features, WEIGHTS) == expected


@given(st.lists(st.sampled_from([*WEIGHTS, "unheard of"]), max_size=5, unique=True))
def test_features_in_any_order_choose_the_same(features):
    assert choose_time(features, WEIGHTS) == choose_time(sorted(features), WEIGHTS)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("They met in 1994", [("year", "1994")]),
        ("They met in 19945 or 2094", []),
        ("They meet next Friday", [("ahead", "next"), ("day", "Friday")]),
        ("They meet next door", []),
        ("They met on Friday", [("day", "Friday")]),
        ("They met last year", [("previous", "last")]),
        ("They met last week", [("near", "last")]),
        ("They are NOW at war", [("now", "NOW")]),
        ("The World War ended", [("bygone", "World")]),
    ],
)
def test_words_of_time(words, expected):
    read = _flat(words)
    found = [(w.kind, read.text[w.start :].split()[0]) for w in iter_time_words(read, LEXICON.cues)]
    assert found == expected


def test_a_word_is_within_pieces_that_hold_its_first_character():
    pieces = (Span(start=3, end=5, text="no"), Span(start=8, end=9, text="w"))
    held = [n for n in range(12) if is_within(TimeWord("now", n), pieces)]
    assert held == [3, 4, 8]


def _event(text):
    read = sentence(text)
    (draft,) = find_drafts(read, LEXICON)
    clock = tuple(iter_time_words(read, LEXICON.cues))
    return draft, clock, (Span(start=read.start, end=read.end, text=read.text),)


def test_features_are_cells_of_a_table():
    draft, clock, scope = _event("Rebels withdraw tomorrow.")
    features = time_features(draft, draft.hit.word, Meaning(), clock, scope)
    assert len(features) == len(set(features))
    assert all("\t" not in f and "\n" not in f for f in features)
    assert "own time ahead after" in features


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels withdraw tomorrow.", ("future", "probable")),
        ("Rebels withdraw today.", ("present", "certain")),
        ("Kenya rejects the plan.", ("past", "certain")),
    ],
)
def test_the_simple_present_is_a_plan_a_state_or_a_word_spoken(text, expected):
    draft, clock, scope = _event(text)
    meaning = Meaning(temporality=Temporality.PRESENT)
    read_time(meaning, draft, clock, scope, LEXICON)
    assert (meaning.temporality, meaning.certainty) == expected


@pytest.mark.parametrize(
    ("text", "told", "weights", "expected"),
    [
        ("Rebels shelled the town.", "past", (3.0, 0.0, 0.0), ("present", "certain")),
        ("Rebels shelled the town.", "past", (0.0, 3.0, 0.0), ("future", "probable")),
        ("Rebels shelled the town.", "past", (0.0, 0.0, 3.0), ("historical", "certain")),
        ("Rebels shelled the town.", "present", (-3.0, -3.0, -3.0), ("past", "certain")),
        ("Rebels shelled the town.", "future", (-0.5, -0.5, -0.5), ("future", "certain")),
        ("Rebels shelled the town.", "future", (-3.0, -3.0, -3.0), ("past", "certain")),
        ("Kenya rejects the plan.", "future", (-3.0, -3.0, -3.0), ("past", "certain")),
    ],
    ids=[
        *("goes on", "to come", "long ago", "over", "a deed planned is none"),
        *("but where much speaks for it", "a word spoken is"),
    ],
)
def test_weights_settle_the_time(text, told, weights, expected):
    draft, clock, scope = _event(text)
    meaning = Meaning(temporality=Temporality(told))
    settle_time(meaning, draft, clock, scope, _weighing(any=weights))
    assert (meaning.temporality, meaning.certainty) == expected


def test_without_weights_the_rules_alone_decide():
    draft, clock, scope = _event("Rebels shelled the town.")
    meaning = Meaning(temporality=Temporality.PRESENT)
    settle_time(meaning, draft, clock, scope, _weighing())
    assert meaning == Meaning(temporality=Temporality.PRESENT, certainty=Certainty.CERTAIN)
