"""Noun phrases: their extent, what they are called, and the sides that one phrase may name."""

import pytest

from kg.lexicons import load_lexicon
from kg.mentions.phrases import actor_phrase
from kg.mentions.sides import side_phrases
from tests.mentions.parses import sentence, word_of

PHRASES = {
    "without its determiner": ("The soldiers fled.", "soldiers", "soldiers"),
    "without its numeral": ("Two hundred soldiers fled.", "soldiers", "soldiers"),
    "without a vague number": ("Several other soldiers fled.", "soldiers", "soldiers"),
    "with its adjectives": ("Heavily armed masked men fled.", "men", "Heavily armed masked men"),
    "with its possessor": ("Ukraine's president fled.", "president", "Ukraine's president"),
    "with whose it is": ("The army of Syria fled.", "army", "army of Syria"),
    "without where it is": ("The troops in Syria fled.", "troops", "troops"),
    "without its clause": ("Men who killed the mayor fled.", "Men", "Men"),
    "a name is never cut": (
        "Foreign Minister Mevlut Cavusoglu resigned.",
        "Mevlut",
        "Foreign Minister Mevlut Cavusoglu",
    ),
    "a name that holds a conjunction": (
        "Doctors and Nurses United fled.",
        "Doctors",
        "Doctors and Nurses United",
    ),
    "not its coordinated phrase": ("Police and soldiers fled.", "Police", "Police"),
}
SIDES = {
    "two adjectives": (
        "US and Ukrainian envoys met.",
        "envoys",
        ["US", "Ukrainian envoys"],
        ["US envoys", "Ukrainian envoys"],
    ),
    "two owners": (
        "The leaders of Russia and Ukraine met.",
        "leaders",
        ["leaders of Russia", "Ukraine"],
        ["leaders of Russia", "leaders of Ukraine"],
    ),
    "an alliance and a country": (
        "NATO and Afghan troops fled.",
        "troops",
        ["NATO", "Afghan troops"],
        ["NATO troops", "Afghan troops"],
    ),
    "two groups": (
        "Fatah and Hamas officials met.",
        "officials",
        ["Fatah", "Hamas officials"],
        ["Fatah officials", "Hamas officials"],
    ),
    "a name of two words": (
        "Ukraine and European Union states met.",
        "states",
        ["Ukraine", "European Union states"],
        ["Ukraine states", "European Union states"],
    ),
    "an office that each has one of": (
        "The French and German foreign ministers met.",
        "ministers",
        ["French", "German foreign ministers"],
        ["French foreign minister", "German foreign minister"],
    ),
    "one group": ("Taliban fighters fled.", "fighters", ["Taliban fighters"], ["Taliban fighters"]),
    "names of nobody known": (
        "Wheat and Barley traders met.",
        "traders",
        ["Wheat and Barley traders"],
        ["Wheat and Barley traders"],
    ),
    "one country": (
        "Ukrainian envoys met.",
        "envoys",
        ["Ukrainian envoys"],
        ["Ukrainian envoys"],
    ),
    "one country twice": (
        "Russia's Russian envoys met.",
        "envoys",
        ["Russia's Russian envoys"],
        ["Russia's Russian envoys"],
    ),
    "one person of two countries": (
        "The Russian and Ukrainian envoy resigned.",
        "envoy",
        ["Russian and Ukrainian envoy"],
        ["Russian and Ukrainian envoy"],
    ),
}


@pytest.mark.parametrize(("text", "head", "expected"), PHRASES.values(), ids=PHRASES)
def test_phrase(text, head, expected):
    phrase = actor_phrase(word_of(sentence(text), head), text, load_lexicon())
    assert phrase.span.text == text[phrase.span.start : phrase.span.end] == expected


@pytest.mark.parametrize(("text", "head", "spans", "names"), SIDES.values(), ids=SIDES)
def test_sides(text, head, spans, names):
    sides = side_phrases(word_of(sentence(text), head), text, load_lexicon())
    assert [side.span.text for side in sides] == spans
    assert [side.name for side in sides] == names


@pytest.mark.parametrize(
    ("text", "head", "expected"),
    [
        ("Ukraine's president fled.", "president", ("Ukraine",)),
        ("The army of Syria fled.", "army", ("Syria",)),
        ("The troops in Syria fled.", "troops", ()),
        ("Ukrainian envoys met.", "envoys", ("Ukrainian",)),
        ("Heavily armed masked men fled.", "men", ()),
    ],
)
def test_modifiers_say_whose_it_is(text, head, expected):
    assert actor_phrase(word_of(sentence(text), head), text, load_lexicon()).modifiers == expected


def test_a_phrase_is_called_by_what_it_refers_to():
    text = "The soldiers fled."
    head = word_of(sentence(text), "soldiers")
    phrase = actor_phrase(head, text, load_lexicon(), refers_to="Third Brigade")
    assert (phrase.name, phrase.span.text) == ("Third Brigade", "soldiers")
    (side,) = side_phrases(head, text, load_lexicon(), refers_to="Third Brigade")
    assert side == phrase


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Police in Lagos fled.", "Police", "Lagos"),
        ("The troops in Syria fled.", "troops", "Syria"),
        ("The army of Syria fled.", "army", None),
        ("The soldiers fled.", "soldiers", None),
    ],
)
def test_phrase_tells_where_its_people_are(text, word, expected):
    phrase = actor_phrase(word_of(sentence(text), word), text, load_lexicon())
    assert phrase.seat == expected
