"""The ontology: it tells every term that the graph is written in, and only real ones of others."""

from collections import Counter

import pytest
from rdflib.namespace import (
    DCTERMS,
    FOAF,
    GEO,
    ORG,
    OWL,
    PROV,
    RDF,
    RDFS,
    SDO,
    SH,
    SKOS,
    XSD,
    DefinedNamespace,
)

from kg.exports.vocabularies import iter_shapes
from kg.graph.iris import DEFAULT_BASE_IRI
from kg.graph.ontology import Words, iter_ontology, ontology_graph
from kg.graph.ontology.classes import own_classes
from kg.graph.ontology.constraints import SHAPES
from kg.graph.ontology.properties import own_properties, subjects_of
from kg.graph.ontology.schemes import cameo_matches
from kg.graph.predicates import CLASSES, PREDICATES
from kg.graph.terms import Iri, Literal
from kg.graph.triples import iter_nodes
from kg.graph.vocabulary import code_name, vocabulary
from kg.lexicons import load_glossary
from kg.model import EventType
from kg.version import __version__
from tests.samples import sample_graph

WORDS = Words(DEFAULT_BASE_IRI)
NODES = list(iter_ontology(WORDS))
FACTS = {node.subject.value: node.facts for node in NODES}
OURS = (f"{DEFAULT_BASE_IRI}ns#", f"{DEFAULT_BASE_IRI}plover/", f"{DEFAULT_BASE_IRI}cameo/")
DESCRIBED = sorted(iri for iri in FACTS if iri.startswith(OURS))

# Closed namespaces of rdflib 7.6; they hold all names of the published vocabularies.
CLOSED: dict[str, type[DefinedNamespace]] = {
    "dcterms": DCTERMS,
    "foaf": FOAF,
    "geo": GEO,
    "org": ORG,
    "owl": OWL,
    "prov": PROV,
    "rdf": RDF,
    "rdfs": RDFS,
    "schema": SDO,
    "sh": SH,
    "skos": SKOS,
    "xsd": XSD,
}
# What rdflib has not, as far as we use it: names read in the vocabularies themselves
# (sem.rdf of 2009/11, www.w3.org/ns/oa, wgs84_pos 1.22), as generated into the Rust crate
# rdf_vocabularies, src/ns/{sem,oa,wgs}.rs of manomayam/rdf_vocabularies.
READ = {
    "sem": {
        "Actor",
        "Event",
        "Place",
        "eventType",
        "hasActor",
        "hasEarliestBeginTimeStamp",
        "hasLatestEndTimeStamp",
        "hasPlace",
    },
    "oa": {
        "SpecificResource",
        "TextPositionSelector",
        "TextQuoteSelector",
        "end",
        "exact",
        "hasSelector",
        "hasSource",
        "start",
    },
    "wgs": {"lat", "long"},
}


def names_in(facts: tuple[tuple[str, Iri | Literal], ...]) -> set[str]:
    """Return the prefixed names of all terms of others that facts use."""
    values = {value.name for _, value in facts if isinstance(value, Iri) and value.name}
    values |= {WORDS.short(v.datatype) for _, v in facts if isinstance(v, Literal)}
    return {name for name in ({name for name, _ in facts} | values) if prefix_of(name) in KNOWN}


def prefix_of(name: str) -> str:
    return name.partition(":")[0]


KNOWN = {*CLOSED, *READ}
USED = sorted(
    {name for node in (*NODES, *iter_shapes(WORDS)) for name in names_in(node.facts)}
    | {name for name in (*CLASSES, *(row.name for row in PREDICATES)) if prefix_of(name) in KNOWN}
    | {row.value for row in PREDICATES if row.value != "iri"}
)


@pytest.mark.parametrize("name", USED)
def test_term_of_others_is_a_real_one(name: str) -> None:
    prefix, _, local = name.partition(":")
    assert local in (CLOSED[prefix] if prefix in CLOSED else READ[prefix])


def test_namespaces_are_those_of_the_vocabularies() -> None:
    assert {prefix: str(space) for prefix, space in CLOSED.items()} == {
        prefix: WORDS.prefixes[prefix] for prefix in CLOSED
    }


def test_every_prefix_of_others_is_checked() -> None:
    own = {"kg", "plover", "cameo", "shape"}
    assert set(WORDS.prefixes) - own == KNOWN


# --- our terms ----------------------------------------------------------------------------------


def texts(iri: str, name: str) -> list[str]:
    return [value.value for key, value in FACTS[iri] if key == name]


@pytest.mark.parametrize("iri", DESCRIBED, ids=WORDS.short)
def test_term_has_a_type_a_label_and_a_comment(iri: str) -> None:
    assert texts(iri, "rdf:type")
    assert [len(texts(iri, name)) for name in ("rdfs:label", "rdfs:comment")] == [1, 1]
    assert texts(iri, "rdfs:isDefinedBy") == [WORDS.ontology_graph.value]
    assert all(texts(iri, "rdfs:comment"))


