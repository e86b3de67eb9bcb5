"""Teach the teacher to answer questions about events, so that it can read the news for that.

usage: python -m training.teacher.answers --corpus FOLDER --gold-claims FILE --teacher FILE
       --out FILE

It is asked about one event of a sentence at a time, whose words are marked, and says of each word
whether it belongs to an actor of the event, to a target, or to neither, and when the event is told
to be.
"""

import argparse
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import spacy
import torch
from spacy.language import Language
from spacy.tokens import Doc
from torch import Tensor, nn
from torch.nn import functional

from kg.mentions.features import ACTOR, NEITHER, TARGET
from kg.model import EventType
from training.corpora import CLAIMS, claim_rows, gold_lines
from training.pairing import places
from training.questions import SIDES, TIMES, Answer, Asked
from training.teacher.batches import MAX_PIECES, UNKNOWN, Batcher, padded
from training.teacher.label import load
from training.teacher.learn import train
from training.teacher.network import Batch, Dropout, Teacher, halved, hidden
from training.tokens import treebank_tokenizer

__all__ = ["Answerer", "asked_of", "teach"]

SEED = 20
ROUNDS = 8
BATCH_PIECES, READ_PIECES = 1200, 6000
ENCODER_RATE, HEAD_RATE = 1e-4, 1.5e-3
WARMUP = 0.1  # of all steps
TIME_SHARE = 0.3  # of the loss, beside that of sides
TYPE_WIDTH = 32
MIX = "questions"  # the mix of the encoder's layers that the answers are read from
TYPES = tuple(map(str, EventType))


@dataclass(frozen=True, slots=True)
class Scores:
    """Unnormalised: B×W×3 of sides, B×4 of times."""

    sides: Tensor
    times: Tensor


class QuestionTeacher(nn.Module):
    """The encoder of a finished teacher, told which words are the event, with two more tasks."""

    def __init__(self, teacher: Teacher, types: Sequence[str]) -> None:
        super().__init__()
        config = teacher.encoder.config
        teacher.mixes[MIX] = nn.Parameter(torch.zeros(config.num_hidden_layers + 1))
        self.teacher = teacher
        self.numbers = {name: n for n, name in enumerate(types)}
        self.types = nn.Embedding(len(types), TYPE_WIDTH)
        wide = config.hidden_size + teacher.shapes.embedding_dim
        self.sides = self._head(2 * wide + TYPE_WIDTH, config.hidden_size, len(SIDES))
        self.times = self._head(wide + TYPE_WIDTH, config.hidden_size, len(TIMES))

    @staticmethod
    def _head(wide: int, width: int, outputs: int) -> nn.Sequential:
        return nn.Sequential(hidden(wide, width), nn.Linear(width, outputs))

    @halved
    def forward(self, batch: Batch, group: Sequence[Asked]) -> Scores:
        """Return the scores of all answers."""
        events = padded([[int(n in one.event) for n in range(len(one.words))] for one in group])
        words = self.teacher.mixed(
            self.teacher.layers(replace(batch, marks=_marked(batch, events))), MIX, batch
        )
        shares = events / events.sum(1, keepdim=True).clamp(min=1)
        event = torch.einsum("bw,bwv->bv", shares.to(words.dtype), words)
        types = self.types(torch.tensor([self.numbers[one.type] for one in group]))
        asked = torch.cat((event, types), -1)
        beside = asked.unsqueeze(1).expand(-1, words.shape[1], -1)
        return Scores(
            sides=self.sides(torch.cat((words, beside), -1)).float(),
            times=self.times(asked).float(),
        )


def _marked(batch: Batch, events: Tensor) -> Tensor:
    """Return B×P: one at the wordpieces of the events' words."""
    marks = torch.zeros_like(batch.pieces)
    places_of = torch.arange(marks.shape[1])
    for row, first, last, is_event in zip(
        marks, batch.firsts, batch.lasts, events.bool(), strict=True
    ):
        for start, end in zip(first[is_event], last[is_event], strict=True):
            row[(places_of >= start) & (places_of <= end)] = 1
    return marks


def asked_of(rows: Iterable[dict[str, Any]], nlp: Language) -> Iterator[Asked]:
    """Yield the annotated events of some rows of claims, with their sides."""
    for row in rows:
        doc = nlp.make_doc(row["text"])
        if any(token.is_space for token in doc):
            continue
        for claim in row["claims"]:
            actions = places(row["text"], claim["action"])
            if actions:
                yield _asked(claim, doc, actions[0])


