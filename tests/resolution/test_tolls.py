"""Low, best and high of an event's numbers."""

from datetime import date

import pytest

from kg.model import CountKind, TollRule
from kg.resolution import ResolveOptions
from kg.resolution.statements import read_statements
from tests.resolution.by_hand import MONDAY, article, claim, merged

STATED = {
    "a total": (["12 killed"], {"killed": (12, False)}),
    "at least": (["12+ killed"], {"killed": (12, True)}),
    "a part is no total": (["part 2 killed"], {}),
    "a number on top of nothing is no total": (["more 3 killed"], {}),
    "a part is included": (["12 killed", "part 2 killed of child"], {"killed": (12, False)}),
    "a number on top is added": (["12 killed", "more 3+ killed"], {"killed": (15, True)}),
    "different people add up": (
        ["5 killed of soldier", "3 killed of civilian"],
        {"killed": (8, False)},
    ),
    "people include others": (
        ["12 killed of people", "5 killed of soldier"],
        {"killed": (12, False)},
    ),
    "one noun twice": (["5 killed of soldier", "3 killed of soldier"], {"killed": (5, False)}),
    "an update stands for itself": (["9 killed", "now 15 killed"], {"killed": (15, False)}),
    "nobody": (["0 killed"], {"killed": (0, False)}),
    "two kinds": (["12 killed", "30 injured"], {"killed": (12, False), "injured": (30, False)}),
}


@pytest.mark.parametrize(("numbers", "expected"), STATED.values(), ids=STATED)
def test_claim_states_one_total_of_each_kind(numbers, expected):
    found = {s.kind: (s.value, s.is_open) for s in read_statements(claim(numbers=numbers))}
    assert found == expected


# rows: day of publication in March, story, numbers; then low, best, high, is_open
TOLLS = {
    "one text": ([(5, "x", "12 killed")], (12, 12, 12, False)),
    "at least": ([(5, "x", "12+ killed")], (12, 12, 12, True)),
    "the latest is best": ([(5, "x", "12 killed"), (6, "y", "9 killed")], (9, 9, 12, False)),
    "open when the highest is": ([(5, "x", "12+ killed"), (6, "y", "9 killed")], (9, 9, 12, True)),
    "not open when a lower one is": (
        [(5, "x", "12 killed"), (6, "y", "9+ killed")],
        (9, 9, 12, False),
    ),
    "of one day, what most stories say": (
        [(6, "x", "9 killed"), (6, "y", "9 killed"), (6, "z", "12 killed")],
        (9, 9, 12, False),
    ),
    "copies count once": (
        [(6, "x", "9 killed"), (6, "x", "9 killed"), (6, "z", "12 killed")],
        (9, 12, 12, False),
    ),
    "an update wins over another number of its day": (
        [(6, "x", "now 15 killed"), (6, "y", "16 killed")],
        (15, 15, 16, False),
    ),
    "undated texts are the oldest": (
        [(None, "x", "14 killed"), (5, "y", "14 killed"), (5, "z", "13 killed")],
        (13, 14, 14, False),
    ),
    "nobody was killed": ([(5, "x", "0 killed"), (6, "y", "0 killed")], (0, 0, 0, False)),
}
TEXTS = {
    "x": "The river port was shelled again and the barges there have burned since morning.",
    "y": "Two people who had seen it spoke of many shells falling on all the barges.",
    "z": "Nobody has been allowed into the port after what its workers had long feared.",
}


@pytest.mark.parametrize(("rows", "expected"), TOLLS.values(), ids=TOLLS)
def test_toll_of_an_event(rows, expected):
    articles, claims = told_in(rows)
    toll = toll_of(merged(claims, articles))
    assert (toll.low, toll.best, toll.high, toll.is_open) == expected
    assert (toll.kind, toll.rule) == (CountKind.KILLED, "latest")
    assert toll.claim_ids == tuple(sorted(each.id for each in claims))


def told_in(rows):
    """Return articles of some days and stories, and a claim of each on the same event."""
    articles = [
        article(f"a-{i}", published=day and date(2024, 3, day), text=TEXTS[story])
        for i, (day, story, _) in enumerate(rows)
    ]
    claims = [
        claim(f"a-{i}", actors=["xno-mil"], where="Kessa", when=MONDAY, numbers=[number])
        for i, (_, _, number) in enumerate(rows)
    ]
    return articles, claims


def toll_of(resolution):
    (event,) = resolution.events
    (toll,) = event.tolls
    return toll


def test_numbers_of_mere_possibilities_are_left_out_of_an_event():
    row = {"actors": ["xno-mil"], "where": "Kessa", "when": MONDAY}
    claims = [
        claim("a-1", **row, numbers=["5 killed"]),
        claim("a-2", **row, numbers=["50 killed"], certainty="possible"),
    ]
    (event,) = merged(claims).events
    assert [toll.high for toll in event.tolls] == [5]


# rows: day of publication in March, story, numbers; then the best by each rule
RULES = {
    "one text": ([(5, "x", "12 killed")], {"latest": 12, "median": 12, "cautious": 12}),
    "three stories": (
        [(5, "x", "9 killed"), (6, "y", "12 killed"), (7, "z", "30 killed")],
        {"latest": 30, "median": 12, "cautious": 9},
    ),
    "two stories": (
        [(5, "x", "9 killed"), (6, "y", "12 killed")],
        {"latest": 12, "median": 9, "cautious": 9},
    ),
    "copies count once": (
        [(5, "x", "9 killed"), (5, "x", "9 killed"), (6, "y", "12 killed"), (6, "z", "14 killed")],
        {"latest": 14, "median": 12, "cautious": 9},
    ),
    "a story that goes on says its last": (
        [(5, "x", "9 killed"), (7, "x", "20 killed"), (6, "y", "12 killed"), (6, "z", "25 killed")],
        {"latest": 20, "median": 20, "cautious": 9},
    ),
}


@pytest.mark.parametrize("rule", TollRule)
@pytest.mark.parametrize(("rows", "best"), RULES.values(), ids=RULES)
def test_best_number_by_each_rule(rows, best, rule):
    articles, claims = told_in(rows)
    toll = toll_of(merged(claims, articles, options=ResolveOptions(tolls=rule)))
    assert (toll.best, toll.rule) == (best[rule], rule)
    assert toll.low <= toll.best <= toll.high
