"""The places of a corpus that name actors: claims enter, one `Naming` per span leaves."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple, TypeAlias

from kg.lexicons import World
from kg.model import ActorMention, Claim
from kg.resolution.names import Node, NodeSort, node_of

__all__ = ["Naming", "Place", "by_article", "collect_namings", "place_of"]

Place: TypeAlias = tuple[str, int, int]  # article id, start, end

_RULES = {
    NodeSort.LEXICON: "lexicon",
    NodeSort.PERSON: "name",
    NodeSort.NAME: "name",
    NodeSort.NOUN: "noun",
}


class Naming(NamedTuple):
    """One span that names an actor, whatever the number of claims that point at it.

    A tuple, as there are millions.

    Attributes:
        place: Where it stands.
        mention: The mention with the most to say of those that share the span.
        node: What it names.
        rule: The rule that said so.
        is_party: Whether it acts or suffers in any claim; else it only speaks.
    """

    place: Place
    mention: ActorMention
    node: Node
    rule: str
    is_party: bool


def place_of(claim: Claim, mention: ActorMention) -> Place:
    """Return where a mention of a claim stands."""
    return (claim.article_id, mention.span.start, mention.span.end)


def collect_namings(claims: Iterable[Claim], world: World) -> tuple[Naming, ...]:
    """Return what every span names by its own words, in text order.

    Spans that only point at somebody ("they") are left out, and so are speakers of no name and no
    country ("witnesses"), unless they also act or suffer somewhere.
    """
    found: dict[Place, Naming] = {}
    nodes: dict[Node, Node] = {}  # equal nodes are one object, as there are millions
    for claim in claims:
        for mention, is_party in _mentions(claim):
            naming = _naming(claim, mention, world, nodes, is_party=is_party)
            if naming is not None:
                known = found.get(naming.place)
                found[naming.place] = naming if known is None else _fuller(known, naming)
    namings = [found[place] for place in sorted(found)]
    parties = {naming.node for naming in namings if naming.is_party}
    return tuple(n for n in namings if n.node in parties or _stands_alone(n))


def by_article(namings: Iterable[Naming]) -> Iterator[tuple[str, Iterator[Naming]]]:
    """Yield the namings of each article, which must come one article after the other."""
    return groupby(namings, key=lambda naming: naming.place[0])


def _mentions(claim: Claim) -> Iterator[tuple[ActorMention, bool]]:
    parties = len(claim.actors) + len(claim.targets)
    for index, mention in enumerate(claim.actor_mentions):
        yield mention, index < parties


def _naming(
    claim: Claim, mention: ActorMention, world: World, nodes: dict[Node, Node], *, is_party: bool
) -> Naming | None:
    country = claim.place.country if claim.place else None
    node = node_of(mention, world, article_id=claim.article_id, place_country=country)
    if node is None:
        return None
    node = nodes.setdefault(node, node)
    return Naming(
        place=place_of(claim, mention),
        mention=mention,
        node=node,
        rule=_RULES[node.sort],
        is_party=is_party,
    )


def _fuller(one: Naming, other: Naming) -> Naming:
    """Return the naming whose node says more; a span may stand in several claims."""
    best = min(one, other, key=lambda n: (not n.is_party, n.node.sort, not n.node.country, n.node))
    is_party = one.is_party or other.is_party
    return best if best.is_party is is_party else best._replace(is_party=is_party)


def _stands_alone(naming: Naming) -> bool:
    return naming.node.sort is not NodeSort.NOUN or naming.mention.country is not None
