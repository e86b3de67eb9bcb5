"""One piece of evidence for or against two reports being of one event."""

import math
from typing import NamedTuple

__all__ = ["IMPOSSIBLE", "NOTHING", "Part"]

IMPOSSIBLE = -math.inf


class Part(NamedTuple):
    """A weight, to be added to others, and what it rests on, in words.

    A tuple, as millions are made.
    """

    weight: float
    words: str


NOTHING = Part(weight=0.0, words="")
