"""PLOVER JSON lines: one event a line, in the fields of PLOVER's record (manual, draft 2.0).

Candidates are told too: PLOVER marks what is planned, possible, denied or past by modes of its own.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from kg.exports.datasets.accounts import Account, Participant, iter_accounts
from kg.exports.datasets.days import Period, period_of
from kg.exports.options import ExportOptions
from kg.graph import KnowledgeGraph
from kg.graph.frames.cells import iso
from kg.graph.terms import clean
from kg.model import (
    Actor,
    Article,
    Certainty,
    Claim,
    CountKind,
    EventStatus,
    Place,
    PlacePrecision,
    Polarity,
    Temporality,
)
from kg.model.records import dumps

__all__ = ["iter_plover"]

CODER = "conflict-kg"
CODEBOOK, VERSION = "PLOVER", "draft 2.0"
LANGUAGE = "en"  # nothing else is read
RESOLUTIONS = {
    PlacePrecision.POINT: 5,
    PlacePrecision.CITY: 4,
    PlacePrecision.DISTRICT: 3,
    PlacePrecision.PROVINCE: 2,
    PlacePrecision.COUNTRY: 1,
}


def iter_plover(graph: KnowledgeGraph, *, options: ExportOptions) -> Iterator[str]:
    """Yield one line for each event, candidates included, by event id."""
    for account in iter_accounts(graph):
        yield dumps(_clean(_record(graph, account))) + "\n"


def _clean(value: Any) -> Any:
    """Return a record in characters that every reader takes."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, Mapping):
        return {key: _clean(inner) for key, inner in value.items()}
    return [_clean(inner) for inner in value] if isinstance(value, list) else value


def _record(graph: KnowledgeGraph, account: Account) -> Mapping[str, Any]:
    event, lead = account.event, account.lead
    period = period_of(event)
    return {
        "id": event.id,
        "has_event": True,
        "date": iso(_first_day(period)),
        "time": None,
        "enddate": iso(period.last) if period and period.last != _first_day(period) else None,
        "endtime": None,
        "actor": [_entity(graph, account, who) for who in account.actors],
        "recipient": [_entity(graph, account, who) for who in account.targets],
        "event": [str(event.event_type)],
        "event_loc": [_location(event.place)] if event.place else [],
        "event_text": lead.action.text,
        "quad_code": event.quad,
        "event_scale": event.intensity,
        "mode": [*([event.mode] if event.mode else []), *_auxiliary_modes(event.status, lead)],
        "context": list(event.contexts),
        "size": _size(account),
        "link": [],
        "text": lead.sentence.text,
        "text_info": _text_info(lead),
        "cite_info": [_citation(article) for article in _lead_first(account)],
        "coder": CODER,
        "coded_date": None,
        "coded_time": None,
        "comment": _comment(account, period),
    }


def _first_day(period: Period | None) -> date | None:
    """Return the first stated day, else the day of the first report."""
    if period is None:
        return None
    return period.first if period.is_stated else period.last


def _auxiliary_modes(status: EventStatus, lead: Claim) -> Iterator[str]:
    if status == EventStatus.HISTORICAL or lead.temporality == Temporality.HISTORICAL:
        yield "historical"
    if lead.temporality == Temporality.FUTURE:
        yield "future"
    is_open = status == EventStatus.CANDIDATE and lead.temporality != Temporality.FUTURE
    if is_open or lead.certainty == Certainty.POSSIBLE:
        yield "hypothetical"
    if lead.polarity == Polarity.DENIED:
        yield "negation"


def _entity(graph: KnowledgeGraph, account: Account, who: Participant) -> Mapping[str, Any]:
    actor, lead = who.actor, account.lead
    words = (m.span.text for m in lead.actor_mentions if graph.actor_of(lead, m) == actor.id)
    return {
        "code": actor.country,
        "sector": actor.sector,
        "entity_text": next(words, None),
        "identifier_id": actor.id,
        "identifier_text": actor.name,
        "religion": None,
        "ethnicity": None,
        "office": _office(actor, account.event.earliest or account.event.first_published),
        "gender": None,
        "age": None,
    }


def _office(actor: Actor, day: date | None) -> str | None:
    if day is None:
        return None
    held = (
        role.title
        for role in actor.roles
        if (role.since or date.min) <= day <= (role.until or date.max)
    )
    return "; ".join(held) or None


def _location(place: Place) -> Mapping[str, Any]:
    at = dict.fromkeys(PlacePrecision) | {place.precision: place.name}
    return {
        "extracted_place": place.span.text,
        "resolved_place": place.name if place.latitude is not None else None,
        "geonameid": place.geonames_id,
        "lat": place.latitude,
        "lon": place.longitude,
        "city": at[PlacePrecision.CITY],
        "district": at[PlacePrecision.DISTRICT],
        "province": at[PlacePrecision.PROVINCE],
        "country": at[PlacePrecision.COUNTRY],
        "country_code": place.country,
        "feature_class": None,
        "feature_code": None,
        "resolution": RESOLUTIONS[place.precision] if place.precision else None,
    }


def _size(account: Account) -> Mapping[str, int | None]:
    def best(kind: CountKind) -> int | None:
        toll = account.toll(kind)
        return toll.best if toll else None

    return {
        "dead": best(CountKind.KILLED),
        "injured": best(CountKind.INJURED),
        "arrested": best(CountKind.DETAINED),
    }


def _text_info(lead: Claim) -> Mapping[str, Any]:
    start, end = lead.sentence.start, lead.sentence.end
    return {"sequence": None, "start": start, "end": end, "text_story": lead.article_id}


def _lead_first(account: Account) -> Sequence[Article]:
    return (account.article, *(a for a in account.articles if a.id != account.article.id))


def _citation(article: Article) -> Mapping[str, Any]:
    return {
        "corpus": None,
        "citation": article.id,
        "url": article.url,
        "title": article.title,
        "language": LANGUAGE,
        "publication": article.source,
        "license": None,
        "copyright": None,
        "coder": None,
        "codebook": CODEBOOK,
        "version": VERSION,
    }


def _comment(account: Account, period: Period | None) -> str | None:
    """Say what no field of the record has a place for."""
    denials = len(account.event.denial_ids)
    notes = [f"{denials} claims deny it"] if denials else []
    if period and not period.is_stated:
        notes.append("date is that of the first report")
    return "; ".join(notes) or None
