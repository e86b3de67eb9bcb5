"""What every served answer holds to: inert text, headers, names, methods."""

import json
import re
from pathlib import Path
from urllib.parse import quote

import pytest

from kg.views.serving.headers import HEADERS
from tests.samples import BRIGADE, FORMULA, SCRIPT, sample_graph
from tests.views.page_parts import hashes_of, take_apart
from tests.views.serving import (
    ERRORS,
    FILES,
    PAGES,
    STORABLE,
    Caller,
    app_of,
    caller_of,
    hrefs_of,
)

FORBIDDEN = {"img", "iframe", "object", "embed", "base", "audio", "video", "image", "use"}


def assert_inert(page: str) -> None:
    page.encode("utf-8")
    parts = take_apart(page)
    assert not {tag for tag, _ in parts.tags} & FORBIDDEN
    names = {name for _, given in parts.tags for name in given}
    assert not {name for name in names if name.startswith("on")}
    assert not names & {"autofocus", "srcdoc", "style", "src"}
    assert all(re.match(r"https://|#|/(?!/)|data:,$", href) for href in hrefs_of(page))
    actions = {given["action"] for tag, given in parts.tags if tag == "form"}
    assert actions <= {"/search", "/sparql", "/events", "/actors", "/map", "/timeline", "/network"}


def test_hostile_graph_is_text_on_every_page(hostile: Caller) -> None:
    for path in ("/", "/network", "/map", "/timeline", "/events", "/actors"):
        answer = hostile.get(path)
        assert answer.status_code == 200, path
        assert_inert(answer.text)
        ours = take_apart(answer.text)
        for script in ours.scripts:
            assert "window.executed" not in script


@pytest.mark.parametrize("payload", STORABLE)
def test_hostile_id_is_text(payload: str, hostile: Caller) -> None:
    for kind in ("event", "actor", "article"):
        answer = hostile.get(f"/{kind}/{quote(payload, safe='')}")
        assert answer.status_code in (200, 404), kind  # the last of the ring did nothing
        assert_inert(answer.text)
    for path in ("/search?q=", "/nothing/", "/events?actor=", "/events?x=", "/sparql?named="):
        assert_inert(hostile.get(path + quote(payload, safe="")).text)
    assert_inert(hostile.ask(payload).text)
    assert_inert(hostile.ask(f"SELECT ({json.dumps(payload)} AS ?x) {{}}").text)


@pytest.mark.parametrize("words", [SCRIPT, FORMULA, BRIGADE])
def test_hostile_words_of_an_article_are_text(words: str, called: Caller) -> None:
    assert_inert(called.get("/article/a-hostile").text)
    assert_inert(called.get(f"/search?q={quote(words)}").text)


@pytest.mark.parametrize("path", [*PAGES, *ERRORS, *FILES])
def test_every_answer_has_its_headers(path: str, called: Caller) -> None:
    headers = called.get(path).headers
    own = {"content-security-policy", "cache-control"}
    given = {name.lower(): value for name, value in HEADERS.items() if name.lower() not in own}
    assert {name: headers.get(name) for name in given} == given
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert headers["cache-control"] == "no-store" or headers["etag"]
    assert "server" not in headers


@pytest.mark.parametrize("path", [*PAGES, *ERRORS])
def test_policy_names_our_scripts_and_styles_by_hash(path: str, called: Caller) -> None:
    answer = called.get(path)
    parts = take_apart(answer.text)
    rules = (rule.split() for rule in answer.headers["content-security-policy"].split(";"))
    policy = {name: values for name, *values in rules}
    assert policy == {**parts.policy, "frame-ancestors": ["'none'"]}
    assert policy["default-src"] == ["'none'"]
    assert policy["script-src"] == (hashes_of(parts.scripts) or ["'none'"])
    assert policy["form-action"] == ["'self'"]
    if path != "/network":
        assert policy["style-src"] == hashes_of(parts.styles)


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:8750", "127.0.0.1:80", "[::1]:8750"])
def test_own_names_are_answered(host: str, called: Caller) -> None:
    assert called.get("/healthz", Host=host).status_code == 200


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "localhost.evil.example",
        "evil@localhost",
        "localhost/",
        "",
        "127.0.0.2",
        "localhost:x",
    ],
)
def test_other_names_are_refused(host: str, called: Caller) -> None:
    answer = called.get("/", Host=host)
    assert answer.status_code == 421
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "Norland" not in answer.text


def test_given_host_is_answered(tmp_path: Path) -> None:
    named = caller_of(sample_graph(), tmp_path, host="kg.example")
    assert named.get("/healthz", Host="kg.example:8750").status_code == 200
    assert named.get("/healthz", Host="evil.example").status_code == 421
    everywhere = Caller(app=app_of(tmp_path, host="0.0.0.0"))
    assert everywhere.get("/healthz", Host="192.168.1.7:8750").status_code == 200
    assert everywhere.get("/healthz", Host="evil.example").status_code == 421


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"])
@pytest.mark.parametrize("path", [*PAGES, *FILES])
def test_nothing_but_reading_is_answered(method: str, path: str, called: Caller) -> None:
    if (method, path) == ("POST", "/sparql"):
        return
    answer = called.send(method, path)
    assert answer.status_code == 405
    assert "GET" in answer.headers["allow"]
    assert answer.headers["x-frame-options"] == "DENY"


@pytest.mark.parametrize("path", [*PAGES, *FILES])
def test_head_is_answered(path: str, called: Caller) -> None:
    assert called.send("HEAD", path).status_code == 200


def test_page_that_is_known_is_not_sent_again(called: Caller) -> None:
    tag = called.get("/events").headers["etag"]
    again = called.get("/events", If_None_Match=tag)
    assert (again.status_code, again.text, again.headers["etag"]) == (304, "", tag)
    assert "content-security-policy" not in again.headers  # that of the page holds on
    assert called.get("/events", If_None_Match='"other"').status_code == 200


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_pages_of_others_get_nothing_but_links(site: str, called: Caller) -> None:
    told = {"Sec_Fetch_Site": site}
    for mode in ("no-cors", "cors"):
        answer = called.get("/events", **told, Sec_Fetch_Mode=mode)
        assert (answer.status_code, answer.headers["x-frame-options"]) == (403, "DENY")
    assert called.get("/events", **told, Sec_Fetch_Mode="navigate").status_code == 200
    asked = called.get("/sparql?query=ASK%20%7B%7D", **told, Sec_Fetch_Mode="navigate")
    assert asked.status_code == 403
    own = {"Sec_Fetch_Site": "same-origin", "Sec_Fetch_Mode": "cors"}
    assert called.get("/events", **own).status_code == 200
