"""Articles, mentions and a small lexicon made by hand, for the tests of this room."""

import re
from collections.abc import Iterable
from dataclasses import fields
from datetime import date
from types import MappingProxyType, SimpleNamespace
from typing import Any

from kg.lexicons import (
    ActorEntry,
    AliasEntry,
    Context,
    Country,
    CountryWord,
    Entry,
    EventLexicon,
    EventTypeEntry,
    Frame,
    Mode,
    PlaceEntry,
    SectorWord,
    Trigger,
    TriggerKind,
    World,
    fold,
)
from kg.model import (
    ActorKind,
    ActorPhrase,
    Article,
    CountKind,
    EventType,
    Mention,
    PlacePrecision,
    Quantity,
    Span,
)

FRIDAY = date(2025, 8, 29)

_TRANSITIVE = Frame(
    name="transitive",
    actor=("subject",),
    target=("object",),
    noun_actor=("by",),
    noun_target=("of",),
)
_MOVING = Frame(name="moving", actor=("subject",), target=(), noun_actor=(), noun_target=())


def make_article(text: str, published: date | None = FRIDAY, article_id: str = "a-1") -> Article:
    return Article(id=article_id, text=text, published=published)


def span_of(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start=start, end=start + len(words), text=words)


def phrase_of(text: str, words: str, **fields: Any) -> ActorPhrase:
    given = {"name": words, "head": words.split()[-1].lower()} | fields
    return ActorPhrase(span=span_of(text, words), **given)


def make_mention(text: str, action: str, **fields: Any) -> Mention:
    """Return a mention whose sentence and scope are the whole text."""
    whole = Span(start=0, end=len(text), text=text)
    given = {
        "article_id": "a-1",
        "sentence": whole,
        "lemma": action.lower(),
        "entry": "ASSAULT.attack",
        "rule": "active",
        "scope": (whole,),
    }
    return Mention(action=span_of(text, action), **(given | fields))


def marked_quantity(marked: str, *, number: str, of: str, governor: str) -> tuple[str, Quantity]:
    """Return a text without its brackets, and the quantity that stood between them."""
    start, end = marked.index("["), marked.index("]") - 1
    text = re.sub(r"[\[\]]", "", marked)
    span = Span(start=start, end=end, text=text[start:end])
    return text, Quantity(span=span, number=number, of=of, governor=governor)


def make_lexicon() -> Any:
    """Return the two parts of a lexicon that this room reads, with a handful of entries."""
    given = {
        "types": MappingProxyType({row.event_type: row for row in _types()}),
        "contexts": (
            Context(name="terrorism", words=("terrorism", "terrorist", "suicide bomber")),
            Context(name="military", words=("army", "air force", "troop")),
            Context(name="diplomatic", words=("embassy", "ambassador")),
        ),
        "entries": MappingProxyType({entry.id: entry for entry in _entries()}),
        "learned": MappingProxyType({EventType.AID: _entry("AID.learned", EventType.AID)}),
        "obligation": None,
        "refusal": None,
    }
    others = {field.name: MappingProxyType({}) for field in fields(EventLexicon)}
    events = EventLexicon(**(others | given))
    return SimpleNamespace(events=events, world=make_world())


def _entry(entry_id: str, event_type: EventType, **fields: Any) -> Entry:
    trigger = Trigger(kind=TriggerKind.VERB, lemmas=(entry_id.split(".")[1],))
    given = {"frame": _TRANSITIVE, "triggers": (trigger,), "precision": 0.8} | fields
    return Entry(id=entry_id, event_type=event_type, **given)


def _entries() -> Iterable[Entry]:
    yield _entry("ASSAULT.attack", EventType.ASSAULT)
    yield _entry("ASSAULT.shoot", EventType.ASSAULT, mode="firearms", counts=CountKind.KILLED)
    yield _entry("ASSAULT.poison", EventType.ASSAULT, cameo="204", counts=CountKind.INJURED)
    yield _entry("MOBILIZE.deploy", EventType.MOBILIZE, frame=_MOVING, counts=CountKind.DEPLOYED)
    yield _entry("SANCTION.halt", EventType.SANCTION)


