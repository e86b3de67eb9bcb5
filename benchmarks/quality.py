"""Measure quality: our own gold, and others' where a corpus folder is at hand.

usage: python -m benchmarks.quality [--corpus FOLDER]
"""

import argparse
import json
import runpy
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from kg.cli.gold_runs import iter_merged_apart
from kg.model import Article, Claim, claim_to_record, dumps
from kg.pipeline import BuildOptions, extract
from kg.resolution import read_statements

ROOT = Path(__file__).parent.parent
HELD_OUT_DIGIT = 9
OURS = (
    *("seeds/gold.jsonl", "seeds/gold-events.jsonl"),
    *("tests/quality/gold-open.jsonl", "tests/quality/gold-held.jsonl"),
)
CAMEO_CODED = ("coding.jsonl",)
OTHERS = ("coding.jsonl", "tagtog.jsonl", "factuality-dev.jsonl", "places.jsonl", "ecb-plus.jsonl")


def main() -> None:
    """Run every measurement whose gold is there and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, default=ROOT.parent / "shared")
    corpus = parser.parse_args().corpus
    for name in OURS:
        print(f"== {name}")
        _run(sys.executable, "-m", "kg", "score", str(ROOT / name))
    if not (corpus / "gold").is_dir():
        print(f"== {corpus}/gold is not there: the gold of others is left out")
        return
    with tempfile.TemporaryDirectory() as scratch:
        _claims_gold(corpus, Path(scratch))
        _gsr_gold(corpus, Path(scratch))
    for name in OTHERS:
        gold = corpus / "gold" / name
        if gold.is_file():
            print(f"== {name}")
            _score(gold)


def _score(gold: Path) -> None:
    """Score one file, what was coded after CAMEO in both conventions."""
    _run(sys.executable, "-m", "kg", "score", str(gold))
    if gold.name in CAMEO_CODED:
        print(f"== {gold.name} (in CAMEO's convention)")
        _run(sys.executable, "-m", "kg", "score", str(gold), "--convention", "cameo")


def _run(*command: str) -> None:
    sys.stdout.flush()
    subprocess.run(command, check=True)


def _claims_gold(corpus: Path, scratch: Path) -> None:
    """Exhaustive claims: the measured gold, and the held-out tenth of the training claims."""
    held_out = scratch / "held-out.jsonl"
    rows = (corpus / "training" / "voa-claims.jsonl").open(encoding="utf-8")
    kept = (row for row in rows if int(json.loads(row)["id"]) % 10 == HELD_OUT_DIGIT)
    held_out.write_text("".join(kept), encoding="utf-8")
    for gold in (corpus / "gold" / "claims.jsonl", held_out):
        predicted = scratch / "claims.jsonl"
        _write_claims(_articles(gold), predicted)
        print(f"== {gold.name} (by its own scorer)")
        _run(sys.executable, str(corpus / "gold" / "score_claims.py"), str(gold), str(predicted))
        _run(sys.executable, "-m", "kg", "score", str(gold))


def _articles(gold: Path) -> Iterator[Article]:
    for line in gold.open(encoding="utf-8"):
        row = json.loads(line)
        yield Article(id=str(row["id"]), text=row["text"])


def _write_claims(articles: Iterable[Article], path: Path) -> None:
    with path.open("w", encoding="utf-8") as out:
        for _, claims in extract(articles):
            out.writelines(dumps(_with_totals(claim)) + "\n" for claim in claims)


def _with_totals(claim: Claim) -> dict[str, Any]:
    """A claim as `kg extract` writes it, but with one total of each kind, as that gold counts.

    It knows no parts ("13 people, including seven civilians") and adds up ("a soldier and two
    nurses").
    """
    record = claim_to_record(claim)
    totals = {total.kind.value: total.value for total in read_statements(claim)}
    others = [count for count in record["counts"] if count["kind"] not in totals]
    counts = [{"kind": kind, "value": value} for kind, value in totals.items()]
    return record | {"counts": [*counts, *others]}


def _gsr_gold(corpus: Path, scratch: Path) -> None:
    """Codebook sentences with actors' countries, in the type names of the 2021 list.

    Their coders recorded one event a sentence, so the first claim of each is scored apart as well.
    """
    gold, scorer = corpus / "gold" / "plover-gsr.json", corpus / "gold" / "score_gsr.py"
    records = runpy.run_path(str(scorer))["load_gsr"](str(gold))
    articles = [Article(id=record["uid"], text=record["text"]) for record in records]
    told = {
        convention: [
            (article.id, sorted(claims, key=lambda claim: claim.action.start))
            for article, claims in iter_merged_apart(articles, BuildOptions(convention=convention))
        ]
        for convention in ("plover", "cameo")
    }
    first = "the first claim of each sentence"
    runs = (
        ("all claims", "plover", None),
        (first, "plover", 1),
        (f"{first}, in CAMEO's convention", "cameo", 1),
    )
    for name, convention, most in runs:
        predicted = scratch / "gsr.jsonl"
        with predicted.open("w", encoding="utf-8") as out:
            for article_id, claims in told[convention]:
                row = {"id": article_id, "events": [_gsr_event(c) for c in claims[:most]]}
                out.write(json.dumps(row, ensure_ascii=False) + "\n")
        print(f"== plover-gsr.json ({name})")
        mended = ("--scheme", "2021", "--subcodes-2021", "--fix-gold")
        _run(sys.executable, str(scorer), str(gold), str(predicted), *mended)


def _gsr_event(claim: Claim) -> dict[str, Any]:
    """A claim in that scorer's words, which call actors sources."""
    source, target = (
        [{"country": mention.country, "text": mention.span.text} for mention in mentions]
        for mentions in (claim.actors, claim.targets)
    )
    return {
        "event": str(claim.event_type),
        "mode": claim.mode,
        "source": source,
        "target": target,
    }


if __name__ == "__main__":
    main()
