"""GraphML and GEXF: the network of actors and events, for Gephi, yEd, Cytoscape and igraph."""

import io
from collections.abc import Iterator
from itertools import count
from typing import TYPE_CHECKING, Any, TypeAlias

from kg.exports.options import ExportOptions
from kg.graph import KnowledgeGraph
from kg.graph.terms import clean

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    import networkx as nx

__all__ = ["iter_gexf", "iter_graphml"]

Attributes: TypeAlias = dict[str, Any]

CREATOR = "conflict-kg"


def iter_graphml(graph: KnowledgeGraph, *, options: ExportOptions) -> Iterator[bytes]:
    """Yield the network as GraphML; the attributes keep their names and types."""
    from networkx.readwrite.graphml import GraphMLWriter

    writer = GraphMLWriter(encoding="utf-8", prettyprint=True)
    writer.add_graph_element(_plain_network(graph))
    _lower_booleans(writer.xml)
    file = io.BytesIO()
    writer.dump(file)
    yield file.getvalue() + b"\n"


def iter_gexf(graph: KnowledgeGraph, *, options: ExportOptions) -> Iterator[bytes]:
    """Yield the network as GEXF 1.2, with spells on Gephi's time line.

    An event whose days are known is there on those days, an actor on the days of its events. What
    is undated is there always, and so is an actor of an undated event, or of none.
    """
    from networkx.readwrite.gexf import GEXFWriter

    network = _plain_network(graph)
    for _, _, key, data in network.edges(keys=True, data=True):
        data |= {"id": key, "label": data["event_type"], **_spells(data)}
    for node, data in network.nodes(data=True):
        data |= {"label": data.get("name", ""), **_spells_of_edges(network, node)}
    writer = GEXFWriter(encoding="utf-8", prettyprint=True, version="1.2draft")
    writer.add_graph(network)
    meta = writer.xml.find("meta")
    del meta.attrib["lastmodifieddate"]  # the same graph gives the same bytes on any day
    meta.find("creator").text = CREATOR
    file = io.BytesIO()
    writer.write(file)
    yield file.getvalue() + b"\n"


def _plain_network(graph: KnowledgeGraph) -> "nx.MultiDiGraph":
    """Return the network sorted, in characters that XML can hold, each edge with a key of its own.

    An event between several pairs of actors is several edges: the first has the event's id as its
    key, the others a number more; the attribute `event_id` joins them.
    """
    import networkx as nx

    network, plain = graph.to_networkx(), nx.MultiDiGraph()
    for node in sorted(network):
        plain.add_node(_text(node), **_plain(network.nodes[node]))
    numbers: dict[str, Iterator[int]] = {}
    for event_id, u, v in sorted((key, u, v) for u, v, key in network.edges(keys=True)):
        data = {"event_id": event_id, **network.edges[u, v, event_id]}
        number = next(numbers.setdefault(event_id, count(1)))
        key = event_id if number == 1 else f"{event_id}-{number}"
        plain.add_edge(_text(u), _text(v), key=_text(key), **_plain(data))
    return plain


def _plain(data: Attributes) -> Attributes:
    """Return attributes in characters of XML, without those that say nothing."""
    cleaned = {name: _text(v) if isinstance(v, str) else v for name, v in data.items()}
    return {name: value for name, value in cleaned.items() if value != ""}


def _text(value: str) -> str:
    """Return a text as readers of XML have it: they take a carriage return for a newline."""
    return clean(value).replace("\r\n", "\n").replace("\r", "\n")


def _spells(data: Attributes) -> Attributes:
    first, last = data.get("date_earliest"), data.get("date_latest")
    return {"spells": [(first or last, last or first)]} if first or last else {}


def _spells_of_edges(network: "nx.MultiDiGraph", node: str) -> Attributes:
    edges = (*network.in_edges(node, data=True), *network.out_edges(node, data=True))
    found = [data.get("spells") for _, _, data in edges]
    if not found or None in found:
        return {}
    return {"spells": sorted({spell for spells in found for spell in spells})}


def _lower_booleans(root: "Element") -> None:
    """Write truth values as XML does; networkx writes them as Python does."""
    booleans = {key.get("id") for key in root.iter("key") if key.get("attr.type") == "boolean"}
    for data in root.iter("data"):
        if data.get("key") in booleans and data.text:
            data.text = data.text.lower()
