"""Coding conventions: the same sentences as we code them, and as CAMEO's coders record them."""

import pytest

from kg.claims.conventions import find_convention
from kg.errors import LexiconError
from kg.lexicons import load_lexicon
from kg.model import Article, Claim
from kg.pipeline import BuildOptions, extract

pytestmark = pytest.mark.pipeline

# text, (type, CAMEO, targets, polarity, certainty, temporality) in CAMEO's convention; our own code
RECORDED = [
    (
        "Kenya will withdraw its brigade from Somalia next week.",
        ("AGREE", "035", ["Somalia"], "affirmed", "certain", "past"),
        "087",
    ),
    (
        "Foreign Minister Ilse Maron will visit Poland on Monday.",
        ("AGREE", "036", ["Poland"], "affirmed", "certain", "past"),
        "042",
    ),
    (
        "The army plans to shell the rebel positions.",
        ("THREATEN", "138", ["rebel positions"], "affirmed", "certain", "past"),
        "194",
    ),
    (
        "China may impose sanctions on Japan.",
        ("THREATEN", "131", ["Japan"], "affirmed", "possible", "past"),
        "163",
    ),
    (
        "Germany will not send weapons to Israel.",
        ("REJECT", "122", ["Israel"], "affirmed", "certain", "past"),
        "072",
    ),
    (
        "Egypt did not release the prisoners.",
        ("REJECT", "124", ["prisoners"], "affirmed", "certain", "past"),
        "0841",
    ),
    (
        "Troops did not fire at the crowd.",
        ("ASSAULT", "193", ["crowd"], "denied", "certain", "past"),
        "193",
    ),
    (
        "Turkey signed a cooperation agreement with Iran.",
        ("SUPPORT", "057", [], "affirmed", "certain", "past"),
        "057",
    ),
    (
        "Protesters marched through Cairo.",
        ("PROTEST", "141", ["Egypt"], "affirmed", "certain", "past"),
        "141",
    ),
    (
        "The president visited Ankara.",
        ("CONSULT", "042", ["Turkey"], "affirmed", "certain", "past"),
        "042",
    ),
    (
        "France and Germany met in Geneva.",
        ("CONSULT", "040", [], "affirmed", "certain", "past"),
        "040",
    ),
    (
        "Ghana withdrew peacekeepers from Liberia.",
        ("SANCTION", "166", ["Liberia"], "affirmed", "certain", "past"),
        "166",
    ),
    (
        "The rebels agreed to open a corridor in Mali.",
        ("AGREE", "030", ["Mali"], "affirmed", "certain", "past"),
        "030",
    ),
    (
        "Police arrested three men in Lagos.",
        ("COERCE", "173", ["men"], "affirmed", "certain", "past"),
        "173",
    ),
]


def _claims(text: str, convention: str) -> tuple[Claim, ...]:
    options = BuildOptions(convention=convention)
    ((_, claims),) = extract([Article(id="a-1", text=text)], options=options)
    return claims


def _claim(text: str, convention: str) -> Claim:
    (claim,) = _claims(text, convention)
    return claim


@pytest.mark.parametrize(("text", "recorded", "ours"), RECORDED, ids=[row[0] for row in RECORDED])
def test_claim_is_recorded_as_the_convention_has_it(
    text: str, recorded: tuple[object, ...], ours: str
) -> None:
    claim = _claim(text, "cameo")
    targets = [target.name for target in claim.targets]
    meaning = (str(claim.polarity), str(claim.certainty), str(claim.temporality))
    assert (str(claim.event_type), claim.cameo, targets, *meaning) == recorded
    assert _claim(text, "plover").cameo == ours


def test_every_statement_still_points_to_its_words() -> None:
    claim = _claim("Protesters marched through Cairo.", "cameo")
    (target,) = claim.targets
    assert (target.span.text, target.name, target.actor_id) == ("Cairo", "Egypt", "egy")


def test_powers_of_a_state_are_those_of_the_country_where_they_are_used() -> None:
    claim = _claim("Two reporters were arrested in Niger.", "cameo")
    assert [actor.actor_id for actor in claim.actors] == ["ner"]
    assert [target.country for target in claim.targets] == ["NER"]


def test_who_denies_that_he_did_something_does_not_refuse_it() -> None:
    text = "Norway denied giving money to the rebels."
    claims = _claims(text, "cameo")
    assert claims == _claims(text, "plover")
    assert [str(claim.polarity) for claim in claims if claim.event_type == "AID"] == ["denied"]


def test_a_plan_is_announced_on_no_day_of_its_own() -> None:
    claim = _claim("Police arrested three men in Lagos.", "cameo")
    assert claim.made_by.rule == "active"
    planned = _claim("Foreign Minister Ilse Maron will visit Poland on 4 May 2031.", "cameo")
    assert planned.time is None
    assert planned.made_by.rule == "active, stated intent"
    assert planned.id != _claim(planned.sentence.text, "plover").id


def test_codes_carry_score_and_quad_of_their_new_type() -> None:
    claim = _claim("The army plans to shell the rebel positions.", "cameo")
    assert (claim.mode, claim.quad, claim.intensity) == (None, 3, -3.5)


def test_unknown_convention_is_refused_with_those_that_exist() -> None:
    events = load_lexicon().events
    assert find_convention(events, "plover") is None
    with pytest.raises(LexiconError, match="use one of plover, cameo"):
        find_convention(events, "icews")
