"""What is known of one merged actor: its namings enter, an `Actor` leaves."""

from collections import Counter
from collections.abc import Iterable, Sequence
from types import MappingProxyType

from kg.lexicons import ActorEntry, World, fold
from kg.lexicons.world_lookup import sector_of
from kg.model import Actor, ActorKind
from kg.resolution.names import NodeSort, is_acronym, names_nobody, without_owner, without_titles
from kg.resolution.naming import Naming

__all__ = ["build_actor"]

# Sectors: PLOVER manual draft 2.0, section on actor codes.
_KIND_BY_SECTOR = MappingProxyType(
    {
        "GOV": ActorKind.GOVERNMENT,
        "MIL": ActorKind.MILITARY,
        "SPY": ActorKind.GOVERNMENT,
        "COP": ActorKind.POLICE,
        "REB": ActorKind.ARMED_GROUP,
        "UAF": ActorKind.ARMED_GROUP,
        "PRM": ActorKind.ARMED_GROUP,
        "PTY": ActorKind.PARTY,
        "JUD": ActorKind.COURT,
        "LEG": ActorKind.LEGISLATURE,
        "BUS": ActorKind.COMPANY,
        "JRN": ActorKind.MEDIA,
        "AGR": ActorKind.CIVILIANS,
        "CVL": ActorKind.CIVILIANS,
        "EDU": ActorKind.CIVILIANS,
        "LAB": ActorKind.CIVILIANS,
        "OPP": ActorKind.CIVILIANS,
        "REF": ActorKind.CIVILIANS,
        "SOC": ActorKind.CIVILIANS,
    }
)
_KIND_BY_BLOC = MappingProxyType({"IGO": ActorKind.IGO, "NGO": ActorKind.NGO})
_PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})


def build_actor(actor_id: str, namings: Sequence[Naming], world: World) -> Actor:
    """Return the merged actor behind some namings.

    A known actor is as the lexicon has it. Of others, the name is the full form that names them
    most often (then the longest, then the first in the alphabet); country and sector are what
    their words say most often.
    """
    entry = world.actors.get(actor_id)
    if entry is not None:
        return _known(entry, namings)
    name = _name(namings)
    return Actor(
        id=actor_id,
        name=name,
        kind=_kind(name, namings, world),
        country=_usual(n.mention.country or n.node.country for n in namings),
        sector=_usual(n.mention.sector for n in namings),
        aliases=_aliases(namings),
    )


def _known(entry: ActorEntry, namings: Sequence[Naming]) -> Actor:
    return Actor(
        id=entry.id,
        name=entry.name,
        kind=entry.kind,
        country=entry.country,
        sector=entry.sector,
        aliases=_aliases(namings),
        wikidata=entry.wikidata,
        roles=entry.roles,
        part_of=entry.part_of,
    )


def _aliases(namings: Iterable[Naming]) -> tuple[str, ...]:
    texts = {n.mention.span.text for n in namings} | {n.mention.name for n in namings}
    plain = {without_owner(text) for text in texts if not names_nobody(text)}
    return tuple(sorted(text for text in plain if fold(text)))


def _name(namings: Sequence[Naming]) -> str:
    count = Counter(_written(n) for n in namings)
    full = {name: times for name, times in count.items() if _is_full(name, namings)} or count
    return min(full, key=lambda name: (-full[name], -len(name), name))


def _written(naming: Naming) -> str:
    name = naming.mention.name
    return without_titles(name) if naming.mention.label == "PERSON" else without_owner(name)


def _is_full(name: str, namings: Sequence[Naming]) -> bool:
    """Tell whether a name is neither an acronym nor, where longer ones exist, a last name."""
    is_person = any(n.node.sort is NodeSort.PERSON for n in namings)
    return not is_acronym(name) and not (is_person and " " not in name)


def _usual(values: Iterable[str | None]) -> str | None:
    count = Counter(value for value in values if value)
    return min(count, key=lambda value: (-count[value], value), default=None)


def _kind(name: str, namings: Sequence[Naming], world: World) -> ActorKind:
    if any(n.node.sort is NodeSort.PERSON for n in namings):
        return ActorKind.PERSON
    noun = sector_of(world, fold(name.partition(" of ")[0]).split())
    if noun is not None:
        return noun.kind
    sector = _usual(n.mention.sector for n in namings)
    country = _usual(n.mention.country for n in namings)
    known = _KIND_BY_SECTOR.get(sector or "") or _KIND_BY_BLOC.get(country or "")
    if known is not None:
        return known
    labels = {n.mention.label for n in namings}
    return ActorKind.PLACE if labels & _PLACE_LABELS else ActorKind.OTHER
