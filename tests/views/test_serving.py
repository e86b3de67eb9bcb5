"""The served pages: what each shows, by which filters, in which order."""

import csv
import io
import re
from pathlib import Path

import pytest
from markupsafe import escape

import kg
from kg.graph import Store
from tests.samples import sample_articles, sample_graph
from tests.views.serving import (
    DISPUTED,
    Caller,
    caller_of,
    hrefs_of,
    rows_of,
)

EVENTS = sample_graph().records.events


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/", ("10</dd>", "Busiest actors", "Norland", "/events?status=disputed", "Latest events")),
        ("/network", ('id="canvas"', 'class="bar"', "An air strike by Norland")),
        ("/map", ("Kessa", 'href="/event/', "is-map")),
        ("/timeline", ("10 events", 'class="lanes"')),
        ("/timeline?actor=Norland&other=Sudria", ("1 event.", "1994")),
        ("/events", ("10 events", "/events.csv", "heavy weapons", f"/event/{DISPUTED.id}")),
        ("/actors", ("Ilan Dravo", "/actors.csv", 'href="/actor/xno"')),
        (f"/event/{DISPUTED.id}", ("disputed", 'href="/actor/', 'href="/article/a-herald-1"')),
        ("/actor/xno", ("Norland", "/timeline?actor=xno", 'href="/event/')),
        ("/article/a-wire-1", ("Nine die in Kessa market", '<mark class="action">struck</mark>')),
        ("/search?q=kessa", (f"/event/{DISPUTED.id}", "/article/a-wire-1")),
        ("/search?q=dravo", ('href="/actor/ilan-dravo"',)),
        ("/sparql", ("<textarea", 'value="busiest-actors"')),
        ("/sparql?named=denials", ("SELECT", "selected>")),
        ("/healthz", ("ok 10 events",)),
    ],
)
def test_page_shows(path: str, words: tuple[str, ...], called: Caller) -> None:
    answer = called.get(path)
    assert answer.status_code == 200
    assert [word for word in words if word not in answer.text] == []


def test_pages_lead_to_each_other(called: Caller) -> None:
    seen, waiting = set(), ["/"]
    while waiting:
        path = waiting.pop().partition("#")[0]
        if path in seen or not path.startswith("/"):
            continue
        seen.add(path)
        answer = called.get(path)
        assert answer.status_code == 200, path
        if "html" in answer.headers["content-type"] and "?" not in path:
            waiting += hrefs_of(answer.text)
    assert {f"/event/{event.id}" for event in EVENTS} <= seen
    assert {f"/article/{article.id}" for article in sample_articles()} <= seen


def test_text_of_an_article_is_whole(called: Caller) -> None:
    for article in sample_articles():
        page = called.get(f"/article/{article.id}").text
        text = re.search(r'<div class="article-text"[^>]*>(.*?)</div>', page, re.DOTALL)
        assert text
        bare = re.sub(r'<a class="number"[^>]*>\d+</a> |</?mark[^>]*>', "", text[1])
        assert bare == escaped(article.text)


def escaped(text: str) -> str:
    return str(escape(text))


def test_name_of_an_actor_leads_to_its_id(called: Caller) -> None:
    answer = called.get("/actor/Norland")
    assert (answer.status_code, answer.headers["location"]) == (307, "/actor/xno")


def test_old_id_of_an_event_leads_to_the_new_one(tmp_path: Path) -> None:
    called = caller_of(sample_graph(), tmp_path)
    with Store.open(tmp_path / kg.STORE) as store:
        connection = store._connection
        connection.execute("INSERT INTO forwards VALUES ('e-old', ?)", (DISPUTED.id,))
    answer = called.get("/event/e-old")
    assert (answer.status_code, answer.headers["location"]) == (307, f"/event/{DISPUTED.id}")


@pytest.mark.parametrize(
    ("query", "test"),
    [
        ("type=assault", lambda e: e.event_type == "ASSAULT"),
        ("actor=Norland", lambda e: "xno" in (*e.actor_ids, *e.target_ids)),
        ("place=kessa", lambda e: e.place and e.place.name == "Kessa"),
        ("status=candidate", lambda e: e.status == "candidate"),
        ("since=2024-03-11&until=2024-03-12", lambda e: e.event_type in ("PROTEST", "SUPPORT")),
        ("country=xsu&type=PROTEST", lambda e: e.event_type == "PROTEST"),
        ("place=Nowhere&actor=", lambda e: False),
    ],
)
def test_filters_of_events(query: str, test, called: Caller) -> None:
    wanted = {event.id for event in EVENTS if test(event)}
    page = called.get(f"/events?{query}").text
    rows = rows_of(page)
    assert {id_ for id_ in (e.id for e in EVENTS) if any(id_ in row for row in rows)} == wanted
    lines = list(
        csv.DictReader(io.StringIO(called.get(f"/events.csv?{query}").text.lstrip("\ufeff")))
    )
    assert {line["event_id"] for line in lines} == wanted
    for path in ("/map", "/network", "/timeline"):
        if "status" not in query:
            assert called.get(f"{path}?{query}").status_code == 200


