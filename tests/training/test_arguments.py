"""Lessons about actors and targets: whom the annotation means, and when sides are right."""

import pytest

from kg.mentions.features import ACTOR, NEITHER, TARGET
from tests.mentions.parses import parse
from training.arguments.lessons import Lesson, Look, is_right, lessons

SHELLING = "Rebels/NNS/2/nsubj shelled/VBD/0/root/-/shell the/DT/4/det town/NN/2/obj ././2/punct"


class Parsed:
    """Stands for a pipeline: gives each text the parse made by hand."""

    def pipe(self, pairs, **_):
        for _, context in pairs:
            yield parse(SHELLING), context


def lesson(claims):
    row = {"id": "11", "text": parse(SHELLING).text, "claims": claims}
    return list(lessons([row], Parsed()))


def claim(**more):
    plain = {"type": "ASSAULT", "action": "shelled", "actors": [], "targets": [], "optional": False}
    return plain | more


def test_candidates_get_the_side_that_the_annotation_names():
    (one,) = lesson([claim(actors=["Rebels"], targets=["town"])])
    assert [seen.truth for seen in one.looks] == [ACTOR, TARGET]
    assert one.line == 11


def test_what_is_not_named_is_neither():
    (one,) = lesson([claim(targets=["town"])])
    assert [seen.truth for seen in one.looks] == [NEITHER, TARGET]


@pytest.mark.parametrize("other", [{"type": "CONSULT"}, {"action": "town"}])
def test_claims_of_another_event_teach_nothing(other):
    assert lesson([claim(**other)]) == []


def _looked(*truths, is_reciprocal=False):
    looks = tuple(Look(features=(), proposed=NEITHER, truth=truth) for truth in truths)
    return Lesson(line=1, is_optional=False, is_reciprocal=is_reciprocal, looks=looks)


@pytest.mark.parametrize(
    ("truth", "chosen", "right"),
    [
        ([ACTOR, TARGET], [ACTOR, TARGET], True),
        ([ACTOR, ACTOR, TARGET], [ACTOR, NEITHER, TARGET], True),
        ([ACTOR, TARGET], [TARGET, ACTOR], False),
        ([NEITHER, TARGET], [ACTOR, TARGET], False),
        ([ACTOR, NEITHER], [ACTOR, NEITHER], True),
        ([NEITHER], [NEITHER], True),
    ],
)
def test_sides_are_right_where_one_of_each_is(truth, chosen, right):
    assert is_right(_looked(*truth), chosen) is right


@pytest.mark.parametrize(
    ("chosen", "right"),
    [([ACTOR, TARGET], True), ([TARGET, TARGET], True), ([ACTOR, NEITHER], False)],
)
def test_of_what_two_do_together_both_must_be_found(chosen, right):
    assert is_right(_looked(ACTOR, ACTOR, is_reciprocal=True), chosen) is right
