"""How to read, extract and merge."""

from dataclasses import dataclass, field
from pathlib import Path

from kg.articles import ReadOptions
from kg.model import TollRule

__all__ = ["BuildOptions"]

MIN_CONFIDENCE = 0.35  # the floor of claims that gave the best F1 on held-out sentences


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildOptions:
    """How to read, extract and merge.

    Attributes:
        read: What files do not state of themselves.
        lexicon: A project's own actor lists; later files win.
        pipeline: Another spaCy pipeline's name or folder; None for the bundled one.
        workers: Processes that parse; the result does not depend on it.
        quads: The table of quad classes: "plover", "gdelt" or "phoenix".
        min_confidence: Claims below it (0..1) are left out; 0 keeps every claim found. On the
            sample corpus and on held-out sentences the default gives the best F1.
        is_strict: Whether the first skip is an error.
        tolls: How the best of several numbers is chosen, now and whenever the store is merged
            again; None leaves it as it was ("latest" at first).
    """

    read: ReadOptions = field(default_factory=ReadOptions)
    lexicon: tuple[Path, ...] = ()
    pipeline: str | None = None
    workers: int = 1
    quads: str = "plover"
    min_confidence: float = MIN_CONFIDENCE
    is_strict: bool = False
    tolls: TollRule | None = None
