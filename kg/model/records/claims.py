"""Claims as JSON records, in the public layout of `claims.jsonl`.

A claim enters and a plain dictionary leaves, or the reverse. Beyond the documented keys a record
holds what a reader needs to make the same claim again: labels of names, the words of the sentence.
"""

import functools
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from kg.model.claims import ActorMention, Claim, Count, MadeBy, Place, Time
from kg.model.codes import (
    Bound,
    Certainty,
    CountKind,
    CountRelation,
    EventType,
    PlacePrecision,
    Polarity,
    Temporality,
    TimePrecision,
)
from kg.model.records.codec import Record, encode
from kg.model.spans import Span

__all__ = ["claim_from_record", "claim_to_record"]

_NO_IDS: Mapping[Span, str] = MappingProxyType({})


def claim_to_record(
    claim: Claim, *, event_id: str | None = None, actor_ids: Mapping[Span, str] = _NO_IDS
) -> Record:
    """Return a claim in the layout of `claims.jsonl`.

    Args:
        claim: The claim.
        event_id: The merged event that it reports or denies, as a resolution has it.
        actor_ids: The merged actor behind each span; it takes the place of the lexicon's id.
    """
    actors = functools.partial(_mention_to_record, actor_ids=actor_ids)
    return {
        "id": claim.id,
        "article_id": claim.article_id,
        "event_id": event_id,
        "event_type": str(claim.event_type),
        "mode": claim.mode,
        "contexts": list(claim.contexts),
        "cameo": claim.cameo,
        "quad": claim.quad,
        "intensity": claim.intensity,
        "actors": [actors(mention) for mention in claim.actors],
        "targets": [actors(mention) for mention in claim.targets],
        "action": {"text": claim.action.text, "lemma": claim.action_lemma, **_range(claim.action)},
        "place": _place_to_record(claim.place) if claim.place else None,
        "time": _time_to_record(claim.time) if claim.time else None,
        "polarity": str(claim.polarity),
        "certainty": str(claim.certainty),
        "temporality": str(claim.temporality),
        "attributed_to": actors(claim.attributed_to) if claim.attributed_to else None,
        "attribution_chain": [actors(mention) for mention in claim.attribution_chain],
        "counts": [_count_to_record(count) for count in claim.counts],
        "sentence": {**_range(claim.sentence), "text": claim.sentence.text},
        "confidence": claim.confidence,
        "made_by": encode(claim.made_by),
    }


def claim_from_record(record: Mapping[str, Any]) -> Claim:
    """Return the claim that a record was made of.

    Ids of actors that no lexicon knows (`x-…`) belong to one resolution, not to the claim, and
    are left out.
    """
    speaker, place, time = record["attributed_to"], record["place"], record["time"]
    return Claim(
        id=record["id"],
        article_id=record["article_id"],
        event_type=EventType(record["event_type"]),
        mode=record["mode"],
        contexts=tuple(record["contexts"]),
        cameo=record["cameo"],
        quad=record["quad"],
        intensity=record["intensity"],
        actors=tuple(map(_mention_from_record, record["actors"])),
        targets=tuple(map(_mention_from_record, record["targets"])),
        action=_span(record["action"]),
        action_lemma=record["action"]["lemma"],
        polarity=Polarity(record["polarity"]),
        certainty=Certainty(record["certainty"]),
        temporality=Temporality(record["temporality"]),
        attributed_to=_mention_from_record(speaker) if speaker else None,
        attribution_chain=tuple(map(_mention_from_record, record["attribution_chain"])),
        place=_place_from_record(place) if place else None,
        time=_time_from_record(time) if time else None,
        counts=tuple(map(_count_from_record, record["counts"])),
        sentence=_span(record["sentence"]),
        confidence=record["confidence"],
        made_by=MadeBy(**record["made_by"]),
    )


def _range(span: Span) -> Record:
    return {"start": span.start, "end": span.end}


def _quote(span: Span) -> Record:
    return {"text": span.text, "start": span.start, "end": span.end}


def _span(record: Mapping[str, Any]) -> Span:
    return Span(start=record["start"], end=record["end"], text=record["text"])


def _mention_to_record(mention: ActorMention, *, actor_ids: Mapping[Span, str]) -> Record:
    return {
        "actor_id": actor_ids.get(mention.span, mention.actor_id),
        "name": mention.name,
        **_quote(mention.span),
        "country": mention.country,
        "sector": mention.sector,
        "label": mention.label,
    }


def _mention_from_record(record: Mapping[str, Any]) -> ActorMention:
    actor_id = record["actor_id"]
    return ActorMention(
        span=_span(record),
        name=record["name"],
        actor_id=None if actor_id is None or actor_id.startswith("x-") else actor_id,
        country=record["country"],
        sector=record["sector"],
        label=record["label"],
    )


def _place_to_record(place: Place) -> Record:
    return {
        "name": place.name,
        **_quote(place.span),
        "latitude": place.latitude,
        "longitude": place.longitude,
        "country": place.country,
        "geonames_id": place.geonames_id,
        "precision": place.precision and str(place.precision),
    }


def _place_from_record(record: Mapping[str, Any]) -> Place:
    precision = record["precision"]
    return Place(
        span=_span(record),
        name=record["name"],
        latitude=record["latitude"],
        longitude=record["longitude"],
        country=record["country"],
        geonames_id=record["geonames_id"],
        precision=PlacePrecision(precision) if precision else None,
    )


def _time_to_record(time: Time) -> Record:
    return {
        "text": time.span.text,
        "earliest": time.earliest.isoformat(),
        "latest": time.latest.isoformat(),
        "precision": str(time.precision),
        **_range(time.span),
    }


def _time_from_record(record: Mapping[str, Any]) -> Time:
    return Time(
        span=_span(record),
        earliest=date.fromisoformat(record["earliest"]),
        latest=date.fromisoformat(record["latest"]),
        precision=TimePrecision(record["precision"]),
    )


def _count_to_record(count: Count) -> Record:
    return {
        "kind": str(count.kind),
        "value": count.value,
        "bound": str(count.bound),
        "relation": str(count.relation),
        "of": count.of,
        **_quote(count.span),
    }


def _count_from_record(record: Mapping[str, Any]) -> Count:
    return Count(
        kind=CountKind(record["kind"]),
        value=record["value"],
        bound=Bound(record["bound"]),
        relation=CountRelation(record["relation"]),
        of=record["of"],
        span=_span(record),
    )
