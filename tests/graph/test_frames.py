"""The tables: their columns, types, and every cell of chosen rows."""

import re

import pandas as pd
import pytest

from kg.graph import KnowledgeGraph
from kg.graph.frames import ACTOR_COLUMNS, ARTICLE_COLUMNS, CLAIM_COLUMNS, EVENT_COLUMNS
from kg.graph.frames.cells import joined
from kg.model import Resolution
from tests.samples import FORMULA, sample_claim, sample_graph

EVENTS_CSV = re.findall(
    r"\w+",
    "event_id, status, event_type, mode, contexts, quad, intensity, cameo, actor_ids, actors,"
    " actor_countries, actor_sectors, target_ids, targets, target_countries, target_sectors,"
    " date_earliest, date_latest, date_precision, place, country, latitude, longitude,"
    " place_precision, killed_low, killed_best, killed_high, injured_low, injured_best,"
    " injured_high, articles, sources, stories, first_published, sentence, url, confidence",
)
ACTORS_CSV = re.findall(
    r"\w+",
    "actor_id, name, kind, country, sector, aliases, wikidata, events_as_actor, events_as_target,"
    " articles",
)
TABLES = {
    "articles": ARTICLE_COLUMNS,
    "claims": CLAIM_COLUMNS,
    "actors": ACTOR_COLUMNS,
    "events": EVENT_COLUMNS,
}


def row_of(frame, key, value):
    (row,) = frame[frame[key] == value].to_dict("records")
    return {name: None if pd.isna(cell) else cell for name, cell in row.items()}


def event_row(article_id, action):
    claim_id = sample_claim(article_id, action).id
    return row_of(sample_graph().events, "event_id", sample_graph().event_of(claim_id))


def test_columns_are_the_public_ones():
    assert list(EVENT_COLUMNS) == EVENTS_CSV
    assert list(ACTOR_COLUMNS) == ACTORS_CSV


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("is_empty", [False, True], ids=["sample", "empty"])
def test_tables_have_their_columns_and_types_even_when_empty(table, is_empty):
    empty = KnowledgeGraph(articles=(), claims=(), resolution=Resolution())
    graph = empty if is_empty else sample_graph()
    frame = getattr(graph, table)
    assert {name: str(dtype) for name, dtype in frame.dtypes.items()} == dict(TABLES[table])
    assert list(frame.columns) == list(TABLES[table])
    assert len(frame) == len(getattr(graph.records, table))


def test_event_row_of_a_strike_with_two_tolls_and_a_denial():
    row = event_row("a-herald-1", "killed")
    ids = row.pop("event_id"), row.pop("target_ids")
    assert ids[0].startswith("e-")
    assert [id_[:2] for id_ in ids[1].split(";")] == ["x-", "x-"]
    assert row == {
        "status": "disputed",
        "event_type": "ASSAULT",
        "mode": "aerial",
        "contexts": "military",
        "quad": 4,
        "intensity": -9.5,
        "cameo": "195",
        "actor_ids": "xno-air-force",
        "actors": "Norland Air Force",
        "actor_countries": "XNO",
        "actor_sectors": "MIL",
        "targets": "people;civilians",
        "target_countries": "XSU;XSU",
        "target_sectors": "CVL;CVL",
        "date_earliest": "2024-03-04",
        "date_latest": "2024-03-04",
        "date_precision": "day",
        "place": "Kessa",
        "country": "XSU",
        "latitude": 31.5,
        "longitude": 41.25,
        "place_precision": "city",
        "killed_low": 9,
        "killed_best": 9,
        "killed_high": 12,
        "injured_low": None,
        "injured_best": None,
        "injured_high": None,
        "articles": 3,
        "sources": 3,
        "stories": 2,
        "first_published": "2024-03-05",
        "sentence": "An air strike by Norland's air force killed at least 12 civilians in Kessa on "
        "Monday, the health ministry of Sudria said.",
        "url": "https://news.example/a-herald-1?q=1&x=%22",
        "confidence": 0.98,
    }


def test_what_is_not_known_is_missing():
    row = event_row("a-hostile", "seized")
    absent = ("place", "latitude", "date_earliest", "date_precision", "first_published", "url")
    assert all(row[name] is None for name in (*absent, "actor_countries", "killed_best"))


def test_texts_stay_as_they_are():
    assert event_row("a-hostile", "attacked")["targets"] == FORMULA


def test_claim_row_holds_words_and_merged_ids():
    claim = sample_claim("a-wire-1", "struck")
    row = row_of(sample_graph().claims, "claim_id", claim.id)
    assert row["actor_ids"] == "xno-mil"
    assert row["actors"] == "Norland warplanes"
    assert row["counts"] == "killed exactly 9;killed exactly 2 part_of"
    assert (row["attributed_to"], row["polarity"], row["entry"]) == (
        "witnesses",
        "affirmed",
        "ASSAULT.strike",
    )


def test_candidates_are_not_counted_as_deeds():
    row = row_of(sample_graph().actors, "actor_id", "xno")
    assert (row["events_as_actor"], row["events_as_target"], row["articles"]) == (2, 0, 3)
    assert row["aliases"] == "Norland"


def test_article_row_names_its_story():
    rows = sample_graph().articles.set_index("article_id")
    assert rows.story_id["a-wire-1"] == rows.story_id["a-post-1"] != rows.story_id["a-wire-2"]
    assert rows.claims["a-herald-1"] == 3
    assert pd.isna(rows.source["a-hostile"])


@pytest.mark.parametrize(
    ("values", "cell"),
    [([], None), ([None], None), (["a"], "a"), (["a", None], "a;"), (["a;b", "c"], "a,b;c")],
)
def test_cell_of_several_values(values, cell):
    assert joined(values) == cell


def test_sentence_of_several_lines_is_one_line_in_tables():
    assert not sample_graph().events.sentence.str.contains("\n").any()
