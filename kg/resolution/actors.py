"""Merged actors: articles and claims enter; who every span names, and each actor, leave.

Nodes (ways of being named) are joined where they are spellings of one personal name, where an
analyst says so, and, once events are merged, where one event's "gunmen" are another's.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from kg.lexicons import World, fold
from kg.model import Actor, ActorKind, ActorLink, ActorMention, Article, Claim, Judgement
from kg.resolution.groups import Groups
from kg.resolution.judgements import Rulings, find_rulings
from kg.resolution.names import Node, NodeSort, person_words
from kg.resolution.naming import Naming, collect_namings, place_of
from kg.resolution.profiles import build_actor
from kg.resolution.settling import settle_namings
from kg.resolution.spelling import iter_spellings

__all__ = ["ActorNames", "name_actors"]


class ActorNames:
    """Who every span names; `join_nameless` makes it coarser once events are known.

    Args:
        namings: What every span names, in text order.
        groups: Nodes that are one actor.
        rules: Why nodes were joined, by node.
        world: Known actors.
    """

    def __init__(
        self,
        namings: Iterable[Naming],
        groups: Groups[Node],
        rules: Mapping[Node, str],
        world: World,
    ) -> None:
        self._naming_by_place = {naming.place: naming for naming in namings}
        self._groups = groups
        self._world = world
        self._rules = rules

    def node(self, claim: Claim, mention: ActorMention) -> Node | None:
        """Return the node that stands for whom a mention names, None for nobody."""
        naming = self._naming_by_place.get(place_of(claim, mention))
        return None if naming is None else self._groups.find(naming.node)

    def actor_id(self, claim: Claim, mention: ActorMention) -> str | None:
        """Return the id of the actor whom a mention names."""
        node = self.node(claim, mention)
        return None if node is None else node.id

    def nodes(self, claim: Claim) -> tuple[Node, ...]:
        """Return the nodes of all who act, suffer or speak in a claim, before any joining."""
        places = (place_of(claim, mention) for mention in claim.actor_mentions)
        return tuple(self._naming_by_place[p].node for p in places if p in self._naming_by_place)

    def join_nameless(self, claims: Iterable[Claim]) -> None:
        """Join the words of one event that say the same of nobody in particular.

        "Gunmen" in two articles on one attack are one actor, and so is a "Defence Ministry".
        """
        by_form: dict[tuple[NodeSort, str], set[Node]] = defaultdict(set)
        for claim in claims:
            for node in self.nodes(claim):
                if node.scope or node.sort is NodeSort.NOUN:
                    by_form[node.sort, node.form].add(node)
        for _, nodes in sorted(by_form.items()):
            if len({node.country for node in nodes if node.country}) > 1:
                continue
            for one, other in pairwise(sorted(nodes)):
                self._groups.join(one, other)

    def links(self) -> tuple[ActorLink, ...]:
        """Return the link of every span to its actor, sorted."""
        return tuple(map(self._link, self._naming_by_place.values()))

    def _link(self, naming: Naming) -> ActorLink:
        article_id, start, end = naming.place
        return ActorLink(
            article_id=article_id,
            start=start,
            end=end,
            actor_id=self._groups.find(naming.node).id,
            rule=self._rules.get(naming.node, naming.rule),
        )

    def actors(self) -> tuple[Actor, ...]:
        """Return the merged actors, sorted by id."""
        namings: dict[Node, list[Naming]] = defaultdict(list)
        for naming in self._naming_by_place.values():
            namings[self._groups.find(naming.node)].append(naming)
        actors = (build_actor(node.id, found, self._world) for node, found in namings.items())
        return tuple(sorted(actors, key=lambda actor: actor.id))


def name_actors(
    articles: Iterable[Article],
    claims: Iterable[Claim],
    world: World,
    *,
    judgements: Iterable[Judgement] = (),
) -> ActorNames:
    """Find out whom the spans of claims name.

    Args:
        articles: The articles of the claims.
        claims: The claims.
        world: Known actors.
        judgements: Judgements of analysts; those on actors win over every rule.

    Raises:
        ResolutionError: If judgements contradict each other.
    """
    rulings = find_rulings(judgements, kind="actor")
    own = collect_namings(claims, world)
    people = _people({naming.node for naming in own}, world)
    settled = settle_namings(
        own, articles, world, rulings=rulings, people=_spelled(people, rulings)
    )
    node_by_id = _nodes_by_id(own, settled)
    for id_ in rulings.ids:
        if id_ in world.actors:
            node_by_id.setdefault(id_, Node(sort=NodeSort.LEXICON, form=id_))
    groups = Groups(
        {*node_by_id.values(), *people},
        apart=[(node_by_id[a], node_by_id[b]) for a, b in rulings.apart_among(node_by_id)],
    )
    rules: dict[Node, str] = {}
    for left, right in rulings.same_among(node_by_id):
        _join(groups, node_by_id[left], node_by_id[right], "judgement", rules)
    _join_spellings(groups, people, rules)
    return ActorNames(settled, groups, rules, world)


def _spelled(people: Mapping[Node, tuple[str, ...]], rulings: Rulings) -> Groups[Node]:
    """Return people with the spellings of their names joined."""
    node_by_id = {node.id: node for node in people}
    apart = [(node_by_id[a], node_by_id[b]) for a, b in rulings.apart_among(node_by_id)]
    groups = Groups(people, apart=apart)
    _join_spellings(groups, people, {})
    return groups


def _join_spellings(
    groups: Groups[Node], people: Mapping[Node, tuple[str, ...]], rules: dict[Node, str]
) -> None:
    for one, other in iter_spellings(people):
        if _may_be_one(groups.find(one), groups.find(other)):
            _join(groups, one, other, "spelling", rules)


def _nodes_by_id(own: Sequence[Naming], settled: Sequence[Naming]) -> dict[str, Node]:
    """Return the node that each id means; a short name's id means what it always stands for."""
    meant: dict[Node, set[Node]] = defaultdict(set)
    for before, after in zip(own, settled, strict=True):
        meant[before.node].add(after.node)
    found = {node.id: min(nodes) for node, nodes in sorted(meant.items()) if len(nodes) == 1}
    return found | {naming.node.id: naming.node for naming in settled}


def _people(nodes: Iterable[Node], world: World) -> dict[Node, tuple[str, ...]]:
    """Return the full names of people: those of the corpus and all of the lexicon."""
    known = {
        Node(sort=NodeSort.LEXICON, form=entry.id): person_words(fold(entry.name))
        for entry in world.actors.values()
        if entry.kind is ActorKind.PERSON
    }
    unknown = {node: tuple(node.form.split()) for node in nodes if node.sort is NodeSort.PERSON}
    return dict(sorted((known | unknown).items()))


def _may_be_one(one: Node, other: Node) -> bool:
    return one == other or not one.sort is other.sort is NodeSort.LEXICON


def _join(groups: Groups[Node], one: Node, other: Node, rule: str, rules: dict[Node, str]) -> None:
    if groups.find(one) != groups.find(other) and groups.join(one, other):
        rules.setdefault(max(one, other), rule)
