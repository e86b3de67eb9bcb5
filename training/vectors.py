"""The static word vectors that every component of the pipeline looks words up in."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import spacy
from spacy.language import Language
from spacy.vectors import Vectors

from training.tokens import treebank_tokenizer

SHORTEST = 3  # letters of a word of a name that gets a vector
NOISE = 0.02  # standard deviation a dimension, of vectors of length one and 128 dimensions
SEED = 20


def blank_with_vectors(path: Path) -> Language:
    """Return a blank English pipeline with our tokenizer whose vocabulary carries the vectors.

    Args:
        path: An .npz with `words` (lower case) and `vectors` (float16, one row a word).
    """
    nlp = spacy.blank("en")
    nlp.tokenizer = treebank_tokenizer(nlp)
    data = np.load(path, allow_pickle=False)
    nlp.vocab.vectors = Vectors(
        strings=nlp.vocab.strings,
        data=data["vectors"].astype("float32"),
        keys=[str(word) for word in data["words"]],
        name="kg_static_vectors",
        attr="LOWER",
    )
    return nlp


def read_words(path: Path) -> frozenset[str]:
    """Return the words of a file of vectors, in lower case."""
    return frozenset(str(word) for word in np.load(path, allow_pickle=False)["words"])


def add_names(nlp: Language, names: Mapping[str, Sequence[Sequence[str]]]) -> None:
    """Give the words of names that have no vector one like those of the names of their kind.

    The vector of "goma" becomes the mean of the known towns, with a little noise, so that a reader
    who knows what a town looks like knows this one for a town.

    Args:
        nlp: Its vocabulary has vectors; rows are added.
        names: Names by label, each as words.
    """
    labels: dict[str, set[str]] = defaultdict(set)
    for label, found in names.items():
        for name in found:
            for word in name:
                if len(word) >= SHORTEST and word[0].isupper():
                    labels[word.lower()].add(label)
    vectors = nlp.vocab.vectors
    known = {word for word in labels if nlp.vocab.strings[word] in vectors}
    means = {
        label: np.mean(
            [vectors[nlp.vocab.strings[w]] for w in sorted(known) if label in labels[w]], axis=0
        )
        for label in names
        if any(label in labels[w] for w in known)
    }
    new = sorted(w for w in labels if w not in known and labels[w] & set(means))
    rng = np.random.default_rng(SEED)
    rows = np.array([sum(means[la] for la in sorted(labels[w] & set(means))) for w in new])
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    rows += rng.normal(scale=NOISE, size=rows.shape)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    vectors.resize((len(vectors) + len(new), vectors.shape[1]))
    for word, row in zip(new, rows.astype("float32"), strict=True):
        vectors.add(nlp.vocab.strings.add(word), vector=row)
