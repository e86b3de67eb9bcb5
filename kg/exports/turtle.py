"""Turtle and TriG, the same bytes every time: nodes enter, blocks of lines leave.

Prefixes stand in a fixed order, subjects are sorted, each is one block with its type first and its
properties in the order of the model. What holds many named graphs is written graph by graph.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter, itemgetter

from kg.exports.options import ExportOptions
from kg.exports.statements import iter_statements
from kg.exports.terms import Shortener
from kg.graph import KnowledgeGraph
from kg.graph.predicates import PREDICATES
from kg.graph.sorting import iter_sorted
from kg.graph.terms import Node
from kg.graph.vocabulary import Vocabulary, vocabulary

__all__ = ["INDENT", "Turtle", "iter_trig", "iter_turtle"]

INDENT = "    "
RANK_DIGITS = 2  # of the place of a predicate in the model
LAST = "zz"  # the rank of a predicate that the model does not have
TYPE_FIRST = "00a"  # the rank and word of rdf:type


def iter_turtle(graph: KnowledgeGraph, *, options: ExportOptions) -> Iterator[str]:
    """Yield the graph as Turtle; all of it, but for the names of the named graphs."""
    turtle = Turtle(vocabulary(options.base_iri))
    yield from turtle.prefix_lines()
    yield from turtle.blocks(iter_statements(graph, options))


def iter_trig(graph: KnowledgeGraph, *, options: ExportOptions) -> Iterator[str]:
    """Yield the graph as TriG, one named graph after the other."""
    turtle = Turtle(vocabulary(options.base_iri))
    yield from turtle.prefix_lines()
    for name, nodes in groupby(iter_statements(graph, options), attrgetter("graph")):
        yield f"\n{turtle.shorten.term(name)} {{\n"
        yield from turtle.blocks(nodes, indent=INDENT)
        yield "}\n"


class Turtle:
    """The Turtle of one vocabulary."""

    def __init__(self, words: Vocabulary) -> None:
        self.words = words
        self.shorten = Shortener(words.prefixes)
        names = (row.name for row in PREDICATES)
        self._heads = {name: f"{rank:0{RANK_DIGITS}x}{name} " for rank, name in enumerate(names)}
        self._heads["rdf:type"] = f"{TYPE_FIRST} "

    def prefix_lines(self) -> Iterator[str]:
        """Yield the table of prefixes."""
        for prefix, namespace in self.words.prefixes.items():
            yield f"@prefix {prefix}: <{namespace}> .\n"

    def blocks(self, nodes: Iterable[Node], *, indent: str = "") -> Iterator[str]:
        """Yield one block of lines for each subject, in the order of their IRIs.

        A node is packed into one text: its IRI, its name, then a row for each fact. Rows hold no
        line break (literals escape theirs) and no IRI holds anything below one, so that sorting
        the texts sorts the subjects; it takes a fraction of what sorting statements would.
        """
        packed = (text.split("\n") for text in iter_sorted(map(self._pack, nodes)))
        for _, group in groupby(packed, itemgetter(0)):
            (_, name, *rows), *others = group
            if others:  # several nodes may say the same
                rows = list({*rows, *(row for _, _, *more in others for row in more)})
            rows.sort()
            yield f"\n{indent}{name} {_block(rows, indent)} .\n"

    def _pack(self, node: Node) -> str:
        heads, term = self._heads, self.shorten.term
        rows = [(heads.get(name) or f"{LAST}{name} ") + term(value) for name, value in node.facts]
        return "\n".join([node.subject.value, term(node.subject), *rows])


def _block(rows: Iterable[str], indent: str) -> str:
    """Return the properties of a subject, each followed by all its objects."""
    semicolon, comma = f" ;\n{indent}{INDENT}", f" ,\n{indent}{INDENT * 2}"
    pieces, before = list[str](), ""
    for row in rows:
        predicate, _, value = row.partition(" ")
        if predicate != before:
            pieces.append(f"{semicolon if before else ''}{row[RANK_DIGITS:]}")
            before = predicate
        else:
            pieces.append((" , " if predicate == TYPE_FIRST else comma) + value)
    return "".join(pieces)
