"""Merged events and candidates in RDF, with their tallies and the reasons for merging.

SEM's words are used only of what was reported to have happened, disputed or not: a plain SEM query
never returns what was feared, planned, threatened or only denied.
"""

from collections.abc import Iterator, Mapping

from kg.graph.terms import Node, boolean, day, decimal, integer, text
from kg.graph.triples.places import place_iri
from kg.graph.triples.scribes import Fact, Scribe, known
from kg.model import Event, EventStatus, Reason, Toll

__all__ = ["event_label", "event_nodes", "has_happened"]

CONFLICT_QUADS = (3, 4)


def has_happened(event: Event) -> bool:
    """Tell whether an event was reported to have happened, so that SEM's words apply."""
    return event.status is not EventStatus.CANDIDATE


def event_nodes(scribe: Scribe, event: Event, name_by_actor: Mapping[str, str]) -> Iterator[Node]:
    """Yield an event or candidate, its tallies and merge reasons.

    Args:
        scribe: Whose graph it is written in.
        event: The event.
        name_by_actor: Names of actors by id, for the label.
    """
    node = scribe.vocabulary.thing("event", event.id)
    types = ("kg:Event", "sem:Event") if has_happened(event) else ("kg:EventCandidate",)
    roles_of = _sem_facts if has_happened(event) else _candidate_facts
    label = ("rdfs:label", text(event_label(event, name_by_actor)))
    coding, roles = _coding(scribe, event), roles_of(scribe, event)
    support = (*_time(scribe, event), *_support(event), *_claims(scribe, event))
    parts = [_tally(scribe, event, toll) for toll in event.tolls]
    reasons = [_reason(scribe, reason) for reason in event.reasons]
    links = (
        *(("kg:tally", part.subject) for part in parts),
        *(("kg:mergeReason", reason.subject) for reason in reasons),
    )
    yield scribe.describe(node, types, (label, *coding, *roles, *support, *links))
    yield from parts
    yield from reasons


def event_label(event: Event, name_by_actor: Mapping[str, str]) -> str:
    """Return one line that tells an event: type, mode, who, to whom, where, when.

    What was not simply reported says so, also where the line stands alone: "[disputed]".
    """
    actors, targets = (
        " and ".join(name_by_actor.get(id_, id_) for id_ in ids)
        for ids in (event.actor_ids, event.target_ids)
    )
    days = " to ".join(dict.fromkeys(str(d) for d in (event.earliest, event.latest) if d))
    parts = (
        (" (", event.mode, ")"),
        (" by ", actors, ""),
        (f" {_preposition(event)} ", targets, ""),
        (" in ", event.place and event.place.name, ""),
        (", ", days, ""),
        (" [", "" if event.status is EventStatus.REPORTED else event.status, "]"),
    )
    return event.event_type + "".join(f"{a}{words}{z}" for a, words, z in parts if words)


def _preposition(event: Event) -> str:
    if event.event_type.is_reciprocal:
        return "with"
    return "against" if event.quad in CONFLICT_QUADS else "to"


def _coding(scribe: Scribe, event: Event) -> Iterator[Fact]:
    words = scribe.vocabulary
    yield "dcterms:identifier", text(event.id)
    yield "kg:status", words.code(event.status)
    yield "kg:eventType", words.event_type(event.event_type)
    if event.mode is not None:
        yield "kg:mode", words.mode(event.event_type, event.mode)
    for context in event.contexts:
        yield "kg:context", words.context(context)
    yield "kg:cameo", text(event.cameo)
    yield "kg:quad", integer(event.quad)
    yield "kg:intensity", decimal(event.intensity)


def _sem_facts(scribe: Scribe, event: Event) -> Iterator[Fact]:
    words = scribe.vocabulary
    yield "sem:eventType", words.event_type(event.event_type)
    if event.mode is not None:
        yield "sem:eventType", words.mode(event.event_type, event.mode)
    for actor_id in event.actor_ids:
        yield "kg:actor", words.thing("actor", actor_id)
    for actor_id in event.target_ids:
        yield "kg:target", words.thing("actor", actor_id)
    for actor_id in dict.fromkeys((*event.actor_ids, *event.target_ids)):
        yield "sem:hasActor", words.thing("actor", actor_id)
    if event.place is not None:
        yield "kg:place", place_iri(words, event.place)
        yield "sem:hasPlace", place_iri(words, event.place)
    yield "sem:hasEarliestBeginTimeStamp", known(day, event.earliest)
    yield "sem:hasLatestEndTimeStamp", known(day, event.latest)


def _candidate_facts(scribe: Scribe, event: Event) -> Iterator[Fact]:
    words = scribe.vocabulary
    for actor_id in event.actor_ids:
        yield "kg:claimedActor", words.thing("actor", actor_id)
    for actor_id in event.target_ids:
        yield "kg:claimedTarget", words.thing("actor", actor_id)
    if event.place is not None:
        yield "kg:claimedPlace", place_iri(words, event.place)


def _time(scribe: Scribe, event: Event) -> Iterator[Fact]:
    yield "kg:earliest", known(day, event.earliest)
    yield "kg:latest", known(day, event.latest)
    yield "kg:timePrecision", known(scribe.vocabulary.code, event.date_precision)


def _support(event: Event) -> Iterator[Fact]:
    yield "kg:articleCount", integer(event.articles)
    yield "kg:sourceCount", integer(event.sources)
    yield "kg:storyCount", integer(event.stories)
    yield "kg:firstPublished", known(day, event.first_published)
    yield "kg:confidence", decimal(event.confidence)


def _claims(scribe: Scribe, event: Event) -> Iterator[Fact]:
    words = scribe.vocabulary
    for claim_id in event.claim_ids:
        yield "kg:reportedBy", words.thing("claim", claim_id)
    for claim_id in event.denial_ids:
        yield "kg:deniedBy", words.thing("claim", claim_id)
    yield "kg:leadClaim", words.thing("claim", event.lead_claim_id)


def _tally(scribe: Scribe, event: Event, toll: Toll) -> Node:
    words = scribe.vocabulary
    tally = words.thing("tally", event.id, toll.kind)
    claims = (("prov:wasDerivedFrom", words.thing("claim", id_)) for id_ in toll.claim_ids)
    return scribe.describe(
        tally,
        ("kg:Tally",),
        (
            ("kg:countKind", words.code(toll.kind)),
            ("kg:low", integer(toll.low)),
            ("kg:best", integer(toll.best)),
            ("kg:high", integer(toll.high)),
            ("kg:highIsOpen", boolean(toll.is_open)),
            ("kg:rule", text(toll.rule)),
            *claims,
        ),
    )


def _reason(scribe: Scribe, reason: Reason) -> Node:
    words = scribe.vocabulary
    pair = (reason.claim_id, reason.other_claim_id)
    merge = words.thing("merge", *pair)
    return scribe.describe(
        merge,
        ("kg:MergeReason", "prov:Activity"),
        (
            ("kg:score", decimal(reason.score)),
            *(("kg:because", text(part)) for part in reason.because),
            *(("prov:used", words.thing("claim", claim_id)) for claim_id in pair),
        ),
    )
