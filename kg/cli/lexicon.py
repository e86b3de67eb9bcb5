"""`kg lexicon check`: whether lexicons are sound, and what they lack for a corpus."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.options import Lexicon as Lists
from kg.cli.terminal import summary, write_line, write_table, write_text

if TYPE_CHECKING:
    from kg.graph import KnowledgeGraph

__all__ = ["lexicon"]

COLUMNS = ("alias", "actor_id", "name", "kind", "country", "sector", "since", "until")


def lexicon(
    action: Annotated[str, typer.Argument(metavar="check", help="The word check.")],
    lexicon: Lists = None,
    suggest: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="A graph: list its frequent unknown actors and actions."),
    ] = None,
    least: Annotated[int, typer.Option(min=1, help="How often one must be named.")] = 2,
    top: Annotated[int, typer.Option(min=1, help="Lines of each list.")] = 20,
    tsv: Annotated[
        bool, typer.Option("--tsv", help="Write the unknown actors as a list for --lexicon.")
    ] = False,
) -> None:
    """Check the lexicons that come with kg and a list of your own; suggest what they lack.

    Faults are all told at once, with file and line. --suggest looks into a graph: actors that are
    named again and again and that no list knows, and words that only the trained pipeline takes for
    events.

    Examples:
      kg lexicon check --lexicon mine.tsv
      kg lexicon check --suggest out
      kg lexicon check --suggest out --tsv > mine.tsv
    """
    import kg
    from kg.lexicons import load_lexicon

    if action != "check":
        raise typer.BadParameter(f"{action!r} is not known; the only action is check")
    if tsv and suggest is None:
        raise typer.BadParameter("--tsv writes what --suggest finds; name a graph")
    loaded = load_lexicon(tuple(lexicon or ()))
    if suggest is None:
        summary(
            [
                ("actors", len(loaded.world.actors)),
                ("names of actors", len(loaded.world.aliases)),
                ("places", len(loaded.world.places)),
                ("entries for events", len(loaded.events.entries)),
                ("faults", "none"),
            ]
        )
        return
    graph = kg.load(suggest)
    if tsv:
        _write_tsv(graph, least, top)
    else:
        _write_suggestions(graph, least, top)


def _write_suggestions(graph: "KnowledgeGraph", least: int, top: int) -> None:
    from kg.graph.suggestions import unknown_actors, unlisted_actions

    actors = unknown_actors(graph.records, least=least)[:top]
    columns = ("mentions", "articles", "actor", "kind", "country", "sector", "id")
    write_table(
        columns,
        [
            (
                str(a.mentions),
                str(a.articles),
                a.name,
                a.kind,
                a.country or "",
                a.sector or "",
                a.id,
            )
            for a in actors
        ],
    )
    write_line()
    actions = unlisted_actions(graph.records)[:top]
    rows = [(str(a.claims), a.lemma, a.event_type, a.example) for a in actions]
    write_table(("claims", "action", "type", "example"), rows)


def _write_tsv(graph: "KnowledgeGraph", least: int, top: int) -> None:
    from kg.graph.suggestions import unknown_actors

    rows = [COLUMNS]
    for a in unknown_actors(graph.records, least=least)[:top]:
        name = " ".join(a.name.split())
        id_ = "-".join(part for part in name.lower().split() if part.isalnum()) or a.id
        rows.append((name, id_, name, a.kind, a.country or "", a.sector or "", "", ""))
    write_text("".join("\t".join(row) + "\n" for row in rows))
