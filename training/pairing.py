"""Annotated sentences read, and which of the events found in them is which of their claims."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from spacy.language import Language

from kg.documents import annotate
from kg.lexicons import Lemmas
from kg.mentions.drafts import Draft
from kg.mentions.syntax import read_sentences
from kg.mentions.words import Sentence, Word
from kg.model import Article

__all__ = ["iter_read", "pairs", "places"]


def iter_read(
    rows: Sequence[dict[str, Any]], nlp: Language, lemmas: Lemmas
) -> Iterator[tuple[dict[str, Any], Sentence]]:
    """Yield annotated rows, each with every sentence that a pipeline finds in its text."""
    articles = [Article(id=str(n), text=row["text"]) for n, row in enumerate(rows)]
    for article, doc in annotate(articles, nlp):
        for sentence in read_sentences(doc, lemmas):
            yield rows[int(article.id)], sentence


def pairs(drafts: Sequence[Draft], row: dict[str, Any]) -> Iterator[tuple[Draft, dict[str, Any]]]:
    """Yield the events of a sentence with the claims of its row, of one type and of the same words.

    Args:
        drafts: The events.
        row: An annotated sentence, with `text` and `claims`.
    """
    left = list(drafts)
    for claim in row["claims"]:
        types = claim["type"] if isinstance(claim["type"], list) else [claim["type"]]
        spans = places(row["text"], claim["action"])
        fits = (d for d in left if d.entry.event_type in types and _meets(d.hit.words, spans))
        found = next(fits, None)
        if found is not None:
            left = [d for d in left if d is not found]
            yield found, claim


def places(text: str, words: str) -> list[tuple[int, int]]:
    """Return where words stand in a text as whole words, as character offsets."""
    return [m.span() for m in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]


def _meets(words: Iterable[Word], spans: Iterable[tuple[int, int]]) -> bool:
    return any(start < w.end and w.start < end for w in words for start, end in spans)
