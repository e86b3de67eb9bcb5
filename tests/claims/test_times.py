"""All texts are published on Friday, 29 August 2025, unless a test says otherwise."""

import itertools
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.claims.expressions import find_expressions
from kg.claims.references import Reference
from kg.claims.times import code_time
from kg.model import Temporality
from tests.claims.by_hand import (
    FRIDAY,
    make_article,
    make_mention,
    phrase_of,
    span_of,
)

# text after "It attacked", the words of the time, the period
RELATIVE = [
    ("today", "today", "2025-08-29 day"),
    ("early this morning", "this morning", "2025-08-29 day"),
    ("tonight", "tonight", "2025-08-29 day"),
    ("yesterday", "yesterday", "2025-08-28 day"),
    ("yesterday evening", "yesterday evening", "2025-08-28 day"),
    ("last night", "last night", "2025-08-28 day"),
    ("the day before yesterday", "the day before yesterday", "2025-08-27 day"),
    ("tomorrow", "tomorrow", "2025-08-30 day"),
    ("overnight", "overnight", "2025-08-28..2025-08-29 range"),
    ("on Friday", "Friday", "2025-08-29 day"),
    ("on Monday", "Monday", "2025-08-25 day"),
    ("on Saturday", "Saturday", "2025-08-23 day"),
    ("Thursday", "Thursday", "2025-08-28 day"),
    ("late Monday night", "late Monday night", "2025-08-25 day"),
    ("Sunday's market", "Sunday", "2025-08-24 day"),
    ("last Friday", "last Friday", "2025-08-22 day"),
    ("last Monday", "last Monday", "2025-08-25 day"),
    ("this past Sunday", "this past Sunday", "2025-08-24 day"),
    ("next Monday", "next Monday", "2025-09-01 day"),
    ("next Friday", "next Friday", "2025-09-05 day"),
    ("this coming Tuesday", "this coming Tuesday", "2025-09-02 day"),
    ("on Monday of last week", "Monday of last week", "2025-08-18 day"),
    ("on Wednesday last week", "Wednesday last week", "2025-08-20 day"),
    ("this week", "this week", "2025-08-25..2025-08-31 week"),
    ("last week", "last week", "2025-08-18..2025-08-24 week"),
    ("next week", "next week", "2025-09-01..2025-09-07 week"),
    ("earlier this week", "earlier this week", "2025-08-25..2025-08-29 range"),
    ("earlier in the month", "earlier in the month", "2025-08-01..2025-08-29 range"),
    ("late last week", "late last week", "2025-08-22..2025-08-24 range"),
    ("this month", "this month", "2025-08-01..2025-08-31 month"),
    ("last month's ceremony", "last month", "2025-07-01..2025-07-31 month"),
    ("late last month", "late last month", "2025-07-21..2025-07-31 range"),
    ("this year", "this year", "2025-01-01..2025-12-31 year"),
    ("earlier this year", "earlier this year", "2025-01-01..2025-08-29 range"),
    ("later this year", "later this year", "2025-08-29..2025-12-31 range"),
    ("last year", "last year", "2024-01-01..2024-12-31 year"),
    ("late last year", "late last year", "2024-09-01..2024-12-31 range"),
    ("at the weekend", "the weekend", "2025-08-23..2025-08-24 range"),
    ("last weekend", "last weekend", "2025-08-23..2025-08-24 range"),
    ("next weekend", "next weekend", "2025-08-30..2025-08-31 range"),
    ("two days ago", "two days ago", "2025-08-27 day"),
    ("a week ago", "a week ago", "2025-08-18..2025-08-24 week"),
    ("more than a year ago", "a year ago", "2024-01-01..2024-12-31 year"),
    ("three weeks ago", "three weeks ago", "2025-08-04..2025-08-10 week"),
    ("a couple of months ago", "a couple of months ago", "2025-06-01..2025-06-30 month"),
    ("two years ago", "two years ago", "2023-01-01..2023-12-31 year"),
    ("twenty-five years ago", "twenty-five years ago", "2000-01-01..2000-12-31 year"),
    ("two decades ago", "two decades ago", "2000-01-01..2009-12-31 range"),
    ("six hours ago", "six hours ago", "2025-08-28..2025-08-29 range"),
    ("in the past 24 hours", "the past 24 hours", "2025-08-28..2025-08-29 range"),
    ("in the last 48 hours", "the last 48 hours", "2025-08-27..2025-08-29 range"),
    ("over the past two weeks", "the past two weeks", "2025-08-15..2025-08-29 range"),
    ("during the past week", "the past week", "2025-08-22..2025-08-29 range"),
    ("over the past six months", "the past six months", "2025-02-28..2025-08-29 range"),
    ("in the next three days", "the next three days", "2025-08-29..2025-09-01 range"),
    ("in August", "August", "2025-08-01..2025-08-31 month"),
    ("in November", "November", "2024-11-01..2024-11-30 month"),
    ("in May 20 men", "May", "2025-05-01..2025-05-31 month"),
    ("in early March", "early March", "2025-03-01..2025-03-10 range"),
    ("in mid-July", "mid-July", "2025-07-11..2025-07-20 range"),
    ("last August", "last August", "2024-08-01..2024-08-31 month"),
    ("last July", "last July", "2025-07-01..2025-07-31 month"),
    ("next May", "next May", "2026-05-01..2026-05-31 month"),
    ("last summer", "last summer", "2024-06-01..2024-08-31 range"),
    ("this spring", "this spring", "2025-03-01..2025-05-31 range"),
    ("in the spring", "the spring", "2025-03-01..2025-05-31 range"),
    ("next winter", "next winter", "2025-12-01..2026-02-28 range"),
    ("over the past decade", "the past decade", "2015-08-29..2025-08-29 range"),
    ("this decade", "this decade", "2020-01-01..2029-12-31 range"),
    ("last winter", "last winter", "2024-12-01..2025-02-28 range"),
    ("on 29 August", "29 August", "2025-08-29 day"),
    ("on 30 August", "30 August", "2024-08-30 day"),
    ("on Aug. 12", "Aug. 12", "2025-08-12 day"),
    ("on December 28", "December 28", "2024-12-28 day"),
    ("since Monday", "since Monday", "2025-08-25..2025-08-29 range"),
    ("since February 2022", "since February 2022", "2022-02-01..2025-08-29 range"),
    ("from Monday to Wednesday", "from Monday to Wednesday", "2025-08-25..2025-08-27 range"),
    (
        "in the first quarter of this year",
        "first quarter of this year",
        "2025-01-01..2025-03-31 range",
    ),
]
ABSOLUTE = [
    ("on 29 August 2024", "29 August 2024", "2024-08-29 day"),
    ("on the 3rd of May, 1998", "the 3rd of May, 1998", "1998-05-03 day"),
    ("on August 29, 2025", "August 29, 2025", "2025-08-29 day"),
    ("on Sept. 4, 2001", "Sept. 4, 2001", "2001-09-04 day"),
    ("on Friday, August 29, 2025", "Friday, August 29, 2025", "2025-08-29 day"),
    ("on Friday 29 August 2025", "Friday 29 August 2025", "2025-08-29 day"),
    ("on 2023-10-07", "2023-10-07", "2023-10-07 day"),
    ("on 29/08/2025", "29/08/2025", "2025-08-29 day"),
    ("on 08/29/2025", "08/29/2025", "2025-08-29 day"),
    ("on 29.8.2025", "29.8.2025", "2025-08-29 day"),
    ("on 2024/02/29", "2024/02/29", "2024-02-29 day"),
    ("on 7-Oct-2023", "7-Oct-2023", "2023-10-07 day"),
    ("on 30 February 2024", "February 2024", "2024-02-01..2024-02-29 month"),
    ("in March 2023", "March 2023", "2023-03-01..2023-03-31 month"),
    ("in March, 2023", "March, 2023", "2023-03-01..2023-03-31 month"),
    ("in February of 2024", "February of 2024", "2024-02-01..2024-02-29 month"),
    ("in early March 2023", "early March 2023", "2023-03-01..2023-03-10 range"),
    ("in mid-March 2023", "mid-March 2023", "2023-03-11..2023-03-20 range"),
    ("in late February 2024", "late February 2024", "2024-02-21..2024-02-29 range"),
    ("at the end of May 2010", "the end of May 2010", "2010-05-21..2010-05-31 range"),
    ("in 2014", "2014", "2014-01-01..2014-12-31 year"),
    ("during 2014.", "2014", "2014-01-01..2014-12-31 year"),
    ("in the 2003 invasion", "2003", "2003-01-01..2003-12-31 year"),
    ("in a 1988 crackdown", "1988", "1988-01-01..1988-12-31 year"),
    ("in early 2014", "early 2014", "2014-01-01..2014-04-30 range"),
    ("in late 2014", "late 2014", "2014-09-01..2014-12-31 range"),
    ("between 3 and 5 May 2024", "between 3 and 5 May 2024", "2024-05-03..2024-05-05 range"),
    ("from 3 to 5 May 2024", "from 3 to 5 May 2024", "2024-05-03..2024-05-05 range"),
    ("on 3–5 May 2024", "3–5 May 2024", "2024-05-03..2024-05-05 range"),
    ("on May 3-5, 2024", "May 3-5, 2024", "2024-05-03..2024-05-05 range"),
    (
        "between May 3 and June 5, 2024",
        "between May 3 and June 5, 2024",
        "2024-05-03..2024-06-05 range",
    ),
    (
        "between December 28 and January 3, 2024",
        "between December 28 and January 3, 2024",
        "2023-12-28..2024-01-03 range",
    ),
    ("between 2011 and 2014", "between 2011 and 2014", "2011-01-01..2014-12-31 range"),
    ("in 2011-14", "2011-14", "2011-01-01..2014-12-31 range"),
    ("in the 1990s", "the 1990s", "1990-01-01..1999-12-31 range"),
    ("in the '90s", "the '90s", "1990-01-01..1999-12-31 range"),
    ("in the early 1990s", "the early 1990s", "1990-01-01..1993-12-31 range"),
    ("in the summer of 2014", "the summer of 2014", "2014-06-01..2014-08-31 range"),
    ("in winter 2014", "winter 2014", "2014-12-01..2015-02-28 range"),
    ("in the third quarter of 2014", "the third quarter of 2014", "2014-07-01..2014-09-30 range"),
    ("in Q3 2014", "Q3 2014", "2014-07-01..2014-09-30 range"),
    ("in the first half of 2014", "the first half of 2014", "2014-01-01..2014-06-30 range"),
]
NO_TIME = [
    "three hours",
    "with 2014 soldiers",
    "until Monday",
    "before Friday",
    "after Sunday's vote",
    "by 2014",
    "at the last minute",
    "later in the day",
    "with spring weapons",
    "on Mondays",
    "the next Tuesday",
    "the next week",
    "the 2014 soldiers",
    "a 2000 year old temple",
    "in Mar-a-Lago",
    "Monday-Friday",
    "on 30 February",
    "on 03/04/2025",
    "in the fall of the government",
    "with May",
    "as they may march",
    "at 20:14",
    "for $2014",
    "on Bloody Sunday",
    "several years ago",
    "9000 years ago",
]


