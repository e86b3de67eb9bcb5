"""Parsed article to mentions: clauses, arguments, attribution, reference, certainty."""

from kg.mentions.extraction import extract_mentions
from kg.mentions.heads import read_heads

__all__ = ["extract_mentions", "read_heads"]
