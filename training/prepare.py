"""Turn the corpora into what `spacy train` reads: binary documents and a vectors folder."""

import json
from collections.abc import Iterable
from pathlib import Path

from spacy.tokens import Doc, DocBin

from training.corpora import name_docs, treebank_docs, trigger_docs
from training.vectors import blank_with_vectors

TREEBANKS = ("ewt", "gum")
VECTORS = "static-vectors-40k-128.npz"


def prepare(corpus: Path, gold_claims: Path, work: Path) -> None:
    """Write vectors, treebanks and names below `work`.

    Args:
        corpus: The folder of training corpora.
        gold_claims: Gold whose sentences (their `id` is a line number) are never trained on.
        work: A folder that may be deleted at any time.
    """
    work.mkdir(parents=True, exist_ok=True)
    nlp = blank_with_vectors(corpus / VECTORS)
    nlp.to_disk(work / "vectors")
    for split in ("train", "dev"):
        docs = [
            doc
            for name in TREEBANKS
            for doc in treebank_docs(corpus / f"{name}-{split}.conllu", nlp.vocab)
        ]
        _write(docs, work / f"syntax-{split}.spacy")
    for name in TREEBANKS:
        docs = list(treebank_docs(corpus / f"{name}-test.conllu", nlp.vocab))
        _write(docs, work / f"{name}-test.spacy")
    excluded = frozenset(_gold_lines(gold_claims))
    for split, held_out in (("train", False), ("dev", True)):
        names = name_docs(corpus / "voa-names.jsonl", nlp, held_out=held_out, excluded=excluded)
        _write(names, work / f"names-{split}.spacy")
        claims = trigger_docs(
            corpus / "voa-claims.jsonl", nlp, held_out=held_out, excluded=excluded
        )
        _write(claims, work / f"triggers-{split}.spacy")


def _gold_lines(path: Path) -> list[int]:
    return [int(json.loads(line)["id"]) for line in path.open(encoding="utf-8")]


def _write(docs: Iterable[Doc], path: Path) -> None:
    DocBin(docs=docs, store_user_data=False).to_disk(path)
