"""Texts that name somebody, word by word: how they compare, whatever their case and inflection.

Text enters; words with their folded form, and keys of the lexicon's mappings, leave.
"""

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from kg.lexicons.folding import fold

__all__ = ["Word", "fits_case", "key_of", "keys_of_name", "singulars", "words_of"]

_PIECE = re.compile(r"([^\s/–—-]+)([-–—]?)")
_POSSESSIVE = re.compile(r"['’]s?$")
_INFLECTED = re.compile(r"['’]|\bthe\b", re.IGNORECASE)  # what words of a text leave out
_IRREGULAR = MappingProxyType(
    {"children": "child", "people": "people", "thieves": "thief", "wives": "wife"}
)
_PLURALS = (("men", "man"), ("ies", "y"), ("es", ""), ("s", ""))  # ending, ending of the singular


@dataclass(frozen=True, slots=True)
class Word:
    """One word: its folded form, as it was written, and whether a hyphen joins it to the next."""

    form: str
    text: str
    is_joined: bool


@functools.lru_cache(maxsize=8192)  # a corpus repeats its names
def words_of(text: str) -> tuple[Word, ...]:
    """Return the words of a text, without articles and possessive endings.

    Example:
        >>> [word.form for word in words_of("the U.S.-led coalition's Ki-moon")]
        ['us', 'led', 'coalition', 'ki', 'moon']
    """
    return tuple(_iter_words(text))


def _iter_words(text: str) -> Iterator[Word]:
    for found in _PIECE.finditer(text):
        piece = found.group(1)
        forms = (piece.lower(),) if piece.isascii() and piece.isalpha() else fold(piece).split()
        for form in forms:
            if form != "the":
                yield Word(form, _POSSESSIVE.sub("", piece), bool(found.group(2)))


def key_of(words: Sequence[Word]) -> str:
    """Return the key under which a lexicon's mapping holds these words."""
    return " ".join(word.form for word in words)


def keys_of_name(name: str) -> tuple[str, ...]:
    """Return the keys under which a name belongs into a mapping, `fold(name)` first.

    Example:
        >>> keys_of_name("Lord's Resistance Army")
        ('lord s resistance army', 'lord resistance army')
    """
    plain = _plain_key(name)
    key = plain or fold(name)
    if plain or not _INFLECTED.search(name):
        return (key,) if key else ()
    return tuple(dict.fromkeys(key for key in (key, key_of(words_of(name))) if key))


def _plain_key(name: str) -> str | None:
    """Return `fold(name)` of a plain name, the fast way; None where it takes more."""
    if name.isascii() and name.isalpha():
        return name.lower()
    key = name.lower().replace("-", " ")
    bare = key.replace(" ", "")
    is_plain = name.isascii() and bare.isalpha() and key == key.strip() and "  " not in key
    return key if is_plain and " the " not in f" {key} " else None


def fits_case(name: str, words: Sequence[Word]) -> bool:
    """Tell whether words may be meant for a name by their capitals.

    What is all capitals is met by capitals only ("US" is not "us"); any other name that has a
    capital, by words with a capital.

    Example:
        >>> fits_case("US", words_of("us")), fits_case("Turkey", words_of("TURKEY"))
        (False, True)
    """
    text = "".join(word.text for word in words)
    if name.isupper():
        return text.isupper()
    return name.islower() or any(letter.isupper() for letter in text)


def singulars(form: str) -> Iterator[str]:
    """Yield a folded noun as it stands, then what it may be the plural of.

    Example:
        >>> list(singulars("policemen")), list(singulars("forces"))
        (['policemen', 'policeman'], ['forces', 'forc', 'force'])
    """
    yield form
    if form in _IRREGULAR:
        yield _IRREGULAR[form]
        return
    for plural, singular in _PLURALS:
        if form.endswith(plural) and len(form) > len(plural) + 1:
            yield form.removesuffix(plural) + singular
