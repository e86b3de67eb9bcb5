"""Which of their own deeds people tell of, and which they do by telling."""

import pytest

from kg.lexicons import load_lexicon
from kg.mentions.attribution import is_told_of
from tests.mentions.parses import mention, sentence, word_of


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("Kenya said it had charged the mayor.", "charged", True),
        ("Kenya said rebels shelled the town.", "shelled", True),
        ("Kenya said it would support the plan.", "support", True),
        ("Kenya said it supported the plan.", "supported", False),
        ("Kenya says it wants the plan.", "wants", False),
        ("Kenya condemned the attack.", "condemned", False),
        ("Rebels plan to shell the town.", "shell", False),
    ],
)
def test_is_told_of(text, verb, expected):
    assert is_told_of(word_of(sentence(text), verb), load_lexicon()) is expected


@pytest.mark.parametrize(
    ("text", "action", "actors", "speakers"),
    [
        ("A spokesman, Dao, said rebels shelled Goma.", "shelled", ["rebels"], ["Dao"]),
        ("Kenya charged the mayor with attacking Rwanda.", "attacking", ["mayor"], ["Kenya"]),
    ],
    ids=["by name, where an office is told first", "who charges somebody says so"],
)
def test_speakers_have_no_part_in_what_they_tell(text, action, actors, speakers):
    found = mention(text, action=action)
    assert [actor.span.text for actor in found.actors] == actors
    assert [speaker.span.text for speaker in found.speakers] == speakers
