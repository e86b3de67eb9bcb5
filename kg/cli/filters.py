"""The filters of `kg view`: what people write made a filter, and what it leaves of a graph."""

from dataclasses import asdict
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING

import typer

from kg.errors import ViewError
from kg.model import EventType

if TYPE_CHECKING:
    from kg.graph import GraphFilter, KnowledgeGraph

__all__ = ["keep", "make_filter"]

_OPTIONS = MappingProxyType({"event_type": "type"})  # where field and option differ


def make_filter(
    actor: str | None,
    event_type: str | None,
    since: date | None,
    until: date | None,
    country: str | None,
    place: str | None,
) -> "GraphFilter":
    """Return the filter that the options name.

    Raises:
        typer.BadParameter: If the event type is none of PLOVER's, or the country no code.
    """
    from kg.graph import GraphFilter

    wanted = event_type.upper() if event_type else None
    if wanted is not None and wanted not in EventType.__members__:
        raise typer.BadParameter(f"{event_type!r} is none of {', '.join(EventType)}")
    return GraphFilter(
        actor=actor,
        event_type=EventType(wanted) if wanted else None,
        since=since,
        until=until,
        country=_country(country) if country else None,
        place=place,
    )


def _country(text: str) -> str:
    if len(text) != 3 or not text.isalpha():
        raise typer.BadParameter(
            f"--country {text!r} is no code; give the three letters of ISO 3166, such as UKR"
        )
    return text.upper()


def keep(graph: "KnowledgeGraph", graph_filter: "GraphFilter") -> "KnowledgeGraph":
    """Return the part of a graph that passes a filter.

    Raises:
        UnknownIdError: If the filter names an actor whom the graph does not hold.
        ViewError: If there are events, and none passes: most often a name is misspelt.
    """
    asked = {name: value for name, value in asdict(graph_filter).items() if value is not None}
    kept = graph.filtered(**asked)
    if asked and graph.records.events and not kept.records.events:
        options = ", ".join(
            f"--{_OPTIONS.get(name, name)} {value}" for name, value in asked.items()
        )
        raise ViewError(
            f"none of {len(graph.records.events):,} events passes {options}; check the spelling"
            " (events.csv has the places, countries and days) or leave a filter out"
        )
    return kept
