"""Evidence of places: where two reports say that their events occurred."""

import math

from kg.lexicons import fold
from kg.model import Place, PlacePrecision
from kg.resolution.evidence import IMPOSSIBLE, NOTHING, Part
from kg.resolution.reports import GAZETTEER, Report

__all__ = ["NEAR_KM", "compare_places"]

SAME_PLACE = 0.45
NEAR_PLACE = 0.3
SAME_PROVINCE = 0.25
SAME_COUNTRY = 0.1
NEAR_KM = 15.0  # a suburb and its city
EARTH_RADIUS_KM = 6371.0

_LOCAL = frozenset({PlacePrecision.POINT, PlacePrecision.DISTRICT, PlacePrecision.CITY})


def compare_places(one: Report, other: Report) -> Part:
    """Return what the places of two reports tell.

    Different countries exclude each other, and so do two towns or two provinces. A place that the
    gazetteer does not know is held to lie anywhere in its country.
    """
    a, b = one.claim.place, other.claim.place
    if a is not None and b is not None and a.country and b.country and a.country != b.country:
        return Part(weight=IMPOSSIBLE, words="different countries")
    shared = one.place_names & other.place_names
    if shared:
        return _same(shared, a, b)
    if a is None or b is None:
        return NOTHING
    return _compare(a, b)


def _same(shared: frozenset[str], a: Place | None, b: Place | None) -> Part:
    places = [place for place in (a, b) if place is not None]
    names = sorted(name for name in shared if not name.startswith(GAZETTEER))
    names = names[:1] or sorted({fold(place.name) for place in places})  # Kiev is Kyiv
    meant = [place for place in places if fold(place.name) in names]
    is_province = any(place.precision == PlacePrecision.PROVINCE for place in meant)
    weight = SAME_PROVINCE if is_province else SAME_PLACE
    return Part(weight=weight, words=f"both in {' or '.join(names)}")


def _compare(a: Place, b: Place) -> Part:
    precisions = {a.precision, b.precision}
    if PlacePrecision.COUNTRY in precisions:
        if a.country and a.country == b.country:
            return Part(weight=SAME_COUNTRY, words="same country")
        return NOTHING
    if precisions <= _LOCAL:
        return _towns(a, b)
    if precisions == {PlacePrecision.PROVINCE}:
        return Part(weight=IMPOSSIBLE, words="different provinces")
    return NOTHING


def _towns(a: Place, b: Place) -> Part:
    distance = distance_km(a, b)
    if distance is None:
        return Part(weight=IMPOSSIBLE, words="different places")
    if distance <= NEAR_KM:
        return Part(weight=NEAR_PLACE, words=f"{distance:.0f} km apart")
    return Part(weight=IMPOSSIBLE, words=f"{distance:.0f} km apart")


def distance_km(a: Place, b: Place) -> float | None:
    """Return the great-circle distance between two places, None without coordinates.

    Example:
        >>> from kg.model import Span
        >>> where = Span(start=0, end=0, text="")
        >>> paris = Place(span=where, name="Paris", latitude=48.8566, longitude=2.3522)
        >>> london = Place(span=where, name="London", latitude=51.5074, longitude=-0.1278)
        >>> round(distance_km(paris, london) or 0)
        344
    """
    if a.latitude is None or a.longitude is None or b.latitude is None or b.longitude is None:
        return None
    north_a, east_a = math.radians(a.latitude), math.radians(a.longitude)
    north_b, east_b = math.radians(b.latitude), math.radians(b.longitude)
    half = (
        math.sin((north_b - north_a) / 2) ** 2
        + math.cos(north_a) * math.cos(north_b) * math.sin((east_b - east_a) / 2) ** 2
    )
    return 2 * EARTH_RADIUS_KM * math.asin(math.sqrt(min(1.0, half)))
