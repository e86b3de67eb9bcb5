"""The table of claims."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from kg.graph.frames.cells import iso, joined, one_line
from kg.graph.frames.columns import CLAIM_COLUMNS, Row, build_frame
from kg.graph.records import Records
from kg.model import ActorMention, Claim, Count, CountRelation, Place, Time

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["claims_frame"]


def claims_frame(records: Records) -> "pd.DataFrame":
    """Return one row per claim, sorted by id, with the columns `CLAIM_COLUMNS`."""
    actor_ids = {
        (link.article_id, link.start, link.end): link.actor_id for link in records.actor_links
    }
    event_ids = {link.claim_id: link.event_id for link in records.event_links}

    def ids(claim: Claim, mentions: Iterable[ActorMention]) -> str | None:
        spans = ((claim.article_id, m.span.start, m.span.end) for m in mentions)
        return joined(actor_ids.get(span) for span in spans)

    rows = (
        {
            **_row(claim),
            **_place(claim.place),
            **_time(claim.time),
            "event_id": event_ids.get(claim.id),
            "actor_ids": ids(claim, claim.actors),
            "target_ids": ids(claim, claim.targets),
        }
        for claim in records.claims
    )
    return build_frame(rows, CLAIM_COLUMNS)


def _row(claim: Claim) -> Row:
    return {
        "claim_id": claim.id,
        "article_id": claim.article_id,
        "event_type": str(claim.event_type),
        "mode": claim.mode,
        "contexts": joined(claim.contexts),
        "cameo": claim.cameo,
        "quad": claim.quad,
        "intensity": claim.intensity,
        "actors": _names(claim.actors),
        "targets": _names(claim.targets),
        "action": claim.action.text,
        "polarity": str(claim.polarity),
        "certainty": str(claim.certainty),
        "temporality": str(claim.temporality),
        "attributed_to": claim.attributed_to.name if claim.attributed_to else None,
        "attribution_chain": _names(claim.attribution_chain),
        "counts": joined(map(_count, claim.counts)),
        "sentence": one_line(claim.sentence.text),
        "confidence": claim.confidence,
        "entry": claim.made_by.entry,
    }


def _place(place: Place | None) -> Row:
    return {
        "place": place.name if place else None,
        "country": place.country if place else None,
        "latitude": place.latitude if place else None,
        "longitude": place.longitude if place else None,
    }


def _time(time: Time | None) -> Row:
    return {
        "date_earliest": iso(time.earliest) if time else None,
        "date_latest": iso(time.latest) if time else None,
        "date_precision": str(time.precision) if time else None,
    }


def _names(mentions: Iterable[ActorMention]) -> str | None:
    return joined(mention.name for mention in mentions)


def _count(count: Count) -> str:
    """Say a count in words: "killed at_least 12", "killed exactly 2 part_of"."""
    words = f"{count.kind} {count.bound} {count.value}"
    return words if count.relation == CountRelation.TOTAL else f"{words} {count.relation}"
