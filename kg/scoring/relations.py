"""Compare claims with relations coded one to a sentence: found, swapped, or out of nothing.

Each line: `{"key", "sentence", "plv": [{"source", "target", "root"}], "cameo_class"}`. One relation
of a sentence is annotated, so other claims are not wrong; class 0 says that a sentence tells none.
The counting is that of `score_coding.py`, which lies with that gold: phrases match by a shared
word, and the root YIELD is CONCEDE or RETREAT.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.model import ActorMention, Claim, EventType, Polarity, Temporality
from kg.scoring.ratios import Share
from kg.scoring.rows import read_rows

__all__ = [
    "GoldRelation",
    "GoldRelations",
    "RelationScores",
    "read_relations",
    "score_relations",
]

_YIELD = frozenset({EventType.CONCEDE, EventType.RETREAT})
_MATERIAL = frozenset(
    {
        *(EventType.ASSAULT, EventType.COERCE, EventType.MOBILIZE, EventType.PROTEST),
        *(EventType.SANCTION, EventType.AID, EventType.COOPERATE, EventType.RETREAT),
    }
)
_TOLD = frozenset({Temporality.PAST, Temporality.PRESENT})
_NOT_CONTENT = frozenset(("the", "a", "an", "of", "in", "on", "at", "to", "and", "s"))
Words = frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldRelation:
    """Who does what to whom; `root` is an event type, or YIELD."""

    root: str
    actor: str
    target: str

    def is_of(self, event_type: EventType) -> bool:
        """Tell whether a type is the root."""
        return event_type == self.root or (self.root == "YIELD" and event_type in _YIELD)


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldRelations:
    """A sentence with its relations; `is_neutral` says that it tells no event."""

    article_id: str
    text: str
    relations: tuple[GoldRelation, ...]
    is_neutral: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationScores:
    """Of the relations: root found, root and both sides, sides swapped; neutral sentences noisy."""

    sentences: int
    root_found: Share
    relation_found: Share
    swapped: Share
    noisy_neutral: Share


def read_relations(path: Path) -> tuple[GoldRelations, ...]:
    """Read a file of coded sentences.

    Raises:
        ScoringError: If a line is no such sentence; the message names file and line.
    """
    return read_rows(path, _sentence, what="relations; a line needs key, sentence and plv")


def _sentence(row: dict[str, Any]) -> GoldRelations:
    return GoldRelations(
        article_id=row["key"],
        text=row["sentence"],
        relations=tuple(
            GoldRelation(root=one["root"], actor=one["source"] or "", target=one["target"] or "")
            for one in row["plv"]
        ),
        is_neutral=row.get("cameo_class") == 0,
    )


def score_relations(gold: Sequence[GoldRelations], claims: Iterable[Claim]) -> RelationScores:
    """Score claims; the article id of each is the key of its sentence."""
    by_article: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_article[claim.article_id].append(claim)
    found = [
        _find(relation, by_article[sentence.article_id])
        for sentence in gold
        for relation in sentence.relations
    ]
    noisy = [_is_noisy(by_article[s.article_id]) for s in gold if s.is_neutral]
    return RelationScores(
        sentences=len(gold),
        root_found=_share(root for root, _, _ in found),
        relation_found=_share(right for _, right, _ in found),
        swapped=_share(swapped for _, _, swapped in found),
        noisy_neutral=_share(noisy),
    )


def _find(relation: GoldRelation, claims: Iterable[Claim]) -> tuple[bool, bool, bool]:
    """Tell whether a claim has the root, one also both sides, one only the other way round."""
    actor, target = _words(relation.actor), _words(relation.target)
    sides = [
        (_words_of(claim.actors), _words_of(claim.targets))
        for claim in claims
        if relation.is_of(claim.event_type)
    ]
    right = any(
        actor & actors and target & (targets or actors) for actors, targets in sides
    )  # of what both do together, both sides may stand among the actors
    swapped = any(actor & targets and target & actors for actors, targets in sides)
    return bool(sides), right, swapped and not right


def _is_noisy(claims: Iterable[Claim]) -> bool:
    return any(
        claim.event_type in _MATERIAL
        and claim.polarity is Polarity.AFFIRMED
        and claim.temporality in _TOLD
        for claim in claims
    )


def _words_of(mentions: Iterable[ActorMention]) -> Words:
    return frozenset().union(*(_words(f"{m.span.text} {m.name}") for m in mentions))


def _words(text: str) -> Words:
    return frozenset(re.findall(r"\w+", text.lower())) - _NOT_CONTENT


def _share(outcomes: Iterable[bool]) -> Share:
    outcomes = list(outcomes)
    return Share(right=sum(outcomes), of=len(outcomes))
