import hashlib
import itertools
import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from kg.graph import KnowledgeGraph
from kg.graph.iris import DEFAULT_BASE_IRI, is_iri
from kg.graph.predicates import CLASSES, PREDICATES
from kg.graph.terms import XSD, Iri, Literal, Quad, boolean, clean, day, decimal, integer
from kg.graph.triples import iter_quads
from kg.graph.triples.events import event_label
from kg.graph.triples.places import place_iri
from kg.graph.vocabulary import NAMESPACES, Vocabulary, code_name, vocabulary
from kg.model import (
    ActorKind,
    Bound,
    Certainty,
    CountKind,
    CountRelation,
    EventStatus,
    EventType,
    Place,
    PlacePrecision,
    Polarity,
    Resolution,
    Sector,
    Span,
    Temporality,
    TimePrecision,
)
from tests.samples import sample_articles, sample_claims, sample_graph

WORDS = vocabulary(DEFAULT_BASE_IRI)
TERM_SETS = (
    ActorKind,
    Bound,
    Certainty,
    CountKind,
    CountRelation,
    EventStatus,
    PlacePrecision,
    Polarity,
    Temporality,
    TimePrecision,
)


def quads_of(graph: KnowledgeGraph) -> list[Quad]:
    return list(iter_quads(graph))


def values(quads: Iterable[Quad], subject: Iri, name: str) -> list[str]:
    """Return the values of one property of a subject, sorted."""
    predicate = WORDS.term(name)
    found = (q.object.value for q in quads if q.subject == subject and q.predicate == predicate)
    return sorted(found)


def resolved(resolution: Resolution) -> KnowledgeGraph:
    return KnowledgeGraph(articles=sample_articles(), claims=sample_claims(), resolution=resolution)


def test_quads_come_once_graph_by_graph_and_articles_by_id() -> None:
    quads = quads_of(sample_graph())
    graphs = [name for name, _ in itertools.groupby(quads, lambda quad: quad.graph)]
    ids = sorted(article.id for article in sample_articles())
    assert graphs == [*map(WORDS.article_graph, ids), WORDS.merged_graph]
    assert len(quads) == len({(quad.subject, quad.predicate, quad.object) for quad in quads})


def test_quads_hold_only_iris_that_every_parser_takes() -> None:
    terms = {
        t for q in quads_of(sample_graph()) for t in (q.graph, q.subject, q.predicate, q.object)
    }
    assert [term.value for term in terms if isinstance(term, Iri) and not is_iri(term.value)] == []


def test_values_are_what_the_table_of_predicates_says() -> None:
    kinds = {WORDS.expand(row.name): row.value for row in PREDICATES}
    found = {(q.predicate.value, _kind(q.object)) for q in quads_of(sample_graph())}
    assert {(iri, kinds[iri]) for iri, _ in found} == found


def _kind(term: Iri | Literal) -> str:
    if isinstance(term, Iri):
        return "iri"
    names = {NAMESPACES[prefix]: prefix for prefix in ("xsd", "geo")}
    namespace, _, local = term.datatype.rpartition("#")
    return f"{names[namespace + '#']}:{local}"


def test_sample_uses_nearly_all_predicates() -> None:
    used = {quad.predicate.value for quad in quads_of(sample_graph())}
    unused = {row.name for row in PREDICATES if WORDS.expand(row.name) not in used}
    of_merging = {"kg:mergeReason", "kg:score", "kg:because", "prov:used"}
    of_runs = {name for name in unused if name.startswith("prov:") or "software" in name}
    others = {"kg:outerSpeakerMention", "kg:until", "kg:since", "kg:contentSha256"}
    assert unused <= of_merging | of_runs | others


def test_classes_used_are_those_of_the_table() -> None:
    kinds = {WORDS.code(kind).value for kind in ActorKind}
    types = {
        q.object.value for q in quads_of(sample_graph()) if q.predicate.value.endswith("#type")
    }
    assert types - kinds <= {WORDS.expand(name) for name in CLASSES}