def _types() -> Iterable[EventTypeEntry]:
    modes = (
        _mode(
            "aerial", -9.5, "195", "air strike", "airstrike", "warplane", "from the air", "bomber"
        ),
        _mode("drone", -9.4, "196", "drone", "unmanned aircraft"),
        _mode("firearms", -9.0, "193", "rifle", "gun"),
        _mode("heavy-weapons", -9.3, "194", "artillery", "rocket", "shelling", "arms"),
        _mode("beat", -7.5, "182", "beat", "ban"),
    )
    yield _type(EventType.ASSAULT, 4, -9.0, "180", modes, gdelt=4, phoenix=4)
    yield _type(EventType.MOBILIZE, 4, -5.5, "150", gdelt=4)
    yield _type(EventType.SANCTION, 4, -6.0, "160", gdelt=4, phoenix=3)
    yield _type(EventType.AID, 2, 10.0, "070")


def _mode(name: str, intensity: float, cameo: str, *words: str) -> Mode:
    return Mode(
        name=name, event_type=EventType.ASSAULT, intensity=intensity, cameo=cameo, words=words
    )


def _type(
    event_type: EventType,
    quad: int,
    intensity: float,
    cameo: str,
    modes: tuple[Mode, ...] = (),
    **quads: int,
) -> EventTypeEntry:
    return EventTypeEntry(
        event_type=event_type,
        label=event_type.title(),
        definition="",
        quad=quad,
        intensity=intensity,
        cameo=cameo,
        modes=MappingProxyType({mode.name: mode for mode in modes}),
        quads_elsewhere=MappingProxyType(quads),
    )


def make_world() -> World:
    """Return two states at war, a third one, and some places that share a name."""
    actors = (
        ActorEntry(id="xsu", name="Sudria", kind=ActorKind.COUNTRY, country="XSU"),
        ActorEntry(id="xno", name="Norland", kind=ActorKind.COUNTRY, country="XNO"),
        ActorEntry(
            id="xno-mil", name="Norland army", kind=ActorKind.MILITARY, country="XNO", sector="MIL"
        ),
        ActorEntry(
            id="ilan-dravo", name="Ilan Dravo", kind=ActorKind.PERSON, country="XNO", sector="GOV"
        ),
        ActorEntry(
            id="mara-quell", name="Mara Quell", kind=ActorKind.PERSON, country="XSU", sector="GOV"
        ),
        ActorEntry(id="red-brigade", name="Red Brigade", kind=ActorKind.ARMED_GROUP, sector="REB"),
        ActorEntry(id="igo-lon", name="League of Nations", kind=ActorKind.IGO),
        ActorEntry(id="ngo-aid", name="Aid Now", kind=ActorKind.NGO, sector="CVL"),
    )
    aliases = [AliasEntry(text=actor.name, actor_id=actor.id) for actor in actors]
    aliases += [
        AliasEntry(text="Norland's army", actor_id="xno-mil"),
        AliasEntry(text="LON", actor_id="igo-lon"),
    ]
    return World(
        countries=MappingProxyType({row.code: row for row in _countries()}),
        actors=MappingProxyType({actor.id: actor for actor in actors}),
        aliases=MappingProxyType(_grouped((fold(a.text), a) for a in aliases)),
        demonyms=MappingProxyType({fold(t): c.code for c in _countries() for t in c.demonyms}),
        places=MappingProxyType(_grouped((fold(p.name), p) for p in _places())),
        sector_words=MappingProxyType({row.lemma: row for row in _sector_words()}),
        country_words=MappingProxyType(
            {fold(t): CountryWord(text=t, code=c.code) for c in _countries() for t in _names(c)}
        ),
        titles=MappingProxyType({"president": ("president",), "rebel group": ()}),
        offices=MappingProxyType({("president", "xsu"): tuple(_presidents())}),
        general_words=frozenset(("official", "leader")),
        place_words=MappingProxyType(_place_words()),
        town=_town,
    )


