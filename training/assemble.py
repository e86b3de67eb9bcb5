"""Join the trained components into one pipeline, score it, and write it with its card."""

import hashlib
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.scorer import Scorer
from spacy.tokens import Doc, DocBin
from spacy.training import Example

from training.card import ATTRIBUTION, card

NAME, VERSION = "kg_news", "0.1.0"
PIPES = ("tok2vec", "tagger", "morphologizer", "trainable_lemmatizer", "parser")
CORPORA = (
    "ewt-train.conllu",
    "ewt-dev.conllu",
    "gum-train.conllu",
    "gum-dev.conllu",
    "voa-names.jsonl",
    "voa-claims.jsonl",
    "static-vectors-40k-128.npz",
)
SYNTAX_SCORES = ("dep_las", "dep_uas", "pos_acc", "tag_acc", "lemma_acc", "sents_f")
NAME_SCORES = ("ents_f", "ents_p", "ents_r", "ents_per_type")
TRIGGER_SCORES = ("trigger_f", "trigger_p", "trigger_r")


def assemble(corpus: Path, work: Path, out: Path) -> dict[str, Any]:
    """Write the pipeline to `out` and return its scores.

    Args:
        corpus: The training corpora, for their hashes.
        work: Where `spacy train` left `syntax`, `names` and `triggers`.
        out: The folder of the shipped weights; replaced.
    """
    nlp = spacy.load(work / "syntax" / "model-best")
    names = spacy.load(work / "names" / "model-best")
    triggers = spacy.load(work / "triggers" / "model-best")
    nlp.add_pipe("ner", source=names)
    nlp.add_pipe("triggers", source=triggers)
    nlp.add_pipe("kg_boundaries", first=True)
    scores = evaluate(nlp, work)
    _describe(nlp, corpus, scores)
    shutil.rmtree(out, ignore_errors=True)
    nlp.to_disk(out)
    (out / "README.md").write_text(card(nlp.meta), encoding="utf-8")
    (out / "LICENSE.md").write_text(ATTRIBUTION, encoding="utf-8")
    return scores


def evaluate(nlp: Language, work: Path) -> dict[str, Any]:
    """Score from raw text: tests of both treebanks, the held-out tenth of names and triggers."""
    return {
        "ewt_test": _pick(nlp, work / "ewt-test.spacy", SYNTAX_SCORES),
        "gum_test": _pick(nlp, work / "gum-test.spacy", SYNTAX_SCORES),
        "voa_names_held_out": _pick(nlp, work / "names-dev.spacy", NAME_SCORES),
        "voa_triggers_held_out": _pick(nlp, work / "triggers-dev.spacy", TRIGGER_SCORES),
    }


def _pick(nlp: Language, path: Path, keys: tuple[str, ...]) -> dict[str, Any]:
    examples = list(_examples(nlp, path))
    scores = Scorer(nlp).score(examples, per_component=False)
    return {key: _rounded(scores[key]) for key in keys if scores.get(key) is not None}


def _rounded(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _rounded(inner) for key, inner in sorted(value.items())}
    return round(value, 4)


def _examples(nlp: Language, path: Path) -> Iterator[Example]:
    gold = list(DocBin().from_disk(path).get_docs(nlp.vocab))
    raw = [nlp.make_doc(doc.text) for doc in gold]
    predicted: Iterator[Doc] = nlp.pipe(raw)
    for guess, truth in zip(predicted, gold, strict=True):
        yield Example(guess, truth)


def _describe(nlp: Language, corpus: Path, scores: dict[str, Any]) -> None:
    nlp.meta.update(
        name=NAME,
        version=VERSION,
        description="English news pipeline of kg: tags, lemmas, dependencies, names, event words.",
        author="The kg developers",
        license="CC BY-SA 4.0",
        performance=scores,
        sources=[{"name": name, "sha256": _sha256(corpus / name)} for name in CORPORA],
    )


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def report(scores: dict[str, Any]) -> str:
    """Return the scores as indented JSON."""
    return json.dumps(scores, indent=1)
