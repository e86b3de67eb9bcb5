"""Event nouns that name a topic and tell no event ("a debate on war")."""

from kg.lexicons import Grammar, Lexicon, lemmas_of
from kg.mentions.drafts import NOMINAL, Draft
from kg.mentions.locations import is_located
from kg.mentions.phrases import is_definite
from kg.mentions.words import Word
from kg.model import Quantity

__all__ = ["is_lone", "is_said_to_occur", "is_topic"]

ADDING = ("amod", "compound", "nmod", "nmod:poss", "acl", "acl:relcl", "appos", "obl", "conj")
TOLD = 0.9  # odds from which the pipeline vouches that a lone noun tells an event


def is_topic(draft: Draft, quantities: tuple[Quantity, ...], lexicon: Lexicon) -> bool:
    """Tell whether an event noun with nobody and no number beside it names a mere topic.

    It does unless it is said to occur, or the trained pipeline vouches for it; and it does if it
    only names again what was told.
    """
    if not is_lone(draft, quantities) or is_said_to_occur(draft.hit.word, lexicon.grammar):
        return False
    is_vouched_for = draft.odds is not None and draft.odds >= TOLD
    return not is_vouched_for or _only_refers_back(draft.hit.word)


def _only_refers_back(noun: Word) -> bool:
    """Tell whether a noun names again what was told, and adds nothing: "described the attack"."""
    return is_definite(noun) and not noun.has(*ADDING)


def is_lone(draft: Draft, quantities: tuple[Quantity, ...]) -> bool:
    """Tell whether an event noun has nobody and no number beside it."""
    return draft.rule == NOMINAL and not (draft.actors or draft.targets or quantities)


def is_said_to_occur(noun: Word, grammar: Grammar) -> bool:
    """Tell whether a noun's verb says that it happened, or it has a day or a place of its own.

    "Sunday's rally" and "the blast in Mogadishu" did occur. The verb may have whatever form the
    pipeline knows it by.
    """
    forms = lemmas_of(noun.head.text)
    is_verb_of_it = noun.dep == "nsubj"
    occurs = is_verb_of_it and not grammar.occurrence.isdisjoint((noun.head.lemma, *forms))
    return occurs or is_located(noun, grammar)
