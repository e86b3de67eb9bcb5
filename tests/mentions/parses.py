"""Parses made by hand, so that the reading of clauses is tested without any trained pipeline.

One word a field: `word/TAG/head/dep[/LABEL[/lemma]]`, heads count from 1 and 0 is the root; a label
names the word (several words of one name carry the same label side by side), and a lemma is given
where it is neither the word itself nor known to the lexicon. `treebank.txt` holds one parse a line;
tests ask for it by the sentence.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import numpy as np
import spacy
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from kg.lexicons import load_lexicon
from kg.mentions import extract_mentions
from kg.mentions.syntax import read_sentences
from kg.mentions.words import Sentence, Word
from kg.model import WORD_EVENTS, Article, Mention

POS_BY_TAG = {
    "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "PRP": "PRON", "PRP$": "PRON",
    "WP": "PRON", "WDT": "PRON", "DT": "DET", "IN": "ADP", "TO": "PART", "RB": "ADV", "RP": "ADP",
    "JJ": "ADJ", "CD": "NUM", "CC": "CCONJ", "MD": "AUX", "POS": "PART", ".": "PUNCT", ",": "PUNCT",
    "``": "PUNCT", "''": "PUNCT",
}  # fmt: skip
CLOSE_TO_THE_LEFT = (".", ",", "'s", "’s", "”", "n't")
ENGLISH = spacy.blank("en")


def parse(lines: str, *, vocab: Vocab | None = None) -> Doc:
    """Build the document that a parse describes."""
    rows = [line.split("/") for line in lines.split() if line]
    words = [row[0] for row in rows]
    spaces = [not following.startswith(CLOSE_TO_THE_LEFT) for following in words[1:]] + [False]
    spaces = [space and word != "“" for space, word in zip(spaces, words, strict=True)]
    heads = [int(row[2]) - 1 if row[2] != "0" else n for n, row in enumerate(rows)]
    doc = Doc(
        vocab or ENGLISH.vocab,
        words=words,
        spaces=spaces,
        tags=[row[1] for row in rows],
        pos=[_pos(row) for row in rows],
        lemmas=[row[5] if len(row) > 5 else row[0].lower() for row in rows],
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


@cache
def _treebank() -> Mapping[str, str]:
    lines = (Path(__file__).parent / "treebank.txt").read_text(encoding="utf-8").splitlines()
    parses = [line for line in lines if line and not line.startswith("#")]
    return {parse(line).text: line for line in parses}


def document(text: str, odds: Mapping[str, Mapping[str, float]] | None = None) -> Doc:
    """Return the parse of a sentence of the treebank.

    Args:
        text: The sentence.
        odds: For some of its words, how likely they tell events of which types ("O": none).
    """
    doc = parse(_treebank()[text])
    if odds is not None:
        labels = sorted({label for row in odds.values() for label in row})
        scores = [[odds.get(word.text, {}).get(label, 0.0) for label in labels] for word in doc]
        doc.user_data[WORD_EVENTS] = (labels, np.array(scores))
    return doc


def sentence(text: str, odds: Mapping[str, Mapping[str, float]] | None = None) -> Sentence:
    """Return a sentence of the treebank as the room's modules see it."""
    (found,) = read_sentences(document(text, odds), load_lexicon().lemmas)
    return found


def word_of(read: Sentence, text: str) -> Word:
    """Return the first word of that form."""
    return next(word for word in read.words if word.text == text)


def mentions(
    *texts: str, odds: Mapping[str, Mapping[str, float]] | None = None
) -> tuple[Mention, ...]:
    """Return the mentions of sentences of the treebank that follow each other."""
    doc = Doc.from_docs([document(text, odds) for text in texts])
    return extract_mentions(Article(id="a", text=doc.text), doc, load_lexicon())


def mention(*texts: str, action: str) -> Mention:
    """Return the one mention whose action has these words."""
    (found,) = [m for m in mentions(*texts) if m.action.text == action]
    return found


def texts_of(items: object) -> list[str]:
    """Return the words of mentions' phrases, or of tokens, in their order."""
    return [item.text if isinstance(item, Word) else item.span.text for item in items]  # type: ignore[attr-defined]
