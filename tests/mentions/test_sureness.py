"""How likely an event is told as it was read: what is seen of it, what the weights make of it."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.lexicons import load_lexicon
from kg.mentions.extraction import find_drafts
from kg.mentions.sureness import chance_of, sureness_features, sureness_of
from kg.model import Certainty, Mention, Polarity, Span, Temporality
from tests.mentions.parses import sentence

LEXICON = load_lexicon()
WEIGHTS = {"any": (0.5,), "surely": (6.0,), "hardly": (-6.0,)}


def draft_of(text):
    (draft, *_) = find_drafts(sentence(text), LEXICON)
    return draft


def mention_of(draft, **more):
    word = draft.hit.word
    span = Span(start=word.start, end=word.end, text=word.text)
    given = {
        "polarity": Polarity.AFFIRMED,
        "certainty": Certainty.CERTAIN,
        "temporality": Temporality.PAST,
    }
    return Mention(
        article_id="a",
        sentence=span,
        action=span,
        lemma=word.lemma,
        entry=draft.entry.id,
        rule=draft.rule,
        **(given | more),
    )


def seen(text, **more):
    draft = draft_of(text)
    return set(sureness_features(draft, mention_of(draft, **more), LEXICON))


@pytest.mark.parametrize(
    ("features", "least", "most"),
    [
        ((), 0.5, 0.5),
        (("any",), 0.6, 0.65),
        (("any", "surely"), 0.99, 1.0),
        (("any", "hardly"), 0.0, 0.01),
        (("unheard of",), 0.5, 0.5),
    ],
)
def test_chance_is_that_of_the_weights_together(features, least, most):
    assert least <= chance_of(features, WEIGHTS) <= most


@given(st.lists(st.sampled_from([*WEIGHTS, "unheard of"])))
def test_features_in_any_order_give_the_same_chance(features):
    assert chance_of(features, WEIGHTS) == pytest.approx(chance_of(sorted(features), WEIGHTS))
    assert 0 <= chance_of(features, WEIGHTS) <= 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels shelled the town.", {"type ASSAULT verb", "sides at verb", "actor people"}),
        ("An air strike on the town failed.", {"type ASSAULT noun", "determiner a NN"}),
        ("Police opened fire on the crowd.", {"words 2 verb", "target people"}),
    ],
)
def test_what_is_seen_of_an_event(text, expected):
    assert expected <= seen(text)


def test_how_an_event_is_meant_is_seen():
    text = "Rebels shelled the town."
    assert "meant affirmed possible" in seen(text, certainty=Certainty.POSSIBLE)
    assert "meant denied certain" in seen(text, polarity=Polarity.DENIED)
    assert "time future" in seen(text, temporality=Temporality.FUTURE)


def test_event_words_of_the_pipeline_promise_apart_from_none():
    told = dataclasses.replace(draft_of("Rebels shelled the town."), odds=0.9)
    untold = dataclasses.replace(told, odds=None)
    for draft, name in ((told, "promise 0"), (untold, "promise untold 0")):
        assert name in set(sureness_features(draft, mention_of(draft), LEXICON))


def test_a_whole_triple_is_surer_than_a_lone_noun():
    triple, noun = (
        draft_of("Gunmen killed the mayor."),
        draft_of("An air strike on the town failed."),
    )
    chances = [sureness_of(d, mention_of(d), LEXICON) for d in (triple, noun)]
    assert 1 > chances[0] > chances[1] > 0


def test_of_wordings_that_tell_one_event_the_surest_counts():
    draft = draft_of("Gunmen killed the mayor.")
    plain = sureness_of(draft, mention_of(draft), LEXICON)
    worse = dataclasses.replace(
        draft, entry=dataclasses.replace(draft.entry, id="ASSAULT.unheard-of", precision=0.05)
    )
    alone = sureness_of(worse, mention_of(draft), LEXICON)
    together = sureness_of(dataclasses.replace(worse, joined=(draft,)), mention_of(draft), LEXICON)
    assert alone < plain == together
