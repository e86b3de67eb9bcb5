"""The page of one event: a graph and an id in, all that is said of the event out."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.graph import KnowledgeGraph
from kg.model import Event, Reason
from kg.views.outlines import Window, country_name, read_outlines, window_around
from kg.views.plots import report_strip, toll_plot
from kg.views.served import Served
from kg.views.sheets import SHEET_STYLES, render_sheet
from kg.views.shell import write_text
from kg.views.styles import EXACT_PLACES
from kg.views.tellings import names_of, tell_claim, tell_event
from kg.views.words import STATUS_NOTES, joined, plain, undirected

__all__ = ["render_event_page", "write_event_page"]

_INSET_DEGREES = 14.0  # of latitude
_INSET_ASPECT = 1.6
_WEIGHT = re.compile(r" (?P<sign>[+-])(?P<size>\d+\.\d+)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Because:
    """A part of a reason and what it weighs, "" where it only tells."""

    words: str
    weight: str
    is_against: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """Why two claims, by their numbers on the page, were held to report one event."""

    numbers: tuple[int, ...]
    score: str
    because: tuple[Because, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Inset:
    """A small map with the event's place in its middle."""

    window: Window
    paths: tuple[str, ...]
    at: tuple[float, float]
    name: str
    is_exact: bool


def render_event_page(
    graph: KnowledgeGraph, event_id: str, *, title: str | None = None, served: Served | None = None
) -> str:
    """Return the page of an event: its reports and denials, tolls, days, place, merge reasons.

    Args:
        graph: The graph that holds it.
        event_id: Its id.
        title: Heading of the page; by default the event in a line.
        served: The served pages that it is one of.

    Raises:
        UnknownIdError: If the graph holds no such event.
    """
    event = graph.event(event_id)
    names = names_of(graph)
    card = tell_event(graph, event, names, 0)
    claim_ids = tuple(dict.fromkeys((*event.claim_ids, *event.denial_ids)))
    numbers = {claim_id: number for number, claim_id in enumerate(claim_ids, start=1)}
    reports = [tell_claim(graph, graph.claim(id_), numbers[id_]) for id_ in claim_ids]
    denials = frozenset(event.denial_ids)
    return render_sheet(
        "event.html",
        title=title or card.title,
        styles=(*SHEET_STYLES, "charts.css", "maps.css"),
        served=served,
        values={
            "heading": title,
            "card": card,
            "facts": tuple(_facts(event, names)),
            "note": STATUS_NOTES[event.status],
            "tolls": tuple(toll_plot(graph, event, toll, numbers) for toll in event.tolls),
            "reports": [told for told in reports if told.id not in denials],
            "denials": [told for told in reports if told.id in denials],
            "strip": report_strip(graph, event, numbers),
            "inset": _inset(event),
            "merges": sorted((_merge(r, numbers) for r in event.reasons), key=lambda m: m.numbers),
        },
    )


def write_event_page(
    graph: KnowledgeGraph, event_id: str, path: str | Path, *, title: str | None = None
) -> Path:
    """Write the page of an event to a file, whole or not at all, and return its path.

    Raises:
        UnknownIdError: If the graph holds no such event.
        ViewError: If the file cannot be written.
    """
    return write_text(path, render_event_page(graph, event_id, title=title))


def _facts(event: Event, names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield what is known of an event beside its heading, a label and a text each."""
    yield "Independent texts", str(event.stories)
    yield "Articles, outlets", f"{event.articles}, {event.sources}"
    yield "Confidence", f"{event.confidence:.2f}"
    if event.contexts:
        yield "About", joined(tuple(map(plain, event.contexts)))
    yield "CAMEO", event.cameo
    yield "Intensity", f"{event.intensity:+g} of ±10"
    if event.place and event.place.country:
        yield "Country", country_name(event.place.country)
    yield "Event", event.id


def _inset(event: Event) -> Inset | None:
    place = event.place
    if place is None or place.latitude is None or place.longitude is None:
        return None
    here = (place.longitude, place.latitude)
    window = window_around(*here, degrees=_INSET_DEGREES, aspect=_INSET_ASPECT)
    return Inset(
        window=window,
        paths=tuple(window.paths(read_outlines())),
        at=window.at(*here),
        name=undirected(place.name),
        is_exact=place.precision in EXACT_PLACES,
    )


def _merge(reason: Reason, numbers: Mapping[str, int]) -> Merge:
    pair = (reason.claim_id, reason.other_claim_id)
    return Merge(
        numbers=tuple(sorted(numbers.get(id_, 0) for id_ in pair)),
        score=f"{reason.score:.2f}",
        because=tuple(map(_because, reason.because)),
    )


def _because(part: str) -> Because:
    """Part words from the weight behind them: "same day +0.30"."""
    found = _WEIGHT.search(part)
    if found is None:
        return Because(words=part, weight="", is_against=False)
    is_against = found["sign"] == "-"
    weight = f"{'−' if is_against else '+'}{found['size']}"
    return Because(words=part[: found.start()], weight=weight, is_against=is_against)
