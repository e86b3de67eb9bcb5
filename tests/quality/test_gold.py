"""The gold sentences: every word they quote is there, and no sentence stands in two places."""

import json
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from benchmarks.pin_floors import SENTENCES
from kg.lexicons import load_lexicon
from kg.model import Bound, Certainty, CountKind, CountRelation, EventType, Polarity, Temporality

SPECIFICATION = Path(__file__).parent.parent / "mentions" / "sentences.toml"
ROWS: dict[str, list[dict[str, Any]]] = {
    half: [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    for half, path in SENTENCES.items()
}
ALL = [row for rows in ROWS.values() for row in rows]
CLAIMS = [(row, claim) for row in ALL for claim in row["claims"]]
FIELDS = {
    *("type", "action", "actors", "targets", "polarity", "certainty", "temporality"),
    *("speaker", "place", "counts", "optional"),
}


def phenomenon_of(row: dict[str, Any]) -> str:
    name: str = row["id"].rpartition("-")[0]
    return name


def quoted(claim: dict[str, Any]) -> list[str]:
    both = [claim["speaker"], claim["place"]]
    words = [claim["action"], *claim["actors"], *claim["targets"], *both]
    return [piece for piece in words if piece is not None]


def types_of(claim: dict[str, Any]) -> list[str]:
    return claim["type"] if isinstance(claim["type"], list) else [claim["type"]]


def is_well_formed(claim: dict[str, Any]) -> bool:
    types = types_of(claim)
    return (
        set(claim) - {"country"} == FIELDS
        and set(types) <= set(EventType)
        and len(set(types)) == len(types) in (1, 2)
        and claim["polarity"] in set(Polarity)
        and claim["certainty"] in set(Certainty)
        and claim["temporality"] in set(Temporality)
        and isinstance(claim["optional"], bool)
    )


def is_count(kind: str, value: int, bound: str, relation: str = "total") -> bool:
    known = (set(CountKind), set(Bound), set(CountRelation))
    return value >= 0 and all(n in s for n, s in zip((kind, bound, relation), known, strict=True))


def test_there_are_enough_sentences_of_each_phenomenon() -> None:
    per_half = [Counter(phenomenon_of(row) for row in rows) for rows in ROWS.values()]
    assert len(ALL) >= 400
    assert set(per_half[0]) == set(per_half[1])
    assert len(per_half[0]) >= 30
    assert min((per_half[0] + per_half[1]).values()) >= 10
    assert min(min(counts.values()) for counts in per_half) >= 5


def test_every_quoted_piece_stands_in_its_sentence() -> None:
    missing = [
        (row["id"], piece)
        for row, claim in CLAIMS
        for piece in quoted(claim)
        if not piece.strip() or piece not in row["text"]
    ]
    assert missing == []


def test_ids_and_sentences_are_unique() -> None:
    ids = Counter(row["id"] for row in ALL)
    texts = Counter(row["text"] for row in ALL)
    assert [name for name, n in (ids + texts).items() if n > 1] == []


def test_no_sentence_is_one_of_the_specification() -> None:
    rows = tomllib.loads(SPECIFICATION.read_text(encoding="utf-8"))["sentence"]
    assert {row["text"] for row in ALL} & {row["text"] for row in rows} == set()


def test_values_are_those_of_the_model() -> None:
    assert [row["id"] for row, claim in CLAIMS if not is_well_formed(claim)] == []
    counts = [(row["id"], count) for row, claim in CLAIMS for count in claim["counts"]]
    assert [one for one in counts if not is_count(*one[1])] == []


def test_countries_of_places_are_known() -> None:
    known = set(load_lexicon().world.countries)
    given = {claim["country"] for _, claim in CLAIMS if "country" in claim}
    assert given - known == set()
    assert all(claim["place"] for _, claim in CLAIMS if "country" in claim)


def test_every_event_type_is_told_in_both_halves() -> None:
    for rows in ROWS.values():
        types = {name for row in rows for claim in row["claims"] for name in types_of(claim)}
        assert types == set(EventType)


@pytest.mark.parametrize(("half", "is_named"), [("open", True), ("held", False)])
def test_only_the_open_half_is_scored_by_phenomenon(half: str, is_named: bool) -> None:
    assert {row.get("phenomenon") == phenomenon_of(row) for row in ROWS[half]} == {is_named}
