"""Read the training corpora into spaCy documents.

Treebanks (CoNLL-U) become documents of whole paragraphs, with real line breaks between the
paragraphs, because that is how articles reach the pipeline. Name annotations become one document
a sentence.
"""

import json
import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import filter_spans
from spacy.vocab import Vocab

from kg.documents.trigger_tagger import NOTHING

CLAIMS = "voa-claims.jsonl"
EVENTS = "events"  # the span group of words whose event type, or that they tell none, is known
PARAGRAPH = 3  # news lines a paragraph, DOCUMENT a document; articles have short paragraphs
DOCUMENT = 9
HELD_OUT_DIGIT = 9  # every file of the corpus holds out the lines whose number ends in 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """One syntactic word; `head` is an index into its sentence, or itself.

    `name` is `O`, or B- or I- and a label; `event` is `O` or an event type. Either is empty where
    it is not known.
    """

    form: str
    lemma: str
    upos: str
    xpos: str
    feats: str
    head: int
    dep: str
    space: bool
    name: str = ""
    event: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence, and whether it opens a document (of what name, if any) or a paragraph."""

    words: tuple[Word, ...]
    opens_document: bool
    opens_paragraph: bool
    document: str = ""


def iter_sentences(path: Path) -> Iterator[Sentence]:
    """Yield the sentences of a CoNLL-U file in order."""
    for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
        comments = [line for line in block.split("\n") if line.startswith("#")]
        rows = [line.split("\t") for line in block.split("\n") if not line.startswith("#")]
        yield Sentence(
            words=tuple(_words(rows)),
            opens_document=any(c.startswith("# newdoc") for c in comments),
            opens_paragraph=any(c.startswith(("# newpar", "# newdoc")) for c in comments),
            document=_document(comments),
        )


def _document(comments: Iterable[str]) -> str:
    named = (c.partition("=")[2].strip() for c in comments if c.startswith("# newdoc id"))
    return next(named, "")


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
            name=_name(row[9]),
        )


def _name(miscellany: str) -> str:
    marks = (mark for mark in miscellany.split("|") if mark.startswith("Name="))
    return next(marks, "").removeprefix("Name=")


def treebank_docs(
    sentences: Iterable[Sentence], vocab: Vocab, *, seed: int = 0, sizes: range | None = None
) -> Iterator[Doc]:
    """Yield documents, paragraphs parted by line breaks.

    Args:
        sentences: In order; those that open a document start a new one.
        vocab: The vocabulary of the documents.
        seed: Of the choice between one line break and two.
        sizes: How many sentences a document has at most, drawn anew for each; None for whole ones.
    """
    rng = random.Random(seed)
    for group in _groups(sentences, sizes, rng):
        yield _doc(group, vocab, rng)


def _groups(
    sentences: Iterable[Sentence], sizes: range | None, rng: random.Random
) -> Iterator[list[Sentence]]:
    group: list[Sentence] = []
    size = rng.choice(sizes) if sizes else None
    for sentence in sentences:
        if group and (sentence.opens_document or len(group) == size):
            yield group
            group = []
            size = rng.choice(sizes) if sizes else None
        group.append(sentence)
    if group:
        yield group


def _doc(group: list[Sentence], vocab: Vocab, rng: random.Random) -> Doc:
    words: list[Word] = []
    starts: list[bool] = []
    for number, sentence in enumerate(group):
        if number and sentence.opens_paragraph:
            words[-1] = replace(words[-1], space=False)
            words.append(_break(len(words), rng))
            starts.append(False)
        base = len(words)
        words += [replace(word, head=base + word.head) for word in sentence.words]
        starts += [not position for position in range(len(sentence.words))]
    doc = Doc(
        vocab,
        words=[w.form for w in words],
        spaces=[w.space for w in words],
        lemmas=[w.lemma for w in words],
        pos=[w.upos for w in words],
        tags=[w.xpos for w in words],
        morphs=[w.feats for w in words],
        heads=[w.head for w in words],
        deps=[w.dep for w in words],
        ents=[w.name for w in words] if all(w.name for w in words) else None,
        sent_starts=starts,
    )
    doc.spans[EVENTS] = [Span(doc, n, n + 1, label=w.event) for n, w in enumerate(words) if w.event]
    return doc


def _break(position: int, rng: random.Random) -> Word:
    """Return a break between paragraphs; it hangs on the word before it, as spaCy has it."""
    text = rng.choice(("\n", "\n\n"))
    return Word(
        form=text,
        lemma=text,
        upos="SPACE",
        xpos="_SP",
        feats="",
        head=position - 1,
        dep="dep",
        space=False,
        name="O",
    )


def iter_rows(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the objects of a file of JSON lines."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def claim_rows(
    path: Path, excluded: frozenset[int], *, held_out: bool = False
) -> list[dict[str, Any]]:
    """Return the annotated rows of claims that may be learned from, or the held-out tenth."""
    return [
        row
        for row in iter_rows(path)
        if (line := int(row["id"])) not in excluded and (line % 10 == HELD_OUT_DIGIT) == held_out
    ]


def news_lines(corpus: Path, excluded: frozenset[int]) -> Iterator[str]:
    """Yield the news sentences that may be learned from: none held out, none excluded."""
    text = (corpus / "voa-sentences.txt").read_text(encoding="utf-8")
    for number, line in enumerate(text.split("\n")):
        if line.strip() and number % 10 != HELD_OUT_DIGIT and number not in excluded:
            yield line


def iter_name_rows(path: Path) -> Iterator[list[tuple[str, str]]]:
    """Yield sentences of words and B-, I- or O tags, from two columns or from numbered ones."""
    for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
        rows = [line.split() for line in block.split("\n") if not line.startswith("#")]
        rows = [row for row in rows if len(row) > 1 and row[0] != "-DOCSTART-"]
        if rows:
            at = 1 if rows[0][0] == "1" and len(rows[0]) > 2 else 0
            yield list(_begun([(row[at], row[at + 1]) for row in rows]))


def _begun(rows: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Open names that the set opens with I-, and drop labels cut off from their names."""
    before = "O"
    for word, tag in rows:
        if tag in ("B-O", "I-O"):
            tag = "O"
        if tag.startswith("I-") and before[1:] != tag[1:]:
            tag = f"B{tag[1:]}"
        yield word, tag
        before = tag


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
    for row in iter_rows(path):
        if row["line"] in excluded or (row["line"] % 10 == HELD_OUT_DIGIT) != held_out:
            continue
        doc = nlp.make_doc(row["text"])
        spans = [
            doc.char_span(start, end, label=label, alignment_mode="expand")
            for start, end, label in row["entities"]
        ]
        doc.ents = filter_spans([span for span in spans if isinstance(span, Span)])
        yield doc


def gold_lines(path: Path) -> frozenset[int]:
    """Return the line numbers (`id`) of the gold sentences, which are never trained on."""
    return frozenset(int(row["id"]) for row in iter_rows(path))


def _place(text: str, words: str) -> int:
    """Return where words stand in a text as whole words; as parts of words where nowhere else."""
    found = re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text)
    return found.start() if found else text.find(words)


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
    for row in claim_rows(path, excluded, held_out=held_out):
        doc = nlp.make_doc(row["text"])
        tags = [NOTHING] * len(doc)
        for claim in row["claims"]:
            start = _place(row["text"], claim["action"])
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
