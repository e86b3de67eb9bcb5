"""Names of actors in the form that they are compared in: words enter, keys and ids leave."""

import functools
import hashlib
import re
from collections.abc import Iterator, Sequence
from enum import IntEnum
from typing import NamedTuple

from kg.lexicons import World, find_place, fold
from kg.model import ActorKind, ActorMention
from kg.resolution.words import plurals, words_of

__all__ = [
    "Node",
    "NodeSort",
    "acronyms_of",
    "defined_acronyms",
    "full_name",
    "is_acronym",
    "names_nobody",
    "node_of",
    "person_words",
    "singular_form",
    "without_owner",
    "without_titles",
]

_ACRONYM = re.compile(r"[A-Z][A-Z&]{1,7}")
_DEFINITION = re.compile(r"\(([A-Z][A-Z&]{1,7})\)")
_IN_BRACKETS = re.compile(r"\s\([^()]*\)")
KEPT_IDS = 50_000  # of actors that no lexicon knows
_PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
_MAX_NAME_WORDS = 12  # how far before "(SDF)" its long form may begin


class NodeSort(IntEnum):
    """What a node is named by; the lower, the surer its name."""

    LEXICON = 0
    PERSON = 1
    NAME = 2
    NOUN = 3


class Node(NamedTuple):
    """One way in which actors are named, before ways that mean one actor are joined.

    A tuple, as nodes are hashed and sorted by the million.

    Attributes:
        sort: What it is named by.
        form: The lexicon's id, or the folded words that are compared.
        scope: The only article that it stands for; "" for all.
        country, sector: What tells two actors of one form apart, "" where nothing does.
    """

    sort: NodeSort
    form: str
    scope: str = ""  # before the rest: of nodes that are one, the wider comes first
    country: str = ""
    sector: str = ""

    @property
    def id(self) -> str:
        """The lexicon's id, or `x-` and 16 hex digits of the hash of what tells it apart."""
        return self.form if self.sort is NodeSort.LEXICON else _hashed(self)


@functools.lru_cache(maxsize=KEPT_IDS)
def _hashed(node: Node) -> str:
    sort = () if node.sort is NodeSort.NOUN else (str(int(node.sort)),)
    parts = (*sort, node.form, node.country, node.sector, *([node.scope] if node.scope else []))
    content = "\x1f".join(parts).encode("utf-8", "surrogatepass")
    return "x-" + hashlib.sha256(content).hexdigest()[:16]


def node_of(
    mention: ActorMention, world: World, *, article_id: str, place_country: str | None = None
) -> Node | None:
    """Return the node that the words of a mention name, None for pronouns and empty words.

    People are told apart by their full name; other names by name and country; common nouns by
    their words without names of countries, country and sector. A common noun takes the country of
    the event's place where its words give none, unless it is of those who act abroad (the military,
    diplomats) or somebody's own ("its fleet"). What has no country and may be of any ("gunmen",
    "Defence Ministry") stands for its own article alone.
    """
    if mention.actor_id is not None:
        return Node(sort=NodeSort.LEXICON, form=mention.actor_id)
    form = fold(_IN_BRACKETS.sub("", mention.name)) or fold(mention.name)
    if not form or (mention.label is None and names_nobody(mention.name)):
        return None
    if mention.label == "PERSON":
        return Node(sort=NodeSort.PERSON, form=" ".join(person_words(form)))
    country, sector = mention.country or "", mention.sector or ""
    if mention.label in _PLACE_LABELS:
        form = _place_form(form, mention, world)
    if mention.label is not None:
        is_body = not country and not words_of("bodies").isdisjoint(form.split())
        scope = article_id if is_body else ""
        return Node(sort=NodeSort.NAME, form=form, country=country, scope=scope)
    plain = without_owner(form)
    if _is_local(form, plain, sector):
        country = country or place_country or ""
    return Node(
        sort=NodeSort.NOUN,
        form=_noun_form(plain, country, world),
        country=country,
        sector=sector,
        scope="" if country else article_id,
    )


def _place_form(form: str, mention: ActorMention, world: World) -> str:
    """Return the name by which the gazetteer knows a place: Kiev is Kyiv."""
    place = find_place(world, mention.name)
    is_it = place is not None and mention.country in (None, place.country)
    return fold(place.name) if place is not None and is_it else form


def _is_local(form: str, plain: str, sector: str) -> bool:
    """Tell whether a common noun may be taken to be of the country in which it acts."""
    head = singular_form(plain.partition(" of ")[0]).split()[-1:]
    is_traveller = not words_of("travellers").isdisjoint(head)
    return form == plain and not is_traveller and sector not in words_of("abroad")


