"""Merged events: a cluster of reports enters, an `Event` leaves."""

import hashlib
import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from types import MappingProxyType

from kg.lexicons import World
from kg.model import (
    ActorKind,
    ActorMention,
    Claim,
    Event,
    EventStatus,
    Place,
    PlacePrecision,
    Time,
    TollRule,
)
from kg.resolution.actors import ActorNames
from kg.resolution.clusters import Cluster
from kg.resolution.hierarchy import above
from kg.resolution.reports import Reality, Report
from kg.resolution.tolls import count_tolls

__all__ = ["build_event", "event_id"]

MAX_CONFIDENCE = 0.99  # however many texts say so
CONFIDENCE_DIGITS = 4

# A place without precision is one that the gazetteer does not know: smaller than a province.
_FINENESS = MappingProxyType(
    {
        PlacePrecision.POINT: 0,
        PlacePrecision.DISTRICT: 1,
        PlacePrecision.CITY: 2,
        None: 3,
        PlacePrecision.PROVINCE: 4,
        PlacePrecision.COUNTRY: 5,
    }
)


def event_id(claim_id: str) -> str:
    """Return the id of the event whose earliest claim is given.

    Example:
        >>> event_id("c-d30b0c8a1ff7bd5b")
        'e-1855a10f7d9ac598'
    """
    return "e-" + hashlib.sha256(claim_id.encode()).hexdigest()[:16]


def build_event(
    cluster: Cluster, names: ActorNames, world: World, *, tolls: TollRule = TollRule.LATEST
) -> Event:
    """Return the event that the reports of a cluster tell of.

    What it is comes from the reports that say it happened, if any do, else from all. Its lead
    claim is the surest of those, then the earliest; its day the shortest stated period, its place
    the finest that is named, in both cases the one named most often.
    """
    reports = cluster.reports
    tellers = [report for report in reports if report.reality.is_event] or list(reports)
    claims = [report.claim for report in tellers]
    lead = max(claims, key=lambda claim: claim.confidence)
    mode = _mode(claims)
    coder = max((c for c in claims if c.mode == mode), key=lambda c: (c is lead, c.confidence))
    actor_ids, target_ids = _sides(claims, names, world)
    time = _time(claims)
    return Event(
        id=event_id(reports[0].id),
        status=_status(tellers, has_denials=bool(cluster.denials)),
        event_type=lead.event_type,
        mode=mode,
        contexts=tuple(sorted({context for claim in claims for context in claim.contexts})),
        cameo=coder.cameo,
        quad=coder.quad,
        intensity=coder.intensity,
        actor_ids=actor_ids,
        target_ids=target_ids,
        earliest=time.earliest if time else None,
        latest=time.latest if time else None,
        date_precision=time.precision if time else None,
        place=_place(claims),
        tolls=count_tolls(tellers, rule=tolls),
        claim_ids=tuple(report.id for report in reports),
        denial_ids=tuple(report.id for report in cluster.denials),
        articles=len({report.claim.article_id for report in reports}),
        sources=len({report.source for report in reports} - {None}),
        stories=len({report.story_id for report in reports}),
        first_published=min((r.published for r in reports if r.published), default=None),
        lead_claim_id=lead.id,
        confidence=_confidence(tellers),
        reasons=cluster.reasons,
    )


def _status(tellers: Sequence[Report], *, has_denials: bool) -> EventStatus:
    realities = {report.reality for report in tellers}
    if Reality.CANDIDATE in realities:
        return EventStatus.CANDIDATE
    if has_denials:
        return EventStatus.DISPUTED
    return EventStatus.REPORTED if Reality.HAPPENED in realities else EventStatus.HISTORICAL


def _mode(claims: Sequence[Claim]) -> str | None:
    told = [claim.mode for claim in claims if claim.mode is not None]
    if len(told) < 2:  # as in most events; counting takes longer
        return told[0] if told else None
    modes = Counter(told)
    return min(modes, key=lambda mode: (-modes[mode], mode), default=None)


def _sides(
    claims: Sequence[Claim], names: ActorNames, world: World
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return ids of actors and of targets, most often named first.

    Where a claim of a mutual event puts all parties on one side, they all act. A whole is left
    out beside a part of it (the state beside its army), for both stand for one deed. Nobody is
    the target of what he does himself: a pronoun was led astray, or the words are too general.
    """
    actors = _named(claims, lambda claim: claim.actors, names)
    targets = _named(claims, lambda claim: claim.targets, names)
    if any(_is_mutual(claim) for claim in claims):
        actors, targets = actors + targets, Counter()
    acting, suffering = _ordered(actors, world), _ordered(targets, world)
    return acting, tuple(id_ for id_ in suffering if id_ not in acting)


def _is_mutual(claim: Claim) -> bool:
    return claim.event_type.is_reciprocal and len(claim.actors) > 1 and not claim.targets


def _named(
    claims: Iterable[Claim], side: Callable[[Claim], tuple[ActorMention, ...]], names: ActorNames
) -> Counter[str]:
    named = Counter[str]()
    for claim in claims:
        for mention in side(claim):
            id_ = names.actor_id(claim, mention)
            if id_ is not None:
                named[id_] += 1
    return named


def _ordered(named: Counter[str], world: World) -> tuple[str, ...]:
    if len(named) < 2:
        return tuple(named)
    wholes = {whole for id_ in named for whole in _wholes(id_, world)}
    return tuple(sorted(named.keys() - wholes, key=lambda id_: (-named[id_], id_)))


def _wholes(actor_id: str, world: World) -> Iterable[str]:
    """Return what an organisation is part of; a person never stands for a whole."""
    entry = world.actors.get(actor_id)
    return () if entry is None or entry.kind is ActorKind.PERSON else above(actor_id, world)


def _time(claims: Iterable[Claim]) -> Time | None:
    times = [claim.time for claim in claims if claim.time is not None]
    if len(times) < 2:
        return times[0] if times else None
    count = Counter((time.earliest, time.latest) for time in times)
    return min(
        times,
        key=lambda t: (t.latest - t.earliest, -count[t.earliest, t.latest], t.earliest),
        default=None,
    )


def _place(claims: Iterable[Claim]) -> Place | None:
    places = [claim.place for claim in claims if claim.place is not None]
    if len(places) < 2:
        return places[0] if places else None
    count = Counter(place.name for place in places)
    return min(places, key=lambda p: (_FINENESS[p.precision], -count[p.name], p.name), default=None)


def _confidence(tellers: Iterable[Report]) -> float:
    """Return the chance that a story's best claim is right, for one story at least.

    Copies of one text err together, so a story counts once.
    """
    best: dict[str, float] = defaultdict(float)
    for report in tellers:
        best[report.story_id] = max(best[report.story_id], report.claim.confidence)
    wrong = math.prod(1.0 - confidence for _, confidence in sorted(best.items()))
    return min(MAX_CONFIDENCE, round(1.0 - wrong, CONFIDENCE_DIGITS))
