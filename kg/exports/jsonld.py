"""JSON-LD with a context of ours, written inside the file: one node a line, graph by graph.

No processor ever has to fetch anything, and a reader who knows no RDF sees plain JSON.
"""

import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter
from typing import Any, TypeAlias

from kg.exports.options import ExportOptions
from kg.exports.statements import iter_statements
from kg.exports.terms import Shortener
from kg.graph import KnowledgeGraph
from kg.graph.predicates import PREDICATES
from kg.graph.terms import XSD, Iri, Literal, Quad, Term
from kg.graph.triples import to_quads
from kg.graph.vocabulary import Vocabulary, vocabulary
from kg.model.records import dumps

__all__ = ["iter_context", "iter_jsonld"]

Json: TypeAlias = dict[str, Any]

MAX_EXACT_INTEGER = 2**53 - 1  # beyond it, readers that take numbers for doubles round


def iter_jsonld(graph: KnowledgeGraph, *, options: ExportOptions) -> Iterator[str]:
    """Yield the graph as JSON-LD, its named graphs as graph objects."""
    words = vocabulary(options.base_iri)
    nodes, quads = _Nodes(words), to_quads(words, iter_statements(graph, options))
    yield f'{{"@context":{json.dumps(_context(words), indent=1)},\n"@graph":['
    before = "\n"
    for name, group in groupby(quads, attrgetter("graph")):
        yield f'{before}{{"@id":{json.dumps(nodes.name(name.value))},"@graph":[\n'
        yield ",\n".join(map(dumps, nodes.nodes(group)))
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
        self._type = words.expand("rdf:type")
        self._rows = {
            words.expand(row.name): (rank, row.name, _datatype(words, row.value))
            for rank, row in enumerate(PREDICATES)
        }

    def name(self, iri: str) -> str:
        """Return an IRI, compact where it can be."""
        return self._shorten.compact(iri) or iri

    def nodes(self, quads: Iterable[Quad]) -> Iterator[Json]:
        """Yield one object for each subject, sorted by IRI."""
        ordered = sorted(quads, key=self._order)
        for subject, group in groupby(ordered, attrgetter("subject")):
            yield {"@id": self.name(subject.value), **dict(self._properties(group))}

    def _properties(self, quads: Iterable[Quad]) -> Iterator[tuple[str, Any]]:
        for predicate, group in groupby(quads, attrgetter("predicate")):
            if predicate.value == self._type:
                yield "@type", [self.name(quad.object.value) for quad in group]
                continue
            _, name, datatype = self._rows[predicate.value]
            values = [self._value(quad.object, datatype) for quad in group]
            yield name, values if len(values) > 1 else values[0]

    def _value(self, term: Term, datatype: str | None) -> Any:
        if isinstance(term, Iri):
            return self.name(term.value)
        if term.datatype == datatype and term.language is None:
            return _native(term)
        if term.language is not None:
            return {"@value": term.value, "@language": term.language}
        return {"@value": term.value, "@type": self.name(term.datatype)}

    def _order(self, quad: Quad) -> tuple[str, int, str, str]:
        term = quad.object
        kind = "" if isinstance(term, Iri) else f"{term.datatype} {term.language}"
        return quad.subject.value, self._rows[quad.predicate.value][0], term.value, kind


def _datatype(words: Vocabulary, value: str) -> str | None:
    return None if value == "iri" else words.expand(value)


def _native(literal: Literal) -> str | int | bool:
    """Return what JSON has an exact value for: the context says what the strings are."""
    if literal.datatype == XSD + "integer" and abs(int(literal.value)) <= MAX_EXACT_INTEGER:
        return int(literal.value)
    if literal.datatype == XSD + "boolean":
        return literal.value == "true"
    return literal.value
