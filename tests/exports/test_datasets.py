"""Our events in the columns of other data sets: what is in, what is out, what each cell says."""

import csv
import io
import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.exports import EXPORTERS, ExportOptions
from kg.exports.datasets.acled import ACLED_COLUMNS
from kg.exports.datasets.days import PUBLISHED_LAG_DAYS
from kg.exports.datasets.gdelt import GDELT_COLUMNS
from kg.exports.datasets.icews import ICEWS_COLUMNS
from kg.exports.datasets.ucdp import UCDP_COLUMNS
from kg.graph import KnowledgeGraph
from kg.model import (
    Actor,
    ActorKind,
    CountKind,
    Event,
    EventStatus,
    EventType,
    PlacePrecision,
    TimePrecision,
    Toll,
)
from kg.resolution import reports
from tests.samples import event_id_of, sample_claim, sample_graph

ROOT = Path(__file__).parents[2]
COLUMNS: Mapping[str, Sequence[str]] = {
    "acled": ACLED_COLUMNS,
    "ucdp": UCDP_COLUMNS,
    "icews": ICEWS_COLUMNS,
    "gdelt": GDELT_COLUMNS,
}
every_table = pytest.mark.parametrize("name", COLUMNS)

Row = dict[str, str]


def text_of(name: str, graph: KnowledgeGraph) -> str:
    return "".join(EXPORTERS[name].iterate(graph, options=ExportOptions()))


def cells_of(name: str, graph: KnowledgeGraph) -> list[list[str]]:
    """Return all lines of a table, its header too if it has one."""
    text = text_of(name, graph)
    if name in ("icews", "gdelt"):
        return [line.split("\t") for line in text.split("\n")[:-1]]
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def rows_of(name: str, graph: KnowledgeGraph) -> list[Row]:
    lines = cells_of(name, graph)
    rows = lines if name == "gdelt" else lines[1:]
    return [dict(zip(COLUMNS[name], row, strict=True)) for row in rows]


def records_of(graph: KnowledgeGraph) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text_of("plover", graph).splitlines()]


def filled(row: Row, *without: str) -> Row:
    """Return the cells that say something."""
    return {name: cell for name, cell in row.items() if cell and name not in without}


def sample_event(article_id: str, action: str) -> Event:
    return sample_graph().event(event_id_of(sample_claim(article_id, action)))


STRIKE = sample_event("a-herald-1", "killed")
MEETING = sample_event("a-herald-2", "met")
MARCH = sample_event("a-herald-2", "marched")
PRAISE = sample_event("a-herald-2", "praised")
THREAT = sample_event("a-herald-1", "threatened")
THREATENED = sample_event("a-herald-1", "attack")
SHELLING = sample_event("a-wire-2", "shelled")
ATTACK = sample_event("a-hostile", "attacked")
SEIZURE = sample_event("a-hostile", "seized")
INVASION = next(e for e in sample_graph().records.events if e.status == EventStatus.HISTORICAL)

NORLAND, SUDRIA, ARMY, DRAVO = "xno", "xsu", "xno-mil", "ilan-dravo"


def actor_of(kind: ActorKind, sector: str | None, country: str | None = "UKR") -> Actor:
    return Actor(id="x-1", name="They", kind=kind, sector=sector, country=country)


OFFICIAL = actor_of(ActorKind.PERSON, "GOV")
REBELS = actor_of(ActorKind.ARMED_GROUP, "REB")
GANG = replace(actor_of(ActorKind.OTHER, "CRM"), id="x-2")
SOLDIERS = actor_of(ActorKind.MILITARY, "MIL")
VILLAGERS = actor_of(ActorKind.CIVILIANS, "CVL")
PEACEKEEPERS = actor_of(ActorKind.IGO, "MIL", "IGO")
TOWN = actor_of(ActorKind.PLACE, None)


