"""Parsed article to mentions: clauses, arguments, attribution, reference, certainty."""

from kg.mentions.extraction import extract_mentions

__all__ = ["extract_mentions"]
