"""Dates that a header, a table or a feed states."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.articles import parse_date

DAY = date(2025, 8, 29)


@pytest.mark.parametrize(
    "words",
    [
        "2025-08-29",
        " 2025-08-29 ",
        "2025-08-29T23:59:59Z",
        "2025-08-29T23:59:59.123+02:00",
        "2025-08-29 10:00",
        "20250829",
        "20250829T101500Z",
        "2025/08/29",
        "2025.8.29",
        "Fri, 29 Aug 2025 23:30:00 -0500",
        "Fri, 29 Aug 2025 10:00:00 GMT",
        "29 Aug 2025 10:00 +0000",
        "29 August 2025",
        "29 august 2025",
        "29th August 2025",
        "29th of August, 2025",
        "29-Aug-2025",
        "Friday 29 August 2025",
        "Friday, August 29, 2025",
        "August 29, 2025",
        "Aug. 29, 2025",
        "Aug 29 2025",
        "August 29th, 2025 at 10:15 AM EDT",
        "29/08/2025",
        "08/29/2025",
        "8/29/2025 10:15",
        "29.08.2025",
        "29-08-2025",
        "1756425600",
        "1756425600000",
        "1756425600.0",
    ],
)
def test_date_that_says_one_day(words: str) -> None:
    assert parse_date(words) == DAY


@pytest.mark.parametrize(
    "words",
    [
        "",
        "yesterday",
        "03/04/2025",
        "4.3.2025",
        "29/08/25",
        "August 2025",
        "2025",
        "2025-13-01",
        "2025-02-30",
        "31/02/2025",
        "32 August 2025",
        "0000-00-00",
        "20251399",
        "Marching 29, 2025",
        "x 2025-08-29",
        "2025-08-291",
        "٢٠٢٥-٠٨-٢٩",
        "12345678901234567890",
    ],
)
def test_date_that_says_none_or_two(words: str) -> None:
    assert parse_date(words) is None


def test_day_and_month_alike_are_one_day() -> None:
    assert parse_date("05/05/2025") == date(2025, 5, 5)


def test_day_is_the_one_written_whatever_the_zone() -> None:
    assert parse_date("2025-08-29T00:30:00+14:00") == DAY
    assert parse_date("2025-08-29T23:30:00-11:00") == DAY


@given(st.dates(min_value=date(1000, 1, 1)))
def test_iso_dates_come_back(day: date) -> None:
    assert parse_date(day.isoformat()) == day


@given(st.text())
def test_any_words_are_a_day_or_none(words: str) -> None:
    assert isinstance(parse_date(words), date | None)