def graph_of(event: Event, *actors: Actor, **changes: Any) -> KnowledgeGraph:
    """Return the sample with one event alone, changed, and more actors."""
    records = sample_graph().records
    known = {actor.id: actor for actor in (*records.actors, *actors)}
    resolution = replace(
        records.resolution, events=(replace(event, **changes),), actors=tuple(known.values())
    )
    return KnowledgeGraph(articles=records.articles, claims=records.claims, resolution=resolution)


def only_row(name: str, event: Event, *actors: Actor, **changes: Any) -> Row:
    (row,) = rows_of(name, graph_of(event, *actors, **changes))
    return row


def killed(best: int) -> tuple[Toll, ...]:
    toll = replace(STRIKE.tolls[0], low=best, best=best, high=best, kind=CountKind.KILLED)
    return (toll,)


# --- all of them --------------------------------------------------------------------------------


@every_table
def test_every_row_has_all_columns(name: str) -> None:
    lines = cells_of(name, sample_graph())
    assert len(lines) > 1
    assert {len(line) for line in lines} == {len(COLUMNS[name])}


def test_columns_are_as_many_as_the_data_sets_have() -> None:
    counts = {name: len(columns) for name, columns in COLUMNS.items()}
    assert counts == {"acled": 31, "ucdp": 45, "icews": 20, "gdelt": 61}


@pytest.mark.parametrize("name", ["acled", "ucdp", "icews"])
def test_header_names_the_columns(name: str) -> None:
    assert cells_of(name, sample_graph())[0] == list(COLUMNS[name])


def test_gdelt_has_no_header() -> None:
    assert cells_of("gdelt", sample_graph())[0][0].isdigit()


@pytest.mark.parametrize(
    ("name", "heading"),
    [("acled", "ACLED"), ("ucdp", "UCDP GED"), ("icews", "ICEWS"), ("gdelt", "GDELT")],
)
def test_columns_are_told_in_order(name: str, heading: str) -> None:
    assert told_under(heading) == list(COLUMNS[name])


def test_fields_of_plover_are_told_in_order() -> None:
    assert told_under("PLOVER") == list(records_of(sample_graph())[0])


def told_under(heading: str) -> list[str]:
    page = (ROOT / "docs" / "datasets.md").read_text(encoding="utf-8")
    section = page.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    return re.findall(r"^\| `([^`]+)` \|", section, re.MULTILINE)


@every_table
def test_columns_told_as_never_filled_are_empty(name: str) -> None:
    heading = {"acled": "ACLED", "ucdp": "UCDP GED", "icews": "ICEWS", "gdelt": "GDELT"}[name]
    page = (ROOT / "docs" / "datasets.md").read_text(encoding="utf-8")
    section = page.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    never = re.findall(r"^\| `([^`]+)` \| never", section, re.MULTILINE)
    assert never
    rows = rows_of(name, sample_graph())
    assert {column: {row[column] for row in rows} for column in never} == {n: {""} for n in never}


EVENTS_IN = {
    "acled": [STRIKE, MARCH, INVASION, SHELLING, ATTACK],
    "ucdp": [STRIKE],
    "icews": [STRIKE, MEETING, PRAISE, MARCH, INVASION, THREAT, SHELLING, ATTACK, SEIZURE],
    "gdelt": [STRIKE, MEETING, PRAISE, MARCH, INVASION, THREAT, SHELLING, ATTACK, SEIZURE],
}


