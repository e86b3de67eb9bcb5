"""UCDP-GED-shaped CSV: one row an event of organised violence with at least one death.

Columns, types and precisions: UCDP Georeferenced Event Dataset, codebook.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from kg.exports.datasets.accounts import Account, Participant, iter_happened
from kg.exports.datasets.countries import country_name
from kg.exports.datasets.days import Period, period_of
from kg.exports.options import ExportOptions
from kg.graph import KnowledgeGraph
from kg.graph.cells import iter_csv
from kg.graph.frames.cells import iso, joined
from kg.lexicons import Party, load_lexicon
from kg.model import Article, CountKind, EventType, Place, PlacePrecision, Toll

__all__ = ["UCDP_COLUMNS", "iter_ucdp"]

UCDP_COLUMNS = (
    "id",
    "relid",
    "year",
    "active_year",
    "code_status",
    "type_of_violence",
    "conflict_new_id",
    "conflict_name",
    "dyad_new_id",
    "dyad_name",
    "side_a_new_id",
    "gwnoa",
    "side_a",
    "side_b_new_id",
    "gwnob",
    "side_b",
    "number_of_sources",
    "source_article",
    "source_office",
    "source_date",
    "source_headline",
    "source_original",
    "where_prec",
    "where_coordinates",
    "where_description",
    "adm_1",
    "adm_2",
    "latitude",
    "longitude",
    "geom_wkt",
    "priogrid_gid",
    "country",
    "country_id",
    "region",
    "event_clarity",
    "date_prec",
    "date_start",
    "date_end",
    "deaths_a",
    "deaths_b",
    "deaths_civilians",
    "deaths_unknown",
    "low",
    "best",
    "high",
)

LETHAL = EventType.ASSAULT  # the one type of PLOVER that is physical violence
DATE_PRECISIONS = ((1, 1), (6, 2), (7, 3), (31, 4))  # days at most, precision; 5 is longer
LONGEST = 5
PLACE_PRECISIONS = {
    PlacePrecision.POINT: 1,
    PlacePrecision.CITY: 1,
    PlacePrecision.DISTRICT: 3,
    PlacePrecision.PROVINCE: 4,
    PlacePrecision.COUNTRY: 6,
}


def iter_ucdp(graph: KnowledgeGraph, *, options: ExportOptions) -> Iterator[str]:
    """Yield the deadly events of organised violence that somebody says happened, by event id."""
    violence = load_lexicon().datasets.violence
    found = (
        _row(account, killed, violence[parties])
        for account in iter_happened(graph)
        if (killed := _killed(account)) and (parties := _parties(account)) in violence
    )
    yield from iter_csv(UCDP_COLUMNS, ([row.get(c) for c in UCDP_COLUMNS] for row in found))


def _killed(account: Account) -> Toll | None:
    """Return the toll that makes an event one of UCDP's, None where it is none."""
    toll = account.toll(CountKind.KILLED)
    is_deadly = account.event.event_type == LETHAL and toll is not None and toll.best > 0
    return toll if is_deadly else None


def _parties(account: Account) -> tuple[Party | None, Party | None]:
    actors, targets = account.sides
    return _first(who.side.party for who in actors), _first(who.suffers_as for who in targets)


def _first(parties: Iterator[Party | None]) -> Party | None:
    """Return the party of a side: one that is organised, if any of its members is."""
    found = sorted({party for party in parties if party}, key=list(Party).index)
    return found[0] if found else None


def _row(account: Account, killed: Toll, violence: str | None) -> Mapping[str, Any]:
    return {
        "id": int(account.event.id[2:15], 16),  # 52 bits: floating point holds them exactly
        "relid": account.event.id,
        **_date(period_of(account.event)),
        "type_of_violence": violence,
        **_sides(account),
        **_sources(account),
        **_where(account.event.place),
        "deaths_unknown": killed.best,
        "low": killed.low,
        "best": killed.best,
        "high": killed.high,
    }


def _sides(account: Account) -> Mapping[str, Any]:
    """Return both sides by name; where a state fights a group, the state is side A."""
    side_a, side_b = account.sides
    parties = _parties(account)
    if parties == (Party.GROUP, Party.STATE):
        side_a, side_b = side_b, side_a
    names = (_names(side_a), _names(side_b))
    return {
        "side_a": names[0],
        "side_b": "Civilians" if parties[1] == Party.CIVILIANS else names[1],
    }


def _names(side: Sequence[Participant]) -> str | None:
    return ", ".join(who.actor.name for who in side) or None


def _date(period: Period | None) -> Mapping[str, Any]:
    if period is None:
        return {}
    known = (level for days, level in DATE_PRECISIONS if period.length_days <= days)
    return {
        "year": period.year,
        "date_prec": next(known, LONGEST),
        "date_start": iso(period.first),
        "date_end": iso(period.last),
    }


def _sources(account: Account) -> Mapping[str, Any]:
    articles = account.articles
    speakers = dict.fromkeys(c.attributed_to.name for c in account.claims if c.attributed_to)
    return {
        "number_of_sources": account.event.sources or None,
        "source_article": joined(_citation(article) for article in articles),
        "source_office": joined(article.source for article in articles),
        "source_date": joined(iso(article.published) for article in articles),
        "source_headline": joined(article.title for article in articles),
        "source_original": joined(speakers),
    }


def _citation(article: Article) -> str:
    parts = (article.source, iso(article.published), article.title)
    return ",".join(part for part in parts if part)


def _where(place: Place | None) -> Mapping[str, Any]:
    if place is None:
        return {}
    is_located = place.latitude is not None and place.longitude is not None
    return {
        "where_prec": PLACE_PRECISIONS[place.precision] if place.precision else None,
        "where_coordinates": place.name if is_located else None,
        "where_description": place.span.text,
        "adm_1": place.name if place.precision == PlacePrecision.PROVINCE else None,
        "adm_2": place.name if place.precision == PlacePrecision.DISTRICT else None,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "geom_wkt": f"POINT ({place.longitude} {place.latitude})" if is_located else None,
        "country": country_name(place.country),
    }
