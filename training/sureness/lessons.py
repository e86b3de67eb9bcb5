"""Events that `kg` reads in the annotated claims as lessons: what is seen, and whether it is right.

Each event teaches twice, as the pipeline's own event words see it and as another pipeline would,
which has none.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from spacy.language import Language

from kg.documents import annotate
from kg.lexicons import Lexicon, load_lexicon
from kg.mentions.drafts import Draft
from kg.mentions.extraction import iter_events
from kg.mentions.sureness import OBLIGED, sureness_features
from kg.model import Article, EventType, Mention
from training.pairing import places

__all__ = ["RIGHT", "WRONG", "Lesson", "lessons"]

RIGHT, WRONG = "right", "wrong"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """One event: the line it stands in, its features, right or wrong.

    It is right if the annotation has it, be it as one that need not be found. `is_told` says that
    the event words of the pipeline were seen.
    """

    line: int
    features: tuple[str, ...]
    truth: str
    is_told: bool


def lessons(rows: Sequence[dict[str, Any]], nlp: Language) -> Iterator[Lesson]:
    """Yield the events that are read, each with whether the annotation has it too."""
    lexicon = load_lexicon()
    articles = [Article(id=str(n), text=row["text"]) for n, row in enumerate(rows)]
    for article, doc in annotate(articles, nlp):
        row = rows[int(article.id)]
        events = list(iter_events(article, doc, lexicon))
        right = _right([mention for _, mention in events], row)
        for draft, mention in events:
            for is_told, features in _seen(draft, mention, lexicon):
                yield Lesson(
                    line=int(row["id"]),
                    features=features,
                    truth=RIGHT if id(mention) in right else WRONG,
                    is_told=is_told,
                )


def _seen(
    draft: Draft | None, mention: Mention, lexicon: Lexicon
) -> Iterator[tuple[bool, tuple[str, ...]]]:
    if draft is None:
        yield True, OBLIGED
        return
    yield True, tuple(sureness_features(draft, mention, lexicon))
    untold = replace(draft, odds=None)
    yield False, tuple(sureness_features(untold, mention, lexicon))


def _right(mentions: Sequence[Mention], row: dict[str, Any]) -> set[int]:
    """Return the identities of the mentions that make a claim of the annotation, one each."""
    right: set[int] = set()
    for claim in row["claims"]:
        types = claim["type"] if isinstance(claim["type"], list) else [claim["type"]]
        spans = places(row["text"], claim["action"])
        for mention in mentions:
            is_near = any(s < mention.action.end and mention.action.start < e for s, e in spans)
            if id(mention) not in right and is_near and _event_type(mention) in types:
                right.add(id(mention))
                break
    return right


def _event_type(mention: Mention) -> EventType:
    return EventType(mention.entry.partition(".")[0])
