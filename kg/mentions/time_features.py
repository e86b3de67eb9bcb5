"""What can be seen of when an event is, as names of features.

Each feature joins one to three plain observations: what the rules read, the form of the event's
word and of the words above it, how it hangs on them, what stands beside it, and the words of time
around it. Their weights are learned (`training/temporality`).
"""

from collections.abc import Iterator, Sequence

from kg.mentions.clocks import TimeWord, is_within
from kg.mentions.drafts import Draft
from kg.mentions.meaning import Meaning
from kg.mentions.words import Word
from kg.model import Span

__all__ = ["time_features"]

FINITE = ("aux", "aux:pass", "cop")
BESIDE = ("amod", "advmod", "compound")


def time_features(
    draft: Draft,
    told_by: Word,
    meaning: Meaning,
    clock: Sequence[TimeWord],
    scope: Sequence[Span],
) -> list[str]:
    """Return the features of an event's time.

    Args:
        draft: The event.
        told_by: The word whose tense and mood are the event's.
        meaning: What the rules read of it.
        clock: The words of time of its sentence.
        scope: Its own clause.
    """
    event = str(draft.entry.event_type)
    kind = "verb" if told_by.is_verb else "noun"
    told = str(meaning.temporality)
    return [
        "any",
        f"entry {draft.entry.id}",
        f"told {told} {meaning.certainty}",
        f"said {told} {bool(meaning.speakers)}",
        *_word_features(told_by, kind, event),
        *_above_features(told_by, kind, event),
        *_beside_features(told_by, kind),
        *_near_features(told_by, kind),
        *dict.fromkeys(_clock_features(told_by, clock, scope, kind, told)),
    ]


def _word_features(word: Word, kind: str, event: str) -> Iterator[str]:
    form = _form(word)
    yield f"form {form}"
    yield f"form+dep {form} {word.dep}"
    yield f"form+event {form} {event}"
    yield f"word {word.lemma} {kind}"
    yield f"case {word.case} {event}"


def _above_features(word: Word, kind: str, event: str) -> Iterator[str]:
    if word.is_root:
        yield f"alone {kind}"
        return
    ancestors = list(word.ancestors())
    yield f"head {word.head.lemma} {word.dep}"
    verb = next((w for w in ancestors if w.is_verb or w.first("cop") is not None), None)
    if verb is not None:
        form = _form(verb)
        yield f"verb {verb.lemma} {kind}"
        yield f"verb form+event {form} {event}"
        yield f"verb form+case {form} {word.case} {kind}"
    yield f"root {ancestors[-1].lemma}"


def _beside_features(word: Word, kind: str) -> Iterator[str]:
    for child in word.children:
        if child.dep in BESIDE:
            yield f"beside {child.lemma} {kind}"
        elif child.dep == "mark":
            yield f"mark {child.lemma} {word.tag}"


def _near_features(word: Word, kind: str) -> Iterator[str]:
    """Yield the words right before and behind, and what the sentence's main clause is like."""
    words = word.sentence()
    for step in (-2, -1, 1, 2):
        near = words.get(word.index + step)
        yield f"near {step} {'' if near is None else near.lemma} {kind}"
    root = next(w for w in words.values() if w.is_root)
    yield f"root form {_form(root)} {kind}"
    yield f"root form+dep {_form(root)} {word.dep}"
    yield f"head+case {word.head.lemma} {word.case} {kind}"


def _clock_features(
    word: Word, clock: Sequence[TimeWord], scope: Sequence[Span], kind: str, told: str
) -> Iterator[str]:
    for time in clock:
        side = "before" if time.start < word.start else "after"
        yield f"time {time.kind}"
        yield f"time {time.kind} {side}"
        if is_within(time, scope):
            yield f"own time {time.kind} {side}"
            yield f"own time+kind {time.kind} {kind}"
            yield f"own time+told {time.kind} {told}"
        else:
            yield f"other time {time.kind} {side}"


def _form(word: Word) -> str:
    """Return a word's tag with its auxiliaries: "VBN has.VBZ be.VBN"."""
    parts = [
        child.text.lower() if child.tag == "MD" else f"{child.lemma}.{child.tag}"
        for child in word.children
        if child.dep in FINITE
    ]
    return " ".join((word.tag if word.is_verb else "noun", *parts))
