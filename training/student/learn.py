"""Teach the token-to-vector layer everything that is known of the training documents.

usage: python -m training.student.learn --config FILE --work FOLDER --out FILE [--rounds N]

The file written is what `spacy train` takes as `initialize.init_tok2vec`.
"""

import argparse
import random
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import spacy
import torch
from spacy.ml.models.tok2vec import MaxoutWindowEncoder, MultiHashEmbed, build_Tok2Vec_model
from spacy.tokens import Doc, DocBin
from spacy.util import load_config
from thinc.api import Model
from torch import Tensor
from torch.nn import functional

from kg.documents.name_marks import make_name_marks
from training.corpora import EVENTS
from training.student.network import Inputs, Sizes, Student, TokenToVector
from training.teacher.examples import NAME_TAGS
from training.teacher.features import lemma_rule
from training.teacher.network import Dropout

SEED = 20
BATCH_WORDS = 2000
RATE, WARMUP = 3e-3, 0.05
DROPOUT = 0.1
SEEN_OFTEN = 5  # a lemma rule seen less often is not taught
UNKNOWN = -100
PARTS = ("tags", "kinds", "rules", "names", "deps", "events")
LOSS_WEIGHTS = {"starts": 0.5, "rules": 0.7}


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """One document: what the layer sees, and what is true of its words."""

    rows: list[np.ndarray]
    vectors: np.ndarray
    columns: dict[str, np.ndarray]  # label numbers by task, UNKNOWN where not known
    heads: np.ndarray  # the head's place in the document, or the word's own at a root
    sentences: list[tuple[int, int]]


def new_layer(config: dict[str, Any], docs: list[Doc]) -> Model:
    """Return the token-to-vector layer that a training configuration describes, initialised."""
    model = config["components"]["tok2vec"]["model"]
    embed, encode = model["embed"], model["encode"]
    layer = build_Tok2Vec_model(
        MultiHashEmbed(
            embed["width"], embed["attrs"], embed["rows"], embed["include_static_vectors"]
        ),
        MaxoutWindowEncoder(
            encode["width"], encode["window_size"], encode["maxout_pieces"], encode["depth"]
        ),
    )
    layer.initialize(docs[:10])
    return layer


def labels_of(doc: Doc) -> dict[str, list[str | None]]:
    """Return the labels of a document's words by task, None where not known."""
    named = doc.has_annotation("ENT_IOB")
    return {
        "tags": [t.tag_ or None for t in doc],
        "kinds": [f"{t.pos_}|{t.morph}" if t.pos_ else None for t in doc],
        "rules": [lemma_rule(t.text, t.lemma_) if t.lemma_ else None for t in doc],
        "names": [_name(t.ent_iob_, t.ent_type_) if named else None for t in doc],
        "deps": [t.dep_ or None for t in doc],
        "events": _events(doc),
    }


def _events(doc: Doc) -> list[str | None]:
    """Return the event type of each word where known; docs.spans holds the known words."""
    found: list[str | None] = [None] * len(doc)
    for span in doc.spans.get(EVENTS, ()):
        found[span.start] = span.label_
    return found


def _name(part: str, label: str) -> str:
    return f"{part}-{label}" if label else "O"


def inventories(docs: Iterable[Doc]) -> dict[str, dict[str, int]]:
    """Return the labels of each task, numbered."""
    counts: dict[str, Counter[str]] = {part: Counter() for part in PARTS}
    for doc in docs:
        for part, values in labels_of(doc).items():
            counts[part].update(value for value in values if value is not None)
    kept = {p: sorted(v for v, n in counts[p].items() if n >= SEEN_OFTEN) for p in PARTS}
    kept["names"] = list(NAME_TAGS)
    return {part: {value: n for n, value in enumerate(values)} for part, values in kept.items()}


def lessons(
    docs: list[Doc], layer: TokenToVector, labels: dict[str, dict[str, int]]
) -> Iterator[Lesson]:
    """Yield the documents as lessons."""
    for doc, (rows, vectors) in zip(docs, layer.inputs(docs), strict=True):
        columns = {
            part: np.array([labels[part].get(v, UNKNOWN) for v in values], dtype="int64")
            for part, values in labels_of(doc).items()
        }
        sentences = [(s.start, s.end) for s in doc.sents]
        starts = np.zeros(len(doc), dtype="int64")
        starts[[start for start, _ in sentences]] = 1
        yield Lesson(
            rows=[r.astype("int64") for r in rows],
            vectors=vectors,
            columns=columns | {"starts": starts},
            heads=np.array([t.head.i for t in doc], dtype="int64"),
            sentences=sentences,
        )


def inputs(group: list[Lesson], pad: int) -> Inputs:
    """Return the inputs of a batch; `pad` rows part the documents, as the original lays them."""
    places, at = [], pad
    for lesson in group:
        places.append(np.arange(at, at + len(lesson.heads)))
        at += len(lesson.heads) + pad
    tables = zip(*(lesson.rows for lesson in group), strict=True)
    return Inputs(
        rows=tuple(torch.from_numpy(np.concatenate(rows)) for rows in tables),
        vectors=torch.from_numpy(np.concatenate([lesson.vectors for lesson in group])),
        places=torch.from_numpy(np.concatenate(places)),
        length=at,
    )


def loss_of(student: Student, group: list[Lesson]) -> Tensor:
    """Return the weighted sum of the tasks' mean losses."""
    words = student.drop(student.layer(inputs(group, student.layer.pad)))
    total = _tree_loss(student, words, group)
    for part, head in student.heads.items():
        truth = torch.from_numpy(np.concatenate([lesson.columns[part] for lesson in group]))
        if (truth != UNKNOWN).any():
            loss = functional.cross_entropy(head(words), truth, ignore_index=UNKNOWN)
            total = total + LOSS_WEIGHTS.get(part, 1.0) * loss
    return total


