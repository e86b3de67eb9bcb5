"""One name for each place: claims and events enter, events whose places are called alike leave.

Claims keep the name that their text gives ("Kiev"); events of one place, by its GeoNames id, call
it what most claims call it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from kg.model import Claim, Event

__all__ = ["name_places"]


def name_places(events: Iterable[Event], claims: Iterable[Claim]) -> tuple[Event, ...]:
    """Return events whose places bear their most usual name, in the same order.

    Args:
        events: The events.
        claims: All claims, by which the usual names are found; of names used equally often the
            first in the alphabet.
    """
    usual = _usual_names(claims)
    return tuple(_renamed(event, usual) for event in events)


def _usual_names(claims: Iterable[Claim]) -> Mapping[int, str]:
    counts: dict[int, Counter[str]] = defaultdict(Counter)
    for claim in claims:
        if claim.place is not None and claim.place.geonames_id is not None:
            counts[claim.place.geonames_id][claim.place.name] += 1
    return {id_: min(count, key=lambda name: (-count[name], name)) for id_, count in counts.items()}


def _renamed(event: Event, usual: Mapping[int, str]) -> Event:
    place = event.place
    if place is None or place.geonames_id is None or usual[place.geonames_id] == place.name:
        return event
    return replace(event, place=replace(place, name=usual[place.geonames_id]))
