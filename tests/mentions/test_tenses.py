"""When the form of a verb, or of a predicate, says that something is."""

import pytest

from kg.mentions.tenses import carrier_of, tense_of
from tests.mentions.parses import sentence, word_of


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Rebels shelled the town.", "shelled", "past"),
        ("Rebels are shelling the town.", "shelling", "present"),
        ("The town is being shelled.", "shelled", "present"),
        ("The town is banned.", "banned", "present"),
        ("The town has been shelled.", "shelled", "past"),
        ("Kenya has freed the hostages.", "freed", "past"),
        ("The rebels are under siege.", "siege", "present"),
        ("The rebels have been on strike.", "strike", "present"),
        ("The rebels were on strike.", "strike", "past"),
        ("Rebels will shell the town.", "shell", "future"),
        ("Rebels are going to shell the town.", "going", "future"),
        ("Kenya was to free the hostages.", "free", "future"),
        ("Rebels advanced, shelling the town.", "shelling", "past"),
        ("Kenya rejects the plan.", "rejects", "present"),
    ],
)
def test_tense_of(text, word, expected):
    assert tense_of(word_of(sentence(text), word)) == expected


@pytest.mark.parametrize(
    ("text", "noun", "carrier"),
    [
        ("Kenya condemned the attack.", "attack", "condemned"),
        ("The rebels are under siege.", "siege", "siege"),
        ("Rebels shelled the town.", "town", "shelled"),
    ],
)
def test_carrier_of(text, noun, carrier):
    read = sentence(text)
    found = carrier_of(word_of(read, noun))
    assert found is word_of(read, carrier)
