"""All records of one graph, each kind a sorted tuple."""

from dataclasses import dataclass

from kg.model import (
    Actor,
    ActorLink,
    Article,
    Claim,
    Event,
    EventLink,
    Resolution,
    Skip,
    Story,
)

__all__ = ["Records"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """Everything that a graph holds.

    Articles, claims, actors and events are sorted by id, links, stories and skips by their fields,
    so that two graphs are equal exactly when their records are.
    """

    articles: tuple[Article, ...] = ()
    claims: tuple[Claim, ...] = ()
    actors: tuple[Actor, ...] = ()
    events: tuple[Event, ...] = ()
    actor_links: tuple[ActorLink, ...] = ()
    event_links: tuple[EventLink, ...] = ()
    stories: tuple[Story, ...] = ()
    skips: tuple[Skip, ...] = ()

    @property
    def resolution(self) -> Resolution:
        """The merged part of the records."""
        return Resolution(
            actors=self.actors,
            events=self.events,
            actor_links=self.actor_links,
            event_links=self.event_links,
            stories=self.stories,
        )
