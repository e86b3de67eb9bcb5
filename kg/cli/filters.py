"""The filters that `kg view` shares with every command that shows a part of a graph."""

from datetime import datetime
from typing import TYPE_CHECKING

import typer

from kg.model import EventType

if TYPE_CHECKING:
    from kg.graph import GraphFilter

__all__ = ["make_filter"]


def make_filter(
    actor: str | None,
    event_type: str | None,
    since: datetime | None,
    until: datetime | None,
    country: str | None,
    place: str | None,
) -> "GraphFilter":
    """Return the filter that the options name.

    Raises:
        typer.BadParameter: If the event type is none of PLOVER's.
    """
    from kg.graph import GraphFilter

    wanted = event_type.upper() if event_type else None
    if wanted is not None and wanted not in EventType.__members__:
        raise typer.BadParameter(f"{event_type!r} is none of {', '.join(EventType)}")
    return GraphFilter(
        actor=actor,
        event_type=EventType(wanted) if wanted else None,
        since=since.date() if since else None,
        until=until.date() if until else None,
        country=country.upper() if country else None,
        place=place,
    )
