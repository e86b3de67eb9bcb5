"""A small world made by hand: articles, the claims in them, and what merging makes of those.

Two states at war, three outlets and a text without outlet. It holds an air strike with two tolls,
its denial, a copy of one text, a threat, talks, a protest, a shelling by nobody named, background
from another year, and strings that are hostile to every format.
"""

import functools
import hashlib
from collections.abc import Iterable
from dataclasses import fields, replace
from datetime import date

from kg.graph import KnowledgeGraph
from kg.lexicons import ActorEntry, AliasEntry, Lexicon, SectorWord, World, fold
from kg.model import (
    Actor,
    ActorKind,
    ActorLink,
    ActorMention,
    Article,
    Bound,
    Certainty,
    Claim,
    Count,
    CountKind,
    CountRelation,
    Event,
    EventLink,
    EventStatus,
    EventType,
    MadeBy,
    Place,
    PlacePrecision,
    Polarity,
    Resolution,
    Role,
    Skip,
    Span,
    Story,
    Temporality,
    Time,
    TimePrecision,
    Toll,
    claim_id,
)

SCRIPT = "</script><img src=x onerror=alert(1)>"
FORMULA = '=HYPERLINK("http://evil.example","Click")'
BRIGADE = "Red “Wolf” & 'Sons' 🔥 Brigade"
ARABIC = "لواء الفجر\u202e"

_COPIED = (
    "Norland warplanes struck a market in Kessa on Monday, killing nine people including two "
    "children, witnesses said. The Norland army denied that it had bombed Kessa. "
    "Norland invaded Sudria in 1994 and kept a third of its land for a decade."
)
_TEXTS = {
    "a-herald-1": (
        "An air strike by Norland's air force killed at least 12 civilians in Kessa on Monday, "
        "the health ministry of Sudria said. Norland threatened to attack Port Sel next."
    ),
    "a-wire-1": _COPIED,
    "a-post-1": _COPIED + " Read more in the Mountain Post.",
    "a-herald-2": (
        "President Ilan Dravo of Norland met President Mara Quell of Sudria in Geneva on March 10, "
        "a spokesman said. He praised the United Nations for its help.\n\n"
        "Thousands of students marched through Port Sel against the war on March 11."
    ),
    "a-wire-2": "A convoy of refugees was shelled on Thursday. Three people died.",
    "a-hostile": (
        f"Fighters of {BRIGADE} attacked {FORMULA} with rockets; {SCRIPT} was seized by "
        f'{ARABIC} in O\'Harra "Old" Town.'
    ),
}
_ARTICLES = (
    ("a-herald-1", "Harbour Herald", date(2024, 3, 5), "Strike kills 12 in Kessa"),
    ("a-wire-1", "Sudria Wire", date(2024, 3, 6), "Nine die in Kessa market"),
    ("a-post-1", "Mountain <b>Post</b>", date(2024, 3, 6), "Nine die in Kessa market"),
    ("a-herald-2", "Harbour Herald", date(2024, 3, 12), "Presidents meet; students march"),
    ("a-wire-2", "Sudria Wire", date(2024, 3, 15), None),
    ("a-hostile", None, None, SCRIPT),
)

_NORLAND = ("xno", "XNO", None, "GPE")
_SUDRIA = ("xsu", "XSU", None, "GPE")
_AIR_FORCE = ("xno-air-force", "XNO", "MIL", "ORG")
_ARMY = ("xno-mil", "XNO", "MIL", None)
_DRAVO = ("ilan-dravo", "XNO", "GOV", "PERSON")
_QUELL = (None, "XSU", "GOV", "PERSON")
_UN = ("igo-un", "IGO", None, "ORG")
_NOBODY = (None, None, None, None)
_KESSA = Place(
    span=Span(start=0, end=0, text=""),
    name="Kessa",
    latitude=31.5,
    longitude=41.25,
    country="XSU",
    precision=PlacePrecision.CITY,
)
_GENEVA = Place(
    span=Span(start=0, end=0, text=""),
    name="Geneva",
    latitude=46.20222,
    longitude=6.14569,
    country="CHE",
    geonames_id=2660646,
    precision=PlacePrecision.CITY,
)
_PORT_SEL = Place(
    span=Span(start=0, end=0, text=""),
    name="Port Sel",
    country="XSU",
    precision=PlacePrecision.CITY,
)


