"""Turtle and TriG, the same bytes every time: quads enter, lines leave.

Prefixes stand in a fixed order, subjects are sorted, each is one block with its type first and its
properties in the order of the model. What holds many named graphs is written graph by graph.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from operator import attrgetter, itemgetter

from kg.exports.options import ExportOptions
from kg.exports.terms import Shortener
from kg.graph import KnowledgeGraph
from kg.graph.predicates import PREDICATES
from kg.graph.terms import Quad
from kg.graph.triples import iter_quads
from kg.graph.vocabulary import NAMESPACES, Vocabulary, vocabulary

__all__ = ["iter_trig", "iter_turtle"]

INDENT = "    "

# Subject, place of the predicate in the model, predicate and object as they are written.
Row = tuple[str, int, str, str]


def iter_turtle(graph: KnowledgeGraph, *, options: ExportOptions) -> Iterator[str]:
    """Yield the graph as Turtle; all of it, but for the names of the named graphs."""
    turtle = _Turtle(vocabulary(options.base_iri))
    yield from turtle.prefix_lines()
    yield from turtle.blocks(iter_quads(graph, base_iri=options.base_iri))


def iter_trig(graph: KnowledgeGraph, *, options: ExportOptions) -> Iterator[str]:
    """Yield the graph as TriG, one named graph after the other."""
    turtle = _Turtle(vocabulary(options.base_iri))
    yield from turtle.prefix_lines()
    for name, quads in groupby(iter_quads(graph, base_iri=options.base_iri), attrgetter("graph")):
        yield f"\n{turtle.shorten.iri(name.value)} {{\n"
        yield from turtle.blocks(quads, indent=INDENT)
        yield "}\n"


class _Turtle:
    """The Turtle of one vocabulary."""

    def __init__(self, words: Vocabulary) -> None:
        self._prefixes = words.prefixes
        self.shorten = Shortener(words.prefixes)
        self._rank_by_predicate = _ranks(words)

    def prefix_lines(self) -> Iterator[str]:
        """Yield the table of prefixes."""
        for prefix, namespace in self._prefixes.items():
            yield f"@prefix {prefix}: <{namespace}> .\n"

    def blocks(self, quads: Iterable[Quad], *, indent: str = "") -> Iterator[str]:
        """Yield one block of lines for each subject, in the order of their IRIs."""
        rows = sorted({self._row(quad) for quad in quads})
        for subject, group in groupby(rows, itemgetter(0)):
            yield f"\n{indent}{self.shorten.iri(subject)} "
            yield from self._properties(group, indent)

    def _properties(self, rows: Iterable[Row], indent: str) -> Iterator[str]:
        before = ""
        for predicate, group in groupby(rows, itemgetter(2)):
            comma = " , " if predicate == "a" else f" ,\n{indent}{INDENT * 2}"
            objects = comma.join(row[3] for row in group)
            yield f"{before}{predicate} {objects}"
            before = f" ;\n{indent}{INDENT}"
        yield " .\n"

    def _row(self, quad: Quad) -> Row:
        predicate = quad.predicate.value
        rank, name = self._rank_by_predicate.get(predicate) or (
            len(self._rank_by_predicate),
            self.shorten.iri(predicate),
        )
        return quad.subject.value, rank, name, self.shorten.term(quad.object)


def _ranks(words: Vocabulary) -> Mapping[str, tuple[int, str]]:
    ranks = {words.expand(row.name): (rank, row.name) for rank, row in enumerate(PREDICATES)}
    return ranks | {NAMESPACES["rdf"] + "type": (0, "a")}
