"""Phrases of gold chains in, our label of each out; phrases of one label make one chain of ours.

Two ways to label them. With the phrases given: articles are grouped into threads, and within a
thread the phrases by their head words. End to end: a phrase has the id of the event whose action,
or of the actor whose mention, overlaps it. A phrase without a label is alone.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from kg.model import ActorLink, Claim, EventLink, Head, Span
from kg.resolution import find_threads, label_events, label_parties
from kg.scoring.chains import ChainedArticle, ChainedPhrase, ChainKind

__all__ = ["Labels", "PhraseId", "label_found", "label_given"]

PhraseId: TypeAlias = tuple[str, int]  # article id, number of the phrase in the article
Labels: TypeAlias = Mapping[ChainKind, Mapping[PhraseId, str]]
Extent: TypeAlias = tuple[int, int, str]  # first character, character after the last, label


def label_given(
    gold: Sequence[ChainedArticle],
    heads: Mapping[str, Sequence[Head | None]],
    directions: Mapping[str, NDArray[np.float32]],
) -> Labels:
    """Label the phrases by their head words.

    Args:
        gold: The articles.
        heads: The head of each phrase of an article, by its id.
        directions: What the words and lemmas of the heads mean.
    """
    threads = find_threads([one.article for one in gold])
    labels = {}
    for kind, label in ((ChainKind.EVENT, label_events), (ChainKind.PARTICIPANT, label_parties)):
        told = {
            (one.article.id, number): head
            for one in gold
            for number, head in enumerate(heads[one.article.id])
            if head is not None and one.phrases[number].kind is kind
        }
        labels[kind] = dict(zip(told, label(list(told.values()), threads, directions), strict=True))
    return labels


def label_found(
    gold: Sequence[ChainedArticle],
    claims: Iterable[Claim],
    event_links: Iterable[EventLink],
    actor_links: Iterable[ActorLink],
) -> Labels:
    """Label the phrases by what was read and merged; of several spans the shortest tells."""
    extents = _extents(claims, event_links, actor_links)
    labels: dict[ChainKind, dict[PhraseId, str]] = {kind: {} for kind in ChainKind}
    for one in gold:
        for number, phrase in enumerate(one.phrases):
            label = _label_of(phrase, extents[phrase.kind, one.article.id])
            if label is not None:
                labels[phrase.kind][one.article.id, number] = label
    return labels


def _extents(
    claims: Iterable[Claim], event_links: Iterable[EventLink], actor_links: Iterable[ActorLink]
) -> Mapping[tuple[ChainKind, str], Sequence[Extent]]:
    """Return where each article tells of events and actors, an empty list where it does not."""
    event_of = {link.claim_id: link.event_id for link in event_links}
    extents: dict[tuple[ChainKind, str], list[Extent]] = defaultdict(list)
    for claim in claims:
        if claim.id in event_of:
            extent = (claim.action.start, claim.action.end, event_of[claim.id])
            extents[ChainKind.EVENT, claim.article_id].append(extent)
    for link in actor_links:
        extent = (link.start, link.end, link.actor_id)
        extents[ChainKind.PARTICIPANT, link.article_id].append(extent)
    return extents


def _label_of(phrase: ChainedPhrase, extents: Sequence[Extent]) -> str | None:
    over = [one for one in extents if any(_overlaps(span, one) for span in phrase.spans)]
    best = min(over, key=lambda one: (one[1] - one[0], one), default=None)
    return best[2] if best else None


def _overlaps(span: Span, extent: Extent) -> bool:
    return span.start < extent[1] and extent[0] < span.end
