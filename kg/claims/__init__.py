"""Turns mentions into claims: codes, counts, times, places, known actors, confidence."""

from kg.claims.assembly import code_claims
from kg.claims.places import code_place, countries_of_places

__all__ = ["code_claims", "code_place", "countries_of_places"]
