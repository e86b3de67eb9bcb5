"""Which claims become one event: as tables of claims and of the groups that they fall into."""

from datetime import date, timedelta

import pytest

from kg.model import Certainty, EventStatus, MadeBy, Polarity, Temporality
from kg.resolution import ResolveOptions, resolve
from tests.resolution.by_hand import (
    MONDAY,
    TUESDAY,
    WEDNESDAY,
    article,
    claim,
    groups_of,
    judgement,
    merged,
    place,
    time,
)
from tests.samples import sample_lexicon

STRIKE = {"actors": ["xno-mil"], "where": "Kessa", "when": MONDAY}
DENIED = {"polarity": Polarity.DENIED}
POSSIBLE = {"certainty": Certainty.POSSIBLE}
FUTURE = {"temporality": Temporality.FUTURE, "certainty": Certainty.PROBABLE}
HISTORICAL = {"temporality": Temporality.HISTORICAL}
YEAR_1994 = time(date(1994, 1, 1), date(1994, 12, 31))

INVASION = {
    "actors": ["xno"],
    "targets": ["xsu"],
    "lemma": "invasion",
    "made_by": MadeBy(entry="ASSAULT.invade", frame="attack", rule="nominal"),
}
INVADED = {"actors": ["xno-mil"], "targets": ["xsu"], "lemma": "invade"}
IN_MARCH = time(date(2024, 3, 1), date(2024, 3, 31))
IN_1994 = {"when": YEAR_1994, "temporality": Temporality.HISTORICAL}

