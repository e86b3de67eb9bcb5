"""What a query gives: a table, statements, or yes and no; each with the forms it can be written in.

JSON is that of SPARQL 1.1 (`application/sparql-results+json`). CSV has its columns, but no text of
it is taken for a formula by a spreadsheet, and it opens in Excel.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from kg.errors import QueryError
from kg.graph.cells import iter_csv
from kg.graph.frames import Frame, frame_of
from kg.graph.markup import MAX_ROWS, escaped, html_table
from kg.graph.terms import XSD, XSD_STRING, Iri, Literal, Term
from kg.graph.vocabulary import LOCAL_NAME

if TYPE_CHECKING:
    import pyoxigraph as ox

__all__ = ["Answer", "Statements", "Table", "answer_of"]

MAX_LINES = 200  # of statements in a notebook; a cell's output is stored there
TRUTH: Mapping[str, bool] = MappingProxyType({"true": True, "1": True, "false": False, "0": False})
MAX_DIGITS = 1000  # of a number; what is longer stays a text

# How XML Schema writes numbers (Part 2, sections 3.2.3 to 3.2.5 and 3.3.13).
_DECIMAL = r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)"
_DOUBLE = re.compile(rf"{_DECIMAL}(?:[eE][+-]?[0-9]+)?|[+-]?INF|NaN")
NUMBERS: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        "integer": re.compile("[+-]?[0-9]+"),
        "decimal": re.compile(_DECIMAL),
        "double": _DOUBLE,
        "float": _DOUBLE,
    }
)

Row: TypeAlias = tuple[Term | None, ...]
Found = TypeVar("Found")


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The answer to SELECT: named columns, and rows of terms; None is what has no value."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    def values(self) -> list[tuple[Any, ...]]:
        """Return the rows as Python values, for data frames: numbers and truth values as such."""
        return [tuple(map(_value, row)) for row in self.rows]

    def cells(self, prefixes: Mapping[str, str]) -> list[tuple[str, ...]]:
        """Return the rows as texts for people, IRIs by their prefixed names where they have one."""
        names = {namespace: prefix for prefix, namespace in prefixes.items()}
        return [tuple(_cell(term, names) for term in row) for row in self.rows]

    def iter_csv(self) -> Iterator[str]:
        """Yield the table as CSV, the header first."""
        yield from iter_csv(self.columns, (map(_csv_cell, row) for row in self.rows))

    def to_frame(self) -> Frame:
        """Return the table as a pandas data frame of Python values."""
        return frame_of(self.columns, self.values())

    def __repr__(self) -> str:
        return f"<Table: {len(self.rows):,} rows of {', '.join(self.columns)}>"

    def _repr_html_(self) -> str:
        """Show the first 50 rows in a notebook, IRIs by their prefixed names."""
        shown = Table(columns=self.columns, rows=self.rows[:MAX_ROWS])
        values, cells = shown.values(), shown.cells(_our_prefixes())
        rows = [
            [cell if isinstance(value, str) else value for value, cell in zip(*both, strict=True)]
            for both in zip(values, cells, strict=True)
        ]
        return html_table(self.columns, rows, total=len(self.rows))

    def to_json(self) -> str:
        """Return the table as SPARQL results in JSON."""
        bindings = [
            {name: _json(term) for name, term in zip(self.columns, row, strict=True) if term}
            for row in self.rows
        ]
        document = {"head": {"vars": list(self.columns)}, "results": {"bindings": bindings}}
        return json.dumps(document, indent=1) + "\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statements:
    """The answer to CONSTRUCT and DESCRIBE: lines of N-Triples, sorted, and the same as Turtle."""

    lines: tuple[str, ...]
    turtle: str

    def __repr__(self) -> str:
        return f"<Statements: {len(self.lines):,}>"

    def _repr_html_(self) -> str:
        """Show the Turtle in a notebook, its first 200 lines."""
        lines = self.turtle.splitlines()
        rest = f"\n… {MAX_LINES} of {len(lines):,} lines" if len(lines) > MAX_LINES else ""
        shown = escaped("\n".join(lines[:MAX_LINES]) + rest)
        return f"<pre>{shown}</pre>"


Answer: TypeAlias = Table | Statements | bool


def answer_of(
    found: "ox.QuerySolutions | ox.QueryTriples | ox.QueryBoolean", *, most: int | None = None
) -> Answer:
    """Return what Oxigraph found as values of ours.

    Args:
        found: What it found; it looks on while it is read.
        most: How many rows or statements are taken.

    Raises:
        QueryError: If there are more.
        OSError, RuntimeError: As Oxigraph does while it looks on.
    """
    import pyoxigraph as ox

    if isinstance(found, ox.QueryBoolean):
        return bool(found)
    if isinstance(found, ox.QueryTriples):
        return _statements(_bounded(found, most))
    columns = tuple(variable.value for variable in found.variables)
    rows = tuple(tuple(_term(row[name]) for name in columns) for row in _bounded(found, most))
    return Table(columns=columns, rows=rows)


def _bounded(found: Iterable[Found], most: int | None) -> Iterator[Found]:
    """Yield what was found, and refuse to go on where it is too much to be held."""
    for number, one in enumerate(found):
        if number == most:
            raise QueryError(
                f"the query finds more than {most:,} rows; add a LIMIT or ask for less"
            )
        yield one


def _statements(triples: "Iterable[ox.Triple]") -> Statements:
    import pyoxigraph as ox

    ordered = sorted(triples, key=str)
    turtle = ox.serialize(ordered, format=ox.RdfFormat.TURTLE, prefixes=_known_prefixes(ordered))
    lines = tuple(f"{triple} .\n" for triple in map(str, ordered))
    return Statements(lines=lines, turtle=(turtle or b"").decode())


def _known_prefixes(triples: "list[ox.Triple]") -> dict[str, str]:
    text = "\n".join(map(str, triples))
    return {name: space for name, space in _our_prefixes().items() if f"<{space}" in text}


def _our_prefixes() -> Mapping[str, str]:
    from kg.graph.iris import DEFAULT_BASE_IRI
    from kg.graph.vocabulary import vocabulary

    return vocabulary(DEFAULT_BASE_IRI).prefixes


def _term(value: "ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None") -> Term | None:
    import pyoxigraph as ox

    if value is None:
        return None
    if isinstance(value, ox.Literal):
        return Literal(value.value, value.datatype.value, value.language)
    return Iri(value.value if isinstance(value, ox.NamedNode) else str(value))


def _value(term: Term | None) -> Any:
    if not isinstance(term, Literal):
        return term and term.value
    number = _number(term)
    if number is not None:
        return int(number) if term.datatype == XSD + "integer" else float(number)
    return TRUTH.get(term.value, term.value) if term.datatype == XSD + "boolean" else term.value


def _csv_cell(term: Term | None) -> str | Decimal | None:
    """Return a value that is guarded as a text unless it is a number."""
    number = _number(term) if isinstance(term, Literal) else None
    return number if number is not None else term and term.value


def _number(literal: Literal) -> Decimal | None:
    """Return a literal as a number, None if it is none; a query can make any literal."""
    pattern = NUMBERS.get(literal.datatype.removeprefix(XSD))
    if pattern is None or len(literal.value) > MAX_DIGITS or not pattern.fullmatch(literal.value):
        return None
    try:
        return Decimal(literal.value)
    except InvalidOperation:  # an exponent beyond all
        return None


def _cell(term: Term | None, names: Mapping[str, str]) -> str:
    if term is None:
        return ""
    if isinstance(term, Literal):
        return term.value
    end = max(term.value.rfind("#"), term.value.rfind("/")) + 1
    prefix, local = names.get(term.value[:end]), term.value[end:]
    return f"{prefix}:{local}" if prefix and LOCAL_NAME.fullmatch(local) else term.value


def _json(term: Term) -> dict[str, str]:
    if isinstance(term, Iri):
        is_blank = term.value.startswith("_:")
        return {"type": "bnode" if is_blank else "uri", "value": term.value.removeprefix("_:")}
    if term.language is not None:
        return {"type": "literal", "value": term.value, "xml:lang": term.language}
    if term.datatype == XSD_STRING:
        return {"type": "literal", "value": term.value}
    return {"type": "literal", "value": term.value, "datatype": term.datatype}
