"""The one way from claims to the merged view."""

import contextlib
import gc
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from kg.lexicons import Lexicon
from kg.model import Article, Claim, Event, EventLink, Judgement, Resolution
from kg.resolution.actors import ActorNames, name_actors
from kg.resolution.blocking import find_pairs
from kg.resolution.events import build_event
from kg.resolution.judgements import Rulings, find_rulings
from kg.resolution.merging import merge_reports
from kg.resolution.options import ResolveOptions
from kg.resolution.reports import Report, make_reports
from kg.resolution.scores import Scorer
from kg.resolution.stories import find_stories
from kg.resolution.toponyms import name_places

__all__ = ["resolve"]


def resolve(
    articles: Sequence[Article],
    claims: Sequence[Claim],
    lexicon: Lexicon,
    *,
    judgements: Sequence[Judgement] = (),
    options: ResolveOptions | None = None,
) -> Resolution:
    """Merge claims into actors and events.

    The result depends on what is given, never on its order: every step sorts, and ties are broken
    by ids.

    Args:
        articles: The articles of the claims; every claim's article must be among them.
        claims: The claims.
        lexicon: Known actors.
        judgements: What analysts said of actors and claims; it wins over every score. Judgements
            on ids that are not there are kept for when they are, and change nothing.
        options: How well two claims must agree, and which number is best.

    Raises:
        ResolutionError: If judgements contradict each other.
    """
    with _uncollected():
        return _resolve(articles, claims, lexicon, judgements, options or ResolveOptions())


@contextlib.contextmanager
def _uncollected() -> Iterator[None]:
    """Run a block without looking for garbage in cycles, of which merging makes none.

    Looking through millions of values that all are in use takes two fifths of the time.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _resolve(
    articles: Sequence[Article],
    claims: Sequence[Claim],
    lexicon: Lexicon,
    judgements: Sequence[Judgement],
    options: ResolveOptions,
) -> Resolution:
    claims = _by_day(articles, claims)
    stories = find_stories(articles)
    names = name_actors(articles, claims, lexicon.world, judgements=judgements)
    reports = make_reports(claims, articles, stories, names, lexicon.world)
    rulings = find_rulings(judgements, kind="event")
    events = name_places(_events(reports, names, rulings, lexicon, options), claims)
    del reports  # before the links are made, of which there are more than of anything else
    return Resolution(
        actors=names.actors(),
        events=events,
        actor_links=names.links(),
        event_links=_links(events),
        stories=stories,
    )


def _by_day(articles: Iterable[Article], claims: Iterable[Claim]) -> list[Claim]:
    """Return claims sorted by day of publication and article.

    What is looked at together is then made together, and lies near in memory: of a million claims
    this saves a tenth of the time.
    """
    published = {article.id: article.published or date.max for article in articles}
    return sorted(
        claims, key=lambda claim: (published[claim.article_id], claim.article_id, claim.id)
    )


def _events(
    reports: Sequence[Report],
    names: ActorNames,
    rulings: Rulings,
    lexicon: Lexicon,
    options: ResolveOptions,
) -> tuple[Event, ...]:
    """Return the events that reports tell of; who is nameless in them is joined on the way."""
    found = find_pairs(reports)
    scorer = Scorer(reports)
    pairs = scorer.score(found, least=options.least_score)
    clusters = merge_reports(reports, pairs, rulings, options, explain=scorer.explain)
    del found, scorer, pairs  # before the events are made
    for cluster in clusters:
        names.join_nameless(report.claim for report in cluster.reports)
    events = (
        build_event(cluster, names, lexicon.world, tolls=options.tolls) for cluster in clusters
    )
    return tuple(sorted(events, key=lambda event: event.id))


def _links(events: Sequence[Event]) -> tuple[EventLink, ...]:
    ids = (
        (claim_id, event.id)
        for event in events
        for claim_id in (*event.claim_ids, *event.denial_ids)
    )
    return tuple([EventLink(claim_id=claim, event_id=event) for claim, event in sorted(ids)])
