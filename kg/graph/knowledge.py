"""The graph: articles, claims, and what merging made of them, found by id.

Data frames, networkx, RDF and pages are computed from its records and are never edited by hand.
"""

import functools
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Literal, Self, TypeVar, overload

from kg.errors import KgError
from kg.graph.displays import graph_html, summary
from kg.graph.dyads import build_dyads
from kg.graph.explanations import iter_actor_lines, iter_claim_lines, iter_event_lines
from kg.graph.filters import FilterError, GraphFilter, actors_named, filter_records
from kg.graph.frames import actors_frame, articles_frame, claims_frame, events_frame
from kg.graph.networks import build_network
from kg.graph.records import Records
from kg.lexicons import fold
from kg.model import (
    Actor,
    ActorMention,
    Article,
    Claim,
    Event,
    Judgement,
    Resolution,
    Skip,
)

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd
    from rdflib import Dataset

__all__ = ["KnowledgeGraph", "UnknownIdError"]

Found = TypeVar("Found")

MAX_SUGGESTIONS = 3  # ids named in an error that begin like the one asked for


class UnknownIdError(KgError):
    """A graph holds nothing of the id asked for."""


class KnowledgeGraph:
    """Who did what to whom, by whose account: the one truth of a corpus.

    Args:
        articles: The articles.
        claims: Their claims.
        resolution: What merging made of the claims.
        skips: Inputs that were not taken.

    Example:
        >>> graph = KnowledgeGraph(articles=(), claims=(), resolution=Resolution())
        >>> graph
        <KnowledgeGraph: 0 articles, 0 claims, 0 actors, 0 events>
        >>> graph.records.events
        ()
    """

    def __init__(
        self,
        *,
        articles: Iterable[Article],
        claims: Iterable[Claim],
        resolution: Resolution,
        skips: Iterable[Skip] = (),
    ) -> None:
        self.records = Records(
            articles=tuple(sorted(articles, key=lambda article: article.id)),
            claims=tuple(sorted(claims, key=lambda claim: claim.id)),
            actors=tuple(sorted(resolution.actors, key=lambda actor: actor.id)),
            events=tuple(sorted(resolution.events, key=lambda event: event.id)),
            actor_links=tuple(sorted(resolution.actor_links)),
            event_links=tuple(sorted(resolution.event_links)),
            stories=tuple(sorted(resolution.stories)),
            skips=tuple(sorted(skips)),
        )

    @classmethod
    def of(cls, records: Records) -> Self:
        """Return a graph over records that are sorted already, such as another graph's."""
        graph = cls.__new__(cls)
        graph.records = records
        return graph

    def article(self, article_id: str) -> Article:
        """Return the article with an id.

        Raises:
            UnknownIdError: If the graph holds none; the message names ids that begin alike.
        """
        return _get(self._article_by_id, article_id, "article")

    def claim(self, claim_id: str) -> Claim:
        """Return the claim with an id; raises as `article` does."""
        return _get(self._claim_by_id, claim_id, "claim")

    def actor(self, actor_id: str) -> Actor:
        """Return the merged actor with an id; raises as `article` does."""
        return _get(self._actor_by_id, actor_id, "actor")

    def event(self, event_id: str) -> Event:
        """Return the merged event with an id; raises as `article` does."""
        return _get(self._event_by_id, event_id, "event")

    def actor_of(self, claim: Claim, mention: ActorMention) -> str | None:
        """Return the id of the merged actor behind a mention of a claim, None if it has none."""
        span = mention.span
        return self._actor_id_by_span.get((claim.article_id, span.start, span.end))

    def event_of(self, claim_id: str) -> str | None:
        """Return the id of the event that a claim reports or denies, None if there is none."""
        return self._event_id_by_claim.get(claim_id)

    def explain(self, id_: str) -> str:
        """Return why the graph says what it says of an event, a claim or an actor, in lines.

        Raises:
            UnknownIdError: If the graph holds nothing of the id.
        """
        if id_ in self._event_by_id:
            return "\n".join(iter_event_lines(self, self.event(id_)))
        if id_ in self._claim_by_id:
            return "\n".join(iter_claim_lines(self, self.claim(id_)))
        if id_ in self._actor_by_id:
            return "\n".join(iter_actor_lines(self, self.actor(id_)))
        return "\n".join(iter_actor_lines(self, self.find_actor(id_)))

    def is_about(self, id_: str, judgement: Judgement) -> bool:
        """Tell whether a judgement speaks of an event, by one of its claims, or of an actor."""
        event = self._event_by_id.get(id_)
        ids = {id_, *event.claim_ids, *event.denial_ids} if event else {id_}
        return not ids.isdisjoint((judgement.left, judgement.right))

    def find_actor(self, asked: str) -> Actor:
        """Return the actor with an id, or the only one with a name or alias.

        Raises:
            UnknownIdError: If there is none, or there are several; the message names them.
        """
        if asked in self._actor_by_id:
            return self._actor_by_id[asked]
        found = actors_named(self.records, asked)
        if len(found) == 1:
            return found[0]
        if not found:
            raise UnknownIdError(self._no_actor(asked))
        ids = ", ".join(actor.id for actor in found)
        raise UnknownIdError(f"{asked!r} names {len(found)} actors; give one of the ids {ids}")

    @property
    def articles(self) -> "pd.DataFrame":
        """The articles as a data frame, one row each, sorted by id."""
        return articles_frame(self.records)

    @property
    def claims(self) -> "pd.DataFrame":
        """The claims as a data frame, one row each, sorted by id."""
        return claims_frame(self.records)

    @property
    def actors(self) -> "pd.DataFrame":
        """The merged actors as a data frame with the columns of `actors.csv`."""
        return actors_frame(self.records)

    @property
    def events(self) -> "pd.DataFrame":
        """The merged events as a data frame with the columns of `events.csv`."""
        return events_frame(self.records)

    @overload
    def to_networkx(self, *, simple: Literal[False] = False) -> "nx.MultiDiGraph": ...

    @overload
    def to_networkx(self, *, simple: Literal[True]) -> "nx.DiGraph": ...

    def to_networkx(self, *, simple: bool = False) -> "nx.MultiDiGraph | nx.DiGraph":
        """Return a new network: actors as nodes, one edge per event and actor-target pair.

        Args:
            simple: Make one edge of each pair, its `weight` the number of events that happened,
                and leave out places and the unnamed: what measures of networks take.
        """
        return build_dyads(self.records) if simple else build_network(self.records)

    def to_rdf(self) -> "Dataset":
        """Return a new RDF dataset: one named graph per article, merged things beside them."""
        from kg.graph.rdf import to_dataset

        return to_dataset(self)

    def filtered(self, graph_filter: GraphFilter | None = None, **conditions: Any) -> Self:
        """Return a graph of the events that pass a filter, with all that they stand on.

        Args:
            graph_filter: The filter; or, in its place, its fields:
            **conditions: Such as `actor="Russia"`, `event_type="ASSAULT"`, `since="2024-03-01"`.

        Raises:
            FilterError: If a condition cannot be read.
            UnknownIdError: If conditions name an actor whom the graph does not hold.
        """
        if graph_filter is None:
            graph_filter = GraphFilter.of(**conditions)
            self._check_actor(graph_filter.actor)
        elif conditions:
            raise FilterError("give either a filter or conditions")
        return self.of(filter_records(self.records, graph_filter))

    @functools.cached_property
    def _article_by_id(self) -> Mapping[str, Article]:
        return {article.id: article for article in self.records.articles}

    @functools.cached_property
    def _claim_by_id(self) -> Mapping[str, Claim]:
        return {claim.id: claim for claim in self.records.claims}

    @functools.cached_property
    def _actor_by_id(self) -> Mapping[str, Actor]:
        return {actor.id: actor for actor in self.records.actors}

    @functools.cached_property
    def _event_by_id(self) -> Mapping[str, Event]:
        return {event.id: event for event in self.records.events}

    @functools.cached_property
    def _actor_id_by_span(self) -> Mapping[tuple[str, int, int], str]:
        links = self.records.actor_links
        return {(link.article_id, link.start, link.end): link.actor_id for link in links}

    @functools.cached_property
    def _event_id_by_claim(self) -> Mapping[str, str]:
        return {link.claim_id: link.event_id for link in self.records.event_links}

    def __eq__(self, other: object) -> bool:
        """Two graphs are equal when all their records are."""
        return isinstance(other, KnowledgeGraph) and self.records == other.records

    __hash__ = None  # type: ignore[assignment]  # equal by value, and large

    def __repr__(self) -> str:
        return f"<KnowledgeGraph: {summary(self.records)}>"

    def _repr_html_(self) -> str:
        """Show the graph in a notebook: what it holds, its busiest actors, its types of events."""
        return graph_html(self.records)

    def _check_actor(self, asked: str | None) -> None:
        if asked is None or asked in self._actor_by_id or actors_named(self.records, asked):
            return
        raise UnknownIdError(self._no_actor(asked))

    def _no_actor(self, asked: str) -> str:
        part = fold(asked)
        alike = [actor for actor in self.records.actors if part and part in fold(actor.name)]
        known = ", ".join(f"{actor.name} ({actor.id})" for actor in alike[:MAX_SUGGESTIONS])
        advice = f"did you mean {known}?" if known else "claims.jsonl and actors.csv list all ids"
        return f"the graph holds no event, claim or actor {asked!r}; {advice}"


def _get(found: Mapping[str, Found], id_: str, kind: str) -> Found:
    if id_ in found:
        return found[id_]
    alike = sorted(key for key in found if id_ and key.startswith(id_[: max(4, len(id_) // 2)]))
    advice = f"did you mean {', '.join(alike[:MAX_SUGGESTIONS])}?" if alike else "check the id"
    raise UnknownIdError(f"the graph holds no {kind} {id_!r} among its {len(found)}; {advice}")
