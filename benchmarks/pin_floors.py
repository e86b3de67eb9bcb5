"""Pin the floors of the quality gate, tests/quality/floors.toml, to today's scores.

usage: python -m benchmarks.pin_floors [--allow-lower]

Measured are the sample corpus and the gold sentences of tests/quality.

A floor is pinned a little below its score, so that chance does not break it. It only ever rises,
unless --allow-lower is given: after gold was mended, or a loss was judged worth its gain. Tables of
floors that are not measured here stay as they are.
"""

import argparse
import hashlib
import math
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path

import kg
from benchmarks.names import MARKED, score_names
from kg.graph import KnowledgeGraph
from kg.model import Article
from kg.pipeline import extract
from kg.scoring import ClaimScores, read_clusters, read_gold, score_claims, score_merging

ROOT = Path(__file__).parent.parent
SEEDS = ROOT / "seeds"
CLAIMS_GOLD, MERGING_GOLD = "gold.jsonl", "gold-events.jsonl"
QUALITY = ROOT / "tests" / "quality"
SENTENCES = {"open": QUALITY / "gold-open.jsonl", "held": QUALITY / "gold-held.jsonl"}
GOLD = (SEEDS / CLAIMS_GOLD, SEEDS / MERGING_GOLD, *SENTENCES.values())
FLOORS = QUALITY / "floors.toml"
MARGIN = 0.01  # how far below its score a floor is pinned
ABOUT = {
    "gold": "SHA-256 of the files in seeds/ and here that the floors below are measured on",
    "claims": f"seeds/{CLAIMS_GOLD}: F1 of types and triples, and shares of meaning that are right",
    "merging": f"seeds/{MERGING_GOLD}: B-cubed F1",
    "open": "gold-open.jsonl: F1 of types and triples, macro F1 of meaning, shares where stated",
    "held": "gold-held.jsonl: the same; only ever looked at as a score",
    "names": "tests/documents/names.txt: 1 minus the share of names wrong, missed or invented",
}
HEADER = re.compile(r"^\[(?P<name>[^\]\s]+)\].*\n", re.MULTILINE)

Scores = Mapping[str, Mapping[str, float]]  # table to name to 0..1


def main() -> None:
    """Measure, write the floors, and print what became of each."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--allow-lower", action="store_true", help="let floors fall as well")
    allow_lower = parser.parse_args().allow_lower
    scores = measure(kg.build(SEEDS / "articles"))
    old = FLOORS.read_text(encoding="utf-8") if FLOORS.exists() else ""
    new = pin(old, scores, hashes_of_gold(), allow_lower=allow_lower)
    FLOORS.write_text(new, encoding="utf-8", newline="\n")
    _print_changes(scores, tomllib.loads(old), tomllib.loads(new))


def measure(graph: KnowledgeGraph) -> Scores:
    """Score the graph of the sample articles against their gold, as `kg score` does."""
    records = graph.records
    claims = score_claims(read_gold(SEEDS / CLAIMS_GOLD), records.claims)
    merging = score_merging(
        read_clusters(SEEDS / MERGING_GOLD),
        records.claims,
        records.event_links,
        records.actor_links,
    )
    return {
        "claims": {
            "type_f1": claims.type.f1,
            "triple_f1": claims.triple.f1,
            **claims.meaning,
        },
        "merging": {"events_f1": merging.events.f1, "actors_f1": merging.actors.f1},
        **{name: _figures(score_sentences(path)) for name, path in SENTENCES.items()},
        "names": {"right": 1 - score_names(MARKED).errors},
    }


def score_sentences(gold: Path) -> ClaimScores:
    """Score claims in a gold file of single sentences."""
    sentences = read_gold(gold)
    articles = [Article(id=s.article_id, text=s.text) for s in sentences]
    return score_claims(sentences, [c for _, claims in extract(articles) for c in claims])


def _figures(scores: ClaimScores) -> Mapping[str, float]:
    return {
        "type_f1": scores.type.f1,
        "triple_f1": scores.triple.f1,
        **{f"{name}_f1": score for name, score in scores.macro_f1.items()},
        **{name: share.value for name, share in scores.stated.items()},
    }


def hashes_of_gold() -> dict[str, str]:
    """Return the SHA-256 of each gold file, by name."""
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in GOLD}


def pin(text: str, scores: Scores, hashes: Mapping[str, str], *, allow_lower: bool) -> str:
    """Return the text of the floors with those of some scores pinned anew.

    Args:
        text: The file so far; its other tables, and what stands above all, are kept.
        scores: What was measured.
        hashes: Of the gold that it was measured on.
        allow_lower: Whether a floor may fall.
    """
    floors = tomllib.loads(text)
    text = _put_table(text, "gold", {f'"{name}"': f'"{sha}"' for name, sha in hashes.items()})
    for table, measured in scores.items():
        old = {} if allow_lower else floors.get(table, {})
        rows = {name: _floor(score, old.get(name, 0.0)) for name, score in measured.items()}
        text = _put_table(text, table, rows)
    return text


def _floor(score: float, old: float) -> str:
    below = math.floor((score - MARGIN) * 1000) / 1000
    return f"{max(below, old, 0.0):.3f}"


def _put_table(text: str, name: str, rows: Mapping[str, str]) -> str:
    """Put a table in the place of the one of its name, or at the end."""
    lines = "".join(f"{key} = {value}\n" for key, value in rows.items())
    table = f"[{name}]  # {ABOUT[name]}\n{lines}"
    headers = list(HEADER.finditer(text))
    for number, header in enumerate(headers):
        if header["name"] == name:
            last = number + 1 == len(headers)
            rest = "" if last else "\n" + text[headers[number + 1].start() :]
            return text[: header.start()] + table + rest
    return f"{text.rstrip()}\n\n{table}".lstrip()


def _print_changes(scores: Scores, old: Mapping[str, dict], new: Mapping[str, dict]) -> None:
    print(f"{'':24}  score  floor")
    for table, measured in scores.items():
        for name, score in measured.items():
            before, floor = old.get(table, {}).get(name, 0.0), new[table][name]
            change = "as before" if before == floor else f"was {before:.3f}"
            if score < floor:
                change += "; the score is below it: --allow-lower lowers it"
            print(f"{table + '.' + name:24}  {score:.3f}  {floor:.3f}  {change}")


if __name__ == "__main__":
    main()
