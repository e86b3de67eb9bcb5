"""How claims are meant: values weighed alike, what is asked only where gold states it."""

import json
from pathlib import Path
from typing import Any

import pytest

from kg.scoring import ClaimScores, Share, read_gold, score_claims
from kg.scoring.ratios import macro_f1
from tests.scoring.test_claim_scores import claim, gold_line


def scores_of(tmp_path: Path, found: list[Any], **gold: Any) -> ClaimScores:
    row = gold_line(**gold)
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(row | {"phenomenon": "active"}) + "\n", encoding="utf-8")
    return score_claims(read_gold(path), found)


@pytest.mark.parametrize(
    ("pairs", "score"),
    [
        ([], 0.0),
        ([("a", "a")], 1.0),
        ([("a", "a"), ("b", "b")], 1.0),
        ([("a", "a"), ("a", "a"), ("b", "a")], 0.4),
        ([("a", "b")], 0.0),
    ],
    ids=["nothing", "one value", "all right", "rare value missed", "value that gold lacks"],
)
def test_values_weigh_alike(pairs: list[tuple[str, str]], score: float) -> None:
    assert macro_f1(pairs) == pytest.approx(score)


def test_macro_f1_is_given_for_closed_sets(tmp_path: Path) -> None:
    scores = scores_of(tmp_path, [claim()], temporality="future")
    assert scores.macro_f1 == {"polarity": 1.0, "certainty": 1.0, "temporality": 0.0}


@pytest.mark.parametrize(
    ("gold", "name", "share"),
    [
        ({"speaker": "police"}, "speaker", Share(right=0, of=1)),
        ({}, "speaker", Share(right=0, of=0)),
        ({"place": "Qorya", "country": "SYR"}, "country", Share(right=0, of=1)),
        ({"counts": [["killed", 3, "at_least"]]}, "tolls", Share(right=0, of=1)),
        ({}, "direction", Share(right=1, of=1)),
        ({"targets": []}, "direction", Share(right=0, of=0)),
        ({"actors": ["Qorya"], "targets": ["Rebels"]}, "direction", Share(right=0, of=1)),
    ],
    ids=["speaker", "no speaker", "country", "toll", "straight", "one side", "crossed"],
)
def test_only_what_gold_states_is_asked(
    gold: dict[str, Any], name: str, share: Share, tmp_path: Path
) -> None:
    assert scores_of(tmp_path, [claim()], **gold).stated[name] == share


def test_phenomena_are_scored_apart(tmp_path: Path) -> None:
    active = scores_of(tmp_path, [claim()]).by_phenomenon["active"]
    assert (active.sentences, active.type.right, active.triple.right) == (1, 1, 1)
    assert active.meaning["polarity"] == Share(right=1, of=1)


def test_gold_without_phenomena_gives_totals_alone(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(gold_line()) + "\n", encoding="utf-8")
    assert score_claims(read_gold(path), [claim()]).by_phenomenon == {}


def test_relation_of_a_count_is_for_readers(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    row = gold_line(counts=[["killed", 2, "exactly", "part_of"]])
    path.write_text(json.dumps(row) + "\n", encoding="utf-8")
    assert read_gold(path)[0].claims[0].counts == (("killed", 2, "exactly"),)
