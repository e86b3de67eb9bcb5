"""Short names: what a last name, an acronym or a name without country stands for in its article.

Each is looked up among the full names of its own article first, then among those of all articles;
it is taken for one of them only where there is exactly one.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from kg.lexicons import World, fold
from kg.model import ActorKind, Article
from kg.resolution.groups import Groups
from kg.resolution.judgements import Rulings
from kg.resolution.names import (
    Node,
    NodeSort,
    acronyms_of,
    defined_acronyms,
    is_acronym,
    person_words,
)
from kg.resolution.naming import Naming

__all__ = ["settle_namings"]

Index: TypeAlias = Mapping[tuple[str, str], set[Node]]  # article id ("" for all) and short form


def settle_namings(
    namings: Sequence[Naming],
    articles: Iterable[Article],
    world: World,
    *,
    rulings: Rulings,
    people: Groups[Node],
) -> tuple[Naming, ...]:
    """Return the namings with short names led to the full names that they stand for.

    Args:
        namings: What every span names by its own words.
        articles: Their articles, for acronyms that they define.
        world: Names of known actors.
        rulings: Judgements on actors; no short name stands for what it is kept apart from.
        people: Full names of people, the spellings of each joined: together they are one.
    """
    persons = _index(namings, lambda naming: _last_and_first_names(naming.node, world))
    acronyms = _acronym_index(namings, articles, world)
    countries = _index(namings, lambda naming: _country_names(naming.node))

    def lead(node: Node, scope: str, index: Index) -> Node | None:
        """Return the only full name that a short one can stand for."""
        for key in ((scope, node.form), ("", node.form)):
            full = {each for each in index.get(key, ()) if not rulings.are_apart(node.id, each.id)}
            if full:
                return _only(full, people)
        return None

    def settled(naming: Naming) -> Naming:
        node, rule, scope = naming.node, naming.rule, naming.place[0]
        if node.sort is NodeSort.PERSON and " " not in node.form:
            found, name = lead(node, scope, persons), "last name"
        elif node.sort is NodeSort.NAME and is_acronym(naming.mention.name):
            found, name = lead(node, scope, acronyms), "acronym"
        else:
            found, name = None, rule
        node, rule = (found, name) if found else (node, rule)
        if node.sort is NodeSort.NAME and not node.country:
            node = lead(node, scope, countries) or node
        return replace(naming, node=node, rule=rule)

    return tuple(map(settled, namings))


def _only(nodes: set[Node], people: Groups[Node]) -> Node | None:
    """Return what nodes mean if they mean one thing: a person, or a name, of any country."""
    if len(nodes) == 1:
        return min(nodes)
    meant = {people.find(n) if n in people else replace(n, country="") for n in nodes}
    return min(meant) if len(meant) == 1 else None


def _index(
    namings: Iterable[Naming], keys: Callable[[Naming], Iterable[tuple[str, bool]]]
) -> Index:
    """Index full names by short forms; the flag says whether the form serves in all articles."""
    index: dict[tuple[str, str], set[Node]] = defaultdict(set)
    for naming in namings:
        for form, is_global in keys(naming):
            index[naming.place[0], form].add(naming.node)
            if is_global:
                index["", form].add(naming.node)
    return index


def _last_and_first_names(node: Node, world: World) -> Iterator[tuple[str, bool]]:
    words = _full_name(node, world)
    if len(words) > 1:
        yield words[-1], True
        yield words[0], False  # "Saddam", but only beside "Saddam Hussein"


def _full_name(node: Node, world: World) -> tuple[str, ...]:
    if node.sort is NodeSort.PERSON:
        return tuple(node.form.split())
    entry = world.actors.get(node.form) if node.sort is NodeSort.LEXICON else None
    if entry is None or entry.kind is not ActorKind.PERSON:
        return ()
    return person_words(fold(entry.name))


def _country_names(node: Node) -> Iterator[tuple[str, bool]]:
    if node.sort is NodeSort.NAME and node.country:
        yield node.form, True


def _acronym_index(namings: Sequence[Naming], articles: Iterable[Article], world: World) -> Index:
    index: dict[tuple[str, str], set[Node]] = defaultdict(set)
    node_by_form: dict[tuple[str, str], Node] = {}
    for naming in sorted(namings, key=lambda n: (n.node, n.place)):
        long_form = _long_form(naming.node, world)
        node_by_form.setdefault((naming.place[0], long_form), naming.node)
        for acronym in acronyms_of(long_form):
            index[naming.place[0], acronym].add(naming.node)
            index["", acronym].add(naming.node)
    for article in articles:
        for acronym, long_form in defined_acronyms(article.text):
            known = node_by_form.get((article.id, long_form)) or _known(long_form, world)
            node = known or Node(sort=NodeSort.NAME, form=long_form)
            index[article.id, acronym] = {node}  # the text itself says what it stands for
            index["", acronym].add(node)
    return index


def _long_form(node: Node, world: World) -> str:
    if node.sort is NodeSort.NAME:
        return node.form
    entry = world.actors.get(node.form) if node.sort is NodeSort.LEXICON else None
    return fold(entry.name) if entry and entry.kind is not ActorKind.PERSON else ""


def _known(long_form: str, world: World) -> Node | None:
    ids = {alias.actor_id for alias in world.aliases.get(long_form, ())}
    return Node(sort=NodeSort.LEXICON, form=ids.pop()) if len(ids) == 1 else None
