"""Who says that his side will not do something refuses it; who will do no harm refuses nothing."""

import pytest

from tests.mentions.parses import mentions, texts_of


def _rejected(text):
    found = [m for m in mentions(text) if m.entry == "REJECT.refusal"]
    return [(m.action.text, texts_of(m.actors), texts_of(m.targets)) for m in found]


def test_a_refusal_is_told_by_a_plain_future():
    told = _rejected("Kenya said it would not sign the treaty with Rwanda.")
    assert told == [("would not sign", ["Kenya"], ["Rwanda"])]


def test_a_refusal_happens_when_it_is_said():
    (mention,) = mentions("Kenya said it would not sign the treaty with Rwanda.")
    meant = (mention.polarity.value, mention.certainty.value, mention.temporality.value)
    assert meant == ("affirmed", "certain", "past")
    assert not mention.speakers


@pytest.mark.parametrize(
    "text",
    [
        "Kenya said Rwanda would not sign the treaty.",
        "Kenya said it would sign the treaty.",
        "Rebels said they would not shell the town.",
    ],
    ids=["another side", "no negation", "harm"],
)
def test_other_futures_are_no_refusals(text):
    assert not _rejected(text)
