"""`kg demo`: the first thing that a newcomer runs."""

import shutil
from pathlib import Path

import pytest

import kg
from kg.cli import demo as command
from kg.errors import ArticleError
from tests.conftest import Built
from tests.corpus import ROOT, read_outputs
from tests.terminal import kg_here


def test_sample_articles_are_found() -> None:
    assert command.seeds_folder() == ROOT / "seeds" / "articles"


def test_sample_articles_in_the_package_come_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder in ("kg/seeds/articles", "seeds/articles"):
        (tmp_path / folder).mkdir(parents=True)
    monkeypatch.setattr(command, "PACKAGE", tmp_path / "kg")
    assert command.seeds_folder() == tmp_path / "kg" / "seeds" / "articles"


def test_missing_sample_articles_say_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "PACKAGE", tmp_path / "kg")
    with pytest.raises(ArticleError, match="install kg anew"):
        command.seeds_folder()


@pytest.mark.pipeline
@pytest.mark.slow
def test_demo_writes_the_default_outputs_and_names_the_page(demo: Built) -> None:
    assert demo.outcome.exit_code == 0, demo.outcome.stderr
    assert set(read_outputs(demo.folder)) == {
        *("graph.html", "graph.ttl", "graph.graphml"),
        *("events.csv", "actors.csv", "claims.jsonl"),
    }
    assert demo.outcome.stdout.endswith(f"\nOpen {demo.folder / 'graph.html'} in a browser.\n")
    assert demo.outcome.stderr == ""


@pytest.mark.pipeline
@pytest.mark.slow
def test_demo_reads_every_sample_article(demo: Built) -> None:
    graph = kg.load(demo.folder)
    assert len(graph.records.articles) == len(list(command.seeds_folder().iterdir()))
    assert graph.records.skips == ()
    assert {event.status for event in graph.records.events} >= {"reported", "disputed"}
    assert _title(demo.folder) == command.TITLE


@pytest.mark.pipeline
@pytest.mark.slow
def test_the_heading_stays_when_the_exports_are_renewed(demo: Built, tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    shutil.copytree(demo.folder, folder)
    kg_here("remove", folder, kg.load(folder).records.articles[0].id)
    assert _title(folder) == command.TITLE


def _title(folder: Path) -> str:
    page = (folder / "graph.html").read_text(encoding="utf-8")
    return page.partition("<title>")[2].partition("</title>")[0]
