"""The last courses of training: what they read, and the mean of what comes of them."""

import numpy as np
import spacy
from spacy.tokens import Doc

from training.polish import POLISHED, average, read_named


class Parsed:
    """Stands for a pipeline: reads every word as hanging on the first of its sentence."""

    def __init__(self, vocab, starts):
        self.vocab, self.starts = vocab, starts

    def pipe(self, texts):
        for text in texts:
            words = text.split()
            yield Doc(
                self.vocab,
                words=words,
                heads=[max(s for s in self.starts if s <= n) for n in range(len(words))],
                deps=["ROOT" if n in self.starts else "dep" for n in range(len(words))],
                tags=["NN"] * len(words),
                pos=["NOUN"] * len(words),
                lemmas=words,
                sent_starts=[n in self.starts for n in range(len(words))],
            )


def named(vocab, text, *ents):
    return Doc(vocab, words=text.split(" "), ents=list(ents))


def test_names_are_the_annotators_and_trees_the_pipelines():
    vocab = spacy.blank("en").vocab
    docs = [named(vocab, "Goma fell quietly", "B-GPE", "O", "O")]
    (sentence,) = read_named(docs, Parsed(vocab, {0}))
    assert [(w.form, w.name, w.head) for w in sentence.words] == [
        ("Goma", "B-GPE", 0),
        ("fell", "O", 0),
        ("quietly", "O", 0),
    ]
    assert sentence.opens_document
    assert sentence.opens_paragraph


def test_what_the_pipeline_takes_for_two_sentences_is_left_out():
    vocab = spacy.blank("en").vocab
    docs = [named(vocab, "Goma fell", "B-GPE", "O")]
    assert list(read_named(docs, Parsed(vocab, {0, 1}))) == []


def pipeline(path, value):
    """Write a pipeline whose weights are all one value."""
    nlp = spacy.blank("en")
    nlp.add_pipe("tok2vec")
    for name in POLISHED[1:]:
        pipe = nlp.add_pipe(name)
        if name != "morphologizer":
            pipe.add_label("NN" if name == "tagger" else "dep" if name == "parser" else "GPE")
    nlp.get_pipe("morphologizer").add_label("POS=NOUN")
    nlp.initialize()
    for name in POLISHED:
        for layer in nlp.get_pipe(name).model.walk():
            for param in layer.param_names:
                if layer.has_param(param):
                    layer.set_param(param, np.full_like(layer.get_param(param), value))
    nlp.to_disk(path)
    return path


def test_weights_that_go_on_are_the_mean_of_all(tmp_path):
    before, *courses = (pipeline(tmp_path / str(value), value) for value in (1.0, 2.0, 6.0))
    average(before, courses, tmp_path / "mean")
    nlp = spacy.load(tmp_path / "mean")
    weights = [
        layer.get_param(name)
        for pipe in POLISHED
        for layer in nlp.get_pipe(pipe).model.walk()
        for name in layer.param_names
        if layer.has_param(name)
    ]
    assert weights
    assert all(np.allclose(weight, 3.0) for weight in weights)
