"""What a merged event says, given its claims."""

from dataclasses import replace

import pytest

from kg.model import PlacePrecision, TimePrecision
from kg.resolution.events import event_id
from tests.resolution.by_hand import MONDAY, TUESDAY, WEDNESDAY, article, claim, merged, place, time

STRIKE = {"actors": ["xno-mil"], "where": "Kessa", "when": MONDAY}
TEXT = "The town was shelled on Monday and the market burned down, people there said by telephone."


def event_of(*rows, articles=()):
    claims = [claim(f"a-{i}", **row) for i, row in enumerate(rows, start=1)]
    (event,) = merged(claims, articles).events
    return claims, event


def test_place_bears_the_name_that_most_claims_give_it():
    kessa = replace(place("Kessa"), geonames_id=7)
    qessa = replace(kessa, name="Qessa")
    claims = [
        claim(f"a-{i}", actors=[f"Front {i}/ORG"], where=where, when=MONDAY)
        for i, where in enumerate((qessa, kessa, qessa, place("Port Sel")), start=1)
    ]
    events = merged(claims).events
    assert {event.place.name for event in events} == {"Qessa", "Port Sel"}
    assert [claim.place.name for claim in claims] == ["Qessa", "Kessa", "Qessa", "Port Sel"]


def test_nobody_is_the_target_of_what_he_does():
    _, event = event_of(
        {"actors": ["xno-mil"], "targets": ["xsu"], "where": "Kessa", "when": MONDAY},
        {"actors": ["xno-mil"], "targets": ["xno-mil"], "where": "Kessa", "when": MONDAY},
    )
    assert (event.actor_ids, event.target_ids) == (("xno-mil",), ("xsu",))


def test_id_is_made_of_the_earliest_claim():
    days = [article("a-1", published=WEDNESDAY), article("a-2", published=TUESDAY)]
    claims, event = event_of(
        STRIKE, STRIKE, STRIKE, articles=[*days, article("a-3", published=None)]
    )
    assert event.id == event_id(claims[1].id)
    assert event.claim_ids == (claims[1].id, claims[0].id, claims[2].id)
    assert event.first_published == TUESDAY


def test_articles_sources_and_stories_are_three_numbers():
    articles = [
        article("a-1", text=TEXT, source="Wire"),
        article("a-2", text=TEXT, source="Herald"),
        article("a-3", source="Wire"),
    ]
    _, event = event_of(STRIKE, STRIKE, STRIKE, articles=articles)
    assert (event.articles, event.sources, event.stories) == (3, 2, 2)


def test_lead_is_the_surest_claim_and_codes_the_event():
    claims, event = event_of(
        {**STRIKE, "confidence": 0.7},
        {**STRIKE, "confidence": 0.9, "cameo": "195", "intensity": -9.5, "mode": "aerial"},
        {**STRIKE, "confidence": 0.9},
    )
    assert event.lead_claim_id == claims[1].id
    assert (event.mode, event.cameo, event.intensity) == ("aerial", "195", -9.5)


def test_mode_is_the_most_named_and_brings_its_codes():
    drone = {**STRIKE, "mode": "drone", "cameo": "196"}
    _, event = event_of(
        {**STRIKE, "mode": "aerial", "cameo": "195", "confidence": 0.9}, drone, drone
    )
    assert (event.mode, event.cameo) == ("drone", "196")


def test_contexts_are_those_of_all_claims():
    _, event = event_of({**STRIKE, "contexts": ("military",)}, {**STRIKE, "contexts": ("aid",)})
    assert event.contexts == ("aid", "military")


@pytest.mark.parametrize(
    ("confidences", "texts", "expected"),
    [
        ((0.8,), 1, 0.8),
        ((0.8, 0.5), 2, 0.9),
        ((0.8, 0.5), 1, 0.8),
        ((0.9, 0.9, 0.9), 3, 0.99),
    ],
    ids=["one claim", "two stories", "two copies", "never certain"],
)
def test_confidence_grows_with_independent_stories(confidences, texts, expected):
    articles = [
        article(f"a-{i}", text=TEXT if texts == 1 else f"Text {i} is its own.")
        for i, _ in enumerate(confidences, start=1)
    ]
    _, event = event_of(*({**STRIKE, "confidence": c} for c in confidences), articles=articles)
    assert event.confidence == expected


def test_actors_come_most_often_named_first():
    gunmen = "Dawn Front/ORG@XSU"
    _, event = event_of(
        {**STRIKE, "actors": [gunmen, "igo-un"]},
        {**STRIKE, "actors": ["igo-un"]},
    )
    assert event.actor_ids[0] == "igo-un"
    assert len(event.actor_ids) == 2


def test_whole_is_left_out_beside_its_part():
    _, event = event_of({**STRIKE, "actors": ["xno"]}, {**STRIKE, "actors": ["xno-air-force"]})
    assert event.actor_ids == ("xno-air-force",)


def test_person_does_not_stand_for_a_state():
    _, event = event_of({**STRIKE, "actors": ["xno"]}, {**STRIKE, "actors": ["ilan-dravo"]})
    assert event.actor_ids == ("ilan-dravo", "xno")


def test_sides_of_mutual_events_are_all_actors():
    talks = {"does": "CONSULT", "where": "Kessa", "when": MONDAY}
    _, event = event_of(
        {**talks, "actors": ["xno", "xsu"]}, {**talks, "actors": ["xsu"], "targets": ["xno"]}
    )
    assert (set(event.actor_ids), event.target_ids) == ({"xno", "xsu"}, ())


def test_sides_of_one_sided_talks_are_kept():
    _, event = event_of({"does": "CONSULT", "actors": ["xsu"], "targets": ["xno"]})
    assert (event.actor_ids, event.target_ids) == (("xsu",), ("xno",))


def test_place_is_the_finest_and_most_named():
    row = {"actors": ["xno-mil"], "targets": ["xsu"], "when": MONDAY}
    _, event = event_of({**row, "where": "Sudria"}, {**row, "where": "Kessa"})
    assert (event.place.name, event.place.precision) == ("Kessa", PlacePrecision.CITY)


def test_day_is_the_shortest_stated_period():
    _, event = event_of({**STRIKE, "when": time(MONDAY, WEDNESDAY)}, STRIKE)
    assert (event.earliest, event.latest, event.date_precision) == (
        MONDAY,
        MONDAY,
        TimePrecision.DAY,
    )


def test_no_stated_time_leaves_the_day_open():
    _, event = event_of({**STRIKE, "when": None})
    assert (event.earliest, event.latest, event.date_precision) == (None, None, None)
