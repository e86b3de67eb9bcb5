"""Full names of a corpus, found by the short forms that may stand for them."""

import functools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from kg.lexicons import World, fold
from kg.model import ActorKind, Article
from kg.resolution.blocs import iter_blocs
from kg.resolution.names import (
    KEPT_IDS,
    Node,
    NodeSort,
    acronyms_of,
    defined_acronyms,
    full_name,
    singular_form,
)
from kg.resolution.naming import Naming
from kg.resolution.offices import iter_titles
from kg.resolution.words import words_of

__all__ = ["EVERYWHERE", "FullNames", "Index", "head_form", "index_full_names"]

Index: TypeAlias = Mapping[tuple[str, str], set[Node]]  # article id and short form, folded
EVERYWHERE = ""  # in the place of an article id: all articles


@dataclass(frozen=True, slots=True, kw_only=True)
class FullNames:
    """What short forms stand for, in one article or in all.

    Attributes:
        people: Last names, and in their own article first names.
        acronyms: Initials, and acronyms that a text defines in brackets.
        countries: Names without their country; the nodes have one.
        named: Whole names.
        heads: The last words of longer phrases ("separatists" of "Dawn separatists"), in their own
            article alone.
        bodies: The same of bodies without a country ("ministry" of "Defence Ministry").
        insurgents: Rebel groups, under "".
        titles: What an article's people are ("foreign minister"), in their own article alone.
        blocs: Nouns for alliances, in the articles that name one.
    """

    people: Index
    acronyms: Index
    countries: Index
    named: Index
    heads: Index
    bodies: Index
    insurgents: Index
    titles: Index
    blocs: Index


def index_full_names(
    namings: Sequence[Naming], article_by_id: Mapping[str, Article], world: World
) -> FullNames:
    """Return the full names among the namings of a corpus, and those that its texts define."""
    return FullNames(
        people=_index(entry for n in namings for entry in _people(n, world)),
        acronyms=_acronyms(namings, article_by_id.values(), world),
        countries=_index(entry for n in namings for entry in _countries(n)),
        named=_index(entry for n in namings for entry in _named(n)),
        heads=_index(entry for n in namings if _is_known(n) for entry in _heads(n)),
        bodies=_index(entry for n in namings if _is_body(n) for entry in _heads(n)),
        insurgents=_index(_insurgents(namings)),
        titles=_index(iter_titles(namings, article_by_id, world)),
        blocs=_index(iter_blocs(namings, article_by_id, world)),
    )


def _index(entries: Iterable[tuple[str, str, Node]]) -> Index:
    index: dict[tuple[str, str], set[Node]] = defaultdict(set)
    for article_id, form, node in entries:
        index[article_id, form].add(node)
    return index


def _people(naming: Naming, world: World) -> Iterator[tuple[str, str, Node]]:
    words = full_name(naming.node, world)
    if len(words) > 1:
        yield naming.place[0], words[-1], naming.node
        yield EVERYWHERE, words[-1], naming.node
        yield naming.place[0], words[0], naming.node  # "Saddam", but only beside "Saddam Hussein"


def _countries(naming: Naming) -> Iterator[tuple[str, str, Node]]:
    if naming.node.sort is NodeSort.NAME and naming.node.country:
        yield naming.place[0], naming.node.form, naming.node
        yield EVERYWHERE, naming.node.form, naming.node


def _named(naming: Naming) -> Iterator[tuple[str, str, Node]]:
    if naming.mention.label:
        for scope in (naming.place[0], EVERYWHERE):
            yield scope, fold(naming.mention.name), naming.node


def _is_known(naming: Naming) -> bool:
    """Tell whether a naming has a country or is of a known body, but of no person."""
    is_person = naming.node.sort is NodeSort.PERSON or naming.mention.label == "PERSON"
    return not is_person and bool(naming.mention.country or naming.mention.actor_id)


def _is_body(naming: Naming) -> bool:
    return naming.node.sort is NodeSort.NAME and bool(naming.node.scope)


def _insurgents(namings: Sequence[Naming]) -> Iterator[tuple[str, str, Node]]:
    """Yield the rebel groups of each article; where none is named, the first called rebels."""
    named = [naming for naming in namings if _is_insurgent(naming)]
    told = {naming.place[0] for naming in named}
    yield from ((naming.place[0], "", naming.node) for naming in named)
    for naming in namings:
        if naming.node.sort is not NodeSort.NOUN or naming.place[0] in told:
            continue
        if singular_form(fold(naming.mention.name)) in words_of("insurgents"):
            told.add(naming.place[0])
            yield naming.place[0], "", naming.node


def _is_insurgent(naming: Naming) -> bool:
    is_person = naming.node.sort is NodeSort.PERSON or naming.mention.label == "PERSON"
    is_named = _is_known(naming) or bool(naming.mention.label)
    return naming.mention.sector == "REB" and is_named and not is_person


def _heads(naming: Naming) -> Iterator[tuple[str, str, Node]]:
    """Yield the shorter phrases that a phrase may become; many may be called one, not one many."""
    whole = fold(naming.mention.name)
    words = whole.partition(" of ")[0].split()
    for first in range(len(words)):
        head = " ".join(words[first:])
        if head == whole:
            continue
        for form in {singular_form(head), head_form(head)}:
            yield naming.place[0], form, naming.node


@functools.lru_cache(maxsize=KEPT_IDS)
def head_form(head: str) -> str:
    """Return a short phrase as it is looked up: in the singular, with a mark where it is of many.

    Example:
        >>> head_form("separatists"), head_form("ministry")
        ('separatist +', 'ministry')
    """
    single = singular_form(head)
    return f"{single} +" if head.split()[-1:] != single.split()[-1:] else single


def _acronyms(namings: Sequence[Naming], articles: Iterable[Article], world: World) -> Index:
    index: dict[tuple[str, str], set[Node]] = defaultdict(set)
    node_by_form: dict[tuple[str, str], Node] = {}
    for naming in sorted(namings, key=lambda n: (n.node, n.place)):
        long_form = _long_form(naming.node, world)
        node_by_form.setdefault((naming.place[0], long_form), naming.node)
        for acronym in acronyms_of(long_form):
            index[naming.place[0], acronym].add(naming.node)
            index[EVERYWHERE, acronym].add(naming.node)
    for article in articles:
        for acronym, long_form in defined_acronyms(article.text):
            known = node_by_form.get((article.id, long_form)) or _known(long_form, world)
            node = known or Node(sort=NodeSort.NAME, form=long_form)
            index[article.id, acronym] = {node}  # the text itself says what it stands for
            index[EVERYWHERE, acronym].add(node)
    return index


def _long_form(node: Node, world: World) -> str:
    if node.sort is NodeSort.NAME:
        return node.form
    entry = world.actors.get(node.form) if node.sort is NodeSort.LEXICON else None
    return fold(entry.name) if entry and entry.kind is not ActorKind.PERSON else ""


def _known(long_form: str, world: World) -> Node | None:
    ids = {alias.actor_id for alias in world.aliases.get(long_form, ())}
    return Node(sort=NodeSort.LEXICON, form=ids.pop()) if len(ids) == 1 else None
