"""What other data sets call the things that we code: the interface of `data/datasets`."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from kg.model import ActorKind, EventType

__all__ = [
    "AcledCondition",
    "AcledRule",
    "AcledSubEvent",
    "CountryCodes",
    "DatasetCodes",
    "Party",
    "Side",
]

# An organisation of no state is that before it is of a sector: peacekeepers are no state's army.
_OF_NO_STATE = (ActorKind.IGO, ActorKind.NGO)


class Party(StrEnum):
    """What somebody is in organised violence, in UCDP's sense."""

    STATE = "state"
    GROUP = "group"
    CIVILIANS = "civilians"


class AcledCondition(StrEnum):
    """What must hold of an event for a rule, beside its type and mode."""

    ARMED = "armed"
    CIVILIANS = "civilians"
    PEOPLE = "people"
    DEATHS = "deaths"


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """What an actor is to other data sets; None and empty where that is not to be told.

    `fights` says whether such an actor bears arms; `acled_inter` is ACLED's code of it, "1" to
    "8"; `gdelt_types` are CAMEO's role codes; `icews_sectors` names of ICEWS.
    """

    party: Party | None = None
    fights: bool = False
    acled_inter: str | None = None
    gdelt_types: tuple[str, ...] = ()
    icews_sectors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AcledSubEvent:
    """A sub-event type of ACLED; `crowd` is the code of a crowd that is actor 1 in all of them."""

    name: str
    event_type: str
    disorder_type: str
    crowd: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AcledRule:
    """What an event is to ACLED if the condition holds and one of the contexts is told.

    `sub_event` is None where the words do not tell which it is; `crowd_side` says where the crowd
    stands that is ACLED's actor 1, "actor" or "target".
    """

    condition: AcledCondition | None
    contexts: tuple[str, ...]
    is_covered: bool
    sub_event: AcledSubEvent | None
    crowd_side: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryCodes:
    """Codes of a country: ISO 3166-1 numeric, and FIPS 10-4."""

    iso_numeric: str | None = None
    fips: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DatasetCodes:
    """All that is needed to write our events in the codes of other data sets.

    Attributes:
        sides: By PLOVER sector and by kind of actor.
        acled_rules: By event type and mode (None: no mode told), in the order of trial.
        violence: UCDP's type of violence ("1" to "3") by the parties of actor and target, None
            where it is organised violence of a type that is not to be told.
        goldstein: Scores of CAMEO codes, −10 to 10.
        gdelt_quads: GDELT's quad class, 1 to 4, by CAMEO root.
        countries: By alpha-3 code.
    """

    sides: Mapping[str, Side]
    acled_rules: Mapping[tuple[EventType, str | None], tuple[AcledRule, ...]]
    violence: Mapping[tuple[Party | None, Party | None], str | None]
    goldstein: Mapping[str, float]
    gdelt_quads: Mapping[str, int]
    countries: Mapping[str, CountryCodes]

    def side(self, kind: ActorKind, sector: str | None) -> Side:
        """Return what an actor is: by its sector, else by its kind; armed if either says so.

        Example:
            >>> from kg.lexicons import load_lexicon
            >>> codes = load_lexicon().datasets
            >>> codes.side(ActorKind.PERSON, "MIL").acled_inter
            '1'
            >>> codes.side(ActorKind.IGO, "MIL").gdelt_types
            ('IGO', 'MIL')
        """
        by_kind, by_sector = self.sides.get(kind, Side()), self.sides.get(sector or "", Side())
        is_of_no_state = kind in _OF_NO_STATE
        first, other = (by_kind, by_sector) if is_of_no_state else (by_sector, by_kind)
        return Side(
            party=first.party if is_of_no_state else first.party or other.party,
            fights=first.fights or other.fights,
            acled_inter=first.acled_inter or other.acled_inter,
            gdelt_types=tuple(dict.fromkeys((*by_kind.gdelt_types, *by_sector.gdelt_types))),
            icews_sectors=first.icews_sectors or other.icews_sectors,
        )

    def goldstein_of(self, cameo: str) -> float | None:
        """Return the Goldstein score of a CAMEO code, or of the nearest code above it.

        Example:
            >>> from kg.lexicons import load_lexicon
            >>> codes = load_lexicon().datasets
            >>> codes.goldstein_of("1952"), codes.goldstein_of("042"), codes.goldstein_of("")
            (-10.0, 1.9, None)
        """
        while cameo and cameo not in self.goldstein:
            cameo = cameo[:-1]
        return self.goldstein.get(cameo)
