"""`kg score`: a gold file in, figures out, for people and for programs."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.terminal import kg_here

pytestmark = pytest.mark.pipeline

TEXT = "Rebels shelled the town of Harim on Friday."
CLAIM = {
    "type": "ASSAULT",
    "action": "shelled",
    "actors": ["Rebels"],
    "targets": ["town of Harim"],
    "polarity": "affirmed",
    "certainty": "certain",
    "temporality": "past",
    "speaker": None,
    "place": None,
    "counts": [],
    "optional": False,
}


def write(path: Path, *rows: Any) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    rows = [{"id": "a", "text": TEXT}, {"id": "b", "text": f"It rained. {TEXT}"}]
    write(folder / "rows.jsonl", *rows)
    return folder


def figures(*arguments: object) -> Any:
    outcome = kg_here("score", *arguments, "--json")
    assert outcome.exit_code == 0, outcome.stderr
    return json.loads(outcome.stdout)


def test_gold_of_other_coders_can_be_scored_in_their_convention(tmp_path: Path) -> None:
    relation = {"source": "Russia", "target": "Georgia", "root": "AGREE"}
    text = "Russia will withdraw its troops from Georgia next week."
    row = {"key": "a", "sentence": text, "plv": [relation], "cameo_class": 1}
    gold = write(tmp_path / "gold.jsonl", row)
    assert figures(gold)["root_found"]["right"] == 0
    assert figures(gold, "--convention", "cameo")["relation_found"]["right"] == 1


def test_unknown_convention_ends_with_those_that_exist(tmp_path: Path) -> None:
    gold = write(tmp_path / "gold.jsonl", {"id": "1", "text": TEXT, "claims": [CLAIM]})
    outcome = kg_here("score", gold, "--convention", "icews")
    assert outcome.exit_code == 1
    assert "use one of plover, cameo" in outcome.stderr


def test_gold_of_single_sentences_brings_its_texts(tmp_path: Path) -> None:
    gold = write(tmp_path / "gold.jsonl", {"id": "1", "text": TEXT, "claims": [CLAIM]})
    scores = figures(gold)
    assert scores["sentences"] == 1
    assert scores["type"]["f1"] == scores["triple"]["f1"] == 1.0
    assert set(scores["meaning"]) == {
        *("polarity", "certainty", "temporality", "speaker", "place", "counts")
    }


def test_gold_of_articles_is_read_with_the_articles_beside_it(
    articles: Path, tmp_path: Path
) -> None:
    rows = [
        {"article": "b", "start": 0, "text": "It rained.", "claims": []},
        {"article": "b", "start": 11, "text": TEXT, "claims": [CLAIM]},
    ]
    gold = write(tmp_path / "gold.jsonl", *rows)
    scores = figures(gold)
    assert (scores["sentences"], scores["type"]["gold"], scores["type"]["right"]) == (2, 1, 1)
    elsewhere = write(tmp_path / "articles" / "moved.jsonl", *rows)
    assert figures(elsewhere, "--articles", articles / "rows.jsonl") == scores


def test_gold_of_merging_is_known_by_its_lines(articles: Path, tmp_path: Path) -> None:
    rows = [
        {
            "event": "e1",
            "claims": [{"article": "a", "action_start": 7}, {"article": "b", "action_start": 18}],
        },
        {"actor": "rebels", "mentions": [{"article": "a", "start": 0}]},
    ]
    scores = figures(write(tmp_path / "gold.jsonl", *rows))
    assert scores["events"]["items_found"] == scores["events"]["gold_items"] == 2
    assert scores["actors"]["f1"] == 1.0


def test_figures_are_shown_to_people(tmp_path: Path) -> None:
    gold = write(tmp_path / "gold.jsonl", {"id": "1", "text": TEXT, "claims": [CLAIM]})
    lines = kg_here("score", gold).stdout.splitlines()
    assert any(line.split()[:3] == ["type", "p", "1.0"] for line in lines)
    assert any(line.split()[:2] == ["meaning", "polarity"] for line in lines)
    assert any(line.split()[:2] == ["by_type", "ASSAULT"] for line in lines)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ("nowhere.jsonl", "nowhere.jsonl: cannot be read"),
        (".", "cannot be read"),
        ("bytes.jsonl", "cannot be read"),
        ("bad.jsonl", "bad.jsonl:2: no gold sentence"),
        ("good.jsonl --articles nowhere", "nowhere: no such file or folder"),
    ],
)
def test_wrong_call_says_what_is_wrong(
    arguments: str, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    row = {"article": "a", "start": 3, "text": TEXT, "claims": []}
    write(tmp_path / "good.jsonl", row)
    write(tmp_path / "bad.jsonl", row, {"text": TEXT})
    (tmp_path / "bytes.jsonl").write_bytes(b"\xff\xfe\xff")
    outcome = kg_here("score", *arguments.split())
    assert (outcome.exit_code, outcome.stdout) == (1, "")
    assert words in outcome.stderr


OTHERS = {
    "relation_found": {
        "key": "1",
        "sentence": TEXT,
        "cameo_class": 4,
        "plv": [{"source": "Rebels", "target": "Harim", "root": "ASSAULT"}],
    },
    "marked": {
        "round": 1,
        "sentence": TEXT,
        "coders": [{"relevant": "True", "spans": [["Source-1", 0, 6, "Rebels"]]}],
    },
    "macro_f1": {"text": TEXT, "targets": [{"span1": [1, 2], "label": 3.0}]},
    "located": {"id": "1", "text": TEXT, "toponyms": []},
    "event_chains": {
        "doc": "1",
        "topic": "1",
        "tokens": [[0, word] for word in TEXT.split()],
        "mentions": [
            {"kind": "event", "tokens": [1], "chain": "shelling"},
            {"kind": "participant", "tokens": [0], "chain": "rebels"},
        ],
    },
}


@pytest.mark.parametrize("figure", OTHERS)
def test_gold_of_others_is_known_by_its_keys(figure: str, tmp_path: Path) -> None:
    gold = write(tmp_path / "gold.jsonl", OTHERS[figure])
    assert figure in figures(gold)
    assert any(line.split()[0] == figure for line in kg_here("score", gold).stdout.splitlines())


def test_phenomena_are_shown_as_a_table(tmp_path: Path) -> None:
    row = {"id": "1", "phenomenon": "active", "text": TEXT, "claims": [CLAIM]}
    lines = kg_here("score", write(tmp_path / "gold.jsonl", row)).stdout.splitlines()
    assert lines[-2].split()[:3] == ["phenomenon", "sentences", "gold"]
    assert lines[-1].split()[:6] == ["active", "1", "1", "1", "1", "1"]
