"""Gold chains: rows read, phrases labelled, labels scored; all of it made up."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from kg.errors import ScoringError
from kg.model import ActorLink, EventLink, Head
from kg.scoring import (
    ChainedArticle,
    ChainKind,
    Share,
    label_found,
    label_given,
    read_chains,
    score_coreference,
)
from tests.scoring.test_claim_scores import claim

FERRY = "The ferry Olga sank off Tarsk ; 40 drowned ."
AGAIN = "Off Tarsk the Olga sank with 40 aboard ."
VOTE = "Lumeria voted for Petrel ."


def mention(kind: str, chain: str, *tokens: int) -> dict[str, Any]:
    return {"kind": kind, "tag": "", "tokens": list(tokens), "chain": chain}


def row(doc: str, topic: str, text: str, *mentions: dict[str, Any]) -> dict[str, Any]:
    lines = text.split("\n")
    tokens = [[number, word] for number, line in enumerate(lines) for word in line.split()]
    return {"doc": doc, "topic": topic, "tokens": tokens, "mentions": list(mentions)}


ROWS = (
    row("a", "1", FERRY, mention("event", "sinking", 3), mention("participant", "ferry", 1, 2)),
    row("b", "1", AGAIN, mention("event", "sinking", 4), mention("participant", "ferry", 3)),
    row("c", "2", VOTE, mention("event", "vote", 1)),
)


def read(tmp_path: Path, *rows: Any) -> tuple[ChainedArticle, ...]:
    path = tmp_path / "gold.jsonl"
    path.write_text("".join(json.dumps(one) + "\n" for one in rows), encoding="utf-8")
    return read_chains(path)


TEXTS = {
    "marks stand at their words": ("He said : yes , ( no ) .", "He said: yes, (no)."),
    "quotes": ("`` Go , '' he said .", '"Go," he said.'),
    "endings": ("Olga 's crew did n't . We 're here .", "Olga's crew didn't. We're here."),
    "a line a sentence": ("It sank .\nNobody saw it .", "It sank.\nNobody saw it."),
    "no words": ("", ""),
}


@pytest.mark.parametrize(("tokens", "text"), TEXTS.values(), ids=TEXTS)
def test_text_is_made_of_tokens(tokens: str, text: str, tmp_path: Path) -> None:
    (one,) = read(tmp_path, row("a", "1", tokens))
    assert one.article.text == text


def test_spans_slice_the_text(tmp_path: Path) -> None:
    quoted = row("a", "1", "`` It sank , '' he said .", mention("event", "x", 2, 4, 6))
    (one,) = read(tmp_path, quoted)
    (phrase,) = one.phrases
    assert [span.text for span in phrase.spans] == ["sank", '"', "said"]
    assert all(one.article.text[s.start : s.end] == s.text for s in phrase.spans)


def test_address_is_no_part_of_the_text(tmp_path: Path) -> None:
    web = row("a", "1", f"http : / / news.example\n{VOTE}", mention("event", "vote", 6))
    (one,) = read(tmp_path, web)
    assert one.article.url == "http://news.example"
    assert one.article.text == "Lumeria voted for Petrel."
    assert one.phrases[0].spans[0].text == "voted"


def test_times_and_places_are_left_out(tmp_path: Path) -> None:
    kept = mention("event", "vote", 1)
    (one,) = read(tmp_path, row("a", "1", VOTE, mention("place", "x", 0), kept))
    assert [phrase.kind for phrase in one.phrases] == [ChainKind.EVENT]


@pytest.mark.parametrize(
    "bad",
    [
        {"doc": "a", "topic": "1"},
        row("a", "1", VOTE, mention("event", "x", 99)),
        row("a", "1", VOTE, {"kind": "event"}),
        row("a", "1", f"http : / /\n{VOTE}", mention("event", "x", 0)),
        [],
    ],
    ids=["no tokens", "token beyond the text", "no chain", "token of the address", "no row"],
)
def test_bad_row_names_file_and_line(bad: Any, tmp_path: Path) -> None:
    with pytest.raises(ScoringError, match=r"gold\.jsonl:1: no gold chains"):
        read(tmp_path, bad)


def head(article_id: str, word: str, **changes: Any) -> Head:
    return Head(**{"article_id": article_id, "sentence": 0, "word": word, "lemma": word} | changes)


def test_given_phrases_are_labelled_within_threads(tmp_path: Path) -> None:
    gold = read(tmp_path, *ROWS)
    heads = {
        "a": (head("a", "sank", lemma="sink"), head("a", "olga")),
        "b": (head("b", "sank", lemma="sink"), head("b", "olga")),
        "c": (head("c", "voted", lemma="sink"),),
    }
    words = ("sank", "sink", "olga", "voted")
    labels = label_given(gold, heads, dict.fromkeys(words, np.zeros(2, dtype=np.float32)))
    events, parties = labels[ChainKind.EVENT], labels[ChainKind.PARTICIPANT]
    assert events["a", 0] == events["b", 0] != events["c", 0]
    assert parties["a", 1] == parties["b", 1]


def test_phrase_without_a_head_is_alone(tmp_path: Path) -> None:
    gold = read(tmp_path, *ROWS)
    labels = label_given(gold, {"a": (None, None), "b": (None, None), "c": (None,)}, {})
    assert labels == {ChainKind.EVENT: {}, ChainKind.PARTICIPANT: {}}
    scores = score_coreference(gold, {"given": labels})
    assert scores.phrases_found["given, events"] == Share(right=0, of=3)
    assert scores.event_chains["given, across topics"].b_cubed.precision == 1.0


def test_what_was_read_labels_the_phrases_that_it_overlaps(tmp_path: Path) -> None:
    (one,) = read(
        tmp_path,
        row(
            *("1", "1", "Rebels shelled Qorya on Monday ."),
            mention("event", "shelling", 1),
            mention("participant", "rebels", 0),
            mention("participant", "monday", 4),
        ),
    )
    made = claim()
    links = [EventLink(claim_id=made.id, event_id="e-1")]
    actors = [
        ActorLink(article_id="1", start=0, end=14, actor_id="x-2", rule="noun"),
        ActorLink(article_id="1", start=0, end=6, actor_id="x-1", rule="noun"),
    ]
    labels = label_found([one], [made], links, actors)
    assert labels[ChainKind.EVENT] == {("1", 0): "e-1"}
    assert labels[ChainKind.PARTICIPANT] == {("1", 1): "x-1"}


def test_within_topics_no_label_reaches_into_another(tmp_path: Path) -> None:
    gold = read(tmp_path, *ROWS)
    items = {("a", 0): "x", ("b", 0): "x", ("c", 0): "x"}
    labels = {ChainKind.EVENT: items, ChainKind.PARTICIPANT: {("a", 1): "y", ("b", 1): "y"}}
    scores = score_coreference(gold, {"given": labels})
    assert scores.articles == 3
    assert scores.phrases_found["given, participants"] == Share(right=2, of=2)
    assert scores.event_chains["given, within topics"].conll == pytest.approx(1.0)
    assert scores.event_chains["given, across topics"].muc.precision == pytest.approx(0.5)
    assert scores.participant_chains["given, across topics"].conll == pytest.approx(1.0)