def _time(tail, published=FRIDAY, **fields):
    text = f"It attacked {tail}"
    mention = make_mention(text, "attacked", **fields)
    return code_time(make_article(text, published), mention)


def _told(time):
    days = str(time.earliest) if time.earliest == time.latest else f"{time.earliest}..{time.latest}"
    return f"{days} {time.precision}"


@pytest.mark.parametrize(
    ("tail", "words", "expected"),
    RELATIVE + ABSOLUTE,
    ids=[row[0] for row in RELATIVE + ABSOLUTE],
)
def test_code_time_reads_expression(tail, words, expected):
    time = _time(tail)
    assert (time.span.text, _told(time)) == (words, expected)


@pytest.mark.parametrize(("tail", "words", "expected"), ABSOLUTE, ids=[row[0] for row in ABSOLUTE])
def test_code_time_reads_dates_without_day_of_publication(tail, words, expected):
    time = _time(tail, None)
    assert (time.span.text, _told(time)) == (words, expected)


@pytest.mark.parametrize("tail", [row[0] for row in RELATIVE])
def test_code_time_reads_nothing_relative_without_day_of_publication(tail):
    assert _time(tail, None) is None


@pytest.mark.parametrize("tail", NO_TIME)
def test_code_time_reads_no_time(tail):
    assert _time(tail) is None


