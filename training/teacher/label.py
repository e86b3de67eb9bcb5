"""Let the teacher read: names into the treebanks, everything into the other texts.

usage: python -m training.teacher.label --corpus FOLDER --gold-claims FILE --teacher FILE
       --out FOLDER

Writes CoNLL-U files whose last column tells the names (`Name=B-ORG`). What annotators gave is
kept: the trees of the treebanks, the names of voa-names, and of the other name sets as much as
their labels tell.
"""

import argparse
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import spacy
import torch
from spacy.language import Language

from training.corpora import (
    DOCUMENT,
    HELD_OUT_DIGIT,
    PARAGRAPH,
    Sentence,
    Word,
    gold_lines,
    iter_name_rows,
    iter_sentences,
    name_docs,
    news_lines,
)
from training.styles import tight
from training.teacher.batches import MAX_PIECES, Batcher, Inventory
from training.teacher.examples import ANY_NAME, NAME_TAGS, Reading
from training.teacher.features import apply_lemma_rule
from training.teacher.learn import new_teacher, treebank
from training.teacher.name_sources import CROSSNER, WIKIGOLD, doc_reading, reading
from training.teacher.network import Scores, Teacher
from training.teacher.trees import best_heads
from training.tokens import treebank_tokenizer

BATCH_PIECES = 4000
DOUBTFUL = 0.08  # share of the read sentences that is left out: those with the least sure heads
NO_SPACE_BEFORE = frozenset({*".,;:!?)]}%", "'s", "n't", "'re", "'ve", "'ll", "'d", "'m", "''"})
NO_SPACE_AFTER = frozenset({*"([{$£€#", "``"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A sentence to be read: its words, whether a space follows each, what is known of names."""

    reading: Reading
    spaces: tuple[bool, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A sentence read, and how sure the teacher is of its heads (mean log odds, at most 0)."""

    sentence: Sentence
    sureness: float


def load(path: Path) -> tuple[Teacher, Batcher]:
    """Return the teacher that `learn` saved."""
    saved = torch.load(path, weights_only=True)
    labels = Inventory(**{part: tuple(found) for part, found in saved["labels"].items()})
    teacher = new_teacher(labels)
    teacher.load_state_dict(saved["state"])
    teacher.eval()
    return teacher, Batcher(labels)


@torch.no_grad()
def read(teacher: Teacher, batcher: Batcher, texts: Sequence[Text]) -> list[Judged]:
    """Return the texts read, in order."""
    by_reading = {id(text.reading): n for n, text in enumerate(texts)}
    found: dict[int, Judged] = {}
    short = [t.reading for t in texts if batcher.length(t.reading.words) <= MAX_PIECES]
    for group in batcher.groups(short, size=BATCH_PIECES):
        scores = teacher(batcher.batch(group))
        odds = scores.arcs.log_softmax(-1).double().numpy()
        heads = [
            best_heads(row[: len(r.words), : len(r.words) + 1])
            for row, r in zip(odds, group, strict=True)
        ]
        padded = torch.zeros(scores.arcs.shape[:2], dtype=torch.long)
        for n, row in enumerate(heads):
            padded[n, : len(row)] = torch.tensor(row)
        deps = _deps(teacher.label_scores(scores, padded), padded, batcher.inventory)
        for n, one in enumerate(group):
            text = texts[by_reading[id(one)]]
            sure = [odds[n, word, head] for word, head in enumerate(heads[n])]
            found[by_reading[id(one)]] = Judged(
                sentence=_sentence(text, scores, n, heads[n], deps[n], batcher.inventory),
                sureness=float(np.mean(sure)),
            )
    return [found[n] for n in sorted(found)]


def _deps(scores: torch.Tensor, heads: torch.Tensor, labels: Inventory) -> list[list[str]]:
    """Return the best labels: ROOT at the root and nowhere else."""
    root = labels.deps.index("ROOT")
    scores[..., root] = -1e4
    best = scores.argmax(-1)
    best[heads == 0] = root
    return [[labels.deps[n] for n in row] for row in best.tolist()]


def _sentence(
    text: Text, scores: Scores, n: int, heads: list[int], deps: list[str], labels: Inventory
) -> Sentence:
    words = text.reading.words
    tags, kinds, rules = (
        getattr(scores, part)[n].argmax(-1).tolist() for part in ("tags", "kinds", "rules")
    )
    names = name_tags(scores.names[n].double().numpy(), text.reading)
    found = []
    for at, form in enumerate(words):
        upos, _, feats = labels.kinds[kinds[at]].partition("|")
        found.append(
            Word(
                form=form,
                lemma=apply_lemma_rule(form, labels.rules[rules[at]]),
                upos=upos,
                xpos=labels.tags[tags[at]],
                feats=feats,
                head=(heads[at] or at + 1) - 1,
                dep=deps[at],
                space=text.spaces[at],
                name=names[at],
            )
        )
    return Sentence(words=tuple(found), opens_document=False, opens_paragraph=False)


def name_tags(scores: np.ndarray, one: Reading) -> list[str]:
    """Return the best sequence of name tags among the possible ones (Viterbi)."""
    n = len(one.words)
    possible = one.names or (ANY_NAME,) * n
    masked = np.array(
        [
            [score if tag in allowed else -1e4 for score, tag in zip(row, NAME_TAGS, strict=True)]
            for row, allowed in zip(scores[:n], possible, strict=True)
        ]
    )
    best, back = masked[0] + STARTS, []
    for row in masked[1:]:
        paths = best[:, None] + FOLLOWS
        back.append(paths.argmax(0))
        best = paths.max(0) + row
    path = [int(best.argmax())]
    for step in reversed(back):
        path.append(int(step[path[-1]]))
    return [NAME_TAGS[tag] for tag in reversed(path)]


def _follows(before: str, tag: str) -> float:
    return -1e4 if tag.startswith("I-") and before[2:] != tag[2:] else 0.0


FOLLOWS = np.array([[_follows(before, tag) for tag in NAME_TAGS] for before in NAME_TAGS])
STARTS = np.array([_follows("O", tag) for tag in NAME_TAGS])


def news(corpus: Path, gold_claims: Path, nlp: Language) -> list[Text]:
    """Return the news sentences that are not held out, with the names that are known."""
    excluded = gold_lines(gold_claims)
    named = {
        doc.text: doc
        for doc in name_docs(corpus / "voa-names.jsonl", nlp, held_out=False, excluded=excluded)
    }
    texts = []
    for line in news_lines(corpus, excluded):
        known = named.get(line)
        doc = known if known is not None else nlp.make_doc(line)
        if any(token.is_space for token in doc):
            continue
        one = doc_reading(doc)
        texts.append(
            Text(
                reading=one if known is not None else Reading(words=one.words),
                spaces=(*(bool(t.whitespace_) for t in doc[:-1]), True),
            )
        )
    return texts


def encyclopedia(corpus: Path, nlp: Language) -> list[Text]:
    """Return the sentences of the other name sets, cut into words as ours are."""
    texts = []
    for name, labels in (
        ("wikigold.conll", WIKIGOLD),
        ("crossner-politics-train.txt", CROSSNER),
        ("crossner-politics-dev.txt", CROSSNER),
    ):
        for number, rows in enumerate(iter_name_rows(corpus / name)):
            if number % 10 != HELD_OUT_DIGIT:
                texts.append(_recut(reading(rows, labels), nlp))
    return texts


def _recut(one: Reading, nlp: Language) -> Text:
    """Return a sentence that was given as loose words as our tokenizer cuts its plain text."""
    text, at_char = "", []
    for word in one.words:
        if text and word not in NO_SPACE_BEFORE and text[-1:] not in NO_SPACE_AFTER:
            text += " "
        at_char.append(len(text))
        text += word
    doc = nlp.make_doc(text)
    names = []
    word = 0
    for token in doc:
        while word + 1 < len(at_char) and at_char[word + 1] <= token.idx:
            word += 1
        names.append((one.names or ())[word] if at_char[word] == token.idx else _inside(one, word))
    return Text(
        reading=Reading(words=tuple(t.text for t in doc), names=tuple(names)),
        spaces=(*(bool(t.whitespace_) for t in doc[:-1]), True),
    )


def _inside(one: Reading, word: int) -> frozenset[str]:
    """Return the tags of a later part of a word: no name begins there."""
    allowed = (one.names or ())[word]
    return frozenset(tag.replace("B-", "I-") for tag in allowed)


def named_treebank(
    teacher: Teacher, batcher: Batcher, path: Path, names: Path | None
) -> list[Sentence]:
    """Return a treebank with names."""
    gold = list(iter_sentences(path))
    readings = treebank(path, names)
    texts = [
        Text(reading=replace(r, syntax=None), spaces=tuple(w.space for w in s.words))
        for r, s in zip(readings, gold, strict=True)
    ]
    kept = [batcher.length(t.reading.words) <= MAX_PIECES for t in texts]
    judged = iter(read(teacher, batcher, texts))
    return [
        _with_names(s, next(judged).sentence) if k else s for s, k in zip(gold, kept, strict=True)
    ]


def _with_names(gold: Sentence, named: Sentence) -> Sentence:
    words = (replace(g, name=n.name) for g, n in zip(gold.words, named.words, strict=True))
    return replace(gold, words=tuple(words))


def sure_enough(judged: Sequence[Judged]) -> list[Sentence]:
    """Return the sentences whose heads the teacher is least unsure of, grouped as articles are."""
    limit = sorted(j.sureness for j in judged)[int(DOUBTFUL * len(judged))]
    kept = [j.sentence for j in judged if j.sureness >= limit]
    return [
        replace(
            s,
            words=tight(s.words),
            opens_document=n % DOCUMENT == 0,
            opens_paragraph=n % DOCUMENT % PARAGRAPH == 0,
        )
        for n, s in enumerate(kept)
    ]


def write(sentences: Iterable[Sentence], path: Path) -> None:
    """Write CoNLL-U."""
    with path.open("w", encoding="utf-8") as file:
        for sentence in sentences:
            file.writelines(f"{line}\n" for line in _lines(sentence))
            file.write("\n")


def _lines(sentence: Sentence) -> Iterator[str]:
    if sentence.opens_document:
        yield "# newdoc"
    if sentence.opens_paragraph:
        yield "# newpar"
    for n, w in enumerate(sentence.words):
        marks = [*([f"Name={w.name}"] if w.name else []), *([] if w.space else ["SpaceAfter=No"])]
        is_root = w.dep == "ROOT"
        head, dep = ("0", "root") if is_root else (str(w.head + 1), w.dep)
        last = "|".join(marks) or "_"
        yield "\t".join(
            (str(n + 1), w.form, w.lemma, w.upos, w.xpos, w.feats or "_", head, dep, "_", last)
        )


def main() -> None:
    """Parse the command line and let the teacher read everything."""
    parser = argparse.ArgumentParser(description="Read texts with the teacher.")
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--gold-claims", type=Path, required=True)
    parser.add_argument("--teacher", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    teacher, batcher = load(options.teacher)
    nlp = spacy.blank("en")
    nlp.tokenizer = treebank_tokenizer(nlp)
    for name, names in (("ewt", options.corpus / "uner-ewt-train.iob2"), ("gum", None)):
        path = options.corpus / f"{name}-train.conllu"
        write(named_treebank(teacher, batcher, path, names), options.out / f"{name}.conllu")
    for name, texts in (
        ("encyclopedia", encyclopedia(options.corpus, nlp)),
        ("news", news(options.corpus, options.gold_claims, nlp)),
    ):
        judged = read(teacher, batcher, texts)
        write(sure_enough(judged), options.out / f"{name}.conllu")
        print(name, len(judged), "sentences read", flush=True)


if __name__ == "__main__":
    main()
