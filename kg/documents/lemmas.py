"""A pipeline component: lemmas by the table of the weights, from words and their tags."""

import functools
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.pipeline.lemmatizer import lemmatizer_score
from spacy.tokens import Doc
from spacy.training import Example
from spacy.vocab import Vocab

from kg.documents.lemma_table import LemmaTable, read_rows, write_rows

__all__ = ["LemmaReader", "make_lemmas"]

FILE = "table.tsv"
REMEMBERED = 1 << 16  # lemmas of forms and tags
NOTE = (
    "# Lemmas of UD English EWT and GUM (train), as exceptions to the rules of endings below.\n"
    "# Licence: CC BY-SA 4.0, like the other weights; see LICENSE.md.\n"
)


class LemmaReader:
    """Sets the lemma of each token by its form and tag."""

    def __init__(self, vocab: Vocab, table: LemmaTable) -> None:
        """Keep the vocabulary, whose vectors tell which words exist, and a table."""
        self._vocab = vocab
        self.set_table(table)

    def set_table(self, table: LemmaTable) -> None:
        """Use another table from now on."""
        self._table = table
        self._lemma = functools.lru_cache(REMEMBERED)(self._look_up)

    def _look_up(self, form: str, tag: str) -> str:
        return self._table.lemma(form, tag, self._vocab.has_vector)

    def __call__(self, doc: Doc) -> Doc:
        """Set the lemmas of a document."""
        for token in doc:
            token.lemma_ = self._lemma(token.text, token.tag_)
        return doc

    def score(self, examples: Iterable[Example], **options: Any) -> dict[str, Any]:
        """Return the share of right lemmas, as spaCy's lemmatizers do."""
        scores: dict[str, Any] = lemmatizer_score(examples, **options)
        return scores

    def to_bytes(self, **_: Any) -> bytes:
        """Return the table as text."""
        return (NOTE + "".join(f"{row}\n" for row in write_rows(self._table))).encode()

    def from_bytes(self, data: bytes, **_: Any) -> "LemmaReader":
        """Read a table from text."""
        self.set_table(read_rows(data.decode().splitlines()))
        return self

    def to_disk(self, path: Path, **_: Any) -> None:
        """Write the table into a folder."""
        Path(path).mkdir(parents=True, exist_ok=True)
        (Path(path) / FILE).write_bytes(self.to_bytes())

    def from_disk(self, path: Path, **_: Any) -> "LemmaReader":
        """Read the table from a folder."""
        return self.from_bytes((Path(path) / FILE).read_bytes())


@Language.factory("kg_lemmas", assigns=["token.lemma"], default_score_weights={"lemma_acc": 1.0})
def make_lemmas(nlp: Language, name: str) -> LemmaReader:
    """Return the component, its table empty; it runs after the tagger."""
    return LemmaReader(nlp.vocab, read_rows(()))
