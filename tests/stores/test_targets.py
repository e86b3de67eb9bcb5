"""Addresses of stores: what a user knows, and what is built of it."""

import pytest

from kg.errors import PushError
from kg.stores import PRESETS, Auth
from kg.stores.targets import make_target

ENDPOINTS = {
    "oxigraph": ("http://localhost:7878/store", "http://localhost:7878/query"),
    "fuseki": ("http://localhost:3030/war/data", "http://localhost:3030/war/query"),
    "graphdb": (
        "http://localhost:7200/repositories/war/rdf-graphs/service",
        "http://localhost:7200/repositories/war",
    ),
    "virtuoso": ("http://localhost:8890/sparql-graph-crud-auth", "http://localhost:8890/sparql"),
    "stardog": ("https://localhost:5820/war", "https://localhost:5820/war/query"),
    "gsp": ("http://localhost:8080/graphs", None),
}


@pytest.mark.parametrize("name", PRESETS)
def test_endpoints_of_a_preset(name: str) -> None:
    preset = PRESETS[name]
    target = make_target(preset.example + "/", preset, auth=preset.auth)
    assert (target.graphs, target.queries) == ENDPOINTS[name]


BAD = {
    "no address": ("localhost:7878", Auth.NONE, "no address of a store"),
    "file": ("file:///etc/passwd", Auth.NONE, "no address of a store"),
    "no host": ("http:///war", Auth.NONE, "no address of a store"),
    "half an IPv6 host": ("http://[::1", Auth.NONE, "no address of a store"),
    "no port": ("http://localhost:abc", Auth.NONE, "no address of a store"),
    "port beyond all": ("http://localhost:99999", Auth.NONE, "no address of a store"),
    "name that no host has": ("http://a..b/", Auth.NONE, "no address of a store"),
    "line break": ("http://localhost:7878\n/x", Auth.NONE, "no address of a store"),
    "blank": ("http://localhost:7878/a b", Auth.NONE, "no address of a store"),
    "query": ("http://localhost:7878/?union-default-graph", Auth.NONE, "leave out"),
    "fragment": ("http://localhost:7878/#top", Auth.NONE, "leave out"),
    "secret in it": ("https://u:p@x.example/", Auth.NONE, "set KG_STORE_USER"),
    "in the clear": ("http://x.example/", Auth.BASIC, "not sent over plain http"),
    "name like this host": ("http://localhost.x.example/", Auth.DIGEST, "not sent over plain"),
    "number like this host": ("http://127.0.0.1.x.example/", Auth.BEARER, "not sent over plain"),
}


@pytest.mark.parametrize(("url", "auth", "told"), BAD.values(), ids=BAD)
def test_bad_address_is_refused(url: str, auth: Auth, told: str) -> None:
    with pytest.raises(PushError, match=told):
        make_target(url, PRESETS["gsp"], auth=auth)


GOOD = {
    "plain http without secret": ("http://x.example/", Auth.NONE),
    "https": ("https://x.example/", Auth.BASIC),
    "this host": ("http://localhost:1/", Auth.BASIC),
    "this host by number": ("http://127.0.0.5:1/", Auth.BEARER),
    "this host by IPv6": ("http://[::1]:1/", Auth.DIGEST),
}


@pytest.mark.parametrize(("url", "auth"), GOOD.values(), ids=GOOD)
def test_good_address_is_taken(url: str, auth: Auth) -> None:
    assert make_target(url, PRESETS["gsp"], auth=auth).graphs == url.rstrip("/")
