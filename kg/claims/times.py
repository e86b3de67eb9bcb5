"""Choose, among the expressions of time in a mention's clause, when its event was."""

from kg.claims.expressions import Expression, find_expressions
from kg.claims.references import Reference
from kg.claims.scopes import gap, scope_pieces
from kg.model import Article, Mention, Span, Temporality, Time, TimePrecision

__all__ = ["code_time"]


def code_time(article: Article, mention: Mention) -> Time | None:
    """Return when an event was, as its clause states it, None if it does not.

    A day goes before anything coarser, then the expression nearest to the action counts. Words
    inside the names of actors, targets, speakers and places are no time ("the September 11
    Commission").

    Args:
        article: The article; without its day of publication only calendar dates are read.
        mention: The mention. If it is told as future, names of days and months look forward.
    """
    reference = _reference(article, mention)
    taken = _taken(mention)
    found = [
        (_span(article, piece, expression), expression)
        for piece in scope_pieces(article, mention)
        for expression in find_expressions(piece.text, reference)
    ]
    free = [(s, e) for s, e in found if not any(s.overlaps(other) for other in taken)]
    if not free:
        return None
    span, expression = min(free, key=lambda pair: _rank(pair[0], pair[1], mention.action))
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
