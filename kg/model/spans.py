"""Places in a text: half-open character offsets and the words that stand there."""

from dataclasses import dataclass

__all__ = ["Span"]


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """A piece of an article's text; `text` equals `article.text[start:end]`."""

    start: int
    end: int
    text: str

    def overlaps(self, other: "Span") -> bool:
        """Tell whether two spans share a character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Tell whether the other span lies within this one."""
        return self.start <= other.start and other.end <= self.end
