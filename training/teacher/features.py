"""What the teacher sees and says of a word beside its wordpieces: its case, its lemma as a rule."""

from enum import IntEnum
from itertools import takewhile


class Shape(IntEnum):
    """The case of a word, which an uncased encoder does not see."""

    LOWER = 0
    TITLE = 1
    UPPER = 2
    LETTER = 3  # one capital: a pronoun, an initial, the first word "A"
    MIXED = 4
    DIGITS = 5
    OTHER = 6


def shape(word: str) -> Shape:
    """Return the case of a word."""
    if not any(c.isalpha() for c in word):
        return Shape.DIGITS if any(c.isdigit() for c in word) else Shape.OTHER
    if word.islower():
        return Shape.LOWER
    if len(word) == 1:
        return Shape.LETTER
    if word.isupper():
        return Shape.UPPER
    return Shape.TITLE if word[0].isupper() and word[1:].islower() else Shape.MIXED


def lemma_rule(form: str, lemma: str) -> str:
    """Return how a form becomes its lemma: letter case, letters cut off the end, letters added."""
    lowered = form.lower()
    keeps_case = _shared(form, lemma) >= _shared(lowered, lemma)
    shared = _shared(form if keeps_case else lowered, lemma)
    return f"{'=' if keeps_case else '<'}{len(form) - shared}{lemma[shared:]}"


def _shared(one: str, other: str) -> int:
    """Return how many letters two words begin with alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def apply_lemma_rule(form: str, rule: str) -> str:
    """Return the lemma a rule makes of a form; the form itself where the rule does not fit."""
    digits = 1
    while digits < len(rule) and rule[digits].isdigit():
        digits += 1
    cut, added = int(rule[1:digits]), rule[digits:]
    base = form if rule[0] == "=" else form.lower()
    return (base[: len(base) - cut] + added) or form
