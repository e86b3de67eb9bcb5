import pytest

from kg.claims.confidence import code_confidence
from tests.claims.by_hand import make_mention

TEXT = "Norland attacked Sudria"


@pytest.mark.parametrize(
    ("score", "confidence"),
    [(0.5, 0.5), (0.12345, 0.123), (0.0, 0.0), (1.0, 1.0), (-1.0, 0.0), (7.0, 1.0)],
)
def test_confidence_is_the_chance_of_the_mention_between_0_and_1(score, confidence):
    assert code_confidence(make_mention(TEXT, "attacked", confidence=score)) == confidence
