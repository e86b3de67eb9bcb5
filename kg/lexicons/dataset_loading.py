"""Read the codes of other data sets: the tables of `data/datasets` in, frozen codes out."""

from collections.abc import Container, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from kg.lexicons.datasets import (
    AcledCondition,
    AcledRule,
    AcledSubEvent,
    CountryCodes,
    DatasetCodes,
    Party,
    Side,
)
from kg.lexicons.event_loading import EventLexicon
from kg.lexicons.faults import Faults
from kg.lexicons.tables import Row, read_rows
from kg.model import ActorKind, EventType, Sector

__all__ = ["load_dataset_codes"]

SIDES = ("code", "party", "fights", "acled_inter", "gdelt_types", "icews_sectors")
SUB_EVENTS = ("sub_event_type", "event_type", "disorder_type", "crowd")
ACLED = ("event_type", "mode", "if", "contexts", "is_covered", "sub_event_type", "crowd")
UCDP = ("actor", "target", "type_of_violence")
CAMEO = ("code", "goldstein", "gdelt_quad")
COUNTRIES = ("code", "iso_numeric", "fips")

INTERS = ("", *"12345678")  # ACLED's codes of actors
VIOLENCE = ("", *"123")  # UCDP's types
QUADS = ("", *"1234")
CROWD_SIDES = ("", "actor", "target")
NOBODY = "-"


def load_dataset_codes(
    folder: Path, events: EventLexicon, countries: Container[str], faults: Faults
) -> DatasetCodes:
    """Read the tables below a folder.

    Args:
        folder: The folder.
        events: The event lexicon, whose types, modes and contexts the tables must know.
        countries: Alpha-3 codes of all countries.
        faults: Where faults are noted.
    """
    cameo = _unique(read_rows(folder / "goldstein.tsv", CAMEO, faults), "code")
    return DatasetCodes(
        sides=MappingProxyType(_sides(folder / "sides.tsv", faults)),
        acled_rules=MappingProxyType(_acled_rules(folder, events, faults)),
        violence=MappingProxyType(_violence(folder / "ucdp.tsv", faults)),
        goldstein=MappingProxyType(
            {code: row.number("goldstein", 10) or 0.0 for code, row in cameo.items()}
        ),
        gdelt_quads=MappingProxyType(
            {code: int(quad) for code, row in cameo.items() if (quad := _one_of(row, QUADS))}
        ),
        countries=MappingProxyType(_countries(folder / "countries.tsv", countries, faults)),
    )


def _unique(rows: Iterator[Row], column: str) -> dict[str, Row]:
    found: dict[str, Row] = {}
    for row in rows:
        key = row.text(column)
        if key in found:
            row.fault(f"{column} {key!r} stands in line {found[key].line} too; keep one")
            continue
        found[key] = row
    return found


def _one_of(row: Row, values: tuple[str, ...], column: str = "gdelt_quad") -> str | None:
    """Return a cell that must be one of some values, None where it is empty."""
    value = row.cells[column]
    if value not in values:
        row.fault(f"{column} {value!r} is none of {', '.join(filter(None, values))}")
    return value or None


def _sides(path: Path, faults: Faults) -> dict[str, Side]:
    rows = _unique(read_rows(path, SIDES, faults), "code")
    wanted = {*map(str, Sector), *map(str, ActorKind)}
    for code, row in rows.items():
        if code not in wanted:
            row.fault(f"code {code!r} is no sector and no kind of actor")
    for missing in sorted(wanted - set(rows)):
        faults.add(path, missing, "no line tells what this sector or kind is; add one")
    return {
        code: Side(
            party=row.member("party", Party),
            fights=row.boolean("fights"),
            acled_inter=_one_of(row, INTERS, "acled_inter"),
            gdelt_types=row.many("gdelt_types"),
            icews_sectors=row.many("icews_sectors"),
        )
        for code, row in rows.items()
    }


def _acled_rules(
    folder: Path, events: EventLexicon, faults: Faults
) -> dict[tuple[EventType, str | None], tuple[AcledRule, ...]]:
    sub_events = _sub_events(folder / "acled_sub_events.tsv", faults)
    contexts = {context.name for context in events.contexts}
    path = folder / "acled.tsv"
    wanted = {
        (event_type, mode)
        for event_type, entry in events.types.items()
        for mode in (None, *entry.modes)
    }
    found: dict[tuple[EventType, str | None], tuple[AcledRule, ...]] = {}
    for row in read_rows(path, ACLED, faults):
        event_type = row.needed("event_type", EventType)
        key = (event_type, row.maybe("mode")) if event_type else None
        rule = _acled_rule(row, sub_events, contexts)
        if key is None:
            continue
        if key not in wanted:
            row.fault(f"mode {key[1]!r} is none of {key[0]}")
        found[key] = (*found.get(key, ()), rule)
    for event_type, mode in sorted(wanted, key=str):
        last = found.get((event_type, mode), ())[-1:]
        if not last or last[0].condition or last[0].contexts:
            where = f"{event_type} {mode or 'without mode'}"
            faults.add(path, where, "needs a line without conditions, covered or not; add one")
    return found


def _acled_rule(
    row: Row, sub_events: Mapping[str, AcledSubEvent], contexts: Container[str]
) -> AcledRule:
    name = row.maybe("sub_event_type")
    is_covered = row.boolean("is_covered")
    if name is not None and name not in sub_events:
        row.fault(f"sub_event_type {name!r} is none of acled_sub_events.tsv")
    if name is not None and not is_covered:
        row.fault(f"is not covered and yet {name!r}; empty one")
    for context in row.many("contexts"):
        if context not in contexts:
            row.fault(f"context {context!r} is none of contexts.toml")
    sub_event = sub_events.get(name or "")
    crowd_side = _one_of(row, CROWD_SIDES, "crowd")
    if sub_event is not None and bool(sub_event.crowd) != bool(crowd_side):
        row.fault(f"crowd {crowd_side!r} does not fit {name!r}; it has a side where there is one")
    return AcledRule(
        condition=row.member("if", AcledCondition),
        contexts=row.many("contexts"),
        is_covered=is_covered,
        sub_event=sub_event,
        crowd_side=crowd_side,
    )


def _sub_events(path: Path, faults: Faults) -> dict[str, AcledSubEvent]:
    return {
        name: AcledSubEvent(
            name=name,
            event_type=row.text("event_type"),
            disorder_type=row.text("disorder_type"),
            crowd=_one_of(row, INTERS, "crowd"),
        )
        for name, row in _unique(read_rows(path, SUB_EVENTS, faults), "sub_event_type").items()
    }


def _violence(path: Path, faults: Faults) -> dict[tuple[Party | None, Party | None], str | None]:
    found: dict[tuple[Party | None, Party | None], str | None] = {}
    for row in read_rows(path, UCDP, faults):
        sides = (_party(row, "actor"), _party(row, "target"))
        if sides in found:
            row.fault("these two sides stand above too; keep one line")
        found[sides] = _one_of(row, VIOLENCE, "type_of_violence")
    return found


def _party(row: Row, column: str) -> Party | None:
    return None if row.cells[column] == NOBODY else row.needed(column, Party)


def _countries(path: Path, countries: Container[str], faults: Faults) -> dict[str, CountryCodes]:
    rows = _unique(read_rows(path, COUNTRIES, faults), "code")
    for code, row in rows.items():
        if code not in countries:
            row.fault(f"code {code!r} is no alpha-3 code of world/countries.tsv")
    return {
        code: CountryCodes(iso_numeric=row.maybe("iso_numeric"), fips=row.maybe("fips"))
        for code, row in rows.items()
    }
