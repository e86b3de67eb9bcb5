"""`kg score`: run on texts with gold, and compare."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kg.cli.options import Pipeline
from kg.cli.terminal import summary, write_line
from kg.errors import ScoringError

if TYPE_CHECKING:
    from kg.scoring import BCubed, ClaimScores, MergingScores, Ratio

__all__ = ["score"]


def score(
    gold: Annotated[
        Path,
        typer.Argument(
            metavar="GOLD", help="JSON lines: gold claims by sentence, or gold events and actors."
        ),
    ],
    articles: Annotated[
        Path | None,
        typer.Option(help="The articles, where gold names them; by default articles/ beside it."),
    ] = None,
    pipeline: Pipeline = None,
    as_json: Annotated[bool, typer.Option("--json", help="Write JSON.")] = False,
) -> None:
    """Compare what kg extracts and merges with gold.

    Examples:
      kg score seeds/gold.jsonl
      kg score seeds/gold-events.jsonl
      kg score my-gold.jsonl --articles my-articles/ --json
    """
    from kg.pipeline import BuildOptions

    options = BuildOptions(pipeline=pipeline)
    folder = articles or gold.parent / "articles"
    if _has_clusters(gold):
        _show(_merging_record(_score_merging(gold, folder, options)), as_json=as_json)
    else:
        _show(_claims_record(_score_claims(gold, folder, options)), as_json=as_json)


def _has_clusters(gold: Path) -> bool:
    try:
        with gold.open(encoding="utf-8") as lines:
            first = next(lines, "")
    except (OSError, UnicodeDecodeError) as error:
        raise ScoringError(f"{gold}: cannot be read ({error}); name a file of gold") from error
    return '"event":' in first or '"actor":' in first


def _score_claims(gold: Path, folder: Path, options: Any) -> "ClaimScores":
    from kg.articles import read_articles
    from kg.model import Article
    from kg.pipeline import extract
    from kg.scoring import read_gold, score_claims

    sentences = read_gold(gold)
    if all(sentence.start == 0 for sentence in sentences):  # each sentence is its own article
        texts = [Article(id=s.article_id, text=s.text) for s in sentences]
    else:
        wanted = {sentence.article_id for sentence in sentences}
        found = read_articles([folder], options=options.read)
        texts = [a for a in found if isinstance(a, Article) and a.id in wanted]
    claims = [claim for _, found in extract(texts, options=options) for claim in found]
    return score_claims(sentences, claims)


def _score_merging(gold: Path, folder: Path, options: Any) -> "MergingScores":
    import tempfile

    from kg.graph import Store
    from kg.pipeline import build
    from kg.scoring import read_clusters, score_merging

    with (
        tempfile.TemporaryDirectory() as scratch,
        Store.open(Path(scratch) / "graph.kg", create=True) as store,
    ):
        build([folder], store, options=options)
        records = store.load().records
    return score_merging(
        read_clusters(gold), records.claims, records.event_links, records.actor_links
    )


def _claims_record(scores: "ClaimScores") -> dict[str, Any]:
    return {
        "sentences": scores.sentences,
        "action": _ratio(scores.action),
        "type": _ratio(scores.type) | {"f1_95": _rounded(scores.type_interval)},
        "triple": _ratio(scores.triple) | {"f1_95": _rounded(scores.triple_interval)},
        "swapped": scores.swapped,
        "meaning": {name: round(share, 3) for name, share in scores.meaning.items()},
        "by_type": {name: _ratio(ratio) for name, ratio in scores.by_type.items()},
    }


def _merging_record(scores: "MergingScores") -> dict[str, Any]:
    return {
        "events": _b_cubed(scores.events) | {"gold_items": scores.events_gold},
        "actors": _b_cubed(scores.actors) | {"gold_items": scores.actors_gold},
    }


def _ratio(ratio: "Ratio") -> dict[str, Any]:
    return {
        "p": round(ratio.precision, 3),
        "r": round(ratio.recall, 3),
        "f1": round(ratio.f1, 3),
        "right": ratio.right,
        "predicted": ratio.predicted,
        "gold": ratio.gold,
    }


def _b_cubed(scores: "BCubed") -> dict[str, Any]:
    return {
        "items_found": scores.items,
        "p": round(scores.precision, 3),
        "r": round(scores.recall, 3),
        "f1": round(scores.f1, 3),
        "pairs_f1": round(scores.pair_f1, 3),
        "over_merged": round(scores.over_merged, 3),
        "under_merged": round(scores.under_merged, 3),
    }


def _rounded(interval: tuple[float, float]) -> list[float]:
    return [round(value, 3) for value in interval]


def _show(record: dict[str, Any], *, as_json: bool) -> None:
    if as_json:
        write_line(json.dumps(record, indent=1))
        return
    rows: list[tuple[str, object]] = []
    for name, value in record.items():
        if name in ("by_type", "meaning"):
            rows += [(f"{name} {key}", _flat(inner)) for key, inner in value.items()]
        else:
            rows.append((name, _flat(value)))
    summary(rows)


def _flat(value: Any) -> str:
    if isinstance(value, dict):
        return "  ".join(f"{key} {inner}" for key, inner in value.items())
    return str(value)
