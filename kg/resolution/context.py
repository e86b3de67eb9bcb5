"""What the context of one article tells: reports enter, pairs that it brings together leave.

A sentence that names hardly anybody ("Six sailors were wounded.") goes on with the event of the
sentence beside it. An accusation or a denial ("Moscow denied the attack") is of the only event of
its type that the article tells, if there is only one.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from kg.model import Certainty, EventType, Temporality
from kg.resolution.comparison import compare_reports
from kg.resolution.pairs import ScoredPair
from kg.resolution.reports import Reality, Report

__all__ = ["iter_asides", "iter_continuations", "may_deny"]

MAX_GAP_CHARS = 3  # between two sentences that stand side by side: white space, a quotation mark
MAX_NUMBER = 1000  # people; higher numbers are those of a war, not of the event beside them
_SAID = frozenset(
    {
        EventType.ACCUSE,
        EventType.AGREE,
        EventType.REJECT,
        EventType.REQUEST,
        EventType.SUPPORT,
        EventType.THREATEN,
    }
)
MAX_CLAIMS = 40  # of one type in an article; beyond, an article is a list, without one thread


def iter_continuations(reports: Sequence[Report], *, least: float) -> Iterator[ScoredPair]:
    """Yield pairs of events of which one (`one`) goes on with the other, scored `least` or better.

    It names no actor, place or day and nothing speaks against it; it stands in the same sentence or
    beside it, and goes on with one event at most: of its own sentence, else the one before.
    What is only said (demands, accusations) is not gone on with.
    """
    events = [n for n, r in enumerate(reports) if r.reality.is_event and _is_deed(r)]
    for told in _by_article_and_type(reports, events):
        for one in (n for n in told if _is_bare(reports[n])):
            pairs = [pair for other in told if (pair := _continue(reports, one, other, least))]
            if pairs:
                yield min(pairs, key=lambda pair: _distance(reports, pair))


def _continue(reports: Sequence[Report], one: int, other: int, least: float) -> ScoredPair | None:
    if one == other or not _goes_on(reports[one], reports[other]):
        return None
    score = compare_reports(reports[one], reports[other]).score
    if score <= 0:
        return None
    return ScoredPair(max(least, score), one, other, "one goes on with the other")


def _distance(reports: Sequence[Report], pair: ScoredPair) -> tuple[int, float, int]:
    """Order the same sentence before the one before, and that before the one after."""
    here, there = (reports[n].claim.sentence for n in (pair.one, pair.other))
    order = 0 if here == there else 1 if there < here else 2
    return (order, -pair.score, pair.other)


def iter_asides(reports: Sequence[Report]) -> Iterator[ScoredPair]:
    """Yield pairs of an accusation or denial (`one`) and what it may be of in its article.

    Plans are no asides: what is to come is not what has happened.
    """
    for told in _by_article_and_type(reports, range(len(reports))):
        for one in (n for n in told if _is_aside(reports[n])):
            for other in told:
                if other != one and _may_be_of(reports[one], reports[other]):
                    score = compare_reports(reports[one], reports[other]).score
                    if score > 0:
                        yield ScoredPair(score, one, other, "the only such event of the article")


def _may_be_of(aside: Report, told: Report) -> bool:
    if told.reality is Reality.DENIAL:
        return False
    return aside.reality is not Reality.DENIAL or may_deny(aside, told)


def _by_article_and_type(
    reports: Sequence[Report], chosen: Iterable[int]
) -> Iterator[Sequence[int]]:
    found: dict[tuple[str, EventType], list[int]] = defaultdict(list)
    for n in chosen:
        found[reports[n].claim.article_id, reports[n].claim.event_type].append(n)
    return (told for _, told in sorted(found.items()) if 1 < len(told) <= MAX_CLAIMS)


def _is_deed(report: Report) -> bool:
    return report.claim.event_type not in _SAID


def _is_bare(report: Report) -> bool:
    is_war = any(value > MAX_NUMBER for value in report.totals.values())
    named = [party for party in report.actors if not party.noun or party.country]
    return not (named or report.claim.place or report.claim.time or is_war)


def _goes_on(one: Report, other: Report) -> bool:
    """Tell whether a report that names hardly anybody may tell more of another's event."""
    first, second = sorted((one.claim.sentence, other.claim.sentence))
    if first == second:
        return _has_no_other_target(one, other)
    is_beside = second.start - first.end <= MAX_GAP_CHARS
    return is_beside and not one.actors and _has_no_other_target(one, other)


def _has_no_other_target(one: Report, other: Report) -> bool:
    """Tell whether the targets of a report are people, who suffer from all kinds of attack."""
    shared = {party.id for party in other.targets}
    return all(party.sector or party.id in shared for party in one.targets)


def _is_aside(report: Report) -> bool:
    is_plan = report.claim.temporality == Temporality.FUTURE
    return report.reality is Reality.DENIAL or (report.reality is Reality.CANDIDATE and not is_plan)


def may_deny(denial: Report, told: Report) -> bool:
    """Tell whether a denial may be of what another report tells.

    That something will or may not happen denies nothing that has happened.
    """
    is_open = (
        denial.claim.temporality == Temporality.FUTURE
        or denial.claim.certainty == Certainty.POSSIBLE
    )
    return not (is_open and told.reality.is_event)
