"""Read the training corpora into spaCy documents.

Treebanks (CoNLL-U) become documents of whole paragraphs, with real line breaks between the
paragraphs, because that is how articles reach the pipeline. Name annotations become one document
a sentence.
"""

import json
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import filter_spans
from spacy.vocab import Vocab

from kg.documents.trigger_tagger import NOTHING

HELD_OUT_DIGIT = 9  # every file of the corpus holds out the lines whose number ends in 9
SENTENCES_PER_DOC = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """One syntactic word of a treebank; `head` is an index into its sentence, or itself."""

    form: str
    lemma: str
    upos: str
    xpos: str
    feats: str
    head: int
    dep: str
    space: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One treebank sentence, and whether it opens a document or a paragraph."""

    words: tuple[Word, ...]
    opens_document: bool
    opens_paragraph: bool


def iter_sentences(path: Path) -> Iterator[Sentence]:
    """Yield the sentences of a CoNLL-U file in order."""
    for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
        comments = [line for line in block.split("\n") if line.startswith("#")]
        rows = [line.split("\t") for line in block.split("\n") if not line.startswith("#")]
        yield Sentence(
            words=tuple(_words(rows)),
            opens_document=any(c.startswith("# newdoc") for c in comments),
            opens_paragraph=any(c.startswith(("# newpar", "# newdoc")) for c in comments),
        )


def _words(rows: list[list[str]]) -> Iterator[Word]:
    glued: dict[int, bool] = {}  # word number -> followed by a space, for words inside one token
    for row in rows:
        if "-" in row[0]:
            first, last = (int(part) for part in row[0].split("-"))
            glued |= dict.fromkeys(range(first, last), False)
            glued[last] = "SpaceAfter=No" not in row[9]
    for row in rows:
        if not row[0].isdigit():
            continue
        number, head = int(row[0]), int(row[6])
        yield Word(
            form=row[1],
            lemma=row[2],
            upos=row[3],
            xpos=row[4],
            feats="" if row[5] == "_" else row[5],
            head=(head or number) - 1,
            dep="ROOT" if head == 0 else row[7],
            space=glued.get(number, "SpaceAfter=No" not in row[9]),
        )


def treebank_docs(path: Path, vocab: Vocab, *, seed: int = 0) -> Iterator[Doc]:
    """Yield documents of up to eight sentences, paragraphs parted by line breaks."""
    rng = random.Random(seed)
    for group in _groups(iter_sentences(path)):
        yield _doc(group, vocab, rng)


def _groups(sentences: Iterable[Sentence]) -> Iterator[list[Sentence]]:
    group: list[Sentence] = []
    for sentence in sentences:
        if group and (sentence.opens_document or len(group) >= SENTENCES_PER_DOC):
            yield group
            group = []
        group.append(sentence)
    if group:
        yield group


def _doc(group: list[Sentence], vocab: Vocab, rng: random.Random) -> Doc:
    rows: list[tuple[str, bool, str, str, str, str, int, str, bool]] = []
    for number, sentence in enumerate(group):
        if number and sentence.opens_paragraph:
            _break_line(rows, rng)
        base = len(rows)
        for position, w in enumerate(sentence.words):
            rows.append(
                (
                    w.form,
                    w.space,
                    w.lemma,
                    w.upos,
                    w.xpos,
                    w.feats,
                    base + w.head,
                    w.dep,
                    not position,
                )
            )
    columns = list(zip(*rows, strict=True))
    names = ("words", "spaces", "lemmas", "pos", "tags", "morphs", "heads", "deps", "sent_starts")
    return Doc(vocab, **{name: list(column) for name, column in zip(names, columns, strict=True)})


def _break_line(rows: list, rng: random.Random) -> None:
    """Part two paragraphs; the break hangs on the word before it, as spaCy has it."""
    word, _, *rest = rows[-1]
    rows[-1] = (word, False, *rest)
    text = rng.choice(("\n", "\n\n"))
    rows.append((text, False, text, "SPACE", "_SP", "", len(rows) - 1, "dep", False))


def name_docs(
    path: Path, nlp: Language, *, held_out: bool, excluded: frozenset[int] = frozenset()
) -> Iterator[Doc]:
    """Yield one document a sentence with its names as entities.

    Args:
        path: JSON lines of `line`, `text`, `entities` [start, end, label] in character offsets.
        nlp: Its tokenizer is used; names that cut a token are widened to it.
        held_out: Yield the held-out tenth instead of the rest.
        excluded: Line numbers never used.
    """
    for raw in path.open(encoding="utf-8"):
        row = json.loads(raw)
        if row["line"] in excluded or (row["line"] % 10 == HELD_OUT_DIGIT) != held_out:
            continue
        doc = nlp.make_doc(row["text"])
        spans = [
            doc.char_span(start, end, label=label, alignment_mode="expand")
            for start, end, label in row["entities"]
        ]
        doc.ents = filter_spans([span for span in spans if isinstance(span, Span)])
        yield doc


def trigger_docs(
    path: Path, nlp: Language, *, held_out: bool, excluded: frozenset[int] = frozenset()
) -> Iterator[Doc]:
    """Yield one document a sentence; its tags are the event types its words tell, else `O`.

    Args:
        path: JSON lines of `id` (a line number), `text`, `claims` with `action` and `type`.
        nlp: Its tokenizer is used.
        held_out: Yield the held-out tenth instead of the rest.
        excluded: Line numbers never used.
    """
    for raw in path.open(encoding="utf-8"):
        row = json.loads(raw)
        line = int(row["id"])
        if line in excluded or (line % 10 == HELD_OUT_DIGIT) != held_out:
            continue
        doc = nlp.make_doc(row["text"])
        tags = [NOTHING] * len(doc)
        for claim in row["claims"]:
            start = row["text"].find(claim["action"])
            span = doc.char_span(start, start + len(claim["action"]), alignment_mode="expand")
            event_type = claim["type"] if isinstance(claim["type"], str) else claim["type"][0]
            for token in span or ():
                tags[token.i] = event_type
        yield Doc(
            nlp.vocab,
            words=[t.text for t in doc],
            spaces=[bool(t.whitespace_) for t in doc],
            tags=tags,
        )
