"""Coalitions and alliances: whom "the coalition" or "alliance aircraft" means in an article.

They are known by more names than the word ("Operation Inherent Resolve"), most of which no claim
holds, so the article's text is looked through for them. A coalition is known by its enemy as well.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from kg.lexicons import World, find_actor, fold
from kg.model import Article
from kg.resolution.names import Node, NodeSort
from kg.resolution.naming import Naming
from kg.resolution.words import bloc_foes, blocs, words_of

__all__ = ["bloc_word", "iter_blocs"]


def bloc_word(naming: Naming, world: World) -> str:
    """Return the noun for a bloc that a mention begins with, "" where it is no part of one.

    What follows it are its forces or people ("coalition jets"), not its members ("coalition
    partners"), who are somebody else.
    """
    words = fold(naming.mention.name).split()
    if naming.node.sort is NodeSort.LEXICON or naming.mention.country:
        return ""
    while len(words) > 1 and words[0] in words_of("bloc_modifiers"):
        words = words[1:]
    noun, rest = words[0], " ".join(words[1:])
    ids = blocs().get(noun, ())
    if not ids or not rest or rest in words_of("air_forces"):
        return noun if ids else ""
    parts = (find_actor(world, f"{world.actors[id_].name} {rest}") for id_ in ids)
    return noun if any(part is not None and part.id in ids for part in parts) else ""


def iter_blocs(
    namings: Sequence[Naming], article_by_id: Mapping[str, Article], world: World
) -> Iterator[tuple[str, str, Node]]:
    """Yield the blocs that articles name: article id, noun that may stand for it, bloc."""
    asked: dict[str, set[str]] = defaultdict(set)
    for naming in namings:
        if noun := bloc_word(naming, world):
            asked[naming.place[0]].add(noun)
    texts = _texts_by_id(world) if asked else {}
    named = {(n.place[0], n.node.form) for n in namings if n.node.sort is NodeSort.LEXICON}
    for article_id, nouns in asked.items():
        article = article_by_id.get(article_id)
        told = f" {fold(article.text)} " if article else ""
        for noun in nouns:
            for id_ in blocs()[noun]:
                is_told = any(f" {text} " in told for text in texts.get(id_, ()))
                if is_told or (article_id, bloc_foes().get(id_)) in named:
                    yield article_id, noun, Node(sort=NodeSort.LEXICON, form=id_)


def _texts_by_id(world: World) -> Mapping[str, set[str]]:
    """Return the names of all blocs, folded."""
    ids = {id_ for some in blocs().values() for id_ in some}
    texts: dict[str, set[str]] = defaultdict(set)
    for form, aliases in world.aliases.items():
        for alias in aliases:
            if alias.actor_id in ids:
                texts[alias.actor_id].add(form)
    return texts
