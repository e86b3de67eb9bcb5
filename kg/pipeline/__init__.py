"""From articles to a graph: the only place that knows the order of the rooms.

read_articles -> annotate -> extract_mentions -> code_claims -> Store -> resolve -> KnowledgeGraph
"""

from kg.pipeline.building import PIPELINE, BuildReport, adopt, build
from kg.pipeline.extraction import extract
from kg.pipeline.heads import HeadedArticle, extract_with_heads
from kg.pipeline.judging import Change, Word, judge_pair
from kg.pipeline.merging import judge, refresh, remove, withdraw
from kg.pipeline.options import BuildOptions, OptionError

__all__ = [
    "PIPELINE",
    "BuildOptions",
    "BuildReport",
    "Change",
    "HeadedArticle",
    "OptionError",
    "Word",
    "adopt",
    "build",
    "extract",
    "extract_with_heads",
    "judge",
    "judge_pair",
    "refresh",
    "remove",
    "withdraw",
]
