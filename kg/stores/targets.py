"""Where a triple store listens: the address that people know enters, its two endpoints leave.

Addresses: SPARQL 1.1 Graph Store HTTP Protocol (W3C, 2013), section 4.2, and the manuals of the
stores, as of 2026.
"""

import ipaddress
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from urllib.parse import SplitResult, urlsplit

from kg.errors import PushError

__all__ = ["PRESETS", "Auth", "Preset", "Target", "make_target"]


class Auth(StrEnum):
    """How a store knows its users."""

    NONE = "none"
    BASIC = "basic"
    DIGEST = "digest"
    BEARER = "bearer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Preset:
    """How one kind of store builds its addresses.

    Attributes:
        example: The address that a user gives.
        graphs: What follows it for the Graph Store protocol.
        queries: What follows it for SPARQL queries; None: it answers none there.
        parameter: The name under which a graph is named.
        auth: What the store asks for when it is set up as its manual says.
    """

    example: str
    graphs: str
    queries: str | None
    parameter: str = "graph"
    auth: Auth = Auth.NONE


PRESETS: Mapping[str, Preset] = MappingProxyType(
    {
        "oxigraph": Preset(example="http://localhost:7878", graphs="/store", queries="/query"),
        "fuseki": Preset(example="http://localhost:3030/war", graphs="/data", queries="/query"),
        "graphdb": Preset(
            example="http://localhost:7200/repositories/war",
            graphs="/rdf-graphs/service",
            queries="",
        ),
        "virtuoso": Preset(
            example="http://localhost:8890",
            graphs="/sparql-graph-crud-auth",
            queries="/sparql",
            parameter="graph-uri",
            auth=Auth.DIGEST,
        ),
        "stardog": Preset(
            example="https://localhost:5820/war", graphs="", queries="/query", auth=Auth.BASIC
        ),
        "gsp": Preset(example="http://localhost:8080/graphs", graphs="", queries=None),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """One store: where its graphs are written, and where it answers queries, if anywhere."""

    graphs: str
    queries: str | None
    parameter: str

    @property
    def is_local(self) -> bool:
        """Whether it is on this machine."""
        return _is_local(urlsplit(self.graphs).hostname or "")


def make_target(url: str, preset: Preset, *, auth: Auth) -> Target:
    """Return the store at an address.

    Args:
        url: What the user gave, as `preset.example`.
        preset: The kind of store.
        auth: How the user will be known there.

    Raises:
        PushError: If it is no http address, holds a secret, or would send one in the clear.
    """
    parts = _parts(url)
    if parts is None:
        raise PushError(f"{url!r} is no address of a store; give one like {preset.example}")
    if parts.query or parts.fragment:
        raise PushError(
            f"{url!r} holds more than a path; leave out what begins with '?' or '#', what the "
            "store needs is added"
        )
    if parts.username or parts.password:
        raise PushError(
            "the address holds a name or password, which others on this machine could read; set "
            "KG_STORE_USER and KG_STORE_PASSWORD instead"
        )
    host = parts.hostname or ""
    if auth is not Auth.NONE and parts.scheme == "http" and not _is_local(host):
        raise PushError(
            f"{host}: a password is not sent over plain http to another machine; use "
            "https, or a tunnel to this one"
        )
    base = url.rstrip("/?#")
    queries = None if preset.queries is None else base + preset.queries
    return Target(graphs=base + preset.graphs, queries=queries, parameter=preset.parameter)


def _parts(url: str) -> SplitResult | None:
    """Return the parts of an http address, None if it is none that a request can be sent to."""
    try:
        parts = urlsplit(url)
        (parts.hostname or "").encode("idna")
        is_whole = bool(parts.hostname) and parts.port != 0  # reading a port that is none raises
    except ValueError:
        return None
    is_plain = url.isprintable() and " " not in url
    return parts if is_plain and is_whole and parts.scheme in ("http", "https") else None


def _is_local(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
