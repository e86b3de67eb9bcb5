import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.scoring import score_clusters


@pytest.mark.parametrize(
    ("gold", "predicted", "precision", "recall"),
    [
        ({1: "a", 2: "a", 3: "b"}, {1: "x", 2: "x", 3: "y"}, 1.0, 1.0),
        ({1: "a", 2: "a", 3: "b"}, {1: "x", 2: "x", 3: "x"}, 5 / 9, 1.0),
        ({1: "a", 2: "a"}, {1: "x", 2: "y"}, 1.0, 0.5),
        ({1: "a", 2: "a"}, {1: "x"}, 1.0, 1.0),
        ({1: "a"}, {}, 0.0, 0.0),
    ],
    ids=["same", "all in one", "all apart", "only what was found", "nothing found"],
)
def test_b_cubed(gold, predicted, precision, recall):
    scores = score_clusters(gold, predicted)
    assert scores.precision == pytest.approx(precision)
    assert scores.recall == pytest.approx(recall)


@given(st.dictionaries(st.integers(0, 30), st.sampled_from("abcd"), min_size=1))
def test_a_clustering_agrees_with_itself(clusters):
    assert score_clusters(clusters, clusters).f1 == pytest.approx(1.0)


@pytest.mark.parametrize(
    ("gold", "predicted", "pairs", "over", "under"),
    [
        ({1: "a", 2: "a", 3: "b"}, {1: "x", 2: "x", 3: "y"}, (1, 0, 0), 0.0, 0.0),
        ({1: "a", 2: "a", 3: "b"}, {1: "x", 2: "x", 3: "x"}, (1, 2, 0), 1.0, 0.0),
        ({1: "a", 2: "a", 3: "a"}, {1: "x", 2: "x", 3: "y"}, (1, 0, 2), 0.0, 1.0),
        ({1: "a", 2: "b"}, {1: "x", 2: "y"}, (0, 0, 0), 0.0, 0.0),
        ({1: "a", 2: "a", 3: "b", 4: "b"}, {1: "x", 2: "x", 3: "y", 4: "z"}, (1, 0, 1), 0.0, 0.5),
    ],
    ids=["same", "all in one", "one apart", "no pairs", "one of two is taken apart"],
)
def test_pairs_and_what_is_merged_wrongly(gold, predicted, pairs, over, under):
    scores = score_clusters(gold, predicted)
    assert (scores.pairs, scores.over_merged, scores.under_merged) == (pairs, over, under)
    both, ours, theirs = pairs
    total = 2 * both + ours + theirs
    assert scores.pair_f1 == (2 * both / total if total else 1.0)
