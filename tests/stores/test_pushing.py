"""Pushing to real stores: what arrives is what was sent, and only what changed is sent again."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from kg.errors import PushError
from kg.graph import KnowledgeGraph
from kg.graph.iris import DEFAULT_BASE_IRI
from kg.graph.triples import iter_quads
from kg.graph.vocabulary import vocabulary
from kg.model import Resolution
from kg.stores import Dataset, Table, named_queries, pushing
from kg.stores import push as push_to
from kg.stores.clients import Client
from kg.stores.targets import make_target
from tests.contract.test_exporters import hostile_graph
from tests.samples import sample_graph
from tests.stores.servers import Server

WORDS = vocabulary(DEFAULT_BASE_IRI)
EXAMPLE_ID = "e-0123456789abcdef"
BIG = 1_000_000  # characters of a name


@pytest.fixture
def push(server: Server) -> Iterator[Callable[..., pushing.PushReport]]:
    """Return a function that pushes to a store; what it pushed is removed again."""
    bases = {DEFAULT_BASE_IRI}

    def run(graph: KnowledgeGraph, **changes: object) -> pushing.PushReport:
        options = replace(server.options, **changes)
        bases.add(options.base_iri)
        return push_to(graph, server.url, options=options)

    yield run
    for base in bases:
        with connect(server) as client:
            ledger = pushing.Ledger(client, vocabulary(base))
            for name in (*ledger.digest_by_graph, vocabulary(base).ledger_graph.value):
                client.drop(name)


def connect(server: Server) -> Client:
    options = server.options
    target = make_target(server.url, options.preset, auth=options.auth)
    return Client(target, auth=options.auth, secrets=options.secrets)


def without(graph: KnowledgeGraph, article_id: str) -> KnowledgeGraph:
    """Return a graph without an article; what is merged stays as it was."""
    records = graph.records
    return KnowledgeGraph(
        articles=[a for a in records.articles if a.id != article_id],
        claims=[c for c in records.claims if c.article_id != article_id],
        resolution=records.resolution,
    )


def counts(server: Server) -> dict[str, int]:
    """Return how many statements each graph of ours has in a store."""
    rows = server.select("SELECT ?g (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g")
    return {row["g"]: int(row["n"]) for row in rows if row["g"].startswith(DEFAULT_BASE_IRI)}


def test_every_graph_arrives_whole(push: Callable[..., object], server: Server) -> None:
    push(sample_graph())
    expected = dict[str, int]()
    for quad in iter_quads(sample_graph()):
        expected[quad.graph.value] = expected.get(quad.graph.value, 0) + 1
    found = counts(server)
    assert {name: found.get(name) for name in expected} == expected
    ledger, ontology = WORDS.ledger_graph.value, WORDS.ontology_graph.value
    assert found.keys() - expected.keys() == {ledger, ontology}
    assert found[ledger] == len(expected) + 1


def test_second_push_sends_nothing(push: Callable[..., pushing.PushReport]) -> None:
    first, second = push(sample_graph()), push(sample_graph())
    assert (first.unchanged, first.removed) == (0, 0)
    assert (second.sent, second.unchanged, second.statements) == (0, first.sent, 0)


def test_new_article_is_sent_with_what_it_changed(
    push: Callable[..., pushing.PushReport], server: Server
) -> None:
    article = sample_graph().records.articles[0].id
    push(without(sample_graph(), article))
    report = push(sample_graph())
    assert report.sent == 2  # the article, and what is merged
    assert WORDS.article_graph(article).value in counts(server)


def test_removed_article_is_gone_from_the_store(
    push: Callable[..., pushing.PushReport], server: Server
) -> None:
    article = sample_graph().records.articles[0].id
    push(sample_graph())
    assert push(without(sample_graph(), article)).removed == 1
    assert WORDS.article_graph(article).value not in counts(server)
    ask = f"SELECT ?p WHERE {{ <{WORDS.thing('article', article).value}> ?p ?o }}"
    merged = [row["p"] for row in server.select(ask)]
    assert [p for p in merged if p.endswith("articleBody")] == []


@pytest.mark.parametrize("name", named_queries())
def test_store_answers_the_library_as_we_do(
    name: str, push: Callable[..., object], server: Server
) -> None:
    push(sample_graph())
    strike = next(event for event in sample_graph().records.events if event.tolls)
    text = named_queries()[name].text.replace(EXAMPLE_ID, strike.id)
    for ours, theirs in (("Russia", "Norland"), ("Ukraine", "Sudria")):
        text = text.replace(f'"{ours}"', f'"{theirs}"')
    answer = Dataset.of(sample_graph()).query(text)
    assert isinstance(answer, Table)
    if name != "claims-by-speaker":  # Sudria itself says nothing; its ministry does
        assert answer.rows
    assert server.select(text) == [
        {column: term.value for column, term in zip(answer.columns, row, strict=True) if term}
        for row in answer.rows
    ]


def test_text_that_is_hostile_arrives(push: Callable[..., object], server: Server) -> None:
    push(hostile_graph())  # counts are compared
    body = server.select(
        "SELECT ?o WHERE { ?s <https://schema.org/headline> ?o } ORDER BY ?o LIMIT 1"
    )
    titles = {
        q.object.value for q in iter_quads(hostile_graph()) if "headline" in q.predicate.value
    }
    assert {row["o"] for row in body} <= titles


def test_names_of_a_million_characters_arrive(push: Callable[..., object]) -> None:
    records = sample_graph().records
    long = "Ö" * BIG
    graph = KnowledgeGraph(
        articles=[replace(a, source=long, title=long) for a in records.articles[:2]],
        claims=(),
        resolution=Resolution(actors=(replace(records.actors[0], name=long, aliases=(long,)),)),
    )
    push(graph)


def test_large_graph_goes_in_chunks(
    push: Callable[..., pushing.PushReport], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pushing, "MAX_CHUNK_LINES", 100)
    report = push(sample_graph())
    assert report.statements > 1000


def test_another_graph_is_not_removed_by_chance(
    push: Callable[..., pushing.PushReport], server: Server
) -> None:
    push(sample_graph())
    records = sample_graph().records
    stranger = KnowledgeGraph(
        articles=[replace(records.articles[0], id="other")], claims=(), resolution=Resolution()
    )
    with pytest.raises(PushError, match="holds another graph of kg"):
        push(stranger)
    push(stranger, base_iri="https://other.example/")
    assert len(counts(server)) > len(records.articles)
    report = push(stranger, is_replacing=True)
    assert report.removed == len(records.articles)


def test_store_that_lost_a_graph_gets_it_again_once_the_ledger_is_gone(
    push: Callable[..., pushing.PushReport], server: Server
) -> None:
    first = push(sample_graph())
    with connect(server) as client:
        client.drop(WORDS.ledger_graph.value)
        client.drop(WORDS.merged_graph.value)
    assert push(sample_graph()).sent == first.sent


def test_wrong_password_is_told(virtuoso: Server) -> None:
    secrets = replace(virtuoso.options.secrets, password="wrong")
    options = replace(virtuoso.options, secrets=secrets)
    with pytest.raises(PushError, match=r"401.*check --auth"):
        push_to(sample_graph(), virtuoso.url, options=options)


def test_push_that_broke_off_goes_on_where_it_stopped(
    push: Callable[..., pushing.PushReport], monkeypatch: pytest.MonkeyPatch
) -> None:
    graphs = len(sample_graph().records.articles) + 2
    count, done = Client.count, list[str]()

    def break_off(client: Client, graph: str) -> int:
        if len(done) == 3:
            raise PushError("the line is cut")
        done.append(graph)
        return count(client, graph)

    monkeypatch.setattr(Client, "count", break_off)
    with pytest.raises(PushError, match="the line is cut"):
        push(sample_graph())
    monkeypatch.setattr(Client, "count", count)
    report = push(sample_graph())
    assert (report.unchanged, report.sent) == (3, graphs - 3)


def test_store_that_drops_a_statement_is_told(
    push: Callable[..., pushing.PushReport], monkeypatch: pytest.MonkeyPatch
) -> None:
    count = Client.count
    monkeypatch.setattr(Client, "count", lambda client, graph: count(client, graph) - 1)
    with pytest.raises(PushError, match=r"statements were sent, the store counts \d+"):
        push(sample_graph())
