"""Short names: what a last name, an acronym or a bare noun stands for in its article.

Each is looked up among the full names of its own article first and, where its form is telling,
among those of all articles; it is taken for one of them only where there is exactly one.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kg.lexicons import World, fold
from kg.lexicons.world_lookup import sector_of
from kg.model import Article
from kg.resolution.blocs import bloc_word
from kg.resolution.full_names import EVERYWHERE, FullNames, Index, head_form, index_full_names
from kg.resolution.groups import Groups
from kg.resolution.homes import find_homes, home_body
from kg.resolution.judgements import Rulings
from kg.resolution.names import Node, NodeSort, is_acronym, singular_form
from kg.resolution.naming import Naming
from kg.resolution.offices import holds_a_title
from kg.resolution.words import words_of

__all__ = ["settle_namings"]


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
    article_by_id = {article.id: article for article in articles}
    full = index_full_names(namings, article_by_id, world)
    homes = find_homes(namings, article_by_id, world)
    settler = _Settler(rulings, people)

    def settled(naming: Naming) -> Naming:
        article, home = article_by_id.get(naming.place[0]), homes.get(naming.place[0], "")
        for node, rule in _leads(naming, article, full, settler, world):
            if node is not None:
                naming = replace(naming, node=node, rule=rule)
                break
        else:
            body = home_body(naming, home, article, world)
            if body is not None and not rulings.are_apart(naming.node.id, body.id):
                bodies[naming.place[0], naming.node] = body
                return replace(naming, node=body, rule="home")
        if naming.node.sort is not NodeSort.NAME or naming.node.country:
            return naming
        node = settler.lead(naming, full.countries, naming.node.form)
        return replace(naming, node=node) if node else naming

    bodies: dict[tuple[str, Node], Node] = {}
    found = tuple(map(settled, namings))

    # "The ministry" that was led to "the Defence Ministry" is of the same state.
    def of_its_state(before: Naming, naming: Naming) -> Naming:
        body = bodies.get((naming.place[0], naming.node))
        if body is None or rulings.are_apart(before.node.id, body.id):
            return naming
        return replace(naming, node=body)

    return tuple(map(of_its_state, namings, found))


def _leads(
    naming: Naming, article: Article | None, full: FullNames, settler: "_Settler", world: World
) -> Iterator[tuple[Node | None, str]]:
    """Yield what a naming may be short for, the surest first, with the rule that says so."""
    node, words = naming.node, fold(naming.mention.name)
    if node.sort is NodeSort.PERSON and " " not in node.form:
        yield settler.lead(naming, full.people, node.form), "last name"
    if node.sort is NodeSort.NAME and is_acronym(naming.mention.name):
        yield settler.lead(naming, full.acronyms, node.form), "acronym"
    if _is_unlabelled_name(naming, world):
        yield settler.lead_widely(naming, full.named, words), "name"
        yield settler.lead_widely(naming, full.people, words), "last name"
    if holds_a_title(naming, article, world):
        yield settler.lead_nearby(naming, full.titles, words), "title"
    noun = bloc_word(naming, world)
    if noun:
        yield settler.lead_nearby(naming, full.blocs, noun), "short form"
    if _is_short(naming):
        form = head_form(words)
        yield settler.lead_nearby(naming, full.heads, form), "short form"
        yield settler.lead_nearby(naming, full.bodies, form), "short form"
        if singular_form(words) in words_of("insurgents"):
            yield settler.lead_nearby(naming, full.insurgents, ""), "only group"


def _is_unlabelled_name(naming: Naming, world: World) -> bool:
    """Tell whether words are written like a name that nobody labelled: no "Police" or "Rebels"."""
    name = naming.mention.name
    is_noun = naming.node.sort is NodeSort.NOUN
    return is_noun and not name.islower() and sector_of(world, fold(name).split()) is None


def _is_short(naming: Naming) -> bool:
    """Tell whether words may be short for a longer phrase: a noun or body without country."""
    is_noun = naming.node.sort is NodeSort.NOUN and naming.mention.country is None
    return is_noun or (naming.node.sort is NodeSort.NAME and bool(naming.node.scope))


class _Settler:
    """Looks short forms up; a form that may be two actors leads to none."""

    def __init__(self, rulings: Rulings, people: Groups[Node]) -> None:
        self._rulings = rulings
        self._people = people

    def lead(self, naming: Naming, index: Index, form: str) -> Node | None:
        """Return the only full name of its article, or else of all, that a form stands for."""
        scope = naming.place[0]
        if naming.node.scope or self._found(naming, index, scope, form):
            return self.lead_nearby(naming, index, form)
        return self._only(self._found(naming, index, EVERYWHERE, form))

    def lead_widely(self, naming: Naming, index: Index, form: str) -> Node | None:
        """Return the same as `lead`, of words too that stand for their own article alone."""
        here = self._found(naming, index, naming.place[0], form)
        return self._only(here or self._found(naming, index, EVERYWHERE, form))

    def lead_nearby(self, naming: Naming, index: Index, form: str) -> Node | None:
        """Return the only full name of its article that a form stands for."""
        return self._only(self._found(naming, index, naming.place[0], form))

    def _found(self, naming: Naming, index: Index, scope: str, form: str) -> set[Node]:
        own = naming.node
        return {
            node
            for node in index.get((scope, form), ())
            if node != own and not self._rulings.are_apart(own.id, node.id)
        }

    def _only(self, nodes: set[Node]) -> Node | None:
        """Return what nodes mean if they mean one thing: a person, or a name, of any country.

        One name in two sorts is one actor, taken for a place here and a person there.
        """
        if len(nodes) <= 1:
            return min(nodes, default=None)
        meant = {
            self._people.find(n) if n in self._people else n._replace(country="") for n in nodes
        }
        is_one = len(meant) == 1 or len({n._replace(sort=NodeSort.NAME) for n in meant}) == 1
        return min(meant) if is_one else None
