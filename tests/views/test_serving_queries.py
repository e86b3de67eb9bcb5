"""The SPARQL box: answers in three forms, refusals, and a limit of time."""

import threading
import time
from pathlib import Path
from urllib.parse import quote

import pytest

from kg.errors import QueryError
from kg.views.serving import Reply
from tests.samples import sample_graph
from tests.views.serving import (
    Caller,
    caller_of,
    rows_of,
)

NAMES = "SELECT ?n { ?a a kg:Actor ; rdfs:label ?n } ORDER BY ?n"


def test_query_is_answered_as_a_page(called: Caller) -> None:
    answer = called.ask(NAMES)
    assert answer.status_code == 200
    assert "<bdi>Ilan Dravo</bdi>" in answer.text
    assert "ORDER BY ?n</textarea>" in answer.text
    assert called.get(f"/sparql?query={quote(NAMES)}").status_code == 200
    assert '<pre class="answer-text">yes</pre>' in called.ask("ASK { ?a a kg:Actor }").text
    assert "a kg:Actor" in called.ask("CONSTRUCT { ?a a kg:Actor } { ?a a kg:Actor }").text


def test_query_is_answered_as_data(called: Caller) -> None:
    answer = called.ask(NAMES, "application/sparql-results+json")
    assert answer.headers["content-type"] == "application/sparql-results+json"
    names = [row["n"]["value"] for row in answer.json()["results"]["bindings"]]
    assert "Ilan Dravo" in names
    text = called.ask(NAMES, "text/csv, */*;q=0.1")
    assert text.headers["content-type"] == "text/csv; charset=utf-8"
    assert "Ilan Dravo" in text.text
    asked = called.ask("ASK { ?a a kg:Actor }", "application/sparql-results+json")
    assert asked.json() == {"head": {}, "boolean": True}
    raw = called.send(
        "POST",
        "/sparql",
        content=NAMES,
        headers={"Content-Type": "application/sparql-query", "Accept": "text/csv"},
    )
    assert raw.text == text.text


def test_page_shows_the_first_thousand_rows(called: Caller) -> None:
    answer = called.ask("SELECT ?a ?b { ?a a ?x . ?b a ?y } LIMIT 1200")
    assert "1,200 rows" in answer.text
    assert "The first 1,000 are shown" in answer.text
    assert len(rows_of(answer.text)) == 1000


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("SELECT * { SERVICE <http://evil.example/> { ?a ?b ?c } }", "asks another SERVICE"),
        ("INSERT DATA { <a:b> <a:c> <a:d> }", "no valid SPARQL"),
        ("CLEAR ALL", "no valid SPARQL"),
        ("SELECT", "no valid SPARQL"),
        ("  ", "is empty"),
    ],
)
def test_query_is_refused(query: str, words: str, called: Caller) -> None:
    answer = called.ask(query)
    assert answer.status_code == 400
    assert words in answer.text
    assert words in called.ask(query, "text/csv").text


@pytest.mark.parametrize(
    ("given", "status"),
    [
        ({"data": {"update": "CLEAR ALL"}}, 400),
        ({"data": {"query": NAMES, "default-graph-uri": "http://evil.example"}}, 400),
        (
            {
                "content": "query=a&query=b",
                "headers": {"Content-Type": "application/x-www-form-urlencoded"},
            },
            400,
        ),
        ({"content": NAMES, "headers": {"Content-Type": "application/sparql-update"}}, 415),
        ({"content": b"\xff", "headers": {"Content-Type": "application/sparql-query"}}, 400),
        ({"data": {"query": "x" * 200_000}}, 413),
        ({"data": {"query": NAMES}, "headers": {"Sec-Fetch-Site": "cross-site"}}, 403),
    ],
)
def test_request_for_something_else_is_refused(given: dict, status: int, called: Caller) -> None:
    answer = called.send("POST", "/sparql", **given)
    assert answer.status_code == status
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_slow_query_is_cut_and_told(tmp_path: Path) -> None:
    goes_on = threading.Event()

    def slow(sparql: str) -> Reply:
        if sparql == "slow":
            goes_on.wait(60)
        return Reply(text="yes")

    called = caller_of(sample_graph(), tmp_path, ask=slow, query_seconds=0.05)
    cut = called.ask("slow")
    assert (cut.status_code, "was cut after 0.05 seconds" in cut.text) == (503, True)
    assert "was cut" in called.ask("slow", "text/csv").text
    assert called.get("/events").status_code == 200
    assert called.ask("quick").status_code == 200
    for _ in range(2):
        called.ask("slow")
    full = called.ask("quick")
    assert (full.status_code, "running already" in full.text) == (503, True)
    goes_on.set()
    for _ in range(100):
        if called.ask("quick").status_code == 200:
            break
        time.sleep(0.02)
    assert called.ask("quick").status_code == 200


def test_what_should_not_happen_is_told_to_nobody(tmp_path: Path) -> None:
    def broken(sparql: str) -> Reply:
        raise RuntimeError("a secret of ours")

    answer = caller_of(sample_graph(), tmp_path, ask=broken).ask(NAMES)
    assert answer.status_code == 500
    assert "secret" not in answer.text
    assert "Something went wrong" in answer.text
    assert answer.headers["x-frame-options"] == "DENY"


def test_query_that_finds_too_much_is_refused(called: Caller, tmp_path: Path) -> None:
    from kg.stores import Dataset

    dataset = Dataset.of(sample_graph())
    assert len(dataset.query("SELECT ?a { ?a ?b ?c } LIMIT 5", most=5).rows) == 5
    for query in ("SELECT ?a { ?a ?b ?c }", "CONSTRUCT WHERE { ?a ?b ?c }"):
        with pytest.raises(QueryError, match="more than 5 rows; add a LIMIT"):
            dataset.query(query, most=5)
