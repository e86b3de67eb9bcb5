import dataclasses
import json

import pytest

from kg.errors import ScoringError
from kg.model import (
    ActorMention,
    Certainty,
    Claim,
    EventType,
    MadeBy,
    Polarity,
    Span,
    Temporality,
    claim_id,
)
from kg.scoring import read_gold, score_claims

TEXT = "Rebels shelled Qorya on Monday."


def gold_line(**claim):
    full = {
        "type": "ASSAULT",
        "action": "shelled",
        "actors": ["Rebels"],
        "targets": ["Qorya"],
        "polarity": "affirmed",
        "certainty": "certain",
        "temporality": "past",
        "speaker": None,
        "place": None,
        "counts": [],
        "optional": False,
    }
    return {"id": "1", "text": TEXT, "claims": [full | claim]}


def read(tmp_path, *rows):
    path = tmp_path / "gold.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return read_gold(path)


def span(words):
    start = TEXT.index(words)
    return Span(start=start, end=start + len(words), text=words)


def claim(action="shelled", event_type=EventType.ASSAULT, actors=("Rebels",), targets=("Qorya",)):
    def mention(words):
        return ActorMention(span=span(words), name=words)

    return Claim(
        id=claim_id("1", span(action), event_type),
        article_id="1",
        event_type=event_type,
        mode=None,
        contexts=(),
        cameo="180",
        quad=4,
        intensity=-9.0,
        actors=tuple(mention(w) for w in actors),
        targets=tuple(mention(w) for w in targets),
        action=span(action),
        action_lemma=action,
        polarity=Polarity.AFFIRMED,
        certainty=Certainty.CERTAIN,
        temporality=Temporality.PAST,
        attributed_to=None,
        attribution_chain=(),
        place=None,
        time=None,
        counts=(),
        sentence=span(TEXT),
        confidence=0.5,
        made_by=MadeBy(entry="ASSAULT.shell", frame="attack", rule="active"),
    )


@pytest.mark.parametrize(
    ("gold", "predicted", "type_f1", "triple_f1"),
    [
        ({}, [claim()], 1.0, 1.0),
        ({}, [], 0.0, 0.0),
        ({}, [claim(event_type=EventType.COERCE)], 0.0, 0.0),
        ({}, [claim(actors=("Qorya",), targets=("Rebels",))], 1.0, 0.0),
        ({}, [claim(targets=())], 1.0, 0.0),
        ({"type": ["COERCE", "ASSAULT"]}, [claim()], 1.0, 1.0),
        ({}, [claim(), claim(action="Monday", actors=(), targets=())], 2 / 3, 2 / 3),
        ({"optional": True}, [claim()], 0.0, 0.0),
        ({"optional": True}, [], 0.0, 0.0),
        (
            {"type": "CONSULT"},
            [claim(event_type=EventType.CONSULT, actors=("Qorya", "Rebels"), targets=())],
            1.0,
            1.0,
        ),
    ],
    ids=[
        "right",
        "missed",
        "wrong type",
        "swapped",
        "target missing",
        "second of two types",
        "one too many",
        "optional found",
        "optional missed",
        "reciprocal in one slot",
    ],
)
def test_scores(tmp_path, gold, predicted, type_f1, triple_f1):
    scores = score_claims(read(tmp_path, gold_line(**gold)), predicted)
    assert scores.type.f1 == pytest.approx(type_f1)
    assert scores.triple.f1 == pytest.approx(triple_f1)


def test_optional_claims_are_no_errors(tmp_path):
    scores = score_claims(read(tmp_path, gold_line(optional=True)), [claim()])
    assert scores.type.predicted == scores.type.gold == 0


def test_swapped_sides_are_counted(tmp_path):
    scores = score_claims(
        read(tmp_path, gold_line()), [claim(actors=("Qorya",), targets=("Rebels",))]
    )
    assert scores.swapped == 1


def test_meaning_is_compared_of_right_types(tmp_path):
    scores = score_claims(read(tmp_path, gold_line(certainty="possible")), [claim()])
    assert scores.meaning["certainty"] == 0.0
    assert scores.meaning["polarity"] == 1.0


def test_interval_holds_the_score(tmp_path):
    rows = [gold_line() | {"id": str(n)} for n in range(20)]
    scores = score_claims(read(tmp_path, *rows), [claim()])
    low, high = scores.type_interval
    assert low <= scores.type.f1 <= high


@pytest.mark.parametrize(
    "line", ["{", '{"id": "1"}', '{"id": "1", "text": "x", "claims": [{"type": "FIGHT"}]}']
)
def test_bad_gold_names_file_and_line(tmp_path, line):
    path = tmp_path / "gold.jsonl"
    path.write_text(line + "\n", encoding="utf-8")
    with pytest.raises(ScoringError, match=r"gold\.jsonl:1"):
        read_gold(path)


def test_claims_are_scored_by_their_confidence(tmp_path):
    gold = read(tmp_path, gold_line())
    made = [
        dataclasses.replace(claim(), confidence=0.97),
        dataclasses.replace(claim(action="Monday", targets=()), confidence=0.95),
        dataclasses.replace(claim(action="Qorya", actors=(), targets=()), confidence=1.0),
        dataclasses.replace(claim(action="Rebels", actors=(), targets=()), confidence=0.5),
    ]
    bands = score_claims(gold, made).by_confidence
    assert {name: (b.claims, b.type.right, b.triple.right) for name, b in bands.items()} == {
        "0.5": (1, 0, 0),
        "0.9": (3, 1, 1),
    }