def span_of(article_id: str, words: str, *, after: str = "") -> Span:
    """Return the first place of some words in an article, after other words if given."""
    text = _TEXTS[article_id]
    start = text.index(words, text.index(after) + len(after))
    return Span(start=start, end=start + len(words), text=words)


@functools.cache
def sample_articles() -> tuple[Article, ...]:
    """Return the articles, in no particular order."""
    return tuple(
        Article(
            id=id_,
            text=_TEXTS[id_],
            title=title,
            source=source,
            published=published,
            url=f"https://news.example/{id_}?q=1&x=%22" if source else None,
        )
        for id_, source, published, title in _ARTICLES
    )


def _mention(article_id: str, words: str, who: tuple, *, name: str = "") -> ActorMention:
    actor_id, country, sector, label = who
    return ActorMention(
        span=span_of(article_id, words),
        name=name or words,
        actor_id=actor_id,
        country=country,
        sector=sector,
        label=label,
    )


def _located(place: Place, article_id: str, words: str) -> Place:
    return Place(
        span=span_of(article_id, words),
        name=place.name,
        latitude=place.latitude,
        longitude=place.longitude,
        country=place.country,
        geonames_id=place.geonames_id,
        precision=place.precision,
    )


def _day(article_id: str, words: str, day: date) -> Time:
    return Time(
        span=span_of(article_id, words), earliest=day, latest=day, precision=TimePrecision.DAY
    )


def _count(article_id: str, words: str, kind: CountKind, value: int, of: str, **more: str) -> Count:
    return Count(
        kind=kind,
        value=value,
        bound=Bound(more.get("bound", Bound.EXACTLY)),
        relation=CountRelation(more.get("relation", CountRelation.TOTAL)),
        of=of,
        span=span_of(article_id, words),
    )


_CODES = {  # event type and mode: CAMEO code, quad, intensity
    (EventType.ASSAULT, None): ("180", 4, -9.0),
    (EventType.ASSAULT, "aerial"): ("195", 4, -9.5),
    (EventType.ASSAULT, "heavy-weapons"): ("194", 4, -9.5),
    (EventType.THREATEN, None): ("130", 3, -3.5),
    (EventType.CONSULT, None): ("040", 1, 2.5),
    (EventType.SUPPORT, None): ("050", 1, 5.0),
    (EventType.PROTEST, "demo"): ("141", 4, -5.0),
    (EventType.COERCE, "seize"): ("171", 4, -7.0),
}


def _claim(
    article_id: str,
    event_type: EventType,
    action: str,
    lemma: str,
    sentence: tuple[str, str],
    **given: object,
) -> Claim:
    """Make a claim; `sentence` holds the first and the last words of its sentence."""
    cameo, quad, intensity = _CODES[event_type, given.get("mode")]
    first, last = span_of(article_id, sentence[0]), span_of(article_id, sentence[1])
    act = span_of(article_id, action)
    values: dict = {
        "mode": None,
        "contexts": (),
        "cameo": cameo,
        "quad": quad,
        "intensity": intensity,
        "actors": (),
        "targets": (),
        "polarity": Polarity.AFFIRMED,
        "certainty": Certainty.CERTAIN,
        "temporality": Temporality.PAST,
        "attributed_to": None,
        "attribution_chain": (),
        "place": None,
        "time": None,
        "counts": (),
        "confidence": 0.8,
        "made_by": MadeBy(entry=f"{event_type}.{lemma}", frame="act", rule="active"),
    }
    text = _TEXTS[article_id][first.start : last.end]
    within = Span(start=first.start, end=last.end, text=text)
    return Claim(
        id=claim_id(article_id, act, event_type),
        article_id=article_id,
        event_type=event_type,
        action=act,
        action_lemma=lemma,
        sentence=within,
        **{key: _moved(value, within) for key, value in {**values, **given}.items()},
    )


