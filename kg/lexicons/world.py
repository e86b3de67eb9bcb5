"""What the world lexicon holds: countries, known actors, places, and words that tell a sector.

This module is the interface; the files are read by `world_loading`, and asked by `world_lookup`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Any

from kg.model import ActorKind, PlacePrecision, Role

__all__ = [
    "ActorEntry",
    "AliasEntry",
    "Country",
    "CountryWord",
    "PlaceEntry",
    "SectorWord",
    "World",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A state or territory: `code` is ISO 3166 alpha-3 ("XKX" for Kosovo, as is usual).

    `names` are further names, `metonyms` the seats that stand for its government ("Kremlin");
    `latitude` and `longitude` (degrees, WGS 84) are a rounded middle.
    """

    code: str
    name: str
    demonyms: tuple[str, ...]
    capital: str | None = None
    names: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    latitude: float | None = None
    longitude: float | None = None
    wikidata: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryWord:
    """A text that tells a country; `code` None: it holds a country's name and tells none."""

    text: str
    code: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AliasEntry:
    """One text that names an actor, maybe only for a time (first and last day)."""

    text: str
    actor_id: str
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorEntry:
    """A known actor: a state, its government or forces, a person, an organisation, a group."""

    id: str
    name: str
    kind: ActorKind
    country: str | None = None
    sector: str | None = None
    wikidata: str | None = None
    roles: tuple[Role, ...] = ()
    part_of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceEntry:
    """A place of the gazetteer; degrees in WGS 84.

    `country` is None for waters, disputed land, and regions of several states; `population` is 0
    where it is not known, as of all places added by hand.
    """

    name: str
    latitude: float
    longitude: float
    country: str | None
    precision: PlacePrecision
    geonames_id: int | None = None
    population: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SectorWord:
    """A common noun that tells who is meant: "troop" -> MIL, military; "protester" -> OPP."""

    lemma: str
    sector: str
    kind: ActorKind
    is_political: bool = True


def _nothing() -> Mapping[Any, Any]:
    return MappingProxyType({})


def _nowhere(_name: str, _country: str) -> PlaceEntry | None:
    return None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class World:
    """Everything known of who acts and where; a world equals only itself.

    All mappings of texts are keyed by `fold(text)` (see `kg.lexicons.folding`).

    Attributes:
        countries: By alpha-3 code.
        actors: By id. A state's id is its code in lower case ("ukr"), its organs' add a suffix
            ("ukr-mil").
        aliases: What names whom: names, aliases, and for states their demonyms and seats.
        demonyms: The demonyms alone ("russian", "russians"), to alpha-3 codes.
        places: Bearers of a name, the likeliest first.
        town: The largest town or village of a name, folded, in a country (alpha-3), if any; there
            are too many of them to be among the places.
        sector_words: Common nouns, singular.
        country_words: Everything that tells a country: its names, demonyms, capital, seats,
            regions; and words that only seem to.
        country_affixes: Words joined to a country by a hyphen that turn its meaning ("pro-",
            "-backed"), to "before" or "after".
        offices: Who held an office, by office and id of the body.
        organs: What a state acts through ("troop"), to the suffix of its id; "" is the state.
        titles: Words before or instead of a name, to the offices that they may mean.
        general_words: Nouns that take their meaning from the word before them ("commander").
        place_words: Class nouns of places, to the precision that they tell; directions, to None.
    """

    countries: Mapping[str, Country]
    actors: Mapping[str, ActorEntry]
    aliases: Mapping[str, tuple[AliasEntry, ...]]
    demonyms: Mapping[str, str]
    places: Mapping[str, tuple[PlaceEntry, ...]]
    sector_words: Mapping[str, SectorWord]
    country_words: Mapping[str, CountryWord] = field(default_factory=_nothing)
    country_affixes: Mapping[str, str] = field(default_factory=_nothing)
    offices: Mapping[tuple[str, str], tuple[AliasEntry, ...]] = field(default_factory=_nothing)
    organs: Mapping[str, str] = field(default_factory=_nothing)
    titles: Mapping[str, tuple[str, ...]] = field(default_factory=_nothing)
    general_words: frozenset[str] = frozenset()
    place_words: Mapping[str, PlacePrecision | None] = field(default_factory=_nothing)
    town: Callable[[str, str], PlaceEntry | None] = _nowhere
