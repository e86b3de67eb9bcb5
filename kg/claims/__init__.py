"""Turns mentions into claims: codes, counts, times, places, known actors, confidence."""

from kg.claims.assembly import code_claims

__all__ = ["code_claims"]
