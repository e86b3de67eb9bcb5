"""Full names, found by the short forms that may stand for them in one article or in all."""

import functools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from kg.lexicons import World, fold
from kg.model import ActorKind, Article
from kg.resolution.blocs import bloc_texts, iter_blocs
from kg.resolution.names import (
    KEPT_IDS,
    Node,
    NodeSort,
    acronyms_of,
    defined_acronyms,
    full_name,
    singular_form,
)
from kg.resolution.naming import Naming, by_article
from kg.resolution.offices import iter_titles
from kg.resolution.words import words_of

__all__ = ["FullNames", "Index", "WideNames", "head_form"]

Index: TypeAlias = Mapping[str, set[Node]]  # by short form, folded
Entry: TypeAlias = tuple[str, Node]


class _Names:
    """What short forms stand for among some namings, wherever these are."""

    def __init__(self, namings: Sequence[Naming], world: World) -> None:
        self._namings = namings
        self.world = world

    @functools.cached_property
    def countries(self) -> Index:
        """Names without their country; the nodes have one."""
        return _index(entry for naming in self._namings for entry in _countries(naming))

    @functools.cached_property
    def named(self) -> Index:
        """Whole names."""
        return _index(entry for naming in self._namings for entry in _named(naming))


class WideNames(_Names):
    """What short forms stand for in any article; each index is made when first looked into.

    Args:
        namings: What every span names by its own words, in text order.
        article_by_id: Their articles.
        world: Known actors.
    """

    def __init__(
        self, namings: Sequence[Naming], article_by_id: Mapping[str, Article], world: World
    ) -> None:
        super().__init__(namings, world)
        self._article_by_id = article_by_id

    @functools.cached_property
    def people(self) -> Index:
        """Last names."""
        nodes = sorted({naming.node for naming in self._namings})
        names = ((full_name(node, self.world), node) for node in nodes)
        return _index((name[-1], node) for name, node in names if len(name) > 1)

    @functools.cached_property
    def acronyms(self) -> Index:
        """Initials, and acronyms that any text defines in brackets."""
        nodes = sorted({naming.node for naming in self._namings})
        found = _index(entry for node in nodes for entry in _initials(node, self.world))
        told = {id_: tuple(namings) for id_, namings in by_article(self._namings)}
        for id_, article in self._article_by_id.items():
            for acronym, node in _definitions(told.get(id_, ()), article, self.world):
                found.setdefault(acronym, set()).add(node)
        return found

    @functools.cached_property
    def bloc_texts(self) -> Mapping[str, frozenset[str]]:
        """The names of all alliances, folded, by their ids."""
        return bloc_texts(self.world)


class FullNames(_Names):
    """What short forms stand for in one article; each index is made when first looked into.

    Args:
        namings: What the article's spans name by their own words, in text order.
        article: The article, None where it is not known.
        wide: The same of all articles.
    """

    def __init__(self, namings: Sequence[Naming], article: Article | None, wide: WideNames) -> None:
        super().__init__(namings, wide.world)
        self._article = article
        self._wide = wide

    @functools.cached_property
    def people(self) -> Index:
        """Last names, and first names ("Saddam", but only beside "Saddam Hussein")."""
        names = ((full_name(n.node, self.world), n.node) for n in self._namings)
        return _index(
            (form, node) for name, node in names if len(name) > 1 for form in (name[-1], name[0])
        )

    @functools.cached_property
    def acronyms(self) -> Index:
        """Initials, and acronyms that the text defines in brackets: those mean nothing else."""
        found = _index(entry for n in self._namings for entry in _initials(n.node, self.world))
        for acronym, node in _definitions(self._namings, self._article, self.world):
            found[acronym] = {node}
        return found

    @functools.cached_property
    def heads(self) -> Index:
        """The last words of longer phrases ("separatists" of "Dawn separatists")."""
        return _index(entry for n in self._namings if _is_known(n) for entry in _heads(n))

    @functools.cached_property
    def bodies(self) -> Index:
        """The same of bodies without a country ("ministry" of "Defence Ministry")."""
        return _index(entry for n in self._namings if _is_body(n) for entry in _heads(n))

    @functools.cached_property
    def insurgents(self) -> Index:
        """Rebel groups, under ""; where none is named, the first rebels, best of a country."""
        named = {naming.node for naming in self._namings if _is_insurgent(naming)}
        called = [naming.node for naming in self._namings if _is_called_rebels(naming)]
        located = [node for node in called if node.country]
        return {"": named or set((located or called)[:1])}

    @functools.cached_property
    def titles(self) -> Index:
        """What the article's people are ("foreign minister")."""
        return _index(iter_titles(self._namings, self._article, self.world))

    @functools.cached_property
    def blocs(self) -> Index:
        """Nouns for the alliances that the article names."""
        return _index(iter_blocs(self._namings, self._article, self.world, self._wide.bloc_texts))