GROUPS = {
    "an invasion told again without a day": ([{**INVADED, "when": MONDAY}, INVASION], [[1, 2]]),
    "an invasion by its month": (
        [{**INVADED, "when": MONDAY}, {**INVADED, "when": IN_MARCH}],
        [[1, 2]],
    ),
    "an invasion told twice in an article": (
        [
            {**INVADED, "article_id": "a-9", "when": date(2024, 2, 24)},
            {**INVADED, "article_id": "a-9", "at": 500},
        ],
        [[1, 2]],
    ),
    "two invasions": ([{**INVADED, "when": MONDAY}, {**INVADED, **IN_1994}], [[1], [2]]),
    "invasions of two lands": (
        [{**INVADED, "when": MONDAY}, {**INVASION, "targets": ["xno"], "actors": ["xsu"]}],
        [[1], [2]],
    ),
    "an invasion and another attack by its month": (
        [{**INVADED, "when": MONDAY}, {**INVADED, "lemma": "attack", "when": IN_MARCH}],
        [[1], [2]],
    ),
    "two outlets, one strike": ([{**STRIKE, "targets": ["civilians@XSU:CVL"]}, STRIKE], [[1, 2]]),
    "repetition: the second tells no day": (
        [STRIKE, {**STRIKE, "when": None, "numbers": ["9 killed"]}],
        [[1, 2]],
    ),
    "recurrence: one town on two days": ([STRIKE, {**STRIKE, "when": TUESDAY}], [[1], [2]]),
    "two towns on one day": ([STRIKE, {**STRIKE, "where": "Port Sel"}], [[1], [2]]),
    "a suburb and its city": (
        [{**STRIKE, "targets": ["xsu"]}, {**STRIKE, "where": "Kessa Heights", "targets": ["xsu"]}],
        [[1, 2]],
    ),
    "one town name in two countries": (
        [STRIKE, {**STRIKE, "where": place("Kessa", country="XNO")}],
        [[1], [2]],
    ),
    "two provinces": (
        [
            {"actors": ["xno-mil"], "targets": ["xsu"], "where": "North Vale", "when": MONDAY},
            {"actors": ["xno-mil"], "targets": ["xsu"], "where": "South Vale", "when": MONDAY},
        ],
        [[1], [2]],
    ),
    "a city and its country": (
        [
            {**STRIKE, "targets": ["xsu"]},
            {"actors": ["xno-mil"], "targets": ["xsu"], "where": "Sudria", "when": MONDAY},
        ],
        [[1, 2]],
    ),
    "the army and its state": ([STRIKE, {**STRIKE, "actors": ["xno"]}], [[1, 2]]),
    "nobody named on one side": ([STRIKE, {**STRIKE, "actors": []}], [[1, 2]]),
    "two accounts of who did it": (
        [STRIKE, {**STRIKE, "actors": ["Dawn Front/ORG@XSU:REB"]}],
        [[1], [2]],
    ),
    "types never mix": ([STRIKE, {**STRIKE, "does": "COERCE"}], [[1], [2]]),
    "an actor and a day are not enough": (
        [
            {"actors": ["xno-mil"], "when": MONDAY, "mode": "aerial"},
            {"actors": ["xno-mil"], "when": MONDAY, "mode": "aerial"},
        ],
        [[1], [2]],
    ),
    "far numbers part what no place holds together": (
        [
            {"actors": ["xno"], "targets": ["xsu"], "when": MONDAY, "numbers": ["2 killed"]},
            {"actors": ["xno"], "targets": ["xsu"], "when": MONDAY, "numbers": ["90 killed"]},
        ],
        [[1], [2]],
    ),
    "far numbers of one place and day": (
        [{**STRIKE, "numbers": ["2 killed"]}, {**STRIKE, "numbers": ["90 killed"]}],
        [[1, 2]],
    ),
    "talks told from either side": (
        [
            {"does": "CONSULT", "actors": ["xno", "xsu"]},
            {"does": "CONSULT", "actors": ["xsu"], "targets": ["xno"]},
        ],
        [[1, 2]],
    ),
    "talks with two different guests": (
        [
            {"does": "CONSULT", "actors": ["xno", "xsu"]},
            {"does": "CONSULT", "actors": ["xno", "igo-un"]},
        ],
        [[1], [2]],
    ),
    "a claim of something possible backs an event": ([STRIKE, {**STRIKE, **POSSIBLE}], [[1, 2]]),
    "possible claims back each other": ([{**STRIKE, **POSSIBLE}] * 2, [[1, 2]]),
    "a plan that came true": (
        [STRIKE, {**STRIKE, **FUTURE}],
        [[1, 2]],
    ),
    "a denial in another text": ([STRIKE, {**STRIKE, **DENIED, "when": None}], [[1, -2]]),
    "a denial of something possible": (
        [{**STRIKE, **POSSIBLE}, {**STRIKE, **DENIED, "when": None}],
        [[1, -2]],
    ),
    "a denial of nothing that is claimed": (
        [STRIKE, {**DENIED, "actors": ["xno-mil"], "where": "Port Sel"}],
        [[1]],
    ),
    "a denial alone": ([{**STRIKE, **DENIED}], []),
    "background of one year": (
        [{"actors": ["xno"], "targets": ["xsu"], "when": YEAR_1994, **HISTORICAL}] * 2,
        [[1, 2]],
    ),
    "background of no year": (
        [{"actors": ["xno"], "targets": ["xsu"], **HISTORICAL}] * 2,
        [[1, 2]],
    ),
    "background is no news": (
        [
            {"actors": ["xno"], "targets": ["xsu"], **HISTORICAL},
            {"actors": ["xno"], "targets": ["xsu"]},
        ],
        [[1], [2]],
    ),
    "one day is not its year": (
        [
            {"actors": ["xno"], "targets": ["xsu"], "when": YEAR_1994, **HISTORICAL},
            {"actors": ["xno"], "targets": ["xsu"], "when": date(1994, 5, 2), **HISTORICAL},
        ],
        [[1], [2]],
    ),
    "nameless men of two texts at one place": (
        [{**STRIKE, "actors": ["gunmen:UAF"]}, {**STRIKE, "actors": ["gunman:UAF"]}],
        [[1, 2]],
    ),
}


