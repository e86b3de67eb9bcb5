"""One store over HTTP: its graphs are put, read, counted and dropped; errors say what to do.

What fails in passing is tried again: all requests can be repeated, as no graph has blank nodes.
"""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from kg.errors import PushError
from kg.stores.targets import Auth, Target

if TYPE_CHECKING:
    import httpx

__all__ = ["Client", "Secrets"]

TRIES = 6
FIRST_WAIT_SECONDS = 0.5  # before the second try; doubled before each further one
TIMEOUT_SECONDS = 300.0  # a large chunk may take a store minutes
PASSING = (408, 425, 429, 500, 502, 503, 504)
TURTLE = "text/turtle; charset=utf-8"  # N-Triples is Turtle, and old stores know only the latter
COUNT = "SELECT (COUNT(*) AS ?n) WHERE {{ GRAPH <{}> {{ ?s ?p ?o }} }}"
MAX_SHOWN = 300  # characters of a store's answer in an error


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Secrets:
    """Name and password, or a token; never shown."""

    user: str = ""
    password: str = ""
    token: str = ""


class Client:
    """A store that is spoken to; use it as a context manager.

    Args:
        target: Its addresses.
        auth: How the user is known there.
        secrets: With what.
        wait: Sleeps some seconds between two tries.
        transport: Carries requests in place of the network, for tests.
    """

    def __init__(
        self,
        target: Target,
        *,
        auth: Auth = Auth.NONE,
        secrets: Secrets | None = None,
        wait: Callable[[float], None] = time.sleep,
        transport: "httpx.BaseTransport | None" = None,
    ) -> None:
        import httpx

        self._target = target
        self._wait = wait
        self._http = httpx.Client(
            **_signing(auth, secrets or Secrets()),
            timeout=TIMEOUT_SECONDS,
            follow_redirects=False,  # a secret goes where the user said, and nowhere else
            trust_env=not target.is_local,  # proxies
            transport=transport,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._http.close()

    def put(self, graph: str, chunks: Iterable[bytes]) -> None:
        """Put N-Triples in the place of what a graph holds; the first chunk replaces, more add."""
        method = "PUT"
        for chunk in chunks:
            self._graph(method, graph, content=chunk)
            method = "POST"
        if method == "PUT":  # nothing to say: no store has to keep an empty graph
            self.drop(graph)

    def add(self, graph: str, chunk: bytes) -> None:
        """Add N-Triples to what a graph holds."""
        self._graph("POST", graph, content=chunk)

    def get(self, graph: str) -> bytes:
        """Return what a graph holds, as Turtle or N-Triples; nothing if there is none."""
        found = self._graph("GET", graph, accept="application/n-triples, text/turtle;q=0.9")
        return b"" if found.status_code in (404, 204) else found.content

    def drop(self, graph: str) -> None:
        """Remove a graph; it may be gone already."""
        self._graph("DELETE", graph)

    def count(self, graph: str) -> int:
        """Return how many statements a graph has."""
        if self._target.queries is None:
            return _count_statements(self.get(graph), graph)
        found = self._send(
            "POST",
            self._target.queries,
            data={"query": COUNT.format(graph)},
            headers={"Accept": "application/sparql-results+json"},
        )
        try:
            return int(found.json()["results"]["bindings"][0]["n"]["value"])
        except (ValueError, LookupError, TypeError) as error:
            raise PushError(
                f"{self._target.queries}: answers no SPARQL results ({_shown(found)!r}); check "
                "the address and --preset"
            ) from error

    def _graph(
        self, method: str, graph: str, *, content: bytes | None = None, accept: str = "*/*"
    ) -> "httpx.Response":
        headers = {"Accept": accept}
        if content is not None:
            headers["Content-Type"] = TURTLE
        may_lack = (404,) if method in ("GET", "DELETE") else ()
        return self._send(
            method,
            self._target.graphs,
            params={self._target.parameter: graph},
            content=content,
            headers=headers,
            allowed=may_lack,
        )

    def _send(
        self, method: str, url: str, *, allowed: tuple[int, ...] = (), **request: Any
    ) -> "httpx.Response":
        import httpx

        for attempt in range(1, TRIES + 1):
            is_last = attempt == TRIES
            try:
                found = self._http.request(method, url, **request)
            except httpx.RequestError as error:
                if is_last or isinstance(error, httpx.UnsupportedProtocol):
                    raise PushError(
                        f"{url}: cannot be reached ({error or type(error).__name__}); check the "
                        "address, and that the store runs. What was sent is kept: push again to "
                        "go on"
                    ) from error
            else:
                if found.is_success or found.status_code in allowed:
                    return found
                if is_last or found.status_code not in PASSING:
                    raise PushError(_refusal(method, url, found))
            self._wait(FIRST_WAIT_SECONDS * 2 ** (attempt - 1))
        raise AssertionError  # the last try returns or raises


def _signing(auth: Auth, secrets: Secrets) -> dict[str, Any]:
    """Return the arguments by which an HTTP client signs its requests."""
    import httpx

    if auth is Auth.NONE:
        return {}
    if auth is Auth.BEARER:
        token = secrets.token.strip()  # a file that it was read of ends in a newline
        if not token:
            raise PushError("--auth bearer needs a token; set KG_STORE_TOKEN")
        _check_sendable(token, "KG_STORE_TOKEN", is_sendable=token.isascii() and " " not in token)
        return {"headers": {"Authorization": f"Bearer {token}"}}
    user, password = secrets.user.strip("\r\n"), secrets.password.strip("\r\n")
    if not user:
        raise PushError(f"--auth {auth} needs a user; set KG_STORE_USER and KG_STORE_PASSWORD")
    _check_sendable(user, "KG_STORE_USER", is_sendable=auth is Auth.DIGEST or ":" not in user)
    kind = httpx.BasicAuth if auth is Auth.BASIC else httpx.DigestAuth
    return {"auth": kind(user, password)}


def _check_sendable(secret: str, variable: str, *, is_sendable: bool) -> None:
    """Refuse what no header can hold, before an error of the library shows it."""
    if not (secret.isprintable() and is_sendable):
        raise PushError(
            f"{variable} holds a character that cannot be sent; check for blanks, line breaks and "
            "quotes that do not belong to it"
        )


def _refusal(method: str, url: str, found: "httpx.Response") -> str:
    status = found.status_code
    advice = "look into the store's log"
    if status in (401, 403):
        advice = "check --auth, KG_STORE_USER, KG_STORE_PASSWORD or KG_STORE_TOKEN"
    elif status in (404, 405):
        advice = "check the address and --preset"
    elif found.is_redirect:
        advice = f"it redirects to {found.headers.get('Location', 'nowhere')}; give that address"
    return f"{url}: {method} is answered with {status} ({_shown(found)!r}); {advice}"


def _shown(found: "httpx.Response") -> str:
    return " ".join(found.text.split())[:MAX_SHOWN]


def _count_statements(content: bytes, graph: str) -> int:
    from pyoxigraph import RdfFormat, parse

    try:
        return len({str(quad) for quad in parse(content, format=RdfFormat.TURTLE)})
    except SyntaxError as error:
        raise PushError(f"{graph}: what the store gives back is no Turtle ({error})") from error
