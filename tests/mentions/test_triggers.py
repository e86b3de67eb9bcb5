"""Which words tell an event: the longest wording, its particles, what its clause must hold."""

import pytest

from kg.lexicons import load_lexicon
from kg.mentions.drafts import draft_event
from kg.mentions.triggers import find_hits
from tests.mentions.parses import sentence

WORDINGS = {
    "a verb": ("Rebels shelled the town.", ["shelled"]),
    "a verb and its particle": ("The army pulled out of the town.", ["pulled out of"]),
    "a particle behind the object": ("The town turned the envoy away.", []),
    "the longest wording wins": ("Rebels blew up the bridge.", ["blew up"]),
    "a verb and its object": ("Police opened fire on the crowd.", ["opened fire"]),
    "a verb and a bare noun": ("Bandits took the mayor hostage.", ["took hostage"]),
    "the object of a passive": ("Fire was opened on the crowd.", ["Fire opened"]),
    "a noun": ("An attack on the town failed.", ["attack"]),
    "a compound noun": ("An air strike on the town failed.", ["air strike"]),
    "a noun with of": ("An exchange of fire shook the town.", ["exchange"]),
    "nothing": ("The harvest pleased the farmers.", []),
    "an auxiliary tells nothing": ("The army may fire the general.", ["fire"]),
    "a participle before its noun": ("The occupied town is quiet.", []),
    "part of a thing's name": ("The attack helicopter hovered.", []),
    "part of a proper name": ("The March for Life drew students.", []),
}


def _words(hits):
    return [" ".join(word.text for word in hit.words) for hit in hits]


def _entry(text, odds=None):
    """The entry of the sentence's last wording, after its arguments were read."""
    lexicon = load_lexicon()
    drafts = [draft_event(hit, lexicon) for hit in find_hits(sentence(text, odds), lexicon)]
    return next((draft.entry.id for draft in reversed(drafts) if draft is not None), None)


@pytest.mark.parametrize(("text", "expected"), WORDINGS.values(), ids=WORDINGS)
def test_wordings(text, expected):
    assert _words(find_hits(sentence(text), load_lexicon())) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gunmen killed the mayor.", "ASSAULT.kill"),
        ("The senate killed the bill.", None),
    ],
)
def test_words_that_exclude_an_entry(text, expected):
    assert _entry(text) == expected


@pytest.mark.parametrize(
    ("text", "is_event"),
    [
        ("Farmers burned the village.", True),
        ("The chef burned the toast.", False),
        ("Soldiers burned the toast.", True),
    ],
    ids=["a listed word", "no listed word", "no listed word but an armed subject"],
)
def test_words_that_an_entry_requires(text, is_event):
    assert (_entry(text) is not None) is is_event


@pytest.mark.parametrize(
    ("odds", "expected"),
    [
        ({"SANCTION": 0.9, "O": 0.1}, "SANCTION.learned"),
        ({"SANCTION": 0.7, "O": 0.3}, None),
        ({"O": 0.95, "SANCTION": 0.05}, None),
    ],
    ids=["likely", "not likely enough", "no event"],
)
def test_a_word_of_no_entry_counts_where_it_is_likely_an_event(odds, expected):
    assert _entry("The ministry mothballed the embassy.", {"mothballed": odds}) == expected


@pytest.mark.parametrize(
    ("text", "odds", "expected"),
    [
        ("The mayor was killed.", {"O": 0.999}, None),
        ("The mayor was killed.", {"O": 0.5, "ASSAULT": 0.5}, "ASSAULT.kill"),
        ("The mayor was killed.", {"ASSAULT": 1.0}, "ASSAULT.kill"),
        ("Gunmen killed the mayor.", {"O": 0.999}, "ASSAULT.kill"),
    ],
    ids=["surely none", "even", "surely one", "a whole triple is not doubted"],
)
def test_a_wording_is_dropped_where_it_is_surely_no_event(text, odds, expected):
    assert _entry(text, {"killed": odds}) == expected


def test_odds_choose_between_entries():
    text = "Workers struck the port."
    assert _entry(text, {"struck": {"ASSAULT": 0.9, "PROTEST": 0.05}}).startswith("ASSAULT")
    assert _entry(text, {"struck": {"ASSAULT": 0.05, "PROTEST": 0.9}}).startswith("PROTEST")
