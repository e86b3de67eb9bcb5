"""Bare titles: an article's people enter, whom "the foreign minister" may mean there leaves.

What an article calls somebody once ("Foreign Minister Ilan Dravo"; "Ilan Dravo, the mayor of
Kessa") it calls him again without the name. The offices that a known person held on its day count
too.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from kg.lexicons import ActorEntry, World, fold
from kg.model import ActorKind, Article
from kg.resolution.names import Node, NodeSort, full_name, singular_form
from kg.resolution.naming import Naming
from kg.resolution.words import words_of

__all__ = ["holds_a_title", "iter_titles"]

_LONGEST_TITLE_WORDS = 4
_WORD_CHARS = 30  # before a title, which hold the word before it
_APPOSITION = re.compile(r"\s?,\s(?:the\s|an?\s)?(?P<words>[^,.;:()\n]{3,80})")


def iter_titles(
    namings: Iterable[Naming], article: Article | None, world: World
) -> Iterator[tuple[str, Node]]:
    """Yield the titles of an article's people: title as it may stand alone, person."""
    if article is None:
        return
    for naming in namings:
        name = full_name(naming.node, world)
        if not name:
            continue
        for title in {*_stated(naming, name, article, world), *_held(naming.node, article, world)}:
            for form in _short_titles(title, world):
                yield form, naming.node


def holds_a_title(naming: Naming, article: Article | None, world: World) -> bool:
    """Tell whether a mention is a title that points back: "the mayor", but not "a mayor"."""
    form = fold(naming.mention.name)
    if naming.node.sort is not NodeSort.NOUN or naming.mention.country or form not in world.titles:
        return False
    start = naming.place[1]
    near = article.text[max(0, start - _WORD_CHARS) : start] if article else ""
    before = near.split()[-1:]
    return not before or fold(before[0]) not in words_of("indefinite")


def _known(node: Node, world: World) -> ActorEntry | None:
    entry = world.actors.get(node.form) if node.sort is NodeSort.LEXICON else None
    return entry if entry is not None and entry.kind is ActorKind.PERSON else None


def _stated(naming: Naming, name: tuple[str, ...], article: Article, world: World) -> Iterator[str]:
    """Yield the titles that an article gives beside a name, folded."""
    _, start, end = naming.place
    words = fold(article.text[start:end]).split()
    if name[-1] in words:
        front = [word for word in words[: words.index(name[-1])] if word not in name]
        yield from _ends_in_title(front, world)
    found = _APPOSITION.match(article.text, end)
    if found is not None:
        head = re.split(r" (?:of|for|in|and|who|at) ", found["words"])[0]
        yield from _ends_in_title(fold(head).split(), world)


def _ends_in_title(words: list[str], world: World) -> Iterator[str]:
    """Yield the longest title at the end of some words, with what lessens it before it."""
    for length in range(min(len(words), _LONGEST_TITLE_WORDS), 0, -1):
        if " ".join(words[-length:]) in world.titles:
            lesser = [word for word in words[:-length] if word in words_of("lesser")]
            yield " ".join((*lesser, *words[-length:]))
            return


def _held(node: Node, article: Article, world: World) -> Iterator[str]:
    """Yield the offices that a known person held on the day of an article."""
    entry, on = _known(node, world), article.published
    if entry is None or on is None:
        return
    for role in entry.roles:
        if (role.since or date.min) <= on <= (role.until or date.max):
            yield fold(role.title)


def _short_titles(title: str, world: World) -> Iterator[str]:
    """Yield a title and its ends: the foreign minister is the minister, his deputy is not."""
    words = singular_form(title).split()
    for start in range(len(words)):
        form = " ".join(words[start:])
        if form in world.titles or start == 0:
            yield form
        if words[start] in words_of("lesser"):
            return
