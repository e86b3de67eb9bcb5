"""No query reaches another machine: each is held against what Oxigraph really does with it."""

import contextlib
import random
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pyoxigraph as ox
import pytest

from kg.stores.services import asks_a_service

# What may stand before the word: with and without a blank, or such that it seems to be in a string.
BEFORE = (
    "",
    "?s ?p ?o . ",
    "?s ?p ?o .",
    "?s ?p ?o.",
    "?s ?p 1",
    "?s ?p 1.",
    "?s ?p true",
    "?s ?p 'a'.",
    "?s ?p 'a'@en.",
    "?s ?p [].",
    "?s ?p e:SERVICE .",
    "{}",
    "{}.",
    "OPTIONAL { ?s ?p e:. }",
    "OPTIONAL { ?s e:a\\' ?o }",
    "OPTIONAL { ?s e:a\\# ?o }",
    'OPTIONAL { ?s e:a\\" ?o }',
    "OPTIONAL { ?s ?p '''\\'''' }",
    "OPTIONAL { <http://e/s'> ?p ?q }",
    "BIND('a' AS ?a) FILTER(?a<'&&?b>')",
    "FILTER(1<2&&3>2)",
    "FILTER(?s!='x#')",
    "#'\n",
)
WORDS = ("SERVICE", "service", "SeRvIcE")
GAPS = ("", " ", "\n", "#x\n", "# service ' {\r")
SILENT = ("", "SILENT", " silent ", "SILENT#\n")
WHOM = ("<{}>", "e2:x", "e2:", "e2:x\\#y", "e2:x.y", ":x", "SERVICE:x", "silent:x", "?u", "$u")
PREFIXES = " ".join(f"PREFIX {name}: <{{0}}>" for name in ("e2", "", "SERVICE", "silent"))
QUERY = f"PREFIX e: <http://e/> {PREFIXES} SELECT * {{{{ VALUES ?u {{{{ <{{0}}> }}}} {{1}} }}}}"


class Listener(ThreadingHTTPServer):
    """A service that counts who asks it."""

    asked = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/"


class Refusal(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        self.server.asked += 1  # type: ignore[attr-defined]
        self.send_error(404)

    def log_message(self, *_: object) -> None:
        """Stay silent."""


@pytest.fixture(scope="module")
def listener() -> Iterator[Listener]:
    with Listener(("127.0.0.1", 0), Refusal) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


def is_asked(listener: Listener, query: str) -> bool:
    store, before = ox.Store(), listener.asked
    store.update("INSERT DATA { <http://e/s> <http://e/p> 1 , true , 'a' , <http://e/SERVICE> }")
    with contextlib.suppress(SyntaxError, OSError, RuntimeError):
        list(store.query(query))  # type: ignore[arg-type]
    return listener.asked > before


def queries(url: str, number: int) -> Iterator[str]:
    draw = random.Random(20240304).choice
    for _ in range(number):
        gaps = [draw(GAPS) for _ in range(3)]
        clause = (draw(WORDS), gaps[0], draw(SILENT), gaps[1], draw(WHOM).format(url), gaps[2])
        yield QUERY.format(url, draw(BEFORE) + "".join(clause) + "{ ?x ?y 'z' }")


def test_every_query_that_would_ask_a_service_is_found(listener: Listener) -> None:
    asking = [query for query in queries(listener.url, 2000) if is_asked(listener, query)]
    assert len(asking) > 200  # the queries are good for something
    assert [query for query in asking if not asks_a_service(query)] == []


TRICKS = {
    "no blank after a full stop": "ASK { ?s ?p ?o.SERVICE <x:y> { ?s ?p ?o } }",
    "no blank after a number": "ASK { ?s ?p 1SERVICE <x:y> { ?s ?p ?o } }",
    "escaped quote in a name": "ASK { ?s kg:a\\' ?o . SERVICE <x:y> { ?s ?p 'z' } }",
    "comparison like an IRI": "ASK { FILTER(?a<'&&?b>') SERVICE <x:y> { ?s ?p 'z' } }",
    "prefix of the same name": "ASK { SERVICE SERVICE:x { ?s ?p ?o } }",
    "behind a comment": "ASK { SERVICE # service {\n SILENT<x:y>{ ?s ?p ?o } }",
    "no end of comments": "ASK { " + "SERVICE#" * 200 + "\n<x:y>{ ?s ?p ?o } }",
}


@pytest.mark.parametrize("query", TRICKS.values(), ids=TRICKS)
def test_trick_is_seen_through(query: str) -> None:
    assert asks_a_service(query)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?service ?x { ?service ?p ?x }",
        "ASK { ?s kg:service ?o { ?o ?p ?q } }",
        "ASK { ?s kg:a.service ?o { ?o ?p ?q } }",
        'ASK { ?s rdfs:label "the Security Service of Ukraine" FILTER(?s != "") }',
        "ASK { ?s rdfs:label ?o # who is in service\n FILTER(?o != '') }",
        "ASK { ?s ?p <https://x.example/service> . { ?s ?p ?o } }",
    ],
)
def test_name_or_text_is_no_service(query: str) -> None:
    assert not asks_a_service(query)


@pytest.mark.parametrize(
    "piece", ["service", "service#", "service ?a.", "service:-", "service:a.", "service<", "a:b."]
)
def test_long_text_is_read_in_no_time(piece: str) -> None:
    started = time.perf_counter()
    asks_a_service(piece * 20_000)
    assert time.perf_counter() - started < 2
