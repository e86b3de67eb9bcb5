"""Event nouns that name a topic and tell no event ("a debate on war")."""

from kg.lexicons import Grammar, Lexicon, lemmas_of
from kg.mentions.drafts import NOMINAL, Draft
from kg.mentions.locations import is_located
from kg.mentions.words import Word
from kg.model import Quantity

__all__ = ["is_topic"]

TOLD = 0.9  # odds from which the pipeline vouches that a lone noun tells an event


def is_topic(draft: Draft, quantities: tuple[Quantity, ...], lexicon: Lexicon) -> bool:
    """Tell whether an event noun with nobody and no number beside it names a mere topic.

    It does unless it is said to occur. What has a day or a place of its own did occur: "Sunday's
    rally", "the blast in Mogadishu".
    """
    if draft.rule != NOMINAL or draft.actors or draft.targets or quantities:
        return False
    noun, grammar = draft.hit.word, lexicon.grammar
    is_told = draft.odds is not None and draft.odds >= TOLD
    return not (is_told or _occurs(noun, grammar) or is_located(noun, grammar))


def _occurs(noun: Word, grammar: Grammar) -> bool:
    """Tell whether a noun's verb says that it happened, in whatever form the pipeline knows it."""
    forms = lemmas_of(noun.head.text)
    return noun.dep == "nsubj" and not grammar.occurrence.isdisjoint((noun.head.lemma, *forms))
