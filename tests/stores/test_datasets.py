"""A graph as a dataset: built once, renewed when the graph changes, and silent to the outside."""

import os
from pathlib import Path
from typing import NoReturn

import pytest

import kg
from kg.errors import QueryError, StoreError
from kg.graph import KnowledgeGraph, Store
from kg.stores import Dataset, Statements, Table, datasets, open_dataset
from tests.samples import sample_graph

COUNT = "SELECT (COUNT(DISTINCT ?a) AS ?n) { ?a a kg:Article }"


def never() -> NoReturn:
    pytest.fail("the dataset is there already")


def articles_in(dataset: Dataset) -> int:
    answer = dataset.query(COUNT)
    assert isinstance(answer, Table)
    return int(answer.values()[0][0])


def test_dataset_is_built_once(folder: Path) -> None:
    store = folder / "graph.kg"
    expected = len(sample_graph().records.articles)
    assert articles_in(open_dataset(store, lambda: kg.load(store))) == expected
    assert articles_in(open_dataset(store, never)) == expected


def test_dataset_is_renewed_when_the_graph_changes(folder: Path) -> None:
    store = folder / "graph.kg"
    before = articles_in(open_dataset(store, lambda: kg.load(store)))
    smaller = sample_graph().records.articles[0].id
    with Store.open(store) as opened:
        opened.remove(smaller)
        opened.save_resolution(sample_graph().records.resolution)
    rest = [a for a in sample_graph().records.articles if a.id != smaller]
    claims = [c for c in sample_graph().records.claims if c.article_id != smaller]
    graph = KnowledgeGraph(
        articles=rest, claims=claims, resolution=sample_graph().records.resolution
    )
    assert articles_in(open_dataset(store, lambda: graph)) == before - 1
    assert len(list((folder / datasets.FOLDER).iterdir())) == 1  # what is out of date is gone


@pytest.mark.parametrize(
    ("files", "kept"),
    [("*.sst", None), ("*.sst", 0.5), ("CURRENT", None), ("MANIFEST-*", 0.5), ("*", None)],
    ids=["tables gone", "tables cut", "start gone", "list cut", "all gone"],
)
def test_dataset_that_is_damaged_is_built_anew(
    folder: Path, files: str, kept: float | None
) -> None:
    store = folder / "graph.kg"
    before = articles_in(open_dataset(store, lambda: kg.load(store)))
    (made,) = (folder / datasets.FOLDER).iterdir()
    for file in made.glob(files):
        if kept is None:
            file.unlink()
        else:
            os.truncate(file, int(file.stat().st_size * kept))
    assert articles_in(open_dataset(store, lambda: kg.load(store))) == before
    assert articles_in(open_dataset(store, never)) == before


def test_two_readers_at_once(folder: Path) -> None:
    store = folder / "graph.kg"
    first = open_dataset(store, lambda: kg.load(store))
    second = open_dataset(store, never)
    assert articles_in(first) == articles_in(second)


def test_folder_that_cannot_be_written_to_is_no_hindrance(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> NoReturn:
        raise PermissionError

    monkeypatch.setattr(datasets, "_build", refuse)
    store = folder / "graph.kg"
    assert articles_in(open_dataset(store, lambda: kg.load(store)))


def test_missing_store_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="there is no store"):
        open_dataset(tmp_path / "graph.kg", lambda: kg.load(tmp_path))


def test_named_graphs_are_there_and_their_union_is_the_default(dataset: Dataset) -> None:
    answer = dataset.query("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }")
    assert isinstance(answer, Table)
    assert len(answer.rows) == len(sample_graph().records.articles) + 2  # merged, ontology


def test_ask_is_a_truth_value(dataset: Dataset) -> None:
    assert dataset.query("ASK { ?e a kg:Event }") is True
    assert dataset.query("ASK { ?e a kg:Nothing }") is False


def test_construct_is_sorted_statements(dataset: Dataset) -> None:
    text = "CONSTRUCT { ?e rdfs:label ?l } WHERE { ?e a kg:Event ; rdfs:label ?l }"
    answer = dataset.query(text)
    assert isinstance(answer, Statements)
    assert list(answer.lines) == sorted(answer.lines)
    assert "@prefix event:" in answer.turtle
    assert answer == dataset.query(text)


FAULTY = {
    "no end": ("SELECT ?s { ?s a kg:Event . ", "no valid SPARQL"),
    "no query": ("", "no valid SPARQL"),
    "unknown prefix": ("ASK { ?s a no:Prefix }", "no valid SPARQL"),
    "second line": ("SELECT ?s {\n ?s ?p }", r"at 2:\d+ \('\?s \?p \}'\)"),
    "update": ("DELETE WHERE { ?s ?p ?o }", "no valid SPARQL"),
    "deep": ("ASK " + "{" * 50_000 + "}" * 50_000, "brackets open at once"),
    "deep and open": ("ASK { FILTER(" + "(" * 50_000, "brackets open at once"),
    "service": ("ASK { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "SERVICE"),
    "service in small letters": ("ASK { service silent ?x { ?s ?p ?o } }", "SERVICE"),
    "service behind a trick": ("ASK { ?s ?p '''it's''' . SERVICE <x:y> {} }", "SERVICE"),
}


@pytest.mark.parametrize(("text", "told"), FAULTY.values(), ids=FAULTY)
def test_faulty_query_is_refused_with_its_place(dataset: Dataset, text: str, told: str) -> None:
    with pytest.raises(QueryError, match=told):
        dataset.query(text)


HARMLESS = {
    "as deep as can be": "ASK " + "{" * 199 + "}" * 199,
    "many one after the other": "ASK { " + "{} " * 500 + "}",
    "string": 'ASK { ?s rdfs:label "SERVICE <x>" }',
    "long string": "ASK { ?s rdfs:label '''a \" SERVICE ' b''' }",
    "comment": "ASK { ?s ?p ?o } # SERVICE",
    "variable": "ASK { ?service ?p ?o }",
    "local name": "ASK { ?s kg:service ?o }",
    "address": "ASK { ?s ?p <https://x.example/service> }",
}


@pytest.mark.parametrize("text", HARMLESS.values(), ids=HARMLESS)
def test_the_word_alone_is_no_service(dataset: Dataset, text: str) -> None:
    assert dataset.query(text) in (True, False)


def test_front_door_takes_a_graph_or_a_folder(folder: Path) -> None:
    asked = kg.query(sample_graph(), named="conflicting-tolls")
    assert asked == kg.query(folder, named="conflicting-tolls")
    assert isinstance(asked, Table)
    assert len(asked.rows) == 1
    found = kg.query(folder, named="timeline-of-a-dyad", one="Norland", other="Sudria")
    assert isinstance(found, Table)
    with pytest.raises(QueryError, match="either a query, or the name"):
        kg.query(folder)
