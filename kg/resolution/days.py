"""Evidence of days: when two reports say that their events occurred."""

from kg.resolution.evidence import IMPOSSIBLE, NOTHING, Part
from kg.resolution.numbers import is_same_toll
from kg.resolution.reports import Reality, Report, Window

__all__ = ["compare_dated", "compare_undated", "compare_within"]

SAME_DAY = 0.3
DAYS_OVERLAP = 0.2
STATED_DAY_FITS = 0.2
SAME_PERIOD = 0.15
SAME_ARTICLE = 0.15
SAME_PUBLICATION = 0.15
CLOSE_PUBLICATION = 0.1
VAGUE_DAYS = 0.05
DAY_IN_LONG_PERIOD = -0.15
LANDMARK_FITS = 0.3
LANDMARK_TOLD = 0.2


def compare_within(one: Report, other: Report) -> Part:
    """Return what it tells that two reports stand in one article, nothing if other days tell more.

    A sentence without a date may tell of an event that another sentence dates.
    """
    are_stated = _is_stated(one.window) and _is_stated(other.window)
    if one.claim.article_id != other.claim.article_id or are_stated:
        return NOTHING
    if _is_one_landmark(one, other) or _are_news_and_background(one, other):
        return NOTHING
    return Part(weight=SAME_ARTICLE, words="same article")


def compare_dated(one: Report, other: Report) -> Part:
    """Return what the days of two reports tell, nothing where one has none.

    Windows without a common day exclude each other. Where nobody states a day, texts published
    within two days of each other may tell of one event.
    """
    a, b = one.window, other.window
    if _is_one_landmark(one, other):
        return _landmark(one, other)
    are_stated = _is_stated(a) and _is_stated(b)
    if _are_news_and_background(one, other) and not are_stated:
        return Part(weight=IMPOSSIBLE, words="one is background, the other news")
    if a is None or b is None:
        return NOTHING
    if not a.overlaps(b):
        return Part(weight=IMPOSSIBLE, words="different days")
    if are_stated:
        return _stated(a, b)
    if a.is_stated or b.is_stated:
        return _half_stated(a if a.is_stated else b)
    if one.published == other.published:
        return Part(weight=SAME_PUBLICATION, words="published on the same day")
    return Part(weight=CLOSE_PUBLICATION, words="published within days of each other")


def compare_undated(one: Report, other: Report) -> Part:
    """Return what two reports tell of which one has no day, nothing where both have.

    They are not held to be of one event unless they give the same number.
    """
    is_dated = one.window is not None and other.window is not None
    if is_dated or _is_one_landmark(one, other):
        return NOTHING
    if one.reality is other.reality is Reality.HISTORICAL and one.window is other.window is None:
        return Part(weight=SAME_PERIOD, words="both told as background without a date")
    is_news = Reality.HISTORICAL not in (one.reality, other.reality)
    if is_news and is_same_toll(one.totals, other.totals):
        return Part(weight=VAGUE_DAYS, words="no day known, but the same number")
    if _are_news_and_background(one, other):
        return NOTHING  # said already
    return Part(weight=IMPOSSIBLE, words="no day known")


def _is_one_landmark(one: Report, other: Report) -> bool:
    return bool(one.landmark) and one.landmark == other.landmark


def _is_stated(window: Window | None) -> bool:
    return window is not None and window.is_stated


def _landmark(one: Report, other: Report) -> Part:
    """Return what the days tell of a deed that is done once in many years."""
    a, b = (r.window if r.window and r.window.is_stated else None for r in (one, other))
    if a is not None and b is not None:
        if not a.overlaps(b):
            return Part(weight=IMPOSSIBLE, words="different days")
        return Part(weight=LANDMARK_FITS, words=f"one {one.landmark} within the stated days")
    known, later = (a, other) if a is not None else (b, one)
    told = later.published.toordinal() if later.published is not None else None
    if known is not None and told is not None and known.earliest > told:
        return Part(weight=IMPOSSIBLE, words="told before it happened")
    return Part(weight=LANDMARK_TOLD, words=f"the {one.landmark} told without a day")


def _are_news_and_background(one: Report, other: Report) -> bool:
    realities = {one.reality, other.reality}
    return Reality.HISTORICAL in realities and len(realities - {Reality.DENIAL}) > 1


def _stated(a: Window, b: Window) -> Part:
    if a == b:
        is_day = a.days == 1
        return Part(
            weight=SAME_DAY if is_day else SAME_PERIOD,
            words="same day" if is_day else "same period",
        )
    if a.is_wide and b.is_wide:
        return Part(weight=VAGUE_DAYS, words="periods overlap")
    if a.is_wide or b.is_wide:
        return Part(weight=DAY_IN_LONG_PERIOD, words="a day within a long period")
    return Part(weight=DAYS_OVERLAP, words="days overlap")


def _half_stated(stated: Window) -> Part:
    if stated.is_wide:
        return Part(weight=DAY_IN_LONG_PERIOD, words="published within the stated period")
    return Part(weight=STATED_DAY_FITS, words="published within days of the stated day")
