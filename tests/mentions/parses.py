"""Parses built by hand, so that the reading of clauses is tested without any trained pipeline.

One word a line: `word/TAG/head/dep[/LABEL]`, heads count from 1 and 0 is the root; a label names
the word (several words of one name carry the same label side by side).
"""

import spacy
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

POS_BY_TAG = {
    "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "PRP": "PRON", "PRP$": "PRON",
    "WP": "PRON", "WDT": "PRON", "DT": "DET", "IN": "ADP", "TO": "PART", "RB": "ADV", "RP": "ADP",
    "JJ": "ADJ", "CD": "NUM", "CC": "CCONJ", "MD": "AUX", "POS": "PART", ".": "PUNCT", ",": "PUNCT",
    "``": "PUNCT", "''": "PUNCT",
}  # fmt: skip
ENGLISH = spacy.blank("en")


def parse(lines: str, *, vocab: Vocab | None = None) -> Doc:
    rows = [line.split("/") for line in lines.split() if line]
    words = [row[0] for row in rows]
    spaces = [not following.startswith((".", ",", "'s", "’s", "”")) for following in words[1:]] + [
        False
    ]
    spaces = [space and word != "“" for space, word in zip(spaces, words, strict=True)]
    heads = [int(row[2]) - 1 if row[2] != "0" else n for n, row in enumerate(rows)]
    doc = Doc(
        vocab or ENGLISH.vocab,
        words=words,
        spaces=spaces,
        tags=[row[1] for row in rows],
        pos=[_pos(row) for row in rows],
        lemmas=[row[0].lower() for row in rows],
        heads=heads,
        deps=["ROOT" if row[2] == "0" else row[3] for row in rows],
    )
    doc.ents = _names(doc, rows)
    return doc


def _pos(row: list[str]) -> str:
    if row[3] in ("aux", "aux:pass", "auxpass", "cop"):
        return "AUX"
    return POS_BY_TAG.get(row[1], "VERB" if row[1].startswith("VB") else "X")


def _names(doc: Doc, rows: list[list[str]]) -> list[Span]:
    spans, start = [], 0
    labels = [row[4] if len(row) > 4 else "" for row in rows]
    for n in range(1, len(labels) + 1):
        if n == len(labels) or labels[n] != labels[start]:
            if labels[start]:
                spans.append(Span(doc, start, n, label=labels[start]))
            start = n
    return spans
