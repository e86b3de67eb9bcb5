"""The table of merged events."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from kg.graph.frames.cells import iso, joined, one_line
from kg.graph.frames.columns import EVENT_COLUMNS, Row, build_frame
from kg.graph.records import Records
from kg.model import Actor, Article, Claim, CountKind, Event, Place, Toll

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["events_frame"]


def events_frame(records: Records) -> "pd.DataFrame":
    """Return one row per event, sorted by id, with the columns of `events.csv`.

    `sentence` and `url` are those of the event's lead claim.
    """
    actor_by_id = {actor.id: actor for actor in records.actors}
    claim_by_id = {claim.id: claim for claim in records.claims}
    article_by_id = {article.id: article for article in records.articles}

    def lead(event: Event) -> Row:
        claim: Claim = claim_by_id[event.lead_claim_id]
        article: Article = article_by_id[claim.article_id]
        return {"sentence": one_line(claim.sentence.text), "url": article.url}

    rows = (
        {
            **_row(event),
            **_side("actor", event.actor_ids, actor_by_id),
            **_side("target", event.target_ids, actor_by_id),
            **_place(event.place),
            **_tolls(event.tolls),
            **lead(event),
        }
        for event in records.events
    )
    return build_frame(rows, EVENT_COLUMNS)


def _row(event: Event) -> Row:
    return {
        "event_id": event.id,
        "status": str(event.status),
        "event_type": str(event.event_type),
        "mode": event.mode,
        "contexts": joined(event.contexts),
        "quad": event.quad,
        "intensity": event.intensity,
        "cameo": event.cameo,
        "date_earliest": iso(event.earliest),
        "date_latest": iso(event.latest),
        "date_precision": str(event.date_precision) if event.date_precision else None,
        "articles": event.articles,
        "sources": event.sources,
        "stories": event.stories,
        "first_published": iso(event.first_published),
        "confidence": event.confidence,
    }


def _side(side: str, ids: Sequence[str], actor_by_id: Mapping[str, Actor]) -> Row:
    actors = [actor_by_id[id_] for id_ in ids]
    return {
        f"{side}_ids": joined(ids),
        f"{side}s": joined(actor.name for actor in actors),
        f"{side}_countries": joined(actor.country for actor in actors),
        f"{side}_sectors": joined(actor.sector for actor in actors),
    }


def _place(place: Place | None) -> Row:
    return {
        "place": place.name if place else None,
        "country": place.country if place else None,
        "latitude": place.latitude if place else None,
        "longitude": place.longitude if place else None,
        "place_precision": str(place.precision) if place and place.precision else None,
    }


def _tolls(tolls: Sequence[Toll]) -> Row:
    toll_by_kind = {toll.kind: toll for toll in tolls}
    return {
        f"{kind}_{end}": getattr(toll_by_kind.get(kind), end, None)
        for kind in (CountKind.KILLED, CountKind.INJURED)
        for end in ("low", "best", "high")
    }
