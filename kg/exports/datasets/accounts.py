"""Events with the records behind them: a graph enters, what a row of a data set needs leaves."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import permutations, product

from kg.graph import KnowledgeGraph
from kg.graph.networks import MUTUAL_FRAME
from kg.lexicons import DatasetCodes, Party, Side, load_lexicon
from kg.model import Actor, ActorKind, Article, Claim, CountKind, Event, EventStatus, Toll

__all__ = ["Account", "Pair", "Participant", "iter_accounts", "iter_happened", "iter_pairs"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """An actor of an event, and what it is to other data sets."""

    actor: Actor
    side: Side

    @property
    def state(self) -> str | None:
        """The alpha-3 code of its country, None of an organisation of no state."""
        country = self.actor.country
        return None if country in (ActorKind.IGO.name, ActorKind.NGO.name) else country

    @property
    def suffers_as(self) -> Party | None:
        """Its party where it is attacked: officials who bear no arms are civilians then."""
        is_unarmed = self.side.party == Party.STATE and not self.side.fights
        return Party.CIVILIANS if is_unarmed else self.side.party


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One event with all that is told of it.

    Attributes:
        event: The event.
        actors, targets: Who and to whom, in the event's order.
        lead: The claim whose sentence represents it.
        article: That claim's article.
        articles: All articles that report it, by day of publication, then id.
        claims: All claims that report it, in that order.
    """

    event: Event
    actors: tuple[Participant, ...]
    targets: tuple[Participant, ...]
    lead: Claim
    article: Article
    articles: tuple[Article, ...]
    claims: tuple[Claim, ...]

    @property
    def is_mutual(self) -> bool:
        """Whether its actors act upon each other, and nobody else suffers it."""
        is_reciprocal = self.event.event_type.is_reciprocal
        return not self.targets and (is_reciprocal or self.lead.made_by.frame == MUTUAL_FRAME)

    @property
    def sides(self) -> tuple[tuple[Participant, ...], tuple[Participant, ...]]:
        """Its two sides, nobody on both; of a mutual event the first actor and the others."""
        if self.is_mutual:
            return self.actors[:1], self.actors[1:]
        return self.actors, tuple(who for who in self.targets if who not in self.actors)

    def toll(self, kind: CountKind) -> Toll | None:
        """Return the toll of a kind, None where none is stated."""
        return next((toll for toll in self.event.tolls if toll.kind == kind), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """One actor and one target of an event; `id` joins it with the event.

    The id is a whole number that floating point holds exactly, as the readers of such files expect:
    the first eleven hexadecimal digits of the event's id, times 256, plus the number of the pair.
    """

    id: int
    account: Account
    actor: Participant | None
    target: Participant | None


def iter_accounts(graph: KnowledgeGraph) -> Iterator[Account]:
    """Yield every event of a graph with the records behind it, by id."""
    codes = load_lexicon().datasets
    return (_account(graph, event, codes) for event in graph.records.events)


def iter_happened(graph: KnowledgeGraph) -> Iterator[Account]:
    """Yield the events that somebody says happened: no threat, plan, fear or suspicion."""
    accounts = iter_accounts(graph)
    return (found for found in accounts if found.event.status != EventStatus.CANDIDATE)


def iter_pairs(graph: KnowledgeGraph) -> Iterator[Pair]:
    """Yield what happened as pairs, as CAMEO's data sets have it; an event of nobody is left out.

    Both directions of a mutual event are told, one side is None where nobody is named.
    """
    for account in iter_happened(graph):
        for number, (actor, target) in enumerate(_pairs(account)):
            id_ = int(account.event.id[2:13], 16) * 256 + number
            yield Pair(id=id_, account=account, actor=actor, target=target)


def _account(graph: KnowledgeGraph, event: Event, codes: DatasetCodes) -> Account:
    lead = graph.claim(event.lead_claim_id)
    claims = tuple(graph.claim(id_) for id_ in event.claim_ids)
    articles = dict.fromkeys(claim.article_id for claim in claims)
    actors = [graph.actor(id_) for id_ in event.actor_ids]
    targets = [graph.actor(id_) for id_ in event.target_ids]
    return Account(
        event=event,
        actors=tuple(_participant(actor, codes) for actor in actors),
        targets=tuple(_participant(actor, codes) for actor in targets),
        lead=lead,
        article=graph.article(lead.article_id),
        articles=tuple(graph.article(id_) for id_ in articles),
        claims=claims,
    )


def _participant(actor: Actor, codes: DatasetCodes) -> Participant:
    return Participant(actor=actor, side=codes.side(actor.kind, actor.sector))


def _pairs(account: Account) -> Iterator[tuple[Participant | None, Participant | None]]:
    if account.is_mutual and len(account.actors) > 1:
        yield from permutations(account.actors, 2)
        return
    if not account.actors and not account.targets:
        return
    pairs = product(account.actors or (None,), account.targets or (None,))
    yield from ((actor, target) for actor, target in pairs if actor != target)
