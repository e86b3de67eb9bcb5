"""Who common nouns mean: words in, the sector word that decides out."""

from collections.abc import Sequence

from kg.lexicons.naming import singulars, words_of
from kg.lexicons.world import SectorWord, World

__all__ = ["find_sector_word", "is_general", "sector_of"]

_LONGEST_WORDS = 4  # "internally displaced person" and one to spare


def sector_of(world: World, words: Sequence[str]) -> SectorWord | None:
    """Return the noun of a phrase that tells who is meant, None where none is known.

    The last one wins, the longest where several end there. Nouns that are general ("commander")
    give way to any other; plurals are recognised.

    Args:
        world: The world lexicon.
        words: The words of a phrase, in text order.

    Example:
        >>> from kg.lexicons import load_lexicon
        >>> world = load_lexicon().world
        >>> (
        ...     sector_of(world, ["armed", "rebels"]).sector,
        ...     sector_of(world, ["police", "chief"]).sector,
        ... )
        ('REB', 'COP')
    """
    forms = [word.form for word in words_of(" ".join(words))]
    general: SectorWord | None = None
    for end in range(len(forms), 0, -1):
        found = _ending_at(world, forms, end)
        if found is None:
            continue
        if found.lemma not in world.general_words:
            return found
        general = general or found
    return general


def _ending_at(world: World, forms: Sequence[str], end: int) -> SectorWord | None:
    for start in range(max(0, end - _LONGEST_WORDS), end):
        found = find_sector_word(world, forms[start:end])
        if found is not None:
            return found
    return None


def find_sector_word(world: World, forms: Sequence[str]) -> SectorWord | None:
    """Return the sector word that these folded words are, the last one maybe in the plural."""
    *front, last = forms
    for noun in singulars(last):
        word = world.sector_words.get(" ".join((*front, noun)))
        if word is not None:
            return word
    return None


def is_general(world: World, form: str) -> bool:
    """Tell whether a folded noun takes its meaning from the word before it."""
    return any(noun in world.general_words for noun in singulars(form))
