"""Who an event noun happens to, and who did it, told by what is said around the noun.

"The town is under siege" and "was the target of raids" tell whom it is done to, "rebels are
responsible for the raids" who does it, though neither is the noun's own argument.
"""

from kg.lexicons import Lexicon
from kg.mentions.meaning import negators_of
from kg.mentions.phrases import is_nominal
from kg.mentions.subjects import SUBJECTS, is_passive, subject_of
from kg.mentions.words import Word

__all__ = ["UNDERGOER", "doers", "undergoers"]

UNDERGOER = "undergoer"  # the slot of whom an event noun happens to
UNDER, BEHIND = "under", "behind"
BECOMING = ("become", "remain", "fall", "make", "present", "prove")  # "fell victim to a raid"


def undergoers(noun: Word, lexicon: Lexicon) -> list[Word]:
    """Return whom an event noun happens to: who is under it, is its target, or faces it."""
    noun = _first_of_several(noun)
    head, grammar = noun.head, lexicon.grammar
    if noun.case == UNDER or f"{noun.case} {noun.lemma}" in grammar.states:
        return _in_a_state(noun, lexicon)
    if noun.dep in ("nmod", "obl") and noun.case in ("of", "to"):
        return _called(head, lexicon) if head.lemma in grammar.suffering_nouns else []
    if noun.dep == "obj" and head.lemma in grammar.undergoing_verbs and not is_passive(head):
        return _one(subject_of(head, lexicon))
    return []


def doers(noun: Word, lexicon: Lexicon) -> list[Word]:
    """Return who did what an event noun tells: who is behind it or responsible for it."""
    noun = _first_of_several(noun)
    head = noun.head
    if noun.case == BEHIND:
        if noun.has(*SUBJECTS):
            return _one(subject_of(noun, lexicon))
        return [head] if noun.dep == "nmod" and _may_do_it(head, lexicon) else []
    led = f"{head.lemma} {noun.case}"
    if led in lexicon.grammar.blaming:
        return _blamed(head, lexicon)
    if led not in lexicon.grammar.doing or negators_of(head, lexicon):
        return []
    if not head.is_verb and head.pos == "NOUN":
        return _with_part(head, lexicon)
    if head.dep in ("amod", "acl", "acl:relcl") and not head.has(*SUBJECTS):
        return [head.head] if is_nominal(head.head) else []  # "those responsible for the raid"
    return _one(subject_of(head, lexicon))


def _with_part(noun: Word, lexicon: Lexicon) -> list[Word]:
    """Return who has a part or role: its owner, or the subject of the verb above it."""
    owner = noun.first("nmod:poss")
    if owner is None and noun.dep == "obj" and noun.head.is_verb:
        owner = subject_of(noun.head, lexicon)
    return _one(owner)


def _first_of_several(noun: Word) -> Word:
    """Return the first of coordinated nouns: in "under siege and bombardment" it is the siege."""
    while noun.dep == "conj" and is_nominal(noun.head):
        noun = noun.head
    return noun


def _in_a_state(noun: Word, lexicon: Lexicon) -> list[Word]:
    head = noun.head
    if noun.has(*SUBJECTS):
        return _one(subject_of(noun, lexicon))
    if noun.dep == "nmod" and is_nominal(head):
        return [head]
    if noun.dep != "obl" or not head.is_verb or any(w.lemma == "the" for w in noun.has("det")):
        return []  # "under the embargo, Norway stopped arms sales"
    put = [] if is_passive(head) else head.has("obj")
    return put if put and head.lemma in lexicon.grammar.putting else _one(subject_of(head, lexicon))


def _called(noun: Word, lexicon: Lexicon) -> list[Word]:
    """Return who is called so: "they were the target of raids", "they fell victim to raids"."""
    if noun.has(*SUBJECTS):
        return _one(subject_of(noun, lexicon))
    if noun.dep == "appos":
        return [noun.head]
    is_predicate = noun.dep in ("obj", "xcomp", "obl") and noun.head.lemma in BECOMING
    return _one(subject_of(noun.head, lexicon)) if is_predicate else []


def _blamed(verb: Word, lexicon: Lexicon) -> list[Word]:
    """Return whom a verb of blaming is about: its object, of a passive its subject."""
    if is_passive(verb):
        return _one(subject_of(verb, lexicon))
    return [word for word in verb.has("obj") if is_nominal(word)]


def _one(word: Word | None) -> list[Word]:
    return [] if word is None or not is_nominal(word) else [word]


def _may_do_it(word: Word, lexicon: Lexicon) -> bool:
    is_named = word.name is not None or word.pos == "PRON"
    return is_named or word.lemma in lexicon.world.sector_words