def test_article_graph_does_not_depend_on_other_articles() -> None:
    whole = quads_of(sample_graph())
    for article in sample_articles():
        claims = [claim for claim in sample_claims() if claim.article_id == article.id]
        alone = KnowledgeGraph(articles=[article], claims=claims, resolution=Resolution())
        name = WORDS.article_graph(article.id)
        assert [q for q in quads_of(alone) if q.graph == name] == [
            q for q in whole if q.graph == name
        ]


def test_quads_do_not_depend_on_the_order_of_articles() -> None:
    graph = sample_graph()
    turned = KnowledgeGraph(
        articles=reversed(sample_articles()),
        claims=reversed(sample_claims()),
        resolution=graph.records.resolution,
    )
    assert quads_of(turned) == quads_of(graph)


def test_base_iri_is_that_of_all_own_iris() -> None:
    ours = quads_of(sample_graph())
    theirs = list(iter_quads(sample_graph(), base_iri="https://other.example/war/"))
    moved = [
        quad.subject.value.replace(DEFAULT_BASE_IRI, "https://other.example/war/") for quad in ours
    ]
    assert [quad.subject.value for quad in theirs] == moved
    assert not [q for q in theirs if DEFAULT_BASE_IRI in f"{q.predicate.value} {q.object.value}"]


def is_of_sem(term: Iri | Literal) -> bool:
    return term.value.startswith(NAMESPACES["sem"])


@pytest.mark.parametrize("event_type", EventType)
@pytest.mark.parametrize("status", EventStatus)
def test_sem_terms_are_only_of_what_happened(status: EventStatus, event_type: EventType) -> None:
    resolution = sample_graph().records.resolution
    events = tuple(
        replace(event, status=status, event_type=event_type) for event in resolution.events
    )
    quads = quads_of(resolved(replace(resolution, events=events)))
    subjects = {q.subject for q in quads if is_of_sem(q.predicate) or is_of_sem(q.object)}
    nodes = {WORDS.thing("event", event.id) for event in events}
    assert subjects & nodes == (set() if status is EventStatus.CANDIDATE else nodes)
    assert status is not EventStatus.CANDIDATE or not subjects


def test_claims_have_no_sem_terms() -> None:
    quads = quads_of(sample_graph())
    sem = {q.subject.value for q in quads if is_of_sem(q.predicate) or is_of_sem(q.object)}
    folders = {iri.removeprefix(DEFAULT_BASE_IRI).rpartition("/")[0] for iri in sem}
    assert folders == {"id/event", "id/actor", "id/place"}


def test_candidate_says_who_and_where_in_words_of_ours() -> None:
    (event,) = (e for e in sample_graph().records.events if e.status is EventStatus.CANDIDATE)
    quads, node = quads_of(sample_graph()), WORDS.thing("event", event.id)
    assert values(quads, node, "rdf:type") == [WORDS.term("kg:EventCandidate").value]
    assert values(quads, node, "kg:claimedActor") == [WORDS.thing("actor", "xno").value]
    assert values(quads, node, "kg:claimedPlace")
    assert not values(quads, node, "kg:actor") + values(quads, node, "kg:place")


def test_tally_keeps_all_numbers() -> None:
    (event,) = (e for e in sample_graph().records.events if e.tolls)
    quads, node = quads_of(sample_graph()), WORDS.thing("tally", event.id, "killed")
    names = ("kg:low", "kg:best", "kg:high", "kg:highIsOpen")
    assert [values(quads, node, name) for name in names] == [["9"], ["9"], ["12"], ["true"]]


def test_offsets_cut_the_quotes_from_the_body() -> None:
    assert_offsets_hold(sample_graph())


@pytest.mark.parametrize("bad", ["\x00", "\x1b", "\ud800", "\uffff"], ids=ascii)
def test_offsets_hold_where_characters_are_replaced(bad: str) -> None:
    article = sample_articles()[0]
    claims = [claim for claim in sample_claims() if claim.article_id == article.id]
    moved = [
        replace(claim, action=_behind(claim.action), sentence=_behind(claim.sentence), counts=())
        for claim in (replace(c, actors=(), targets=(), attributed_to=None) for c in claims)
    ]
    moved = [replace(claim, place=None, time=None) for claim in moved]
    hostile = replace(article, text=bad + article.text)
    graph = KnowledgeGraph(articles=[hostile], claims=moved, resolution=Resolution())
    assert_offsets_hold(graph)
    assert bad not in "".join(quad.object.value for quad in quads_of(graph))


