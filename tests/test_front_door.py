"""`import kg`: the same verbs in Python."""

import json
from pathlib import Path

import networkx as nx
import pandas as pd
import pytest

import kg
from kg.articles import ReadOptions
from kg.errors import ArticleError, ExportError, KgError, ResolutionError, StoreError
from kg.front import Graph
from kg.graph import KnowledgeGraph, Store
from kg.pipeline import OptionError, adopt
from kg.views import Card, View
from tests.conftest import Built
from tests.samples import sample_articles, sample_claims, sample_graph

EVENT_COLUMNS = (  # of events.csv, in their order
    *("event_id", "status", "event_type", "mode", "contexts", "quad", "intensity", "cameo"),
    *("actor_ids", "actors", "actor_countries", "actor_sectors"),
    *("target_ids", "targets", "target_countries", "target_sectors"),
    *("date_earliest", "date_latest", "date_precision"),
    *("place", "country", "latitude", "longitude", "place_precision"),
    *("killed_low", "killed_best", "killed_high"),
    *("injured_low", "injured_best", "injured_high"),
    *("articles", "sources", "stories", "first_published", "sentence", "url", "confidence"),
)
ACTOR_COLUMNS = (
    *("actor_id", "name", "kind", "country", "sector", "aliases", "wikidata"),
    *("events_as_actor", "events_as_target", "articles"),
)


def test_door_is_small_and_sorted() -> None:
    assert kg.__all__ == [
        *("__version__", "build", "different", "export", "load", "query", "same", "view"),
    ]
    assert [name for name in kg.__all__ if not hasattr(kg, name)] == []


# --- build and load ------------------------------------------------------------------------------


@pytest.mark.pipeline
@pytest.mark.parametrize(
    "inputs",
    [
        lambda folder: folder,
        lambda folder: str(folder),
        lambda folder: f"{folder}/*.*",
        lambda folder: [str(path) for path in folder.iterdir()],
        lambda folder: folder.iterdir(),
    ],
    ids=["path", "text", "pattern", "list", "iterator"],
)
def test_inputs_may_be_one_or_many(inputs, corpus: Path, graph: KnowledgeGraph) -> None:
    assert kg.build(inputs(corpus)).records == graph.records


