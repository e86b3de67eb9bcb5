"""The toll of one event: what its reports count enters, low, best and high leave."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from kg.model import CountKind, Toll
from kg.resolution.reports import Report
from kg.resolution.statements import Statement, read_statements

__all__ = ["count_tolls"]

RULE = "latest"


def count_tolls(reports: Iterable[Report]) -> tuple[Toll, ...]:
    """Return one toll for each kind of count that any report states, in the order of kinds.

    The best number is that of the article published last. Where that day's articles differ, the
    number that most independent stories state at any time wins, then an update ("rose to 15"),
    then the highest. Undated articles count as the oldest.
    """
    by_kind: dict[CountKind, list[tuple[Report, Statement]]] = defaultdict(list)
    for report in reports:
        for statement in read_statements(report.claim):
            by_kind[statement.kind].append((report, statement))
    return tuple(_toll(kind, by_kind[kind]) for kind in CountKind if kind in by_kind)


def _toll(kind: CountKind, stated: Sequence[tuple[Report, Statement]]) -> Toll:
    high = max(statement.value for _, statement in stated)
    return Toll(
        kind=kind,
        low=min(statement.value for _, statement in stated),
        best=_best(stated),
        high=high,
        is_open=any(s.is_open for _, s in stated if s.value == high),
        rule=RULE,
        claim_ids=tuple(sorted(report.id for report, _ in stated)),
    )


def _best(stated: Sequence[tuple[Report, Statement]]) -> int:
    stories: dict[int, set[str]] = defaultdict(set)
    for report, statement in stated:
        stories[statement.value].add(report.story_id)
    last = max(_day(report) for report, _ in stated)
    latest = (statement for report, statement in stated if _day(report) == last)
    best = max(latest, key=lambda s: (len(stories[s.value]), s.is_update, s.value))
    return best.value


def _day(report: Report) -> date:
    return report.published or date.min
