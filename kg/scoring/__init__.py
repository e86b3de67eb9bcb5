"""Predicted against gold: scores of claims, of merging, and after the gold of others."""

from kg.scoring.chain_labels import label_found, label_given
from kg.scoring.chain_scores import CoreferenceScores, score_coreference
from kg.scoring.chains import ChainedArticle, ChainedPhrase, ChainKind, read_chains
from kg.scoring.claim_scores import (
    BandScores,
    ClaimScores,
    PhenomenonScores,
    score_claims,
)
from kg.scoring.clusters import BCubed, score_clusters
from kg.scoring.coders import CodedSentence, CoderScores, read_coded, score_coded
from kg.scoring.coreference import ChainScores, score_chains
from kg.scoring.factuality import (
    FactualityScores,
    JudgedSentence,
    read_factuality,
    score_factuality,
)
from kg.scoring.gold import GoldClaim, GoldSentence, read_gold
from kg.scoring.layouts import Layout, read_layout
from kg.scoring.merging import GoldClusters, MergingScores, read_clusters, score_merging
from kg.scoring.ratios import PrecisionRecall, Ratio, Share
from kg.scoring.record_scores import RecordScores, score_records, with_countries
from kg.scoring.records import RecordedSentence, read_records
from kg.scoring.relations import GoldRelations, RelationScores, read_relations, score_relations
from kg.scoring.toponyms import ToponymArticle, ToponymScores, read_toponyms, score_toponyms

__all__ = [
    "BCubed",
    "BandScores",
    "ChainKind",
    "ChainScores",
    "ChainedArticle",
    "ChainedPhrase",
    "ClaimScores",
    "CodedSentence",
    "CoderScores",
    "CoreferenceScores",
    "FactualityScores",
    "GoldClaim",
    "GoldClusters",
    "GoldRelations",
    "GoldSentence",
    "JudgedSentence",
    "Layout",
    "MergingScores",
    "PhenomenonScores",
    "PrecisionRecall",
    "Ratio",
    "RecordScores",
    "RecordedSentence",
    "RelationScores",
    "Share",
    "ToponymArticle",
    "ToponymScores",
    "label_found",
    "label_given",
    "read_chains",
    "read_clusters",
    "read_coded",
    "read_factuality",
    "read_gold",
    "read_layout",
    "read_records",
    "read_relations",
    "read_toponyms",
    "score_chains",
    "score_claims",
    "score_clusters",
    "score_coded",
    "score_coreference",
    "score_factuality",
    "score_merging",
    "score_records",
    "score_relations",
    "score_toponyms",
    "with_countries",
]
