import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.claims.numerals import read_numeral

READ = [
    ("25", 25),
    ("0", 0),
    ("12,500", 12_500),
    ("12 500", 12_500),
    ("12\u2009500", 12_500),
    ("12\u202f500", 12_500),
    ("2,00,000", 200_000),
    ("1,234,567", 1_234_567),
    ("12.5 million", 12_500_000),
    ("1.5m", 1_500_000),
    ("3k", 3_000),
    ("150-thousand", 150_000),
    ("two", 2),
    ("Nineteen", 19),
    ("twenty-five", 25),
    ("twenty five", 25),
    ("sixty", 60),
    ("a hundred", 100),
    ("one hundred thousand", 100_000),
    ("two hundred and fifty", 250),
    ("three thousand two hundred", 3_200),
    ("two million three hundred thousand", 2_300_000),
    ("a dozen", 12),
    ("two dozen", 24),
    ("half a dozen", 6),
    ("half a million", 500_000),
    ("one and a half million", 1_500_000),
    ("a couple", 2),
    ("both", 2),
    ("a single", 1),
    ("another", 1),
    ("another three", 3),
    ("no", 0),
    ("no one", 0),
    ("none", 0),
    ("nobody", 0),
]
OPEN = [
    ("dozens", 24),
    ("scores", 40),
    ("hundreds", 200),
    ("thousands", 2_000),
    ("tens of thousands", 20_000),
    ("hundreds of thousands", 200_000),
    ("dozens of thousands", 24_000),
    ("several hundred", 200),
    ("a few thousand", 2_000),
    ("many thousands", 2_000),
    ("several dozen", 24),
]
NOTHING = [
    "third",
    "12th",
    "several",
    "many",
    "a handful",
    "a man",
    "no more than",
    "12.5",
    "-5",
    "-dollar",
    "",
    "9999999999999",
]


@pytest.mark.parametrize(("text", "value"), READ, ids=[row[0] for row in READ])
def test_read_numeral_reads_whole_number(text, value):
    numeral = read_numeral(text)
    assert (numeral.value, numeral.end, numeral.is_open) == (value, len(text), False)


@pytest.mark.parametrize(("text", "value"), OPEN, ids=[row[0] for row in OPEN])
def test_read_numeral_reads_plurals_as_open(text, value):
    numeral = read_numeral(text)
    assert (numeral.value, numeral.end, numeral.is_open) == (value, len(text), True)


@pytest.mark.parametrize("text", NOTHING)
def test_read_numeral_reads_no_number(text):
    assert read_numeral(text) is None


@pytest.mark.parametrize(
    ("text", "end"),
    [("two three", 3), ("1,200-strong", 5), ("25 and 30", 2), ("one 12-year-old", 3)],
)
def test_read_numeral_stops_where_the_number_ends(text, end):
    assert read_numeral(text).end == end


@given(st.integers(min_value=0, max_value=10**9))
def test_read_numeral_reads_grouped_digits(number):
    assert read_numeral(f"{number:,}").value == number


@given(st.text(max_size=40), st.integers(min_value=0, max_value=40))
def test_read_numeral_never_reads_beyond_the_text(text, start):
    numeral = read_numeral(text, min(start, len(text)))
    assert numeral is None or min(start, len(text)) < numeral.end <= len(text)
