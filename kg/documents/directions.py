"""What words mean, as directions: words enter, vectors of unit length leave."""

from collections.abc import Iterable, Mapping

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language

__all__ = ["word_directions"]


def word_directions(words: Iterable[str], nlp: Language) -> Mapping[str, NDArray[np.float32]]:
    """Return the static vector of each word, cut to unit length.

    The product of two of them is the cosine of the words. A word that the pipeline has no vector
    for gets zeros, which are like no word at all.

    Args:
        words: Lower case, lemmas or forms.
        nlp: A pipeline, the bundled one or another.
    """
    nothing = np.zeros(max(1, nlp.vocab.vectors_length), dtype=np.float32)
    lexemes = {word: nlp.vocab[word] for word in sorted(set(words))}
    return {
        word: _unit(np.asarray(lexeme.vector)) if lexeme.has_vector else nothing
        for word, lexeme in lexemes.items()
    }


def _unit(vector: NDArray[np.float32]) -> NDArray[np.float32]:
    length = np.linalg.norm(vector)
    return vector / length if length else vector
