"""When a verb, or a noun that a clause makes its predicate, says that something is."""

from kg.mentions.words import Word
from kg.model import Temporality

__all__ = ["carrier_of", "tense_of"]

SHARING = frozenset(("xcomp", "advcl", "acl", "conj"))
FUTURE_AUXILIARIES = frozenset(("will", "shall", "'ll", "’ll"))
NOW = frozenset(("VBZ", "VBP"))


def carrier_of(noun: Word) -> Word | None:
    """Return the word whose tense an event noun shares, None if there is none.

    Itself, where the clause says of somebody that he "is under arrest".
    """
    if noun.first("cop") is not None:
        return noun
    for ancestor in noun.ancestors():
        if ancestor.is_verb:
            return ancestor
        if ancestor.first("cop") is not None:
            return ancestor
    return None


def tense_of(word: Word) -> Temporality:
    """Return when a verb form, or a predicate with its copula, says that it is.

    What "is banned", "is being held", "has been shelling" or "has been on strike" goes on; what
    "has banned" or "has been banned" is over; what "is to meet" is yet to come.
    """
    auxiliaries = word.has("aux", "aux:pass", "cop")
    if {w.lemma for w in auxiliaries} & FUTURE_AUXILIARIES or _goes_to(word):
        return Temporality.FUTURE
    if word.tag == "VB" and any(w.lemma == "be" and w.tag != "VB" for w in auxiliaries):
        return Temporality.FUTURE
    if auxiliaries:
        is_now = any(w.tag in NOW for w in auxiliaries)
        return Temporality.PRESENT if is_now and _lasts(word, auxiliaries) else Temporality.PAST
    if word.tag in NOW:
        return Temporality.PRESENT
    if word.tag in ("VB", "VBG") and word.dep in SHARING and word.head.is_verb:
        return tense_of(word.head)
    return Temporality.PAST


def _lasts(word: Word, auxiliaries: list[Word]) -> bool:
    """Tell whether a form with auxiliaries tells of what goes on while it is told."""
    if word.tag != "VBN":
        return word.tag == "VBG" or not word.is_verb
    passives = [w for w in auxiliaries if w.dep == "aux:pass"]
    return any(w.tag in NOW or w.tag == "VBG" for w in passives)


def _goes_to(verb: Word) -> bool:
    """Tell whether it is the "going" of "is going to attack"."""
    return verb.lemma == "go" and verb.tag == "VBG" and verb.first("xcomp") is not None