@pytest.mark.pipeline
def test_nothing_is_kept_unless_asked_for(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    kg.build(corpus)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.pipeline
def test_folder_is_made_added_to_and_loaded(
    corpus: Path, graph: KnowledgeGraph, tmp_path: Path
) -> None:
    out = tmp_path / "new" / "out"
    paths = sorted(corpus.iterdir())
    kg.build(paths[:2], out=out)
    both = kg.build(paths[2:], out=str(out))
    assert both.records == graph.records
    assert [path.name for path in out.iterdir()] == ["graph.kg"]
    assert kg.load(out).records == graph.records
    assert kg.load(str(out / "graph.kg")).records == graph.records


@pytest.mark.pipeline
def test_what_the_command_wrote_is_loaded(built: Built, graph: KnowledgeGraph) -> None:
    assert kg.load(built.folder).records == graph.records


@pytest.mark.pipeline
def test_options_of_a_build_are_given_by_name(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text("Rebels shelled the town of Harim.", encoding="utf-8")
    graph = kg.build(path, read=ReadOptions(source="Harbour Wire"))
    assert graph.records.articles[0].source == "Harbour Wire"


@pytest.mark.pipeline
def test_what_files_do_not_state_is_given_by_name_too(tmp_path: Path) -> None:
    path = tmp_path / "archive.csv"
    path.write_text("story\nRebels shelled the town of Harim on Friday.\n", encoding="utf-8")
    graph = kg.build(path, published="2024-03-08", source="Harbour Wire", columns={"text": "story"})
    (article,) = graph.records.articles
    assert (str(article.published), article.source) == ("2024-03-08", "Harbour Wire")
    assert list(graph.events["date_earliest"].astype("string")) == ["2024-03-08"]


@pytest.mark.parametrize(
    ("call", "error", "words"),
    [
        (lambda folder: kg.build(folder / "nowhere"), ArticleError, "no such file or folder"),
        (lambda folder: kg.build("-"), ArticleError, "pass a stream"),
        (lambda folder: kg.build(folder, nowhere=1), OptionError, "no option 'nowhere'; choose"),
        (lambda folder: kg.build(folder, published="8 March"), OptionError, "write it as in 2024"),
        (lambda folder: kg.build(folder, tolls="most"), OptionError, "none of latest, median"),
        (lambda folder: kg.load(folder / "nowhere"), StoreError, "kg build"),
        (lambda folder: kg.load(folder), StoreError, "kg build"),
    ],
    ids=[
        *("missing input", "no standard input", "unknown option", "no day", "no rule"),
        *("missing folder", "folder without a graph"),
    ],
)
def test_errors_are_ours_and_say_what_to_do(call, error, words: str, tmp_path: Path) -> None:
    with pytest.raises(error, match=words) as raised:
        call(tmp_path)
    assert isinstance(raised.value, KgError)


# --- view and export -----------------------------------------------------------------------------


@pytest.mark.pipeline
def test_view_writes_the_page(
    graph: KnowledgeGraph,
    outputs: dict[str, bytes],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert kg.view(graph, str(tmp_path / "page.html")) == tmp_path / "page.html"
    assert (tmp_path / "page.html").read_bytes() == outputs["graph.html"]
    monkeypatch.chdir(tmp_path)
    assert kg.view(graph, title="Lake Chad, 2024") == Path("graph.html")
    assert "<title>Lake Chad, 2024</title>" in Path("graph.html").read_text(encoding="utf-8")


@pytest.mark.pipeline
def test_export_is_told_by_ending_or_name(
    graph: KnowledgeGraph, outputs: dict[str, bytes], tmp_path: Path
) -> None:
    by_ending = kg.export(graph, tmp_path / "a.trig")
    by_name = kg.export(graph, str(tmp_path / "b.txt"), to="trig")
    assert by_ending.read_bytes() == by_name.read_bytes() == outputs["graph.trig"]
    with pytest.raises(ExportError, match="choose a format"):
        kg.export(graph, tmp_path / "c.nowhere")


# --- what shows itself ---------------------------------------------------------------------------


def test_page_or_one_thing_is_shown() -> None:
    graph = Graph.of(sample_graph().records)
    view = graph.show(actor="Norland", title="Norland", max_actors=5)
    assert isinstance(view, View)
    assert view.graph == graph.filtered(actor="Norland")
    assert (view.options.title, view.options.max_actors) == ("Norland", 5)
    assert graph.show() == View(graph=graph)
    card = graph.show("norland army")
    assert isinstance(card, Card)
    assert card == graph.show(graph.actor("xno-mil"))


def test_what_cannot_be_shown_says_so() -> None:
    graph = Graph.of(sample_graph().records)
    for call in (
        lambda: graph.show("xno-mil", title="x"),
        lambda: graph.show(actor="Nobody"),
        lambda: graph.timeline(by="hour"),
        lambda: graph.map(nowhere=1),
        lambda: graph.map(within="Ukraine"),
    ):
        with pytest.raises(KgError):
            call()


def test_part_of_a_graph_shows_itself_too() -> None:
    graph = Graph.of(sample_graph().records)
    part = graph.filtered(actor="Norland")
    assert isinstance(part, Graph)
    assert part.show() == graph.show(actor="Norland")
    assert graph == sample_graph()


def test_pictures_are_of_the_part_that_is_asked_for() -> None:
    graph = Graph.of(sample_graph().records)
    part = graph.filtered(event_type="ASSAULT")
    assert graph.timeline(by="day", event_type="ASSAULT") == part.timeline(by="day")
    assert graph.timeline(by="day") != part.timeline(by="day")
    assert graph.map(event_type="ASSAULT", title="x") == part.map(title="x")


# --- judging -------------------------------------------------------------------------------------


def test_word_is_kept_and_taken_back(tmp_path: Path) -> None:
    with Store.open(tmp_path / "graph.kg", create=True) as store:
        adopt(store, sample_articles(), sample_claims())
    before = kg.load(tmp_path)
    pair = ("xno-mil", "xno-air-force")
    merged = kg.same(tmp_path, *pair, who="desk", why="one")
    assert len(merged.records.actors) == len(before.records.actors) - 1
    assert kg.load(tmp_path).records == merged.records
    assert kg.same(tmp_path, *pair, who="desk", undo=True).records == before.records
    assert kg.different(str(tmp_path), *pair, who="desk").records == before.records
    with pytest.raises(ResolutionError, match="already"):
        kg.different(tmp_path, "xno", "xno", who="desk")


# --- what a graph gives --------------------------------------------------------------------------


@pytest.mark.pipeline
@pytest.mark.parametrize(
    ("name", "columns"), [("events", EVENT_COLUMNS), ("actors", ACTOR_COLUMNS)]
)
def test_frame_has_the_columns_of_its_table(
    name: str, columns: tuple[str, ...], graph: KnowledgeGraph, built: Built
) -> None:
    frame = getattr(graph, name)
    assert isinstance(frame, pd.DataFrame)
    assert tuple(frame.columns) == columns
    assert len(frame) == len(getattr(graph.records, name)) > 0
    table = pd.read_csv(built.folder / f"{name}.csv", dtype=str)
    assert tuple(table.columns) == columns
    first = columns[0]
    assert list(table[first]) == list(frame[first])


@pytest.mark.pipeline
def test_frames_of_claims_and_articles_have_a_row_each(graph: KnowledgeGraph) -> None:
    assert list(graph.claims["claim_id"]) == [claim.id for claim in graph.records.claims]
    assert list(graph.articles["article_id"]) == [a.id for a in graph.records.articles]


@pytest.mark.pipeline
def test_claims_are_joined_with_actors_and_events(graph: KnowledgeGraph, built: Built) -> None:
    lines = (built.folder / "claims.jsonl").read_text(encoding="utf-8").splitlines()
    claims = [json.loads(line) for line in lines]
    assert {claim["id"] for claim in claims} == {claim.id for claim in graph.records.claims}
    events, actors = set(graph.events["event_id"]), set(graph.actors["actor_id"])
    assert {claim["event_id"] for claim in claims} - {None} == events
    assert {m["actor_id"] for c in claims for m in (*c["actors"], *c["targets"])} <= actors | {None}


@pytest.mark.pipeline
def test_network_and_dataset_hold_every_event(graph: KnowledgeGraph) -> None:
    network = graph.to_networkx()
    assert isinstance(network, nx.MultiDiGraph)
    assert {key for *_, key in network.edges(keys=True)} == set(graph.events["event_id"])
    dataset = graph.to_rdf()
    subjects = {str(subject) for subject in dataset.subjects(unique=True)}
    ids = graph.events["event_id"]
    assert [i for i in ids if not any(iri.endswith(f"/{i}") for iri in subjects)] == []


@pytest.mark.pipeline
def test_graph_tells_of_itself(graph: KnowledgeGraph) -> None:
    assert repr(graph).startswith("<KnowledgeGraph: 8 articles, ")
    assert "<" in graph._repr_html_()
