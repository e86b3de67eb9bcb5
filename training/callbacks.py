"""The steps that `spacy train` takes before and after it makes a pipeline ready.

Being imported, it also has all products of matrices made by numpy, twice as fast as by thinc's own.
"""

from collections.abc import Callable
from pathlib import Path

from spacy.language import Language
from spacy.util import registry
from thinc.api import NumpyOps, set_current_ops

from training.tokens import treebank_tokenizer

__all__ = ["load_taught_layer", "set_treebank_tokenizer"]

Step = Callable[[Language], Language]
set_current_ops(NumpyOps(use_blis=False))


@registry.callbacks("kg.treebank_tokenizer.v1")
def set_treebank_tokenizer() -> Step:
    """Return the step that gives a pipeline our tokenizer."""

    def set_tokenizer(nlp: Language) -> Language:
        nlp.tokenizer = treebank_tokenizer(nlp)
        return nlp

    return set_tokenizer


@registry.callbacks("kg.taught_layer.v1")
def load_taught_layer(path: str | None) -> Step:
    """Return the step that starts from the layer that the student learned, if there is one."""

    def load_layer(nlp: Language) -> Language:
        if path:
            nlp.get_pipe("tok2vec").model.from_bytes(Path(path).read_bytes())
        return nlp

    return load_layer