def _behind(span: Span) -> Span:
    return replace(span, start=span.start + 1, end=span.end + 1)


def assert_offsets_hold(graph: KnowledgeGraph) -> None:
    quads = quads_of(graph)
    facts = {(q.subject.value, q.predicate.name): q.object.value for q in quads}
    mentions = [q.subject for q in quads if q.predicate.name == "oa:hasSource"]
    assert mentions
    for mention in mentions:
        body = facts[facts[mention.value, "oa:hasSource"], "schema:articleBody"]
        position, quote = sorted(values(quads, mention, "oa:hasSelector"))
        start, end = int(facts[position, "oa:start"]), int(facts[position, "oa:end"])
        assert body[start:end] == facts[quote, "oa:exact"]


def test_hash_is_that_of_the_body_as_written() -> None:
    quads = quads_of(sample_graph())
    for article in sample_articles():
        (digest,) = values(quads, WORDS.thing("article", article.id), "kg:textSha256")
        assert digest == hashlib.sha256(article.text.encode()).hexdigest()


URLS = {
    "valid": ("https://news.example/a", ["https://news.example/a"]),
    "script": ("javascript:alert(1)", []),
    "broken": ('https://news.example/"> <x', []),
}


@pytest.mark.parametrize(("url", "links"), URLS.values(), ids=URLS)
def test_address_is_kept_but_linked_only_if_valid(url: str, links: list[str]) -> None:
    article = replace(sample_articles()[0], url=url)
    quads = quads_of(KnowledgeGraph(articles=[article], claims=[], resolution=Resolution()))
    node = WORDS.thing("article", article.id)
    assert values(quads, node, "schema:url") == [url]
    assert values(quads, node, "rdfs:seeAlso") == links


def test_hostile_wikidata_id_gives_no_link() -> None:
    resolution = sample_graph().records.resolution
    actors = tuple(replace(actor, wikidata="Q1> <x") for actor in resolution.actors)
    quads = quads_of(resolved(replace(resolution, actors=actors)))
    exact = WORDS.term("skos:exactMatch")
    assert not [q for q in quads if q.predicate == exact and "wikidata" in q.object.value]


def test_things_of_different_kinds_never_share_an_iri() -> None:
    assert len({WORDS.thing(kind, "ukr") for kind in ("article", "actor", "event", "story")}) == 4


def test_unknown_kind_or_term_is_a_programming_error() -> None:
    with pytest.raises(KeyError):
        WORDS.term("kg:noSuchTerm")
    with pytest.raises(KeyError):
        WORDS.thing("nosuchkind", "a")


def test_place_is_one_node_for_what_is_known_of_it() -> None:
    kessa = next(claim.place for claim in sample_claims() if claim.place)
    same = replace(kessa, span=Span(start=1, end=2, text="x"))
    other = replace(kessa, latitude=None)
    assert place_iri(WORDS, kessa) == place_iri(WORDS, same) != place_iri(WORDS, other)
    assert re.fullmatch(r".*/id/place/kessa-[0-9a-f]{12}", place_iri(WORDS, kessa).value)


@pytest.mark.parametrize("name", ["🔥", "", "\ud800", "x" * 500], ids=ascii)
def test_place_of_any_name_has_a_node(name: str) -> None:
    place = Place(span=Span(start=0, end=0, text=""), name=name)
    assert is_iri(place_iri(WORDS, place).value)
    assert len(place_iri(WORDS, place).value) < 120


