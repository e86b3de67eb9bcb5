"""Whose bodies: where an article plays enters, the state whose "parliament" it means leaves.

An article on one country writes "the government", "police" or "the Defence Ministry" without
saying whose. It is said to be on a country where most of whom and what it names is of it.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from kg.lexicons import World, find_actor, fold
from kg.model import ActorKind, Article
from kg.resolution.names import Node, NodeSort, singular_form
from kg.resolution.naming import Naming
from kg.resolution.offices import holds_a_title
from kg.resolution.words import words_of

__all__ = ["find_homes", "home_body"]

_OF_ONE_COUNTRY = (ActorKind.COUNTRY, ActorKind.GOVERNMENT, ActorKind.PERSON)
_LEAD_CHARS = 300  # about a title and a first sentence, which tell what an article is on
_LEAD_WEIGHT = 3
_FEWEST = 3  # times that a text names a country or what is of it
_SHARE = 0.6  # of all countries that it names
_LONGEST_NAME_WORDS = 3


def find_homes(
    namings: Iterable[Naming], article_by_id: Mapping[str, Article], world: World
) -> Mapping[str, str]:
    """Return the country that an article is on, by its id, where a naming asks for it.

    Articles on several countries have none.
    """
    asking = {n.place[0] for n in namings if _is_bare(n) and _is_of_a_state(fold(n.mention.name))}
    country_by_name = _country_by_name(world) if asking else {}
    homes = {}
    for article_id in asking & article_by_id.keys():
        count = _weighted(article_by_id[article_id], country_by_name)
        country, times = min(count.items(), key=lambda one: (-one[1], one[0]), default=("", 0))
        if times >= _FEWEST and times >= _SHARE * count.total():
            homes[article_id] = country
    return homes


def _weighted(article: Article, country_by_name: Mapping[str, str]) -> Counter[str]:
    count = Counter(_countries_named(article.text, country_by_name))
    lead = f"{article.title or ''}\n{article.text[:_LEAD_CHARS]}"
    for country in _countries_named(lead, country_by_name):
        count[country] += _LEAD_WEIGHT - 1
    return count


def _country_by_name(world: World) -> Mapping[str, str]:
    """Return the names of states, of their seats and people, folded, to their codes."""
    names = {
        form: world.actors[alias.actor_id].country or ""
        for form, aliases in world.aliases.items()
        for alias in aliases
        if alias.actor_id in world.actors and world.actors[alias.actor_id].kind is ActorKind.COUNTRY
    }
    people = {
        fold(name): code for code, entry in world.countries.items() for name in entry.demonyms
    }
    return {name: code for name, code in (names | people).items() if code}


def _countries_named(text: str, country_by_name: Mapping[str, str]) -> Iterator[str]:
    words = fold(text).split()
    at = 0
    while at < len(words):
        for length in range(_LONGEST_NAME_WORDS, 0, -1):
            code = country_by_name.get(" ".join(words[at : at + length]))
            if code is not None:
                yield code
                break
        at += length if code is not None else 1


def home_body(naming: Naming, home: str, article: Article | None, world: World) -> Node | None:
    """Return the organ or the officeholder of a state that a bare noun or body means.

    Args:
        naming: What a span names by its own words.
        home: The country that its article is on, "" for none.
        article: The article, for the day on which an office is held.
        world: Known states and their organs.
    """
    form = fold(naming.mention.name)
    if not _is_bare(naming):
        return None
    if singular_form(form) in words_of("insurgents"):
        return _insurgents(naming, form, article, world)
    if not _is_of_a_state(form):
        return None
    if form in words_of("heads_of_state") and not holds_a_title(naming, article, world):
        return None
    country = world.countries.get(home or (naming.node.country if _is_local(form) else ""))
    if country is None:
        return None
    on = article.published if article is not None else None
    entry = find_actor(world, f"{country.name} {naming.mention.name}", on=on)
    return Node(sort=NodeSort.LEXICON, form=entry.id) if entry is not None else None


def _insurgents(naming: Naming, form: str, article: Article | None, world: World) -> Node | None:
    """Return the known rebels of the country where somebody called rebels acts."""
    country = world.countries.get(naming.node.country)
    if country is None or not country.demonyms:
        return None
    kind, *_ = singular_form(form).split()  # "rebel fighters" are rebels
    on = article.published if article is not None else None
    entry = find_actor(world, f"{country.demonyms[0]} {kind}s", on=on)
    is_group = entry is not None and entry.kind is ActorKind.ARMED_GROUP
    return Node(sort=NodeSort.LEXICON, form=entry.id) if entry and is_group else None


def _is_bare(naming: Naming) -> bool:
    return naming.node.sort in (NodeSort.NAME, NodeSort.NOUN) and not naming.mention.country


def _is_of_a_state(form: str) -> bool:
    is_body = not words_of("bodies").isdisjoint(singular_form(form).split()[-1:])
    return is_body or form in words_of("heads_of_state")


def _is_local(form: str) -> bool:
    """Tell whether a body is that of the place of an event: the police, but not a parliament."""
    return not words_of("local_bodies").isdisjoint(form.split()[-1:])