def _moved(value: object, sentence: Span) -> object:
    """Return a part of a claim with its words looked for in the claim's own sentence."""
    if isinstance(value, tuple):
        return tuple(_moved(part, sentence) for part in value)
    if not hasattr(value, "span"):
        return value
    start = sentence.start + sentence.text.index(value.span.text)
    span = Span(start=start, end=start + len(value.span.text), text=value.span.text)
    return replace(value, span=span)


def _herald_claims() -> Iterable[Claim]:
    first, second = "a-herald-1", "a-herald-2"
    yield _claim(
        first,
        EventType.ASSAULT,
        "killed",
        "kill",
        ("An air strike", "said."),
        mode="aerial",
        contexts=("military",),
        actors=(_mention(first, "Norland's air force", _AIR_FORCE, name="Norland air force"),),
        targets=(_mention(first, "civilians", (None, None, "CVL", None)),),
        attributed_to=_mention(
            first, "health ministry of Sudria", ("xsu-gov-health", "XSU", "GOV", "ORG")
        ),
        place=_located(_KESSA, first, "Kessa"),
        time=_day(first, "Monday", date(2024, 3, 4)),
        counts=(
            _count(
                first,
                "at least 12 civilians",
                CountKind.KILLED,
                12,
                "civilian",
                bound=Bound.AT_LEAST,
            ),
        ),
        confidence=0.9,
    )
    yield _claim(
        first,
        EventType.THREATEN,
        "threatened",
        "threaten",
        ("Norland threatened", "next."),
        actors=(_mention(first, "Norland", _NORLAND),),
        targets=(_mention(first, "Port Sel", (None, "XSU", None, "GPE")),),
        temporality=Temporality.PRESENT,
    )
    yield _claim(
        first,
        EventType.ASSAULT,
        "attack",
        "attack",
        ("Norland threatened", "next."),
        actors=(_mention(first, "Norland", _NORLAND),),
        certainty=Certainty.POSSIBLE,
        temporality=Temporality.FUTURE,
        place=_located(_PORT_SEL, first, "Port Sel"),
        confidence=0.6,
    )
    yield _claim(
        second,
        EventType.CONSULT,
        "met",
        "meet",
        ("President Ilan Dravo", "said."),
        contexts=("diplomatic", "military"),
        actors=(
            _mention(second, "President Ilan Dravo of Norland", _DRAVO, name="Ilan Dravo"),
            _mention(second, "President Mara Quell of Sudria", _QUELL, name="Mara Quell"),
        ),
        attributed_to=_mention(second, "spokesman", _NOBODY),
        place=_located(_GENEVA, second, "Geneva"),
        time=_day(second, "March 10", date(2024, 3, 10)),
    )
    yield _claim(
        second,
        EventType.SUPPORT,
        "praised",
        "praise",
        ("He praised", "help."),
        actors=(_mention(second, "He", _DRAVO, name="Ilan Dravo"),),
        targets=(_mention(second, "United Nations", _UN),),
        confidence=0.7,
    )
    yield _claim(
        second,
        EventType.PROTEST,
        "marched",
        "march",
        ("Thousands of", "March 11."),
        mode="demo",
        actors=(_mention(second, "students", (None, "XSU", "EDU", None)),),
        place=_located(_PORT_SEL, second, "Port Sel"),
        time=_day(second, "March 11", date(2024, 3, 11)),
    )


