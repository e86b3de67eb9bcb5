"""Gold in, gold sentences out: claims that careful readers signed, sentence by sentence.

Two layouts are read. Single sentences: `{"id", "text", "claims"}` a line, the text is the article.
Sentences of articles: `{"article", "start", "text", "claims"}` a line.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import ScoringError
from kg.model import EventType

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

    @property
    def end(self) -> int:
        """The character after its last."""
        return self.start + len(self.text)


def read_gold(path: Path) -> tuple[GoldSentence, ...]:
    """Read a gold file.

    Raises:
        ScoringError: If a line is no gold sentence; the message names file and line.
    """
    with path.open(encoding="utf-8") as lines:
        return tuple(
            _sentence(path, number, line) for number, line in enumerate(lines, 1) if line.strip()
        )


def _sentence(path: Path, number: int, line: str) -> GoldSentence:
    try:
        row = json.loads(line)
        return GoldSentence(
            article_id=str(row["article"] if "article" in row else row["id"]),
            start=int(row.get("start", 0)),
            text=row["text"],
            claims=tuple(_claim(claim) for claim in row["claims"]),
        )
    except (json.JSONDecodeError, KeyError, ValueError, TypeError) as error:
        raise ScoringError(
            f"{path}:{number}: no gold sentence ({error!r}); each line needs text, claims, and"
            " either id or article and start"
        ) from error


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
        counts=tuple((kind, value, bound) for kind, value, bound in row.get("counts") or ()),
        is_optional=bool(row.get("optional")),
    )
