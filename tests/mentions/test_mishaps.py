"""Harm by nature, illness and accident is nobody's deed."""

import pytest

from tests.mentions.parses import mentions, texts_of


@pytest.mark.parametrize(
    "text",
    [
        "An earthquake killed ten farmers.",
        "The storm killed the crops in the flood.",
        "A fire killed ten farmers.",
        "Ten farmers were killed when a train collided with a bus.",
        "Ten farmers were killed in a plane crash.",
    ],
    ids=["nature", "weather", "a fire", "a verb of accidents", "in an accident"],
)
def test_a_mishap_is_no_claim(text):
    assert mentions(text) == ()


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Israeli fire killed ten farmers.", ["Israeli"]),
        ("Rebels killed ten farmers in the flood.", ["Rebels"]),
    ],
    ids=["fire that is shot", "an actor is named"],
)
def test_a_deed_stays_one(text, actors):
    (mention,) = mentions(text)
    assert (mention.entry, texts_of(mention.actors)) == ("ASSAULT.kill", actors)


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        ("Kenya rescued farmers whose boat sank.", ["AID.rescue"]),
        ("Kenya sank a boat.", ["ASSAULT.sink"]),
    ],
    ids=["a thing that founders", "a thing that is sunk"],
)
def test_what_becomes_of_a_thing_is_nobodys_deed(text, entries):
    assert [mention.entry for mention in mentions(text)] == entries