def told(rows):
    return [claim(**{"article_id": f"a-{i}", **row}) for i, row in enumerate(rows, start=1)]


@pytest.mark.parametrize(("rows", "expected"), GROUPS.values(), ids=GROUPS)
def test_claims_fall_into_events(rows, expected):
    claims = told(rows)
    assert groups_of(claims, merged(claims)) == expected


STATUSES = {
    "reported": ([STRIKE], EventStatus.REPORTED),
    "disputed": ([STRIKE, {**STRIKE, **DENIED}], EventStatus.DISPUTED),
    "candidate": ([{**STRIKE, **POSSIBLE}], EventStatus.CANDIDATE),
    "planned": ([{**STRIKE, **FUTURE}], EventStatus.CANDIDATE),
    "denied candidate": ([{**STRIKE, **POSSIBLE}, {**STRIKE, **DENIED}], EventStatus.CANDIDATE),
    "affirmed by one, feared by another": ([{**STRIKE, **POSSIBLE}, STRIKE], EventStatus.REPORTED),
    "historical": ([{**STRIKE, **HISTORICAL}], EventStatus.HISTORICAL),
    "possible background": ([{**STRIKE, **HISTORICAL, **POSSIBLE}], EventStatus.CANDIDATE),
    "background of a known event": ([{**STRIKE, **HISTORICAL}, STRIKE], EventStatus.REPORTED),
}


@pytest.mark.parametrize(("rows", "status"), STATUSES.values(), ids=STATUSES)
def test_status_follows_from_claims(rows, status):
    (event,) = merged(told(rows)).events
    assert event.status is status


def beside(*rows, gap=1):
    """Return claims of one article whose sentences stand side by side, or further apart."""
    claims, at = [], 0
    for row in rows:
        claims.append(claim("a-1", at=at, **row))
        at = claims[-1].sentence.end + gap
    return claims


# rows of one article, the characters between their sentences, and the events
CONTEXTS = {
    "the next sentence names nobody": ([STRIKE, {"numbers": ["6 injured"]}], 1, [[1, 2]]),
    "the sentence before names nobody": ([{"numbers": ["6 injured"]}, STRIKE], 1, [[1, 2]]),
    "a later sentence names nobody": ([STRIKE, {"numbers": ["6 injured"]}], 200, [[1], [2]]),
    "the next sentence names another actor": ([STRIKE, {"actors": ["xsu"]}], 1, [[1], [2]]),
    "the next sentence names a place": ([STRIKE, {"where": "Port Sel"}], 1, [[1], [2]]),
    "the next sentence counts the dead of a war": (
        [STRIKE, {"numbers": ["5300 killed"]}],
        1,
        [[1], [2]],
    ),
    "the next sentence is background": ([STRIKE, HISTORICAL], 1, [[1], [2]]),
    "the next sentence tells of people who suffered": (
        [STRIKE, {"targets": ["crew@XSU:CVL"], "numbers": ["6 injured"]}],
        1,
        [[1, 2]],
    ),
    "the next sentence tells of another thing": (
        [STRIKE, {"targets": ["bridge"]}],
        1,
        [[1], [2]],
    ),
    "a sentence between two events goes on with the first": (
        [STRIKE, {"numbers": ["6 injured"]}, {**STRIKE, "where": "Port Sel"}],
        1,
        [[1, 2], [3]],
    ),
    "a bare demand beside another": (
        [{"does": "REQUEST", "actors": ["xno"]}, {"does": "REQUEST"}],
        1,
        [[1], [2]],
    ),
    "a denial of what may happen": (
        [STRIKE, {**DENIED, "temporality": Temporality.FUTURE}],
        200,
        [[1]],
    ),
    "a doubtful denial": ([STRIKE, {**DENIED, **POSSIBLE}], 200, [[1]]),
    "an accusation in an article of one event": (
        [STRIKE, {**POSSIBLE, "actors": ["xno"]}],
        200,
        [[1, 2]],
    ),
    "an accusation in an article of two events": (
        [STRIKE, {**STRIKE, "where": "Port Sel"}, {**POSSIBLE, "actors": ["xno"]}],
        200,
        [[1], [2], [3]],
    ),
    "an accusation against somebody else": (
        [STRIKE, {**POSSIBLE, "actors": ["xsu"]}],
        200,
        [[1], [2]],
    ),
    "a plan in an article of one event": ([STRIKE, {**FUTURE, "actors": ["xno"]}], 200, [[1], [2]]),
    "a denial in an article of one event": ([STRIKE, DENIED], 200, [[1, -2]]),
    "a denial in an article of two events": (
        [STRIKE, {**STRIKE, "where": "Port Sel"}, DENIED],
        200,
        [[1], [2]],
    ),
    "a denial in an article of one accusation": (
        [{**POSSIBLE, "actors": ["xno"]}, DENIED],
        200,
        [[1, -2]],
    ),
    "a denial in an article of another type": ([{**STRIKE, "does": "COERCE"}, DENIED], 200, [[1]]),
}


