"""`kg build`: every way in, what it writes, what it says, and what becomes of bad input."""

import csv
import itertools
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import kg
from kg.graph import KnowledgeGraph
from kg.model import Article
from kg.pipeline.extraction import extract_batches
from tests.conftest import Built
from tests.corpus import read_outputs
from tests.terminal import kg_apart, kg_here

pytestmark = pytest.mark.pipeline

DEFAULTS = {
    *("graph.html", "graph.ttl", "graph.graphml"),
    *("events.csv", "actors.csv", "claims.jsonl"),
}
TEXT = "Rebels shelled the town of Harim on Friday."


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def article_in(folder: Path) -> Article:
    (article,) = kg.load(folder).records.articles
    return article


# --- what it writes and says ---------------------------------------------------------------------


def test_default_exports_are_written(built: Built) -> None:
    assert built.outcome.exit_code == 0
    assert set(read_outputs(built.folder)) == DEFAULTS
    assert (built.folder / "graph.kg").is_file()


def test_default_exports_are_those_of_the_graph(built: Built, outputs: dict[str, bytes]) -> None:
    written = read_outputs(built.folder)
    assert written == {name: outputs[name] for name in written}


def test_summary_counts_and_names_the_page(built: Built, graph: KnowledgeGraph) -> None:
    words = built.outcome.stdout
    assert "8 new, 8 in the graph" in words
    assert "1 disputed" in words
    assert f"{len(graph.records.actors)}, merged from" in words
    assert words.endswith(f"\nOpen {built.folder / 'graph.html'} in a browser.\n")
    assert built.outcome.stderr == ""


def test_second_build_says_that_all_is_known(corpus: Path, tmp_path: Path) -> None:
    kg_here("build", corpus, "-o", tmp_path)
    before = read_outputs(tmp_path)
    again = kg_here("build", corpus, "-o", tmp_path)
    assert "0 new, 8 already known, 8 in the graph" in again.stdout
    assert read_outputs(tmp_path) == before


def test_progress_goes_to_standard_error_of_a_terminal(corpus: Path, tmp_path: Path) -> None:
    outcome = kg_here("build", corpus, "-o", tmp_path, env={"TTY_COMPATIBLE": "1"})
    assert "Reading" in outcome.stderr
    assert "Reading" not in outcome.stdout
    assert "\x1b" not in outcome.stdout


def test_outputs_within_the_inputs_are_not_read(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(TEXT, encoding="utf-8")
    kg_here("build", tmp_path, "-o", tmp_path / "out")
    kg_here("build", tmp_path, "-o", tmp_path / "out")
    assert len(kg.load(tmp_path / "out").records.articles) == 1


# --- ways in -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("stdin", "article_id"),
    [
        (json.dumps({"id": "a", "text": TEXT}).encode(), "a"),
        (f"id: b\n\n{TEXT}\n".encode(), "b"),
    ],
    ids=["JSON lines", "plain text"],
)
def test_standard_input_is_read(stdin: bytes, article_id: str, tmp_path: Path) -> None:
    outcome = kg_here("build", "-", "-o", tmp_path / "out", stdin=stdin)
    assert outcome.exit_code == 0
    assert article_in(tmp_path / "out").id == article_id


def test_columns_of_a_table_can_be_named(tmp_path: Path) -> None:
    table = tmp_path / "archive.csv"
    table.write_text(f'nr,story,when,who\n7,"{TEXT}",2024-03-09,Meridian\n', encoding="utf-8")
    columns = ("id=nr", "text=story", "published=when", "source=who")
    options = [word for column in columns for word in ("--column", column)]
    kg_here("build", table, *options, "-o", tmp_path / "out")
    article = article_in(tmp_path / "out")
    assert (article.id, article.text, article.source) == ("7", TEXT, "Meridian")
    assert str(article.published) == "2024-03-09"


