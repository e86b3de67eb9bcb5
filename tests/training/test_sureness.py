"""Lessons about sureness: what is right, what is wrong, and what is learned of them."""

import pytest

from kg.mentions.sureness import chance_of
from tests.mentions.parses import parse
from training.sureness.lessons import RIGHT, WRONG, Lesson, lessons
from training.sureness.news import news_looks

SHELLING = "Rebels/NNS/2/nsubj shelled/VBD/0/root/-/shell the/DT/4/det town/NN/2/obj ././2/punct"


class Parsed:
    """Stands for a pipeline: gives each text the parse made by hand."""

    def pipe(self, pairs, **_):
        for _, context in pairs:
            yield parse(SHELLING), context


def _lessons(*claims):
    row = {"id": "11", "text": parse(SHELLING).text, "claims": list(claims)}
    return list(lessons([row], Parsed()))


def _claim(**more):
    return {"type": "ASSAULT", "action": "shelled", "optional": False} | more


@pytest.mark.parametrize(
    ("claims", "truth"),
    [
        ([_claim()], RIGHT),
        ([_claim(optional=True)], RIGHT),
        ([_claim(type=["COERCE", "ASSAULT"])], RIGHT),
        ([_claim(type="CONSULT")], WRONG),
        ([_claim(action="town")], WRONG),
        ([], WRONG),
    ],
    ids=["found", "may be found", "either type", "another type", "other words", "nothing"],
)
def test_an_event_is_right_if_the_annotation_has_it(claims, truth):
    assert {one.truth for one in _lessons(*claims)} == {truth}


def test_an_event_teaches_with_the_event_words_of_the_pipeline_and_without():
    told, untold = _lessons(_claim())
    assert (told.line, told.is_told, untold.is_told) == (11, True, False)
    assert "promise untold 0" in untold.features


WORDS = ("Rebels", "shelled", "the", "town", ".")


@pytest.mark.parametrize(
    ("told", "truths"),
    [
        ({WORDS: ("O", "ASSAULT", "O", "O", "O")}, [RIGHT]),
        ({WORDS: ("O", "CONSULT", "O", "O", "O")}, [WRONG]),
        ({WORDS: ("ASSAULT", "O", "O", "O", "O")}, [WRONG]),
        ({WORDS[:-1]: ("O", "ASSAULT", "O", "O")}, []),
    ],
    ids=["told", "of another type", "by another word", "of another sentence"],
)
def test_an_event_of_the_news_is_right_if_its_words_are_said_to_tell_it(told, truths):
    looks = list(news_looks([parse(SHELLING).text], Parsed(), told))
    assert [look.truth for look in looks] == truths
    assert all("entry ASSAULT.shell" in look.features for look in looks)


def test_chances_are_the_shares_of_what_was_right():
    pytest.importorskip("sklearn", reason="scikit-learn is needed only to learn the weights")
    from training.sureness.learn import learn

    def lesson(feature, truth):
        return Lesson(line=1, features=("any", feature), truth=truth, is_told=True)

    found = [lesson("good", RIGHT)] * 90 + [lesson("good", WRONG)] * 10
    found += [lesson("bad", RIGHT)] * 20 + [lesson("bad", WRONG)] * 80
    weights = learn(found, 1.0)
    assert chance_of(("any", "good"), weights) == pytest.approx(0.9, abs=0.03)
    assert chance_of(("any", "bad"), weights) == pytest.approx(0.2, abs=0.03)
