"""Part two names that a parser ran together: in "Kiev and rebel leaders" both may act.

A name before "and" is no part of the noun phrase after it where that has a name, or an adjective,
of its own. Names that share a noun ("US and Ukrainian envoys") are left to `modifiers`.
"""

from itertools import pairwise

from kg.mentions.words import Word

__all__ = ["part_names"]

PARTS = frozenset(
    ("compound", "nmod", "nmod:desc", "nmod:poss", "flat", "flat:name", "nn", "amod", "appos")
)


def part_names(words: list[Word]) -> None:
    """Make two sides of a name and what "and" joins to it, in place."""
    for left, conjunction in pairwise(words):
        name = left.name
        if conjunction.text.lower() != "and" or name is None or name.last != left.index:
            continue
        first = _head_of(words[name.first : name.last + 1])
        if first.head.index > conjunction.index and _stands_alone(left, first.head, words):
            _part(first, first.head, conjunction, words)
        elif name.label == "PERSON":
            _part_from_behind(first, conjunction, words)


def _head_of(name: list[Word]) -> Word:
    """Return the word of a name that hangs on none of the others."""
    return next((word for word in name if word.head not in name), name[0])


def _stands_alone(left: Word, noun: Word, words: list[Word]) -> bool:
    """Tell whether a name before "and" shares nothing with the phrase after it.

    "Macron and Prime Minister Starmer" are two people; "Kiev and pro-Russian rebels" two sides,
    since nobody joins a name and an adjective to tell whose the rebels are, but of acronyms.
    """
    label = left.name.label if left.name else ""
    if label == "PERSON":
        return noun.name is not None and noun.name.label == "PERSON"
    if label != "GPE" or left.tag == "JJ" or left.text.isupper() or noun.tag != "NNS":
        return False
    right = words[left.index + 2]
    is_nation = right.name is not None and right.name.label == "NORP"
    return right.head is noun and right.tag == "JJ" and (right.name is None or is_nation)


def _part(first: Word, second: Word, conjunction: Word, words: list[Word]) -> None:
    """Give the first name the place of the second, which becomes its conjunct."""
    if first.dep not in PARTS:
        return
    first.head, first.dep = (first, "ROOT") if second.is_root else (second.head, second.dep)
    for word in words:
        if word.head is second and word.index < conjunction.index and word is not first:
            word.head = first
    second.head, second.dep = first, "conj"
    _hang_conjunction(conjunction, second)


def _part_from_behind(first: Word, conjunction: Word, words: list[Word]) -> None:
    """Make a conjunct of a person whose name was taken for the end of another's."""
    people = (w for w in words[conjunction.index + 1 :] if w.name and w.name.label == "PERSON")
    second = next(people, first)
    if second.head.name is not first.name or second is first or second.dep not in PARTS:
        return
    second.head, second.dep = first, "conj"
    for word in words[conjunction.index + 1 : second.index]:
        if word.head.index < conjunction.index and not second.is_below(word):
            word.head, word.dep = second, "compound" if word.dep == "conj" else word.dep
    _hang_conjunction(conjunction, second)


def _hang_conjunction(conjunction: Word, second: Word) -> None:
    if not second.is_below(conjunction):
        conjunction.head, conjunction.dep = second, "cc"