@pytest.mark.parametrize(("rows", "gap", "expected"), CONTEXTS.values(), ids=CONTEXTS)
def test_context_of_an_article_tells_what_a_sentence_is_of(rows, gap, expected):
    claims = beside(*rows, gap=gap)
    assert groups_of(claims, merged(claims)) == expected


def test_near_copies_share_events_though_one_was_updated():
    words = "at the station on the edge of the old town where many were waiting for a train"
    texts = {n: f"A missile killed {n} people {words}." for n in (39, 50)}
    articles = [
        article(f"a-{n}", text=f"{text} Rescue teams are at work.") for n, text in texts.items()
    ]
    claims = [
        claim(f"a-{n}", targets=["people:CVL"], numbers=[f"{n} killed"], sentence=text)
        for n, text in texts.items()
    ]
    assert groups_of(claims, merged(claims, articles)) == [[1, 2]]


def test_sentence_without_date_tells_of_the_dated_event_of_its_article():
    late = article("a-1", published=MONDAY + timedelta(days=9))
    claims = [
        claim("a-1", at=0, **STRIKE),
        claim("a-1", at=200, actors=["xno-mil"], targets=["xsu"], where="Kessa"),
    ]
    assert groups_of(claims, merged(claims, [late])) == [[1, 2]]


def test_undated_sentence_does_not_pull_its_event_to_the_day_of_publication():
    late = article("a-1", published=MONDAY + timedelta(days=9))
    claims = [
        claim("a-1", at=0, **STRIKE),
        claim("a-1", at=200, actors=["xno-mil"], where="Kessa"),
        claim("a-2", actors=["xno-mil"], where="Kessa", when=MONDAY + timedelta(days=9)),
    ]
    assert groups_of(claims, merged(claims, [late])) == [[1, 2], [3]]


def test_texts_of_no_day_need_the_same_number():
    undated = [article(f"a-{i}", published=None) for i in (1, 2, 3)]
    row = {"actors": ["xno-mil"], "targets": ["xsu"], "where": "Kessa"}
    claims = [
        claim("a-1", **row),
        claim("a-2", **row, numbers=["14 killed"]),
        claim("a-3", **row, numbers=["14 killed"]),
    ]
    assert groups_of(claims, merged(claims, undated)) == [[1], [2, 3]]


def test_chain_of_near_days_does_not_drift():
    days = [article(f"a-{i}", published=MONDAY + timedelta(days=2 * i)) for i in range(4)]
    claims = [claim(each.id, actors=["xno"], targets=["xsu"], where="Kessa") for each in days]
    groups = groups_of(claims, merged(claims, days))
    assert all(len(group) <= 2 for group in groups)


