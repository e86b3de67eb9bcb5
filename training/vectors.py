"""The static word vectors that every component of the pipeline looks words up in."""

from pathlib import Path

import numpy as np
import spacy
from spacy.language import Language
from spacy.vectors import Vectors

from training.tokens import treebank_tokenizer


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
