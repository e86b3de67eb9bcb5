"""Numbers that stand outside an event's own slots: an event in, words of numbers out.

"The toll of the shelling rose to 33", "arrested eleven men, bringing the total to 48", "two
arrests" and "no casualties" count people though no slot of the event holds them.
"""

import itertools
from collections.abc import Iterator

from kg.lexicons import Entry, Grammar
from kg.mentions.mending.modifiers import STATES
from kg.mentions.phrases import is_none
from kg.mentions.words import Word

__all__ = ["counted_outside"]

DISPLACED = "displace"
LEAVE = "leave"
FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
CAUSES = ("by", "in", "during")
LEADS = ("to", "at", "by")


def counted_outside(word: Word, entry: Entry, grammar: Grammar) -> Iterator[tuple[Word, str]]:
    """Yield the words of numbers outside an event's slots, each with what became of those counted.

    Args:
        word: The event's verb or noun.
        entry: Its lexicon entry.
        grammar: Nouns of tolls, and verbs that lead them to a number.
    """
    if _counts_itself(word, entry):
        yield word, word.lemma
    verb = word.head.head
    is_of_toll = word.dep == "nmod" and word.head.lemma in grammar.toll_nouns
    if is_of_toll and verb.lemma in grammar.rising_verbs:
        yield from ((number, "toll") for number in _reached(verb))
    for clause in word.has("advcl"):
        governor = _raised(clause, word, grammar)
        if governor is not None:
            yield from ((number, governor) for number in _reached(clause))
    yield from ((person, DISPLACED) for person in _driven_out(word, grammar))
    if word.lemma == LEAVE and entry.counts is not None:  # not of troops that leave a town
        yield from _left_behind(word)


def _left_behind(verb: Word) -> Iterator[tuple[Word, str]]:
    """Yield those who are left in a state, with it: "left two soldiers dead and 12 badly injured".

    However the parse joins them, their numbers and nouns stand before the state, back to the state
    before it.
    """
    told: list[Word] = []
    words = [w for index, w in verb.sentence().items() if index > verb.index and w.pos != "ADV"]
    for word, after in itertools.zip_longest(words, words[1:]):
        is_before_noun = after is not None and after.pos in ("NOUN", "PROPN")
        if word.text.lower() in STATES and not is_before_noun:
            yield from ((who, word.text.lower()) for who in told)
            told = []
        elif word.tag in FINITE or word.pos == "AUX":
            return
        elif word.tag in ("VBN", "VBG"):
            told = []
        elif word.pos in ("NUM", "NOUN") and not (is_before_noun or word.case):
            told.append(word)


def _driven_out(event: Word, grammar: Grammar) -> Iterator[Word]:
    """Yield those whom an event makes flee: "fighting displaced thousands", "fled the fighting"."""
    verb = event.head
    if event.dep in ("nsubj", "csubj") and _drives_out(verb, grammar):
        yield from verb.has("obj")
    is_cause = event.dep in ("obl", "obl:agent") and event.case in CAUSES
    if is_cause and verb.lemma in grammar.displacing_verbs:
        yield from verb.has("nsubj:pass")
    is_fled = event.dep == "obj" or event.case == "from"
    if is_fled and verb.lemma in grammar.fleeing_verbs:
        yield from verb.has("nsubj")
    for other in event.has("conj"):  # "killed ten and displaced thousands"
        if other.lemma in grammar.displacing_verbs:
            yield from other.has("obj", "nsubj:pass")


def _drives_out(verb: Word, grammar: Grammar) -> bool:
    if verb.lemma in grammar.displacing_verbs:
        return True
    is_flight = any(w.lemma in grammar.fleeing_verbs for w in verb.has("xcomp", "advcl", "acl"))
    is_home = any(w.case == "from" and w.lemma in grammar.homes for w in verb.has("obl"))
    return verb.lemma in grammar.forcing_verbs and (is_flight or is_home)


def _counts_itself(word: Word, entry: Entry) -> bool:
    """Tell whether a noun of what befalls people is counted: "one arrest", "no casualties"."""
    is_counted = bool(word.has("nummod")) or is_none(word)
    return entry.counts is not None and not word.is_verb and is_counted


def _raised(clause: Word, event: Word, grammar: Grammar) -> str | None:
    """Return of what a clause raises the number: of the dead, or of those of its event."""
    if clause.lemma not in grammar.raising_verbs:
        return None
    raised = {thing.lemma for thing in clause.has("obj")}
    if raised & grammar.toll_nouns:
        return "toll"
    return event.lemma if raised & grammar.total_nouns else None


def _reached(verb: Word) -> Iterator[Word]:
    """Yield the number that a verb leads to ("rose to 33", "reached 33")."""
    for word in (*verb.has("obl", "nmod"), *verb.has("obj")):
        is_led = word.dep == "obj" or word.case in LEADS
        if is_led and (word.pos == "NUM" or word.has("nummod")):
            yield word
