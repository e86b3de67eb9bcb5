"""`kg view`: the page of all or of a part of a graph."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import typer

from kg.cli.filters import make_filter
from kg.graph import GraphFilter, KnowledgeGraph
from kg.model import EventType
from kg.views import PAGE_KINDS, Wish
from tests.conftest import Built
from tests.terminal import assert_refused, kg_here

pytestmark = pytest.mark.pipeline

DATA = re.compile(r'<script[^>]*type="application/json"[^>]*>(.*?)</script>', re.DOTALL)


def data_of(page: Path) -> Any:
    found = DATA.search(page.read_text(encoding="utf-8"))
    assert found
    return json.loads(found[1])


def totals_of(page: Path) -> int:
    total: int = data_of(page)["totals"]["events"]
    return total


@pytest.mark.parametrize(
    ("options", "events"),
    [
        ([], lambda e: True),
        (["--type", "assault"], lambda e: e.event_type == "ASSAULT"),
        (["--actor", "Zelenskiy"], lambda e: "volodymyr-zelenskiy" in e.actor_ids),
        (["--actor", "rsf"], lambda e: "rsf" in e.actor_ids),
        (["--place", "el fasher"], lambda e: e.place and e.place.name == "El Fasher"),
        (["--country", "sdn", "--type", "ASSAULT"], lambda e: "sdn-mil" in e.target_ids),
        (["--since", "2024-03-10"], lambda e: e.status == "candidate"),
        (["--until", "2024-03-02"], lambda e: e.place and e.place.name == "El Fasher"),
    ],
    ids=lambda value: " ".join(value) or "all" if isinstance(value, list) else "",
)
def test_filter_leaves_the_events_asked_for(
    options: list[str], events: Any, built: Built, graph: KnowledgeGraph, tmp_path: Path
) -> None:
    page = tmp_path / "page.html"
    outcome = kg_here("view", built.folder, *options, "-o", page)
    assert (outcome.exit_code, outcome.stdout) == (0, f"{page}\n"), outcome.stderr
    assert totals_of(page) == sum(bool(events(event)) for event in graph.records.events)


def test_every_filter_of_the_table_finds_something(graph: KnowledgeGraph) -> None:
    """The table above compares numbers; two zeros would agree as well."""
    asked = (
        GraphFilter(event_type=EventType.ASSAULT),
        GraphFilter(actor="Zelenskiy"),
        GraphFilter(actor="rsf"),
        GraphFilter(place="el fasher"),
        GraphFilter(country="SDN", event_type=EventType.ASSAULT),
        GraphFilter(since=date(2024, 3, 10)),
        GraphFilter(until=date(2024, 3, 2)),
    )
    found = [len(graph.filtered(one).records.events) for one in asked]
    assert all(0 < number < len(graph.records.events) for number in found), found


def test_options_become_a_filter() -> None:
    since, until = date(2024, 3, 1), date(2024, 3, 9)
    assert make_filter("rsf", "assault", since, until, "sdn", "El Fasher") == GraphFilter(
        actor="rsf",
        event_type=EventType.ASSAULT,
        since=date(2024, 3, 1),
        until=date(2024, 3, 9),
        country="SDN",
        place="El Fasher",
    )
    assert make_filter(None, None, None, None, None, None) == GraphFilter()


@pytest.mark.parametrize("name", ["FIGHT", "DEMAND", "war", "ASSAULT.kill"])
def test_unknown_type_is_wrong_usage_that_names_the_known(name: str) -> None:
    with pytest.raises(typer.BadParameter, match="AGREE, CONSULT"):
        make_filter(None, name, None, None, None, None)


def test_title_and_number_of_actors_can_be_given(built: Built, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    kg_here("view", built.folder, "--title", "A <b>heading</b>", "--max-actors", "3", "-o", page)
    html = page.read_text(encoding="utf-8")
    assert "<title>A &lt;b&gt;heading&lt;/b&gt;</title>" in html
    data = data_of(page)
    assert data["title"] == "A <b>heading</b>"
    assert data["totals"]["nodes"] > 3


def test_page_is_written_here_unless_told(
    built: Built, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert kg_here("view", built.folder).stdout == "graph.html\n"
    assert [path.name for path in tmp_path.iterdir()] == ["graph.html"]


def test_folder_takes_the_page_under_its_usual_name(built: Built, tmp_path: Path) -> None:
    assert kg_here("view", built.folder, "--as", "map", "-o", tmp_path).exit_code == 0
    assert [path.name for path in tmp_path.iterdir()] == ["map.html"]


@pytest.mark.parametrize("kind", PAGE_KINDS)
def test_every_kind_of_page_is_written(
    kind: str,
    built: Built,
    graph: KnowledgeGraph,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    about = {"event": graph.records.events[0].id, "actor": "rsf"}
    given = [word for name in PAGE_KINDS[kind].needs for word in (f"--{name}", about[name])]
    outcome = kg_here("view", built.folder, "--as", kind, *given)
    name = PAGE_KINDS[kind].file_name
    assert (outcome.exit_code, outcome.stdout) == (0, f"{name}\n"), outcome.stderr
    wish = Wish(**{name: about[name] for name in PAGE_KINDS[kind].needs})
    assert (tmp_path / name).read_text("utf-8") == PAGE_KINDS[kind].render(graph, wish)


def test_filters_hold_for_other_pages_too(
    built: Built, graph: KnowledgeGraph, tmp_path: Path
) -> None:
    page = tmp_path / "page.html"
    kg_here("view", built.folder, "--as", "timeline", "--type", "assault", "-o", page)
    assaults = [e for e in graph.records.events if e.event_type is EventType.ASSAULT]
    assert page.read_text("utf-8").count('<article class="event') == len(assaults) > 0


def test_actor_of_a_time_line_may_have_another_side(
    built: Built, graph: KnowledgeGraph, tmp_path: Path
) -> None:
    page = tmp_path / "page.html"
    event = next(e for e in graph.records.events if e.actor_ids and e.target_ids)
    sides = ("--actor", event.actor_ids[0], "--other", event.target_ids[0])
    outcome = kg_here("view", built.folder, "--as", "timeline", *sides, "-o", page)
    assert outcome.exit_code == 0, outcome.stderr
    text = page.read_text("utf-8")
    assert f"<code>{event.id}</code>" in text
    assert text.count('<article class="event') < len(graph.records.events)


@pytest.mark.parametrize(
    ("arguments", "exit_code", "words"),
    [
        ("nowhere", 1, "make one with `kg build`"),
        ("BUILT -o nowhere/page.html", 1, "nowhere/page.html: the page cannot be written"),
        ("BUILT --type FIGHT", 2, "'FIGHT' is none of"),
        ("BUILT --since today", 2, "--since': 'today' is no day; write it as YYYY-MM-DD"),
        ("BUILT --since 5/3/2024", 2, "write it as YYYY-MM-DD, such as"),
        ("BUILT --actor Atlantis", 1, "no event, claim or actor 'Atlantis'"),
        ("BUILT --place Atlantis --type assault", 1, "passes --type ASSAULT, --place Atlantis;"),
        ("BUILT --country Sudan", 2, "'Sudan' is no code; give the three letters"),
        ("BUILT --as map --country XXX", 1, "passes --country XXX; check the spelling"),
        ("BUILT --max-actors 1", 2, "--max-actors"),
        ("BUILT --as atlas", 2, "none of network, map, timeline, event, actor"),
        ("BUILT --as event", 2, "--as event needs --event"),
        ("BUILT --as actor", 2, "--as actor needs --actor"),
        ("BUILT --as map --event e-1", 2, "--event has no meaning with --as map"),
        ("BUILT --as timeline --other rsf", 2, "--other needs --actor"),
        ("BUILT --as event --event e-1", 1, "no event 'e-1'"),
        ("BUILT --as actor --actor nobody", 1, "'nobody'"),
    ],
)
def test_wrong_call_says_what_is_wrong(
    arguments: str,
    exit_code: int,
    words: str,
    built: Built,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    outcome = kg_here("view", *arguments.replace("BUILT", str(built.folder)).split())
    assert_refused(outcome, exit_code, words, tmp_path)
