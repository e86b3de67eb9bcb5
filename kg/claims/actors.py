"""From a phrase that names somebody to an actor mention: known actor, country, sector."""

from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType

from kg.lexicons import ActorEntry, World, find_actor, find_country, sector_of
from kg.model import ActorKind, ActorMention, ActorPhrase

__all__ = ["code_actor"]

_PERSON = "PERSON"
_BLOCS: Mapping[ActorKind, str] = MappingProxyType({ActorKind.IGO: "IGO", ActorKind.NGO: "NGO"})


def code_actor(phrase: ActorPhrase, world: World, *, on: date | None = None) -> ActorMention:
    """Return who a phrase names, as far as its own words tell.

    Args:
        phrase: The phrase.
        world: Known actors, countries and nouns.
        on: The day for which offices and dated names are read ("the president of France").
    """
    entry = _find_entry(phrase, world, on)
    return ActorMention(
        span=phrase.span,
        name=phrase.name,
        actor_id=entry.id if entry else None,
        country=_country(phrase, entry, world),
        sector=_sector(phrase, entry, world),
        label=phrase.label,
    )


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


def _country(phrase: ActorPhrase, entry: ActorEntry | None, world: World) -> str | None:
    if entry is not None:
        known = entry.country or _BLOCS.get(entry.kind)
        if known is not None:
            return known
    texts = [phrase.name, *phrase.modifiers, phrase.span.text]
    if phrase.label == _PERSON:  # nobody comes from Jordan by being called Michael Jordan
        texts = list(phrase.modifiers)
    return next((code for text in texts if (code := find_country(world, text)) is not None), None)


def _sector(phrase: ActorPhrase, entry: ActorEntry | None, world: World) -> str | None:
    if entry is not None and entry.sector is not None:
        return entry.sector
    noun = sector_of(world, (*phrase.modifiers, *phrase.span.text.split()))
    return noun.sector if noun else None
