"""Coalitions and alliances: whom "the coalition" or "alliance aircraft" means in an article.

They are known by more names than the word ("Operation Inherent Resolve"), most of which no claim
holds, so the article's text is looked through for them. A coalition is known by its enemy as well.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from kg.lexicons import World, find_actor, fold
from kg.model import Article
from kg.resolution.names import Node, NodeSort
from kg.resolution.naming import Naming
from kg.resolution.words import bloc_foes, blocs, words_of

__all__ = ["bloc_texts", "bloc_word", "iter_blocs"]


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
    namings: Iterable[Naming],
    article: Article | None,
    world: World,
    texts: Mapping[str, frozenset[str]],
) -> Iterator[tuple[str, Node]]:
    """Yield the blocs that an article names: a noun that may stand for it, bloc.

    Args:
        namings: What the article's spans name.
        article: The article.
        world: Known actors.
        texts: What blocs are called, folded, by their ids.
    """
    nouns = {bloc_word(naming, world) for naming in namings} - {""}
    told = f" {fold(article.text)} " if article and nouns else ""
    named = {naming.node.form for naming in namings if naming.node.sort is NodeSort.LEXICON}
    for noun in nouns:
        for id_ in blocs()[noun]:
            is_told = any(f" {text} " in told for text in texts.get(id_, ()))
            if is_told or bloc_foes().get(id_) in named:
                yield noun, Node(sort=NodeSort.LEXICON, form=id_)


def bloc_texts(world: World) -> Mapping[str, frozenset[str]]:
    """Return what the blocs are called, folded, by their ids."""
    ids = {id_ for some in blocs().values() for id_ in some}
    texts: dict[str, set[str]] = defaultdict(set)
    for form, aliases in world.aliases.items():
        for alias in aliases:
            if alias.actor_id in ids:
                texts[alias.actor_id].add(form)
    return {id_: frozenset(forms) for id_, forms in texts.items()}
