"""From a phrase that names somebody to an actor mention: known actor, country, sector."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise
from types import MappingProxyType

from kg.claims.phrases import head_words
from kg.claims.tables import read_words
from kg.lexicons import ActorEntry, World, find_actor, find_country, find_place, sector_of
from kg.model import ActorKind, ActorMention, ActorPhrase, PlacePrecision

__all__ = ["code_actor"]

_PERSON, _PLACE = "PERSON", "GPE"
_FOREIGN = "foreign"
_LARGE = 300_000  # inhabitants of a town that is meant, whatever else an article names
_ETHNIC = "ethnic"
_PEOPLE = "NORP"
_LIVING_IN = re.compile(r"\bof (?:the )?(?:[a-z]+ern )?(?P<name>[A-Z][\w'-]*(?: [A-Z][\w'-]*)*)")
_OF_PLACE = re.compile(r"\b(?:of|in|from|and) (?P<name>[A-Z][\w'-]*(?: [A-Z][\w'-]*)*)")
_BLOCS: Mapping[ActorKind, str] = MappingProxyType({ActorKind.IGO: "IGO", ActorKind.NGO: "NGO"})


def code_actor(
    phrase: ActorPhrase,
    world: World,
    *,
    on: date | None = None,
    countries: Sequence[str] = (),
) -> ActorMention:
    """Return who a phrase names, as far as its own words tell.

    What is labelled as a person but is the name of a place in one of the article's countries, and
    of no known person, is that place. Those of two ("the US and Israeli officials", who speak as
    one) are of neither alone.

    Args:
        phrase: The phrase.
        world: Known actors, countries and nouns.
        on: The day for which offices and dated names are read ("the president of France").
        countries: The countries in which the article's places lie.
    """
    is_joint = _is_joint(phrase, world)
    entry = None if is_joint else _find_entry(phrase, world, on)
    if entry is None and phrase.label == _PERSON and _is_place(phrase.name, world, countries):
        phrase = replace(phrase, label=_PLACE)
        entry = _find_entry(phrase, world, on)
    return ActorMention(
        span=phrase.span,
        name=phrase.name,
        actor_id=entry.id if entry else None,
        country=None if is_joint else _country(phrase, entry, world, on=on, countries=countries),
        sector=_sector(phrase, entry, world),
        label=phrase.label,
    )


def _is_joint(phrase: ActorPhrase, world: World) -> bool:
    """Tell whether a phrase joins the people of several countries, groups or bodies by "and"."""
    if phrase.label or len(phrase.modifiers) < 2 or " and " not in phrase.name:
        return False
    found = (find_country(world, m) or find_actor(world, m) for m in phrase.modifiers)
    return len({owner for owner in found if owner is not None}) > 1


def _is_place(name: str, world: World, countries: Sequence[str]) -> bool:
    place = find_place(world, name)
    return place is not None and place.country in countries


def _find_entry(phrase: ActorPhrase, world: World, on: date | None) -> ActorEntry | None:
    for text in dict.fromkeys(_namings(phrase)):
        entry = find_actor(world, text, on=on)
        if entry is not None and (phrase.label != _PERSON or entry.kind is ActorKind.PERSON):
            return entry
    return None


def _namings(phrase: ActorPhrase) -> Iterator[str]:
    """Yield the texts that may name the actor, the surest first."""
    yield phrase.name
    yield phrase.span.text
    if phrase.label is None:
        for modifier in phrase.modifiers:  # "Ukraine" + "president", however the text joins them
            yield f"{modifier} {phrase.span.text}"
            yield f"{modifier} {phrase.head}"


def _country(
    phrase: ActorPhrase,
    entry: ActorEntry | None,
    world: World,
    *,
    on: date | None,
    countries: Sequence[str],
) -> str | None:
    if entry is not None:
        known = entry.country or _BLOCS.get(entry.kind)
        if known is not None:
            return known
    texts = [phrase.name, *phrase.modifiers, phrase.span.text]
    if phrase.label == _PERSON:  # nobody comes from Jordan by being called Michael Jordan
        texts = list(phrase.modifiers)
        bodies = (find_actor(world, text, on=on) for text in texts)  # "FCO minister"
        told = next(
            (body.country for body in bodies if body and body.country in world.countries), None
        )
        if told is not None:
            return told
    elif phrase.head in read_words("phrases", "relations"):
        texts = [phrase.span.text, *phrase.modifiers]  # Norland's enemies are not Norlandic
    elif phrase.label in (None, _PEOPLE):
        home = _country_of_people(phrase, world, countries)
        if home is not None or _is_ethnic(phrase):
            return home
    told = next((code for text in texts if (code := find_country(world, text)) is not None), None)
    if told is not None or phrase.label is not None:
        return told
    told = _country_of_place(phrase, world, countries)
    if told is None and _is_local(phrase, world):
        return _country_of_seat(phrase, world, countries)
    return told


def _is_ethnic(phrase: ActorPhrase) -> bool:
    """Tell whether a people is named by descent: ethnic Sudrians are seldom of Sudria.

    An ethnic minority is named by none.
    """
    words = pairwise(phrase.span.text.split())
    return any(word.casefold() == _ETHNIC and people[:1].isupper() for word, people in words)


def _country_of_people(phrase: ActorPhrase, world: World, countries: Sequence[str]) -> str | None:
    """Return where a people lives that is named with its home ("the Sudrians of Norland").

    One without a state, or named by descent, is also at home where it is said to be.
    """
    is_ethnic = _is_ethnic(phrase)
    if phrase.label is None and not is_ethnic:
        return None
    told = _country_of_place(phrase, world, countries, _LIVING_IN)
    if told is not None:
        return told
    is_of_state = find_country(world, phrase.name) is not None and not is_ethnic
    return None if is_of_state else _country_of_seat(phrase, world, countries)


def _country_named(name: str, world: World, countries: Sequence[str]) -> str | None:
    """Return the country that a name means, or in which the place of that name lies.

    A town counts if it lies in a country that the article names, or is large.
    """
    country, place = find_country(world, name), find_place(world, name)
    if country is not None or place is None:
        return country
    is_sure = place.precision is not PlacePrecision.CITY or place.population >= _LARGE
    return place.country if is_sure or place.country in countries else None


def _country_of_place(
    phrase: ActorPhrase, world: World, countries: Sequence[str], named: re.Pattern[str] = _OF_PLACE
) -> str | None:
    """Return where those lie or live who are named after a place ("residents of Kessa")."""
    names = (match["name"] for match in named.finditer(phrase.name))
    found = (_country_named(name, world, countries) for name in names)
    return next((code for code in found if code is not None), None)


def _is_local(phrase: ActorPhrase, world: World) -> bool:
    """Tell whether a phrase means people who are at home where they are: police, residents."""
    if phrase.head in read_words("phrases", "relations"):
        return False
    if phrase.modifiers or _FOREIGN in phrase.span.text.casefold().split():
        return False  # "Western officials in Kessa"
    is_at_home = _sector(phrase, None, world) in read_words("phrases", "local_sectors")
    return is_at_home or phrase.head in read_words("phrases", "locals")


def _country_of_seat(phrase: ActorPhrase, world: World, countries: Sequence[str]) -> str | None:
    """Return where those are who are at home there ("opposition parties in Zimbabwe")."""
    return _country_named(phrase.seat, world, countries) if phrase.seat else None


def _sector(phrase: ActorPhrase, entry: ActorEntry | None, world: World) -> str | None:
    """Return the sector of a phrase's noun; what follows "of" tells it of parts of many alone."""
    if entry is not None and entry.sector is not None:
        return entry.sector
    words = phrase.name if phrase.label is None else phrase.span.text
    is_whole = phrase.label is not None or phrase.head in read_words("phrases", "parts")
    nouns = (words if is_whole else head_words(words)).split()
    if phrase.label == _PERSON:
        nouns = nouns[:-1]  # "Senator Anna Baker" bakes nothing
    noun = sector_of(world, (*phrase.modifiers, *nouns))
    return noun.sector if noun else None
