"""Teach the teacher which words tell events, and let it read the news for them.

usage: python -m training.teacher.events --corpus FOLDER --gold-claims FILE --teacher FILE
       --out FILE

The annotated claims are few (4,000 sentences), and a small pipeline learns few words from them.
The teacher, which knows more words, learns them first and then reads all the news. Writes JSON
lines of `words` and `events`; an annotated sentence keeps its annotation.
"""

import argparse
import json
import random
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import spacy
import torch
from spacy.language import Language
from torch import Tensor, nn
from torch.nn import functional

from kg.documents.trigger_tagger import NOTHING
from training.corpora import gold_lines, trigger_docs
from training.teacher.batches import MAX_PIECES, UNKNOWN, Batcher, padded
from training.teacher.examples import Reading
from training.teacher.label import load, news
from training.teacher.learn import train
from training.teacher.network import Batch, Dropout, Teacher, halved, hidden
from training.tokens import treebank_tokenizer

SEED = 20
ROUNDS = 8
BATCH_PIECES, READ_PIECES = 1200, 6000
ENCODER_RATE, HEAD_RATE = 1e-4, 1.5e-3
WARMUP = 0.1  # of all steps

Model: TypeAlias = nn.Module  # of a batch it gives B×W×E scores of event types
Rates: TypeAlias = Mapping[float, list[nn.Parameter]]


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence and the event type that each of its words tells."""

    reading: Reading
    events: tuple[str, ...]


class EventTeacher(nn.Module):
    """The encoder of a finished teacher with one more task."""

    def __init__(self, teacher: Teacher, events: int) -> None:
        super().__init__()
        config = teacher.encoder.config
        teacher.mixes["events"] = nn.Parameter(torch.zeros(config.num_hidden_layers + 1))
        self.teacher = teacher
        wide = config.hidden_size + teacher.shapes.embedding_dim
        self.events = nn.Sequential(
            hidden(wide, config.hidden_size), nn.Linear(config.hidden_size, events)
        )

    @halved
    def forward(self, batch: Batch) -> Tensor:
        """Return B×W×E scores."""
        scores: Tensor = self.events(
            self.teacher.mixed(self.teacher.layers(batch), "events", batch)
        )
        return scores.float()


def claims(corpus: Path, gold_claims: Path, nlp: Language, *, held_out: bool) -> list[Told]:
    """Return the annotated sentences."""
    docs = trigger_docs(
        corpus / "voa-claims.jsonl", nlp, held_out=held_out, excluded=gold_lines(gold_claims)
    )
    return [
        Told(Reading(words=tuple(t.text for t in doc)), tuple(t.tag_ for t in doc)) for doc in docs
    ]


def learn(
    model: Model,
    batcher: Batcher,
    found: Sequence[Told],
    labels: list[str],
    *,
    rates: Rates,
    rounds: int,
) -> None:
    """Train for some rounds; `rates` has what is trained by its highest rate."""
    rng = random.Random(SEED)
    known = {one.reading: _numbers(one, labels) for one in found}
    readings = list(known)
    groups = [
        group
        for _ in range(rounds)
        for group in batcher.groups(readings, size=BATCH_PIECES, rng=rng)
    ]

    def loss_of(group: list[Reading]) -> Tensor:
        truth = padded([known[r] for r in group], UNKNOWN)
        scores = model(batcher.batch(group, rng))
        return functional.cross_entropy(scores.flatten(0, 1), truth.flatten(), ignore_index=UNKNOWN)

    model.train()
    train(rates, groups, loss_of, warmup=WARMUP)


def _numbers(one: Told, labels: list[str]) -> list[int]:
    return [labels.index(event) for event in one.events]


@torch.no_grad()
def read(
    model: Model, batcher: Batcher, readings: Sequence[Reading], labels: list[str]
) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Return the event types of the words of each sentence that is not too long."""
    model.eval()
    short = [r for r in readings if batcher.length(r.words) <= MAX_PIECES]
    found = {}
    for group in batcher.groups(short, size=READ_PIECES):
        best = model(batcher.batch(group)).argmax(-1).tolist()
        for one, row in zip(group, best, strict=True):
            found[one.words] = tuple(labels[n] for n in row[: len(one.words)])
    return found


def measure(
    told: Iterable[Told], found: dict[tuple[str, ...], tuple[str, ...]]
) -> dict[str, float]:
    """Return precision, recall and F1 of the event words with their types."""
    count: Counter[str] = Counter()
    for one in told:
        for truth, guess in zip(one.events, found[one.reading.words], strict=True):
            count["gold"] += truth != NOTHING
            count["guessed"] += guess != NOTHING
            count["right"] += truth == guess != NOTHING
    precision, recall = (count["right"] / max(1, count[part]) for part in ("guessed", "gold"))
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return {"p": round(precision, 3), "r": round(recall, 3), "f": round(f1, 3)}


def teach(
    options: argparse.Namespace, start: Callable[[int], tuple[Model, Batcher, Rates]], rounds: int
) -> None:
    """Teach a model that starts with some number of labels, measure it, and let it read the news.

    Args:
        options: `corpus`, `gold_claims`, and `out`, where the readings go.
        start: Makes the model, what cuts sentences for it, and what is trained at which rates.
        rounds: How often the annotated sentences are met.
    """
    torch.manual_seed(SEED)
    Dropout.seed(SEED)
    nlp = spacy.blank("en")
    nlp.tokenizer = treebank_tokenizer(nlp)
    annotated, held_out = (
        claims(options.corpus, options.gold_claims, nlp, held_out=part) for part in (False, True)
    )
    labels = sorted({event for one in annotated for event in one.events})
    model, batcher, rates = start(len(labels))
    learn(model, batcher, annotated, labels, rates=rates, rounds=rounds)
    print(
        "held out", measure(held_out, read(model, batcher, [o.reading for o in held_out], labels))
    )
    texts = [text.reading for text in news(options.corpus, options.gold_claims, nlp)]
    found = read(model, batcher, texts, labels)
    found |= {one.reading.words: one.events for one in annotated}
    with options.out.open("w", encoding="utf-8") as file:
        for words, events in found.items():
            file.write(json.dumps({"words": words, "events": events}, ensure_ascii=False) + "\n")
    print(len(found), "sentences read", flush=True)


def parser_of(about: str) -> argparse.ArgumentParser:
    """Return what reads the options that `teach` needs."""
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--gold-claims", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    return parser


def main() -> None:
    """Parse the command line, teach, measure on the held-out tenth, read the news."""
    parser = parser_of("Teach event words, and read the news for them.")
    parser.add_argument("--teacher", type=Path, required=True)
    options = parser.parse_args()

    def start(labels: int) -> tuple[EventTeacher, Batcher, Rates]:
        teacher, batcher = load(options.teacher)
        model = EventTeacher(teacher, labels)
        encoder = list(model.teacher.encoder.parameters())
        heads = [*model.events.parameters(), model.teacher.mixes["events"]]
        return model, batcher, {ENCODER_RATE: encoder, HEAD_RATE: heads}

    teach(options, start, ROUNDS)


if __name__ == "__main__":
    main()
