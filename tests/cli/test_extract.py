"""`kg extract`: the interface that other programs and scorers count on, to the letter."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.lexicons import load_lexicon
from kg.model import (
    Bound,
    CountKind,
    CountRelation,
    EventType,
    Sector,
    Span,
    article_id,
    claim_id,
)
from tests.corpus import ROOT
from tests.terminal import Outcome, kg_apart, kg_here

pytestmark = pytest.mark.pipeline

KEYS = (  # of a claim, in their order
    *("id", "article_id", "event_id", "event_type", "mode", "contexts", "cameo", "quad"),
    *("intensity", "actors", "targets", "action", "place", "time", "polarity", "certainty"),
    *("temporality", "attributed_to", "attribution_chain", "counts", "sentence", "confidence"),
    "made_by",
)
INNER_KEYS = {  # of what stands within a claim; others may follow, never come between
    "actors": ("actor_id", "name", "text", "start", "end", "country", "sector"),
    "targets": ("actor_id", "name", "text", "start", "end", "country", "sector"),
    "action": ("text", "lemma", "start", "end"),
    "place": (
        *("name", "text", "start", "end", "latitude", "longitude", "country", "geonames_id"),
        "precision",
    ),
    "time": ("text", "earliest", "latest", "precision"),
    "attributed_to": ("actor_id", "name", "text", "start", "end"),
    "attribution_chain": ("actor_id", "name", "text", "start", "end"),
    "counts": ("kind", "value", "bound", "relation", "of", "text", "start", "end"),
    "sentence": ("start", "end"),
    "made_by": ("entry", "frame", "rule"),
}
RICH = (
    "President Volodymyr Zelenskiy said that Russian missiles had killed at least 12 people in"
    " Kharkiv on Friday. Fighters of the Rapid Support Forces attacked soldiers in El"
    " Fasher. Russia denied that its forces had shelled the city. Turkish officials said Erdogan"
    " had told Hamas that Israel could attack Rafah next week."
)
PLAIN = "Rebels shelled the town of Harim on Friday."
TEXTS = {
    "plain": PLAIN,
    "carriage returns": f"HARIM\r\n\r\n{PLAIN}\r\nTroops killed two men.\r\n",
    "no-break spaces": PLAIN.replace(" ", "\u00a0"),
    "narrow and wide spaces": f"\u2003{PLAIN} Troops killed 2\u202f000 men.",
    "emoji before": f"\U0001f6a8\U0001f468\u200d\U0001f469\u200d\U0001f467 {PLAIN}",
    "tabs": f"\t{PLAIN}\tTroops\tkilled\ttwo\tmen.",
    "leading and trailing spaces": f"   \n  {PLAIN}  \n\n\n\n ",
    "accents decomposed": f"Jose\u0301 Nu\u0301n\u0303ez denounced the attack. {PLAIN}",
    "lines of boilerplate": f"READ MORE\n{PLAIN}\nClick here to subscribe\nTroops killed two men.",
    "marks without width": f"\ufeff{PLAIN} Troops\u200b killed two\u00ad men\u202e.",
    "controls": f"\x1b[31m{PLAIN}\x07 Troops killed two men.\x0b\x0c",
    "line separators": f"{PLAIN}\u2028Troops killed two men.\u2029\u0085Police detained a man.",
    "beyond the basic plane": f"\U00010400\U0001f525 {PLAIN} \U0001f4a5",
}


def line(**fields: Any) -> bytes:
    return json.dumps(fields).encode() + b"\n"


def claims_of(outcome: Outcome) -> list[dict[str, Any]]:
    assert outcome.exit_code == 0, outcome.stderr
    return [json.loads(row) for row in outcome.stdout.splitlines()]


def extract(*texts: str, **fields: Any) -> list[dict[str, Any]]:
    rows = (line(id=str(number), text=text, **fields) for number, text in enumerate(texts))
    return claims_of(kg_here("extract", stdin=b"".join(rows)))


def spans_in(value: Any) -> Iterator[dict[str, Any]]:
    """Yield whatever gives a start and an end, at any depth."""
    if isinstance(value, list):
        for item in value:
            yield from spans_in(item)
    elif isinstance(value, dict):
        if "start" in value:
            yield value
        for item in value.values():
            yield from spans_in(item)


@pytest.fixture(scope="module")
def rich() -> list[dict[str, Any]]:
    return extract(RICH, published="2024-03-08")


# --- the record ----------------------------------------------------------------------------------


def test_keys_stand_in_their_order(rich: list[dict[str, Any]]) -> None:
    assert len(rich) >= 4
    assert {tuple(claim) for claim in rich} == {KEYS}


@pytest.mark.parametrize("field", INNER_KEYS)
def test_inner_keys_stand_in_their_order(field: str, rich: list[dict[str, Any]]) -> None:
    values = [claim[field] for claim in rich if claim[field]]
    records = [r for value in values for r in (value if isinstance(value, list) else [value])]
    assert records, f"the sample has no {field}"
    wanted = INNER_KEYS[field]
    assert {tuple(record)[: len(wanted)] for record in records} == {wanted}


def test_ids_are_the_hash_of_article_action_and_type(rich: list[dict[str, Any]]) -> None:
    for claim in rich:
        action = claim["action"]
        span = Span(start=action["start"], end=action["end"], text=action["text"])
        assert re.fullmatch(r"c-[0-9a-f]{16}", claim["id"])
        assert claim["id"] == claim_id("0", span, EventType(claim["event_type"]))


def test_values_are_within_their_ranges(rich: list[dict[str, Any]]) -> None:
    for claim in rich:
        assert claim["event_id"] is None
        assert claim["event_type"] in list(EventType)
        assert re.fullmatch(r"\d{2,4}", claim["cameo"])
        assert claim["quad"] in (1, 2, 3, 4)
        assert -10 <= claim["intensity"] <= 10
        assert claim["polarity"] in ("affirmed", "denied")
        assert claim["certainty"] in ("certain", "probable", "possible")
        assert claim["temporality"] in ("past", "present", "future", "historical")
        assert 0 <= claim["confidence"] <= 1
        assert all(isinstance(context, str) for context in claim["contexts"])


def test_actors_are_known_to_the_lexicon_or_have_no_id(rich: list[dict[str, Any]]) -> None:
    known = load_lexicon().world.actors
    mentions = [m for claim in rich for m in (*claim["actors"], *claim["targets"])]
    ids = {mention["actor_id"] for mention in mentions}
    assert ids - {None} <= set(known)
    assert len(ids) > 1
    assert None in ids
    for mention in mentions:
        assert mention["country"] is None or re.fullmatch(r"[A-Z]{3}", mention["country"])
        assert mention["sector"] is None or mention["sector"] in list(Sector)


def test_times_and_counts_are_within_their_ranges(rich: list[dict[str, Any]]) -> None:
    for claim in rich:
        if claim["time"]:
            first, last = (date.fromisoformat(claim["time"][k]) for k in ("earliest", "latest"))
            assert first <= last
            assert claim["time"]["precision"] in ("day", "week", "month", "year", "range")
        for count in claim["counts"]:
            assert count["kind"] in list(CountKind)
            assert count["value"] >= 0
            assert count["bound"] in list(Bound)
            assert count["relation"] in list(CountRelation)


def test_what_the_sample_asserts_is_found(rich: list[dict[str, Any]]) -> None:
    """The other tests would pass on claims that say nothing."""
    (killing,) = (claim for claim in rich if claim["counts"])
    assert killing["event_type"] == "ASSAULT"
    assert (killing["counts"][0]["kind"], killing["counts"][0]["value"]) == ("killed", 12)
    assert killing["counts"][0]["bound"] == "at_least"
    assert killing["attributed_to"]["actor_id"] == "volodymyr-zelenskiy"
    assert killing["place"]["country"] == "UKR"
    assert killing["time"]["earliest"] == "2024-03-08"
    assert [claim for claim in rich if claim["polarity"] == "denied"]


# --- offsets -------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", TEXTS)
def test_offsets_count_characters_of_the_text_as_given(name: str) -> None:
    text = TEXTS[name]
    claims = extract(text)
    assert [claim for claim in claims if claim["event_type"] == "ASSAULT"]
    for claim in claims:
        for span in spans_in(claim):
            assert 0 <= span["start"] < span["end"] <= len(text)
            assert text[span["start"] : span["end"]] == span["text"]


@settings(deadline=None, max_examples=25)
@given(
    st.lists(
        st.one_of(
            st.sampled_from(list(TEXTS.values())),
            st.text(st.characters(exclude_categories=("Cs",)), max_size=20),
        ),
        max_size=4,
    ).map("".join)
)
def test_offsets_hold_whatever_stands_around(text: str) -> None:
    for claim in extract(text):
        for span in spans_in(claim):
            assert text[span["start"] : span["end"]] == span["text"]


def test_raw_and_escaped_characters_are_the_same_text() -> None:
    row = {"id": "1", "text": f"\U0001f525 Jose\u0301 fled. {PLAIN}"}
    raw, escaped = (json.dumps(row, ensure_ascii=ascii_only).encode() for ascii_only in (0, 1))
    assert kg_here("extract", stdin=raw) == kg_here("extract", stdin=escaped)


# --- articles ------------------------------------------------------------------------------------


def test_articles_keep_their_order_and_ids() -> None:
    ids = ["b", "a", "10", "2", "a", "", "b"]
    rows = b"".join(line(id=i, text=PLAIN) for i in ids)
    given = [i or article_id_of(PLAIN) for i in ids]
    assert [c["article_id"] for c in claims_of(kg_here("extract", stdin=rows))] == given


def article_id_of(text: str) -> str:
    return article_id(source=None, url=None, published=None, title=None, text=text)


def test_article_without_id_gets_that_of_its_content() -> None:
    (claim,) = claims_of(kg_here("extract", stdin=line(text=PLAIN)))
    assert claim["article_id"] == article_id_of(PLAIN)


def test_number_as_id_is_written_as_text() -> None:
    (claim,) = claims_of(kg_here("extract", stdin=line(id=7, text=PLAIN)))
    assert claim["article_id"] == "7"


@pytest.mark.parametrize(
    "given_id",
    [
        "https://wire.example/a?b=c#d",
        "a\u00e9\U0001f525",
        "a  b",
        "e\u0301",
    ],
)
def test_id_is_kept_as_given(given_id: str) -> None:
    (claim,) = claims_of(kg_here("extract", stdin=line(id=given_id, text=PLAIN)))
    assert claim["article_id"] == given_id


def test_claims_of_an_article_follow_its_text(rich: list[dict[str, Any]]) -> None:
    starts = [(claim["action"]["start"], claim["action"]["end"]) for claim in rich]
    assert starts == sorted(starts)


def test_day_of_publication_dates_what_happened() -> None:
    (dated,), (undated,) = extract(PLAIN, published="2024-03-08"), extract(PLAIN)
    assert dated["time"]["earliest"] == dated["time"]["latest"] == "2024-03-08"
    assert undated["time"] is None


def test_text_in_another_language_is_no_reason_to_fail() -> None:
    extract("Повстанцы обстреляли город в пятницу.", "叛军周五炮击了该镇。")


# --- streams -------------------------------------------------------------------------------------

BROKEN = b"".join(
    (
        b'{"id": "1", "text": "' + PLAIN.encode() + b'"}\n',
        b"{\n",
        b"\n",
        b"[1, 2]\n",
        b'{"id": "2"}\n',
        b'{"id": "3", "text": ""}\n',
        b'{"id": "4", "text": 5}\n',
        b'"text"\n',
        b"\xff\xfe\x00\n",
        b'{"id": "5", "text": "' + PLAIN.encode() + b'"}',
    )
)


@pytest.mark.slow
def test_bad_lines_are_skipped_with_a_note_beside_the_claims() -> None:
    outcome = kg_apart("extract", stdin=BROKEN)
    assert [claim["article_id"] for claim in claims_of(outcome)] == ["1", "5"]
    notes = outcome.stderr.splitlines()
    assert notes
    assert all(note.startswith("skipped: ") for note in notes)
    assert "broken JSON" in outcome.stderr
    assert "stdin:2" in outcome.stderr


@pytest.mark.parametrize("stdin", [b"", b"\n\n", b"\xef\xbb\xbf"], ids=["empty", "blank", "mark"])
def test_nothing_in_is_nothing_out(stdin: bytes) -> None:
    assert kg_here("extract", stdin=stdin) == Outcome(exit_code=0, stdout="", stderr="")


def test_article_without_events_is_nothing_out() -> None:
    stdin = line(id="1", text="The weather was fine.")
    assert kg_here("extract", stdin=stdin) == Outcome(exit_code=0, stdout="", stderr="")


def test_controls_of_a_text_are_escaped_in_the_output() -> None:
    outcome = kg_here("extract", stdin=line(id="\x1b[2J", text=TEXTS["controls"]))
    assert "\x1b" not in outcome.stdout
    assert "\\u001b" in outcome.stdout


def test_eight_bit_controls_of_a_text_are_escaped_in_the_output() -> None:
    outcome = kg_here("extract", stdin=line(id="1", text=f"{PLAIN[:-1]}\x9b31m\u202e."))
    assert not re.search("[\x7f-\x9f\u202a-\u202e]", outcome.stdout)


@pytest.mark.slow
def test_reader_that_stops_early_is_no_fault() -> None:
    """`kg extract | head -1` ends without a word on standard error."""
    with subprocess.Popen(
        [sys.executable, "-m", "kg", "extract"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        process.stdin.write(line(id="1", text=PLAIN))
        process.stdin.close()
        assert process.stderr.read() == b""


def test_lexicon_of_the_project_is_used(tmp_path: Path) -> None:
    lexicon = tmp_path / "actors.tsv"
    header = ("alias", "actor_id", "name", "kind", "country", "sector", "since", "until")
    row = ("Harim Shield", "harim-shield", "Harim Shield", "armed group", "SYR", "REB", "", "")
    lexicon.write_text("\t".join(header) + "\n" + "\t".join(row) + "\n", encoding="utf-8")
    stdin = line(id="1", text=f"Fighters of the Harim Shield shelled{PLAIN[14:]}")
    (claim,) = claims_of(kg_here("extract", "--lexicon", lexicon, stdin=stdin))
    assert claim["actors"][0]["actor_id"] == "harim-shield"
