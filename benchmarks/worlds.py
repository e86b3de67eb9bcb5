"""Large graphs for measurements: the sample corpus, many times over under other ids."""

import tempfile
from dataclasses import replace
from pathlib import Path

from kg.graph import KnowledgeGraph, Store
from kg.graph.records import Records
from kg.model import Resolution
from kg.pipeline import build

__all__ = ["many_times", "sample_graph", "write_store"]

SEEDS = Path(__file__).parent.parent / "seeds" / "articles"


def sample_graph() -> KnowledgeGraph:
    """Return the graph of the sample corpus."""
    with (
        tempfile.TemporaryDirectory() as scratch,
        Store.open(Path(scratch) / "graph.kg", create=True) as store,
    ):
        build([SEEDS], store)
        return store.load()


def many_times(graph: KnowledgeGraph, copies: int) -> KnowledgeGraph:
    """Return a graph of copies of another's articles, claims, events and stories.

    Actors stay as they are: each takes part in as many events more.
    """
    copied = [_copy(graph.records, f"-{number}") for number in range(copies)]
    resolution = Resolution(
        actors=graph.records.actors,
        events=tuple(event for records in copied for event in records.events),
        actor_links=tuple(link for records in copied for link in records.actor_links),
        event_links=tuple(link for records in copied for link in records.event_links),
        stories=tuple(story for records in copied for story in records.stories),
    )
    return KnowledgeGraph(
        articles=(article for records in copied for article in records.articles),
        claims=(claim for records in copied for claim in records.claims),
        resolution=resolution,
    )


def write_store(graph: KnowledgeGraph, path: Path) -> None:
    """Write a graph to a new store as `kg build` would leave it."""
    claims = {article.id: list[object]() for article in graph.records.articles}
    for claim in graph.records.claims:
        claims[claim.article_id].append(claim)
    with Store.open(path, create=True) as store:
        store.add_many((article, claims[article.id]) for article in graph.records.articles)
        store.save_resolution(graph.records.resolution)


def _copy(records: Records, end: str) -> Records:
    return Records(
        articles=tuple(replace(a, id=a.id + end) for a in records.articles),
        claims=tuple(
            replace(c, id=c.id + end, article_id=c.article_id + end) for c in records.claims
        ),
        events=tuple(
            replace(
                event,
                id=event.id + end,
                claim_ids=_ended(event.claim_ids, end),
                denial_ids=_ended(event.denial_ids, end),
                lead_claim_id=event.lead_claim_id + end,
                tolls=tuple(replace(t, claim_ids=_ended(t.claim_ids, end)) for t in event.tolls),
                reasons=tuple(
                    replace(r, claim_id=r.claim_id + end, other_claim_id=r.other_claim_id + end)
                    for r in event.reasons
                ),
            )
            for event in records.events
        ),
        actor_links=tuple(
            replace(link, article_id=link.article_id + end) for link in records.actor_links
        ),
        event_links=tuple(
            replace(link, claim_id=link.claim_id + end, event_id=link.event_id + end)
            for link in records.event_links
        ),
        stories=tuple(
            replace(s, id=s.id + end, article_ids=_ended(s.article_ids, end))
            for s in records.stories
        ),
    )


def _ended(ids: tuple[str, ...], end: str) -> tuple[str, ...]:
    return tuple(id_ + end for id_ in ids)
