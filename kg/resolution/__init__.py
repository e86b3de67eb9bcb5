"""From claims to the merged view: actors, events and stories, with the reasons for each merge."""

from kg.resolution.judgements import check_judgements
from kg.resolution.options import ResolveOptions
from kg.resolution.places import distance_km
from kg.resolution.resolving import resolve
from kg.resolution.statements import read_statements
from kg.resolution.tellings import label_events, label_parties
from kg.resolution.threads import find_threads

__all__ = [
    "ResolveOptions",
    "check_judgements",
    "distance_km",
    "find_threads",
    "label_events",
    "label_parties",
    "read_statements",
    "resolve",
]
