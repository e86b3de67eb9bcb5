"""What the context of one article tells: reports enter, pairs that it brings together leave.

A sentence that names hardly anybody ("Six sailors were wounded.") goes on with the event of the
sentence beside it. An accusation or a denial ("Moscow denied the attack") is of the only event of
its type that the article tells, if there is only one.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from kg.model import EventType, Temporality
from kg.resolution.comparison import Comparison, ScoredPair, compare_reports
from kg.resolution.reports import Reality, Report

__all__ = ["iter_asides", "iter_continuations"]

MAX_GAP_CHARS = 3  # between two sentences that stand side by side: white space, a quotation mark
MAX_NUMBER = 1000  # people; higher numbers are those of a war, not of the event beside them
MAX_CLAIMS = 40  # of one type in an article; beyond, an article is a list, without one thread


def iter_continuations(reports: Iterable[Report], *, least: float) -> Iterator[ScoredPair]:
    """Yield pairs of events of which one goes on with the other, scored at `least` or better.

    One of the two names no actor, place or day, nothing speaks against it, and their sentences
    are the same or stand side by side.
    """
    for told in _by_article_and_type(report for report in reports if report.reality.is_event):
        for one, other in combinations(told, 2):
            if not _are_beside(one, other) or not (_is_bare(one) or _is_bare(other)):
                continue
            comparison = compare_reports(one, other)
            if comparison.score > 0:
                because = (*comparison.because, "one goes on with the other")
                better = Comparison(score=max(least, comparison.score), because=because)
                yield ScoredPair(one=one, other=other, comparison=better)


def iter_asides(reports: Iterable[Report]) -> Iterator[ScoredPair]:
    """Yield pairs of an accusation or denial (`one`) and what it may be of in its article.

    Plans are no asides: what is to come is not what has happened.
    """
    for told in _by_article_and_type(reports):
        for one in filter(_is_aside, told):
            for other in told:
                if other.reality is Reality.DENIAL or other.id == one.id:
                    continue
                comparison = compare_reports(one, other)
                if comparison.score > 0:
                    because = (*comparison.because, "the only such event of the article")
                    only = Comparison(score=comparison.score, because=because)
                    yield ScoredPair(one=one, other=other, comparison=only)


def _by_article_and_type(reports: Iterable[Report]) -> Iterator[Sequence[Report]]:
    found: dict[tuple[str, EventType], list[Report]] = defaultdict(list)
    for report in reports:
        found[report.claim.article_id, report.claim.event_type].append(report)
    return (told for _, told in sorted(found.items()) if len(told) <= MAX_CLAIMS)


def _is_bare(report: Report) -> bool:
    is_war = any(value > MAX_NUMBER for value in report.totals.values())
    names_any = report.actors or report.claim.place or report.claim.time
    return not names_any and not is_war


def _is_aside(report: Report) -> bool:
    is_plan = report.claim.temporality == Temporality.FUTURE
    return report.reality is Reality.DENIAL or (report.reality is Reality.CANDIDATE and not is_plan)


def _are_beside(one: Report, other: Report) -> bool:
    first, second = sorted((one.claim.sentence, other.claim.sentence))
    return second.start - first.end <= MAX_GAP_CHARS
