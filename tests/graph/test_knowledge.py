"""The graph: sorted records, look-ups, equality, and how it shows itself."""

import random
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from kg.errors import KgError
from kg.graph import KnowledgeGraph, UnknownIdError
from kg.model import Resolution
from tests.samples import (
    SCRIPT,
    sample_articles,
    sample_claim,
    sample_claims,
    sample_graph,
    sample_resolution,
)

ROOT = Path(__file__).parents[2]


def shuffled(values):
    return random.Random(7).sample(values, len(values))


def test_graph_does_not_depend_on_order():
    found = sample_resolution()
    graph = KnowledgeGraph(
        articles=shuffled(sample_articles()),
        claims=shuffled(sample_claims()),
        resolution=Resolution(
            actors=tuple(shuffled(found.actors)),
            events=tuple(shuffled(found.events)),
            actor_links=tuple(shuffled(found.actor_links)),
            event_links=tuple(shuffled(found.event_links)),
            stories=tuple(shuffled(found.stories)),
        ),
        skips=shuffled(sample_graph().records.skips),
    )
    assert graph == sample_graph()


def test_graphs_with_other_records_differ():
    others = [replace(event, confidence=0.1) for event in sample_resolution().events]
    resolution = replace(sample_resolution(), events=tuple(others))
    graph = KnowledgeGraph(
        articles=sample_articles(), claims=sample_claims(), resolution=resolution
    )
    assert graph != sample_graph()


def test_records_are_found_by_id():
    graph = sample_graph()
    event = graph.records.events[0]
    assert graph.article("a-wire-1").id == "a-wire-1"
    assert graph.claim(event.lead_claim_id).id == event.lead_claim_id
    assert graph.actor("xno").name == "Norland"
    assert graph.event(event.id) is event


@pytest.mark.parametrize("kind", ["article", "claim", "actor", "event"])
def test_unknown_id_is_an_error_of_ours(kind):
    with pytest.raises(UnknownIdError, match=f"holds no {kind} 'q-1' among its") as caught:
        getattr(sample_graph(), kind)("q-1")
    assert isinstance(caught.value, KgError)


def test_unknown_id_is_answered_with_ids_that_begin_alike():
    event_id = sample_graph().records.events[0].id
    with pytest.raises(UnknownIdError, match=f"did you mean {event_id}"):
        sample_graph().event(event_id[:10])


def test_mention_leads_to_its_merged_actor():
    graph = sample_graph()
    praised = sample_claim("a-herald-2", "praised")
    assert graph.actor_of(praised, praised.actors[0]) == "ilan-dravo"
    met = sample_claim("a-herald-2", "met")
    assert graph.actor_of(met, met.attributed_to) is None


def test_claim_leads_to_the_event_that_it_reports_or_denies():
    graph = sample_graph()
    reported = graph.event_of(sample_claim("a-wire-1", "struck").id)
    assert reported == graph.event_of(sample_claim("a-wire-1", "bombed").id)
    assert graph.event_of("c-0000000000000000") is None


def test_notebook_view_escapes_what_articles_say():
    events = tuple(
        replace(event, actor_ids=(actor.id,))
        for event in sample_resolution().events
        for actor in sample_resolution().actors
        if actor.name == SCRIPT
    )
    graph = KnowledgeGraph(
        articles=sample_articles(),
        claims=sample_claims(),
        resolution=replace(sample_resolution(), events=events),
    )
    page = graph._repr_html_()
    assert "&lt;img src=x onerror=alert(1)&gt;" in page
    assert "<img" not in page


def test_graph_says_what_it_holds():
    text = "<KnowledgeGraph: 6 articles, 15 claims, 17 actors, 10 events>"
    assert repr(sample_graph()) == text


def test_sample_spans_slice_their_articles():
    for claim in sample_claims():
        text = sample_graph().article(claim.article_id).text
        spans = [
            claim.action,
            claim.sentence,
            *(mention.span for mention in claim.actor_mentions),
            *(count.span for count in claim.counts),
            *(part.span for part in (claim.place, claim.time) if part),
        ]
        assert all(text[span.start : span.end] == span.text for span in spans)
        assert all(claim.sentence.contains(span) for span in spans)


def test_importing_the_room_loads_no_heavy_library():
    heavy = ("pandas", "networkx", "rdflib", "numpy", "spacy")
    code = f"import sys, kg.graph; print([m for m in {heavy!r} if m in sys.modules])"
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert result.stdout.strip() == "[]"
