"""Tells English from other languages, offline: by script, function words and accented letters.

The words are data, `languages.toml`. A text is taken for English unless something speaks against
it: a foreign article read as English costs a few wrong claims, an English one not read costs all
of its own.
"""

import functools
import re
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

__all__ = ["foreign_language"]

_DATA = Path(__file__).with_name("languages.toml")
# "l'" and "armée", "Kiev'" and "e", but "don't" and "Kyiv's" whole.
_WORD = re.compile(r"[^\W\d_]+(?:['’](?:(?:s|t|d|m|ve|re|ll)(?!\w))?)?")
_ADDRESS = ("@", "://", "www.")
_SAMPLE_CHARS = 40_000
_FEWEST_WORDS = 5  # below, only the script decides
_LATIN_SHARE = 0.6  # of the letters; below, the text is in another script
_ENGLISH_SHARE = 0.1  # of the words of a longer text that must be common English ones
_LONGER_WORDS = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class _Languages:
    """Common words by language name, in small letters."""

    english: frozenset[str]
    particles: frozenset[str]
    others: Mapping[str, frozenset[str]]


def foreign_language(text: str) -> str | None:
    """Return what a text is in, if it is not English, else None.

    Args:
        text: Any text; its first 40,000 characters decide.

    Returns:
        The name of a language ("German") or script ("Cyrillic script"), "another language" where
        it is like none we know, None for English.

    Example:
        >>> foreign_language("Die Armee hat den Angriff auf die Stadt bestätigt.")
        'German'
        >>> foreign_language("Die Hard fans met Angela Merkel and the army in Berlin.") is None
        True
    """
    chunks = (chunk for chunk in text[:_SAMPLE_CHARS].split() if not _is_address(chunk))
    words = _WORD.findall(" ".join(chunks))
    if script := _foreign_script(words):
        return script
    if len(words) < _FEWEST_WORDS:
        return None
    return _foreign_words(words)


def _is_address(chunk: str) -> bool:
    return any(mark in chunk for mark in _ADDRESS)


def _foreign_script(words: list[str]) -> str | None:
    letters = Counter(_script(char) for word in words for char in word)
    total = letters.total()
    if not total or letters["latin"] >= _LATIN_SHARE * total:
        return None
    del letters["latin"]
    script = max(sorted(letters), key=lambda name: letters[name])
    return "Chinese script" if script == "cjk" else f"{script.capitalize()} script"


@functools.cache
def _script(char: str) -> str:
    """Return the first word of a letter's Unicode name: "latin", "cyrillic", "arabic", "cjk"."""
    return "latin" if char.isascii() else unicodedata.name(char, "unknown").split()[0].lower()


def _foreign_words(words: list[str]) -> str | None:
    """Weigh the words of each language against those that only English has."""
    known = _load()
    if all(word.isupper() for word in words):
        words = [word.lower() for word in words]
    every = Counter(re.split("['’]", word.casefold())[0] for word in words)
    english = Counter({word: count for word, count in every.items() if word in known.english})
    telling = Counter(word for word in _telling(words, known.particles) if word not in english)

    def margin(name: str) -> tuple[int, int]:
        words = known.others[name]
        own = _hits(telling, words)
        return own + _hits(english, words) - english.total(), own

    language = max(known.others, key=margin)
    surplus, own = margin(language)
    accented = sum(count for word, count in telling.items() if not word.isascii())
    if surplus + accented > 0:
        return language if own else "another language"
    is_strange = english.total() < _ENGLISH_SHARE * len(words) and len(words) >= _LONGER_WORDS
    return "another language" if is_strange else None


def _hits(counts: Counter[str], words: frozenset[str]) -> int:
    return sum(count for word, count in counts.items() if word in words)


def _telling(words: list[str], particles: frozenset[str]) -> Iterator[str]:
    """Yield the words that may tell a language: those in small letters, outside of names.

    The first word of a text counts although it has a capital, unless it looks like a name.
    """
    first = words[0].lower()
    if len(first) > 1 and first.isascii() and first not in particles:
        yield first
    run: list[str] = []
    for word in words[1:]:
        if word.islower():
            run.append(word.replace("’", "'"))
        else:
            yield from () if particles.issuperset(run) else run
            run.clear()
    yield from run


@functools.cache
def _load() -> _Languages:
    data = tomllib.loads(_DATA.read_text(encoding="utf-8"))
    return _Languages(
        english=frozenset(data["english"].split()),
        particles=frozenset(data["particles"].split()),
        others={name: frozenset(words.split()) for name, words in data["other"].items()},
    )
