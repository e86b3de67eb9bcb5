"""Which country a text tells: words in, an alpha-3 code out."""

from collections.abc import Sequence

from kg.lexicons.naming import Word, fits_case, key_of, words_of
from kg.lexicons.world import CountryWord, World

__all__ = ["find_country", "is_turned"]

_LONGEST_WORDS = 7  # "former Yugoslav Republic of Macedonia" and the like


def find_country(world: World, text: str) -> str | None:
    """Return the alpha-3 code of the country that a text names first, None where it names none.

    A name, a demonym, the capital, or a seat that stands for the government tells a country; so do
    its regions and their peoples ("Chechen"). "Pro-Russian", "Iran-backed" and "Indian Ocean" tell
    none. Persons' names are not told from countries' ("Jordan").

    Example:
        >>> from kg.lexicons import load_lexicon
        >>> world = load_lexicon().world
        >>> (
        ...     find_country(world, "South Sudanese troops"),
        ...     find_country(world, "US and Ukrainian envoys"),
        ... )
        ('SSD', 'USA')
    """
    words = words_of(text)
    position = 0
    while position < len(words):
        word, length = _longest(world, words, position)
        if word is None:
            position += 1
            continue
        if word.code is not None and not is_turned(world, words, position, position + length):
            return word.code
        position += length
    return None


def _longest(world: World, words: Sequence[Word], start: int) -> tuple[CountryWord | None, int]:
    for end in range(min(len(words), start + _LONGEST_WORDS), start, -1):
        word = _told_by(world, words[start:end])
        if word is not None:
            return word, end - start
    return None, 0


def _told_by(world: World, words: Sequence[Word]) -> CountryWord | None:
    key = key_of(words)
    word = world.country_words.get(key)
    if word is None and key in world.demonyms:
        word = CountryWord(text=key.title(), code=world.demonyms[key])
    return word if word and fits_case(word.text, words) else None


def is_turned(world: World, words: Sequence[Word], start: int, end: int) -> bool:
    """Tell whether a hyphen joins `words[start:end]` to what turns its meaning ("pro-Russian")."""
    before = words[start - 1] if start else None
    if before and before.is_joined and world.country_affixes.get(before.form) == "before":
        return True
    after = words[end] if end < len(words) and words[end - 1].is_joined else None
    return after is not None and world.country_affixes.get(after.form) == "after"
