"""Pair the predicted claims of a sentence with its gold claims, best pairs first."""

import re

from kg.model import ActorMention, Claim
from kg.scoring.gold import GoldClaim, GoldSentence

__all__ = ["matches", "mention_texts", "pair_claims", "slot_hits"]

NOT_CONTENT = frozenset(
    (
        *("the", "a", "an", "of", "in", "on", "at", "to", "for", "from", "by", "with", "and", "or"),
        *("its", "his", "her", "their", "this", "that", "these", "those"),
        *("some", "several", "many", "mr", "mrs", "ms"),
    )
)
_POSSESSIVE = re.compile(r"['’]s\b")
_WORD = re.compile(r"[\w.]+")


def content_words(text: str) -> frozenset[str]:
    """Return the words of a phrase that two names of one thing should share."""
    words = _WORD.findall(_POSSESSIVE.sub("", text.lower()))
    return frozenset(words) - NOT_CONTENT


def matches(left: str, right: str) -> bool:
    """Tell whether two phrases share a content word."""
    return bool(content_words(left) & content_words(right))


def mention_texts(mentions: tuple[ActorMention, ...]) -> list[str]:
    """Return what can be matched of each mention: its words and what they refer to."""
    return [f"{mention.span.text} {mention.name}" for mention in mentions]


def slot_hits(gold: tuple[str, ...], predicted: list[str]) -> int:
    """Count the gold phrases that find a predicted one, each used once."""
    left = list(predicted)
    hits = 0
    for phrase in gold:
        found = next((i for i, other in enumerate(left) if matches(phrase, other)), None)
        if found is not None:
            del left[found]
            hits += 1
    return hits


def pair_claims(sentence: GoldSentence, predicted: list[Claim]) -> list[tuple[GoldClaim, Claim]]:
    """Return pairs: actions that overlap, or one type with an argument in common."""
    scored = []
    for i, gold in enumerate(sentence.claims):
        spans = _occurrences(sentence, gold.action)
        for j, claim in enumerate(predicted):
            overlap = any(s < claim.action.end and claim.action.start < e for s, e in spans)
            same_type = claim.event_type in gold.types
            shared = _share_argument(gold, claim)
            if overlap or (same_type and shared):
                scored.append(((overlap, same_type, shared), i, j))
    scored.sort(key=lambda row: (*(not part for part in row[0]), row[1], row[2]))
    used_gold: set[int] = set()
    used_predicted: set[int] = set()
    pairs = []
    for _, i, j in scored:
        if i not in used_gold and j not in used_predicted:
            used_gold.add(i)
            used_predicted.add(j)
            pairs.append((sentence.claims[i], predicted[j]))
    return pairs


def _occurrences(sentence: GoldSentence, action: str) -> list[tuple[int, int]]:
    found = re.finditer(re.escape(action), sentence.text)
    return [(sentence.start + m.start(), sentence.start + m.end()) for m in found]


def _share_argument(gold: GoldClaim, claim: Claim) -> bool:
    texts = mention_texts(claim.actors + claim.targets)
    return any(matches(phrase, text) for phrase in gold.actors + gold.targets for text in texts)
