"""`kg push`: to a real store, and what it says where there is none."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.worlds import write_store
from tests.samples import sample_graph
from tests.stores.servers import OXIGRAPH, Server, run_oxigraph
from tests.terminal import kg_here


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    assert OXIGRAPH
    with run_oxigraph(tmp_path_factory.mktemp("oxigraph")) as server:
        yield server


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_store(sample_graph(), tmp_path / "graph.kg")
    return tmp_path


def test_push_sums_up(folder: Path, server: Server) -> None:
    graphs = len(sample_graph().records.articles) + 2
    first = kg_here("push", folder, server.url)
    assert (first.exit_code, first.stderr) == (0, "")
    assert first.stdout.split()[:3] == ["graphs", "sent", str(graphs)]
    second = kg_here("push", folder, server.url)
    assert ["unchanged", str(graphs)] == second.stdout.split()[3:5]


def test_push_sends_the_secret_of_the_environment(folder: Path, server: Server) -> None:
    env = {"KG_STORE_TOKEN": "t"}
    assert kg_here("push", folder, server.url, "--auth", "bearer", env=env).exit_code == 0


FAULTY = {
    "no address": (("nowhere",), 1, "no address of a store"),
    "unknown preset": (("http://localhost:1", "--preset", "mongo"), 2, "oxigraph, fuseki"),
    "unknown auth": (("http://localhost:1", "--auth", "guess"), 2, "none, basic, digest, bearer"),
    "no secret": (("http://localhost:1", "--auth", "basic"), 1, "KG_STORE_USER"),
    "in the clear": (("http://x.example", "--auth", "basic"), 1, "plain http"),
    "bad base": (("http://localhost:1", "--base-iri", "x"), 1, "base IRI 'x'"),
}


@pytest.mark.parametrize(("arguments", "code", "told"), FAULTY.values(), ids=FAULTY)
def test_faulty_call_is_told(
    folder: Path, arguments: tuple[str, ...], code: int, told: str
) -> None:
    outcome = kg_here("push", folder, *arguments)
    assert (outcome.exit_code, outcome.stdout) == (code, "")
    assert told in outcome.stderr
