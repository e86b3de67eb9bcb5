import os
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.worlds import many_times
from tests.samples import sample_graph
from tests.views.serving import Caller, caller_of, storable_hostile_graph

GOLDEN = Path(__file__).parents[1] / "golden" / "views"


@pytest.fixture
def assert_golden() -> Callable[[str, str], None]:
    """Compare text with a golden file; KG_RENEW_GOLDEN=1 writes the file anew first."""

    def check(name: str, content: str) -> None:
        if os.environ.get("KG_RENEW_GOLDEN"):
            (GOLDEN / name).write_text(content, encoding="utf-8", newline="\n")
        assert content == (GOLDEN / name).read_text(encoding="utf-8")

    return check


@pytest.fixture(scope="session")
def called(tmp_path_factory: pytest.TempPathFactory) -> Caller:
    """Who calls the served pages of the sample world; tests leave its store as it is."""
    return caller_of(sample_graph(), tmp_path_factory.mktemp("served"))


@pytest.fixture(scope="session")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Caller:
    """Likewise, of a world of 120 events."""
    return caller_of(many_times(sample_graph(), 12), tmp_path_factory.mktemp("crowded"))


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Caller:
    """Likewise, of the hostile world."""
    return caller_of(storable_hostile_graph(), tmp_path_factory.mktemp("hostile"))
