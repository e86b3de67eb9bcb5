"""How likely a claim tells the event that its sentence tells: the chance that its type is right.

It is the mention's, learned from annotated claims (`kg/mentions/sureness.py`).
"""

from kg.model import Mention

__all__ = ["code_confidence"]

DIGITS = 3


def code_confidence(mention: Mention) -> float:
    """Return 0..1, rounded to three digits."""
    return round(min(max(mention.confidence, 0.0), 1.0), DIGITS)
