"""Labels of phrases in, scores out: of events and participants, within gold topics and across."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.scoring.chain_labels import Labels, PhraseId
from kg.scoring.chains import ChainedArticle, ChainKind
from kg.scoring.coreference import ChainScores, score_chains
from kg.scoring.ratios import Share

__all__ = ["CoreferenceScores", "score_coreference"]

ACROSS, WITHIN = "across topics", "within topics"


@dataclass(frozen=True, slots=True, kw_only=True)
class CoreferenceScores:
    """Scores by setting ("given phrases, within topics").

    `phrases_found` tells how many phrases have a label at all; the others count as alone. Within
    topics no label reaches from one gold topic into another; across them it may.
    """

    articles: int
    phrases_found: Mapping[str, Share]
    event_chains: Mapping[str, ChainScores]
    participant_chains: Mapping[str, ChainScores]


def score_coreference(
    gold: Sequence[ChainedArticle], labels: Mapping[str, Labels]
) -> CoreferenceScores:
    """Score labels of phrases.

    Args:
        gold: The articles with their chains.
        labels: Labels of phrases, by the name of the way that they were found.
    """
    chains = {kind: _chains(gold, kind) for kind in ChainKind}
    return CoreferenceScores(
        articles=len(gold),
        phrases_found={
            f"{way}, {kind}s": Share(right=len(found[kind]), of=len(chains[kind]))
            for way, found in labels.items()
            for kind in ChainKind
        },
        event_chains=_settings(gold, chains, labels, ChainKind.EVENT),
        participant_chains=_settings(gold, chains, labels, ChainKind.PARTICIPANT),
    )


def _chains(gold: Sequence[ChainedArticle], kind: ChainKind) -> Mapping[PhraseId, str]:
    return {
        (one.article.id, number): phrase.chain
        for one in gold
        for number, phrase in enumerate(one.phrases)
        if phrase.kind is kind
    }


def _settings(
    gold: Sequence[ChainedArticle],
    chains: Mapping[ChainKind, Mapping[PhraseId, str]],
    labels: Mapping[str, Labels],
    kind: ChainKind,
) -> Mapping[str, ChainScores]:
    topic_of = {one.article.id: one.topic for one in gold}
    scores = {}
    for way, found in labels.items():
        across = {item: found[kind].get(item, f"alone {item}") for item in chains[kind]}
        within = {item: f"{topic_of[item[0]]} {label}" for item, label in across.items()}
        scores[f"{way}, {WITHIN}"] = score_chains(chains[kind], within)
        scores[f"{way}, {ACROSS}"] = score_chains(chains[kind], across)
    return scores
