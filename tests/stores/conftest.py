from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.stores import Dataset
from tests.samples import sample_graph
from tests.stores.servers import OXIGRAPH, VIRTUOSO, Server, run_oxigraph, run_virtuoso

NO_VIRTUOSO = "no virtuoso-t here; Debian's virtuoso-opensource-7-bin brings it"


@pytest.fixture(scope="session")
def dataset() -> Dataset:
    """Return the dataset of the sample."""
    return Dataset.of(sample_graph())


@pytest.fixture(scope="session")
def oxigraph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    assert OXIGRAPH, "the package oxigraph is among those that tests need"
    with run_oxigraph(tmp_path_factory.mktemp("oxigraph")) as server:
        yield server


@pytest.fixture(scope="session")
def virtuoso(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    if VIRTUOSO is None:
        pytest.skip(NO_VIRTUOSO)
    with run_virtuoso(tmp_path_factory.mktemp("virtuoso")) as server:
        yield server


@pytest.fixture(params=["oxigraph", "virtuoso"])
def server(request: pytest.FixtureRequest) -> Server:
    """Return each of the stores in turn."""
    found: Server = request.getfixturevalue(request.param)
    return found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a store of the sample in it."""
    from benchmarks.worlds import write_store

    write_store(sample_graph(), tmp_path / "graph.kg")
    return tmp_path
