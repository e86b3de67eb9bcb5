"""JSON lines: every claim, joined with the event and the actors that it was merged to."""

from collections.abc import Iterator

from kg.exports.options import ExportOptions
from kg.graph import KnowledgeGraph
from kg.model import Claim
from kg.model.records import claim_to_record, dumps

__all__ = ["iter_claims_jsonl"]


def iter_claims_jsonl(graph: KnowledgeGraph, *, options: ExportOptions) -> Iterator[str]:
    """Yield one line for each claim, by article and in the order of its text."""
    for claim in sorted(graph.records.claims, key=_place_in_text):
        event_id = graph.event_of(claim.id)
        found = ((who.span, graph.actor_of(claim, who)) for who in claim.actor_mentions)
        actor_ids = {span: actor_id for span, actor_id in found if actor_id is not None}
        yield dumps(claim_to_record(claim, event_id=event_id, actor_ids=actor_ids)) + "\n"


def _place_in_text(claim: Claim) -> tuple[str, int, int, str]:
    return claim.article_id, claim.action.start, claim.action.end, claim.id
