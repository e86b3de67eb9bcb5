"""The pieces of text that belong to a mention's clause, as runs without holes."""

from collections.abc import Iterable

from kg.model import Article, Mention, Span

__all__ = ["gap", "joined_pieces", "scope_pieces"]


def scope_pieces(article: Article, mention: Mention) -> tuple[Span, ...]:
    """Return a mention's scope, pieces that touch or are parted by blanks only joined."""
    return joined_pieces(article, mention.scope)


def joined_pieces(article: Article, pieces: Iterable[Span]) -> tuple[Span, ...]:
    """Return pieces of a text in order, those that touch or are parted by blanks only joined."""
    runs: list[tuple[int, int]] = []
    for piece in sorted(pieces):
        if runs and not article.text[runs[-1][1] : piece.start].strip():
            runs[-1] = (runs[-1][0], max(runs[-1][1], piece.end))
        else:
            runs.append((piece.start, piece.end))
    return tuple(Span(start=a, end=b, text=article.text[a:b]) for a, b in runs)


def gap(start: int, end: int, action: Span) -> int:
    """Return the number of characters between a stretch of text and an action, 0 if they touch."""
    return max(action.start - end, start - action.end, 0)
