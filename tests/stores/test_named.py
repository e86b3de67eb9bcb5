"""The library of queries: what each finds in the sample."""

import re

import pyoxigraph
import pytest

from kg.errors import QueryError
from kg.stores import Dataset, Table, named_queries, named_query
from kg.stores.named import QUERIES
from scripts import make_query_page
from tests.samples import sample_claim, sample_graph

QUESTIONS = named_queries()
KG = "https://w3id.org/conflict-kg/"
STRIKE = next(event for event in sample_graph().records.events if event.tolls)
every_query = pytest.mark.parametrize("name", QUESTIONS)


def rows(dataset: Dataset, name: str, columns: str, **values: str) -> list[tuple[str, ...]]:
    """Return some columns of what a query finds, IRIs by their last part."""
    answer = dataset.query(named_query(name).with_values(values))
    assert isinstance(answer, Table)
    wanted = [answer.columns.index(column) for column in columns.split()]
    return [
        tuple(re.split("[/#]", row[n].value)[-1] if row[n] else "" for n in wanted)
        for row in answer.rows
    ]


@every_query
def test_query_is_told(name: str) -> None:
    query = QUESTIONS[name]
    assert re.fullmatch("[A-Z].*[?.]", query.question)
    assert all(re.search(rf"VALUES \?{p} \{{", query.text) for p in query.parameters)
    assert set(re.findall(r"VALUES \?([a-z]+) \{", query.text)) == set(query.parameters)


@every_query
def test_query_is_valid_without_our_prefixes(name: str) -> None:
    pyoxigraph.Store().query(QUESTIONS[name].text)


@every_query
def test_query_uses_no_prefix_in_vain(name: str) -> None:
    declared = re.findall(r"^PREFIX (\w+):", QUESTIONS[name].text, re.MULTILINE)
    assert declared == sorted(declared)
    body = QUESTIONS[name].text.partition("SELECT")[2]
    assert [prefix for prefix in declared if f"{prefix}:" not in body] == []


@every_query
def test_query_has_its_rows_in_order(name: str) -> None:
    assert "ORDER BY" in QUESTIONS[name].text


def test_every_file_is_in_the_library() -> None:
    assert sorted(path.stem for path in QUERIES.iterdir()) == list(QUESTIONS)


def test_page_of_queries_is_up_to_date() -> None:
    advice = "run `python scripts/make_query_page.py`"
    assert make_query_page.DOCUMENT.read_text("utf-8") == make_query_page.page(), advice


def test_who_attacked_whom(dataset: Dataset) -> None:
    found = rows(dataset, "who-attacked-whom", "attacker attacked events from to")
    assert ("Norland", "Sudria", "1", "1994-01-01", "1994-12-31") in found
    assert ("Norland", "Port Sel", "1", "", "") not in found  # only threatened
    assert ("Norland Air Force", "civilians", "1", "2024-03-04", "2024-03-04") in found


def test_disputed_events(dataset: Dataset) -> None:
    found = rows(dataset, "disputed-events", "event by denial")
    denial = sample_claim("a-wire-1", "bombed").sentence.text
    assert found == [(STRIKE.id, "Norland army", denial)]  # once, whatever copies repeat it


def test_denials(dataset: Dataset) -> None:
    answer = dataset.query(named_query("denials").text)
    assert isinstance(answer, Table)
    found = {(by, outlet) for _, by, outlet, _ in answer.values()}
    assert found == {("Norland army", "Sudria Wire"), ("Norland army", "Mountain <b>Post</b>")}


def test_claims_by_speaker(dataset: Dataset) -> None:
    found = rows(dataset, "claims-by-speaker", "type polarity", speaker="norland ARMY")
    assert set(found) == {("ASSAULT", "Denied")}
    assert rows(dataset, "claims-by-speaker", "type", speaker='x" } #') == []


def test_timeline_of_a_dyad(dataset: Dataset) -> None:
    expected = [("1994-01-01", "1994-12-31", "HistoricalStatus")]
    columns = "day until status"
    assert rows(dataset, "timeline-of-a-dyad", columns, one="Norland", other="Sudria") == expected
    assert rows(dataset, "timeline-of-a-dyad", columns, one="Sudria", other="xno") == expected
    assert rows(dataset, "timeline-of-a-dyad", columns, one="Norland", other="Norland") == []


