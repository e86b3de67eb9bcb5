"""docs/rdf.md: its queries run over the sample, and its table names all that the model has."""

import re
from pathlib import Path

import pyoxigraph
import pytest

from kg.exports import export
from kg.graph.predicates import CLASSES, PREDICATES
from kg.graph.triples.events import event_label
from kg.model import EventStatus
from tests.samples import sample_graph

PAGE = (Path(__file__).parents[2] / "docs" / "rdf.md").read_text("utf-8")
QUERIES = re.findall(r"```sparql\n(.*?)```", PAGE, re.DOTALL)
NINE = ("witnesses", "https://w3id.org/conflict-kg/ns#Exactly", "9")


@pytest.fixture(params=["graph.trig", "graph.ttl"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> pyoxigraph.Store:
    file = export(sample_graph(), tmp_path / request.param)
    store = pyoxigraph.Store()
    store.load(path=str(file))
    return store


@pytest.fixture
def strike() -> str:
    """Return the label of the event whose tolls disagree."""
    names = {actor.id: actor.name for actor in sample_graph().records.actors}
    (event,) = (e for e in sample_graph().records.events if e.tolls)
    return event_label(event, names)


def rows(store: pyoxigraph.Store, query: str) -> list[tuple[str, ...]]:
    solutions = store.query(query, use_default_graph_as_union=True)
    return [tuple(value.value if value else "" for value in row) for row in solutions]


def test_page_has_four_queries() -> None:
    assert len(QUERIES) == 4


def test_query_who_gave_which_number(store: pyoxigraph.Store) -> None:
    at_least = "https://w3id.org/conflict-kg/ns#AtLeast"
    assert rows(store, QUERIES[0]) == [
        ("Harbour Herald", "health ministry of Sudria", at_least, "12"),
        ("Mountain <b>Post</b>", *NINE),
        ("Sudria Wire", *NINE),
    ]


def test_query_where_sources_disagree(store: pyoxigraph.Store, strike: str) -> None:
    assert rows(store, QUERIES[1]) == [(strike, "9", "12")]


def test_query_reported_and_not_denied(store: pyoxigraph.Store, strike: str) -> None:
    found = rows(store, QUERIES[2])
    happened = [e for e in sample_graph().records.events if e.status is not EventStatus.CANDIDATE]
    assert len(found) == len([event for event in happened if not event.denial_ids])
    assert {stories for _, stories in found} == {"1"}
    assert strike not in {label for label, _ in found}


def test_query_sem_gives_only_what_happened(store: pyoxigraph.Store) -> None:
    found = rows(store, QUERIES[3])
    assert {where for _, _, where, _ in found} == {"Kessa", "Geneva", "Port Sel"}
    port_sel = [(day, who) for day, who, where, _ in found if where == "Port Sel"]
    assert port_sel == [("2024-03-11", "students")]  # the march; the attack was only threatened
    assert len({sentence for *_, sentence in found}) == 3


@pytest.mark.parametrize("name", [*(row.name for row in PREDICATES), *CLASSES])
def test_page_names_every_property_and_class(name: str) -> None:
    assert f"`{name}`" in PAGE or name in ("rdf:type", "geo:Geometry")
