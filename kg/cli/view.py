"""`kg view`: the interactive page, of all or of a part of a graph."""

import dataclasses
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.filters import make_filter
from kg.cli.terminal import write_line

__all__ = ["view"]


def view(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Folder that kg build wrote.")],
    out: Annotated[Path, typer.Option("--out", "-o", help="The page.")] = Path("graph.html"),
    actor: Annotated[str | None, typer.Option(help="Name or id of an actor.")] = None,
    event_type: Annotated[str | None, typer.Option("--type", help="PLOVER event type.")] = None,
    since: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="First day that counts.")
    ] = None,
    until: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Last day that counts.")
    ] = None,
    country: Annotated[str | None, typer.Option(help="Alpha-3 code, such as UKR.")] = None,
    place: Annotated[str | None, typer.Option(help="Name of a place.")] = None,
    title: Annotated[str | None, typer.Option(help="Heading of the page.")] = None,
    max_actors: Annotated[int, typer.Option(min=2, help="Actors shown at first.")] = 120,
) -> None:
    """Write the interactive page of a graph.

    Examples:
      kg view out -o page.html
      kg view out --actor Wagner --since 2022-02-24 -o wagner.html
      kg view out --type ASSAULT --country UKR -o assaults.html
    """
    import kg
    from kg.views import ViewOptions, write_page

    graph = kg.load(folder).filtered(make_filter(actor, event_type, since, until, country, place))
    options = ViewOptions(max_actors=max_actors)
    if title:
        options = dataclasses.replace(options, title=title)
    write_line(str(write_page(graph, out, options=options)))
