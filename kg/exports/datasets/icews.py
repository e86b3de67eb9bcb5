"""ICEWS-shaped text between tabs: one row a pair of actor and target.

Columns and order: ICEWS Coded Event Data (Harvard Dataverse), as `andybega/icews` reads them.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from kg.exports.datasets.accounts import Pair, Participant, iter_pairs
from kg.exports.datasets.countries import country_name
from kg.exports.datasets.days import period_of
from kg.exports.delimited import iter_tabbed
from kg.exports.options import ExportOptions
from kg.graph import KnowledgeGraph
from kg.graph.frames.cells import iso
from kg.lexicons import load_lexicon
from kg.model import Event, Place, PlacePrecision

__all__ = ["ICEWS_COLUMNS", "iter_icews"]

ICEWS_COLUMNS = (
    "Event ID",
    "Event Date",
    "Source Name",
    "Source Sectors",
    "Source Country",
    "Event Text",
    "CAMEO Code",
    "Intensity",
    "Target Name",
    "Target Sectors",
    "Target Country",
    "Story ID",
    "Sentence Number",
    "Publisher",
    "City",
    "District",
    "Province",
    "Country",
    "Latitude",
    "Longitude",
)

LONGEST_DAYS = 7  # a row says one day; what is told of a month has none


def iter_icews(graph: KnowledgeGraph, *, options: ExportOptions) -> Iterator[str]:
    """Yield what happened as pairs, by event id, below a header."""
    rows = (_row(pair) for pair in iter_pairs(graph))
    cells = ([row.get(column) for column in ICEWS_COLUMNS] for row in rows)
    yield from iter_tabbed([ICEWS_COLUMNS])
    yield from iter_tabbed(cells)


def _row(pair: Pair) -> Mapping[str, Any]:
    event, article = pair.account.event, pair.account.article
    return {
        "Event ID": pair.id,
        "Event Date": _date(event),
        **_side("Source", pair.actor),
        "Event Text": _event_text(event),
        "CAMEO Code": event.cameo,
        "Intensity": load_lexicon().datasets.goldstein_of(event.cameo),
        **_side("Target", pair.target),
        "Story ID": article.id,
        "Publisher": article.source,
        **_where(event.place),
    }


def _date(event: Event) -> str | None:
    period = period_of(event)
    return iso(period.day) if period and period.length_days <= LONGEST_DAYS else None


def _event_text(event: Event) -> str:
    label = load_lexicon().events.types[event.event_type].label
    return f"{label}: {event.mode}" if event.mode else label


def _side(name: str, who: Participant | None) -> Mapping[str, Any]:
    if who is None:
        return {}
    return {
        f"{name} Name": who.actor.name,
        f"{name} Sectors": ",".join(who.side.icews_sectors),
        f"{name} Country": country_name(who.state),
    }


def _where(place: Place | None) -> Mapping[str, Any]:
    if place is None:
        return {}
    is_settled = place.precision in (PlacePrecision.CITY, PlacePrecision.POINT)
    return {
        "City": place.name if is_settled else None,
        "District": place.name if place.precision == PlacePrecision.DISTRICT else None,
        "Province": place.name if place.precision == PlacePrecision.PROVINCE else None,
        "Country": country_name(place.country),
        "Latitude": place.latitude,
        "Longitude": place.longitude,
    }
