"""The steps that `spacy train` takes before and after it makes a pipeline ready."""

from collections.abc import Callable
from pathlib import Path

from spacy.language import Language
from spacy.util import registry

from training.tokens import treebank_tokenizer

__all__ = ["load_taught_layer", "set_treebank_tokenizer"]

Step = Callable[[Language], Language]


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
