"""GDELT-shaped events: 61 columns between tabs and no header, one row a pair of actor and target.

Columns and order: GDELT event database, codebook 2.0; `GDELT_COLUMNS` names them.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from kg.exports.datasets.accounts import Account, Pair, Participant, iter_pairs
from kg.exports.datasets.countries import country_codes, country_name
from kg.exports.datasets.days import Period, period_of
from kg.exports.delimited import iter_tabbed
from kg.exports.options import ExportOptions
from kg.graph import KnowledgeGraph
from kg.lexicons import load_lexicon
from kg.model import Event, Place, PlacePrecision

__all__ = ["GDELT_COLUMNS", "iter_gdelt"]

_OF_ACTORS = (
    "Code",
    "Name",
    "CountryCode",
    "KnownGroupCode",
    "EthnicCode",
    "Religion1Code",
    "Religion2Code",
    "Type1Code",
    "Type2Code",
    "Type3Code",
)
_OF_PLACES = (
    "Type",
    "FullName",
    "CountryCode",
    "ADM1Code",
    "ADM2Code",
    "Lat",
    "Long",
    "FeatureID",
)
GDELT_COLUMNS = (
    "GlobalEventID",
    "Day",
    "MonthYear",
    "Year",
    "FractionDate",
    *(f"Actor{number}{name}" for number in (1, 2) for name in _OF_ACTORS),
    "IsRootEvent",
    "EventCode",
    "EventBaseCode",
    "EventRootCode",
    "QuadClass",
    "GoldsteinScale",
    "NumMentions",
    "NumSources",
    "NumArticles",
    "AvgTone",
    *(f"{of}Geo_{name}" for of in ("Actor1", "Actor2", "Action") for name in _OF_PLACES),
    "DATEADDED",
    "SOURCEURL",
)

WEEK_DAYS = 7  # of what took longer, or is told less finely, no day is given
MONTH_DAYS, YEAR_DAYS = 30, 365  # of the codebook's fraction of a year
USA = "USA"
# GDELT's types of place: in the United States, elsewhere.
PLACE_TYPES = {
    PlacePrecision.COUNTRY: (1, 1),
    PlacePrecision.PROVINCE: (2, 5),
    PlacePrecision.CITY: (3, 4),
    PlacePrecision.POINT: (3, 4),
}


def iter_gdelt(graph: KnowledgeGraph, *, options: ExportOptions) -> Iterator[str]:
    """Yield what happened as pairs, by event id."""
    rows = (_row(pair) for pair in iter_pairs(graph))
    yield from iter_tabbed([row.get(column) for column in GDELT_COLUMNS] for row in rows)


def _row(pair: Pair) -> Mapping[str, Any]:
    account, event = pair.account, pair.account.event
    published = event.first_published
    return {
        "GlobalEventID": pair.id,
        **_date(period_of(event)),
        **_side("Actor1", pair.actor),
        **_side("Actor2", pair.target),
        "IsRootEvent": int(_is_in_first_paragraph(account)),
        **_codes(event),
        "NumMentions": len(event.claim_ids),
        "NumSources": event.sources or None,
        "NumArticles": event.articles,
        **_where(event.place),
        "DATEADDED": f"{_digits(published)}000000" if published else None,
        "SOURCEURL": account.article.url,
    }


def _date(period: Period | None) -> Mapping[str, Any]:
    if period is None:
        return {}
    if period.length_days > WEEK_DAYS:
        first, last = _digits(period.first)[:6], _digits(period.last)[:6]
        return {"MonthYear": first if first == last else None, "Year": period.year}
    day = period.day
    fraction = ((day.month - 1) * MONTH_DAYS + day.day) / YEAR_DAYS
    return {
        "Day": _digits(day),
        "MonthYear": _digits(day)[:6],
        "Year": day.year,
        "FractionDate": f"{day.year + fraction:.4f}",
    }


def _digits(day: date) -> str:
    return day.isoformat().replace("-", "")


def _side(name: str, who: Participant | None) -> Mapping[str, Any]:
    if who is None:
        return {}
    types = who.side.gdelt_types[:3]
    return {
        f"{name}Code": "".join((who.state or "", *types)) or None,
        f"{name}Name": who.actor.name.upper(),
        f"{name}CountryCode": who.state,
        **{f"{name}Type{number}Code": code for number, code in enumerate(types, start=1)},
    }


def _is_in_first_paragraph(account: Account) -> bool:
    """Tell whether some article has the event in its first paragraph, GDELT's mark of weight."""
    text_by_id = {article.id: article.text for article in account.articles}
    before = (text_by_id[c.article_id][: c.sentence.start].lstrip() for c in account.claims)
    return any("\n" not in text for text in before)


def _codes(event: Event) -> Mapping[str, Any]:
    codes = load_lexicon().datasets
    root = event.cameo[:2]
    return {
        "EventCode": event.cameo,
        "EventBaseCode": event.cameo[:3],
        "EventRootCode": root,
        "QuadClass": codes.gdelt_quads.get(root),
        "GoldsteinScale": codes.goldstein_of(event.cameo),
    }


def _where(place: Place | None) -> Mapping[str, Any]:
    if place is None:
        return {}
    types = PLACE_TYPES.get(place.precision) if place.precision else None
    is_country = place.precision == PlacePrecision.COUNTRY
    names = (place.name, None if is_country else country_name(place.country))
    return {
        "ActionGeo_Type": types[place.country != USA] if types else None,
        "ActionGeo_FullName": ", ".join(name for name in names if name),
        "ActionGeo_CountryCode": country_codes(place.country).fips,
        "ActionGeo_Lat": place.latitude,
        "ActionGeo_Long": place.longitude,
    }