def test_every_term_of_the_sample_is_described() -> None:
    words = vocabulary(DEFAULT_BASE_IRI)
    used = set[str]()
    for node in iter_nodes(sample_graph()):
        used |= {words.expand(name) for name, _ in node.facts}
        used |= {value.value for _, value in node.facts if isinstance(value, Iri)}
    ours = {iri for iri in used if iri.startswith(OURS)}
    assert len(ours) > 100
    assert ours - set(FACTS) == set()


def test_every_term_that_the_ontology_and_shapes_name_is_described() -> None:
    named = {
        value.value
        for node in (*NODES, *iter_shapes(WORDS))
        for _, value in node.facts
        if isinstance(value, Iri) and value.value.startswith(OURS)
    }
    assert named - set(FACTS) == set()


def test_every_code_is_described() -> None:
    glossary = load_glossary()
    for codes, meanings in glossary.meanings.items():
        terms = [
            WORDS.sector(code) if codes.__name__ == "Sector" else WORDS.code(code) for code in codes
        ]
        assert [term.name for term in terms if term.value not in FACTS] == []
        assert list(meanings) == list(codes)
        assert all(f"kg:{codes.__name__}" in names(term.value) for term in terms)


def names(iri: str) -> list[str | None]:
    return [value.name for key, value in FACTS[iri] if key == "rdf:type"]


def test_every_type_mode_and_context_is_described() -> None:
    events = load_glossary().events
    terms = [WORDS.context(context.name) for context in events.contexts]
    terms += [WORDS.event_type(event_type) for event_type in EventType]
    for entry in events.types.values():
        terms += [WORDS.mode(mode.event_type, mode.name) for mode in entry.modes.values()]
    assert len(terms) == 37 + 16 + 67
    assert [term.name for term in terms if term.value not in FACTS] == []


def test_no_two_terms_share_an_iri() -> None:
    assert [
        iri for iri, count in Counter(n.subject.value for n in NODES).items() if count > 1
    ] == []


def test_names_differ_by_more_than_the_case_within_classes_and_within_properties() -> None:
    kinds = [own_classes(), [row.name for row in own_properties()]]
    for folded in ([name.lower() for name in kind] for kind in kinds):
        assert len(set(folded)) == len(folded)


def test_ontology_says_what_it_is() -> None:
    (header,) = (node for node in NODES if ("rdf:type", WORDS.iri("owl:Ontology")) in node.facts)
    facts = dict(header.facts)
    assert facts["owl:versionInfo"].value == __version__
    assert facts["dcterms:license"].value.endswith("/MIT")
    assert facts["dcterms:title"].value


def test_other_base_moves_every_term() -> None:
    base = "https://data.example/war/"
    name, nodes = ontology_graph(vocabulary(base))
    moved = list(nodes())
    assert {node.graph for node in moved} == {name}
    assert {node.subject.value.replace(base, DEFAULT_BASE_IRI) for node in moved} == set(FACTS)
    values = {v.value for node in moved for _, v in node.facts if isinstance(v, Iri)}
    assert [value for value in values if value.startswith(DEFAULT_BASE_IRI)] == []


# --- how they hang together ---------------------------------------------------------------------


OF_NAMED_GRAPHS = {"kg:contentSha256"}  # what a triple store notes of them, beside the graph
OF_RUNS = {
    *("prov:wasGeneratedBy", "prov:wasAssociatedWith", "prov:endedAtTime"),
    "schema:softwareVersion",
}


def test_every_property_of_ours_has_subjects_and_says_them() -> None:
    without = {row.name for row in own_properties() if not subjects_of(row.name)}
    assert without == OF_NAMED_GRAPHS
    for row in own_properties():
        if row.name in without:
            continue
        facts = FACTS[WORDS.expand(row.name)]
        keys = {key for key, _ in facts}
        assert len({"rdfs:domain", "schema:domainIncludes"} & keys) == 1
        assert not {"rdfs:domain", "schema:domainIncludes"} <= keys


def test_domain_stands_only_where_nodes_of_one_class_have_a_property() -> None:
    assert subjects_of("kg:actor") == ("kg:Event",)
    assert subjects_of("kg:reportedBy") == ("kg:EventOrCandidate",)
    assert subjects_of("kg:earliest") == ("kg:Claim", "kg:EventOrCandidate")
    assert texts(WORDS.expand("kg:actor"), "rdfs:domain") == [WORDS.expand("kg:Event")]
    assert texts(WORDS.expand("kg:earliest"), "rdfs:domain") == []