def _tree_loss(student: Student, words: Tensor, group: list[Lesson]) -> Tensor:
    """Return the loss of heads and labels, sentence by sentence."""
    places, heads, deps, base = [], [], [], 0
    for lesson in group:
        for start, end in lesson.sentences:
            own = lesson.heads[start:end]
            is_root = own == np.arange(start, end)
            places.append(torch.arange(base + start, base + end))
            heads.append(torch.from_numpy(np.where(is_root, 0, own - start + 1)))
            deps.append(torch.from_numpy(lesson.columns["deps"][start:end]))
        base += len(lesson.heads)
    pad = torch.nn.utils.rnn.pad_sequence
    at = pad(places, batch_first=True)
    truth = pad(heads, batch_first=True, padding_value=UNKNOWN)
    mask = truth != UNKNOWN
    scores = student.arc_scores(words, at, mask)
    arcs = functional.cross_entropy(scores.flatten(0, 1), truth.flatten(), ignore_index=UNKNOWN)
    # Place 0 is the root's, so each word's own place is one more.
    rooted = torch.cat((student.root.unsqueeze(0), words))
    first = at[:, :1]
    head = torch.where(truth > 0, first + truth, 0)
    labels = student.label_scores(words[at[mask]], functional.embedding(head[mask], rooted))
    return arcs + functional.cross_entropy(labels, torch.cat(deps), ignore_index=UNKNOWN)


def batches(found: list[Lesson], rng: random.Random) -> Iterator[list[Lesson]]:
    """Yield shuffled batches of about BATCH_WORDS words."""
    order = list(range(len(found)))
    rng.shuffle(order)
    group: list[Lesson] = []
    size = 0
    for n in order:
        group.append(found[n])
        size += len(found[n].heads)
        if size >= BATCH_WORDS:
            yield group
            group, size = [], 0
    if group:
        yield group


def learn(student: Student, found: list[Lesson], check: list[Lesson], rounds: int) -> None:
    """Train, with one rise and fall of the rate over all rounds."""
    rng = random.Random(SEED)
    optimizer = torch.optim.AdamW(
        student.parameters(), lr=RATE, betas=(0.9, 0.98), weight_decay=0.01, fused=True
    )
    steps = rounds * (sum(len(one.heads) for one in found) // BATCH_WORDS)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, max_lr=RATE, total_steps=steps + 1, pct_start=WARMUP, anneal_strategy="linear"
    )
    started, step = time.time(), 0
    for number in range(1, rounds + 1):
        student.train()
        for group in batches(found, rng):
            if step >= steps:
                break
            step += 1
            loss = loss_of(student, group)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(student.parameters(), 5.0)
            optimizer.step()
            schedule.step()
            if step % 200 == 0:
                spent = time.time() - started
                print(f"{step}/{steps} loss {loss.item():.3f} {spent:.0f} s", flush=True)
        print(f"round {number}: {measure(student, check)}", flush=True)


@torch.no_grad()
def measure(student: Student, found: list[Lesson]) -> dict[str, float]:
    """Return the share of right labels, and of right heads among gold sentences."""
    student.eval()
    right: Counter[str] = Counter()
    words: Counter[str] = Counter()
    for group in batches(found, random.Random(0)):
        vectors = student.layer(inputs(group, student.layer.pad))
        for part, head in student.heads.items():
            truth = torch.from_numpy(np.concatenate([lesson.columns[part] for lesson in group]))
            known = truth != UNKNOWN
            words[part] += int(known.sum())
            right[part] += int((head(vectors).argmax(-1)[known] == truth[known]).sum())
        base = 0
        for lesson in group:
            for start, end in lesson.sentences:
                at = torch.arange(base + start, base + end).unsqueeze(0)
                guess = student.arc_scores(vectors, at, torch.ones_like(at, dtype=torch.bool))
                own = lesson.heads[start:end]
                truth = np.where(own == np.arange(start, end), 0, own - start + 1)
                right["heads"] += int((guess[0].argmax(-1).numpy() == truth).sum())
                words["heads"] += end - start
            base += len(lesson.heads)
    return {part: round(right[part] / max(1, words[part]), 4) for part in words}


def main() -> None:
    """Parse the command line, teach, and write the layer."""
    parser = argparse.ArgumentParser(description="Teach the token-to-vector layer.")
    parser.add_argument("--config", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--rounds", type=int, default=10)
    options = parser.parse_args()
    torch.manual_seed(SEED)
    Dropout.seed(SEED)
    nlp = spacy.load(options.work / "vectors")
    marked = make_name_marks(nlp, "kg_name_marks")
    paths = (options.work / f"{name}.spacy" for name in ("student-train", "reader-dev"))
    train, dev = (
        [marked(doc) for doc in DocBin().from_disk(path).get_docs(nlp.vocab)] for path in paths
    )
    config = load_config(options.config)
    layer = new_layer(config, train)
    copy = TokenToVector(layer, DROPOUT)
    labels = inventories(train)
    sizes = Sizes(**{part: len(labels[part]) for part in PARTS})
    student = Student(copy, layer.get_dim("nO"), sizes)
    trees = [doc for doc in dev if doc.has_annotation("DEP")]
    learn(
        student,
        list(lessons(train, copy, labels)),
        list(lessons(trees, copy, labels)),
        options.rounds,
    )
    copy.copy_back()
    options.out.write_bytes(layer.to_bytes())


if __name__ == "__main__":
    main()
