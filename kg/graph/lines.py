"""Statements as lines of N-Triples: the one form that every program of the field takes."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from types import MappingProxyType

from kg.graph.sorting import iter_sorted
from kg.graph.terms import XSD_STRING, Iri, Node, Term
from kg.graph.vocabulary import Vocabulary

__all__ = ["in_order", "line_digest", "node_lines", "ntriples_term", "quoted"]

# Beyond what must be escaped: characters that end a line for some readers, that steer terminals,
# or that turn the direction of text, so that a file shows what it says.
_SPECIAL = re.compile('["\\\\\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]')
_ESCAPES: Mapping[str, str] = MappingProxyType(
    {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
)


def quoted(value: str) -> str:
    r"""Return a string between quotes, with the escapes of N-Triples and Turtle.

    Example:
        >>> quoted('Old "Town"')
        '"Old \\"Town\\""'
    """
    if value.isprintable() and '"' not in value and "\\" not in value:  # most are
        return f'"{value}"'
    return f'"{_SPECIAL.sub(_escape, value)}"'


def ntriples_term(term: Term) -> str:
    """Return a term as N-Triples and N-Quads write it.

    Example:
        >>> from kg.graph.terms import integer
        >>> ntriples_term(integer(9))
        '"9"^^<http://www.w3.org/2001/XMLSchema#integer>'
    """
    if isinstance(term, Iri):
        return f"<{term.value}>"
    if term.language is not None:
        return f"{quoted(term.value)}@{term.language}"
    if term.datatype == XSD_STRING:
        return quoted(term.value)
    return f"{quoted(term.value)}^^<{term.datatype}>"


def node_lines(words: Vocabulary, node: Node, end: str = " .\n") -> Iterator[str]:
    """Yield one line for each fact of a node.

    Args:
        words: What the names of its predicates mean.
        node: The node.
        end: What stands after the object.
    """
    subject = f"<{node.subject.value}> <"
    for name, value in node.facts:
        yield f"{subject}{words.term(name).value}> {ntriples_term(value)}{end}"


def in_order(lines: Iterable[str]) -> Iterator[str]:
    """Yield lines sorted, each once; memory is bounded, whatever their number."""
    yield from (line for line, _ in groupby(iter_sorted(lines)))


def line_digest(lines: Iterable[str]) -> str:
    """Return the SHA-256 of lines in hexadecimal digits."""
    digest = hashlib.sha256()
    for line in lines:
        digest.update(line.encode())
    return digest.hexdigest()


def _escape(match: re.Match[str]) -> str:
    character = match.group()
    return _ESCAPES.get(character) or f"\\u{ord(character):04X}"
