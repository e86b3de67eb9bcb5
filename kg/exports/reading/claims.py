"""Nodes enter, the claims that they were made of leave."""

from datetime import date
from urllib.parse import unquote

from kg.exports.reading.nodes import Node, Nodes
from kg.model import (
    ActorMention,
    Bound,
    Certainty,
    Claim,
    Count,
    CountKind,
    CountRelation,
    EventType,
    MadeBy,
    Place,
    PlacePrecision,
    Polarity,
    Span,
    Temporality,
    Time,
    TimePrecision,
)

__all__ = ["ClaimReader"]


class ClaimReader:
    """Reads the claims of one file.

    Its methods raise LookupError where a node lacks something, ValueError where a value is none
    of its kind.
    """

    def __init__(self, nodes: Nodes) -> None:
        self._code = nodes.code
        self._concepts = nodes.words.expand("plover:")

    def read(self, node: Node) -> Claim:
        """Return the claim of a node."""
        event_type = EventType(self._concept(node.one("kg:eventType")))
        mode, speaker = node.maybe("kg:mode"), node.follow_all("kg:speakerMention")
        return Claim(
            id=node.id,
            article_id=node.follow("prov:wasDerivedFrom").id,
            event_type=event_type,
            mode=self._concept(mode, f"{event_type}-") if mode else None,
            contexts=tuple(
                sorted(self._concept(iri, "context-") for iri in node.many("kg:context"))
            ),
            cameo=node.one("kg:cameo"),
            quad=int(node.one("kg:quad")),
            intensity=float(node.one("kg:intensity")),
            actors=tuple(map(self._mention, node.follow_all("kg:actorMention"))),
            targets=tuple(map(self._mention, node.follow_all("kg:targetMention"))),
            action=_span(node.follow("kg:action")),
            action_lemma=node.one("kg:actionLemma"),
            polarity=self._code(Polarity, node.one("kg:polarity")),
            certainty=self._code(Certainty, node.one("kg:certainty")),
            temporality=self._code(Temporality, node.one("kg:temporality")),
            attributed_to=self._mention(speaker[0]) if speaker else None,
            attribution_chain=tuple(map(self._mention, node.follow_all("kg:outerSpeakerMention"))),
            place=self._place(node) if node.many("kg:claimedPlace") else None,
            time=self._time(node) if node.many("kg:timeEvidence") else None,
            counts=tuple(map(self._count, node.follow_all("kg:count"))),
            sentence=_span(node.follow("kg:sentence")),
            confidence=float(node.one("kg:confidence")),
            made_by=MadeBy(
                entry=node.one("kg:madeByEntry"),
                frame=node.one("kg:madeByFrame"),
                rule=node.one("kg:madeByRule"),
            ),
        )

    def _mention(self, node: Node) -> ActorMention:
        sector = node.maybe("kg:sector")
        return ActorMention(
            span=_span(node.follow("kg:evidence")),
            name=node.one("schema:name"),
            actor_id=node.maybe("kg:lexiconId"),
            country=node.maybe("kg:country"),
            sector=self._concept(sector) if sector else None,
            label=node.maybe("kg:nameLabel"),
        )

    def _place(self, node: Node) -> Place:
        place = node.follow("kg:claimedPlace")
        precision, number = place.maybe("kg:placePrecision"), place.maybe("kg:geonamesId")
        return Place(
            span=_span(node.follow("kg:placeEvidence")),
            name=place.one("schema:name"),
            latitude=_number(place.maybe("wgs:lat")),
            longitude=_number(place.maybe("wgs:long")),
            country=place.maybe("kg:country"),
            geonames_id=int(number) if number else None,
            precision=self._code(PlacePrecision, precision) if precision else None,
        )

    def _time(self, node: Node) -> Time:
        return Time(
            span=_span(node.follow("kg:timeEvidence")),
            earliest=date.fromisoformat(node.one("kg:earliest")),
            latest=date.fromisoformat(node.one("kg:latest")),
            precision=self._code(TimePrecision, node.one("kg:timePrecision")),
        )

    def _count(self, node: Node) -> Count:
        return Count(
            kind=self._code(CountKind, node.one("kg:countKind")),
            value=int(node.one("kg:value")),
            bound=self._code(Bound, node.one("kg:bound")),
            relation=self._code(CountRelation, node.one("kg:relation")),
            of=node.one("kg:countOf"),
            span=_span(node.follow("kg:evidence")),
        )

    def _concept(self, iri: str, before: str = "") -> str:
        """Return the name of a PLOVER concept, without what its IRI has before it."""
        local = unquote(iri.removeprefix(self._concepts), errors="surrogatepass")
        return local.removeprefix(before)


def _span(node: Node) -> Span:
    """Return the span of a mention: the position and the quote that it is selected by."""
    selectors = tuple(map(node.nodes.node, node.many("oa:hasSelector")))
    starts = [selector for selector in selectors if selector.many("oa:start")]
    quotes = [selector for selector in selectors if selector.many("oa:exact")]
    if len(starts) != 1 or len(quotes) != 1:
        raise LookupError(f"<{node.iri}> has not one position and one quote")
    start, end = starts[0].one("oa:start"), starts[0].one("oa:end")
    return Span(start=int(start), end=int(end), text=quotes[0].one("oa:exact"))


def _number(value: str | None) -> float | None:
    return None if value is None else float(value)
