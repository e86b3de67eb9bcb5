"""What a request asks for: the parameters of its address in, filters and fields of forms out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from starlette.requests import Request

from kg.graph import FilterError, GraphFilter, KnowledgeGraph, UnknownIdError
from kg.graph.filters import actors_named
from kg.model import EventType
from kg.views.served import Field

__all__ = ["FILTERS", "Wishes", "address", "read_filter", "read_wishes"]

_MOST_CHARACTERS = 500  # of a parameter

FILTERS = (
    Field(name="actor", label="Actor"),
    Field(name="type", label="Type", choices=("", *EventType)),
    Field(name="since", label="Since", kind="date"),
    Field(name="until", label="Until", kind="date"),
    Field(name="country", label="Country (UKR)"),
    Field(name="place", label="Place"),
)
"""The filters of `kg view`, as fields."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """The parameters of an address that hold something, each at most once."""

    by_name: Mapping[str, str]

    def get(self, name: str) -> str | None:
        """Return what a parameter holds."""
        return self.by_name.get(name)

    def choice(self, name: str, known: Sequence[str]) -> str | None:
        """Return what a parameter holds, which must be one of some.

        Raises:
            FilterError: If it is none of them.
        """
        value = self.get(name)
        if value is not None and value not in known:
            raise FilterError(f"{name} {value!r} is none of {', '.join(known)}")
        return value

    def number(self, name: str, *, most: int) -> int:
        """Return what a parameter holds as a number from 1, which is also what it is by default.

        Raises:
            FilterError: If it is no number in that range.
        """
        value = self.get(name) or "1"
        if not value.isdecimal() or len(value) > 9 or not 1 <= int(value) <= most:
            raise FilterError(f"{name} {value!r} is no number from 1 to {most}")
        return int(value)

    def fill(self, fields: Sequence[Field]) -> tuple[Field, ...]:
        """Return fields with what is asked for filled in."""
        return tuple(
            Field(
                name=one.name,
                label=one.label,
                kind=one.kind,
                choices=one.choices,
                value=self.by_name.get(one.name, ""),
            )
            for one in fields
        )


def read_wishes(request: Request, known: Sequence[str]) -> Wishes:
    """Return the parameters of a request.

    Raises:
        FilterError: If one is not known, is there twice, or is too long.
    """
    found: dict[str, str] = {}
    for name, value in request.query_params.multi_items():
        if name not in known:
            raise FilterError(
                f"this page knows no filter {name!r}; it knows {', '.join(known) or 'none'}"
            )
        if name in found:
            raise FilterError(f"the filter {name!r} is given twice; give it once")
        if len(value) > _MOST_CHARACTERS:
            raise FilterError(f"the filter {name!r} is longer than {_MOST_CHARACTERS} characters")
        if value.strip():
            found[name] = value.strip()
    return Wishes(by_name=found)


def read_filter(
    graph: KnowledgeGraph, wishes: Wishes, *, without: Sequence[str] = ()
) -> GraphFilter:
    """Return the filter that is asked for.

    Args:
        graph: The graph, which must hold the actor that is named.
        wishes: What is asked for.
        without: Filters that the page applies itself.

    Raises:
        FilterError: If a condition cannot be read, or names nobody.
    """
    names = {one.name: "event_type" if one.name == "type" else one.name for one in FILTERS}
    conditions = {
        names[name]: value
        for name, value in wishes.by_name.items()
        if name in names and name not in without
    }
    asked = GraphFilter.of(**conditions)
    if asked.actor is not None:
        _check_actor(graph, asked.actor)
    return asked


def _check_actor(graph: KnowledgeGraph, asked: str) -> None:
    """Refuse an actor whom the graph does not hold; several of a name are all meant."""
    try:
        graph.find_actor(asked)
    except UnknownIdError as error:
        if not actors_named(graph.records, asked):
            raise FilterError(f"actor: {error}") from error


def address(path: str, wishes: Wishes, **changes: str | int | None) -> str:
    """Return the address of a page with the same wishes, some of them changed or left out."""
    values = {name: str(value) for name, value in wishes.by_name.items()}
    for name, value in changes.items():
        values.pop(name, None)
        if value is not None:
            values[name] = str(value)
    return f"{path}?{urlencode(values, errors='replace')}" if values else path