def test_independent_sources_counts_copies_once(dataset: Dataset) -> None:
    found = {
        row[0]: row[1:] for row in rows(dataset, "independent-sources", "event stories articles")
    }
    assert found[STRIKE.id] == (str(STRIKE.stories), str(STRIKE.articles))
    assert STRIKE.stories < STRIKE.articles
    counts = [int(stories) for stories, _ in found.values()]
    assert counts == sorted(counts, reverse=True)


def test_conflicting_tolls(dataset: Dataset) -> None:
    (toll,) = STRIKE.tolls
    found = rows(dataset, "conflicting-tolls", "event kind low best high bound")
    expected = (str(toll.low), str(toll.best), str(toll.high), "at least")
    assert found == [(STRIKE.id, "Killed", *expected)]


def test_who_gave_which_number(dataset: Dataset) -> None:
    found = rows(dataset, "who-gave-which-number", "outlet by bound number relation")
    assert ("Harbour Herald", "health ministry of Sudria", "AtLeast", "12", "Total") in found
    assert ("Sudria Wire", "witnesses", "Exactly", "9", "Total") in found
    assert ("Sudria Wire", "witnesses", "Exactly", "2", "PartOf") in found


def test_what_happened_leaves_out_what_was_threatened(dataset: Dataset) -> None:
    found = rows(dataset, "what-happened", "day who where")
    assert ("2024-03-11", "students", "Port Sel") in found
    assert [who for day, who, where in found if where == "Port Sel"] == ["students"]


def test_feared_and_planned(dataset: Dataset) -> None:
    found = rows(dataset, "feared-and-planned", "certainty temporality")
    assert found == [("Possible", "Future")]


def test_evidence_of_an_event(dataset: Dataset) -> None:
    found = rows(dataset, "evidence-of-an-event", "article polarity start", id=STRIKE.id)
    claims = {claim.id: claim for claim in sample_graph().records.claims}
    ids = (*STRIKE.claim_ids, *STRIKE.denial_ids)
    expected = {
        (c.article_id, c.polarity.value.capitalize(), str(c.sentence.start))
        for c in (claims[id_] for id_ in ids)
    }
    assert set(found) == expected


def test_events_by_type(dataset: Dataset) -> None:
    found = rows(dataset, "events-by-type", "type events")
    happened = [e for e in sample_graph().records.events if e.status != "candidate"]
    assert sum(int(number) for _, number in found) == len(happened)
    assert "Assault" in {label for label, _ in found}


def test_busiest_actors(dataset: Dataset) -> None:
    found = {name: (did, met) for name, did, met in rows(dataset, "busiest-actors", "name did met")}
    happened = [e for e in sample_graph().records.events if e.status != "candidate"]
    did = sum("xno" in e.actor_ids for e in happened)
    met = sum("xno" in e.target_ids for e in happened)
    assert found["Norland"] == (str(did), str(met))
    assert found["students"] == ("1", "0")


def test_unknown_name_lists_the_library() -> None:
    with pytest.raises(QueryError, match="busiest-actors, claims-by-speaker"):
        named_query("nonsense")


def test_missing_value_is_asked_for() -> None:
    with pytest.raises(QueryError, match=r'needs .*--set one="…" --set other="…"'):
        named_query("timeline-of-a-dyad").with_values({"one": "Norland"})


def test_value_too_many_is_refused() -> None:
    with pytest.raises(QueryError, match="takes no parameters; leave out who"):
        named_query("denials").with_values({"who": "x"})


@pytest.mark.parametrize(
    "value", ['" } . ?s ?p ?o #', "back\\slash", "new\nline", "\\u0022", "\\g<0>"]
)
def test_value_stays_a_string(dataset: Dataset, value: str) -> None:
    text = named_query("claims-by-speaker").with_values({"speaker": value})
    assert dataset.query(text) == Table(columns=dataset.query(text).columns, rows=())
