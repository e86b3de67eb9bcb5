"""Predicted against gold: scores of claims and of merging."""

from kg.scoring.claim_scores import ClaimScores, Ratio, score_claims
from kg.scoring.clusters import BCubed, score_clusters
from kg.scoring.gold import GoldClaim, GoldSentence, read_gold
from kg.scoring.merging import GoldClusters, MergingScores, read_clusters, score_merging

__all__ = [
    "BCubed",
    "ClaimScores",
    "GoldClaim",
    "GoldClusters",
    "GoldSentence",
    "MergingScores",
    "Ratio",
    "read_clusters",
    "read_gold",
    "score_claims",
    "score_clusters",
    "score_merging",
]
