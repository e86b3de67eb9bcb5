"""How deep the brackets of a query lie in each other: Oxigraph goes down with them.

Its parser calls itself for each bracket. Some thousands, in a text of a few kilobytes, exhaust the
stack, and that ends the whole process, a server or a notebook, without an error to be caught.
"""

import re
from itertools import accumulate

__all__ = ["MAX_DEPTH", "depth_of"]

MAX_DEPTH = 200  # what people write stays below 20; a stack of 8 MB holds about 2,000

_BRACKET = re.compile(r"[(\[{}\])]")


def depth_of(query: str) -> int:
    """Return how many brackets of a query are open at once, at the most.

    Those in strings, IRIs and comments count too.

    Example:
        >>> depth_of("ASK { { ?s ?p (1 2) } }")
        3
    """
    steps = (1 if bracket in "([{" else -1 for bracket in _BRACKET.findall(query))
    return max(accumulate(steps), default=0)
