"""The classes of ours: what they are, and whose kinds they are."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from kg.graph.ontology.constraints import SHAPES
from kg.graph.ontology.words import Words, english, label_of, sentence
from kg.graph.predicates import CLASSES
from kg.graph.terms import Node

__all__ = [
    "ABSTRACT",
    "EVENT_OR_CANDIDATE",
    "class_nodes",
    "meaning_of",
    "own_classes",
    "parents_of",
]

EVENT_OR_CANDIDATE = "kg:EventOrCandidate"

# Classes that no node is written as: what two have in common, and what codes and concepts are.
ABSTRACT: Mapping[str, str] = MappingProxyType(
    {
        EVENT_OR_CANDIDATE: "what claims are about, reported to have happened or not",
        "kg:EventType": "PLOVER event type: what was done",
        "kg:Mode": "PLOVER mode: how it was done; each belongs to one event type",
        "kg:Context": "PLOVER context: what an event is about",
        "kg:Sector": "PLOVER sector: the part of society that an actor belongs to",
        "kg:Polarity": "whether a claim says that it happened",
        "kg:Certainty": "how surely a claim is put",
        "kg:Temporality": "when, seen from the report",
        "kg:EventStatus": "what its claims make of an event",
        "kg:CountKind": "what is counted",
        "kg:Bound": "how a stated number bounds the true one",
        "kg:CountRelation": "how a stated number relates to the others of its event",
        "kg:TimePrecision": "how finely a time is given",
        "kg:PlacePrecision": "how finely a place is given",
        "kg:ActorKind": "a class of actors: each actor has exactly one",
    }
)

# Beside the classes that are written with each node (see `SHAPES`). A place or actor is no SEM
# place or actor by itself: it is one only where something happened.
_MORE_PARENTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "kg:Event": (EVENT_OR_CANDIDATE,),
        "kg:EventCandidate": (EVENT_OR_CANDIDATE,),
        "kg:Mention": ("oa:SpecificResource",),
        "kg:Place": ("geo:Feature",),
        "kg:Tally": ("prov:Entity",),
        "kg:ActorKind": ("owl:Class",),
        **{
            name: ("skos:Concept",)
            for name in ABSTRACT
            if name not in (EVENT_OR_CANDIDATE, "kg:ActorKind")
        },
    }
)
_SEE_ALSO: Mapping[str, str] = MappingProxyType({"kg:Role": "org:Membership"})


def own_classes() -> tuple[str, ...]:
    """Return the prefixed names of all classes of ours but the kinds of actors, sorted."""
    return tuple(sorted({*ABSTRACT, *(name for name in CLASSES if name.startswith("kg:"))}))


def meaning_of(name: str) -> str:
    """Return what a class of ours is."""
    return ABSTRACT.get(name) or CLASSES[name]


def parents_of(name: str) -> tuple[str, ...]:
    """Return the classes that a class of ours is a kind of, those of others included."""
    written = next((shape.also for shape in SHAPES if shape.name == name), ())
    return (*written, *_MORE_PARENTS.get(name, ()))


def class_nodes(words: Words) -> Iterator[Node]:
    """Yield every class of ours but the kinds of actors, which are codes."""
    for name in own_classes():
        parents = (("rdfs:subClassOf", words.iri(parent)) for parent in parents_of(name))
        related = (_SEE_ALSO[name],) if name in _SEE_ALSO else ()
        denied = next((shape.never for shape in SHAPES if shape.name == name), ())
        yield words.node(
            words.iri(name),
            ("owl:Class",),
            (
                ("rdfs:label", english(label_of(name))),
                ("rdfs:comment", english(sentence(meaning_of(name)))),
                ("rdfs:isDefinedBy", words.ontology_graph),
                *parents,
                *(("rdfs:seeAlso", words.iri(other)) for other in related),
                *(("owl:disjointWith", words.iri(other)) for other in denied),
            ),
        )
