"""`kg import`: a graph that went out comes back the same."""

from pathlib import Path

import pytest

import kg
from tests.conftest import Built
from tests.terminal import kg_here

pytestmark = pytest.mark.pipeline


@pytest.mark.parametrize("ending", ["ttl", "trig", "nq", "nt", "jsonld"])
def test_graph_comes_back_the_same(ending: str, built: Built, tmp_path: Path) -> None:
    file, folder = tmp_path / f"graph.{ending}", tmp_path / "back"
    assert kg_here("export", built.folder, "-o", file).exit_code == 0
    outcome = kg_here("import", folder, file)
    assert outcome.exit_code == 0, outcome.stderr
    there, back = kg.load(built.folder).records, kg.load(folder).records
    for name in ("articles", "claims", "actors", "events", "actor_links", "event_links", "stories"):
        assert getattr(back, name) == getattr(there, name), name
    assert (folder / "graph.ttl").read_bytes() == (built.folder / "graph.ttl").read_bytes()


def test_import_adds_what_is_new_and_says_what_is_known(built: Built, tmp_path: Path) -> None:
    file = tmp_path / "graph.trig"
    kg_here("export", built.folder, "-o", file)
    articles = len(kg.load(built.folder).records.articles)
    first = kg_here("import", tmp_path / "out", file)
    second = kg_here("import", tmp_path / "out", file)
    assert f"{articles} new, {articles} now" in first.stdout
    assert f"0 new, {articles} already known, {articles} now" in second.stdout


def test_file_that_kg_did_not_write_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "other.ttl"
    file.write_text("<https://x.example/a> a <https://x.example/b> .\n", encoding="utf-8")
    outcome = kg_here("import", tmp_path / "out", file)
    assert (outcome.exit_code, outcome.stdout) == (1, "")
    assert "import a file that kg wrote" in outcome.stderr
    assert not (tmp_path / "out").exists()