def _copied_claims(id_: str) -> Iterable[Claim]:
    """The wire's claims and those of its copy."""
    yield _claim(
        id_,
        EventType.ASSAULT,
        "struck",
        "strike",
        ("Norland warplanes", "witnesses said."),
        mode="aerial",
        contexts=("military",),
        actors=(_mention(id_, "Norland warplanes", _ARMY),),
        targets=(_mention(id_, "people", (None, None, "CVL", None)),),
        attributed_to=_mention(id_, "witnesses", _NOBODY),
        place=_located(_KESSA, id_, "Kessa"),
        time=_day(id_, "Monday", date(2024, 3, 4)),
        counts=(
            _count(id_, "nine people", CountKind.KILLED, 9, "people"),
            _count(
                id_, "two children", CountKind.KILLED, 2, "child", relation=CountRelation.PART_OF
            ),
        ),
    )
    yield _claim(
        id_,
        EventType.ASSAULT,
        "bombed",
        "bomb",
        ("The Norland army", "bombed Kessa."),
        mode="aerial",
        actors=(_mention(id_, "it", _ARMY, name="Norland army"),),
        polarity=Polarity.DENIED,
        attributed_to=_mention(id_, "Norland army", _ARMY),
        place=_located(_KESSA, id_, "Kessa"),
    )
    yield _claim(
        id_,
        EventType.ASSAULT,
        "invaded",
        "invade",
        ("Norland invaded", "decade."),
        actors=(_mention(id_, "Norland", _NORLAND),),
        targets=(_mention(id_, "Sudria", _SUDRIA),),
        temporality=Temporality.HISTORICAL,
        time=Time(
            span=span_of(id_, "1994"),
            earliest=date(1994, 1, 1),
            latest=date(1994, 12, 31),
            precision=TimePrecision.YEAR,
        ),
        confidence=0.7,
    )


def _other_claims() -> Iterable[Claim]:
    wire, hostile = "a-wire-2", "a-hostile"
    yield _claim(
        wire,
        EventType.ASSAULT,
        "shelled",
        "shell",
        ("A convoy", "Thursday."),
        mode="heavy-weapons",
        targets=(_mention(wire, "convoy of refugees", (None, None, "REF", None)),),
        time=_day(wire, "Thursday", date(2024, 3, 14)),
        made_by=MadeBy(entry="ASSAULT.shell", frame="act", rule="passive"),
    )
    yield _claim(
        hostile,
        EventType.ASSAULT,
        "attacked",
        "attack",
        ("Fighters of", "Town."),
        actors=(_mention(hostile, BRIGADE, (None, None, "UAF", "ORG")),),
        targets=(_mention(hostile, FORMULA, (None, None, None, "ORG")),),
        place=Place(span=span_of(hostile, 'O\'Harra "Old" Town'), name='O\'Harra "Old" Town'),
    )
    yield _claim(
        hostile,
        EventType.COERCE,
        "seized",
        "seize",
        ("Fighters of", "Town."),
        mode="seize",
        actors=(_mention(hostile, ARABIC, (None, None, "UAF", "ORG")),),
        targets=(_mention(hostile, SCRIPT, (None, None, None, "ORG")),),
        made_by=MadeBy(entry="COERCE.seize", frame="act", rule="passive"),
    )


@functools.cache
def sample_claims() -> tuple[Claim, ...]:
    """Return the claims, in no particular order."""
    return (
        *_herald_claims(),
        *_copied_claims("a-wire-1"),
        *_copied_claims("a-post-1"),
        *_other_claims(),
    )


def sample_claim(article_id: str, action: str) -> Claim:
    """Return the claim with an action of an article."""
    (claim,) = (
        c for c in sample_claims() if c.article_id == article_id and c.action.text == action
    )
    return claim


_PERSON, _NAME = "1", "2"  # a person or another name; common nouns say what they are themselves


def unknown_id(*tells_apart: str) -> str:
    """Return the id of an actor that no lexicon knows: a hash of what tells it apart."""
    return "x-" + hashlib.sha256("\x1f".join(tells_apart).encode()).hexdigest()[:16]


