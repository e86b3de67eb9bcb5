"""`kg score`: run on texts with gold, and compare."""

import json
from pathlib import Path
from typing import Annotated, Any

import typer

from kg.cli.options import Convention, Pipeline
from kg.cli.terminal import summary, write_line, write_table

__all__ = ["score"]

NESTED = (  # shown a line a part
    *("meaning", "macro_f1", "stated", "by_type", "by_confidence", "by_value"),
    *("phrases_found", "event_chains", "participant_chains", "all_claims", "first_claim"),
)


def score(
    gold: Annotated[
        Path,
        typer.Argument(
            metavar="GOLD",
            help="JSON lines of gold, or a list; what they judge is known by their keys.",
        ),
    ],
    articles: Annotated[
        Path | None,
        typer.Option(help="The articles, where gold names them; by default articles/ beside it."),
    ] = None,
    pipeline: Pipeline = None,
    convention: Convention = "plover",
    as_json: Annotated[bool, typer.Option("--json", help="Write JSON.")] = False,
) -> None:
    """Compare what kg extracts and merges with gold.

    Gold is claims by sentence; events and actors; relations; coded records; spans of coders; how
    factual events are; places on the map; or chains of coreference. The project's
    benchmarks/README.md tells the layouts.

    Examples:
      kg score seeds/gold.jsonl
      kg score seeds/gold-events.jsonl
      kg score my-gold.jsonl --articles my-articles/ --json
    """
    from kg.cli.gold_runs import RUNS
    from kg.pipeline import BuildOptions
    from kg.scoring import read_layout

    run = RUNS[read_layout(gold)]
    folder = articles or gold.parent / "articles"
    options = BuildOptions(pipeline=pipeline, convention=convention)
    _show(run(gold, folder, options), as_json=as_json)


def _show(record: dict[str, Any], *, as_json: bool) -> None:
    if as_json:
        write_line(json.dumps(record, indent=1))
        return
    phenomena = record.pop("by_phenomenon", {})
    rows: list[tuple[str, object]] = []
    for name, value in record.items():
        if isinstance(value, dict) and name in NESTED:
            rows += [(f"{name} {key}", _flat(inner)) for key, inner in value.items()]
        else:
            rows.append((name, _flat(value)))
    summary(rows)
    if phenomena:
        _show_phenomena(phenomena)


def _show_phenomena(phenomena: dict[str, Any]) -> None:
    """Write a row a phenomenon: how many claims are of the right type, and of those how right."""
    meanings = tuple(next(iter(phenomena.values()))["meaning"])
    rows = [
        (
            *(name, one["sentences"], one["type"]["gold"], one["type"]["predicted"]),
            *(one["type"]["right"], one["triple"]["right"], one["swapped"]),
            *(one["meaning"][meaning]["right"] for meaning in meanings),
        )
        for name, one in phenomena.items()
    ]
    columns = ("phenomenon", "sentences", "gold", "predicted", "type", "triple", "swapped")
    write_line()
    write_table((*columns, *meanings), [[str(cell) for cell in row] for row in rows])


def _flat(value: Any) -> str:
    if isinstance(value, dict):
        return "  ".join(f"{key} {inner}" for key, inner in value.items())
    return str(value)
