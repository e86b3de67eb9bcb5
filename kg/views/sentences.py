"""Sentences cut into pieces, so that the words of actor, action and target can be marked."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from kg.model import Claim, Span

__all__ = ["Piece", "mark_sentence"]

Piece = tuple[str, str]
"""Some words and their role: "actor", "action", "target", "speaker", or "" for none."""


def mark_sentence(claim: Claim) -> tuple[Piece, ...]:
    """Cut the sentence of a claim into pieces that join to the sentence again.

    Pieces, not offsets, because scripts of a page count UTF-16 units where Python counts
    characters. Where two roles share words, the action wins, then target, actor, speaker; words
    that stand outside the sentence (the name behind "he") are left out.

    Example:
        >>> from tests.samples import sample_claim
        >>> mark_sentence(sample_claim("a-wire-2", "shelled"))[:3]
        (('A ', ''), ('convoy of refugees', 'target'), (' was ', ''))
    """
    text = claim.sentence.text
    roles = [""] * len(text)
    for role, span in _roles(claim):
        start = max(span.start - claim.sentence.start, 0)
        end = min(span.end - claim.sentence.start, len(text))
        roles[start:end] = [role] * max(end - start, 0)
    return tuple(_runs(text, roles))


def _roles(claim: Claim) -> Iterator[tuple[str, Span]]:
    """Yield roles from weak to strong: a later one is painted over an earlier."""
    speakers = (claim.attributed_to,) if claim.attributed_to else ()
    for role, mentions in (
        ("speaker", speakers),
        ("actor", claim.actors),
        ("target", claim.targets),
    ):
        yield from ((role, mention.span) for mention in mentions)
    yield "action", claim.action


def _runs(text: str, roles: Iterable[str]) -> Iterator[Piece]:
    start = 0
    for role, run in groupby(roles):
        end = start + sum(1 for _ in run)
        yield text[start:end], role
        start = end
