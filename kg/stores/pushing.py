"""A graph to a triple store: each named graph is compared, sent if it changed, and counted there.

A named graph of an article is the unit: what a later push finds unchanged it leaves alone, what is
gone here is removed there.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from kg.errors import PushError
from kg.graph import KnowledgeGraph
from kg.graph.iris import DEFAULT_BASE_IRI
from kg.graph.lines import in_order, line_digest, node_lines
from kg.graph.ontology import ontology_graph
from kg.graph.terms import Node
from kg.graph.triples import NamedGraph, iter_named_graphs
from kg.graph.vocabulary import Vocabulary, vocabulary
from kg.stores.clients import Client, Secrets
from kg.stores.ledgers import Ledger
from kg.stores.targets import Auth, Preset, make_target

__all__ = ["PushOptions", "PushReport", "push"]

MAX_CHUNK_LINES = 50_000
MAX_CHUNK_BYTES = 8_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class PushOptions:
    """How to push.

    Attributes:
        preset: The kind of store.
        auth: How the user is known there.
        secrets: With what.
        base_iri: What the IRIs begin with.
        is_replacing: Whether another graph of ours that lies there under the same base goes.
    """

    preset: Preset
    auth: Auth = Auth.NONE
    secrets: Secrets = field(default_factory=Secrets)
    base_iri: str = DEFAULT_BASE_IRI
    is_replacing: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PushReport:
    """What a push did: named graphs sent, left alone, removed; statements sent."""

    sent: int
    unchanged: int
    removed: int
    statements: int


def push(
    graph: KnowledgeGraph,
    url: str,
    *,
    options: PushOptions,
    progress: Callable[[int], None] = lambda _: None,
) -> PushReport:
    """Bring a triple store to what a graph says.

    Every graph that is sent is counted in the store afterwards.

    Args:
        graph: The graph.
        url: Address of the store, as the preset's example.
        options: How.
        progress: Called with 1 for each named graph that is done.

    Raises:
        PushError: If the store cannot be reached or refuses, counts another number of statements
            than were sent, or holds another graph of ours. What was sent is kept.
    """
    words = vocabulary(options.base_iri)
    target = make_target(url, options.preset, auth=options.auth)
    with Client(target, auth=options.auth, secrets=options.secrets) as client:
        ledger = Ledger(client, words)
        graphs = {name.value: nodes for name, nodes in _graphs(graph, words)}
        digests = {name: line_digest(_lines(words, nodes)) for name, nodes in graphs.items()}
        there = dict(ledger.digest_by_graph)
        gone = sorted(there.keys() - digests.keys())
        if not options.is_replacing:
            _refuse_stranger(there, digests, words, url)
        changed = [name for name, digest in digests.items() if there.get(name) != digest]
        ledger.strike({*changed, *gone})
        for name in gone:
            client.drop(name)
        statements = 0
        try:
            for name in changed:
                statements += _send(client, name, _lines(words, graphs[name]))
                ledger.note(name, digests[name])
                progress(1)
        finally:
            ledger.flush()
    return PushReport(
        sent=len(changed),
        unchanged=len(digests) - len(changed),
        removed=len(gone),
        statements=statements,
    )


def _graphs(graph: KnowledgeGraph, words: Vocabulary) -> Iterator[NamedGraph]:
    yield from iter_named_graphs(graph, base_iri=words.base_iri)
    yield ontology_graph(words)


def _lines(words: Vocabulary, nodes: Callable[[], Iterable[Node]]) -> Iterator[str]:
    yield from in_order(line for node in nodes() for line in node_lines(words, node))


def _refuse_stranger(
    there: dict[str, str], here: dict[str, str], words: Vocabulary, url: str
) -> None:
    """Refuse to remove the articles of another graph that someone keeps in the same store."""
    articles = words.thing("article-graph", "").value
    theirs = {name for name in there if name.startswith(articles)}
    if theirs and theirs.isdisjoint(here):
        raise PushError(
            f"{url}: holds another graph of kg under {words.base_iri} ({len(theirs)} articles, "
            "none of them in this one); give this one its own --base-iri, or --replace that one"
        )


def _send(client: Client, name: str, lines: Iterable[str]) -> int:
    """Send a graph, and return how many statements the store then has of it."""
    sent = 0

    def chunks() -> Iterator[bytes]:
        nonlocal sent
        for size, chunk in _chunks(lines):
            sent += size
            yield chunk

    client.put(name, chunks())
    counted = client.count(name)
    if counted != sent:
        raise PushError(
            f"<{name}>: {sent} statements were sent, the store counts {counted}; it may have "
            "dropped what it cannot hold: look into its log, then push again"
        )
    return sent


def _chunks(lines: Iterable[str]) -> Iterator[tuple[int, bytes]]:
    """Yield how many lines a chunk has, and the chunk."""
    chunk, size = list[bytes](), 0
    for line in lines:
        encoded = line.encode()
        if chunk and (len(chunk) >= MAX_CHUNK_LINES or size + len(encoded) > MAX_CHUNK_BYTES):
            yield len(chunk), b"".join(chunk)
            chunk, size = [], 0
        chunk.append(encoded)
        size += len(encoded)
    if chunk:
        yield len(chunk), b"".join(chunk)
