"""From claims to the merged view: actors, events and stories, with the reasons for each merge."""

from kg.resolution.resolving import resolve

__all__ = ["resolve"]