def _index(entries: Iterable[Entry]) -> dict[str, set[Node]]:
    index: dict[str, set[Node]] = defaultdict(set)
    for form, node in entries:
        index[form].add(node)
    return index


def _countries(naming: Naming) -> Iterator[Entry]:
    if naming.node.sort is NodeSort.NAME and naming.node.country:
        yield naming.node.form, naming.node


def _named(naming: Naming) -> Iterator[Entry]:
    if naming.mention.label:
        yield fold(naming.mention.name), naming.node


def _is_known(naming: Naming) -> bool:
    """Tell whether a naming has a country or is of a known body, but of no person or thing."""
    if naming.node.sort is NodeSort.PERSON or naming.mention.label == "PERSON":
        return False
    is_known = bool(naming.mention.country or naming.mention.actor_id)
    return is_known and not _is_thing(fold(naming.mention.name))


@functools.lru_cache(maxsize=KEPT_IDS)
def _is_thing(name: str) -> bool:
    """Tell whether a folded name is of what somebody has ("hamas vehicles")."""
    head = singular_form(name.partition(" of ")[0]).split()[-1:]
    return not words_of("things").isdisjoint(head)


def _is_body(naming: Naming) -> bool:
    return naming.node.sort is NodeSort.NAME and bool(naming.node.scope)


def _is_called_rebels(naming: Naming) -> bool:
    is_noun = naming.node.sort is NodeSort.NOUN
    return is_noun and singular_form(fold(naming.mention.name)) in words_of("insurgents")


def _is_insurgent(naming: Naming) -> bool:
    is_person = naming.node.sort is NodeSort.PERSON or naming.mention.label == "PERSON"
    is_named = _is_known(naming) or bool(naming.mention.label)
    return naming.mention.sector == "REB" and is_named and not is_person


def _heads(naming: Naming) -> Iterator[Entry]:
    """Yield the shorter phrases that a phrase may become; many may be called one, not one many."""
    whole = fold(naming.mention.name)
    words = whole.partition(" of ")[0].split()
    for first in range(len(words)):
        head = " ".join(words[first:])
        if head == whole:
            continue
        for form in {singular_form(head), head_form(head)}:
            yield form, naming.node


@functools.lru_cache(maxsize=KEPT_IDS)
def head_form(head: str) -> str:
    """Return a short phrase as it is looked up: in the singular, with a mark where it is of many.

    Example:
        >>> head_form("separatists"), head_form("ministry")
        ('separatist +', 'ministry')
    """
    single = singular_form(head)
    return f"{single} +" if head.split()[-1:] != single.split()[-1:] else single


def _initials(node: Node, world: World) -> Iterator[Entry]:
    for acronym in acronyms_of(_long_form(node, world)):
        yield acronym, node


def _definitions(
    namings: Iterable[Naming], article: Article | None, world: World
) -> Iterator[Entry]:
    """Yield the acronyms that a text itself explains, each with what it stands for."""
    defined = [] if article is None else list(defined_acronyms(article.text))
    if not defined:
        return
    node_by_form: dict[str, Node] = {}
    for node in sorted({naming.node for naming in namings}):
        node_by_form.setdefault(_long_form(node, world), node)
    for acronym, long_form in defined:
        known = node_by_form.get(long_form) or _known(long_form, world)
        yield acronym, known or Node(sort=NodeSort.NAME, form=long_form)


def _long_form(node: Node, world: World) -> str:
    if node.sort is NodeSort.NAME:
        return node.form
    entry = world.actors.get(node.form) if node.sort is NodeSort.LEXICON else None
    return fold(entry.name) if entry and entry.kind is not ActorKind.PERSON else ""


def _known(long_form: str, world: World) -> Node | None:
    ids = {alias.actor_id for alias in world.aliases.get(long_form, ())}
    return Node(sort=NodeSort.LEXICON, form=ids.pop()) if len(ids) == 1 else None