def test_filters_of_actors(called: Caller) -> None:
    assert len(rows_of(called.get("/actors?kind=person").text)) == 2
    assert len(rows_of(called.get("/actors?name=NORLAND").text)) == 4
    assert "clear them" in called.get("/actors?country=fra").text


def test_table_comes_in_pages(crowded: Caller) -> None:
    first, last = crowded.get("/events"), crowded.get("/events?page=3")
    assert (len(rows_of(first.text)), len(rows_of(last.text))) == (50, 20)
    assert "/events?page=2" in hrefs_of(first.text)
    assert "/events?page=2" in hrefs_of(last.text)
    assert "1 to 50 of 120 events" in first.text
    assert crowded.get("/events?page=4").status_code == 400
    assert len(crowded.get("/events.csv").text.splitlines()) == 121


@pytest.mark.parametrize("order", ["up", "down"])
@pytest.mark.parametrize("sort", ["day", "type", "place", "killed", "reports", "confidence"])
def test_table_is_sorted(sort: str, order: str, called: Caller) -> None:
    page = called.get(f"/events?sort={sort}&order={order}").text
    assert f'aria-sort="{"ascending" if order == "up" else "descending"}"' in page
    lines = csv.DictReader(
        io.StringIO(called.get(f"/events.csv?sort={sort}&order={order}").text.lstrip("\ufeff"))
    )
    ids = [line["event_id"] for line in lines]
    assert [next(i for i in ids if f"/event/{i}" in row) for row in rows_of(page)] == ids
    if sort == "killed":
        known = [
            max((t.best for t in e.tolls), default=None) for i in ids for e in EVENTS if e.id == i
        ]
        numbers = [number for number in known if number is not None]
        assert numbers == sorted(numbers, reverse=order == "down")
        assert None not in known[: len(numbers)]  # what is not known comes last either way


def test_cells_of_csv_are_no_formulas(called: Caller) -> None:
    text = called.get("/actors.csv").text
    assert "'=HYPERLINK" in text
    assert "\n=" not in text
    assert ",=" not in text


@pytest.mark.parametrize(
    ("path", "advice"),
    [
        ("/events?type=WAR", "none of"),
        ("/events?since=March", "2024-03-01"),
        ("/events?colour=red", "it knows actor"),
        ("/events?sort=mood", "none of day"),
        ("/events?order=sideways", "up, down"),
        ("/events?page=0", "from 1 to 1"),
        ("/events?page=x", "from 1 to 1"),
        ("/events?type=AID&type=AID", "twice"),
        ("/events?place=" + "x" * 600, "longer"),
        ("/events?status=sad", "none of"),
        ("/map?actor=Nobody", "holds no"),
        ("/timeline?other=Norland", "without an actor"),
        ("/timeline?actor=Nobody", "time line"),
        ("/actors?kind=cloud", "none of"),
        ("/sparql?named=gossip", "choose one of"),
        ("/event/" + DISPUTED.id + "?page=2", "knows no filter"),
    ],
)
def test_wrong_wish_is_told(path: str, advice: str, called: Caller) -> None:
    answer = called.get(path)
    assert answer.status_code == 400
    assert advice in answer.text
    assert "<h1>This cannot be read</h1>" in answer.text


@pytest.mark.parametrize(
    ("path", "suggestion"),
    [
        (f"/event/{DISPUTED.id[:8]}", f"/event/{DISPUTED.id}"),
        (f"/event/{DISPUTED.id[:-1]}x", f"/event/{DISPUTED.id}"),
        ("/actor/Drav", "/actor/ilan-dravo"),
        ("/article/a-her", "/article/a-herald-1"),
        ("/Kessa", "/article/a-wire-1"),
        ("/nothing/there", "/events"),
    ],
)
def test_unknown_page_suggests(path: str, suggestion: str, called: Caller) -> None:
    answer = called.get(path)
    assert answer.status_code == 404
    assert suggestion in hrefs_of(answer.text)
