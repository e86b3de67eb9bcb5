"""Light RDF terms: what the model is written in, before any library or format."""

import math
import re
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

__all__ = [
    "XSD",
    "XSD_STRING",
    "Iri",
    "Literal",
    "Node",
    "Quad",
    "Term",
    "any_uri",
    "boolean",
    "clean",
    "day",
    "decimal",
    "integer",
    "text",
]

XSD = "http://www.w3.org/2001/XMLSchema#"
XSD_STRING = XSD + "string"

# Everything that XML 1.0 has no place for, lone surrogates included.
_NO_CHARACTER = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NOT_FINITE = MappingProxyType({"nan": "NaN", "inf": "INF", "-inf": "-INF"})


class Iri(NamedTuple):
    """An absolute IRI, made by `kg.graph.iris` or a constant.

    `name` is its prefixed name where one is safe in every format, else None. Terms are tuples, the
    cheapest values of all: a graph has millions.
    """

    value: str
    name: str | None = None


class Literal(NamedTuple):
    """A value in its canonical lexical form, with the full IRI of its datatype."""

    value: str
    datatype: str = XSD_STRING
    language: str | None = None


Term: TypeAlias = Iri | Literal


class Node(NamedTuple):
    """What one named graph says of one subject, or a part of that: prefixed predicates, objects."""

    graph: Iri
    subject: Iri
    facts: tuple[tuple[str, Term], ...]


class Quad(NamedTuple):
    """One statement and the named graph that it stands in."""

    graph: Iri
    subject: Iri
    predicate: Iri
    object: Term


def clean(value: str) -> str:
    r"""Return a text with U+FFFD in place of every character that XML cannot hold.

    One character replaces one, so that offsets into an article stay true.

    Example:
        >>> clean("a\x00b\ud800c") == "a\ufffdb\ufffdc"
        True
    """
    return value if value.isprintable() else _NO_CHARACTER.sub("\ufffd", value)


def text(value: str) -> Literal:
    """Return a plain string, cleaned.

    Example:
        >>> text("Kessa").value
        'Kessa'
    """
    return Literal(clean(value))


def any_uri(value: str) -> Literal:
    """Return an address as it was given; it need not be a valid one."""
    return Literal(clean(value), XSD + "anyURI")


def integer(value: int) -> Literal:
    """Return a whole number."""
    return Literal(str(int(value)), XSD + "integer")


def decimal(value: float) -> Literal:
    """Return a number without exponent or trailing zeros, but with a digit after the point.

    Example:
        >>> decimal(-9).value, decimal(0.86).value, decimal(1e-07).value
        ('-9.0', '0.86', '0.0000001')
    """
    if not math.isfinite(value):
        return Literal(_NOT_FINITE[str(float(value))], XSD + "double")
    digits = format(Decimal(repr(value + 0.0)), "f")
    return Literal(digits if "." in digits else digits + ".0", XSD + "decimal")


def boolean(value: bool) -> Literal:
    """Return true or false."""
    return Literal("true" if value else "false", XSD + "boolean")


def day(value: date) -> Literal:
    """Return a day.

    Example:
        >>> day(date(2024, 3, 4)).value
        '2024-03-04'
    """
    return Literal(date(value.year, value.month, value.day).isoformat(), XSD + "date")
