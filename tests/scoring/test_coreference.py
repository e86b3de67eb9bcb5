"""The measures of coreference, on chains small enough to count by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.scoring import score_chains

GOLD = {1: "a", 2: "a", 3: "a", 4: "b", 5: "b", 6: "c"}
CASES = {
    # name: ours, then precision and recall of MUC, B-cubed and CEAF-e
    "same": (GOLD, (1, 1), (1, 1), (1, 1)),
    # one of three stands with the wrong two: 2 of 3 links are right; 1, 1, 1/3, 2/3, 2/3, 1;
    # the best alignment is worth 4/5 + 4/5 + 1 of three chains
    "one astray": (
        {1: "x", 2: "x", 3: "y", 4: "y", 5: "y", 6: "z"},
        (2 / 3, 2 / 3),
        (7 / 9, 7 / 9),
        (2.6 / 3, 2.6 / 3),
    ),
    # 3 of 5 links are right; (3 * 3/6 + 2 * 2/6 + 1/6) / 6; 2 * 3 / (3 + 6) of one chain, of three
    "all in one": (dict.fromkeys(GOLD, "x"), (3 / 5, 1), (7 / 18, 1), (2 / 3, 2 / 9)),
    # no link; 3 * 1/3 + 2 * 1/2 + 1 of 6; 2 / 4 + 2 / 3 + 1 of six chains, of three
    "all alone": (
        {item: str(item) for item in GOLD},
        (0, 0),
        (1, 1 / 2),
        (13 / 36, 13 / 18),
    ),
}


@pytest.mark.parametrize(("ours", "muc", "b_cubed", "ceaf_e"), CASES.values(), ids=CASES)
def test_measures_are_those_counted_by_hand(ours, muc, b_cubed, ceaf_e):
    scores = score_chains(GOLD, ours)
    found = [(s.precision, s.recall) for s in (scores.muc, scores.b_cubed, scores.ceaf_e)]
    assert found == [pytest.approx(pair) for pair in (muc, b_cubed, ceaf_e)]


def test_conll_is_the_mean_of_three():
    scores = score_chains(GOLD, CASES["one astray"][0])
    assert scores.conll == pytest.approx((2 / 3 + 7 / 9 + 2.6 / 3) / 3)


def test_chains_merged_and_split_wrongly_are_counted():
    scores = score_chains(GOLD, CASES["one astray"][0]).b_cubed
    assert (scores.over_merged, scores.under_merged) == (0.5, 0.5)


CHAINS = st.lists(
    st.tuples(st.sampled_from("abcd"), st.sampled_from("xyz")), min_size=1, max_size=20
)


@given(CHAINS)
def test_precision_of_one_is_recall_of_the_other(labels):
    gold = {n: one for n, (one, _) in enumerate(labels)}
    ours = {n: other for n, (_, other) in enumerate(labels)}
    there, back = score_chains(gold, ours), score_chains(ours, gold)
    for name in ("muc", "b_cubed", "ceaf_e"):
        one, other = getattr(there, name), getattr(back, name)
        assert one.precision == pytest.approx(other.recall)
        assert one.recall == pytest.approx(other.precision)


def test_nothing_scores_nothing():
    assert score_chains({}, {}).conll == 0.0
