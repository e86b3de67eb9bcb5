"""Articles in, parsed documents out, in the same order."""

from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc

from kg.model import Article

__all__ = ["annotate"]

SPACES = "\t\x0b\x0c\r\x85\xa0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
PLAIN_SPACES = str.maketrans(SPACES, " " * len(SPACES))
BATCH = 16  # articles a batch: long texts fill it, short ones do not starve it


def annotate(articles: Iterable[Article], nlp: Language) -> Iterator[tuple[Article, Doc]]:
    """Yield each article with its parsed document; token offsets are offsets of its text.

    The parse is of the text with every kind of white space but line breaks made a plain space, one
    character for one: the tokenizer splits at no other.
    """
    pairs = ((article.text.translate(PLAIN_SPACES), article) for article in articles)
    for doc, article in nlp.pipe(pairs, as_tuples=True, batch_size=BATCH):
        yield article, doc
