"""SPARQL over a graph, and its way into triple stores."""

from kg.stores.answers import Answer, Statements, Table
from kg.stores.datasets import Dataset, DatasetShelf, open_dataset
from kg.stores.named import NamedQuery, named_queries, named_query
from kg.stores.pushing import PushOptions, PushReport, push
from kg.stores.targets import PRESETS, Auth, Preset

__all__ = [
    "PRESETS",
    "Answer",
    "Auth",
    "Dataset",
    "DatasetShelf",
    "NamedQuery",
    "Preset",
    "PushOptions",
    "PushReport",
    "Statements",
    "Table",
    "named_queries",
    "named_query",
    "open_dataset",
    "push",
]
