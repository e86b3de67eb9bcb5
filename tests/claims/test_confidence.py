import pytest

from kg.claims.confidence import code_confidence
from tests.claims.by_hand import make_lexicon, make_mention, phrase_of

TEXT = "Norland attacked Sudria"


def _confidence(**fields):
    mention = make_mention(TEXT, "attacked", **fields)
    return code_confidence(mention, make_lexicon().events.entries[mention.entry])


def test_confidence_of_a_plain_triple_is_the_precision_of_its_entry():
    both = {"actors": (phrase_of(TEXT, "Norland"),), "targets": (phrase_of(TEXT, "Sudria"),)}
    assert _confidence(**both) == 0.8


def test_confidence_falls_with_the_score_of_the_mention():
    assert _confidence(score=0.5) < _confidence(score=0.9)


@pytest.mark.parametrize("score", [-1.0, 0.0, 1.0, 7.0])
def test_confidence_stays_between_0_and_1(score):
    assert 0.0 <= _confidence(score=score) <= 1.0