def _asked(claim: dict[str, Any], doc: Doc, action: tuple[int, int]) -> Asked:
    sides = [SIDES.index(NEITHER)] * len(doc)
    for side, phrases in ((ACTOR, claim["actors"]), (TARGET, claim["targets"])):
        for phrase in phrases:
            spans = places(doc.text, phrase)
            if spans:
                nearest = min(spans, key=lambda span: abs(span[0] - action[0]))
                for n in _words_in(doc, nearest):
                    sides[n] = SIDES.index(side)
    types = claim["type"]
    return Asked(
        words=tuple(token.text for token in doc),
        event=_words_in(doc, action),
        type=types[0] if isinstance(types, list) else types,
        sides=tuple(sides),
        time=TIMES.index(claim["temporality"]),
    )


def _words_in(doc: Doc, span: tuple[int, int]) -> tuple[int, ...]:
    start, end = span
    return tuple(t.i for t in doc if t.idx < end and t.idx + len(t) > start)


def learn(model: QuestionTeacher, batcher: Batcher, found: Sequence[Asked]) -> None:
    """Train for ROUNDS rounds."""
    rng = random.Random(SEED)
    short = [one for one in found if batcher.length(one.words) <= MAX_PIECES]
    groups = [
        group for _ in range(ROUNDS) for group in batcher.groups(short, size=BATCH_PIECES, rng=rng)
    ]

    def loss_of(group: list[Asked]) -> Tensor:
        scores = model(batcher.batch(group, rng), group)
        sides = [list(one.sides) or [UNKNOWN] * len(one.words) for one in group]
        times = [UNKNOWN if one.time is None else one.time for one in group]
        return _loss(
            scores.sides.flatten(0, 1), padded(sides, UNKNOWN).flatten()
        ) + TIME_SHARE * _loss(scores.times, torch.tensor(times))

    heads = (model.sides, model.times, model.types)
    own = [*(p for head in heads for p in head.parameters()), model.teacher.mixes[MIX]]
    model.train()
    encoder = list(model.teacher.encoder.parameters())
    train({ENCODER_RATE: encoder, HEAD_RATE: own}, groups, loss_of, warmup=WARMUP)


def _loss(scores: Tensor, truth: Tensor) -> Tensor:
    """Return the mean loss of the known answers, nothing where none is known."""
    known = (truth != UNKNOWN).sum().clamp(min=1)
    summed = functional.cross_entropy(scores, truth, ignore_index=UNKNOWN, reduction="sum")
    return summed / known


class Answerer:
    """A teacher that has learned to answer, as saved by this module."""

    def __init__(self, model: QuestionTeacher, batcher: Batcher) -> None:
        self._model, self._batcher = model, batcher

    @classmethod
    def load(cls, teacher: Path, questions: Path) -> "Answerer":
        """Load what `learn` saved beside the teacher that it began with."""
        network, batcher = load(teacher)
        model = QuestionTeacher(network, TYPES)
        model.load_state_dict(torch.load(questions, weights_only=True))
        return cls(model, batcher)

    @torch.no_grad()
    def answers(self, asked: Sequence[Asked]) -> dict[Asked, Answer]:
        """Return of each event, unless its sentence is too long, what the teacher says."""
        self._model.eval()
        short = [one for one in asked if self._batcher.length(one.words) <= MAX_PIECES]
        found = {}
        for group in self._batcher.groups(short, size=READ_PIECES):
            scores = self._model(self._batcher.batch(group), group)
            odds = (each.softmax(-1).tolist() for each in (scores.sides, scores.times))
            for one, sides, times in zip(group, *odds, strict=True):
                words = sides[: len(one.words)]
                found[one] = Answer(sides=tuple(map(tuple, words)), times=tuple(times))
        return found


def teach(rows: Sequence[dict[str, Any]], teacher: Path) -> QuestionTeacher:
    """Return a finished teacher that has learned to answer from annotated rows of claims."""
    torch.manual_seed(SEED)
    Dropout.seed(SEED)
    nlp = spacy.blank("en")
    nlp.tokenizer = treebank_tokenizer(nlp)
    network, batcher = load(teacher)
    model = QuestionTeacher(network, TYPES)
    learn(model, batcher, list(asked_of(rows, nlp)))
    return model


def main() -> None:
    """Parse the command line, teach, and save."""
    parser = argparse.ArgumentParser(description="Teach the teacher to answer about events.")
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--gold-claims", type=Path, required=True)
    parser.add_argument("--teacher", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    rows = claim_rows(options.corpus / CLAIMS, gold_lines(options.gold_claims))
    torch.save(teach(rows, options.teacher).state_dict(), options.out)


if __name__ == "__main__":
    main()
