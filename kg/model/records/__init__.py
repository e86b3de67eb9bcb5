"""JSON records of the types that pass between rooms; writing and reading back loses nothing."""

from kg.model.records.claims import claim_from_record, claim_to_record
from kg.model.records.codec import Record, dumps
from kg.model.records.plain import (
    actor_from_record,
    actor_link_from_record,
    actor_link_to_record,
    actor_to_record,
    article_from_record,
    article_to_record,
    event_from_record,
    event_link_from_record,
    event_link_to_record,
    event_to_record,
    judgement_from_record,
    judgement_to_record,
    skip_from_record,
    skip_to_record,
    story_from_record,
    story_to_record,
)

__all__ = [
    "Record",
    "actor_from_record",
    "actor_link_from_record",
    "actor_link_to_record",
    "actor_to_record",
    "article_from_record",
    "article_to_record",
    "claim_from_record",
    "claim_to_record",
    "dumps",
    "event_from_record",
    "event_link_from_record",
    "event_link_to_record",
    "event_to_record",
    "judgement_from_record",
    "judgement_to_record",
    "skip_from_record",
    "skip_to_record",
    "story_from_record",
    "story_to_record",
]
