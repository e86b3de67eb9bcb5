"""`kg remove`: an article goes, and all that stood on it alone."""

import shutil
from pathlib import Path

import pytest

import kg
from tests.conftest import Built
from tests.corpus import read_outputs
from tests.terminal import kg_here

pytestmark = pytest.mark.pipeline


@pytest.fixture
def folder(built: Built, tmp_path: Path) -> Path:
    """A copy of the built folder that a test may change."""
    return Path(shutil.copytree(built.folder, tmp_path / "out"))


@pytest.mark.parametrize("name", ["strike", "copy", "toll", "talks"])
def test_exports_are_those_of_a_build_without_the_article(
    name: str, folder: Path, corpus: Path, tmp_path: Path
) -> None:
    outcome = kg_here("remove", folder, name)
    assert outcome.exit_code == 0, outcome.stderr
    assert outcome.stdout == f"removed {name}; 7 articles are left\n"
    others = [path for path in corpus.iterdir() if path.stem != name]
    kg_here("build", *others, "-o", tmp_path / "never")
    assert read_outputs(folder) == read_outputs(tmp_path / "never")


def test_last_article_leaves_an_empty_graph(folder: Path) -> None:
    for article in kg.load(folder).records.articles:
        assert kg_here("remove", folder, article.id).exit_code == 0
    records = kg.load(folder).records
    assert (records.articles, records.claims, records.actors, records.events) == ((), (), (), ())


def test_article_that_is_not_there_changes_nothing(folder: Path) -> None:
    before = read_outputs(folder)
    outcome = kg_here("remove", folder, "nowhere\x1b[2J")
    assert (outcome.exit_code, outcome.stdout) == (1, "")
    assert "holds no article" in outcome.stderr
    assert "\x1b" not in outcome.stderr
    assert read_outputs(folder) == before


def test_folder_that_is_not_there_says_what_to_do(tmp_path: Path) -> None:
    outcome = kg_here("remove", tmp_path / "nowhere", "strike")
    assert outcome.exit_code == 1
    assert "make one with `kg build`" in outcome.stderr
    assert list(tmp_path.iterdir()) == []


def test_lexicon_of_the_build_is_used_again(tmp_path: Path) -> None:
    lexicon = tmp_path / "actors.tsv"
    header = ("alias", "actor_id", "name", "kind", "country", "sector", "since", "until")
    row = ("Harim Shield", "harim-shield", "Shield of Harim", "armed group", "SYR", "REB", "", "")
    lexicon.write_text("\t".join(header) + "\n" + "\t".join(row) + "\n", encoding="utf-8")
    paths = [tmp_path / "a.txt", tmp_path / "b.txt"]
    for path, place in zip(paths, ("Idlib", "Aleppo"), strict=True):
        text = f"id: {path.stem}\n\nFighters of the Harim Shield shelled the town of {place}."
        path.write_text(text, encoding="utf-8")
    given = ("--lexicon", lexicon)
    kg_here("build", *paths, *given, "-o", tmp_path / "out")
    kg_here("remove", tmp_path / "out", "b", *given)
    kg_here("build", paths[0], *given, "-o", tmp_path / "never")
    assert "Shield of Harim" in (tmp_path / "out" / "actors.csv").read_text(encoding="utf-8")
    assert read_outputs(tmp_path / "out") == read_outputs(tmp_path / "never")
