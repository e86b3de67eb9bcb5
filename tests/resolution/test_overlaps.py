"""Pairs of rows that share a key and a day: all of them, each crowd by its days."""

from itertools import combinations

from hypothesis import example, given
from hypothesis import strategies as st

from kg.resolution.overlaps import iter_crowds, iter_overlaps, make_rows

MOST = 3
LARGE = 5 << 32 | 7  # keys are pairs of numbers packed into one
FILED = st.lists(
    st.tuples(
        st.integers(0, 6), st.integers(0, 4), st.sets(st.sampled_from([1, 2, LARGE]), max_size=3)
    ),
    max_size=9,
)


def rows_of(filed):
    return make_rows(
        (n, first, first + days, [*keys]) for n, (first, days, keys) in enumerate(filed)
    )


def meetings(filed):
    """Return the pairs that share a key and a day, with the key, found one by one."""
    return {
        (one, other, key)
        for (one, (a, m, keys)), (other, (b, n, others)) in combinations(enumerate(filed), 2)
        for key in keys & others
        if a <= b + n and b <= a + m
    }


def crowds(filed):
    """Return the reports of each key and day that more than one of them share."""
    days = {(key, day) for first, more, keys in filed for key in keys for day in _days(first, more)}
    blocks = {
        at: [
            n
            for n, (first, more, keys) in enumerate(filed)
            if at[0] in keys and at[1] in _days(first, more)
        ]
        for at in days
    }
    return {at: block for at, block in blocks.items() if len(block) > 1}


def _days(first, more):
    return range(first, first + more + 1)


@given(filed=FILED)
@example(filed=[])
@example(filed=[(0, 4, {1})] * 5)
def test_every_pair_that_shares_a_key_and_a_day_is_found_once_or_lies_in_a_crowd(filed):
    rows = rows_of(filed)
    columns = iter_overlaps(rows, most=MOST)
    found = [
        tuple(sorted(pair))
        for one, other in columns
        for pair in zip(one.tolist(), other.tolist(), strict=True)
    ]
    in_crowds = {pair for block in iter_crowds(rows, most=MOST) for pair in combinations(block, 2)}
    expected = {(one, other) for one, other, _ in meetings(filed)}
    assert {*found} | in_crowds == expected
    assert len(found) <= len(meetings(filed))


@given(filed=FILED)
@example(filed=[(0, 4, {1})] * 5)
def test_no_crowd_of_a_day_is_overlooked(filed):
    told = sorted(iter_crowds(rows_of(filed), most=MOST))
    large = [block for block in crowds(filed).values() if len(block) > MOST]
    assert all(block in told for block in large)
    assert all(block in crowds(filed).values() for block in told)
