"""What of two reports is compared: one row for each facet, and what tells reports apart in it.

Millions of pairs are made of few distinct days, places and parties. Reports of one key are alike
in a facet, so that each pair of keys need be compared only once (`kg.resolution.scores`).
"""

from collections.abc import Callable, Hashable
from dataclasses import dataclass

from kg.resolution.days import compare_dated, compare_undated
from kg.resolution.evidence import NOTHING, Part
from kg.resolution.numbers import compare_numbers
from kg.resolution.parties import compare_actors, compare_mutual, compare_targets
from kg.resolution.places import compare_places
from kg.resolution.reports import Report

__all__ = ["DAY_FACETS", "FACETS", "Facet"]

SAME_MODE = 0.05
OTHER_MODE = -0.1
SAME_WORD = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """One kind of evidence.

    Attributes:
        compare: What two reports of one event type tell in it, the same in either order. Days are
            compared as of two articles (see `kg.resolution.days.compare_within`).
        key: What alone decides that.
    """

    compare: Callable[[Report, Report], Part]
    key: Callable[[Report], Hashable]


def _actors(one: Report, other: Report) -> Part:
    return NOTHING if _is_mutual(one) else compare_actors(one.actors, other.actors)


def _targets(one: Report, other: Report) -> Part:
    return NOTHING if _is_mutual(one) else compare_targets(one.targets, other.targets)


def _mutual(one: Report, other: Report) -> Part:
    return compare_mutual(one.parties, other.parties) if _is_mutual(one) else NOTHING


def _numbers(one: Report, other: Report) -> Part:
    return compare_numbers(one.totals, other.totals)


def _modes(one: Report, other: Report) -> Part:
    if one.claim.mode is None or other.claim.mode is None:
        return NOTHING
    if one.claim.mode != other.claim.mode:
        return Part(weight=OTHER_MODE, words="different modes")
    return Part(weight=SAME_MODE, words=f"both {one.claim.mode}")


def _words(one: Report, other: Report) -> Part:
    if one.claim.action_lemma == other.claim.action_lemma:
        return Part(weight=SAME_WORD, words=f"both say {one.claim.action_lemma!r}")
    if one.landmark and one.landmark == other.landmark:
        return Part(weight=SAME_WORD, words=f"both tell: {one.landmark}")
    return NOTHING


def _is_mutual(report: Report) -> bool:
    return report.claim.event_type.is_reciprocal


def _totals(report: Report) -> Hashable:
    return tuple(report.totals.items())


def _dated_key(report: Report) -> Hashable:
    return (report.window, report.landmark, report.reality, report.published)


def _undated_key(report: Report) -> Hashable:
    return (report.window is None, report.landmark, report.reality, _totals(report))


def _place_key(report: Report) -> Hashable:
    place = report.claim.place
    if place is None:
        return report.place_names
    at = (place.latitude, place.longitude)
    return (report.place_names, place.name, place.country, place.precision, at)


DAY_FACETS = (
    Facet(compare=compare_dated, key=_dated_key),
    Facet(compare=compare_undated, key=_undated_key),
)
FACETS = (
    *DAY_FACETS,
    Facet(compare=compare_places, key=_place_key),
    Facet(compare=_mutual, key=lambda r: r.parties if _is_mutual(r) else None),
    Facet(compare=_actors, key=lambda r: None if _is_mutual(r) else r.actors),
    Facet(compare=_targets, key=lambda r: None if _is_mutual(r) else r.targets),
    Facet(compare=_numbers, key=_totals),
    Facet(compare=_modes, key=lambda r: r.claim.mode),
    Facet(compare=_words, key=lambda r: (r.claim.action_lemma, r.landmark)),
)
