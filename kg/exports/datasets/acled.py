"""ACLED-shaped CSV: one row an event, for the kinds of event that ACLED covers.

Columns: ACLED, change guide of 2023. What maps to what stands in `kg/lexicons/data/datasets`.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from kg.exports.datasets.accounts import Account, Participant, iter_happened
from kg.exports.datasets.acled_rules import rule_of
from kg.exports.datasets.countries import country_codes, country_name
from kg.exports.datasets.days import Period, period_of
from kg.exports.options import ExportOptions
from kg.graph import KnowledgeGraph
from kg.graph.cells import iter_csv
from kg.graph.frames.cells import iso, one_line
from kg.lexicons import AcledRule, Party
from kg.model import CountKind, EventStatus, Place, PlacePrecision

__all__ = ["ACLED_COLUMNS", "iter_acled"]

ACLED_COLUMNS = (
    "event_id_cnty",
    "event_date",
    "year",
    "time_precision",
    "disorder_type",
    "event_type",
    "sub_event_type",
    "actor1",
    "assoc_actor_1",
    "inter1",
    "actor2",
    "assoc_actor_2",
    "inter2",
    "interaction",
    "civilian_targeting",
    "iso",
    "region",
    "country",
    "admin1",
    "admin2",
    "admin3",
    "location",
    "latitude",
    "longitude",
    "geo_precision",
    "source",
    "source_scale",
    "notes",
    "fatalities",
    "tags",
    "timestamp",
)

WEEK_DAYS, MONTH_DAYS = 7, 31  # ACLED's time precisions 2 and 3; anything longer is no date to it
STATE, CIVILIANS, EXTERNAL = "1", "7", "8"  # ACLED's codes of actors
POLITICAL_VIOLENCE, CIVILIAN_TARGETING = "Political violence", "Civilian targeting"
GEO_PRECISIONS = {
    PlacePrecision.POINT: 1,
    PlacePrecision.CITY: 1,
    PlacePrecision.DISTRICT: 2,
    PlacePrecision.PROVINCE: 3,
    PlacePrecision.COUNTRY: 3,
}


def iter_acled(graph: KnowledgeGraph, *, options: ExportOptions) -> Iterator[str]:
    """Yield the events of ACLED's kinds that somebody says happened, by event id."""
    cases = ((account, rule_of(account)) for account in iter_happened(graph))
    rows = (_row(account, rule) for account, rule in cases if rule.is_covered)
    yield from iter_csv(ACLED_COLUMNS, ([row.get(c) for c in ACLED_COLUMNS] for row in rows))


def _row(account: Account, rule: AcledRule) -> Mapping[str, Any]:
    event = account.event
    killed = account.toll(CountKind.KILLED)
    period = period_of(event)
    return {
        "event_id_cnty": event.id,
        **_date(period),
        **_kind(account, rule),
        **_sides(account, rule),
        **_where(event.place),
        "source": "; ".join(dict.fromkeys(a.source for a in account.articles if a.source)),
        "notes": one_line(account.lead.sentence.text),
        "fatalities": killed.best if killed else None,
        "tags": _tags(event.status, period),
    }


def _date(period: Period | None) -> Mapping[str, Any]:
    if period is None or period.length_days > MONTH_DAYS:
        return {"year": period.year if period else None}
    precision = 2 if not period.is_stated else _precision(period.length_days)
    return {
        "event_date": iso(period.day),
        "year": period.day.year,
        "time_precision": precision,
    }


def _precision(length_days: int) -> int:
    if length_days == 1:
        return 1
    return 2 if length_days <= WEEK_DAYS else 3


def _tags(status: EventStatus, period: Period | None) -> str | None:
    """Say what no column of ACLED has a place for; its tags are free words."""
    tags = [] if status == EventStatus.REPORTED else [f"status={status}"]
    if period and not period.is_stated:
        tags.append("date=published")
    return "; ".join(tags) or None


def _kind(account: Account, rule: AcledRule) -> Mapping[str, Any]:
    if rule.sub_event is None:
        return {}
    return {
        "disorder_type": rule.sub_event.disorder_type,
        "event_type": rule.sub_event.event_type,
        "sub_event_type": rule.sub_event.name,
        "civilian_targeting": CIVILIAN_TARGETING if _is_on_civilians(account, rule) else None,
    }


def _is_on_civilians(account: Account, rule: AcledRule) -> bool:
    """Tell whether an event is violence against civilians alone; a crowd that suffers it is."""
    if rule.sub_event is None or POLITICAL_VIOLENCE not in rule.sub_event.disorder_type:
        return False
    if rule.crowd_side is not None:
        return rule.crowd_side == "target"
    targets = account.sides[1]
    return bool(targets) and all(who.suffers_as == Party.CIVILIANS for who in targets)


def _sides(account: Account, rule: AcledRule) -> Mapping[str, Any]:
    """Return the columns of the actors; a crowd is ACLED's actor 1 on whichever side it stands."""
    actors, targets = account.sides
    place = account.event.place
    country = place.country if place else None
    inter1 = _inter(actors[:1], country)
    is_civilian = bool(targets) and targets[0].suffers_as == Party.CIVILIANS
    inter2 = CIVILIANS if is_civilian else _inter(targets[:1], country)
    crowd = rule.sub_event.crowd if rule.sub_event else None
    if crowd and rule.crowd_side == "target":
        actors, targets, inter1, inter2 = targets, actors, inter2, inter1
    if crowd and actors and not actors[0].side.fights:
        inter1 = crowd
    return {
        **_side("1", actors, inter1),
        **_side("2", targets, inter2),
        "interaction": _interaction(inter1, inter2, has_other=bool(targets)),
    }


def _side(number: str, side: Sequence[Participant], inter: str | None) -> Mapping[str, Any]:
    names = [who.actor.name for who in side]
    return {
        f"actor{number}": names[0] if names else None,
        f"assoc_actor_{number}": "; ".join(names[1:]) or None,
        f"inter{number}": inter,
    }


def _inter(side: Sequence[Participant], country: str | None) -> str | None:
    """Return ACLED's code of a side; a state's forces outside of their country are external."""
    for who in side:
        is_abroad = who.state and country and who.state != country
        return EXTERNAL if who.side.acled_inter == STATE and is_abroad else who.side.acled_inter
    return None


def _interaction(inter1: str | None, inter2: str | None, *, has_other: bool) -> str | None:
    """Return both codes, the lower first; with a 0 where there is no second actor."""
    if inter1 is None or (inter2 is None and has_other):
        return None
    return "".join(sorted((inter1, inter2))) if inter2 else f"{inter1}0"


def _where(place: Place | None) -> Mapping[str, Any]:
    if place is None:
        return {}
    return {
        "iso": country_codes(place.country).iso_numeric,
        "country": country_name(place.country),
        "admin1": place.name if place.precision == PlacePrecision.PROVINCE else None,
        "admin2": place.name if place.precision == PlacePrecision.DISTRICT else None,
        "location": place.name,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "geo_precision": GEO_PRECISIONS[place.precision] if place.precision else None,
    }
