"""The teacher's network: an encoder, a tagging head a task, and a deep biaffine parser.

The parser is that of Dozat and Manning (2017); the mix of encoder layers that of Peters et al.
(2018); names under partial labels are scored by their marginal likelihood.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn
from transformers import BertModel

from training.teacher.features import Shape

halved = torch.autocast("cpu", dtype=torch.bfloat16)  # products take a quarter of the time

SHAPE_WIDTH = 32
ARC_WIDTH, LABEL_WIDTH = 320, 128
DROPOUT = 0.25


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Sentences padded to one size; B sentences, P wordpieces, W words."""

    pieces: Tensor  # B×P wordpiece numbers
    piece_mask: Tensor  # B×P
    firsts: Tensor  # B×W: the first wordpiece of each word
    lasts: Tensor  # B×W: its last
    shapes: Tensor  # B×W
    mask: Tensor  # B×W
    marks: Tensor | None = None  # B×P: one at the wordpieces that a question is about


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """Unnormalised scores; words and heads count the root as number 0."""

    tags: Tensor  # B×W×T
    kinds: Tensor
    rules: Tensor
    names: Tensor
    arcs: Tensor  # B×W×(W+1)
    label_dep: Tensor  # B×W×L, to be joined with `label_head` of the chosen head
    label_head: Tensor  # B×(W+1)×L


class Dropout(nn.Dropout):
    """Dropout whose masks are drawn as bytes, ten times as fast as torch draws them.

    The rate is rounded to 256ths. `seed` starts all instances' common source anew.
    """

    _source = np.random.Generator(np.random.SFC64(0))

    @classmethod
    def seed(cls, seed: int) -> None:
        """Let the masks repeat from here on."""
        cls._source = np.random.Generator(np.random.SFC64(seed))

    def forward(self, x: Tensor) -> Tensor:
        """Return the input, in training some of it replaced by noughts, the rest scaled up."""
        dropped = round(256 * self.p)
        if not self.training or not dropped:
            return x
        drawn = np.frombuffer(self._source.bytes(x.numel()), dtype=np.uint8)
        scale = np.float32(256 / (256 - dropped))
        mask = torch.from_numpy((drawn >= dropped).astype(np.float32) * scale)
        return x * mask.view(x.shape).to(x.dtype)


def with_fast_dropout(module: nn.Module) -> nn.Module:
    """Exchange all of a network's dropout for ours, and return the network."""
    for name, child in list(module.named_children()):
        if type(child) is nn.Dropout:
            setattr(module, name, Dropout(child.p))
        else:
            with_fast_dropout(child)
    return module


def hidden(width: int, outputs: int) -> nn.Module:
    """Return one hidden layer."""
    return nn.Sequential(nn.Linear(width, outputs), nn.GELU(), Dropout(DROPOUT))


def stacked(layers: Iterable[Tensor]) -> Tensor:
    """Return what each layer of an encoder makes of the wordpieces, in full precision."""
    return torch.stack([layer.float() for layer in layers])


def mixed(layers: Tensor, mix: Tensor, shapes: nn.Embedding, batch: Batch) -> Tensor:
    """Return word vectors: encoder layers mixed, wordpieces averaged, case appended."""
    pieces = torch.einsum("l,lbpw->bpw", mix.softmax(0), layers)
    width = pieces.shape[-1]
    first, last = (
        pieces.gather(1, at.unsqueeze(-1).expand(-1, -1, width))
        for at in (batch.firsts, batch.lasts)
    )
    return torch.cat(((first + last) / 2, shapes(batch.shapes)), -1)


class Biaffine(nn.Module):
    """One bilinear form an output, with biases on both sides."""

    def __init__(self, width: int, outputs: int) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.zeros(outputs, width + 1, width + 1))
        nn.init.normal_(self.weight, std=0.02)

    @staticmethod
    def padded(x: Tensor) -> Tensor:
        """Return vectors with a one behind, for the biases."""
        return torch.cat((x, x.new_ones((*x.shape[:-1], 1))), -1)


class Teacher(nn.Module):
    """Reads a batch of sentences."""

    def __init__(
        self, encoder: BertModel, *, tags: int, kinds: int, rules: int, names: int, deps: int
    ) -> None:
        super().__init__()
        self.encoder = with_fast_dropout(encoder)
        layers, width = encoder.config.num_hidden_layers + 1, encoder.config.hidden_size
        self.mixes = nn.ParameterDict(
            {task: nn.Parameter(torch.zeros(layers)) for task in ("words", "arcs", "names")}
        )
        self.shapes = nn.Embedding(len(Shape), SHAPE_WIDTH)
        wide = width + SHAPE_WIDTH
        self.drop = Dropout(DROPOUT)
        self.words = hidden(wide, width)
        self.tags = nn.Linear(width, tags)
        self.kinds = nn.Linear(width, kinds)
        self.rules = nn.Linear(width, rules)
        self.names = nn.Sequential(hidden(wide, width), nn.Linear(width, names))
        self.root = nn.Parameter(torch.zeros(wide))
        self.arc_dep, self.arc_head = (hidden(wide, ARC_WIDTH) for _ in range(2))
        self.label_dep, self.label_head = (hidden(wide, LABEL_WIDTH) for _ in range(2))
        self.arcs = Biaffine(ARC_WIDTH, 1)
        self.labels = Biaffine(LABEL_WIDTH, deps)

    @halved
    def layers(self, batch: Batch) -> Tensor:
        """Return what each layer of the encoder makes of the wordpieces."""
        out = self.encoder(
            input_ids=batch.pieces,
            attention_mask=batch.piece_mask,
            token_type_ids=batch.marks,
            output_hidden_states=True,
        )
        return stacked(out.hidden_states)

    def mixed(self, layers: Tensor, task: str, batch: Batch) -> Tensor:
        """Return the word vectors of a task."""
        return self.drop(mixed(layers, self.mixes[task], self.shapes, batch))

    @halved
    def forward(self, batch: Batch) -> Scores:
        """Score everything for a batch."""
        layers = self.layers(batch)
        words = self.words(self.mixed(layers, "words", batch))
        arcs = self.mixed(layers, "arcs", batch)
        rooted = torch.cat((self.root.expand(len(arcs), 1, -1), arcs), 1)
        dep = Biaffine.padded(self.arc_dep(arcs))
        head = Biaffine.padded(self.arc_head(rooted))
        scores = torch.einsum("bwi,ij,bhj->bwh", dep, self.arcs.weight[0], head)
        present = torch.cat((batch.mask.new_ones((len(arcs), 1)), batch.mask), 1)
        return Scores(
            tags=self.tags(words).float(),
            kinds=self.kinds(words).float(),
            rules=self.rules(words).float(),
            names=self.names(self.mixed(layers, "names", batch)).float(),
            arcs=scores.float().masked_fill(~present.unsqueeze(1), -1e4),
            label_dep=Biaffine.padded(self.label_dep(arcs)),
            label_head=Biaffine.padded(self.label_head(rooted)),
        )

    @halved
    def label_scores(self, scores: Scores, heads: Tensor) -> Tensor:
        """Return B×W×L scores of the labels, given each word's head (0 the root)."""
        chosen = scores.label_head.gather(
            1, heads.unsqueeze(-1).expand(-1, -1, scores.label_head.shape[-1])
        )
        left = torch.einsum("bwi,lij->bwlj", scores.label_dep, self.labels.weight)
        return torch.einsum("bwlj,bwj->bwl", left, chosen).float()
