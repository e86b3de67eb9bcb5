"""Articles in, parsed documents out, in the same order."""

from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc

from kg.documents.plain_spaces import plain_spaces
from kg.model import Article

__all__ = ["annotate"]

BATCH = 16  # articles a batch: long texts fill it, short ones do not starve it


def annotate(articles: Iterable[Article], nlp: Language) -> Iterator[tuple[Article, Doc]]:
    """Yield each article with its parsed document; token offsets are offsets of its text.

    The parse is of the text with plain spaces, one character for one (see `plain_spaces`).
    """
    pairs = ((plain_spaces(article.text), article) for article in articles)
    for doc, article in nlp.pipe(pairs, as_tuples=True, batch_size=BATCH):
        yield article, doc