_PEOPLE = unknown_id("people", "XSU", "CVL")
_CIVILIANS = unknown_id("civilian", "XSU", "CVL")
_STUDENTS = unknown_id("student", "XSU", "EDU")
_REFUGEES = unknown_id("convoy of refugee", "", "REF", "a-wire-2")
_QUELL_ID = unknown_id(_PERSON, "mara quell", "", "")
_PORT = unknown_id(_NAME, "port sel", "XSU", "")
_BRIGADE_ID = unknown_id(_NAME, "red wolf sons brigade", "", "")
_FORMULA_ID = unknown_id(_NAME, "hyperlink http evil example click", "", "")
_ARABIC_ID = unknown_id(_NAME, "لواء الفجر", "", "")
_SCRIPT_ID = unknown_id(_NAME, "script img src x onerror alert 1", "", "")


def _sample_actors() -> tuple[Actor, ...]:
    kind = ActorKind
    actors = (
        Actor(id="xno", name="Norland", kind=kind.COUNTRY, country="XNO", aliases=("Norland",)),
        Actor(id="xsu", name="Sudria", kind=kind.COUNTRY, country="XSU", aliases=("Sudria",)),
        Actor(
            id="xno-mil",
            name="Armed Forces of Norland",
            kind=kind.MILITARY,
            country="XNO",
            sector="MIL",
            aliases=("Norland army", "Norland warplanes"),
            part_of=("xno",),
        ),
        Actor(
            id="xno-air-force",
            name="Norland Air Force",
            kind=kind.MILITARY,
            country="XNO",
            sector="MIL",
            aliases=("Norland air force", "Norland's air force"),
            part_of=("xno-mil",),
        ),
        Actor(
            id="xsu-gov-health",
            name="Ministry of Health of Sudria",
            kind=kind.GOVERNMENT,
            country="XSU",
            sector="GOV",
            aliases=("health ministry of Sudria",),
            part_of=("xsu",),
        ),
        Actor(
            id="ilan-dravo",
            name="Ilan Dravo",
            kind=kind.PERSON,
            country="XNO",
            sector="GOV",
            aliases=("Ilan Dravo", "President Ilan Dravo of Norland"),
            roles=(
                Role(title="Minister of War", of="xno", until=date(2020, 1, 19)),
                Role(title="President", of="xno", since=date(2020, 1, 20)),
            ),
            part_of=("xno",),
        ),
        Actor(
            id="igo-un",
            name="United Nations",
            kind=kind.IGO,
            country="IGO",
            aliases=("United Nations",),
            wikidata="Q1065",
        ),
        Actor(
            id=_QUELL_ID,
            name="Mara Quell",
            kind=kind.PERSON,
            country="XSU",
            sector="GOV",
            aliases=("Mara Quell", "President Mara Quell of Sudria"),
        ),
        _crowd(_PEOPLE, "people", "XSU", "CVL", kind.CIVILIANS),
        _crowd(_CIVILIANS, "civilians", "XSU", "CVL", kind.CIVILIANS),
        _crowd(_STUDENTS, "students", "XSU", "EDU", kind.CIVILIANS),
        _crowd(_REFUGEES, "convoy of refugees", None, "REF", kind.CIVILIANS),
        _crowd(_PORT, "Port Sel", "XSU", None, kind.PLACE),
        _crowd(_BRIGADE_ID, BRIGADE, None, "UAF", kind.ARMED_GROUP),
        _crowd(_ARABIC_ID, ARABIC, None, "UAF", kind.ARMED_GROUP),
        _crowd(_FORMULA_ID, FORMULA, None, None, kind.OTHER),
        _crowd(_SCRIPT_ID, SCRIPT, None, None, kind.OTHER),
    )
    return tuple(sorted(actors, key=lambda actor: actor.id))


def _crowd(id_: str, name: str, country: str | None, sector: str | None, kind: ActorKind) -> Actor:
    return Actor(id=id_, name=name, kind=kind, country=country, sector=sector, aliases=(name,))


