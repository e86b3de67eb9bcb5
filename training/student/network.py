"""spaCy's token-to-vector layer rebuilt in torch, and the heads that teach it.

The rebuilt layer computes what the original computes (`test_student.py` compares them), so its
weights can go back into the original.
"""

from dataclasses import dataclass

import numpy as np
import torch
from spacy.tokens import Doc
from thinc.api import Model
from torch import Tensor, nn
from torch.nn import functional

from training.teacher.network import Biaffine, Dropout

ARC_WIDTH, LABEL_WIDTH = 160, 64
EPSILON = 1e-8  # thinc's, in its layer norm


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """What the layer looks up for N words: rows of the hash tables, and static vectors."""

    rows: tuple[Tensor, ...]  # one table each: N×4
    vectors: Tensor  # N×V
    places: Tensor  # N: where each word lies in the sequence, documents parted by padding
    length: int  # of that sequence


class TokenToVector(nn.Module):
    """A copy of `spacy.Tok2Vec.v2`: MultiHashEmbed with static vectors, MaxoutWindowEncoder."""

    def __init__(self, original: Model, dropout: float) -> None:
        super().__init__()
        self._original = [node for node in original.walk(order="dfs_pre") if node.param_names]
        self._attributes = next(
            node.attrs["columns"] for node in original.walk() if node.name == "extract_features"
        )
        self.pad = int(original.layers[1].attrs["pad"])
        self.drop = Dropout(dropout)
        self.weights = nn.ParameterDict(
            {
                f"{n}_{name}": nn.Parameter(torch.tensor(np.array(node.get_param(name))))
                for n, node in enumerate(self._original)
                for name in node.param_names
            }
        )
        self._kinds = [node.name for node in self._original]

    def _numbers(self, kind: str) -> list[int]:
        return [n for n, name in enumerate(self._kinds) if name == kind]

    def inputs(self, docs: list[Doc]) -> list[tuple[list[np.ndarray], np.ndarray]]:
        """Return for each document the rows of the hash tables and the static vectors."""
        found = []
        for doc in docs:
            columns = doc.to_array(self._attributes).astype("uint64")
            tables = [self._original[n] for n in self._numbers("hashembed")]
            rows = [
                node.ops.hash(
                    np.ascontiguousarray(columns[:, node.attrs["column"]]), node.attrs["seed"]
                )
                % node.get_dim("nV")
                for node in tables
            ]
            vectors = doc.vocab.vectors
            at = vectors.find(keys=doc.to_array(vectors.attr))
            static = vectors.data[at] * (at >= 0)[:, None]
            found.append((rows, static.astype("float32")))
        return found

    def forward(self, inputs: Inputs) -> Tensor:
        """Return N vectors."""
        weights = self.weights
        parts = [
            functional.embedding_bag(rows, weights[f"{n}_E"], mode="sum")
            for n, rows in zip(self._numbers("hashembed"), inputs.rows, strict=True)
        ]
        (static,) = self._numbers("static_vectors")
        parts.append(inputs.vectors @ weights[f"{static}_W"].T)
        maxouts, norms = self._numbers("maxout"), self._numbers("layernorm")
        words = self._maxout(torch.cat(parts, 1), maxouts[0], norms[0])
        sequence = words.new_zeros((inputs.length, words.shape[1])).index_copy(
            0, inputs.places, words
        )
        for maxout, norm in zip(maxouts[1:], norms[1:], strict=True):
            edge = sequence.new_zeros((1, sequence.shape[1]))
            window = torch.cat(
                (torch.cat((edge, sequence[:-1])), sequence, torch.cat((sequence[1:], edge))), 1
            )
            sequence = sequence + self._maxout(window, maxout, norm)
        return sequence[inputs.places]

    def _maxout(self, x: Tensor, maxout: int, norm: int) -> Tensor:
        weight, bias = self.weights[f"{maxout}_W"], self.weights[f"{maxout}_b"]
        width, pieces, _ = weight.shape
        y = functional.linear(x, weight.flatten(0, 1), bias.flatten())
        y = y.view(-1, width, pieces).amax(2)
        y = functional.layer_norm(
            y, (width,), self.weights[f"{norm}_G"], self.weights[f"{norm}_b"], EPSILON
        )
        return self.drop(y)

    def copy_back(self) -> None:
        """Write the weights into the original layer."""
        for key, weight in self.weights.items():
            number, _, name = key.partition("_")
            self._original[int(number)].set_param(name, weight.detach().numpy().copy())


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizes:
    """How many labels each head chooses from."""

    tags: int
    kinds: int
    rules: int
    names: int
    deps: int
    events: int


class Student(nn.Module):
    """The layer and its teaching heads."""

    def __init__(self, layer: TokenToVector, width: int, sizes: Sizes) -> None:
        super().__init__()
        self.layer = layer
        self.drop = Dropout(layer.drop.p)
        self.heads = nn.ModuleDict(
            {
                "tags": nn.Linear(width, sizes.tags),
                "kinds": nn.Linear(width, sizes.kinds),
                "rules": nn.Linear(width, sizes.rules),
                "starts": nn.Linear(width, 2),
                "deps": nn.Linear(width, sizes.deps),
                "names": self._deep(width, sizes.names),
                "events": self._deep(width, sizes.events),
            }
        )
        self.root = nn.Parameter(torch.zeros(width))
        self.arc_dep, self.arc_head = (self._hidden(width, ARC_WIDTH) for _ in range(2))
        self.label_dep, self.label_head = (self._hidden(width, LABEL_WIDTH) for _ in range(2))
        self.arcs = Biaffine(ARC_WIDTH, 1)
        self.labels = Biaffine(LABEL_WIDTH, sizes.deps)

    @staticmethod
    def _deep(width: int, outputs: int) -> nn.Module:
        return nn.Sequential(nn.Linear(width, width), nn.GELU(), nn.Linear(width, outputs))

    @staticmethod
    def _hidden(width: int, outputs: int) -> nn.Module:
        return nn.Sequential(nn.Linear(width, outputs), nn.GELU(), Dropout(0.1))

    def arc_scores(self, words: Tensor, places: Tensor, mask: Tensor) -> Tensor:
        """Return B×W×(W+1) scores of heads, 0 the root.

        Args:
            words: N×width.
            places: B×W, the words of each sentence, padded.
            mask: B×W, False at the padding.
        """
        dep = functional.embedding(places, Biaffine.padded(self.arc_dep(words)))
        head = functional.embedding(places, Biaffine.padded(self.arc_head(words)))
        root = Biaffine.padded(self.arc_head(self.root)).expand(len(places), 1, -1)
        scores = (dep @ self.arcs.weight[0]) @ torch.cat((root, head), 1).transpose(1, 2)
        present = torch.cat((mask.new_ones((len(mask), 1)), mask), 1)
        return scores.masked_fill(~present.unsqueeze(1), -1e4)

    def label_scores(self, words: Tensor, heads: Tensor) -> Tensor:
        """Return N×L scores of the labels between words and their heads, both N×width."""
        dep = Biaffine.padded(self.label_dep(words))
        head = Biaffine.padded(self.label_head(heads))
        left = torch.einsum("ni,lij->nlj", dep, self.labels.weight)
        return torch.einsum("nlj,nj->nl", left, head)
