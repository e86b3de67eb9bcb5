"""The toll of one event: what its reports count enters, low, best and high leave."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from statistics import median_low
from types import MappingProxyType
from typing import TypeAlias

from kg.model import CountKind, Toll, TollRule
from kg.resolution.reports import Report
from kg.resolution.statements import Statement

__all__ = ["count_tolls"]

Stated: TypeAlias = Sequence[tuple[Report, Statement]]


def count_tolls(reports: Iterable[Report], *, rule: TollRule = TollRule.LATEST) -> tuple[Toll, ...]:
    """Return one toll for each kind of count that any report states, in the order of kinds.

    Args:
        reports: The reports of one event.
        rule: How the best number is chosen.
    """
    by_kind: dict[CountKind, list[tuple[Report, Statement]]] = defaultdict(list)
    for report in reports:
        for statement in report.statements:
            by_kind[statement.kind].append((report, statement))
    return tuple(_toll(kind, by_kind[kind], rule) for kind in CountKind if kind in by_kind)


def _toll(kind: CountKind, stated: Stated, rule: TollRule) -> Toll:
    high = max(statement.value for _, statement in stated)
    return Toll(
        kind=kind,
        low=min(statement.value for _, statement in stated),
        best=_RULES[rule](stated),
        high=high,
        is_open=any(s.is_open for _, s in stated if s.value == high),
        rule=rule,
        claim_ids=tuple(sorted(report.id for report, _ in stated)),
    )


def _latest(stated: Stated) -> int:
    """Return the number of the article published last; undated ones count as the oldest.

    Where that day's articles differ, the number that most independent stories state at any time
    wins, then an update ("rose to 15"), then the highest.
    """
    stories: dict[int, set[str]] = defaultdict(set)
    for report, statement in stated:
        stories[statement.value].add(report.story_id)
    last = max(_day(report) for report, _ in stated)
    latest = (statement for report, statement in stated if _day(report) == last)
    best = max(latest, key=lambda s: (len(stories[s.value]), s.is_update, s.value))
    return best.value


def _median(stated: Stated) -> int:
    """Return the middle number of the stories, each with what it said last."""
    by_story: dict[str, list[tuple[Report, Statement]]] = defaultdict(list)
    for report, statement in stated:
        by_story[report.story_id].append((report, statement))
    return median_low(_latest(told) for told in by_story.values())


def _cautious(stated: Stated) -> int:
    return min(statement.value for _, statement in stated)


_RULES: Mapping[TollRule, Callable[[Stated], int]] = MappingProxyType(
    {TollRule.LATEST: _latest, TollRule.MEDIAN: _median, TollRule.CAUTIOUS: _cautious}
)


def _day(report: Report) -> date:
    return report.published or date.min