_ACTOR_BY_WORDS = {
    "Norland's air force": "xno-air-force",
    "civilians": _CIVILIANS,
    "health ministry of Sudria": "xsu-gov-health",
    "Norland": "xno",
    "Port Sel": _PORT,
    "President Ilan Dravo of Norland": "ilan-dravo",
    "He": "ilan-dravo",
    "President Mara Quell of Sudria": _QUELL_ID,
    "United Nations": "igo-un",
    "students": _STUDENTS,
    "Norland warplanes": "xno-mil",
    "Norland army": "xno-mil",
    "it": "xno-mil",
    "people": _PEOPLE,
    "Sudria": "xsu",
    "convoy of refugees": _REFUGEES,
    BRIGADE: _BRIGADE_ID,
    FORMULA: _FORMULA_ID,
    ARABIC: _ARABIC_ID,
    SCRIPT: _SCRIPT_ID,
}  # speakers without name or home ("witnesses", "spokesman") are no actors


def _sample_links() -> tuple[ActorLink, ...]:
    found = {
        ActorLink(
            article_id=claim.article_id,
            start=mention.span.start,
            end=mention.span.end,
            actor_id=_ACTOR_BY_WORDS[mention.span.text],
            rule="lexicon" if mention.actor_id else "name" if mention.label else "noun",
        )
        for claim in sample_claims()
        for mention in claim.actor_mentions
        if mention.span.text in _ACTOR_BY_WORDS
    }
    return tuple(sorted(found))


def event_id_of(claim: Claim) -> str:
    """Return the id of the event whose earliest claim is given."""
    return "e-" + hashlib.sha256(claim.id.encode()).hexdigest()[:16]


def _event(*claims: Claim, status: EventStatus = EventStatus.REPORTED, **given: object) -> Event:
    """Make an event of claims in order of publication, the first being its lead."""
    lead = claims[0]
    outlets = {article.id: article.source for article in sample_articles()}
    days = {article.id: article.published for article in sample_articles()}
    articles = {claim.article_id for claim in claims}
    values: dict = {
        "mode": lead.mode,
        "contexts": lead.contexts,
        "actor_ids": _ids_of(lead.actors),
        "target_ids": _ids_of(lead.targets),
        "earliest": lead.time.earliest if lead.time else None,
        "latest": lead.time.latest if lead.time else None,
        "date_precision": lead.time.precision if lead.time else None,
        "place": lead.place,
        "tolls": (),
        "denial_ids": (),
        "stories": len(articles - {"a-post-1"}),
        "confidence": lead.confidence,
    }
    return Event(
        id=event_id_of(lead),
        status=status,
        event_type=lead.event_type,
        cameo=lead.cameo,
        quad=lead.quad,
        intensity=lead.intensity,
        claim_ids=tuple(claim.id for claim in claims),
        articles=len(articles),
        sources=len({outlets[id_] for id_ in articles} - {None}),
        first_published=days[lead.article_id],
        lead_claim_id=lead.id,
        **{**values, **given},
    )


def _ids_of(mentions: Iterable[ActorMention]) -> tuple[str, ...]:
    return tuple(sorted(_ACTOR_BY_WORDS[mention.span.text] for mention in mentions))


def _sample_events() -> tuple[Event, ...]:
    killed = sample_claim("a-herald-1", "killed")
    struck = tuple(sample_claim(id_, "struck") for id_ in ("a-post-1", "a-wire-1"))
    strike = _event(
        killed,
        *struck,
        status=EventStatus.DISPUTED,
        actor_ids=("xno-air-force",),  # the army is left out beside its part
        target_ids=(_PEOPLE, _CIVILIANS),
        tolls=(
            Toll(
                kind=CountKind.KILLED,
                low=9,
                best=9,
                high=12,
                is_open=True,
                rule="latest",
                claim_ids=tuple(sorted(c.id for c in (killed, *struck))),
            ),
        ),
        denial_ids=tuple(sample_claim(id_, "bombed").id for id_ in ("a-post-1", "a-wire-1")),
        confidence=0.98,
    )
    shelled = sample_claim("a-wire-2", "shelled")
    events = (
        strike,
        _event(sample_claim("a-herald-1", "threatened")),
        _event(sample_claim("a-herald-1", "attack"), status=EventStatus.CANDIDATE),
        _event(sample_claim("a-herald-2", "met")),
        _event(sample_claim("a-herald-2", "praised")),
        _event(sample_claim("a-herald-2", "marched")),
        _event(
            sample_claim("a-post-1", "invaded"),
            sample_claim("a-wire-1", "invaded"),
            status=EventStatus.HISTORICAL,
        ),
        _event(shelled),
        _event(sample_claim("a-hostile", "attacked")),
        _event(sample_claim("a-hostile", "seized")),
    )
    return tuple(sorted(events, key=lambda event: event.id))


