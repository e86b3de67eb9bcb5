"""Compare claims with coded records: types, countries of either side, whole triples of these.

Where a claim's own words tell no country ("the police"), its merged actor may know one. The
counting is that of `score_gsr.py`, which lies with that gold, without its mended records.
"""

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from kg.model import Actor, ActorLink, ActorMention, Claim, EventType
from kg.scoring.ratios import Ratio
from kg.scoring.records import CodedEvent, Country, RecordedSentence, Side, country_of

__all__ = ["RecordCounts", "RecordScores", "score_records", "with_countries"]

MOST = 5  # events of one sentence whose parties may stand on either side; of more as coded

Sides = tuple[Side, Side]  # of those who act, of those acted upon
Triple = tuple[Country, EventType, Country]
Tally = tuple[int, int, int]  # right, predicted, gold


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordCounts:
    """Sets a sentence, summed: types, countries of either side, and whole triples of these."""

    event_type: Ratio
    actor_country: Ratio
    target_country: Ratio
    triple: Ratio


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordScores:
    """Scores of all claims, and of the first claim of each sentence: coders recorded one event."""

    sentences: int
    all_claims: RecordCounts
    first_claim: RecordCounts


def with_countries(
    claims: Iterable[Claim], actors: Iterable[Actor], links: Iterable[ActorLink]
) -> list[Claim]:
    """Return claims whose actors and targets have the country of the actor they were merged into.

    Args:
        claims: The claims, of any articles.
        actors: The actors that they were merged into.
        links: Which words name which of these.
    """
    country_by_id = {actor.id: actor.country for actor in actors}
    merged = {
        (link.article_id, link.start, link.end): country_by_id.get(link.actor_id) for link in links
    }

    def known(mention: ActorMention, article_id: str) -> ActorMention:
        country = merged.get((article_id, mention.span.start, mention.span.end))
        return replace(mention, country=mention.country or country)

    return [
        replace(
            claim,
            actors=tuple(known(mention, claim.article_id) for mention in claim.actors),
            targets=tuple(known(mention, claim.article_id) for mention in claim.targets),
        )
        for claim in claims
    ]


def score_records(gold: Sequence[RecordedSentence], claims: Iterable[Claim]) -> RecordScores:
    """Score claims; the article id of each is that of its sentence."""
    by_article: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_article[claim.article_id].append(claim)
    told = [
        sorted(by_article[sentence.article_id], key=lambda claim: claim.action.start)
        for sentence in gold
    ]
    return RecordScores(
        sentences=len(gold),
        all_claims=_count(gold, told),
        first_claim=_count(gold, [claims[:1] for claims in told]),
    )


def _count(gold: Sequence[RecordedSentence], told: Sequence[Sequence[Claim]]) -> RecordCounts:
    pairs = [
        (sentence.events, [_coded(claim) for claim in claims])
        for sentence, claims in zip(gold, told, strict=True)
    ]
    sides = [_sides(events, found) for events, found in pairs]
    return RecordCounts(
        event_type=_sum(_types(events, found) for events, found in pairs),
        actor_country=_sum(actors for actors, _ in sides),
        target_country=_sum(targets for _, targets in sides),
        triple=_sum(_triples(events, found) for events, found in pairs),
    )


def _coded(claim: Claim) -> CodedEvent:
    return CodedEvent(
        event_type=claim.event_type,
        actors=_side(claim.actors),
        targets=_side(claim.targets),
    )


def _side(mentions: Iterable[ActorMention]) -> Side:
    return tuple(country_of(mention.country) for mention in mentions)


def _sum(tallies: Iterable[Tally]) -> Ratio:
    right, predicted, gold = (sum(column) for column in zip(*tallies, strict=True))
    return Ratio(right=right, predicted=predicted, gold=gold)


def _tally(found: set[Any], gold: set[Any]) -> Tally:
    return len(found & gold), len(found), len(gold)


def _types(gold: Iterable[CodedEvent], found: Iterable[CodedEvent]) -> Tally:
    return _tally({event.event_type for event in found}, {event.event_type for event in gold})


def _sides(gold: Sequence[CodedEvent], found: Sequence[CodedEvent]) -> tuple[Tally, Tally]:
    """Return the tallies of both sides under the reading of the gold that fits best."""
    ours = (
        _known(event.actors for event in found),
        _known(event.targets for event in found),
    )
    distinct = tuple(dict.fromkeys(gold))
    readings = itertools.product(*map(_readings if len(distinct) <= MOST else _as_coded, distinct))
    tallies = (
        tuple(
            _tally(mine, _known(sides[role] for sides in reading)) for role, mine in enumerate(ours)
        )
        for reading in readings
    )
    actors, targets = max(tallies, key=_fit)
    return actors, targets


def _known(sides: Iterable[Side]) -> set[str]:
    return {country for side in sides for country in side if country is not None}


def _fit(tallies: Sequence[Tally]) -> tuple[float, int]:
    right, found, gold = (sum(column) for column in zip(*tallies, strict=True))
    return (2 * right / (found + gold) if found + gold else 1.0, right)


def _as_coded(event: CodedEvent) -> list[Sides]:
    return [(event.actors, event.targets)]


def _readings(event: CodedEvent) -> list[Sides]:
    """Return which sides a coded event may have: without a direction, any that its parties take."""
    actors, targets = event.actors, event.targets
    if not event.is_reciprocal:
        return _as_coded(event)
    both = actors + targets
    if targets:
        return [(actors, targets), (targets, actors), (both, ()), (both, both)]
    splits = [((one,), both[:n] + both[n + 1 :]) for n, one in enumerate(both)]
    return [(both, ()), (both, both), *splits, *((rest, one) for one, rest in splits)]


def _triples(gold: Iterable[CodedEvent], found: Iterable[CodedEvent]) -> Tally:
    mutual: set[tuple[EventType, frozenset[Country]]] = set()
    directed: set[Triple] = set()
    for event in gold:
        for actor, target in _pairs(event):
            if event.is_reciprocal:
                mutual.add((event.event_type, frozenset((actor, target))))
            else:
                directed.add((actor, event.event_type, target))
    right: set[object] = set()
    wrong: set[Triple] = set()
    for event in found:
        for key, is_right in _judged(event, mutual, directed):
            (right if is_right else wrong).add(key)
    return len(right), len(right) + len(wrong), len(mutual) + len(directed)


def _judged(
    event: CodedEvent,
    mutual: set[tuple[EventType, frozenset[Country]]],
    directed: set[Triple],
) -> Iterator[tuple[Any, bool]]:
    """Yield the triples of an event found, and whether each is right.

    What several do without a target stands for any two of them, or for each alone.
    """
    is_joint = len(event.actors) > 1 and not event.targets
    for actor, target in _pairs(event):
        pair = (event.event_type, frozenset((actor, target)))
        if pair in mutual:
            yield pair, True
        elif is_joint:
            for one in (actor, target):
                alone: Triple = (one, event.event_type, None)
                yield alone, alone in directed
        else:
            triple = (actor, event.event_type, target)
            yield triple, triple in directed


def _pairs(event: CodedEvent) -> list[tuple[Country, Country]]:
    if len(event.actors) > 1 and not event.targets:
        return list(itertools.combinations(event.actors, 2))
    return list(itertools.product(event.actors or (None,), event.targets or (None,)))
