"""Short names: what a last name, an acronym or a bare noun stands for in its article.

Each is looked up among the full names of its own article first and, where its form is telling,
among those of all articles; it is taken for one of them only where there is exactly one.
"""

from collections.abc import Iterable, Iterator, Sequence

from kg.lexicons import World, fold
from kg.lexicons.world_lookup import sector_of
from kg.model import Article
from kg.resolution.blocs import bloc_word
from kg.resolution.full_names import FullNames, Index, WideNames, head_form
from kg.resolution.groups import Groups
from kg.resolution.homes import find_homes, home_body
from kg.resolution.judgements import Rulings
from kg.resolution.names import Node, NodeSort, is_acronym, singular_form
from kg.resolution.naming import Naming, by_article
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
        namings: What every span names by its own words, in text order.
        articles: Their articles, for acronyms that they define.
        world: Names of known actors.
        rulings: Judgements on actors; no short name stands for what it is kept apart from.
        people: Full names of people, the spellings of each joined: together they are one.
    """
    article_by_id = {article.id: article for article in articles}
    wide = WideNames(namings, article_by_id, world)
    homes = find_homes(namings, article_by_id, world)
    settled = list[Naming]()
    for id_, found in by_article(namings):
        here, article = tuple(found), article_by_id.get(id_)
        full = FullNames(here, article, wide)
        settler = _Settler(article, homes.get(id_, ""), full, wide, rulings=rulings, people=people)
        settled.extend(settler.settle(here))
    return tuple(settled)


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
    """Looks the short forms of one article up; a form that may be two actors leads to none."""

    def __init__(
        self,
        article: Article | None,
        home: str,
        full: FullNames,
        wide: WideNames,
        *,
        rulings: Rulings,
        people: Groups[Node],
    ) -> None:
        self._article = article
        self._home = home
        self._full = full
        self._wide = wide
        self._world = wide.world
        self._rulings = rulings
        self._people = people
        self._bodies: dict[Node, Node] = {}  # organs of states, by what they were called

    def settle(self, namings: Sequence[Naming]) -> Iterator[Naming]:
        """Yield the namings with what they stand for."""
        found = [self._settled(naming) for naming in namings]
        return map(self._of_its_state, namings, found)

    def _settled(self, naming: Naming) -> Naming:
        if naming.node.sort is NodeSort.LEXICON:
            return naming
        for node, rule in self._leads(naming):
            if node is not None:
                naming = naming._replace(node=node, rule=rule)
                break
        else:
            body = home_body(naming, self._home, self._article, self._world)
            if body is not None and not self._rulings.are_apart(naming.node.id, body.id):
                self._bodies[naming.node] = body
                return naming._replace(node=body, rule="home")
        if naming.node.sort is not NodeSort.NAME or naming.node.country:
            return naming
        node = self._lead(naming, self._full.countries, self._wide.countries, naming.node.form)
        return naming._replace(node=node) if node else naming

    def _of_its_state(self, before: Naming, naming: Naming) -> Naming:
        """Return a naming of a body ("the ministry") as that of the state whose body it is."""
        body = self._bodies.get(naming.node)
        if body is None or self._rulings.are_apart(before.node.id, body.id):
            return naming
        return naming._replace(node=body)

    def _leads(self, naming: Naming) -> Iterator[tuple[Node | None, str]]:
        """Yield what a naming may be short for, the surest first, with the rule that says so."""
        node, words, full, wide = naming.node, fold(naming.mention.name), self._full, self._wide
        if node.sort is NodeSort.PERSON and " " not in node.form:
            yield self._lead(naming, full.people, wide.people, node.form), "last name"
        if node.sort is NodeSort.NAME and is_acronym(naming.mention.name):
            yield self._lead(naming, full.acronyms, wide.acronyms, node.form), "acronym"
        if _is_unlabelled_name(naming, self._world):
            yield self._lead_widely(naming, full.named, wide.named, words), "name"
            yield self._lead_widely(naming, full.people, wide.people, words), "last name"
        if holds_a_title(naming, self._article, self._world):
            yield self._lead_nearby(naming, full.titles, words), "title"
        noun = bloc_word(naming, self._world)
        if noun:
            yield self._lead_nearby(naming, full.blocs, noun), "short form"
        if _is_short(naming):
            form = head_form(words)
            yield self._lead_nearby(naming, full.heads, form), "short form"
            yield self._lead_nearby(naming, full.bodies, form), "short form"
            if singular_form(words) in words_of("insurgents"):
                yield self._lead_nearby(naming, full.insurgents, ""), "only group"

    def _lead(self, naming: Naming, here: Index, everywhere: Index, form: str) -> Node | None:
        """Return the only full name of its article, or else of all, that a form stands for."""
        if naming.node.scope:
            return self._lead_nearby(naming, here, form)
        return self._lead_widely(naming, here, everywhere, form)

    def _lead_widely(
        self, naming: Naming, here: Index, everywhere: Index, form: str
    ) -> Node | None:
        """Return the same as `_lead`, of words too that stand for their own article alone."""
        near = self._found(naming, here, form)
        return self._only(near or self._found(naming, everywhere, form))

    def _lead_nearby(self, naming: Naming, here: Index, form: str) -> Node | None:
        """Return the only full name of its article that a form stands for."""
        return self._only(self._found(naming, here, form))

    def _found(self, naming: Naming, index: Index, form: str) -> set[Node]:
        own = naming.node
        return {
            node
            for node in index.get(form, ())
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