CONSULT, AID, DAY = EventType.CONSULT, EventType.AID, date(2024, 3, 5)
LABELS = {
    "attack": ({}, "ASSAULT by A and B against C"),
    "mode": ({"mode": "aerial"}, "ASSAULT (aerial) by A and B against C"),
    "talks": ({"event_type": CONSULT, "quad": 1}, "CONSULT by A and B with C"),
    "aid": ({"event_type": AID, "quad": 2}, "AID by A and B to C"),
    "by nobody": ({"actor_ids": ()}, "ASSAULT against C"),
    "on nobody": ({"target_ids": ()}, "ASSAULT by A and B"),
    "actor of no name": ({"actor_ids": ("x-1",)}, "ASSAULT by x-1 against C"),
    "one day": ({"earliest": DAY, "latest": DAY}, "ASSAULT by A and B against C, 2024-03-05"),
    "since": ({"earliest": DAY}, "ASSAULT by A and B against C, 2024-03-05"),
    "year": (
        {"earliest": DAY.replace(month=1, day=1), "latest": DAY.replace(month=12, day=31)},
        "ASSAULT by A and B against C, 2024-01-01 to 2024-12-31",
    ),
    "candidate": ({"status": EventStatus.CANDIDATE}, "ASSAULT by A and B against C [candidate]"),
}


@pytest.mark.parametrize(("changed", "label"), LABELS.values(), ids=LABELS)
def test_event_label_tells_the_event(changed: dict[str, Any], label: str) -> None:
    plain: dict[str, Any] = {
        "status": EventStatus.REPORTED,
        "event_type": EventType.ASSAULT,
        "quad": 4,
        "mode": None,
        "actor_ids": ("a", "b"),
        "target_ids": ("c",),
        "earliest": None,
        "latest": None,
        "place": None,
    }
    event = replace(sample_graph().records.events[0], **{**plain, **changed})
    assert event_label(event, {"a": "A", "b": "B", "c": "C"}) == label


def test_own_terms_never_share_a_name() -> None:
    codes = [code_name(code) for codes in TERM_SETS for code in codes]
    tables = (*CLASSES, *(row.name for row in PREDICATES))
    ours = codes + [name.removeprefix("kg:") for name in tables if name.startswith("kg:")]
    assert sorted(set(ours)) == sorted(ours)


def test_sectors_and_event_types_do_not_collide() -> None:
    assert not {sector.value for sector in Sector} & {type_.value for type_ in EventType}


def test_every_predicate_and_class_has_its_namespace_and_stands_once() -> None:
    names = [row.name for row in PREDICATES]
    assert len(names) == len(set(names))
    assert all(WORDS.term(name).value for name in (*names, *CLASSES))
    parents = [row.parent for row in PREDICATES if row.parent]
    assert parents
    assert all(parent.partition(":")[0] in NAMESPACES for parent in parents)


NUMBERS = {
    "whole": (decimal(-9), "-9.0"),
    "fraction": (decimal(0.86), "0.86"),
    "small": (decimal(1e-7), "0.0000001"),
    "large": (decimal(1e22), "10000000000000000000000.0"),
    "negative zero": (decimal(-0.0), "0.0"),
    "integer": (integer(12), "12"),
    "true": (boolean(True), "true"),
    "day": (day(date(2024, 3, 5)), "2024-03-05"),
}


@pytest.mark.parametrize(("literal", "value"), NUMBERS.values(), ids=NUMBERS)
def test_lexical_forms_are_canonical(literal: Literal, value: str) -> None:
    assert literal.value == value


def test_decimal_that_is_no_number_is_a_double() -> None:
    assert decimal(float("-inf")) == Literal("-INF", XSD + "double")
    assert decimal(float("nan")) == Literal("NaN", XSD + "double")


def test_clean_keeps_what_xml_holds() -> None:
    assert clean("a\tb\r\n\x7f\x85é\U0001f525\ufffd") == "a\tb\r\n\x7f\x85é\U0001f525\ufffd"


def test_vocabulary_keeps_bases_apart() -> None:
    other = Vocabulary("https://other.example/")
    assert other.code(Temporality.HISTORICAL).value == "https://other.example/ns#Historical"
    assert other.code(EventStatus.HISTORICAL).value == "https://other.example/ns#HistoricalStatus"
