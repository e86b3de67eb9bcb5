"""How RDF terms are written where a format has prefixes: Turtle, TriG, JSON-LD."""

import functools
import re
from collections.abc import Mapping
from types import MappingProxyType

from kg.graph.lines import ntriples_term, quoted
from kg.graph.terms import XSD, XSD_STRING, Iri, Literal, Term
from kg.graph.vocabulary import LOCAL_NAME

__all__ = ["Shortener"]

MAX_KEPT = 10_000  # numbers and days whose writing is remembered
_BARE: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        XSD + "integer": re.compile("-?[0-9]+"),
        XSD + "decimal": re.compile(r"-?[0-9]+\.[0-9]+"),
        XSD + "boolean": re.compile("true|false"),
    }
)


class Shortener:
    """Writes IRIs by a fixed table of prefixes, where the rest of the IRI is a safe local name."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        self._prefix_by_namespace = {namespace: prefix for prefix, namespace in prefixes.items()}
        self._typed = functools.lru_cache(MAX_KEPT)(self._typed_term)

    def compact(self, iri: str) -> str | None:
        """Return the prefixed name of an IRI, None where it has to stand in full."""
        end = max(iri.rfind("#"), iri.rfind("/")) + 1
        prefix = self._prefix_by_namespace.get(iri[:end])
        if prefix is None or not LOCAL_NAME.fullmatch(iri, end):
            return None
        return f"{prefix}:{iri[end:]}"

    def iri(self, iri: str) -> str:
        """Return an IRI as Turtle writes it."""
        return self.compact(iri) or f"<{iri}>"

    def term(self, term: Term) -> str:
        """Return a term as Turtle writes it: numbers and truth values bare, types prefixed."""
        if isinstance(term, Iri):
            return term.name or self.iri(term.value)
        if term.language is not None or term.datatype == XSD_STRING:
            return ntriples_term(term)
        return self._typed(term)

    def _typed_term(self, literal: Literal) -> str:
        if _is_bare(literal):
            return literal.value
        return f"{quoted(literal.value)}^^{self.iri(literal.datatype)}"


def _is_bare(literal: Literal) -> bool:
    pattern = _BARE.get(literal.datatype)
    return pattern is not None and pattern.fullmatch(literal.value) is not None