def test_day_and_outlet_fill_what_a_text_does_not_state(tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text(TEXT, encoding="utf-8")
    given = ("--published", "2024-03-08", "--source", "Harbour Wire")
    kg_here("build", report, *given, "-o", tmp_path / "out")
    article = article_in(tmp_path / "out")
    assert (str(article.published), article.source) == ("2024-03-08", "Harbour Wire")
    (event,) = rows_of(tmp_path / "out" / "events.csv")
    assert (event["date_earliest"], event["sources"]) == ("2024-03-08", "1")


@pytest.mark.parametrize(("given", "is_told"), [((), True), (("--published", "2024-03-08"), False)])
def test_articles_without_a_day_are_counted(
    given: tuple[str, ...], is_told: bool, tmp_path: Path
) -> None:
    (tmp_path / "report.txt").write_text(TEXT, encoding="utf-8")
    outcome = kg_here("build", tmp_path / "report.txt", *given, "-o", tmp_path / "out")
    assert ("without a day  1 of 1 articles; 'on Friday' means" in outcome.stdout) is is_told


def test_day_and_outlet_yield_to_what_a_text_states(tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text(f"published: 2020-02-01\nsource: Own\n\n{TEXT}", encoding="utf-8")
    given = ("--published", "2024-03-08", "--source", "Harbour Wire")
    kg_here("build", report, *given, "-o", tmp_path / "out")
    article = article_in(tmp_path / "out")
    assert (str(article.published), article.source) == ("2020-02-01", "Own")


def test_patterns_are_opened_without_a_shell(corpus: Path, tmp_path: Path) -> None:
    kg_here("build", corpus / "t*.*", "-o", tmp_path)
    assert [article.id for article in kg.load(tmp_path).records.articles] == ["talks", "toll"]


# --- bad input -----------------------------------------------------------------------------------

BROKEN = {
    "a.txt": b"",
    "b.txt": b"\x89PNG\r\n\x1a\n\x00\x00",
    "c.txt": "Повстанцы обстреляли город в пятницу, сообщили власти.".encode(),
    "d.jsonl": b"{\n" + json.dumps({"id": "d", "text": TEXT}).encode() + b'\n{"id": "x"}\n',
    "e.csv": b"name,number\none,1\n",
    "f.docx": b"PK\x03\x04",
    "g.txt": f"{TEXT} caf\u00e9 na\u00efve".encode() + b" \xe9\x81 \xff",
    "h.html": b"<html><body></body></html>",
}
REASONS = {
    "a.txt": "no text",
    "b.txt": "binary",
    "c.txt": "not English",
    "d.jsonl:1": "broken JSON",
    "d.jsonl:3": "no text",
    "e.csv": "bad column names",
    "f.docx": "unknown format",
    "g.txt": "wrong encoding",
    "h.html": "no text",
}


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    folder = tmp_path / "broken"
    folder.mkdir()
    for name, content in BROKEN.items():
        (folder / name).write_bytes(content)
    return folder


def test_bad_files_are_listed_and_the_rest_is_built(broken: Path, tmp_path: Path) -> None:
    outcome = kg_here("build", broken, "-o", tmp_path / "out")
    assert outcome.exit_code == 0
    skipped = rows_of(tmp_path / "out" / "skipped.csv")
    assert {Path(row["where"]).name: row["reason"] for row in skipped} == REASONS
    assert [article.id for article in kg.load(tmp_path / "out").records.articles] == ["d"]
    assert set(read_outputs(tmp_path / "out")) == {*DEFAULTS, "skipped.csv"}


def test_skips_are_counted_by_reason(broken: Path, tmp_path: Path) -> None:
    outcome = kg_here("build", broken, "-o", tmp_path / "out")
    assert "3 no text (a.txt, d.jsonl:3, h.html)" in outcome.stdout
    assert "1 not English (c.txt)" in outcome.stdout


def test_list_of_skips_goes_when_nothing_is_skipped(broken: Path, tmp_path: Path) -> None:
    kg_here("build", broken, "-o", tmp_path / "out")
    kg_here("build", broken / "d.jsonl", "-o", tmp_path / "out")
    assert len(rows_of(tmp_path / "out" / "skipped.csv")) == 2
    (broken / "d.jsonl").write_text(json.dumps({"id": "d", "text": TEXT}), encoding="utf-8")
    kg_here("build", broken / "d.jsonl", "-o", tmp_path / "out")
    assert set(read_outputs(tmp_path / "out")) == DEFAULTS


@pytest.mark.slow
def test_strict_build_ends_with_the_reason(broken: Path, tmp_path: Path) -> None:
    outcome = kg_apart("build", broken / "d.jsonl", "--strict", "-o", tmp_path / "out")
    assert (outcome.exit_code, outcome.stdout) == (1, "")
    (said,) = outcome.stderr.splitlines()
    assert said.startswith(f"kg: {broken / 'd.jsonl'}:1: broken JSON: ")


def test_nothing_stored_is_lost_to_a_strict_build(
    corpus: Path, broken: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    kg_here("build", corpus, "-o", out)
    before = read_outputs(out)
    assert kg_here("build", broken / "a.txt", "--strict", "-o", out).exit_code == 1
    assert read_outputs(out) == before
    assert len(kg.load(out).records.articles) == 8


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ("nowhere.txt -o out", "nowhere.txt: no such file or folder; check the spelling"),
        ("nowhere/*.txt -o out", "nothing matches this pattern"),
        ("report.txt --column story=body -o out", "the fields are id, text"),
        ("report.txt --quads nowhere -o out", "plover, gdelt, phoenix"),
        ("report.txt --pipeline nowhere -o out", "Leave out --pipeline"),
        ("report.txt --lexicon nowhere.tsv -o out", "nowhere.tsv"),
        ("report.txt -o report.txt", "choose another with -o"),
        ("report.txt -o report.txt/below", "choose another with -o"),
    ],
)
def test_error_says_what_to_do(
    arguments: str, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "report.txt").write_text(TEXT, encoding="utf-8")
    outcome = kg_here("build", *arguments.split())
    assert (outcome.exit_code, outcome.stdout) == (1, "")
    assert outcome.stderr.startswith("kg: ")
    assert words in outcome.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["report.txt"]


@pytest.mark.parametrize("is_empty", [True, False], ids=["no file", "an empty file"])
def test_build_of_nothing_says_so(is_empty: bool, tmp_path: Path) -> None:
    news = tmp_path / "news"
    news.mkdir()
    if not is_empty:
        (news / "a.txt").touch()
    outcome = kg_here("build", news, "-o", tmp_path / "out")
    assert outcome.exit_code == 0
    told = "1 no file (news): no file in it" if is_empty else "1 no text (a.txt): not a word in it"
    assert told in outcome.stdout
    assert "Nothing was read, so the graph is empty." in outcome.stdout
    assert "in a browser" not in outcome.stdout


def _interrupt_after(batches: int, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*arguments: Any) -> Iterator[Any]:
        yield from itertools.islice(extract_batches(*arguments), batches)
        raise KeyboardInterrupt

    monkeypatch.setattr("kg.pipeline.building.extract_batches", interrupted)


def test_interrupted_build_says_what_is_kept_and_goes_on(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    with monkeypatch.context() as patched:
        _interrupt_after(1, patched)
        outcome = kg_here("build", corpus, "-o", out)
    assert (outcome.exit_code, outcome.stdout) == (130, "")
    assert "what was read is kept, 8 in the graph. Run the same command again" in outcome.stderr
    assert "8 already known" in kg_here("build", corpus, "-o", out).stdout


def test_build_interrupted_at_once_leaves_nothing(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _interrupt_after(0, monkeypatch)
    outcome = kg_here("build", corpus, "-o", tmp_path / "new" / "out")
    assert (outcome.exit_code, outcome.stdout) == (130, "")
    assert "stopped before anything was stored" in outcome.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "arguments",
    [
        ["news"],
        ["news", "-o", "out", "--published", "8 March"],
        ["news", "-o", "out", "--published", "2024-02-30"],
        ["news", "-o", "out", "--workers", "0"],
        ["news", "-o", "out", "--column", "text"],
        ["news", "-o", "out", "--nowhere"],
        ["-o", "out"],
    ],
    ids=" ".join,
)
def test_wrong_usage_is_exit_code_two(
    arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    outcome = kg_here("build", *arguments)
    assert (outcome.exit_code, outcome.stdout) == (2, "")
    assert "kg build --help" in outcome.stderr
    assert list(tmp_path.iterdir()) == []


# --- hostile names -------------------------------------------------------------------------------


def test_controls_in_names_and_ids_never_reach_the_terminal(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "bad\x1b[2J\x9b31m\u202e.txt").touch()
    (folder / "\x1b]0;title\x07.jsonl").write_text("{\n", encoding="utf-8")
    (folder / "good.jsonl").write_text(
        json.dumps({"id": "\x1b[31m\x07", "text": TEXT}), encoding="utf-8"
    )
    outcomes = [
        kg_here("build", folder, "-o", tmp_path / "out"),
        kg_here("build", folder, "--strict", "-o", tmp_path / "out"),
        kg_here("build", folder / "\x1b[5mnowhere", "-o", tmp_path / "out"),
    ]
    assert [outcome.exit_code for outcome in outcomes] == [0, 1, 1]
    written = "".join(outcome.stdout + outcome.stderr for outcome in outcomes)
    assert "bad" in written
    assert "nowhere" in written
    assert all(char.isprintable() or char == "\n" for char in written)
