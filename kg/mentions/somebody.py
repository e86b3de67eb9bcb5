"""Whether a word means somebody: a name, a people, a noun of those who can act."""

from kg.lexicons import Lexicon
from kg.mentions.words import Word

__all__ = ["is_known", "is_somebody", "names_actor"]


def names_actor(word: Word, lexicon: Lexicon) -> bool:
    """Tell whether a word is a name, a demonym or a noun of people who can act."""
    if word.name is not None:
        return True
    return word.text.lower() in lexicon.world.demonyms or _is_people(word, lexicon)


def _is_people(word: Word, lexicon: Lexicon) -> bool:
    """Tell whether a noun means people, by itself or with the word before ("security forces")."""
    nouns = lexicon.world.sector_words
    if word.lemma in nouns:
        return True
    return any(f"{part.lemma} {word.lemma}" in nouns for part in word.has("compound", "amod"))


def is_somebody(word: Word, lexicon: Lexicon) -> bool:
    """Tell whether a phrase headed by a word names one who can act, or a place that may."""
    if word.pos == "PRON" or word.lemma in lexicon.grammar.class_nouns:
        return True
    parts = (word, *word.has("flat", "appos", "compound"))
    return any(names_actor(part, lexicon) for part in parts)


def is_known(word: Word, lexicon: Lexicon) -> bool:
    """A name, a demonym, or a noun of a political or armed actor."""
    if word.name is not None or word.text.lower() in lexicon.world.demonyms:
        return True
    sector = lexicon.world.sector_words.get(word.lemma)
    return (sector is not None and sector.is_political) or any(
        w.name is not None for w in word.has("amod", "compound", "nmod", "nmod:poss")
    )
