"""Events as lessons: what is seen of each, and when it was, by the annotation or by a teacher.

The events are those that `kg` itself finds, read by the rules alone: in the annotated claims, and
in other news.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from spacy.language import Language

from kg.lexicons import Lexicon, load_lexicon
from kg.mentions.clocks import iter_time_words
from kg.mentions.drafts import Draft
from kg.mentions.extraction import complements_of, find_drafts
from kg.mentions.governors import read_meaning
from kg.mentions.scopes import read_scope
from kg.mentions.time_features import time_features
from kg.mentions.timing import read_time, teller_of
from kg.mentions.weighing import weigh_sides
from kg.mentions.words import Sentence
from training.news import iter_news
from training.pairing import iter_read, pairs
from training.questions import TIMES, Answers, iter_answered, question

__all__ = ["Lesson", "Look", "lessons", "news_looks"]

SURE = 0.4  # odds of a time below which the teacher is not believed


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """One event of the corpus: the line it stands in, its features, the rules' time, the true."""

    line: int
    features: tuple[str, ...]
    told: str
    truth: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """One event of the news: its features, and when the teacher says that it was."""

    features: tuple[str, ...]
    truth: str


def lessons(rows: Sequence[dict[str, Any]], nlp: Language) -> Iterator[Lesson]:
    """Yield the events that both `kg` and the annotation find, of one type."""
    lexicon = load_lexicon()
    for row, sentence in iter_read(rows, nlp, lexicon.lemmas):
        seen = {d.hit.word.index: (d, f, t) for d, f, t in _seen(sentence, row["text"], lexicon)}
        for draft, claim in pairs([d for d, _, _ in seen.values()], row):
            _, features, told = seen[draft.hit.word.index]
            yield Lesson(
                line=int(row["id"]), features=features, told=told, truth=claim["temporality"]
            )


def news_looks(texts: Iterable[str], nlp: Language, teacher: Answers) -> Iterator[Look]:
    """Yield the events of some sentences of which the teacher is sure when they were.

    Args:
        texts: The sentences.
        nlp: The pipeline that reads them.
        teacher: It has learned to answer.
    """
    lexicon = load_lexicon()
    events = (
        (features, question(draft, sentence))
        for text, sentence in iter_news(texts, nlp, lexicon)
        for draft, features, _ in _seen(sentence, text, lexicon)
    )
    for features, answer in iter_answered(events, teacher):
        best = max(range(len(TIMES)), key=answer.times.__getitem__)
        if answer.times[best] >= SURE:
            yield Look(features=features, truth=TIMES[best])


def _seen(
    sentence: Sentence, text: str, lexicon: Lexicon
) -> Iterator[tuple[Draft, tuple[str, ...], str]]:
    """Yield the events of a sentence, each with its features and the time that the rules read."""
    drafts = weigh_sides(find_drafts(sentence, lexicon), sentence, lexicon)
    clock = tuple(iter_time_words(sentence, lexicon.cues))
    around = complements_of(drafts)
    for draft in drafts:
        told_by = teller_of(draft, lexicon)
        meaning = read_meaning(told_by, lexicon, complement_of=around)
        scope = read_scope(draft, text)
        read_time(meaning, draft, clock, scope, lexicon)
        features = tuple(time_features(draft, told_by, meaning, clock, scope))
        yield draft, features, str(meaning.temporality)