@functools.cache
def sample_resolution() -> Resolution:
    """Return what merging makes of the sample claims, written by hand."""
    events = _sample_events()
    links = {
        EventLink(claim_id=claim_id_, event_id=event.id)
        for event in events
        for claim_id_ in (*event.claim_ids, *event.denial_ids)
    }
    return Resolution(
        actors=_sample_actors(),
        events=events,
        actor_links=_sample_links(),
        event_links=tuple(sorted(links)),
        stories=_sample_stories(),
    )


def _sample_stories() -> tuple[Story, ...]:
    """The post copied the wire; ids are the hash of the first article's id."""
    groups = (
        ("a-herald-1",),
        ("a-post-1", "a-wire-1"),
        ("a-herald-2",),
        ("a-wire-2",),
        ("a-hostile",),
    )
    return tuple(
        sorted(
            Story(id="s-" + hashlib.sha256(ids[0].encode()).hexdigest()[:16], article_ids=ids)
            for ids in groups
        )
    )


@functools.cache
def sample_graph() -> KnowledgeGraph:
    """Return the whole sample world as a graph, with two inputs that were skipped."""
    return KnowledgeGraph(
        articles=sample_articles(),
        claims=sample_claims(),
        resolution=sample_resolution(),
        skips=(
            Skip(where="news.jsonl:7", reason="broken JSON", detail='=cmd|" /C calc"!A0'),
            Skip(where="leeg.txt", reason="empty"),
        ),
    )


@functools.cache
def sample_world() -> World:
    """Return what a lexicon would know of the sample world."""
    known = {"igo-un", "ilan-dravo", "xno", "xno-air-force", "xno-mil", "xsu", "xsu-gov-health"}
    actors = {
        actor.id: ActorEntry(
            id=actor.id,
            name=actor.name,
            kind=actor.kind,
            country=actor.country,
            sector=actor.sector,
            wikidata=actor.wikidata,
            roles=actor.roles,
            part_of=actor.part_of,
        )
        for actor in _sample_actors()
        if actor.id in known
    }
    nouns = {
        "people": ("CVL", ActorKind.CIVILIANS),
        "civilian": ("CVL", ActorKind.CIVILIANS),
        "student": ("EDU", ActorKind.CIVILIANS),
        "refugee": ("REF", ActorKind.CIVILIANS),
        "rebel": ("REB", ActorKind.ARMED_GROUP),
        "gunman": ("UAF", ActorKind.ARMED_GROUP),
        "brigade": ("UAF", ActorKind.ARMED_GROUP),
    }
    return World(
        countries={},
        actors=actors,
        aliases={
            fold(entry.name): (AliasEntry(text=entry.name, actor_id=id_),)
            for id_, entry in actors.items()
        },
        demonyms={"norland": "XNO", "norlander": "XNO", "sudria": "XSU", "sudrian": "XSU"},
        places={},
        sector_words={
            lemma: SectorWord(lemma=lemma, sector=sector, kind=kind)
            for lemma, (sector, kind) in nouns.items()
        },
    )


@functools.cache
def sample_lexicon() -> Lexicon:
    """Return a lexicon of the sample world alone; it holds nothing else."""
    nothing = dict.fromkeys(field.name for field in fields(Lexicon))
    return Lexicon(**{**nothing, "world": sample_world()})
