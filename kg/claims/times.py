"""Choose, among the expressions of time in a mention's clause, when its event was."""

from kg.claims.expressions import Expression, find_expressions
from kg.claims.references import Reference
from kg.claims.scopes import gap, joined_pieces, scope_pieces
from kg.model import Article, Mention, Span, Temporality, Time, TimePrecision

__all__ = ["code_time"]


def code_time(article: Article, mention: Mention) -> Time | None:
    """Return when an event was, as its clause states it, None if it does not.

    Where the clause states no time, those of the sentence that share its time are asked. A day goes
    before anything coarser, then the expression nearest to the action counts. Words inside names of
    actors, targets, speakers and places are no time ("the September 11 Commission").

    Args:
        article: The article; without its day of publication only calendar dates are read.
        mention: The mention. If it is told as future, names of days and months look forward.
    """
    reference = _reference(article, mention)
    taken = _taken(mention)
    for pieces in (scope_pieces(article, mention), joined_pieces(article, mention.around)):
        found = [
            (_span(article, piece, expression), expression)
            for piece in pieces
            for expression in find_expressions(piece.text, reference)
        ]
        free = [(s, e) for s, e in found if not any(s.overlaps(other) for other in taken)]
        if free:
            return _time(*min(free, key=lambda pair: _rank(pair[0], pair[1], mention.action)))
    return None


def _time(span: Span, expression: Expression) -> Time:
    period = expression.period
    return Time(
        span=span, earliest=period.earliest, latest=period.latest, precision=period.precision
    )


def _reference(article: Article, mention: Mention) -> Reference | None:
    if article.published is None:
        return None
    is_ahead = mention.temporality is Temporality.FUTURE
    return Reference(published=article.published, is_ahead=is_ahead)


def _taken(mention: Mention) -> tuple[Span, ...]:
    phrases = (*mention.actors, *mention.targets, *mention.speakers)
    names = (phrase.span for phrase in phrases if phrase.label is not None)
    return (*names, *mention.places)


def _span(article: Article, piece: Span, expression: Expression) -> Span:
    start, end = piece.start + expression.start, piece.start + expression.end
    return Span(start=start, end=end, text=article.text[start:end])


def _rank(span: Span, expression: Expression, action: Span) -> tuple[bool, int, int]:
    is_coarse = expression.period.precision is not TimePrecision.DAY
    return is_coarse, gap(span.start, span.end, action), span.start