def _town(key: str, country: str) -> PlaceEntry | None:
    """One village, Little Mill of Sudria."""
    if (key, country) != ("little mill", "XSU"):
        return None
    return PlaceEntry(
        name="Little Mill",
        latitude=15.0,
        longitude=45.0,
        country="XSU",
        precision=PlacePrecision.CITY,
        geonames_id=12,
        population=800,
    )


def _names(country: Country) -> tuple[str, ...]:
    return (country.name, str(country.capital), *country.demonyms)


def _presidents() -> Iterable[AliasEntry]:
    yield AliasEntry(text="president", actor_id="ilan-dravo", until=date(2019, 12, 31))
    yield AliasEntry(text="president", actor_id="mara-quell", since=date(2020, 1, 1))


def _place_words() -> dict[str, PlacePrecision | None]:
    classes = {
        "province": PlacePrecision.PROVINCE,
        "district": PlacePrecision.DISTRICT,
        "city": PlacePrecision.CITY,
        "airport": PlacePrecision.POINT,
    }
    return classes | dict.fromkeys(("northern", "western"))


def _grouped(pairs: Iterable[tuple[str, Any]]) -> dict[str, tuple[Any, ...]]:
    found: dict[str, tuple[Any, ...]] = {}
    for key, value in pairs:
        found[key] = (*found.get(key, ()), value)
    return found


def _countries() -> Iterable[Country]:
    yield Country(
        code="XNO", name="Norland", demonyms=("Norlander", "Norlandic"), capital="Oststad"
    )
    yield Country(code="XSU", name="Sudria", demonyms=("Sudrian",), capital="Kessa")
    yield Country(code="XUS", name="United Shires", demonyms=("US",), capital="Moot")
    yield Country(code="XSS", name="South Sudria", demonyms=("South Sudrian",), capital="Meru")


def _places() -> Iterable[PlaceEntry]:
    city, province = PlacePrecision.CITY, PlacePrecision.PROVINCE
    rows = (
        ("Norland", 60.0, 20.0, "XNO", PlacePrecision.COUNTRY, 1, 9_000_000),
        ("Sudria", 10.0, 40.0, "XSU", PlacePrecision.COUNTRY, 2, 8_000_000),
        ("Kessa", 11.5, 41.25, "XSU", city, 3, 900_000),
        ("Oststad", 60.5, 20.5, "XNO", city, 10, 700_000),
        ("Oststad", 12.0, 42.0, "XSU", city, 11, 200_000),
        ("Wardak", 12.5, 42.25, "XSU", city, 4, 50_000),
        ("Paris", 48.9, 2.4, "FRA", city, 5, 2_100_000),
        ("Paris", 61.0, 21.0, "XNO", city, 6, 25_000),
        ("Tripoli", 32.9, 13.2, "LBY", city, 7, 1_100_000),
        ("Tripoli", 13.0, 43.0, "XSU", city, 8, 230_000),
        ("Hill 70", 13.5, 43.5, "XSU", PlacePrecision.POINT, None, 0),
        ("Anbar Province", 14.0, 44.0, "XSU", province, 9, 1_500_000),
    )
    for name, latitude, longitude, country, precision, geonames_id, population in rows:
        yield PlaceEntry(
            name=name,
            latitude=latitude,
            longitude=longitude,
            country=country,
            precision=precision,
            geonames_id=geonames_id,
            population=population,
        )


def _sector_words() -> Iterable[SectorWord]:
    yield SectorWord(lemma="troop", sector="MIL", kind=ActorKind.MILITARY)
    yield SectorWord(lemma="soldier", sector="MIL", kind=ActorKind.MILITARY)
    yield SectorWord(lemma="rebel", sector="REB", kind=ActorKind.ARMED_GROUP)
    yield SectorWord(lemma="police", sector="COP", kind=ActorKind.POLICE)
    yield SectorWord(lemma="fighter", sector="UAF", kind=ActorKind.ARMED_GROUP)
    yield SectorWord(lemma="president", sector="GOV", kind=ActorKind.GOVERNMENT)
