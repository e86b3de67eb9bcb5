"""How RDF terms are written: as N-Triples, and shorter where a format has prefixes."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from kg.graph.terms import XSD, XSD_STRING, Iri, Literal, Term

__all__ = ["Shortener", "ntriples_term", "quoted"]

# Beyond what must be escaped: characters that end a line for some readers, that steer terminals,
# or that turn the direction of text, so that a file shows what it says.
_SPECIAL = re.compile('["\\\\\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]')
_ESCAPES: Mapping[str, str] = MappingProxyType(
    {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
)
_LOCAL = re.compile("[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?")
_BARE: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        XSD + "integer": re.compile("-?[0-9]+"),
        XSD + "decimal": re.compile(r"-?[0-9]+\.[0-9]+"),
        XSD + "boolean": re.compile("true|false"),
    }
)


def quoted(value: str) -> str:
    r"""Return a string between quotes, with the escapes of N-Triples and Turtle.

    Example:
        >>> quoted('Old "Town"')
        '"Old \\"Town\\""'
    """
    return f'"{_SPECIAL.sub(_escape, value)}"'


def ntriples_term(term: Term) -> str:
    """Return a term as N-Triples and N-Quads write it.

    Example:
        >>> ntriples_term(Literal("9", XSD + "integer"))
        '"9"^^<http://www.w3.org/2001/XMLSchema#integer>'
    """
    if isinstance(term, Iri):
        return f"<{term.value}>"
    if term.language is not None:
        return f"{quoted(term.value)}@{term.language}"
    if term.datatype == XSD_STRING:
        return quoted(term.value)
    return f"{quoted(term.value)}^^<{term.datatype}>"


class Shortener:
    """Writes IRIs by a fixed table of prefixes, where the rest of the IRI is a safe local name."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        self._prefix_by_namespace = {namespace: prefix for prefix, namespace in prefixes.items()}

    def compact(self, iri: str) -> str | None:
        """Return the prefixed name of an IRI, None where it has to stand in full."""
        end = max(iri.rfind("#"), iri.rfind("/")) + 1
        prefix = self._prefix_by_namespace.get(iri[:end])
        if prefix is None or not _LOCAL.fullmatch(iri, end):
            return None
        return f"{prefix}:{iri[end:]}"

    def iri(self, iri: str) -> str:
        """Return an IRI as Turtle writes it."""
        return self.compact(iri) or f"<{iri}>"

    def term(self, term: Term) -> str:
        """Return a term as Turtle writes it: numbers and truth values bare, types prefixed."""
        if isinstance(term, Iri):
            return self.iri(term.value)
        if _is_bare(term):
            return term.value
        if term.language is not None or term.datatype == XSD_STRING:
            return ntriples_term(term)
        return f"{quoted(term.value)}^^{self.iri(term.datatype)}"


def _is_bare(literal: Literal) -> bool:
    pattern = _BARE.get(literal.datatype)
    return pattern is not None and pattern.fullmatch(literal.value) is not None


def _escape(match: re.Match[str]) -> str:
    character = match.group()
    return _ESCAPES.get(character) or f"\\u{ord(character):04X}"