def names_nobody(words: str) -> bool:
    """Tell whether words only point at somebody or count ("they", "some of which", "80").

    Example:
        >>> names_nobody("many of them"), names_nobody("80"), names_nobody("many rebels")
        (True, True, False)
    """
    empty = words_of("pronouns") | words_of("small")
    return all(word in empty or word.isdecimal() for word in fold(words).split())


def without_owner(name: str) -> str:
    """Return a name as written, without the possessive pronouns before it.

    Example:
        >>> without_owner("its air defences"), without_owner("Its")
        ('air defences', 'Its')
    """
    words = name.split()
    while len(words) > 1 and fold(words[0]) in words_of("possessives"):
        words = words[1:]
    return " ".join(words)


def full_name(node: Node, world: World) -> tuple[str, ...]:
    """Return the folded words of a person's name, none where a node is no person."""
    if node.sort is NodeSort.PERSON:
        return tuple(node.form.split())
    entry = world.actors.get(node.form) if node.sort is NodeSort.LEXICON else None
    if entry is None or entry.kind is not ActorKind.PERSON:
        return ()
    return person_words(fold(entry.name))


def person_words(form: str) -> tuple[str, ...]:
    """Return the words of a folded personal name that follow its titles.

    Example:
        >>> person_words("regional governor ilan dravo"), person_words("martin king")
        (('ilan', 'dravo'), ('martin', 'king'))
    """
    return _after_titles(tuple(form.split()))


def without_titles(name: str) -> str:
    """Return a personal name as written, without the titles before it.

    Example:
        >>> without_titles("President Bashar al-Assad")
        'Bashar al-Assad'
    """
    return " ".join(_after_titles(tuple(name.split())))


def _after_titles(words: tuple[str, ...]) -> tuple[str, ...]:
    titles = [i for i, word in enumerate(words[:-1], start=1) if fold(word) in words_of("titles")]
    rest = words[max(titles, default=0) :]
    # "Ilan Dravo of Kessa" is Ilan Dravo; one word alone needs its "of Jordan".
    return rest[: rest.index("of")] if "of" in rest[2:] else rest


def acronyms_of(form: str) -> frozenset[str]:
    """Return the acronyms that a folded name may have, empty for a single word.

    Example:
        >>> sorted(acronyms_of("united nations mission in liberia"))
        ['unmil', 'unml']
    """
    words = form.split()
    large = [word for word in words if word not in words_of("small")]
    found = {"".join(word[0] for word in chosen) for chosen in (words, large)}
    return frozenset(initials for initials in found if len(initials) > 1)


def is_acronym(name: str) -> bool:
    """Tell whether a name is written as an acronym ("SDF")."""
    return _ACRONYM.fullmatch(name) is not None


def defined_acronyms(text: str) -> Iterator[tuple[str, str]]:
    """Yield acronyms that a text puts in brackets after their long form, both folded.

    Example:
        >>> list(defined_acronyms("Fighters of the Dawn Liberation Front (DLF) fled."))
        [('dlf', 'dawn liberation front')]
    """
    for found in _DEFINITION.finditer(text):
        acronym = fold(found.group(1))
        before = fold(text[: found.start()].rpartition("\n")[2]).split()[-_MAX_NAME_WORDS:]
        for first in range(len(before) - 2, -1, -1):
            long_form = " ".join(before[first:])
            if acronym in acronyms_of(long_form):
                yield acronym, long_form
                break


@functools.lru_cache(maxsize=KEPT_IDS)
def singular_form(form: str) -> str:
    """Return a folded phrase with every word in the singular, without a leading pronoun.

    Example:
        >>> singular_form("their women fighters"), singular_form("they")
        ('woman fighter', 'they')
    """
    words = form.split()
    while len(words) > 1 and words[0] in words_of("pronouns"):
        words = words[1:]
    return " ".join(map(_singular, words))


def _noun_form(form: str, country: str, world: World) -> str:
    """Return a folded common noun in the singular, without demonyms and the country's names."""
    rest = f" {form} "
    for name in _names(country, world):
        rest = rest.replace(f" {name} ", " ")
    words = [word for word in rest.split() if word not in world.demonyms]
    while words[1:] and words[-1] in words_of("small"):  # "people of Iraq" are Iraqi people
        words = words[:-1]
    return singular_form(" ".join(words) or form)


def _names(country: str, world: World) -> Sequence[str]:
    entry = world.countries.get(country)
    names = {fold(name) for name in (entry.name, *entry.names)} if entry else set()
    return sorted(names, key=lambda name: (-len(name), name))


def _singular(word: str) -> str:
    for ending, single in plurals().items():
        if word.endswith(ending):
            return word.removesuffix(ending) + single
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
