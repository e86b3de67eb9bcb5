"""From claims to the merged view: actors, events and stories, with the reasons for each merge."""

from kg.resolution.judgements import check_judgements
from kg.resolution.options import ResolveOptions
from kg.resolution.places import distance_km
from kg.resolution.resolving import resolve

__all__ = ["ResolveOptions", "check_judgements", "distance_km", "resolve"]
