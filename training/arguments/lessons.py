"""Events of the annotated claims as lessons: what is seen of each candidate, and what it is.

The events are those that `kg` itself finds, so that the model learns to weigh what the grammar
proposes.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from spacy.language import Language

from kg.lexicons import Lexicon, load_lexicon
from kg.mentions.candidates import candidates_of
from kg.mentions.drafts import Draft
from kg.mentions.extraction import find_drafts
from kg.mentions.features import ACTOR, NEITHER, TARGET, features_of, look, proposal
from kg.mentions.words import Sentence, Word
from kg.model import EventType
from training.pairing import iter_read, pairs, places

__all__ = ["Lesson", "Look", "is_right", "lessons", "sides_of"]

SYMMETRIC = frozenset((EventType.CONSULT, EventType.AGREE, EventType.COOPERATE))


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """One candidate of an event: its features, the side the grammar proposes, the true one.

    `odds` (0..1) are those of the true one; 1 where it is annotated.
    """

    features: tuple[str, ...]
    proposed: str
    truth: str
    odds: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """One event of the corpus: the line it stands in, and its candidates."""

    line: int
    is_optional: bool
    is_reciprocal: bool
    looks: tuple[Look, ...]


def lessons(rows: Sequence[dict[str, Any]], nlp: Language) -> Iterator[Lesson]:
    """Yield the events that both `kg` and the annotation find, of one type."""
    lexicon = load_lexicon()
    for row, sentence in iter_read(rows, nlp, lexicon.lemmas):
        drafts = find_drafts(sentence, lexicon)
        for draft, claim in pairs(drafts, row):
            yield _lesson(draft, claim, drafts, sentence, row, lexicon)


def _lesson(
    draft: Draft,
    claim: dict[str, Any],
    drafts: Sequence[Draft],
    sentence: Sentence,
    row: dict[str, Any],
    lexicon: Lexicon,
) -> Lesson:
    candidates = candidates_of(draft, sentence, lexicon)
    view = look(draft, candidates, drafts, lexicon)
    proposed = {w.index: proposal(w, draft, lexicon) for w in candidates}
    truth = _truth(draft, claim, candidates, proposed, sentence, row["text"])
    return Lesson(
        line=int(row["id"]),
        is_optional=claim["optional"],
        is_reciprocal=draft.entry.event_type in SYMMETRIC
        or (len(claim["actors"]) > 1 and not claim["targets"]),
        looks=tuple(
            Look(
                features=tuple(features_of(w, draft, view, lexicon)),
                proposed=proposed[w.index],
                truth=truth.get(w.index, NEITHER),
            )
            for w in candidates
        ),
    )


def _truth(
    draft: Draft,
    claim: dict[str, Any],
    candidates: Sequence[Word],
    proposed: dict[int, str],
    sentence: Sentence,
    text: str,
) -> dict[int, str]:
    """Return the side of each candidate that the annotation names.

    It writes the name that a pronoun stands for and the name beside a role ("their leader, X"); the
    word that the grammar proposes in its stead is right as well (`sides_of`).
    """
    heads = {
        side: {
            w.index
            for phrase in claim[key]
            for w in _heads(phrase, draft.hit.word.start, candidates, sentence, text)
        }
        for side, key in ((ACTOR, "actors"), (TARGET, "targets"))
    }
    return sides_of(heads, candidates, proposed)


def sides_of(
    named: Mapping[str, Collection[int]], candidates: Sequence[Word], proposed: Mapping[int, str]
) -> dict[int, str]:
    """Return the side of each candidate, by index, where some are named as sides.

    Args:
        named: By side, the indices of the candidates named for it.
        candidates: All of them.
        proposed: By index, the side that the grammar proposes. A pronoun, and a role beside the
            name, may stand for who is named.
    """
    truth: dict[int, str] = {}
    for side, heads in named.items():
        truth |= dict.fromkeys(heads, side)
        if heads and not any(proposed[index] == side for index in heads):
            for word in candidates:
                beside = {w.index for w in (word.head, *word.has("appos"))}
                is_same = word.pos == "PRON" or (word.name is None and beside & set(heads))
                if proposed[word.index] == side and is_same:
                    truth.setdefault(word.index, side)
    return truth


def _heads(
    phrase: str, near: int, candidates: Sequence[Word], sentence: Sentence, text: str
) -> list[Word]:
    """Return the candidates that head a phrase where it stands nearest to the event."""
    spans = places(text, phrase)
    if not spans:
        return []
    start, end = min(spans, key=lambda span: abs(span[0] - near))
    inside = [w for w in sentence.words if w.start < end and w.end > start]
    heads = [w for w in candidates if w in inside and (w.is_root or w.head not in inside)]
    return heads or [w for w in candidates if w in inside][-1:]


def is_right(one: Lesson, chosen: Sequence[str]) -> bool:
    """Tell whether the sides of an event are right, as scorers count it.

    At least one actor is, or there is none; targets likewise. Of what two do together, two must be.
    """
    right = {
        side: sum(side == mine == seen.truth for mine, seen in zip(chosen, one.looks, strict=True))
        for side in (ACTOR, TARGET)
    }
    named = Counter(seen.truth for seen in one.looks)
    if one.is_reciprocal:
        either = sum(
            NEITHER not in (mine, seen.truth) for mine, seen in zip(chosen, one.looks, strict=True)
        )
        return either >= min(2, named[ACTOR] + named[TARGET])
    return all(right[side] or not (named[side] or side in chosen) for side in (ACTOR, TARGET))
