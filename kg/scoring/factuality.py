"""Compare how certain claims are with event heads that people judged from -3 to 3.

Each line: `{"text", "targets": [{"span1": [token, token after], "label"}]}`, the text tokenised by
spaces. Below -1 an event did not happen, above 2 it did, between it is possible or probable; of a
claim, polarity and certainty tell the same.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.model import Certainty, Claim, Polarity
from kg.scoring.ratios import Share, macro_f1
from kg.scoring.rows import read_rows

__all__ = ["FactualityScores", "GoldHead", "JudgedSentence", "read_factuality", "score_factuality"]

DENIED, OPEN, CERTAIN = "denied", "possible or probable", "certain"
_DENIED_BELOW, _CERTAIN_ABOVE = -1.0, 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldHead:
    """The head word of an event: its half-open character offsets, and whether it happened."""

    start: int
    end: int
    factuality: str


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedSentence:
    """A sentence with the heads of its events."""

    article_id: str
    text: str
    heads: tuple[GoldHead, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FactualityScores:
    """Heads found as actions of claims; of those, macro F1 and what is right of each value."""

    sentences: int
    found: Share
    macro_f1: float
    by_value: dict[str, Share]


def read_factuality(path: Path) -> tuple[JudgedSentence, ...]:
    """Read a file of judged sentences; their number in the file is their id.

    Raises:
        ScoringError: If a line is no judged sentence; the message names file and line.
    """
    rows = read_rows(path, _row, what="factuality; a line needs text and targets")
    return tuple(
        JudgedSentence(article_id=str(number), text=text, heads=heads)
        for number, (text, heads) in enumerate(rows, 1)
    )


def _row(row: dict[str, Any]) -> tuple[str, tuple[GoldHead, ...]]:
    tokens = row["text"].split(" ")
    starts = [0]
    for token in tokens:
        starts.append(starts[-1] + len(token) + 1)
    return row["text"], tuple(
        GoldHead(start=starts[first], end=starts[after] - 1, factuality=_factuality(one["label"]))
        for one in row["targets"]
        for first, after in [one["span1"]]
    )


def _factuality(label: float) -> str:
    if label < _DENIED_BELOW:
        return DENIED
    return CERTAIN if label > _CERTAIN_ABOVE else OPEN


def score_factuality(gold: Sequence[JudgedSentence], claims: Iterable[Claim]) -> FactualityScores:
    """Score claims; the article id of each is that of its sentence."""
    by_article: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_article[claim.article_id].append(claim)
    heads = [
        (head, by_article[sentence.article_id]) for sentence in gold for head in sentence.heads
    ]
    pairs = [
        (head.factuality, _factuality_of(holding))
        for head, near in heads
        if (holding := _claim_of(head, near)) is not None
    ]
    return FactualityScores(
        sentences=len(gold),
        found=Share(right=len(pairs), of=len(heads)),
        macro_f1=macro_f1(pairs),
        by_value={value: _right_of(pairs, value) for value in (DENIED, OPEN, CERTAIN)},
    )


def _claim_of(head: GoldHead, claims: Iterable[Claim]) -> Claim | None:
    """Return the claim whose action holds the head; of several, that with the fewest words."""
    holding = [c for c in claims if c.action.start < head.end and head.start < c.action.end]
    return min(holding, key=lambda c: c.action.end - c.action.start, default=None)


def _factuality_of(claim: Claim) -> str:
    if claim.polarity is Polarity.DENIED:
        return DENIED
    return CERTAIN if claim.certainty is Certainty.CERTAIN else OPEN


def _right_of(pairs: Iterable[tuple[str, str]], value: str) -> Share:
    found = [mine for truth, mine in pairs if truth == value]
    return Share(right=found.count(value), of=len(found))
