"""What records name must be there: records enter, ids that lead nowhere leave."""

from collections.abc import Iterator

from kg.graph.records import Records

__all__ = ["missing_ids"]


def missing_ids(records: Records) -> frozenset[str]:
    """Return the ids of articles, claims, actors and events that are named and not there.

    Of a graph that was built there are none; of one whose store is damaged there may be.
    """
    return frozenset(
        missing
        for known, named in (
            ((article.id for article in records.articles), _articles(records)),
            ((claim.id for claim in records.claims), _claims(records)),
            ((actor.id for actor in records.actors), _actors(records)),
            ((event.id for event in records.events), _events(records)),
        )
        for missing in set(named).difference(known)
    )


def _articles(records: Records) -> Iterator[str]:
    yield from (claim.article_id for claim in records.claims)
    yield from (link.article_id for link in records.actor_links)
    for story in records.stories:
        yield from story.article_ids


def _claims(records: Records) -> Iterator[str]:
    yield from (link.claim_id for link in records.event_links)
    for event in records.events:
        yield event.lead_claim_id
        yield from event.claim_ids
        yield from event.denial_ids


def _actors(records: Records) -> Iterator[str]:
    yield from (link.actor_id for link in records.actor_links)
    for event in records.events:
        yield from event.actor_ids
        yield from event.target_ids


def _events(records: Records) -> Iterator[str]:
    yield from (link.event_id for link in records.event_links)