def test_candidate_never_brings_two_events_together():
    claims = [
        claim("a-1", actors=["xno-mil"], where="Kessa", when=MONDAY),
        claim("a-2", actors=["xsu"], where="Kessa", when=MONDAY),
        claim("a-3", where="Kessa", when=MONDAY, **POSSIBLE),
    ]
    groups = groups_of(claims, merged(claims))
    assert groups == [[1, 3], [2]]


def test_same_sentence_of_two_copies_is_one_event_whatever_it_lacks():
    text = "Shells fell near the river before dawn and nobody knew who had fired them."
    copies = [article(id_, published=None, text=text) for id_ in ("a-1", "a-2")]
    claims = [claim(each.id, sentence=text) for each in copies]
    resolution = merged(claims, copies)
    assert groups_of(claims, resolution) == [[1, 2]]
    assert (resolution.events[0].articles, resolution.events[0].stories) == (2, 1)


def test_denial_prefers_the_event_it_fits_best():
    claims = [
        claim("a-1", at=0, **STRIKE),
        claim("a-1", at=200, actors=["xno-mil"], where="Port Sel", when=MONDAY),
        claim("a-2", actors=["xno-mil"], where="Port Sel", **DENIED),
    ]
    assert groups_of(claims, merged(claims)) == [[1], [2, -3]]


def test_every_merge_states_its_reasons():
    claims = told([STRIKE, {**STRIKE, "numbers": ["9 killed"]}, {**STRIKE, **DENIED}])
    (event,) = merged(claims).events
    assert [(r.claim_id, r.other_claim_id) for r in event.reasons] == sorted(
        [(claims[0].id, claims[1].id), (claims[0].id, claims[2].id)]
    )
    merge = next(r for r in event.reasons if r.other_claim_id == claims[1].id)
    assert merge.score == pytest.approx(1.1)
    assert merge.because == (
        "same day +0.30",
        "both in kessa +0.45",
        "same actor +0.30",
        "both say 'act' +0.05",
    )


def test_judgement_parts_what_scores_would_join():
    claims = told([STRIKE, STRIKE])
    ruling = judgement(claims[0].id, claims[1].id, is_same=False)
    assert groups_of(claims, merged(claims, judgements=[ruling])) == [[1], [2]]


def test_judgement_joins_what_days_would_part():
    claims = told([STRIKE, {**STRIKE, "when": WEDNESDAY}])
    resolution = merged(claims, judgements=[judgement(claims[1].id, claims[0].id)])
    assert groups_of(claims, resolution) == [[1, 2]]
    assert resolution.events[0].reasons[0].because == ("judged the same",)


def test_judgement_attaches_and_detaches_denials():
    claims = told([STRIKE, {**STRIKE, **DENIED}, {**STRIKE, "where": "Port Sel"}])
    rulings = [
        judgement(claims[1].id, claims[0].id, is_same=False),
        judgement(claims[1].id, claims[2].id),
    ]
    assert groups_of(claims, merged(claims, judgements=rulings)) == [[1], [3, -2]]


def test_parted_claims_stay_apart_through_a_third():
    claims = told([STRIKE, STRIKE, STRIKE])
    ruling = judgement(claims[0].id, claims[2].id, is_same=False)
    groups = groups_of(claims, merged(claims, judgements=[ruling]))
    assert len(groups) == 2
    assert [1, 3] not in [[p for p in group if p != 2] for group in groups]


def test_judgement_on_absent_claims_changes_nothing():
    claims = told([STRIKE])
    ruling = judgement(claims[0].id, "c-0123456789abcdef", is_same=False)
    assert merged(claims, judgements=[ruling]) == merged(claims)


def test_options_say_how_sure_to_be():
    claims = told([STRIKE, STRIKE])
    articles = [article("a-1"), article("a-2")]
    options = ResolveOptions(merge_score=2.0)
    resolution = resolve(articles, claims, sample_lexicon(), options=options)
    assert groups_of(claims, resolution) == [[1], [2]]
