"""Questions about one event of a sentence, and what a teacher answers.

The teacher itself is in `training/teacher/answers.py`; what is asked and answered needs no network.
"""

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from kg.mentions.drafts import Draft
from kg.mentions.features import ACTOR, NEITHER, TARGET
from kg.mentions.words import Sentence
from kg.model import Temporality

__all__ = ["SIDES", "TIMES", "Answer", "Answers", "Asked", "iter_answered", "question"]

SIDES = (NEITHER, ACTOR, TARGET)
TIMES = tuple(map(str, Temporality))
CHUNK = 4000  # events that are asked about at once

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Asked:
    """An event in a sentence: which words tell it, its type, and the answers that are known.

    Attributes:
        words: Of the sentence.
        event: The numbers of those that tell it.
        type: PLOVER's.
        sides: Numbers of SIDES, by word; empty if not known.
        time: A number of TIMES, or None.
    """

    words: tuple[str, ...]
    event: tuple[int, ...]
    type: str
    sides: tuple[int, ...] = ()
    time: int | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """Odds (0..1) of SIDES by word, and of TIMES."""

    sides: tuple[tuple[float, ...], ...]
    times: tuple[float, ...]


class Answers(Protocol):
    """A teacher that has learned to answer."""

    def answers(self, asked: Sequence[Asked]) -> Mapping[Asked, Answer]:
        """Return of each event, unless its sentence is too long, what the teacher says."""


def question(draft: Draft, sentence: Sentence) -> Asked:
    """Return the question about an event that `kg` found in a sentence."""
    starts = {word.start for word in draft.hit.words}
    return Asked(
        words=tuple(word.text for word in sentence.words),
        event=tuple(n for n, word in enumerate(sentence.words) if word.start in starts),
        type=str(draft.entry.event_type),
    )


def iter_answered(asked: Iterable[tuple[T, Asked]], teacher: Answers) -> Iterator[tuple[T, Answer]]:
    """Yield what each question came with, and its answer, if the teacher has one."""
    rows = iter(asked)
    while chunk := list(itertools.islice(rows, CHUNK)):
        answers = teacher.answers([one for _, one in chunk])
        yield from ((what, answers[one]) for what, one in chunk if one in answers)
