"""The comparison behind the table of sentences: it passes what is right and names what is wrong."""

from dataclasses import replace
from typing import Any

import pytest

from kg.model import Polarity
from tests.mentions.expectations import Expected, Sentence, complaints_about
from tests.samples import sample_articles, sample_claim

STRIKE = Expected(
    types=("ASSAULT",),
    actions=("air strike", "killed"),
    actors=("Norland's air force",),
    targets=("civilians",),
    speaker="health ministry of Sudria",
    place="Kessa",
    counts=(("killed", 12, "at_least", "total"),),
)
MEETING = Expected(
    types=("CONSULT",),
    actions=("met",),
    actors=("Ilan Dravo", "Mara Quell"),
    targets=(),
    speaker="spokesman",
    place="Geneva",
)


def _sentence(article_id: str, *claims: Expected, **fields: Any) -> Sentence:
    (article,) = (article for article in sample_articles() if article.id == article_id)
    return Sentence(group="sample", text=article.text, claims=claims, **fields)


def test_right_claim_meets_its_expectation() -> None:
    sentence = _sentence("a-herald-1", STRIKE)
    assert complaints_about(sentence, [sample_claim("a-herald-1", "killed")]) == ()


@pytest.mark.parametrize(
    ("changed", "complaint"),
    [
        ({"types": ("COERCE",)}, "COERCE 'air strike': wrong type"),
        ({"actors": ()}, "ASSAULT 'air strike': wrong actors or targets"),
        ({"targets": ("soldiers",)}, "ASSAULT 'air strike': wrong actors or targets"),
        ({"polarity": ("denied",)}, "ASSAULT 'air strike': wrong polarity"),
        ({"certainty": ("possible",)}, "ASSAULT 'air strike': wrong certainty"),
        ({"temporality": ("future",)}, "ASSAULT 'air strike': wrong temporality"),
        ({"speaker": ""}, "ASSAULT 'air strike': wrong speaker"),
        ({"speaker": "witnesses"}, "ASSAULT 'air strike': wrong speaker"),
        ({"place": ""}, "ASSAULT 'air strike': wrong place"),
        ({"place": "Port Sel"}, "ASSAULT 'air strike': wrong place"),
        ({"counts": ()}, "ASSAULT 'air strike': wrong counts"),
        ({"actions": ("attack",)}, "ASSAULT 'attack': missing"),
    ],
    ids=str,
)
def test_wrong_claim_is_complained_of(changed: dict[str, Any], complaint: str) -> None:
    sentence = _sentence("a-herald-1", replace(STRIKE, **changed))
    assert complaint in complaints_about(sentence, [sample_claim("a-herald-1", "killed")])


def test_further_claim_is_complained_of_unless_allowed() -> None:
    claims = [sample_claim("a-herald-1", "killed"), sample_claim("a-herald-1", "threatened")]
    strict = _sentence("a-herald-1", STRIKE)
    assert complaints_about(strict, claims) == ("THREATEN 'threatened': unexpected",)
    assert complaints_about(replace(strict, others_allowed=True), claims) == ()


def test_one_claim_meets_one_expectation_only() -> None:
    sentence = _sentence("a-herald-1", STRIKE, STRIKE)
    complaints = complaints_about(sentence, [sample_claim("a-herald-1", "killed")])
    assert complaints == ("ASSAULT 'air strike': missing",)


def test_two_sides_of_a_meeting_may_stand_in_either_slot() -> None:
    meeting = sample_claim("a-herald-2", "met")
    first, second = meeting.actors
    sentence = _sentence("a-herald-2", MEETING)
    assert complaints_about(sentence, [replace(meeting, actors=(second,), targets=(first,))]) == ()
    assert complaints_about(sentence, [replace(meeting, actors=(first,))]) != ()


def test_denial_is_not_taken_for_its_opposite() -> None:
    denial = replace(sample_claim("a-herald-1", "killed"), polarity=Polarity.DENIED)
    assert complaints_about(_sentence("a-herald-1", STRIKE), [denial]) == (
        "ASSAULT 'air strike': wrong polarity",
    )
