"""When an event is told to be: what the rules read, weighed with all else that is seen.

The weights are those of a logistic model over the features of `time_features.py`, learned from
annotated claims (`training/temporality`); `kg/lexicons/data/temporality.tsv` lists them.
"""

from collections.abc import Iterable, Mapping, Sequence

from kg.lexicons import Complement, Lexicon
from kg.mentions.clocks import TimeWord, is_within
from kg.mentions.drafts import Draft
from kg.mentions.meaning import Meaning
from kg.mentions.time_features import time_features
from kg.mentions.words import Word
from kg.model import Certainty, EventType, Span, Temporality

__all__ = ["CLASSES", "choose_time", "read_time", "settle_time", "teller_of"]

VOICED = frozenset(  # done by speaking up
    {
        *(EventType.ACCUSE, EventType.PROTEST, EventType.REJECT),
        *(EventType.REQUEST, EventType.SUPPORT),
    }
)
PLAN_DONE = 1.0  # log odds over the future from which what sounds like a plan was done
UNDERWAY = frozenset((Complement.HAPPENED, Complement.BEGAN))
AHEAD = "ahead"  # words of time that lie after the day of the telling
CLASSES = (Temporality.PRESENT, Temporality.FUTURE, Temporality.HISTORICAL)  # against the past

Weights = Mapping[str, tuple[float, ...]]


def teller_of(draft: Draft, lexicon: Lexicon) -> Word:
    """Return the word whose tense and mood are the event's: of a refusal, the word of saying."""
    is_refusal = draft.entry is lexicon.events.refusal
    return draft.hit.word.head if is_refusal else draft.hit.word


def read_time(
    meaning: Meaning,
    draft: Draft,
    clock: Sequence[TimeWord],
    scope: Sequence[Span],
    lexicon: Lexicon,
) -> None:
    """Let the rules say what the simple present means.

    "They withdraw tomorrow" is a plan; "Moscow rejects the plan" tells of what it did.

    Args:
        meaning: What is read so far; it is changed.
        draft: The event.
        clock: The words of time of its sentence.
        scope: Its own clause.
        lexicon: The event types.
    """
    is_simple = teller_of(draft, lexicon).tag in ("VBZ", "VBP")
    if not is_simple or meaning.temporality is not Temporality.PRESENT:
        return
    if any(word.kind == AHEAD and is_within(word, scope) for word in clock):
        meaning.weaken(Certainty.PROBABLE)
        meaning.temporality = Temporality.FUTURE
    elif _is_spoken(draft, lexicon):
        meaning.temporality = Temporality.PAST


def settle_time(
    meaning: Meaning,
    draft: Draft,
    clock: Sequence[TimeWord],
    scope: Sequence[Span],
    lexicon: Lexicon,
) -> None:
    """Let the weights say when it is, where they may.

    A deed that the rules take for planned or possible they make one that was done only where much
    speaks for it: it is no event yet, whatever it is like. What is still to come is never certain;
    what somebody went out to voice, in the past, was voiced ("telephoned to congratulate"). It
    takes what `read_time` takes, after it.
    """
    weights = lexicon.temporality.weights
    if not weights:
        return
    told_by = teller_of(draft, lexicon)
    odds = _odds(time_features(draft, told_by, meaning, clock, scope), weights)
    if _goes_on(told_by, lexicon):
        odds = (odds[0], min(odds[1], 0.0), odds[2])
    chosen = _likeliest(odds)
    is_planned = meaning.temporality is Temporality.FUTURE
    if is_planned and chosen is not Temporality.FUTURE and not _is_spoken(draft, lexicon):
        ahead = odds[CLASSES.index(Temporality.FUTURE)]
        if max(0.0, *odds) - ahead < PLAN_DONE:
            return
    meaning.temporality = chosen
    if chosen is Temporality.FUTURE:
        meaning.weaken(Certainty.PROBABLE)
    if chosen is Temporality.PAST and meaning.is_purpose and draft.entry.event_type in VOICED:
        meaning.certainty = Certainty.CERTAIN


def _goes_on(word: Word, lexicon: Lexicon) -> bool:
    """Tell whether a deed is said to have gone on or begun: "continued to fund it"."""
    above = word.head
    is_over = above.tag == "VBD" or any(w.lemma == "have" for w in above.has("aux"))
    effect = lexicon.cues.complements.get(above.lemma)
    return word.dep == "xcomp" and is_over and effect in UNDERWAY


def choose_time(features: Iterable[str], weights: Weights) -> Temporality:
    """Return the likeliest time of an event.

    Args:
        features: What is seen of it.
        weights: By feature, its weights for the `CLASSES` (log odds against the past).
    """
    return _likeliest(_odds(features, weights))


def _odds(features: Iterable[str], weights: Weights) -> tuple[float, float, float]:
    """Return the log odds of the `CLASSES` against the past."""
    present = future = historical = 0.0
    for row in map(weights.get, features):
        if row is not None:
            present += row[0]
            future += row[1]
            historical += row[2]
    return present, future, historical


def _likeliest(odds: Sequence[float]) -> Temporality:
    best = max(odds)
    return CLASSES[odds.index(best)] if best > 0 else Temporality.PAST


def _is_spoken(draft: Draft, lexicon: Lexicon) -> bool:
    """Tell whether words alone do it: praise, a demand, a refusal."""
    return lexicon.events.types[draft.entry.event_type].quad in (1, 3)
