"""What a cluster as a whole cannot be joined with: other days, other places.

Windows that overlap pairwise share a day, so that one window says for a whole cluster what each of
its members would say.
"""

from typing import NamedTuple

from kg.resolution.evidence import IMPOSSIBLE
from kg.resolution.places import compare_places
from kg.resolution.reports import Report, Window

__all__ = ["Bounds", "are_exclusive", "bounds_of", "join_bounds"]


class Bounds(NamedTuple):
    """Days and places of a cluster; a tuple, as millions are made.

    Attributes:
        stated: The days common to all stated windows, None where no report states any.
        guessed: The days common to all windows guessed from the day of publication.
        article_ids: The articles.
        placed: One report for each distinct place.
        has_event: Whether any report says that it happened.
    """

    stated: Window | None
    guessed: Window | None
    article_ids: frozenset[str]
    placed: tuple[Report, ...]
    has_event: bool


def bounds_of(report: Report) -> Bounds:
    """Return the bounds of a cluster of one report."""
    window = report.window
    is_stated = window is not None and window.is_stated
    return Bounds(
        stated=window if is_stated else None,
        guessed=None if is_stated else window,
        article_ids=frozenset({report.claim.article_id}),
        placed=(report,) if report.claim.place or report.place_names else (),
        has_event=report.reality.is_event,
    )


def join_bounds(a: Bounds, b: Bounds) -> Bounds:
    """Return the bounds of two clusters together."""
    placed = {_place_key(report): report for report in (*b.placed, *a.placed)}
    return Bounds(
        stated=_common(a.stated, b.stated),
        guessed=_common(a.guessed, b.guessed),
        article_ids=a.article_ids | b.article_ids,
        placed=tuple(placed[key] for key in sorted(placed)),
        has_event=a.has_event or b.has_event,
    )


def are_exclusive(a: Bounds, b: Bounds) -> bool:
    """Tell whether two clusters cannot be of one event."""
    return _are_days_apart(a, b) or any(
        compare_places(one, other).weight == IMPOSSIBLE for one in a.placed for other in b.placed
    )


def _are_days_apart(a: Bounds, b: Bounds) -> bool:
    """Stated days bind; guessed ones only where no day is stated, and not within an article."""
    if a.stated and b.stated:
        return not a.stated.overlaps(b.stated)
    one, other = a.stated or a.guessed, b.stated or b.guessed
    if one is None or other is None or a.article_ids & b.article_ids:
        return False
    return not one.overlaps(other)


def _common(a: Window | None, b: Window | None) -> Window | None:
    if a is None or b is None:
        return a or b
    earliest, latest = max(a.earliest, b.earliest), min(a.latest, b.latest)
    if earliest > latest:  # joined by a judgement, against the days
        earliest, latest = min(a.earliest, b.earliest), max(a.latest, b.latest)
    return Window(earliest=earliest, latest=latest, is_stated=a.is_stated)


def _place_key(report: Report) -> tuple[str, ...]:
    place = report.claim.place
    where = (place.name, place.country or "", place.precision or "") if place else ("", "", "")
    return (*where, *sorted(report.place_names))
