"""Scores of pairs of reports, and that no pair worth merging is overlooked."""

import math
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations

import hypothesis.strategies as st
import numpy as np
import pytest
from hypothesis import HealthCheck, example, given, settings

from kg.resolution.actors import name_actors
from kg.resolution.blocking import find_pairs
from kg.resolution.comparison import compare_reports
from kg.resolution.options import ResolveOptions
from kg.resolution.pairs import ScoredPair
from kg.resolution.reports import Reality, make_reports
from kg.resolution.scores import Scorer
from kg.resolution.stories import find_stories
from tests.resolution.by_hand import MONDAY, TUESDAY, WEDNESDAY, article, claim, place, time
from tests.samples import sample_world

MERGE_SCORE = ResolveOptions().merge_score
FRONT = "Dawn Front/ORG@XSU:REB"
MARCH = time(date(2024, 3, 1), date(2024, 3, 31))
FIRST_HALF = time(date(2024, 1, 1), date(2024, 6, 30))
WEEK = time(date(2024, 3, 4), date(2024, 3, 10))
MID_WEEK = time(date(2024, 3, 3), date(2024, 3, 6))
HISTORICAL = {"temporality": "historical"}


def reports_of(claims, articles):
    names = name_actors(articles, claims, sample_world())
    return make_reports(claims, articles, find_stories(articles), names, sample_world())


def pairs_of(reports):
    places = [divmod(pair, len(reports)) for pair in find_pairs(reports).tolist()]
    return [{reports[one].id, reports[other].id} for one, other in places]


def compared(one, other, *, published=(TUESDAY, TUESDAY), is_one_article=False):
    ids = ("a-1", "a-1" if is_one_article else "a-2")
    claims = [
        claim(id_, at=i * 1000, lemma=f"verb {i}", **row)
        for i, (id_, row) in enumerate(zip(ids, (one, other), strict=True))
    ]
    articles = [article(f"a-{i}", published=day) for i, day in enumerate(published, start=1)]
    return compare_reports(*reports_of(claims, articles))


