"""The closed sets: each a class, a concept scheme, and its codes as concepts of both.

Kinds of actors are classes, since actors are written as instances of them.
"""

from collections.abc import Iterator, Mapping
from enum import StrEnum

from kg.graph.ontology.classes import ABSTRACT
from kg.graph.ontology.words import Fact, Words, english, label_of, sentence
from kg.graph.terms import Iri, Node, text
from kg.graph.triples.actors import known_types
from kg.lexicons import Glossary
from kg.model import ActorKind, Sector

__all__ = ["code_nodes", "concept", "scheme"]


def code_nodes(words: Words, glossary: Glossary) -> Iterator[Node]:
    """Yield the codes of all closed sets but PLOVER's sectors, and the schemes they stand in."""
    for codes, meanings in glossary.meanings.items():
        if codes is ActorKind:
            yield from _kinds(words, glossary.meanings[ActorKind])
        elif codes is not Sector:
            yield from _set(words, codes, meanings)


def scheme(words: Words, node: Iri, title: str, meaning: str) -> Node:
    """Return a concept scheme."""
    return words.node(
        node,
        ("skos:ConceptScheme",),
        (
            ("rdfs:label", english(title)),
            ("rdfs:comment", english(meaning)),
            ("rdfs:isDefinedBy", words.ontology_graph),
        ),
    )


def concept(
    words: Words,
    node: Iri,
    *,
    types: tuple[str, ...],
    code: str,
    label: str,
    meaning: str,
    facts: tuple[Fact, ...],
    is_defined: bool = True,
) -> Node:
    """Return a concept; its label and meaning are told in SKOS's words and in RDFS's.

    Args:
        words: The words it is written in.
        node: Its IRI.
        types: Classes of ours that it belongs to.
        code: What stands for it in the tables, unique in its scheme.
        label: A text to show.
        meaning: One sentence about it.
        facts: What else is said of it.
        is_defined: Whether the meaning defines it.
    """
    definition = (("skos:definition", english(meaning)),) if is_defined else ()
    return words.node(
        node,
        (*types, "skos:Concept", "owl:NamedIndividual"),
        (
            ("skos:notation", text(code)),
            ("skos:prefLabel", english(label)),
            *definition,
            ("rdfs:label", english(label)),
            ("rdfs:comment", english(meaning)),
            ("rdfs:isDefinedBy", words.ontology_graph),
            *facts,
        ),
    )


def _set(words: Words, codes: type[StrEnum], meanings: Mapping[StrEnum, str]) -> Iterator[Node]:
    name = f"kg:{codes.__name__}"
    node = words.iri(f"{name}Scheme")
    yield scheme(words, node, label_of(name), sentence(ABSTRACT[name]))
    for code, meaning in meanings.items():
        yield concept(
            words,
            words.code(code),
            types=(name,),
            code=code.value,
            label=code.value.replace("_", " "),
            meaning=sentence(meaning),
            facts=(("skos:inScheme", node), ("skos:topConceptOf", node)),
        )


def _kinds(words: Words, meanings: Mapping[StrEnum, str]) -> Iterator[Node]:
    for kind in ActorKind:
        parents = ("kg:Actor", *known_types(kind))
        yield words.node(
            words.code(kind),
            # an individual too: validators take an ontology's individuals, not its classes' classes
            ("owl:Class", "kg:ActorKind", "owl:NamedIndividual"),
            (
                ("skos:notation", text(kind.value)),
                ("rdfs:label", english(kind.value)),
                ("rdfs:comment", english(sentence(meanings[kind]))),
                ("rdfs:isDefinedBy", words.ontology_graph),
                *(("rdfs:subClassOf", words.iri(parent)) for parent in parents),
            ),
        )
