"""Find lexicon phrases in a text whatever the endings of its words.

A word of the text matches a lexicon word that it could be a form of ("bombings" matches
"bombing" and "bomb"); a lexicon word is never shortened, so "arms" does not match "armed".
"""

import functools
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

__all__ = ["PhraseIndex", "PhraseMatch", "find_phrases", "index_phrases", "lemmas_of"]

_TOKEN = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s$")
_SHORTEST_LEMMA = 3
_ENDINGS = (  # ending of the form, endings of the lemmas that it may come from
    ("ies", ("y", "ie")),
    ("ied", ("y", "ie")),
    ("ying", ("ie",)),
    ("men", ("man",)),
    ("es", ("", "e")),
    ("ed", ("", "e")),
    ("ing", ("", "e")),
    ("s", ("",)),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PhraseIndex:
    """Phrases by their first word: the words of each, and the value that it stands for."""

    by_first: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class PhraseMatch:
    """A phrase found at half-open character offsets, `length` words long."""

    start: int
    end: int
    length: int
    value: str


@functools.lru_cache(maxsize=4096)
def lemmas_of(word: str) -> tuple[str, ...]:
    """Return the words that a word may be a form of, itself first.

    Example:
        >>> lemmas_of("strikes"), lemmas_of("banned")
        (('strikes', 'strik', 'strike'), ('banned', 'bann', 'banne', 'ban'))
    """
    word = _POSSESSIVE.sub("", word.casefold())
    found = [word]
    for ending, replacements in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem in ("", word) or (ending == "s" and stem[-1] == "s"):
            continue
        found += [stem + r for r in replacements]
        if ending in ("ed", "ing") and stem[-1] == stem[-2:-1]:
            found.append(stem[:-1])
    long_enough = [lemma for lemma in found[1:] if len(lemma) >= _SHORTEST_LEMMA]
    return tuple(dict.fromkeys((word, *long_enough)))


def index_phrases(pairs: Iterable[tuple[str, str]]) -> PhraseIndex:
    """Build an index of `(phrase, value)` pairs; hyphens count as spaces."""
    by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase, value in pairs:
        words = tuple(word.casefold() for word in _TOKEN.findall(phrase))
        if words:
            by_first.setdefault(words[0], []).append((words, value))
    return PhraseIndex(
        by_first=MappingProxyType({first: tuple(rows) for first, rows in by_first.items()})
    )


def find_phrases(index: PhraseIndex, text: str, *, offset: int = 0) -> Iterator[PhraseMatch]:
    """Yield every phrase in a text, in text order; `offset` is added to the characters' places.

    Example:
        >>> index = index_phrases([("air strike", "aerial")])
        >>> [m.value for m in find_phrases(index, "Two air-strikes hit the town.")]
        ['aerial']
    """
    tokens = [(lemmas_of(m.group()), m.start(), m.end()) for m in _TOKEN.finditer(text)]
    for i, (lemmas, start, _) in enumerate(tokens):
        for lemma in lemmas:
            for words, value in index.by_first.get(lemma, ()):
                window = tokens[i : i + len(words)]
                if len(window) == len(words) and all(
                    word in forms for word, (forms, _, _) in zip(words, window, strict=True)
                ):
                    yield PhraseMatch(
                        start=offset + start,
                        end=offset + window[-1][2],
                        length=len(words),
                        value=value,
                    )
