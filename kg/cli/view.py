"""`kg view`: a page of all or of a part of a graph, of one of its events, or of an actor."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.filters import keep, make_filter
from kg.cli.terminal import write_line
from kg.cli.values import day_option

__all__ = ["view"]


def view(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Folder that kg build wrote.")],
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            "-o",
            help="The page, or a folder for it; graph.html, map.html, … if not given.",
        ),
    ] = None,
    kind: Annotated[
        str, typer.Option("--as", help="network, map, timeline, event or actor.")
    ] = "network",
    event: Annotated[str | None, typer.Option(help="Id of the event, with --as event.")] = None,
    actor: Annotated[
        str | None,
        typer.Option(help="Name or id of an actor; with --as actor, the one shown."),
    ] = None,
    other: Annotated[
        str | None,
        typer.Option(help="Name or id of the other side, with --as timeline and --actor."),
    ] = None,
    event_type: Annotated[str | None, typer.Option("--type", help="PLOVER event type.")] = None,
    since: Annotated[date | None, day_option("First day that counts.")] = None,
    until: Annotated[date | None, day_option("Last day that counts.")] = None,
    country: Annotated[str | None, typer.Option(help="Alpha-3 code, such as UKR.")] = None,
    place: Annotated[str | None, typer.Option(help="Name of a place.")] = None,
    title: Annotated[str | None, typer.Option(help="Heading of the page.")] = None,
    max_actors: Annotated[
        int, typer.Option(min=2, help="Actors of the network shown at first.")
    ] = 120,
) -> None:
    """Write a page of a graph: its network, a map, a time line, one event, or one actor.

    Examples:
      kg view out -o page.html
      kg view out --actor Wagner --since 2022-02-24 -o wagner.html
      kg view out --type ASSAULT --country UKR -o assaults.html
      kg view out --as map --type ASSAULT
      kg view out --as timeline --actor Russia --other Ukraine
      kg view out --as event --event e-ab7035908941d043
      kg view out --as actor --actor Russia -o russia.html
    """
    import kg
    from kg.views import PAGE_KINDS, ViewOptions, Wish, write_page_of_kind

    if kind not in PAGE_KINDS:
        raise typer.BadParameter(f"--as {kind}: it is none of {', '.join(PAGE_KINDS)}")
    row = PAGE_KINDS[kind]
    asked = {"event": event, "actor": actor, "other": other}
    _check(kind, asked, needs=row.needs, takes=(*row.takes, "actor"))
    # Who the page is about is found by the page; elsewhere the actor says which events to keep.
    kept = None if "actor" in row.takes else actor
    graph_filter = make_filter(kept, event_type, since, until, country, place)
    wish = Wish(**asked, title=title, options=ViewOptions(max_actors=max_actors))
    graph = keep(kg.load(folder), graph_filter)
    page = out or Path(row.file_name)
    page = page / row.file_name if page.is_dir() else page
    write_line(str(write_page_of_kind(kind, graph, page, wish=wish)))


def _check(
    kind: str, asked: dict[str, str | None], *, needs: tuple[str, ...], takes: tuple[str, ...]
) -> None:
    """Refuse a page without what it is about, or with what it does not look at.

    Raises:
        typer.BadParameter: If it is so.
    """
    for name, value in asked.items():
        if value is None and name in needs:
            raise typer.BadParameter(f"--as {kind} needs --{name}")
        if value is not None and name not in takes:
            raise typer.BadParameter(f"--{name} has no meaning with --as {kind}")
    if asked["other"] is not None and asked["actor"] is None:
        raise typer.BadParameter("--other needs --actor")