AHEAD = [
    ("on Friday", "2025-08-29 day"),
    ("on Monday", "2025-09-01 day"),
    ("on 30 August", "2025-08-30 day"),
    ("on March 1", "2026-03-01 day"),
    ("in March", "2026-03-01..2026-03-31 month"),
    ("in August", "2025-08-01..2025-08-31 month"),
    ("at the weekend", "2025-08-30..2025-08-31 range"),
    ("in the spring", "2026-03-01..2026-05-31 range"),
    ("next week", "2025-09-01..2025-09-07 week"),
    ("last Monday", "2025-08-25 day"),
    ("this winter", "2025-12-01..2026-02-28 range"),
]


@pytest.mark.parametrize(("tail", "expected"), AHEAD, ids=[row[0] for row in AHEAD])
def test_code_time_looks_forward_for_what_is_told_as_future(tail, expected):
    assert _told(_time(tail, temporality=Temporality.FUTURE)) == expected


WEEKDAYS = [
    (date(2025, 8, 29), "on Friday", "2025-08-29 day"),
    (date(2025, 8, 30), "on Friday", "2025-08-29 day"),
    (date(2025, 8, 31), "on Sunday", "2025-08-31 day"),
    (date(2025, 9, 1), "on Sunday", "2025-08-31 day"),
    (date(2025, 9, 1), "last Monday", "2025-08-25 day"),
    (date(2025, 9, 1), "next Monday", "2025-09-08 day"),
    (date(2025, 8, 31), "this weekend", "2025-08-30..2025-08-31 range"),
    (date(2025, 8, 31), "over the weekend", "2025-08-30..2025-08-31 range"),
    (date(2025, 8, 31), "next weekend", "2025-09-06..2025-09-07 range"),
    (date(2025, 9, 1), "last weekend", "2025-08-30..2025-08-31 range"),
    (date(2024, 1, 1), "on December 31", "2023-12-31 day"),
    (date(2025, 3, 1), "on February 29", "2024-02-29 day"),
    (date(2024, 1, 15), "last month", "2023-12-01..2023-12-31 month"),
    (date(2024, 1, 15), "last winter", "2022-12-01..2023-02-28 range"),
    (date(1, 1, 1), "on Friday", None),
    (date(1, 1, 1), "last year", None),
    (date(9999, 12, 31), "tomorrow", None),
]


