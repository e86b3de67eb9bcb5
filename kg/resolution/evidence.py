"""One piece of evidence for or against two reports being of one event."""

import math
from dataclasses import dataclass

__all__ = ["IMPOSSIBLE", "NOTHING", "Part"]

IMPOSSIBLE = -math.inf


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A weight, to be added to others, and what it rests on, in words."""

    weight: float
    words: str


NOTHING = Part(weight=0.0, words="")
