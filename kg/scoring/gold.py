"""Gold in, gold sentences out: claims that careful readers signed, sentence by sentence.

Two layouts are read. Single sentences: `{"id", "text", "claims"}` a line, the text is the article.
Sentences of articles: `{"article", "start", "text", "claims"}` a line. A `phenomenon`, what makes
the sentence hard, a claim's `country` (of its place) and the relation of a count (fourth in its
list) may be given as well; the relation is for readers and not compared.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.model import EventType
from kg.scoring.rows import read_rows

__all__ = ["GoldClaim", "GoldSentence", "read_gold"]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldClaim:
    """One claim as an annotator wrote it; `types` are the one or two that are right."""

    types: tuple[EventType, ...]
    action: str
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    polarity: str
    certainty: str
    temporality: str
    speaker: str | None
    place: str | None
    country: str | None
    counts: tuple[tuple[str, int, str], ...]
    is_optional: bool

    @property
    def is_reciprocal(self) -> bool:
        """Tell whether either slot is right for either side."""
        if len(self.actors) > 1 and not self.targets:
            return True
        return any(t.is_reciprocal for t in self.types) and bool(self.actors and self.targets)


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldSentence:
    """A sentence with all its claims; `start` is its first character in the article's text."""

    article_id: str
    start: int
    text: str
    claims: tuple[GoldClaim, ...]
    phenomenon: str | None = None

    @property
    def end(self) -> int:
        """The character after its last."""
        return self.start + len(self.text)


def read_gold(path: Path) -> tuple[GoldSentence, ...]:
    """Read a gold file.

    Raises:
        ScoringError: If a line is no gold sentence; the message names file and line.
    """
    what = "sentence; each line needs text, claims, and either id or article and start"
    return read_rows(path, _sentence, what=what)


def _sentence(row: dict[str, Any]) -> GoldSentence:
    return GoldSentence(
        article_id=str(row["article"] if "article" in row else row["id"]),
        start=int(row.get("start", 0)),
        text=row["text"],
        claims=tuple(_claim(claim) for claim in row["claims"]),
        phenomenon=row.get("phenomenon"),
    )


def _claim(row: dict[str, Any]) -> GoldClaim:
    types = row["type"] if isinstance(row["type"], list) else [row["type"]]
    return GoldClaim(
        types=tuple(EventType(t) for t in types),
        action=row["action"],
        actors=tuple(row["actors"]),
        targets=tuple(row["targets"]),
        polarity=row["polarity"],
        certainty=row["certainty"],
        temporality=row["temporality"],
        speaker=row.get("speaker"),
        place=row.get("place"),
        country=row.get("country"),
        counts=tuple((kind, value, bound) for kind, value, bound, *_ in row.get("counts") or ()),
        is_optional=bool(row.get("optional")),
    )