def test_domains_and_ranges_never_conclude_that_something_happened() -> None:
    """What a candidate or claim points to must not become SEM's by reasoning."""
    sem = [WORDS.expand(name) for name in ("sem:Event", "sem:Actor", "sem:Place")]
    keys = ("rdfs:domain", "rdfs:range")
    assert [n.subject for n in NODES for key, v in n.facts if key in keys and v.value in sem] == []
    happened = ("kg:actor", "kg:target", "kg:place")  # sub-properties of SEM's, of events alone
    parents = {row.name for row in own_properties() if (row.parent or "").startswith("sem:")}
    assert parents == set(happened)
    assert [subjects_of(name) for name in happened] == [("kg:Event",)] * 3


def test_shapes_name_only_properties_and_classes_that_there_are() -> None:
    named = {constraint.name for shape in SHAPES for constraint in shape.constraints}
    assert named <= {row.name for row in PREDICATES}
    written = {row.name for row in PREDICATES} - {"rdf:type"}
    assert written - named == OF_NAMED_GRAPHS | OF_RUNS
    of_ours = {name for name in CLASSES if name.startswith("kg:")}
    assert of_ours <= {shape.name for shape in SHAPES}


# --- SKOS ---------------------------------------------------------------------------------------

SKOS_LINKS = ("skos:broader", "skos:broadMatch")


def above(iri: str) -> set[str]:
    """Return all concepts that a concept is below, by SKOS's transitive closure."""
    found, left = set[str](), [iri]
    while left:
        current = left.pop()
        next_ones = [value for name in SKOS_LINKS for value in texts(current, name)]
        left += [each for each in next_ones if each not in found]
        found |= set(next_ones)
    return found


CONCEPTS = [iri for iri in DESCRIBED if "skos:Concept" in names(iri)]


@pytest.mark.parametrize("iri", CONCEPTS, ids=WORDS.short)
def test_concept_keeps_the_conditions_of_skos(iri: str) -> None:
    """S13, S14, S27 and S46 of the SKOS reference, and no concept below itself."""
    assert len(texts(iri, "skos:prefLabel")) == len(texts(iri, "skos:notation")) == 1
    assert len(texts(iri, "skos:inScheme")) == 1
    assert iri not in above(iri)
    related = {*texts(iri, "skos:relatedMatch")}
    assert not related & above(iri)
    assert all(iri not in above(other) for other in related)
    assert texts(iri, "skos:exactMatch") == []


def test_notations_are_unique_in_their_scheme() -> None:
    pairs = [(texts(i, "skos:inScheme")[0], texts(i, "skos:notation")[0]) for i in CONCEPTS]
    assert [pair for pair, count in Counter(pairs).items() if count > 1] == []


def test_broader_stays_in_the_scheme_and_top_concepts_have_none() -> None:
    for iri in CONCEPTS:
        (scheme,) = texts(iri, "skos:inScheme")
        broader = texts(iri, "skos:broader")
        assert all(texts(other, "skos:inScheme") == [scheme] for other in broader)
        assert texts(iri, "skos:topConceptOf") == ([] if broader else [scheme])


def test_cameo_codes_hang_below_their_roots() -> None:
    def code(local: str) -> str:
        return WORDS.expand(f"cameo:{local}")

    roots = [iri for iri in CONCEPTS if texts(iri, "skos:topConceptOf") == [code("events")]]
    assert [iri.rpartition("/")[2] for iri in roots] == [f"{n:02}" for n in range(1, 21)]
    assert texts(code("1831"), "skos:broader") == [code("183")]
    assert texts(code("183"), "skos:broader") == [code("18")]


def test_plover_matches_cameo_as_the_lexicon_says() -> None:
    assert texts(WORDS.expand("plover:ASSAULT-aerial"), "skos:closeMatch") == [
        WORDS.expand("cameo:195")
    ]
    withhold = WORDS.expand("plover:COERCE-withhold")  # the lexicon has no code of its own for it
    assert texts(withhold, "skos:closeMatch") == []
    assert texts(withhold, "skos:broadMatch") == [WORDS.expand("cameo:170")]


def test_codes_of_single_entries_match_their_types() -> None:
    matches = cameo_matches(load_glossary().events)
    assert matches["202"] == (("skos:broadMatch", EventType.ASSAULT),)
    assert {name for name, _ in matches["057"]} == {"skos:relatedMatch"}
    assert matches["195"] == ()  # the mode says it


def test_kinds_of_actors_are_classes_of_actors() -> None:
    for kind in load_glossary().meanings:
        if kind.__name__ == "ActorKind":
            for code in kind:
                iri = WORDS.expand(f"kg:{code_name(code)}")
                assert WORDS.expand("kg:Actor") in texts(iri, "rdfs:subClassOf")
                assert "owl:Class" in names(iri)
