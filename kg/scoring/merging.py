"""Gold for merging: which claims are one event, which mentions one actor."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.errors import ScoringError
from kg.model import ActorLink, Claim, EventLink
from kg.scoring.clusters import BCubed, score_clusters

__all__ = ["GoldClusters", "MergingScores", "read_clusters", "score_merging"]

Item = tuple[str, int]  # article id, first character of the action or of the mention


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldClusters:
    """Actions to events and mentions to actors, each item an article id and a start."""

    events: Mapping[Item, str]
    actors: Mapping[Item, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class MergingScores:
    """B-cubed of merged events and of merged actors, over the gold items that were found."""

    events: BCubed
    actors: BCubed
    events_gold: int
    actors_gold: int


def read_clusters(path: Path) -> GoldClusters:
    """Read a file of `{"event", "claims"}` and `{"actor", "mentions"}` lines.

    Raises:
        ScoringError: If a line is neither; the message names file and line.
    """
    events: dict[Item, str] = {}
    actors: dict[Item, str] = {}
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            try:
                row = json.loads(line)
                if "event" in row:
                    events |= {
                        (c["article"], c["action_start"]): row["event"] for c in row["claims"]
                    }
                else:
                    actors |= {(m["article"], m["start"]): row["actor"] for m in row["mentions"]}
            except (json.JSONDecodeError, KeyError, TypeError) as error:
                raise ScoringError(
                    f"{path}:{number}: {error!r}; a line needs event and claims, or actor and"
                    " mentions"
                ) from error
    return GoldClusters(events=events, actors=actors)


def score_merging(
    gold: GoldClusters,
    claims: Iterable[Claim],
    event_links: Iterable[EventLink],
    actor_links: Iterable[ActorLink],
) -> MergingScores:
    """Score merged events and actors; an item is found where a span of ours covers its start."""
    event_of = {link.claim_id: link.event_id for link in event_links}
    spans = [
        (c.article_id, c.action.start, c.action.end, event_of[c.id])
        for c in claims
        if c.id in event_of
    ]
    links = [(a.article_id, a.start, a.end, a.actor_id) for a in actor_links]
    return MergingScores(
        events=score_clusters(gold.events, _found(gold.events, spans)),
        actors=score_clusters(gold.actors, _found(gold.actors, links)),
        events_gold=len(gold.events),
        actors_gold=len(gold.actors),
    )


def _found(items: Iterable[Item], spans: Iterable[tuple[str, int, int, str]]) -> dict[Item, str]:
    by_article: dict[str, list[tuple[int, int, str]]] = {}
    for article_id, start, end, cluster in spans:
        by_article.setdefault(article_id, []).append((start, end, cluster))
    found = {}
    for article_id, at in items:
        covering = [row for row in by_article.get(article_id, ()) if row[0] <= at < row[1]]
        if covering:  # the shortest span is the mention itself, longer ones contain it
            found[article_id, at] = min(covering, key=lambda row: (row[1] - row[0], row[0]))[2]
    return found
