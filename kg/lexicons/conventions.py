"""How other codings record an event: one table in, the rules of each convention out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType

from kg.lexicons.events import EventTypeEntry
from kg.lexicons.faults import Faults
from kg.lexicons.tables import Row, read_rows
from kg.model import EventType

__all__ = ["Convention", "Occasion", "Recoding", "load_conventions"]

COLUMNS = ("convention", "when", "event_type", "mode", "recorded_as", "cameo")


class Occasion(StrEnum):
    """When an event is recorded as something else, or against somebody else."""

    PLANNED = "planned"
    DENIED = "denied"
    CODED = "coded"
    PLACED = "placed"
    RULED = "ruled"
    ABOUT = "about"


@dataclass(frozen=True, slots=True, kw_only=True)
class Recoding:
    """What is recorded: a type, and a CAMEO code of it."""

    event_type: EventType
    cameo: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Convention:
    """A way of coding beside our own.

    Attributes:
        planned: By the type of a deed, what announcing it is.
        denied: By the type of a deed, what not doing it is.
        coded: By type and CAMEO code of ours, what is recorded for these.
        placed: Types with a mode, or None for any, of deeds against nobody named that are against
            the country where they are done.
        ruled: Likewise of deeds of nobody named that are the country's where they are done.
        about: Types of words to nobody named that are to the country of what they are about.
    """

    planned: Mapping[EventType, Recoding]
    denied: Mapping[EventType, Recoding]
    coded: Mapping[tuple[EventType, str], Recoding]
    placed: frozenset[tuple[EventType, str | None]]
    ruled: frozenset[tuple[EventType, str | None]]
    about: frozenset[EventType]

    def is_placed(self, event_type: EventType, mode: str | None) -> bool:
        """Tell whether such a deed against nobody named is against the country where it is."""
        return not self.placed.isdisjoint({(event_type, mode), (event_type, None)})

    def is_ruled(self, event_type: EventType, mode: str | None) -> bool:
        """Tell whether such a deed of nobody named is that of the country where it is."""
        return not self.ruled.isdisjoint({(event_type, mode), (event_type, None)})

    @property
    def codes(self) -> frozenset[str]:
        """All CAMEO codes that it records."""
        recorded = (*self.planned.values(), *self.denied.values(), *self.coded.values())
        return frozenset(recoding.cameo for recoding in recorded)


@dataclass(slots=True)
class _Rules:
    """The rules of one convention, as its rows are read."""

    types: Mapping[EventType, EventTypeEntry]
    planned: dict[EventType, Recoding] = field(default_factory=dict)
    denied: dict[EventType, Recoding] = field(default_factory=dict)
    coded: dict[tuple[EventType, str], Recoding] = field(default_factory=dict)
    placed: set[tuple[EventType, str | None]] = field(default_factory=set)
    ruled: set[tuple[EventType, str | None]] = field(default_factory=set)
    about: set[EventType] = field(default_factory=set)

    def add(self, row: Row) -> None:
        """Take one row."""
        when, event_type = row.needed("when", Occasion), row.needed("event_type", EventType)
        if when is None or event_type is None:
            return
        if when in (Occasion.PLACED, Occasion.RULED):
            deeds = self.placed if when is Occasion.PLACED else self.ruled
            deeds.add((event_type, self._mode(row, event_type)))
            return
        if when is Occasion.ABOUT:
            self.about.add(event_type)
            return
        becomes, cameo = row.needed("recorded_as", EventType), row.text("cameo")
        if becomes is None:
            return
        recoding = Recoding(event_type=becomes, cameo=cameo)
        if when is Occasion.CODED:
            self.coded[event_type, cameo] = recoding
        else:
            (self.planned if when is Occasion.PLANNED else self.denied)[event_type] = recoding

    def _mode(self, row: Row, event_type: EventType) -> str | None:
        mode, described = row.maybe("mode"), self.types.get(event_type)
        if mode and described and mode not in described.modes:
            row.fault(f"mode {mode!r} is none of {event_type}'s")
        return mode

    def freeze(self) -> Convention:
        """Return them as a convention."""
        return Convention(
            planned=MappingProxyType(self.planned),
            denied=MappingProxyType(self.denied),
            coded=MappingProxyType(self.coded),
            placed=frozenset(self.placed),
            ruled=frozenset(self.ruled),
            about=frozenset(self.about),
        )


def load_conventions(
    path: Path, types: Mapping[EventType, EventTypeEntry], faults: Faults
) -> Mapping[str, Convention]:
    """Read `conventions.tsv`: conventions by name.

    Args:
        path: The file.
        types: The event types, whose modes the table must know.
        faults: Where faults are noted.
    """
    found: dict[str, _Rules] = {}
    for row in read_rows(path, COLUMNS, faults):
        found.setdefault(row.text("convention"), _Rules(types)).add(row)
    return MappingProxyType({name: rules.freeze() for name, rules in sorted(found.items())})
