"""What words mean, as directions."""

import numpy as np
import pytest
from spacy.lang.en import English

from kg.documents import load_pipeline, word_directions


@pytest.mark.pipeline
def test_words_near_in_meaning_point_the_same_way():
    found = word_directions(["raid", "attack", "banana"], load_pipeline())
    assert found["raid"] @ found["attack"] > found["raid"] @ found["banana"]


@pytest.mark.pipeline
def test_directions_have_unit_length():
    (direction,) = word_directions(["raid", "raid"], load_pipeline()).values()
    assert np.linalg.norm(direction) == pytest.approx(1.0, abs=1e-5)


def test_unknown_word_points_nowhere():
    assert not word_directions(["raid"], English())["raid"].any()
