"""What a store holds of ours: a graph of its own there says it, so that any machine can go on."""

from collections.abc import Iterable, Mapping

from kg.errors import PushError
from kg.graph.lines import node_lines
from kg.graph.terms import Iri, Node, text
from kg.graph.vocabulary import Vocabulary
from kg.stores.clients import Client

__all__ = ["Ledger"]

FLUSH_EVERY = 200  # graphs, after which what was sent is noted in the store


class Ledger:
    """The digests of the graphs in a store, by their names.

    A graph is struck off before it is written and noted once it is whole, so that whatever
    happens in between, it is sent again.
    """

    def __init__(self, client: Client, words: Vocabulary) -> None:
        self._client = client
        self._words = words
        self._noted = list[Node]()
        self.digest_by_graph: Mapping[str, str] = self._read()

    def strike(self, graphs: Iterable[str]) -> None:
        """Forget some graphs, in the store too."""
        gone = set(graphs)
        kept = {g: digest for g, digest in self.digest_by_graph.items() if g not in gone}
        if len(kept) == len(self.digest_by_graph):
            return
        nodes = [self._node(graph, digest) for graph, digest in sorted(kept.items())]
        self._client.put(self._words.ledger_graph.value, [self._bytes(nodes)] if nodes else [])
        self.digest_by_graph = kept

    def note(self, graph: str, digest: str) -> None:
        """Note a graph that is whole; every few graphs the store is told."""
        self._noted.append(self._node(graph, digest))
        if len(self._noted) >= FLUSH_EVERY:
            self.flush()

    def flush(self) -> None:
        """Tell the store what was noted."""
        if self._noted:
            self._client.add(self._words.ledger_graph.value, self._bytes(self._noted))
            self._noted = []

    def _node(self, graph: str, digest: str) -> Node:
        facts = (("kg:contentSha256", text(digest)),)
        return Node(self._words.ledger_graph, Iri(graph), facts)

    def _bytes(self, nodes: Iterable[Node]) -> bytes:
        return "".join(line for node in nodes for line in node_lines(self._words, node)).encode()

    def _read(self) -> dict[str, str]:
        from pyoxigraph import Literal, NamedNode, RdfFormat, parse

        content = self._client.get(self._words.ledger_graph.value)
        predicate = self._words.term("kg:contentSha256").value
        digests = dict[str, str]()
        try:
            for quad in parse(content, format=RdfFormat.TURTLE):
                graph, digest = quad.subject, quad.object
                if quad.predicate.value == predicate and isinstance(graph, NamedNode):
                    digests[graph.value] = digest.value if isinstance(digest, Literal) else ""
        except SyntaxError as error:
            raise PushError(
                f"{self._words.ledger_graph.value}: the store gives back no Turtle ({error}); "
                "check the address and --preset"
            ) from error
        return digests
