"""What every code means, in our words: tables enter, one frozen and cached `Glossary` leaves.

The types, modes and contexts of events are told in the event lexicon itself; the glossary holds
that lexicon, the codes of the closed sets, and the CAMEO codes that the lexicon gives.
"""

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType

from kg.lexicons.event_loading import EventLexicon, load_events
from kg.lexicons.faults import Faults
from kg.lexicons.loading import DATA
from kg.lexicons.tables import read_rows
from kg.model import (
    ActorKind,
    Bound,
    Certainty,
    CountKind,
    CountRelation,
    EventStatus,
    PlacePrecision,
    Polarity,
    Sector,
    Temporality,
    TimePrecision,
)

__all__ = ["CODE_SETS", "Glossary", "cameo_codes", "load_glossary"]

CODE_SETS: tuple[type[StrEnum], ...] = (
    Polarity,
    Certainty,
    Temporality,
    EventStatus,
    CountKind,
    Bound,
    CountRelation,
    TimePrecision,
    PlacePrecision,
    ActorKind,
    Sector,
)
ROOT_DIGITS = 2  # of the broadest CAMEO codes
CAMEO_COLUMNS = ("code", "label")
CODE_COLUMNS = ("set", "code", "meaning")


@dataclass(frozen=True, slots=True, kw_only=True)
class Glossary:
    """What codes mean.

    `meanings` has for each closed set its codes with their meaning, in the order of the set;
    `cameo` has each CAMEO code, as a string, with a short label, sorted.
    """

    events: EventLexicon
    meanings: Mapping[type[StrEnum], Mapping[StrEnum, str]]
    cameo: Mapping[str, str]


@functools.cache
def load_glossary(folder: Path = DATA) -> Glossary:
    """Return the glossary of the event lexicon and the tables of a folder.

    Raises:
        LexiconError: If any file has faults, or a code is told by no row; the message names all.
    """
    faults = Faults()
    events = load_events(folder, faults)
    glossary = Glossary(
        events=events,
        meanings=_read_meanings(folder / "codes.tsv", faults),
        cameo=_read_cameo(folder / "cameo.tsv", cameo_codes(events), faults),
    )
    faults.raise_any()
    return glossary


def cameo_codes(events: EventLexicon) -> frozenset[str]:
    """Return all CAMEO codes that an event lexicon gives, in any convention."""
    types = events.types.values()
    of_modes = (mode.cameo for entry in types for mode in entry.modes.values())
    of_entries = (entry.cameo for entry in events.entries.values() if entry.cameo)
    elsewhere = (code for convention in events.conventions.values() for code in convention.codes)
    return frozenset((*(entry.cameo for entry in types), *of_modes, *of_entries, *elsewhere))


def _read_meanings(path: Path, faults: Faults) -> Mapping[type[StrEnum], Mapping[StrEnum, str]]:
    set_by_name = {codes.__name__: codes for codes in CODE_SETS}
    found: dict[type[StrEnum], dict[StrEnum, str]] = {codes: {} for codes in CODE_SETS}
    for row in read_rows(path, CODE_COLUMNS, faults):
        codes = set_by_name.get(row.text("set"))
        if codes is None:
            row.fault(f"set {row.cells['set']!r} is none of {', '.join(set_by_name)}")
            continue
        code = row.needed("code", codes)
        if code is not None:
            found[codes][code] = row.text("meaning")
    for codes in CODE_SETS:
        for code in set(codes) - set(found[codes]):
            faults.add(path, codes.__name__, f"no row tells what {code.value!r} means; add one")
    return MappingProxyType(
        {
            codes: MappingProxyType({code: meanings.get(code, "") for code in codes})
            for codes, meanings in found.items()
        }
    )


def _read_cameo(path: Path, needed: frozenset[str], faults: Faults) -> Mapping[str, str]:
    labels = {row.text("code"): row.text("label") for row in read_rows(path, CAMEO_COLUMNS, faults)}
    above = {code[:-1] for code in (*needed, *labels) if len(code) > ROOT_DIGITS}
    for code in sorted((needed | above) - set(labels)):
        faults.add(path, code, "no row tells what this code means; add one")
    return MappingProxyType(dict(sorted(labels.items())))