# what the two reports say, and the weight that it adds to two reports of one day of publication
BASE = 0.15
WEIGHTS = {
    "nothing in common": ({}, {}, 0),
    "same actor": ({"actors": ["xno"]}, {"actors": ["xno"]}, 0.3),
    "one town under two names": (
        {"where": replace(place("Kessa"), geonames_id=7)},
        {"where": replace(place("Kessa"), name="Qessa", geonames_id=7)},
        0.45,
    ),
    "an army and its state": ({"actors": ["xno"]}, {"actors": ["xno-mil"]}, 0.2),
    "two arms of one state": (
        {"actors": ["xsu-gov-health"]},
        {"actors": ["Ministry of War/ORG@XSU:GOV"]},
        0.2,
    ),
    "other actors": ({"actors": ["xno"]}, {"actors": [FRONT]}, -0.4),
    "one actor not named": ({"actors": ["xno"]}, {}, 0),
    "one actor nameless": ({"actors": ["xno"]}, {"actors": ["gunmen:UAF"]}, 0),
    "both nameless, one noun": ({"actors": ["gunmen:UAF"]}, {"actors": ["gunmen:UAF"]}, 0.15),
    "a thing by its last word": (
        {"targets": ["children's hospital"]},
        {"targets": ["hospital@XSU"]},
        0.15,
    ),
    "two things of one first word": (
        {"targets": ["hospital ward"]},
        {"targets": ["hospital"]},
        0,
    ),
    "same target": ({"targets": ["xsu"]}, {"targets": ["xsu"]}, 0.3),
    "other targets": ({"targets": ["xsu"]}, {"targets": ["igo-un"]}, -0.15),
    "same city": ({"where": "Kessa"}, {"where": "Kessa"}, 0.45),
    "a city as place and as target": ({"where": "Kessa"}, {"targets": ["Kessa/GPE@XSU"]}, 0.45),
    "a suburb": ({"where": "Kessa"}, {"where": "Kessa Heights"}, 0.3),
    "same province": ({"where": "North Vale"}, {"where": "North Vale"}, 0.25),
    "a province and a city": ({"where": "North Vale"}, {"where": "Kessa"}, 0),
    "a city and its country": ({"where": "Kessa"}, {"where": "Sudria"}, 0.1),
    "same country": ({"where": "Sudria"}, {"where": "Sudria"}, 0.1),
    "a place of no gazetteer": ({"where": "Kessa"}, {"where": "Unlisted"}, 0),
    "other cities": ({"where": "Kessa"}, {"where": "Port Sel"}, -math.inf),
    "other provinces": ({"where": "North Vale"}, {"where": "South Vale"}, -math.inf),
    "other countries": ({"where": "Kessa"}, {"where": place("Kessa", country="XNO")}, -math.inf),
    "same number": ({"numbers": ["12 killed"]}, {"numbers": ["12+ killed"]}, 0.2),
    "close numbers": ({"numbers": ["12 killed"]}, {"numbers": ["9 killed"]}, 0.1),
    "numbers neither close nor far": ({"numbers": ["12 killed"]}, {"numbers": ["5 killed"]}, 0),
    "far numbers": ({"numbers": ["50 killed"]}, {"numbers": ["5 killed"]}, -0.25),
    "ones say nothing": ({"numbers": ["1 killed"]}, {"numbers": ["1 killed"]}, 0),
    "other kinds of number": ({"numbers": ["12 killed"]}, {"numbers": ["12 injured"]}, 0),
    "same mode": ({"mode": "aerial"}, {"mode": "aerial"}, 0.05),
    "other modes": ({"mode": "aerial"}, {"mode": "drone"}, -0.1),
    "other types": ({}, {"does": "COERCE"}, -math.inf),
    "talks of the same two": (
        {"does": "CONSULT", "actors": ["xno", "xsu"]},
        {"does": "CONSULT", "actors": ["xsu"], "targets": ["xno"]},
        0.6,
    ),
    "talks of which one names one side": (
        {"does": "CONSULT", "actors": ["xno", "xsu"]},
        {"does": "CONSULT", "actors": ["xsu"]},
        0.3,
    ),
    "talks of presidents and of states": (
        {"does": "CONSULT", "actors": ["ilan-dravo", "Mara Quell/PERSON@XSU:GOV"]},
        {"does": "CONSULT", "actors": ["xno", "xsu"]},
        0.4,
    ),
    "talks with another guest": (
        {"does": "CONSULT", "actors": ["xno", "xsu"]},
        {"does": "CONSULT", "actors": ["xno", "igo-un"]},
        -0.4,
    ),
}


@pytest.mark.parametrize(("one", "other", "weight"), WEIGHTS.values(), ids=WEIGHTS)
def test_what_reports_share_is_weighed(one, other, weight):
    assert compared(one, other).score == pytest.approx(BASE + weight)
    assert compared(other, one).score == pytest.approx(BASE + weight)


# times of the two reports, days of publication, and the weight
DAYS = {
    "same day": (MONDAY, MONDAY, (TUESDAY, TUESDAY), 0.3),
    "other days": (MONDAY, TUESDAY, (TUESDAY, TUESDAY), -math.inf),
    "same week": (WEEK, WEEK, (TUESDAY, TUESDAY), 0.15),
    "a day and its week": (MONDAY, WEEK, (TUESDAY, TUESDAY), 0.2),
    "weeks that overlap": (MID_WEEK, WEEK, (TUESDAY, TUESDAY), 0.2),
    "a day and its month": (MONDAY, MARCH, (TUESDAY, TUESDAY), -0.15),
    "a day and a report soon after": (MONDAY, None, (TUESDAY, WEDNESDAY), 0.2),
    "a day and a report too late": (MONDAY, None, (TUESDAY, date(2024, 3, 7)), -math.inf),
    "a day after the report": (WEDNESDAY, None, (WEDNESDAY, TUESDAY), -math.inf),
    "periods that overlap": (MARCH, FIRST_HALF, (TUESDAY, TUESDAY), 0.05),
    "a month and a report": (MARCH, None, (TUESDAY, TUESDAY), -0.15),
    "published on one day": (None, None, (TUESDAY, TUESDAY), 0.15),
    "published two days apart": (None, None, (MONDAY, WEDNESDAY), 0.1),
    "published three days apart": (None, None, (MONDAY, MONDAY + timedelta(days=3)), -math.inf),
    "one undated": (None, None, (MONDAY, None), -math.inf),
    "both undated": (None, None, (None, None), -math.inf),
}


