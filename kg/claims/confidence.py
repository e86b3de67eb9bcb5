"""How likely a claim's event type and triple are right, estimated from what made it.

The estimate multiplies what is known to go wrong: the lexicon entry's words may tell another
event (its precision), the grammar may show the arguments badly (the mention's score), a slot
that the entry's frame expects may be empty, and some patterns fail more often than others. It is
an estimate by hand, in the order of the true share, and comparable between claims; it is no
measured probability.
"""

from collections.abc import Mapping
from types import MappingProxyType

from kg.lexicons import Entry
from kg.model import Mention

__all__ = ["code_confidence"]

MISSING_SLOT = 0.95  # for each slot that the frame expects and the sentence leaves empty
RULE_TRUST: Mapping[str, float] = MappingProxyType(
    {"compound": 0.9, "nominal": 0.95, "light verb": 0.97}
)  # by the word that begins the rule's name; 1 for all others
DIGITS = 3


def code_confidence(mention: Mention, entry: Entry) -> float:
    """Return 0..1, rounded to three digits."""
    score = min(max(mention.score, 0.0), 1.0)
    trust = next((t for rule, t in RULE_TRUST.items() if mention.rule.startswith(rule)), 1.0)
    missing = _missing_slots(mention, entry)
    return round(entry.precision * score * trust * MISSING_SLOT**missing, DIGITS)


def _missing_slots(mention: Mention, entry: Entry) -> int:
    expected = ((entry.frame.actor, mention.actors), (entry.frame.target, mention.targets))
    return sum(bool(slots) and not phrases for slots, phrases in expected)
