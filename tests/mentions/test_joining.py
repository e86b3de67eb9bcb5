"""One event told by several words, obligations, and warnings: whole mentions of one sentence."""

import pytest

from tests.mentions.parses import mentions, texts_of

JOINED = {
    "an event noun and its verb": (
        "An air strike killed ten farmers.",
        [("ASSAULT", "killed", [], ["farmers"])],
    ),
    "whose strike it was": (
        "An Israeli air strike killed ten farmers.",
        [("ASSAULT", "killed", ["Israeli"], ["farmers"])],
    ),
    "killed in an attack": (
        "Ten farmers died in an attack by rebels.",
        [("ASSAULT", "died", ["rebels"], ["farmers"])],
    ),
    "attack and harm": (
        "Rebels shelled the market, killing ten farmers.",
        [("ASSAULT", "killing", ["Rebels"], ["farmers", "market"])],
    ),
    "killed and wounded": (
        "Rebels killed ten farmers and wounded six soldiers.",
        [("ASSAULT", "killed", ["Rebels"], ["farmers", "soldiers"])],
    ),
    "an attack and how it was made": (
        "The jets struck a depot, destroying trucks.",
        [("ASSAULT", "struck", ["jets"], ["depot", "trucks"])],
    ),
    "a part of a whole": (
        "Rebels killed one of their commanders.",
        [("ASSAULT", "killed", ["Rebels"], ["their commanders"])],
    ),
    "several outcomes in a row": (
        "The navy shelled a camp, destroying houses and killing ten farmers.",
        [("ASSAULT", "killing", ["navy"], ["farmers", "houses", "camp"])],
    ),
    "an outcome of what was carried out": (
        "Rebels carried out two bombings, killing ten farmers.",
        [("ASSAULT", "killing", ["Rebels"], ["farmers"])],
    ),
    "a series of event nouns": (
        "Ten farmers were killed in a series of attacks.",
        [("ASSAULT", "killed", [], ["farmers"])],
    ),
    "since something erupted": (
        "Ten farmers were killed since fighting erupted.",
        [("ASSAULT", "killed", [], ["farmers"])],
    ),
    "a gerund that names an event": (
        "Fighting between rebels and police killed ten farmers.",
        [("ASSAULT", "killed", ["rebels", "police"], ["farmers"])],
    ),
    "an attack on what a clause hangs on": (
        "An attack on a mosque that killed ten farmers failed.",
        [("ASSAULT", "killed", [], ["farmers", "mosque"])],
    ),
    "an attack claimed by somebody": (
        "A bombing claimed by rebels wounded ten farmers.",
        [("ASSAULT", "wounded", ["rebels"], ["farmers"])],
    ),
    "talks that are broken off are not held": (
        "Kenya broke off the talks with Rwanda.",
        [("REJECT", "broke off the talks with", ["Kenya"], ["Rwanda"])],
    ),
    "a meeting and its purpose": (
        "Kenya and Rwanda met to discuss the treaty.",
        [("CONSULT", "met", ["Kenya", "Rwanda"], [])],
    ),
    "two attackers are two events": (
        "Rebels shelled the market and police killed ten farmers.",
        [
            ("ASSAULT", "shelled", ["Rebels"], ["market"]),
            ("ASSAULT", "killed", ["police"], ["farmers"]),
        ],
    ),
    "two types are two events": (
        "Police arrested a general and killed ten farmers.",
        [
            ("COERCE", "arrested", ["Police"], ["general"]),
            ("ASSAULT", "killed", ["Police"], ["farmers"]),
        ],
    ),
}
OBLIGATIONS = {
    "said by somebody": (
        "Rebels must withdraw, Kenya said.",
        [("REQUEST", "must withdraw", ["Kenya"], ["Rebels"])],
    ),
    "said by nobody": ("Rebels must withdraw.", []),
    "nobody is bound": ("The truth must come out, Kenya said.", []),
    "no obligation": ("Rebels can dance, Kenya said.", []),
}
WARNINGS = {
    "of one's own deed": (
        "Rebels warned that they would shell the town.",
        [("THREATEN", "warned that", ["Rebels"], ["town"])],
    ),
    "of another's deed": ("Kenya warned that rebels would advance.", []),
    "of a fact": ("Rebels warned that they were starving.", []),
    "with an object": (
        "Rebels threatened the mayor.",
        [("THREATEN", "threatened", ["Rebels"], ["mayor"])],
    ),
}


def _told(text):
    return [
        (m.entry.split(".")[0], m.action.text, texts_of(m.actors), texts_of(m.targets))
        for m in mentions(text)
    ]


@pytest.mark.parametrize(("text", "expected"), JOINED.values(), ids=JOINED)
def test_words_that_tell_one_event_make_one_mention(text, expected):
    assert _told(text) == expected


@pytest.mark.parametrize(("text", "expected"), OBLIGATIONS.values(), ids=OBLIGATIONS)
def test_obligations_are_demands(text, expected):
    assert _told(text) == expected


@pytest.mark.parametrize(("text", "expected"), WARNINGS.values(), ids=WARNINGS)
def test_warnings(text, expected):
    assert [row for row in _told(text) if row[0] == "THREATEN"] == expected
