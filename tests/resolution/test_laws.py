"""Laws of merging: no order, no memory, no all-pairs."""

from dataclasses import replace
from itertools import pairwise

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, given, settings

from kg.resolution import resolve
from kg.resolution.actors import name_actors
from kg.resolution.blocking import find_pairs
from kg.resolution.reports import make_reports
from kg.resolution.stories import find_stories
from tests.resolution.by_hand import MONDAY, TUESDAY, article, claim, judgement, merged
from tests.samples import (
    sample_articles,
    sample_claims,
    sample_lexicon,
    sample_resolution,
    sample_world,
)
from tests.terminal import printed_for_any_seed

ACTORS = ["xno", "xno-mil", "xsu", "Mara Quell/PERSON", "Quell/PERSON", "gunmen:UAF", "DLF/ORG"]
TARGETS = ["xsu", "civilians@XSU:CVL", "Dawn Liberation Front/ORG", "people:CVL", "Kessa/GPE@XSU"]

rows = st.fixed_dictionaries(
    {
        "article_id": st.sampled_from(["a-1", "a-2", "a-3", "a-4"]),
        "at": st.integers(0, 9).map(lambda i: i * 100),
        "does": st.sampled_from(["ASSAULT", "CONSULT"]),
        "actors": st.lists(st.sampled_from(ACTORS), max_size=2, unique=True),
        "targets": st.lists(st.sampled_from(TARGETS), max_size=2, unique=True),
        "where": st.sampled_from([None, "Kessa", "Port Sel", "Sudria"]),
        "when": st.sampled_from([None, MONDAY, TUESDAY]),
        "numbers": st.sampled_from([[], ["12+ killed"], ["9 killed", "part 2 killed"]]),
        "lemma": st.sampled_from(["act", "act", "invade"]),
        "polarity": st.sampled_from(["affirmed", "affirmed", "denied"]),
        "certainty": st.sampled_from(["certain", "certain", "possible"]),
        "temporality": st.sampled_from(["past", "past", "future", "historical"]),
    }
)
worlds = st.lists(rows, max_size=10, unique_by=lambda r: (r["article_id"], r["at"], r["does"]))
laws = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def world_of(rows):
    return [claim(**row) for row in rows]


def test_hand_made_resolution_is_what_merging_finds():
    found = resolve(sample_articles(), sample_claims(), sample_lexicon())
    plain = replace(found, events=tuple(replace(event, reasons=()) for event in found.events))
    assert plain == sample_resolution()


def test_hash_seed_does_not_matter():
    code = (
        "from kg.resolution import resolve; from tests.samples import *;"
        "print(resolve(sample_articles(), sample_claims(), sample_lexicon()))"
    )
    expected = resolve(sample_articles(), sample_claims(), sample_lexicon())
    assert printed_for_any_seed(code) == str(expected)


@laws
@given(rows=worlds, random=st.randoms(use_true_random=False))
def test_order_does_not_matter(rows, random):
    claims = world_of(rows)
    articles = [article(f"a-{i}") for i in range(1, 5)]
    expected = merged(claims, articles)
    random.shuffle(claims)
    random.shuffle(articles)
    assert merged(claims, articles) == expected


@laws
@given(rows=worlds)
def test_every_claim_is_told_or_denied_at_most_once(rows):
    claims = world_of(rows)
    resolution = merged(claims)
    linked = [link.claim_id for link in resolution.event_links]
    affirmed = {each.id for each in claims if each.polarity == "affirmed"}
    assert len(linked) == len(set(linked))
    assert {id_ for event in resolution.events for id_ in event.claim_ids} == affirmed


@laws
@given(rows=worlds)
def test_links_and_events_name_only_actors_that_exist(rows):
    resolution = merged(world_of(rows))
    ids = [actor.id for actor in resolution.actors]
    named = {id_ for event in resolution.events for id_ in (*event.actor_ids, *event.target_ids)}
    assert len(ids) == len(set(ids))
    assert {link.actor_id for link in resolution.actor_links} == set(ids) >= named


@laws
@given(rows=worlds)
def test_judgement_on_any_two_claims_holds(rows):
    claims = world_of(rows)
    affirmed = sorted(each.id for each in claims if each.polarity == "affirmed")
    for one, other in pairwise(affirmed):
        for is_same in (True, False):
            ruling = judgement(one, other, is_same=is_same)
            links = merged(claims, judgements=[ruling]).event_links
            event = {link.claim_id: link.event_id for link in links}
            assert (event[one] == event[other]) is is_same


@pytest.mark.parametrize("removed", [each.id for each in sample_articles()])
def test_removed_article_leaves_no_trace(removed):
    articles = [each for each in sample_articles() if each.id != removed]
    claims = [each for each in sample_claims() if each.article_id != removed]
    resolution = resolve(articles, claims, sample_lexicon())
    assert removed not in repr(resolution)
    assert {link.claim_id for link in resolution.event_links} <= {each.id for each in claims}


def count_of_pairs(claims):
    articles = [article(id_) for id_ in sorted({c.article_id for c in claims})]
    names = name_actors(articles, claims, sample_world())
    return len(
        find_pairs(make_reports(claims, articles, find_stories(articles), names, sample_world()))
    )


def test_unrelated_claims_are_hardly_compared():
    claims = [
        claim(f"a-{i}", actors=[f"Front {i}/ORG"], targets=[f"Town {i}/GPE"]) for i in range(2000)
    ]
    assert count_of_pairs(claims) == 0


def test_claims_on_one_state_are_compared_sparsely():
    claims = [claim(f"a-{i}", actors=["xno"], targets=["xsu"], when=MONDAY) for i in range(1000)]
    assert count_of_pairs(claims) <= 50 * 1000