@pytest.mark.parametrize(("one", "other", "published", "weight"), DAYS.values(), ids=DAYS)
def test_days_are_weighed(one, other, published, weight):
    found = compared({"when": one}, {"when": other}, published=published)
    assert found.score == pytest.approx(weight)


ONE_ARTICLE = {
    "no day": ({}, {}, 0.15),
    "a day and none": ({"when": date(2023, 1, 1)}, {}, 0.15),
    "two days": ({"when": MONDAY}, {"when": TUESDAY}, -math.inf),
    "news and background": ({}, HISTORICAL, -math.inf),
    "background twice": (HISTORICAL, HISTORICAL, 0.15),
}


@pytest.mark.parametrize(("one", "other", "weight"), ONE_ARTICLE.values(), ids=ONE_ARTICLE)
def test_sentences_of_one_article_share_its_time(one, other, weight):
    assert compared(one, other, is_one_article=True).score == pytest.approx(weight)


def test_undated_texts_with_one_number_may_tell_of_one_event():
    row = {"numbers": ["14 killed"]}
    assert compared(row, row, published=(None, None)).score == pytest.approx(0.25)


def test_reasons_are_words_with_weights():
    found = compared({"actors": ["xno"], "mode": "aerial"}, {"actors": ["xno"], "mode": "drone"})
    assert found.because == (
        "published on the same day +0.15",
        "same actor +0.30",
        "different modes -0.10",
    )


def test_exclusion_states_what_excludes():
    found = compared({"where": "Kessa", "when": MONDAY}, {"where": "Port Sel", "when": TUESDAY})
    assert found.score == -math.inf
    assert found.because == ("different days", "234 km apart")


def test_no_single_fact_is_enough_and_few_are_needed():
    best = max(weight for _, _, weight in WEIGHTS.values())
    assert best + BASE <= MERGE_SCORE
    strongest = {"where": "Kessa", "when": MONDAY}
    assert compared(strongest, strongest).score == pytest.approx(MERGE_SCORE)


ROWS = st.fixed_dictionaries(
    {
        "does": st.sampled_from(["ASSAULT", "CONSULT"]),
        "actors": st.lists(
            st.sampled_from(["xno", "xno-mil", "xsu", FRONT, "gunmen:UAF"]), max_size=2
        ),
        "targets": st.lists(
            st.sampled_from(["xsu", "civilians@XSU:CVL", "Kessa/GPE@XSU", "people:CVL"]), max_size=1
        ),
        "where": st.sampled_from([None, "Kessa", "Port Sel", "Kessa Heights"]),
        "when": st.sampled_from([None, MONDAY, TUESDAY, WEEK, MARCH]),
        "numbers": st.sampled_from([[], ["12 killed"], ["9 killed", "12 injured"]]),
        "mode": st.sampled_from([None, "aerial"]),
        "temporality": st.sampled_from(["past", "past", "historical", "future"]),
    }
)
PAIRS = st.tuples(ROWS, ROWS, st.sampled_from([None, MONDAY, TUESDAY]), st.booleans())
STRIKE = {"does": "ASSAULT", "actors": ["xno"], "where": "Kessa"}
MEETING = {"does": "CONSULT", "actors": ["xno", "Dawn Front/ORG@XSU:REB"], "when": MONDAY}
ENVOYS = {"does": "CONSULT", "actors": ["xno-mil"], "targets": ["xsu"], "when": MONDAY}
RAID = {"does": "ASSAULT", "actors": ["xno"], "targets": ["xsu"], "mode": "aerial"}
TOLL = {**RAID, "numbers": ["9 killed", "12 injured"]}
TALKS = {"does": "CONSULT", "actors": ["xno", "xno-mil"], "where": "Kessa"}


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(pair=PAIRS)
@example(pair=(MEETING, {"does": "CONSULT", "actors": ["xsu"], "when": MONDAY}, MONDAY, False))
@example(pair=(MEETING, {**ENVOYS, "actors": ["xsu"]}, MONDAY, False))
@example(pair=(MEETING, ENVOYS, MONDAY, False))  # both sides agree by their countries alone
@example(pair=(STRIKE, STRIKE, MONDAY, False))
@example(pair=(RAID, {**RAID, "when": MARCH}, MONDAY, False))  # a day, and a period around it
@example(pair=({**TOLL, "when": MONDAY, **HISTORICAL}, {**TOLL, "when": MARCH}, None, False))
@example(pair=({**TALKS, "when": MARCH}, {**TALKS, "where": "Kessa Heights"}, None, False))
def test_no_pair_that_is_good_enough_is_overlooked(pair):
    *rows, published, is_one_article = pair
    ids = ("a-1", "a-1" if is_one_article else "a-2")
    claims = [
        claim(id_, at=i * 9, **row) for i, (id_, row) in enumerate(zip(ids, rows, strict=True))
    ]
    articles = [article("a-1", published=published), article("a-2", published=TUESDAY)]
    one, other = reports_of(claims, articles)
    found = compare_reports(one, other)
    if found.score >= MERGE_SCORE and not agree_by_countries_alone(found):
        assert pairs_of([one, other]) == [{one.id, other.id}]


