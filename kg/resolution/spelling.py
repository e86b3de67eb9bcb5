"""Spellings of one personal name: full names enter, pairs that are one name leave."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations, pairwise
from types import MappingProxyType
from typing import TypeVar

from rapidfuzz import fuzz

from kg.resolution.words import words_of

__all__ = ["are_spellings", "iter_spellings"]

Key = TypeVar("Key")

SAME_RATIO = 90  # of 100: from here two words are spellings of one, whatever they sound like
# The same for words that sound alike, by the number of their consonants: Mohammed and Muhammad
# share four and have ratio 63, Hassan and Hussein share three and have 62. Two say too little.
SOUND_RATIOS = MappingProxyType({3: 80, 4: 60})

_SOUND = str.maketrans({"q": "k", "c": "k", "g": "k", "w": "v", "f": "v", "z": "s"})
_VOWELS = frozenset("aeiouyj")


def iter_spellings(names: Mapping[Key, tuple[str, ...]]) -> Iterator[tuple[Key, Key]]:
    """Yield pairs of keys whose full names are spellings of one.

    Args:
        names: The folded words of each full name. Only names that share the sound of their last
            word, or the beginnings of first and last word, are compared.
    """
    blocks: dict[tuple[str, str], list[Key]] = defaultdict(list)
    for key, words in names.items():
        if len(words) > 1:
            blocks["sound", sound_of(words[-1])].append(key)
            blocks[words[0][:1], words[-1][:3]].append(key)
    for _, keys in sorted(blocks.items()):
        for one, other in combinations(keys, 2):
            if are_spellings(names[one], names[other]):
                yield one, other


def are_spellings(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether two full names, folded, are spellings of one.

    The last words must be alike and the words before them too, one by one; particles and middle
    initials do not count.

    Example:
        >>> are_spellings(("volodymyr", "zelenskiy"), ("volodymyr", "zelenskyy"))
        True
        >>> are_spellings(("kim", "jong", "un"), ("kim", "jong", "il"))
        False
    """
    if not _are_alike(one[-1], other[-1]):
        return False
    given, others = _given(one), _given(other)
    pairs = zip(given, others, strict=False)
    return len(given) == len(others) and all(_are_alike(a, b) for a, b in pairs)


def sound_of(word: str) -> str:
    """Return the consonants of a word, alike where transcriptions differ.

    Example:
        >>> sound_of("gaddafi") == sound_of("qadhafi")
        True
    """
    plain = word.translate(_SOUND)
    letters = [
        c
        for before, c in pairwise(" " + plain)
        if c not in _VOWELS and not (c == "h" and before not in _VOWELS and before != " ")
    ]
    return "".join(c for before, c in pairwise([" ", *letters]) if c != before)


def _given(words: tuple[str, ...]) -> tuple[str, ...]:
    kept = tuple(w for w in words[:-1] if w not in words_of("particles"))
    return tuple(w for i, w in enumerate(kept) if i == 0 or len(w) > 1)


def _are_alike(one: str, other: str) -> bool:
    ratio = fuzz.ratio(one, other)
    if ratio >= SAME_RATIO:
        return True
    sound = sound_of(one)
    needed = SOUND_RATIOS.get(min(len(sound), max(SOUND_RATIOS)), SAME_RATIO)
    return ratio >= needed and sound == sound_of(other)
