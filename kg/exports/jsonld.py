"""JSON-LD with a context of ours, written inside the file: one node a line, graph by graph.

No processor ever has to fetch anything, and a reader who knows no RDF sees plain JSON.
"""

import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter, itemgetter
from typing import Any, TypeAlias

from kg.exports.options import ExportOptions
from kg.exports.statements import iter_statements
from kg.exports.terms import Shortener
from kg.graph import KnowledgeGraph
from kg.graph.predicates import PREDICATES
from kg.graph.sorting import iter_sorted
from kg.graph.terms import XSD, Iri, Literal, Node, Term
from kg.graph.vocabulary import Vocabulary, vocabulary
from kg.model.records import dumps

__all__ = ["iter_context", "iter_jsonld"]

Json: TypeAlias = dict[str, Any]
Row: TypeAlias = tuple[int, str, str, Any]

TYPE = 0  # the place of rdf:type in the model
MAX_EXACT_INTEGER = 2**53 - 1  # beyond it, readers that take numbers for doubles round


def iter_jsonld(graph: KnowledgeGraph, *, options: ExportOptions) -> Iterator[str]:
    """Yield the graph as JSON-LD, its named graphs as graph objects."""
    words = vocabulary(options.base_iri)
    nodes = _Nodes(words)
    yield f'{{"@context":{json.dumps(_context(words), indent=1)},\n"@graph":['
    before = "\n"
    for name, group in groupby(iter_statements(graph, options), attrgetter("graph")):
        yield f'{before}{{"@id":{json.dumps(nodes.name(name.value))},"@graph":[\n'
        for number, node in enumerate(nodes.nodes(group)):
            yield (",\n" if number else "") + dumps(node)
        yield "\n]}"
        before = ",\n"
    yield "\n]}\n"


def iter_context(graph: KnowledgeGraph, *, options: ExportOptions) -> Iterator[str]:
    """Yield the context alone, for JSON of other programs; it is the same for every graph."""
    context = _context(vocabulary(options.base_iri))
    yield json.dumps({"@context": context}, indent=1) + "\n"


def _context(words: Vocabulary) -> Json:
    """Return the context: every prefix, and what the values of each property are."""
    types = {"iri": "@id"}
    properties = {
        row.name: {"@id": words.expand(row.name), "@type": types.get(row.value, row.value)}
        for row in PREDICATES
        if row.value != "xsd:string" and row.name != "rdf:type"
    }
    return {"@version": 1.1, **words.prefixes, **properties}


class _Nodes:
    """The JSON of nodes in the words of one vocabulary."""

    def __init__(self, words: Vocabulary) -> None:
        self._shorten = Shortener(words.prefixes)
        self._rows = {
            row.name: (rank, _datatype(words, row.value)) for rank, row in enumerate(PREDICATES)
        }

    def name(self, iri: str) -> str:
        """Return an IRI, compact where it can be."""
        return self._shorten.compact(iri) or iri

    def nodes(self, nodes: Iterable[Node]) -> Iterator[Json]:
        """Yield one object for each subject, sorted by IRI; a subject may come in parts.

        What is sorted are texts: the subject, which no line break is in, and the rest as JSON. So
        memory is bounded, however large the merged graph is.
        """
        packed = (text.partition("\n") for text in iter_sorted(map(self._pack, nodes)))
        for subject, parts in groupby(packed, itemgetter(0)):
            rows = sorted(row for _, _, part in parts for row in json.loads(part))
            yield {"@id": self.name(subject), **dict(_properties(rows))}

    def _pack(self, node: Node) -> str:
        rows = [self._row(name, term) for name, term in node.facts]
        return f"{node.subject.value}\n{json.dumps(rows)}"

    def _row(self, name: str, term: Term) -> Row:
        """Return the place of a property in the model, two texts to sort its values by, a value."""
        rank, datatype = self._rows[name]
        kind = "" if isinstance(term, Iri) else f"{term.datatype} {term.language}"
        return rank, term.value, kind, self._value(term, datatype)

    def _value(self, term: Term, datatype: str | None) -> Any:
        if isinstance(term, Iri):
            return term.name or self.name(term.value)
        if term.datatype == datatype and term.language is None:
            return _native(term)
        if term.language is not None:
            return {"@value": term.value, "@language": term.language}
        return {"@value": term.value, "@type": self.name(term.datatype)}


def _properties(rows: Iterable[Row]) -> Iterator[tuple[str, Any]]:
    for rank, group in groupby(rows, itemgetter(0)):
        values = [value for *_, value in group]
        if rank == TYPE:
            yield "@type", values
        else:
            yield PREDICATES[rank].name, values if len(values) > 1 else values[0]


def _datatype(words: Vocabulary, value: str) -> str | None:
    return None if value == "iri" else words.expand(value)


def _native(literal: Literal) -> str | int | bool:
    """Return what JSON has an exact value for: the context says what the strings are."""
    if literal.datatype == XSD + "integer" and abs(int(literal.value)) <= MAX_EXACT_INTEGER:
        return int(literal.value)
    if literal.datatype == XSD + "boolean":
        return literal.value == "true"
    return literal.value
