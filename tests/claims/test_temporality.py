"""All texts are published on Friday, 29 August 2025, unless a test says otherwise."""

from datetime import date

import pytest

from kg.claims.temporality import code_temporality
from kg.claims.times import code_time
from kg.model import Temporality
from tests.claims.by_hand import FRIDAY, make_article, make_mention

TOLD = [
    # what the clause says, what grammar says, what it is
    ("on Monday", "past", "past"),
    ("", "past", "past"),
    ("last month", "past", "past"),
    ("on 30 August 2024", "past", "past"),
    ("on 29 August 2024", "past", "historical"),
    ("in March 2023", "past", "historical"),
    ("in December 2024", "past", "past"),
    ("in 2024", "past", "historical"),
    ("last year", "past", "historical"),
    ("in 2025", "past", "past"),
    ("in the 1990s", "past", "historical"),
    ("two years ago", "past", "historical"),
    ("several years ago", "past", "historical"),
    ("decades ago", "past", "historical"),
    ("since February 2022", "past", "past"),
    ("since February 2022", "present", "present"),
    ("in 2014", "present", "historical"),
    ("tomorrow", "present", "future"),
    ("next week", "present", "future"),
    ("today", "present", "present"),
    ("tomorrow", "past", "past"),
    ("on Monday", "future", "future"),
    ("in 2003", "future", "future"),
    ("", "historical", "historical"),
    ("in 2003", "historical", "historical"),
    ("on Monday", "historical", "past"),
    ("in 2025", "historical", "past"),
    ("four years earlier", "past", "historical"),
    ("in the famine of the eighties", "past", "historical"),
    ("men in their eighties", "past", "past"),
    ("days earlier", "past", "past"),
]


def _code(tail, told, published=FRIDAY):
    text = f"It attacked {tail}"
    article, mention = (
        make_article(text, published),
        make_mention(text, "attacked", temporality=told),
    )
    return code_temporality(article, mention, code_time(article, mention))


@pytest.mark.parametrize(
    ("tail", "told", "expected"),
    TOLD,
    ids=[f"{tail or 'no time'}, {told}" for tail, told, _ in TOLD],
)
def test_code_temporality_mends_grammar_by_date(tail, told, expected):
    assert _code(tail, Temporality(told)) == expected


UNDATED = [
    ("in 1914", "historical"),
    ("in the 1990s", "historical"),
    ("several years ago", "historical"),
    ("in March 2023", "past"),
    ("on 29 August 2024", "past"),
    ("between December 28 and January 3, 2024", "past"),
    ("on Monday", "past"),
]


@pytest.mark.parametrize(("tail", "expected"), UNDATED, ids=[row[0] for row in UNDATED])
def test_code_temporality_without_day_of_publication_tells_background_by_years(tail, expected):
    assert _code(tail, Temporality.PAST, None) == expected


@pytest.mark.parametrize("published", [date(2024, 2, 29), date(1, 1, 1)])
def test_code_temporality_works_on_days_without_a_year_before(published):
    assert _code("on 1 May 2030", Temporality.PRESENT, published) is Temporality.FUTURE
