"""Evidence of days: when two reports say that their events occurred."""

from kg.resolution.evidence import IMPOSSIBLE, Part
from kg.resolution.numbers import is_same_toll
from kg.resolution.reports import Reality, Report, Window

__all__ = ["compare_days", "compare_days_across"]

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


def compare_days(one: Report, other: Report) -> Part:
    """Return what the days of two reports tell.

    Within one article, a sentence without a date may tell of an event that another sentence dates.
    """
    if one.claim.article_id == other.claim.article_id and _may_be_of_one_day(one, other):
        return Part(weight=SAME_ARTICLE, words="same article")
    return compare_days_across(one, other)


def _may_be_of_one_day(one: Report, other: Report) -> bool:
    """Tell whether nothing but standing in one article says when two reports' events occurred."""
    is_landmark = bool(one.landmark) and one.landmark == other.landmark
    are_stated = _is_stated(one.window) and _is_stated(other.window)
    return not (is_landmark or are_stated or _are_news_and_background(one, other))


def compare_days_across(one: Report, other: Report) -> Part:
    """Return what the days of reports in two articles tell.

    Windows without a common day exclude each other. Where nobody states a day, texts published
    within two days of each other may tell of one event; two texts of which no day is known at all
    are not held to, unless they give the same number.
    """
    a, b = one.window, other.window
    if one.landmark and one.landmark == other.landmark:
        return _landmark(one, other)
    are_stated = _is_stated(a) and _is_stated(b)
    if _are_news_and_background(one, other) and not are_stated:
        return Part(weight=IMPOSSIBLE, words="one is background, the other news")
    if a is None or b is None:
        return _undated(one, other)
    if not a.overlaps(b):
        return Part(weight=IMPOSSIBLE, words="different days")
    if are_stated:
        return _stated(a, b)
    if a.is_stated or b.is_stated:
        return _half_stated(a if a.is_stated else b)
    if one.published == other.published:
        return Part(weight=SAME_PUBLICATION, words="published on the same day")
    return Part(weight=CLOSE_PUBLICATION, words="published within days of each other")


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


def _undated(one: Report, other: Report) -> Part:
    if one.reality is other.reality is Reality.HISTORICAL and one.window is other.window is None:
        return Part(weight=SAME_PERIOD, words="both told as background without a date")
    is_news = Reality.HISTORICAL not in (one.reality, other.reality)
    if is_news and is_same_toll(one.totals, other.totals):
        return Part(weight=VAGUE_DAYS, words="no day known, but the same number")
    return Part(weight=IMPOSSIBLE, words="no day known")


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