@every_table
def test_events_are_in_that_the_data_set_has(name: str) -> None:
    rows = rows_of(name, sample_graph())
    column = COLUMNS[name][1 if name == "ucdp" else 0]
    found = {row[column] for row in rows}
    if name in ("icews", "gdelt"):
        found = {"e-" + format(int(id_) // 256, "011x") for id_ in found}
    wanted = {event.id if name in ("acled", "ucdp") else event.id[:13] for event in EVENTS_IN[name]}
    assert found == wanted


@every_table
def test_candidates_are_left_out(name: str) -> None:
    graph = graph_of(STRIKE, status=EventStatus.CANDIDATE)
    assert rows_of(name, graph) == []


@every_table
def test_ids_are_unique(name: str) -> None:
    ids = [row[COLUMNS[name][0]] for row in rows_of(name, sample_graph())]
    assert len(ids) == len(set(ids))
    assert all(int(id_) < 2**53 for id_ in ids if id_.isdigit())


NAMES = st.text(alphabet=st.characters(), max_size=30) | st.sampled_from(
    ["=1+1", "\t=x", '"', 'a"\tb\n', "\r\n", "\u2028", "-1", "a\x00b"]
)


@every_table
@given(words=NAMES)
def test_rows_hold_together_whatever_names_say(name: str, words: str) -> None:
    actor = replace(actor_of(ActorKind.ARMED_GROUP, "REB"), name=words)
    place = replace(STRIKE.place, name=words, precision=PlacePrecision.CITY)
    graph = graph_of(STRIKE, actor, actor_ids=("x-1",), place=place)
    lines = cells_of(name, graph)
    assert {len(line) for line in lines} == {len(COLUMNS[name])}
    is_open = ("=", "+", "@", "\t", "\r")
    assert not [cell for line in lines for cell in line if cell.startswith(is_open)]


@pytest.mark.parametrize("name", ["icews", "gdelt"])
def test_tabbed_text_is_bare(name: str) -> None:
    text = text_of(name, sample_graph())
    assert '"' not in text
    assert "\t'=HYPERLINK('HTTP://EVIL.EXAMPLE','CLICK')\t" in text.upper()


# --- days ---------------------------------------------------------------------------------------

DAYS = {  # stated days: ACLED's date and precision, UCDP's precision, ICEWS' date, GDELT's columns
    "a day": ((4, 4), ("2024-03-04", "1"), "1", "2024-03-04", ("20240304", "202403", "2024")),
    "a night": ((4, 5), ("2024-03-04", "2"), "2", "2024-03-04", ("20240304", "202403", "2024")),
    "a week": ((4, 10), ("2024-03-07", "2"), "3", "2024-03-07", ("20240307", "202403", "2024")),
    "a month": ((1, 31), ("2024-03-16", "3"), "4", "", ("", "202403", "2024")),
}


@pytest.mark.parametrize(("days", "acled", "ucdp", "icews", "gdelt"), DAYS.values(), ids=DAYS)
def test_stated_days_keep_their_precision(
    days: tuple[int, int], acled: Any, ucdp: str, icews: str, gdelt: Any
) -> None:
    first, last = (date(2024, 3, day) for day in days)
    changes = {"earliest": first, "latest": last, "date_precision": TimePrecision.RANGE}
    row = only_row("acled", STRIKE, **changes)
    assert (row["event_date"], row["time_precision"]) == acled
    assert only_row("ucdp", STRIKE, **changes)["date_prec"] == ucdp
    rows = rows_of("icews", graph_of(STRIKE, **changes))
    assert {row["Event Date"] for row in rows} == {icews}
    row = rows_of("gdelt", graph_of(STRIKE, **changes))[0]
    assert (row["Day"], row["MonthYear"], row["Year"]) == gdelt


def test_year_of_the_past_stays_a_year() -> None:
    row = only_row("acled", INVASION)
    assert (row["event_date"], row["year"], row["time_precision"]) == ("", "1994", "")
    row = only_row("gdelt", INVASION)
    assert (row["Day"], row["MonthYear"], row["Year"]) == ("", "", "1994")
    assert only_row("icews", INVASION)["Event Date"] == ""


UNDATED = {"earliest": None, "latest": None, "date_precision": None}


def test_undated_event_has_the_day_of_its_first_report() -> None:
    row = only_row("acled", STRIKE, **UNDATED)
    assert (row["event_date"], row["time_precision"]) == ("2024-03-05", "2")
    assert row["tags"] == "status=disputed; date=published"
    row = only_row("ucdp", STRIKE, **UNDATED)
    assert [row[f"date_{end}"] for end in ("prec", "start", "end")] == [
        "2",
        "2024-03-03",
        "2024-03-05",
    ]
    assert rows_of("gdelt", graph_of(STRIKE, **UNDATED))[0]["Day"] == "20240305"
    (record,) = records_of(graph_of(STRIKE, **UNDATED))
    assert (record["date"], record["enddate"]) == ("2024-03-05", None)
    assert "first report" in record["comment"]


@pytest.mark.parametrize("status", [EventStatus.HISTORICAL, EventStatus.CANDIDATE])
def test_first_report_says_no_day_of_the_past_or_the_future(status: EventStatus) -> None:
    (record,) = records_of(graph_of(STRIKE, status=status, **UNDATED))
    assert record["date"] is None


def test_first_reports_may_be_the_first_of_all_days() -> None:
    row = only_row("ucdp", STRIKE, first_published=date.min, **UNDATED)
    assert (row["date_start"], row["date_end"]) == ("0001-01-01", "0001-01-01")


def test_undated_events_are_as_old_as_merging_takes_them() -> None:
    assert PUBLISHED_LAG_DAYS == reports.PUBLISHED_LAG_DAYS


# --- PLOVER -------------------------------------------------------------------------------------


def test_plover_tells_every_event() -> None:
    ids = [record["id"] for record in records_of(sample_graph())]
    assert ids == [event.id for event in sample_graph().records.events]


def test_plover_record_of_a_strike() -> None:
    (record,) = records_of(graph_of(STRIKE))
    claim = sample_claim("a-herald-1", "killed")
    assert [who["identifier_text"] for who in record["actor"]] == ["Norland Air Force"]
    assert record["actor"][0]["entity_text"] == "Norland's air force"
    assert [who["identifier_text"] for who in record["recipient"]] == ["people", "civilians"]
    assert record["event"] == ["ASSAULT"]
    assert record["mode"] == ["aerial"]
    assert (record["quad_code"], record["event_scale"]) == (4, -9.5)
    assert record["size"] == {"dead": 9, "injured": None, "arrested": None}
    assert record["text"] == claim.sentence.text
    start, end = record["text_info"]["start"], record["text_info"]["end"]
    article = sample_graph().article(record["cite_info"][0]["citation"])
    assert article.text[start:end] == record["text"]
    assert [cited["citation"] for cited in record["cite_info"]] == [
        "a-herald-1",
        "a-post-1",
        "a-wire-1",
    ]
    assert record["comment"] == "2 claims deny it"


MODES = {
    "reported": (STRIKE, ["aerial"]),
    "threatened": (THREATENED, ["future", "hypothetical"]),
    "historical": (INVASION, ["historical"]),
    "plain": (MEETING, []),
}


@pytest.mark.parametrize(("event", "modes"), MODES.values(), ids=MODES)
def test_auxiliary_modes(event: Event, modes: list[str]) -> None:
    (record,) = records_of(graph_of(event))
    assert record["mode"] == modes


def test_office_is_the_one_held_on_that_day() -> None:
    (record,) = records_of(graph_of(MEETING))
    offices = {who["identifier_text"]: who["office"] for who in record["actor"]}
    assert offices == {"Ilan Dravo": "President", "Mara Quell": None}
    assert record["recipient"] == []


def test_place_stands_at_its_level() -> None:
    place = replace(STRIKE.place, precision=PlacePrecision.PROVINCE)
    (record,) = records_of(graph_of(STRIKE, place=place))
    (location,) = record["event_loc"]
    assert (location["province"], location["city"], location["resolution"]) == ("Kessa", None, 2)


# --- ACLED --------------------------------------------------------------------------------------


def test_acled_row_of_a_disputed_strike() -> None:
    assert filled(only_row("acled", STRIKE), "notes") == {
        "event_id_cnty": STRIKE.id,
        "event_date": "2024-03-04",
        "year": "2024",
        "time_precision": "1",
        "disorder_type": "Political violence",
        "event_type": "Explosions/Remote violence",
        "sub_event_type": "Air/drone strike",
        "actor1": "Norland Air Force",
        "inter1": "8",  # Norland's, in Sudria
        "actor2": "people",
        "assoc_actor_2": "civilians",
        "inter2": "7",
        "interaction": "78",
        "civilian_targeting": "Civilian targeting",
        "country": "XSU",
        "location": "Kessa",
        "latitude": "31.5",
        "longitude": "41.25",
        "geo_precision": "1",
        "source": "Harbour Herald; Mountain <b>Post</b>; Sudria Wire",
        "fatalities": "9",
        "tags": "status=disputed",
    }


def test_acled_row_of_a_march() -> None:
    row = only_row("acled", MARCH)
    kind = [row["event_type"], row["sub_event_type"], row["disorder_type"]]
    assert kind == ["Protests", "Peaceful protest", "Demonstrations"]
    assert (row["inter1"], row["inter2"], row["interaction"]) == ("6", "", "60")
    assert row["fatalities"] == ""


def test_acled_row_of_a_known_country() -> None:
    place = replace(MEETING.place, precision=PlacePrecision.CITY)
    row = only_row("acled", STRIKE, place=place)
    assert (row["country"], row["iso"], row["geo_precision"]) == ("Switzerland", "756", "1")


ACLED_KINDS: Mapping[str, tuple[dict[str, Any], tuple[Actor, ...], str]] = {
    "army on rebels": ({"target_ids": ("x-1",)}, (REBELS,), "Armed clash"),
    "army on villagers": ({"target_ids": ("x-1",)}, (VILLAGERS,), "Attack"),
    "army on an official": ({"target_ids": ("x-1",)}, (OFFICIAL,), "Attack"),
    "army on a state": ({"target_ids": (SUDRIA,)}, (), "Armed clash"),
    "army on a town": ({"target_ids": ("x-1",)}, (TOWN,), ""),
    "army on nobody": ({"target_ids": ()}, (), ""),
    "rebels and villagers": ({"target_ids": ("x-1", NORLAND)}, (VILLAGERS,), "Armed clash"),
    "villagers on an army": (
        {"actor_ids": ("x-1",), "target_ids": (ARMY,)},
        (VILLAGERS,),
        "",
    ),
    "crowd control": ({"mode": "crowd-control", "tolls": ()}, (), "Protest with intervention"),
    "deadly crowd control": ({"mode": "crowd-control"}, (), "Excessive force against protesters"),
    "arrest": ({"event_type": EventType.COERCE, "mode": "arrest"}, (), "Arrests"),
    "arrest of a town": (
        {"event_type": EventType.COERCE, "mode": "arrest", "target_ids": ("x-1",)},
        (TOWN,),
        "",
    ),
    "truce": (
        {"event_type": EventType.RETREAT, "mode": "ceasefire", "target_ids": (SUDRIA,)},
        (),
        "Agreement",
    ),
    "territory": (
        {"event_type": EventType.COERCE, "mode": "seize", "contexts": ("territory",)},
        (),
        "Non-violent transfer of territory",
    ),
}


@pytest.mark.parametrize(("changes", "actors", "sub_event"), ACLED_KINDS.values(), ids=ACLED_KINDS)
def test_sub_event_type(changes: dict[str, Any], actors: tuple[Actor, ...], sub_event: str) -> None:
    row = only_row("acled", STRIKE, *actors, **{"mode": None, **changes})
    assert row["sub_event_type"] == sub_event
    assert bool(row["event_type"]) is bool(row["disorder_type"]) is bool(sub_event)


def test_crowd_that_suffers_is_actor_1() -> None:
    row = only_row("acled", STRIKE, mode="crowd-control")
    assert (row["actor1"], row["inter1"]) == ("people", "6")
    assert (row["actor2"], row["inter2"]) == ("Norland Air Force", "8")
    assert row["civilian_targeting"] == "Civilian targeting"


NOT_COVERED = [
    {"event_type": EventType.CONSULT, "mode": "visit"},
    {"event_type": EventType.AGREE, "mode": None},
    {"event_type": EventType.COERCE, "mode": "seize", "contexts": ()},
    {"event_type": EventType.PROTEST, "mode": "strike"},
    {"event_type": EventType.SANCTION, "mode": None},
]


@pytest.mark.parametrize("changes", NOT_COVERED, ids=lambda c: f"{c['event_type']} {c['mode']}")
def test_what_acled_does_not_cover_is_left_out(changes: dict[str, Any]) -> None:
    assert rows_of("acled", graph_of(STRIKE, **changes)) == []


def test_unknown_mode_counts_as_none() -> None:
    assert only_row("acled", STRIKE, mode="by magic")["sub_event_type"] == "Attack"


def test_nobody_is_on_both_sides() -> None:
    row = only_row("acled", STRIKE, target_ids=("xno-air-force", SUDRIA))
    assert (row["actor1"], row["actor2"]) == ("Norland Air Force", "Sudria")


# --- UCDP ---------------------------------------------------------------------------------------


def test_ucdp_row_of_a_disputed_strike() -> None:
    assert filled(only_row("ucdp", STRIKE)) == {
        "id": str(int(STRIKE.id[2:15], 16)),
        "relid": STRIKE.id,
        "year": "2024",
        "type_of_violence": "3",
        "side_a": "Norland Air Force",
        "side_b": "Civilians",
        "number_of_sources": "3",
        "source_article": "Harbour Herald,2024-03-05,Strike kills 12 in Kessa;"
        "Mountain <b>Post</b>,2024-03-06,Nine die in Kessa market;"
        "Sudria Wire,2024-03-06,Nine die in Kessa market",
        "source_office": "Harbour Herald;Mountain <b>Post</b>;Sudria Wire",
        "source_date": "2024-03-05;2024-03-06;2024-03-06",
        "source_headline": "Strike kills 12 in Kessa;Nine die in Kessa market;"
        "Nine die in Kessa market",
        "source_original": "health ministry of Sudria;witnesses",
        "where_prec": "1",
        "where_coordinates": "Kessa",
        "where_description": "Kessa",
        "latitude": "31.5",
        "longitude": "41.25",
        "geom_wkt": "POINT (41.25 31.5)",
        "country": "XSU",
        "date_prec": "1",
        "date_start": "2024-03-04",
        "date_end": "2024-03-04",
        "deaths_unknown": "9",
        "low": "9",
        "best": "9",
        "high": "12",
    }


SIDES: Mapping[str, tuple[Actor | None, Actor | None, tuple[str, str, str] | None]] = {
    "state and rebels": (SOLDIERS, replace(REBELS, id="x-9", name="R"), ("1", "They", "R")),
    "rebels and state": (REBELS, replace(SOLDIERS, id="x-9", name="S"), ("1", "S", "They")),
    "groups": (REBELS, replace(GANG, name="Gang"), ("2", "They", "Gang")),
    "rebels on villagers": (REBELS, replace(VILLAGERS, id="x-9"), ("3", "They", "Civilians")),
    "gang on an official": (GANG, OFFICIAL, ("3", "They", "Civilians")),
    "rebels on nobody": (REBELS, None, ("", "They", "")),
    "nobody on soldiers": (None, SOLDIERS, ("", "", "They")),
    "nobody on villagers": (None, VILLAGERS, None),
    "nobody on nobody": (None, None, None),
    "villagers on villagers": (VILLAGERS, replace(VILLAGERS, id="x-9"), None),
    "villagers on soldiers": (VILLAGERS, replace(SOLDIERS, id="x-9"), None),
    "peacekeepers on a town": (PEACEKEEPERS, replace(TOWN, id="x-9"), None),
}


@pytest.mark.parametrize(("actor", "target", "wanted"), SIDES.values(), ids=SIDES)
def test_type_of_violence(
    actor: Actor | None, target: Actor | None, wanted: tuple[str, str, str] | None
) -> None:
    actors = [who for who in (actor, target) if who]
    changes = {
        "actor_ids": (actor.id,) if actor else (),
        "target_ids": (target.id,) if target else (),
    }
    rows = rows_of("ucdp", graph_of(STRIKE, *actors, **changes))
    found = [(row["type_of_violence"], row["side_a"], row["side_b"]) for row in rows]
    assert found == ([wanted] if wanted else [])


NO_DEATHS = {
    "no toll": {"tolls": ()},
    "nobody died": {"tolls": killed(0)},
    "injured": {"tolls": (replace(STRIKE.tolls[0], kind=CountKind.INJURED),)},
    "no violence": {"event_type": EventType.PROTEST, "mode": "riot"},
}


@pytest.mark.parametrize("changes", NO_DEATHS.values(), ids=NO_DEATHS)
def test_without_deaths_by_violence_ucdp_has_no_row(changes: dict[str, Any]) -> None:
    assert rows_of("ucdp", graph_of(STRIKE, **changes)) == []


# --- ICEWS and GDELT ----------------------------------------------------------------------------


def pairs_of(name: str, *columns: str, graph: KnowledgeGraph) -> list[tuple[str, ...]]:
    return [tuple(row[column] for column in columns) for row in rows_of(name, graph)]


PAIRS = {
    "several targets": (
        STRIKE,
        [("Norland Air Force", "people"), ("Norland Air Force", "civilians")],
    ),
    "mutual": (MEETING, [("Ilan Dravo", "Mara Quell"), ("Mara Quell", "Ilan Dravo")]),
    "no target": (MARCH, [("students", "")]),
    "no actor": (SHELLING, [("", "convoy of refugees")]),
}


@pytest.mark.parametrize(("event", "pairs"), PAIRS.values(), ids=PAIRS)
def test_rows_are_pairs(event: Event, pairs: list[tuple[str, str]]) -> None:
    graph = graph_of(event)
    assert sorted(pairs_of("icews", "Source Name", "Target Name", graph=graph)) == sorted(pairs)
    capitals = sorted((actor.upper(), target.upper()) for actor, target in pairs)
    assert sorted(pairs_of("gdelt", "Actor1Name", "Actor2Name", graph=graph)) == capitals


@pytest.mark.parametrize("name", ["icews", "gdelt"])
def test_event_of_nobody_is_no_pair(name: str) -> None:
    assert rows_of(name, graph_of(STRIKE, actor_ids=(), target_ids=())) == []


@pytest.mark.parametrize("name", ["icews", "gdelt"])
def test_nobody_is_paired_with_himself(name: str) -> None:
    assert rows_of(name, graph_of(STRIKE, target_ids=STRIKE.actor_ids)) == []


def test_icews_row_of_a_strike() -> None:
    place = replace(STRIKE.place, precision=PlacePrecision.CITY)
    row = only_row("icews", STRIKE, target_ids=(SUDRIA,), place=place)
    assert filled(row) == {
        "Event ID": str(int(STRIKE.id[2:13], 16) * 256),
        "Event Date": "2024-03-04",
        "Source Name": "Norland Air Force",
        "Source Sectors": "Military,Government",
        "Source Country": "XNO",
        "Event Text": "Assault: aerial",
        "CAMEO Code": "195",
        "Intensity": "-10.0",
        "Target Name": "Sudria",
        "Target Country": "XSU",
        "Story ID": "a-herald-1",
        "Publisher": "Harbour Herald",
        "City": "Kessa",
        "Country": "XSU",
        "Latitude": "31.5",
        "Longitude": "41.25",
    }


def test_gdelt_row_of_a_strike() -> None:
    place = replace(MEETING.place, precision=PlacePrecision.CITY)
    row = only_row("gdelt", STRIKE, target_ids=(SUDRIA,), place=place)
    assert filled(row) == {
        "GlobalEventID": str(int(STRIKE.id[2:13], 16) * 256),
        "Day": "20240304",
        "MonthYear": "202403",
        "Year": "2024",
        "FractionDate": "2024.1753",
        "Actor1Code": "XNOMIL",
        "Actor1Name": "NORLAND AIR FORCE",
        "Actor1CountryCode": "XNO",
        "Actor1Type1Code": "MIL",
        "Actor2Code": "XSU",
        "Actor2Name": "SUDRIA",
        "Actor2CountryCode": "XSU",
        "IsRootEvent": "1",
        "EventCode": "195",
        "EventBaseCode": "195",
        "EventRootCode": "19",
        "QuadClass": "4",
        "GoldsteinScale": "-10.0",
        "NumMentions": "3",
        "NumSources": "3",
        "NumArticles": "3",
        "ActionGeo_Type": "4",
        "ActionGeo_FullName": "Geneva, Switzerland",
        "ActionGeo_CountryCode": "SZ",
        "ActionGeo_Lat": "46.20222",
        "ActionGeo_Long": "6.14569",
        "DATEADDED": "20240305000000",
        "SOURCEURL": sample_graph().article("a-herald-1").url,
    }


def test_organisation_of_no_state_has_no_country_code() -> None:
    row = only_row("gdelt", PRAISE)
    assert (row["Actor2Code"], row["Actor2CountryCode"], row["Actor2Type1Code"]) == (
        "IGO",
        "",
        "IGO",
    )
    assert only_row("icews", PRAISE)["Target Country"] == ""


def test_peacekeepers_are_no_army_of_a_state() -> None:
    row = only_row("gdelt", STRIKE, PEACEKEEPERS, actor_ids=("x-1",), target_ids=(SUDRIA,))
    assert (row["Actor1Code"], row["Actor1Type2Code"]) == ("IGOMIL", "MIL")


PLACES = {
    "country": ("UKR", PlacePrecision.COUNTRY, "1", "Kessa"),
    "state": ("USA", PlacePrecision.PROVINCE, "2", "Kessa, United States"),
    "city": ("USA", PlacePrecision.CITY, "3", "Kessa, United States"),
    "city elsewhere": ("UKR", PlacePrecision.CITY, "4", "Kessa, Ukraine"),
    "province": ("UKR", PlacePrecision.PROVINCE, "5", "Kessa, Ukraine"),
    "district": ("UKR", PlacePrecision.DISTRICT, "", "Kessa, Ukraine"),
    "unknown": ("UKR", None, "", "Kessa, Ukraine"),
}


@pytest.mark.parametrize(("country", "precision", "kind", "words"), PLACES.values(), ids=PLACES)
def test_type_of_place(
    country: str, precision: PlacePrecision | None, kind: str, words: str
) -> None:
    place = replace(STRIKE.place, country=country, precision=precision)
    row = only_row("gdelt", MARCH, place=place)
    assert (row["ActionGeo_Type"], row["ActionGeo_FullName"]) == (kind, words)


def test_root_event_stands_in_the_first_paragraph() -> None:
    assert only_row("gdelt", PRAISE)["IsRootEvent"] == "1"
    assert only_row("gdelt", MARCH)["IsRootEvent"] == "0"


def test_codes_keep_their_zeros() -> None:
    row = rows_of("gdelt", graph_of(MEETING))[0]
    codes = (row["EventCode"], row["EventBaseCode"], row["EventRootCode"], row["GoldsteinScale"])
    assert codes == ("040", "040", "04", "1.0")
    assert rows_of("icews", graph_of(MEETING))[0]["CAMEO Code"] == "040"


CODES = {
    "1952": ("195", "19", "4", "-10.0"),
    "020": ("020", "02", "1", "3.0"),
    "116": ("116", "11", "3", "-2.0"),
}


@pytest.mark.parametrize(("cameo", "wanted"), CODES.items(), ids=CODES)
def test_class_and_score_follow_the_code(cameo: str, wanted: tuple[str, ...]) -> None:
    row = only_row("gdelt", PRAISE, cameo=cameo)
    found = (row["EventBaseCode"], row["EventRootCode"], row["QuadClass"], row["GoldsteinScale"])
    assert found == wanted


GOLDEN = {name: EXPORTERS[name].file_name for name in ("plover", *COLUMNS)}


@pytest.mark.parametrize(("name", "file"), GOLDEN.items(), ids=GOLDEN)
def test_sample_is_written_as_reviewed(
    name: str, file: str, assert_golden: Callable[[str, bytes], None]
) -> None:
    assert_golden(file, text_of(name, sample_graph()).encode())
