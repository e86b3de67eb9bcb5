"""Events of the news as lessons: `kg` reads them, the wide encoder has said which words tell any.

What it said stands in `told.jsonl` of a training's folder (`training/teacher/wide.py`). It is
right about seven words in ten; the annotated claims count for more.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from kg.documents import annotate
from kg.lexicons import load_lexicon
from kg.mentions.drafts import Draft
from kg.mentions.extraction import iter_events
from kg.mentions.sureness import sureness_features
from kg.model import Article
from training.corpora import iter_rows
from training.sureness.lessons import RIGHT, WRONG

__all__ = ["Told", "news_looks", "read_told"]

Told = Mapping[tuple[str, ...], Sequence[str]]  # the words of a sentence to what each tells


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """One event of the news: its features, and whether its words tell it, as the encoder says."""

    features: tuple[str, ...]
    truth: str


def read_told(path: Path) -> Told:
    """Return the event type that each word tells, by the words of a sentence."""
    return {tuple(row["words"]): row["events"] for row in iter_rows(path)}


def news_looks(texts: Sequence[str], nlp: Language, told: Told) -> Iterator[Look]:
    """Yield the events of those sentences of which it is known what their words tell."""
    lexicon = load_lexicon()
    articles = [Article(id=str(n), text=text) for n, text in enumerate(texts)]
    for article, doc in annotate(articles, nlp):
        events = told.get(tuple(token.text for token in doc))
        if events is None:
            continue
        for draft, mention in iter_events(article, doc, lexicon):
            if draft is not None:
                yield Look(
                    features=tuple(sureness_features(draft, mention, lexicon)),
                    truth=RIGHT if _is_told(draft, doc, events) else WRONG,
                )


def _is_told(draft: Draft, doc: Doc, events: Sequence[str]) -> bool:
    starts = {word.start for word in (*draft.hit.words, *draft.also)}
    told = {event for token, event in zip(doc, events, strict=True) if token.idx in starts}
    return str(draft.entry.event_type) in told