@pytest.mark.parametrize(("published", "tail", "expected"), WEEKDAYS)
def test_code_time_counts_from_day_of_publication(published, tail, expected):
    time = _time(tail, published)
    assert (time and _told(time)) == expected


def test_code_time_prefers_day_to_nearer_month():
    assert _time("last month or on Monday").span.text == "Monday"


def test_code_time_prefers_nearest_day():
    text = "On Monday it moved and on Tuesday it attacked"
    time = code_time(make_article(text), make_mention(text, "attacked"))
    assert time.span.text == "Tuesday"


def test_code_time_reads_the_scope_alone():
    text = "It attacked the town, he said on Monday"
    mention = make_mention(text, "attacked", scope=(span_of(text, "It attacked the town"),))
    assert code_time(make_article(text), mention) is None


def test_code_time_joins_touching_pieces_of_scope():
    text = "It attacked on 29 August 2024 there"
    pieces = tuple(span_of(text, words) for words in ("August 2024", "It attacked on 29"))
    mention = make_mention(text, "attacked", scope=pieces)
    assert code_time(make_article(text), mention).span.text == "29 August 2024"


def test_code_time_reads_scope_whose_pieces_lie_in_each_other():
    text = "It attacked the town on Monday"
    pieces = (span_of(text, text), span_of(text, "the town"))
    assert code_time(make_article(text), make_mention(text, "attacked", scope=pieces)) is not None


def test_code_time_reads_no_name_as_time():
    text = "The September 11 Commission attacked it in 2014"
    target = phrase_of(text, "September 11 Commission", label="ORG")
    mention = make_mention(text, "attacked", actors=(target,))
    assert code_time(make_article(text), mention).span.text == "2014"


@given(st.text(alphabet="ond 0123456789MayJunes,-/.the1990sago", max_size=60), st.dates())
def test_find_expressions_are_apart_and_inside_the_text(text, published):
    found = find_expressions(text, Reference(published=published))
    assert all(0 <= e.start < e.end <= len(text) for e in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    assert all(e.period.earliest <= e.period.latest for e in found)


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2098, 12, 31)))
def test_code_time_reads_back_any_date(day):
    time = _time(f"on {day.day} {day:%B} {day.year}", None)
    assert time.earliest == time.latest == day


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2098, 12, 31)), st.integers(0, 6))
def test_code_time_reads_weekday_as_one_of_the_last_seven_days(published, weekday):
    name = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")[weekday]
    time = _time(f"on {name}", published)
    assert time.earliest.weekday() == weekday
    assert 0 <= (published - time.earliest).days <= 6
