"""Events of the annotated claims as lessons: what is seen of each, and when it was.

The events are those that `kg` itself finds, read by the rules alone.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from spacy.language import Language

from kg.lexicons import Complement, Lexicon, load_lexicon
from kg.mentions.clocks import TimeWord, iter_time_words
from kg.mentions.drafts import Draft
from kg.mentions.extraction import complements_of, find_drafts
from kg.mentions.governors import read_meaning
from kg.mentions.scopes import read_scope
from kg.mentions.time_features import time_features
from kg.mentions.timing import read_time, teller_of
from kg.mentions.weighing import weigh_sides
from training.pairing import iter_read, pairs

__all__ = ["Lesson", "lessons"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """One event of the corpus: the line it stands in, its features, the rules' time, the true."""

    line: int
    features: tuple[str, ...]
    told: str
    truth: str


def lessons(rows: Sequence[dict[str, Any]], nlp: Language) -> Iterator[Lesson]:
    """Yield the events that both `kg` and the annotation find, of one type."""
    lexicon = load_lexicon()
    for row, sentence in iter_read(rows, nlp, lexicon.lemmas):
        drafts = weigh_sides(find_drafts(sentence, lexicon), sentence, lexicon)
        clock = tuple(iter_time_words(sentence, lexicon.cues))
        around = complements_of(drafts)
        for draft, claim in pairs(drafts, row):
            yield _lesson(draft, claim, row, clock, around, lexicon)


def _lesson(
    draft: Draft,
    claim: dict[str, Any],
    row: dict[str, Any],
    clock: Sequence[TimeWord],
    complement_of: dict[int, Complement],
    lexicon: Lexicon,
) -> Lesson:
    told_by = teller_of(draft, lexicon)
    meaning = read_meaning(told_by, lexicon, complement_of=complement_of)
    scope = read_scope(draft, row["text"])
    read_time(meaning, draft, clock, scope, lexicon)
    return Lesson(
        line=int(row["id"]),
        features=tuple(time_features(draft, told_by, meaning, clock, scope)),
        told=str(meaning.temporality),
        truth=claim["temporality"],
    )
