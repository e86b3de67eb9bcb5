"""Talking to a store that fails, refuses, redirects, or loses what it was sent."""

from collections.abc import Callable

import httpx
import pytest

from kg.errors import PushError
from kg.stores import PRESETS, Auth
from kg.stores.clients import TRIES, Client, Secrets
from kg.stores.targets import make_target

GRAPH = "https://w3id.org/conflict-kg/id/merged"
LINE = b"<x:a> <x:b> <x:c> .\n"
Handler = Callable[[httpx.Request], httpx.Response]


def client_of(
    handler: Handler, preset: str = "oxigraph", **more: object
) -> tuple[Client, list[float]]:
    """Return a client whose requests a function answers, and the waits between its tries."""
    waits = list[float]()
    auth = Auth(more.get("auth", Auth.NONE))
    target = make_target("http://localhost:1", PRESETS[preset], auth=auth)
    transport = httpx.MockTransport(handler)
    return Client(target, wait=waits.append, transport=transport, **more), waits  # type: ignore[arg-type]


def answering(*statuses: int) -> tuple[Handler, list[httpx.Request]]:
    """Return a handler that answers with one status after the other, and what it was asked."""
    asked, left = list[httpx.Request](), list(statuses)

    def handle(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        return httpx.Response(left.pop(0) if len(left) > 1 else left[0], text="why not")

    return handle, asked


def test_what_fails_in_passing_is_tried_again() -> None:
    handler, asked = answering(503, 429, 204)
    client, waits = client_of(handler)
    client.put(GRAPH, [LINE])
    assert [request.method for request in asked] == ["PUT"] * 3
    assert waits == [0.5, 1.0]
    assert {request.content for request in asked} == {LINE}


def test_store_that_cannot_be_reached_is_told_after_some_tries() -> None:
    tries = list[int]()

    def refuse(request: httpx.Request) -> httpx.Response:
        tries.append(1)
        raise httpx.ConnectError("connection refused", request=request)

    client, waits = client_of(refuse)
    with pytest.raises(PushError, match=r"cannot be reached.*push again to go on"):
        client.put(GRAPH, [LINE])
    assert len(tries) == TRIES
    assert waits == sorted(waits)


REFUSALS = {
    400: "look into the store's log",
    401: "KG_STORE_USER",
    403: "KG_STORE_USER",
    404: "--preset",
    405: "--preset",
}


@pytest.mark.parametrize(("status", "advice"), REFUSALS.items())
def test_refusal_is_told_at_once_with_advice(status: int, advice: str) -> None:
    handler, asked = answering(status)
    client, _ = client_of(handler)
    with pytest.raises(PushError, match=f"answered with {status}.*why not.*{advice}"):
        client.put(GRAPH, [LINE])
    assert len(asked) == 1


def test_redirect_is_not_followed_with_a_secret() -> None:
    def move(request: httpx.Request) -> httpx.Response:
        assert request.url.host == "localhost"
        return httpx.Response(302, headers={"Location": "http://evil.example/"})

    client, _ = client_of(move, auth=Auth.BASIC, secrets=Secrets(user="u", password="p"))
    with pytest.raises(PushError, match=r"redirects to http://evil\.example/"):
        client.put(GRAPH, [LINE])


def test_first_chunk_replaces_and_the_others_add() -> None:
    handler, asked = answering(204)
    client, _ = client_of(handler)
    client.put(GRAPH, [LINE, LINE])
    assert [request.method for request in asked] == ["PUT", "POST"]
    assert {dict(request.url.params)["graph"] for request in asked} == {GRAPH}
    assert {request.headers["Content-Type"] for request in asked} == {"text/turtle; charset=utf-8"}


def test_graph_without_statements_is_dropped() -> None:
    handler, asked = answering(404)
    client, _ = client_of(handler)
    client.put(GRAPH, [])
    assert [request.method for request in asked] == ["DELETE"]


def test_graph_that_is_not_there_is_empty() -> None:
    handler, _ = answering(404)
    assert client_of(handler)[0].get(GRAPH) == b""


def test_store_without_queries_is_counted_by_what_it_gives_back() -> None:
    def give(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, content=LINE + b"<x:a> <x:b> <x:d> .\n" + LINE)

    assert client_of(give, "gsp")[0].count(GRAPH) == 2


def test_answer_that_is_no_result_is_told() -> None:
    handler, _ = answering(200)
    with pytest.raises(PushError, match="answers no SPARQL results"):
        client_of(handler)[0].count(GRAPH)


def signed_with(**more: object) -> str:
    handler, asked = answering(204)
    client_of(handler, **more)[0].drop(GRAPH)
    return asked[0].headers.get("Authorization", "")


def test_secrets_are_sent_as_the_store_asks() -> None:
    assert signed_with() == ""
    basic = signed_with(auth=Auth.BASIC, secrets=Secrets(user="u", password="p"))
    assert basic == "Basic dTpw"
    assert signed_with(auth=Auth.BEARER, secrets=Secrets(token="t")) == "Bearer t"


def test_secrets_are_never_shown() -> None:
    secrets = Secrets(user="u", password="hush", token="hush")
    assert "hush" not in repr(secrets)
    handler, _ = answering(500)
    client, _ = client_of(handler, auth=Auth.BASIC, secrets=secrets)
    with pytest.raises(PushError) as raised:
        client.drop(GRAPH)
    assert "hush" not in str(raised.value)


def test_secret_read_of_a_file_loses_its_last_newline() -> None:
    assert signed_with(auth=Auth.BEARER, secrets=Secrets(token="t\n")) == "Bearer t"
    basic = signed_with(auth=Auth.BASIC, secrets=Secrets(user="u\n", password="p\r\n"))
    assert basic == "Basic dTpw"


UNSENDABLE = {
    "line break": (Auth.BEARER, Secrets(token="hush\nX: y")),
    "blank": (Auth.BEARER, Secrets(token="hush hush")),
    "not ASCII": (Auth.BEARER, Secrets(token="hüsh")),
    "control": (Auth.DIGEST, Secrets(user="hush\x00", password="p")),
    "colon": (Auth.BASIC, Secrets(user="hush:hush", password="p")),
}


@pytest.mark.parametrize(("auth", "secrets"), UNSENDABLE.values(), ids=UNSENDABLE)
def test_secret_that_cannot_be_sent_is_refused_and_not_shown(auth: Auth, secrets: Secrets) -> None:
    with pytest.raises(PushError, match="cannot be sent") as raised:
        client_of(answering(204)[0], auth=auth, secrets=secrets)
    assert "hush" not in str(raised.value)


def test_answer_that_cannot_be_decoded_is_told() -> None:
    def garble(request: httpx.Request) -> httpx.Response:
        stream = httpx.ByteStream(b"no gzip")
        return httpx.Response(200, headers={"Content-Encoding": "gzip"}, stream=stream)

    with pytest.raises(PushError, match=r"cannot be reached.*incorrect header"):
        client_of(garble)[0].get(GRAPH)


MISSING = {
    Auth.BASIC: "KG_STORE_USER",
    Auth.DIGEST: "KG_STORE_USER",
    Auth.BEARER: "KG_STORE_TOKEN",
}


@pytest.mark.parametrize(("auth", "variable"), MISSING.items())
def test_missing_secret_is_asked_for(auth: Auth, variable: str) -> None:
    with pytest.raises(PushError, match=variable):
        client_of(answering(204)[0], auth=auth)
