"""A graph in which every text that an article or a lexicon may bring is an attack on its page."""

import functools
from dataclasses import replace
from datetime import date

from kg.graph import KnowledgeGraph
from kg.model import (
    Actor,
    ActorKind,
    ActorLink,
    Article,
    Bound,
    Claim,
    Count,
    CountKind,
    CountRelation,
    Event,
    EventStatus,
    Place,
    PlacePrecision,
    Reason,
    Resolution,
    Role,
    Span,
    Toll,
)
from tests.samples import sample_claim

__all__ = ["FLAG", "PAYLOADS", "hostile_graph"]

FLAG = "executed"
"""The variable of the window that a payload sets when it runs."""

_RUN = f"window.{FLAG}=1"
PAYLOADS = (
    f"<img src=x onerror={_RUN}>",
    f"href <img src=x onerror={_RUN}>",
    f"</script><script>{_RUN}</script>",
    f"<!--<script>{_RUN}</script>-->",
    f"</title></style></noscript><script>{_RUN}</script>",
    f'"><svg onload={_RUN}>',
    f"' autofocus tabindex=0 onfocus={_RUN} x='",
    f"javascript:{_RUN}",
    f"data:text/html,<script>{_RUN}</script>",
    f"\u2028{_RUN}//",
    "https://beacon.example/pixel.png",
    "<img src=https://beacon.example/pixel.png>",
    "</style><style>*{background:url(https://beacon.example/x)}</style>",
    "{{ 7 * 7 }}{% raw %}",
    "__proto__",
    "constructor",
    "half a character \ud800",
)


@functools.cache
def hostile_graph() -> KnowledgeGraph:
    """Return a ring of actors, one for each payload, each attacking the next."""
    pairs = tuple(zip(PAYLOADS, (*PAYLOADS[1:], PAYLOADS[0]), strict=True))
    claims = tuple(_claim(*pair) for pair in pairs)
    return KnowledgeGraph(
        articles=(_article(*pair) for pair in pairs),
        claims=claims,
        resolution=Resolution(
            actors=tuple(_actor(payload) for payload in PAYLOADS),
            events=tuple(_event(claim, pair) for claim, pair in zip(claims, pairs, strict=True)),
            actor_links=tuple(
                ActorLink(
                    article_id=claim.article_id,
                    start=mention.span.start,
                    end=mention.span.end,
                    actor_id=mention.name,
                    rule=mention.name,
                )
                for claim in claims
                for mention in (*claim.actors, *claim.targets)
            ),
        ),
    )


def _actor(payload: str) -> Actor:
    return Actor(
        id=payload,
        name=payload,
        kind=ActorKind.ARMED_GROUP,
        country=payload,
        sector=payload,
        wikidata=payload,
        aliases=(f"also {payload}",),
        roles=(Role(title=payload, of=payload),),
        part_of=(payload,),
    )


def _article(payload: str, other: str) -> Article:
    return Article(
        id=payload, text=_text(payload, other), title=payload, source=payload, url=payload
    )


def _text(payload: str, other: str) -> str:
    return f"{payload} attacked {other}"


def _claim(payload: str, other: str) -> Claim:
    text = _text(payload, other)
    whole = Span(start=0, end=len(text), text=text)
    action = Span(start=len(payload) + 1, end=len(payload) + 9, text="attacked")
    like = sample_claim("a-hostile", "attacked")
    first = Span(start=0, end=len(payload), text=payload)
    last = Span(start=action.end + 1, end=len(text), text=other)
    speaker = replace(like.actors[0], span=first, name=payload)
    return replace(
        like,
        id=payload,
        article_id=payload,
        mode=payload,
        contexts=(payload,),
        cameo=payload,
        actors=(speaker,),
        targets=(replace(like.targets[0], span=last, name=other),),
        action=action,
        attributed_to=speaker,
        attribution_chain=(speaker,),
        place=Place(
            span=last,
            name=payload,
            country=payload,
            latitude=40.0,
            longitude=float(len(payload)),
            precision=PlacePrecision.CITY,
        ),
        counts=(
            Count(
                kind=CountKind.KILLED,
                value=3,
                bound=Bound.AT_LEAST,
                relation=CountRelation.TOTAL,
                of=payload,
                span=first,
            ),
        ),
        sentence=whole,
        made_by=replace(like.made_by, entry=payload, frame=payload, rule=payload),
    )


def _event(claim: Claim, pair: tuple[str, str]) -> Event:
    return Event(
        id=claim.id,
        status=EventStatus.REPORTED,
        event_type=claim.event_type,
        mode=claim.mode,
        contexts=claim.contexts,
        quad=claim.quad,
        intensity=claim.intensity,
        cameo=claim.cameo,
        actor_ids=pair[:1],
        target_ids=pair[1:],
        earliest=date(2024, 3, 1),
        latest=date(2024, 3, 2),
        date_precision=None,
        place=claim.place,
        tolls=(
            Toll(
                kind=CountKind.KILLED,
                low=3,
                best=3,
                high=3,
                is_open=True,
                rule=pair[0],
                claim_ids=(claim.id,),
            ),
        ),
        claim_ids=(claim.id,),
        denial_ids=(),
        articles=1,
        sources=1,
        stories=1,
        first_published=None,
        lead_claim_id=claim.id,
        confidence=0.5,
        reasons=(
            Reason(claim_id=claim.id, other_claim_id=claim.id, score=1.0, because=(pair[0],)),
        ),
    )
