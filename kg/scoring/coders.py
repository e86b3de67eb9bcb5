"""Compare the spans of claims with those that several people marked, each in turn.

Each line: `{"round", "sentence", "coders": [{"relevant", "spans": [[label, start, end, words]]}]}`.
Of a sentence coded in several rounds the latest counts. A coder's sentences are those he found
relevant; spans match where they overlap, and the scores of all coders are averaged.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.model import Claim
from kg.scoring.ratios import Ratio, harmonic_mean
from kg.scoring.rows import read_rows

__all__ = ["ROLES", "CodedSentence", "CoderScores", "read_coded", "score_coded"]

ROLES = {"Source": "actor", "Action": "action", "Target": "target"}
_RELEVANT = "True"

Extent = tuple[int, int]  # first character, character after the last
Marks = Mapping[str, Sequence[Extent]]  # role to extents


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedSentence:
    """A sentence with what each coder marked in it; None where he found it irrelevant."""

    article_id: str
    text: str
    coders: tuple[Marks | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CoderScores:
    """Mean over the coders of overlap F1, by role; `marked` counts the sentences each marked."""

    sentences: int
    marked: tuple[int, ...]
    f1: Mapping[str, float]


def read_coded(path: Path) -> tuple[CodedSentence, ...]:
    """Read the latest round of each sentence, in the order of first mention.

    Raises:
        ScoringError: If a line is no coded sentence; the message names file and line.
    """
    rounds = read_rows(path, _round, what="coding; a line needs round, sentence and coders")
    latest: dict[str, tuple[int, str, tuple[Marks | None, ...]]] = {}
    for one in rounds:
        number, text, _ = one
        if text not in latest or number >= latest[text][0]:
            latest[text] = one
    return tuple(
        CodedSentence(article_id=str(index), text=text, coders=coders)
        for index, (_, text, coders) in enumerate(latest.values(), 1)
    )


def _round(row: dict[str, Any]) -> tuple[int, str, tuple[Marks | None, ...]]:
    coders = tuple(
        _marks(coder["spans"]) if coder["relevant"] == _RELEVANT else None
        for coder in row["coders"]
    )
    return int(row["round"]), row["sentence"], coders


def _marks(spans: Iterable[tuple[str, int, int, str]]) -> Marks:
    marks: dict[str, list[Extent]] = {role: [] for role in ROLES.values()}
    for label, start, end, _ in spans:
        role = ROLES.get(label.partition("-")[0])  # "Source-2"; Time and Location are left out
        if role is not None:
            marks[role].append((start, end))
    return marks


def score_coded(gold: Sequence[CodedSentence], claims: Iterable[Claim]) -> CoderScores:
    """Score claims; the article id of each is that of its coded sentence."""
    by_article: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_article[claim.article_id].append(claim)
    ours = [_marks_of(by_article[sentence.article_id]) for sentence in gold]
    most = max((len(sentence.coders) for sentence in gold), default=0)
    pairs = [
        [
            (coder, mine)
            for sentence, mine in zip(gold, ours, strict=True)
            for coder in sentence.coders[n : n + 1]
            if coder is not None
        ]
        for n in range(most)
    ]
    marked = [both for both in pairs if both]
    return CoderScores(
        sentences=len(gold),
        marked=tuple(len(both) for both in marked),
        f1={role: _mean([_f1(both, role) for both in marked]) for role in ROLES.values()},
    )


def _marks_of(claims: Iterable[Claim]) -> Marks:
    """Return the spans of some claims, each once: two claims may share an actor."""
    marks: dict[str, dict[Extent, None]] = {role: {} for role in ROLES.values()}
    for claim in claims:
        marks["action"][claim.action.start, claim.action.end] = None
        speakers = (claim.attributed_to, *claim.attribution_chain)
        actors = (*claim.actors, *(one for one in speakers if one is not None))
        for role, mentions in (("actor", actors), ("target", claim.targets)):
            marks[role].update({(m.span.start, m.span.end): None for m in mentions})
    return {role: tuple(extents) for role, extents in marks.items()}


def _f1(pairs: Iterable[tuple[Marks, Marks]], role: str) -> float:
    """Return the harmonic mean of the shares of ours and of theirs that overlap the other's."""
    ours = theirs = ours_met = theirs_met = 0
    for coder, mine in pairs:
        ours, theirs = ours + len(mine[role]), theirs + len(coder[role])
        ours_met += _met(mine[role], coder[role])
        theirs_met += _met(coder[role], mine[role])
    precision = Ratio(right=ours_met, predicted=ours, gold=theirs).precision
    recall = Ratio(right=theirs_met, predicted=ours, gold=theirs).recall
    return harmonic_mean(precision, recall)


def _met(extents: Sequence[Extent], others: Sequence[Extent]) -> int:
    return sum(any(s < end and start < e for s, e in others) for start, end in extents)


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0
