"""The table of merged actors."""

from collections import Counter
from typing import TYPE_CHECKING

from kg.graph.frames.cells import joined
from kg.graph.frames.columns import ACTOR_COLUMNS, Row, build_frame
from kg.graph.records import Records
from kg.model import Actor, EventStatus

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["actors_frame"]


def actors_frame(records: Records) -> "pd.DataFrame":
    """Return one row per actor, sorted by id, with the columns of `actors.csv`.

    Candidates, events that nobody says happened, are not counted.
    """
    happened = [event for event in records.events if event.status != EventStatus.CANDIDATE]
    did = Counter(id_ for event in happened for id_ in event.actor_ids)
    suffered = Counter(id_ for event in happened for id_ in event.target_ids)
    named_in = {(link.actor_id, link.article_id) for link in records.actor_links}
    articles = Counter(actor_id for actor_id, _ in named_in)
    rows = (
        _row(actor, did[actor.id], suffered[actor.id], articles[actor.id])
        for actor in records.actors
    )
    return build_frame(rows, ACTOR_COLUMNS)


def _row(actor: Actor, did: int, suffered: int, articles: int) -> Row:
    return {
        "actor_id": actor.id,
        "name": actor.name,
        "kind": str(actor.kind),
        "country": actor.country,
        "sector": actor.sector,
        "aliases": joined(actor.aliases),
        "wikidata": actor.wikidata,
        "events_as_actor": did,
        "events_as_target": suffered,
        "articles": articles,
    }
