"""The first word of a sentence, where a parser took a noun for its verb, or its verb for a noun."""

from kg.mentions.mending.predicates import FINITE, make_root
from kg.mentions.words import Word

__all__ = ["name_openers", "raise_dread"]

SUBJECTS = ("nsubj", "nsubj:pass", "expl", "csubj")
CLAUSES = ("advcl", "conj", "parataxis", "acl", "acl:relcl", "ccomp")
NOMINAL = frozenset(("cop", "det", "amod", "nmod:poss"))
OPENED = ("mark", *SUBJECTS)


def name_openers(words: list[Word]) -> None:
    """No statement opens with "calls" for its verb: in "Calls for peace grew" it is a noun.

    The verb behind it, which has neither subject nor conjunction, is what the sentence states.
    """
    noun = words[0]
    if noun.head is not noun or noun.tag != "VBZ" or _is_opened(noun, words):
        return
    for verb in words[1:]:
        if verb.head is noun and verb.tag in FINITE and verb.dep in CLAUSES:
            if not _is_opened(verb, words):
                noun.tag, noun.pos = "NNS", "NOUN"
                for word in words[1 : verb.index]:
                    if word.head is noun and word.dep in ("obl", "obj"):
                        word.dep = "nmod"
                make_root(verb, noun, words)
            return


def raise_dread(words: list[Word]) -> None:
    """A noun with a subject and an object, and without "is", is a verb: "Villagers dread it"."""
    for word in words:
        if word.head is word and word.tag in ("NN", "NNS"):
            labels = {w.dep for w in words if w.head is word}
            if {"nsubj", "obj"} <= labels and not labels & NOMINAL:
                word.tag, word.pos = ("VBP" if word.tag == "NN" else "VBZ"), "VERB"


def _is_opened(verb: Word, words: list[Word]) -> bool:
    return any(word.head is verb and word.dep in OPENED for word in words)
