"""The one truth, `KnowledgeGraph`: its store, and the projections computed from it."""

from kg.graph.filters import FilterError, GraphFilter
from kg.graph.knowledge import KnowledgeGraph, UnknownIdError
from kg.graph.records import Records
from kg.graph.store import Standing, Store

__all__ = [
    "FilterError",
    "GraphFilter",
    "KnowledgeGraph",
    "Records",
    "Standing",
    "Store",
    "UnknownIdError",
]