def agree_by_countries_alone(found):
    """Tell whether a deed's sides are related, on one day, by like means, and nothing else is."""
    reasons = {reason.rpartition(" ")[0] for reason in found.because}
    sides = {"same day", "related actor", "related target"}
    return sides <= reasons and all(reason.startswith("both ") for reason in reasons - sides)


def test_denials_are_not_compared_with_each_other():
    claims = [claim(f"a-{i}", **STRIKE, polarity="denied") for i in (1, 2)]
    reports = reports_of(claims, [article("a-1"), article("a-2")])
    assert [report.reality for report in reports] == [Reality.DENIAL] * 2
    assert pairs_of(reports) == []


def test_pairs_come_once():
    claims = [claim(f"a-{i}", **STRIKE, targets=["xsu"], numbers=["9 killed"]) for i in range(4)]
    reports = reports_of(claims, [article(f"a-{i}") for i in range(4)])
    pairs = pairs_of(reports)
    assert len(pairs) == len(set(map(frozenset, pairs))) == len(list(combinations(claims, 2)))


GIVEN = dict.fromkeys(["where", "when", "mode"]) | {"does": "ASSAULT", "temporality": "past"}
TWELVE = {"numbers": ["12 killed"]}
MEETS = {"does": "CONSULT", "actors": ["xno"], "targets": ["xsu"]}
MEETS_ITSELF = MEETS | {"actors": ["xsu"]}
CROWDS = st.lists(
    st.tuples(st.sampled_from(["a-1", "a-2", "a-3", "a-4"]), ROWS), min_size=2, max_size=8
)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(crowd=CROWDS)
@example(crowd=[("a-1", GIVEN | MEETS_ITSELF), ("a-2", GIVEN | MEETS)])
@example(crowd=[("a-1", GIVEN | TWELVE), ("a-4", GIVEN | TWELVE), ("a-1", GIVEN)])
def test_many_pairs_score_as_each_alone(crowd):
    claims = [claim(id_, at=i * 9, **row) for i, (id_, row) in enumerate(crowd)]
    days = {"a-1": MONDAY, "a-2": TUESDAY, "a-3": TUESDAY, "a-4": None}
    articles = [article(id_, published=day) for id_, day in days.items() if id_ != "a-3"]
    articles.append(article("a-3", published=TUESDAY, text=articles[1].text))  # a copy of a-2
    reports = reports_of(claims, articles)
    pairs = [
        (one, other)
        for one, other in combinations(range(len(reports)), 2)
        if reports[one].claim.event_type == reports[other].claim.event_type
    ]
    packed = np.array([one * len(reports) + other for one, other in pairs], dtype=np.int64)
    alone = [compare_reports(reports[one], reports[other]) for one, other in pairs]
    scorer = Scorer(reports)
    scored = list(scorer.score(packed, least=-math.inf))
    assert scored == [
        ScoredPair(each.score, one, other) for each, (one, other) in zip(alone, pairs, strict=True)
    ]
    possible = [pair for pair in scored if pair.score > -math.inf]
    assert scorer.explain(possible) == [each.because for each in alone if each.score > -math.inf]
