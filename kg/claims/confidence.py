"""How likely a claim's event type and triple are right, estimated from what made it.

The estimate multiplies what is known to go wrong: the lexicon entry's words may tell another
event (its precision), and the grammar may show the arguments badly (the mention's score, which
knows of empty slots and of what the trained pipeline thinks). It is an estimate by hand, in the
order of the true share, and comparable between claims; it is no measured probability.
"""

from kg.lexicons import Entry
from kg.model import Mention

__all__ = ["code_confidence"]

DIGITS = 3


def code_confidence(mention: Mention, entry: Entry) -> float:
    """Return 0..1, rounded to three digits."""
    score = min(max(mention.score, 0.0), 1.0)
    return round(entry.precision * score, DIGITS)
