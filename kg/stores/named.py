"""The library of queries: each a file in `queries/`, valid SPARQL as it stands.

A file begins with comments: its question, and a line for each parameter. A parameter is a line
`VALUES ?name { "example" }` of the query; what is given takes the place of the example.
"""

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from kg.errors import QueryError
from kg.graph.lines import quoted
from kg.graph.terms import clean

__all__ = ["NamedQuery", "named_queries", "named_query"]

QUERIES = Path(__file__).parent / "queries"

_PARAMETER = re.compile(r"# \?(?P<name>[a-z]+): (?P<meaning>.+)")
_VALUES = r'VALUES \?{name} \{{ (?P<example>"[^"]*") \}}'


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedQuery:
    """A query of the library.

    Attributes:
        name: Its name.
        question: What it answers.
        parameters: What each of its parameters means, by name.
        text: The SPARQL, with examples for the parameters.
    """

    name: str
    question: str
    parameters: Mapping[str, str]
    text: str

    def with_values(self, values: Mapping[str, str]) -> str:
        """Return the SPARQL with values for its parameters.

        Raises:
            QueryError: If a parameter has no value, or a value has no parameter.
        """
        if set(values) != set(self.parameters):
            raise QueryError(self._advice(values))
        text = self.text
        for name, value in values.items():
            given = f"VALUES ?{name} {{ {quoted(clean(value))} }}"
            text = re.sub(_VALUES.format(name=name), given.replace("\\", "\\\\"), text)
        return text

    def _advice(self, values: Mapping[str, str]) -> str:
        if not self.parameters:
            return f"query {self.name!r} takes no parameters; leave out {', '.join(values)}"
        wanted = ", ".join(f"{name} ({meaning})" for name, meaning in self.parameters.items())
        examples = " ".join(f'--set {name}="…"' for name in self.parameters)
        return f"query {self.name!r} needs {wanted}; give {examples}"


@functools.cache
def named_queries() -> Mapping[str, NamedQuery]:
    """Return the library, by name, in the order of the names."""
    found = (_read(path) for path in sorted(QUERIES.glob("*.rq")))
    return MappingProxyType({query.name: query for query in found})


def named_query(name: str) -> NamedQuery:
    """Return a query of the library.

    Raises:
        QueryError: If there is none of the name; the message lists all.
    """
    queries = named_queries()
    if name not in queries:
        raise QueryError(f"there is no query {name!r}; choose one of {', '.join(queries)}")
    return queries[name]


def _read(path: Path) -> NamedQuery:
    text = path.read_text(encoding="utf-8")
    head = [line for line in text.splitlines() if line.startswith("#")]
    told = (_PARAMETER.fullmatch(line) for line in head)
    parameters = {match["name"]: match["meaning"] for match in told if match}
    words = [line.removeprefix("# ") for line in head if not _PARAMETER.fullmatch(line)]
    return NamedQuery(
        name=path.stem,
        question=" ".join(words),
        parameters=MappingProxyType(parameters),
        text=text,
    )
