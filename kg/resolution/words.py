"""Word lists of `words.toml`, read once."""

import functools
import tomllib
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

__all__ = ["bloc_foes", "blocs", "landmarks", "plurals", "words_of"]

_FILE = Path(__file__).with_name("words.toml")


@functools.cache
def _tables() -> Mapping[str, Any]:
    return MappingProxyType(tomllib.loads(_FILE.read_text(encoding="utf-8")))


@functools.cache
def words_of(name: str) -> frozenset[str]:
    """Return a list of words by its name in the file.

    Example:
        >>> "they" in words_of("pronouns")
        True
    """
    return frozenset(_tables()[name])


@functools.cache
def plurals() -> Mapping[str, str]:
    """Return endings of plurals and what they become, in the order to try them."""
    return MappingProxyType(dict(_tables()["plurals"]))


@functools.cache
def blocs() -> Mapping[str, tuple[str, ...]]:
    """Return nouns for alliances, each with the ids of those that may be called so."""
    return MappingProxyType({noun: tuple(ids) for noun, ids in _tables()["blocs"].items()})


@functools.cache
def bloc_foes() -> Mapping[str, str]:
    """Return the id of whom a coalition fights, by the coalition's id."""
    return MappingProxyType(dict(_tables()["bloc_foes"]))


@functools.cache
def landmarks() -> Mapping[str, str]:
    """Return the words for deeds that are done once in many years, each with the deed."""
    return MappingProxyType(
        {word: deed for deed, words in _tables()["landmarks"].items() for word in words}
    )
