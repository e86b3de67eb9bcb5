"""Lessons about time: which events teach, and what is learned of them."""

import pytest

from tests.mentions.parses import parse
from training.temporality.lessons import Lesson, lessons

SHELLING = "Rebels/NNS/2/nsubj shelled/VBD/0/root/-/shell the/DT/4/det town/NN/2/obj ././2/punct"


class Parsed:
    """Stands for a pipeline: gives each text the parse made by hand."""

    def pipe(self, pairs, **_):
        for _, context in pairs:
            yield parse(SHELLING), context


def _lessons(**more):
    claim = {"type": "ASSAULT", "action": "shelled", "temporality": "historical"} | more
    row = {"id": "11", "text": parse(SHELLING).text, "claims": [claim]}
    return list(lessons([row], Parsed()))


def test_an_event_teaches_when_it_was():
    (one,) = _lessons()
    assert (one.line, one.told, one.truth) == (11, "past", "historical")
    assert "form VBD" in one.features


@pytest.mark.parametrize("other", [{"type": "CONSULT"}, {"action": "town"}])
def test_claims_of_another_event_teach_nothing(other):
    assert _lessons(**other) == []


def _lesson(feature, truth):
    return Lesson(line=1, features=("any", feature), told="past", truth=truth)


def test_weights_are_those_of_what_was_seen_with_each_time(tmp_path):
    pytest.importorskip("sklearn")
    from training.temporality.learn import LEARNER, learn

    times = ("past", "present", "future", "historical")
    weights = learn([_lesson(f"seen {time}", time) for time in times for _ in range(5)], 1.0)
    present, future, historical = weights["seen future"]
    assert future > 0 > max(present, historical) - future
    LEARNER.write(weights, tmp_path / "weights.tsv")
    lines = (tmp_path / "weights.tsv").read_text(encoding="utf-8").splitlines()
    table = [line.split("\t") for line in lines if not line.startswith("#")]
    assert table[0] == ["feature", "present", "future", "historical"]
    assert {len(row) for row in table} == {4}
