"""The concept schemes: PLOVER's types and modes, contexts and sectors, and CAMEO's codes.

A PLOVER concept is close to the CAMEO code that the lexicon gives for it, never the same: the
tables between the two lose detail. A mode that has only its type's code is narrower than that.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from kg.graph.ontology.codes import concept, scheme
from kg.graph.ontology.words import Fact, Words, sentence
from kg.graph.terms import Iri, Node, decimal, integer
from kg.lexicons import EventLexicon, EventTypeEntry, Glossary, Mode
from kg.model import EventType, Sector

__all__ = ["cameo_matches", "scheme_nodes"]

PLOVER_EVENTS = "plover:events"
PLOVER_CONTEXTS = "plover:contexts"
PLOVER_SECTORS = "plover:sectors"
CAMEO_EVENTS = "cameo:events"

_SCHEMES = (
    (PLOVER_EVENTS, "PLOVER event types and modes", "What was done, and how."),
    (PLOVER_CONTEXTS, "PLOVER contexts", "What an event is about."),
    (PLOVER_SECTORS, "PLOVER sectors", "The parts of society that actors belong to."),
    (CAMEO_EVENTS, "CAMEO event codes", "The codes of CAMEO that our lexicon gives."),
)


def scheme_nodes(words: Words, glossary: Glossary) -> Iterator[Node]:
    """Yield the schemes and all their concepts."""
    for name, title, meaning in _SCHEMES:
        yield scheme(words, words.iri(name), title, meaning)
    for entry in glossary.events.types.values():
        yield _event_type(words, entry)
        for mode in entry.modes.values():
            yield _mode(words, entry, mode)
    yield from _contexts(words, glossary)
    yield from _sectors(words, glossary)
    yield from _cameo(words, glossary)


def cameo_matches(events: EventLexicon) -> Mapping[str, tuple[tuple[str, EventType], ...]]:
    """Return the matches of CAMEO codes that only single entries of the lexicon give.

    A code that entries of one type give is narrower than that type; one that entries of several
    types give is only related to each.
    """
    types_by_code = defaultdict[str, set[EventType]](set)
    for entry in events.entries.values():
        if entry.cameo is not None:
            types_by_code[entry.cameo].add(entry.event_type)
    told = {(e.cameo, e.event_type) for e in events.types.values()}
    told |= {(m.cameo, m.event_type) for e in events.types.values() for m in e.modes.values()}
    return {
        code: tuple(
            ("skos:broadMatch" if len(types) == 1 else "skos:relatedMatch", event_type)
            for event_type in sorted(types)
            if (code, event_type) not in told
        )
        for code, types in types_by_code.items()
    }


def _in(words: Words, name: str, *, is_top: bool) -> Iterator[Fact]:
    yield "skos:inScheme", words.iri(name)
    if is_top:
        yield "skos:topConceptOf", words.iri(name)


def _event_type(words: Words, entry: EventTypeEntry) -> Node:
    return concept(
        words,
        words.event_type(entry.event_type),
        types=("kg:EventType",),
        code=entry.event_type.value,
        label=entry.label,
        meaning=entry.definition,
        facts=(
            *_in(words, PLOVER_EVENTS, is_top=True),
            ("kg:quad", integer(entry.quad)),
            ("kg:intensity", decimal(entry.intensity)),
            ("skos:closeMatch", _code(words, entry.cameo)),
        ),
    )


def _mode(words: Words, entry: EventTypeEntry, mode: Mode) -> Node:
    match = "skos:broadMatch" if mode.cameo == entry.cameo else "skos:closeMatch"
    return concept(
        words,
        words.mode(entry.event_type, mode.name),
        types=("kg:Mode",),
        code=f"{entry.event_type}-{mode.name}",  # two types may have modes of one name
        label=f"{entry.label}: {mode.name.replace('-', ' ')}",
        meaning=mode.definition,
        facts=(
            *_in(words, PLOVER_EVENTS, is_top=False),
            ("skos:broader", words.event_type(entry.event_type)),
            ("kg:intensity", decimal(mode.intensity)),
            (match, _code(words, mode.cameo)),
        ),
    )


def _contexts(words: Words, glossary: Glossary) -> Iterator[Node]:
    for context in glossary.events.contexts:
        yield concept(
            words,
            words.context(context.name),
            types=("kg:Context",),
            code=context.name,
            label=context.name.replace("_", " "),
            meaning=context.definition,
            facts=tuple(_in(words, PLOVER_CONTEXTS, is_top=True)),
        )


def _sectors(words: Words, glossary: Glossary) -> Iterator[Node]:
    for sector, meaning in glossary.meanings[Sector].items():
        yield concept(
            words,
            words.sector(sector),
            types=("kg:Sector",),
            code=sector.value,
            label=sector.value,
            meaning=sentence(meaning),
            facts=tuple(_in(words, PLOVER_SECTORS, is_top=True)),
        )


def _cameo(words: Words, glossary: Glossary) -> Iterator[Node]:
    matches = cameo_matches(glossary.events)
    for code, label in glossary.cameo.items():
        above = code[:-1]
        is_root = above not in glossary.cameo
        wider = () if is_root else (("skos:broader", _code(words, above)),)
        place = "a root" if is_root else f"below {above} ({glossary.cameo[above]})"
        yield concept(
            words,
            _code(words, code),
            types=(),
            code=code,
            label=label,
            meaning=f"CAMEO code {code}, {place}.",
            is_defined=False,
            facts=(
                *_in(words, CAMEO_EVENTS, is_top=is_root),
                *wider,
                *((name, words.event_type(each)) for name, each in matches.get(code, ())),
            ),
        )


def _code(words: Words, code: str) -> Iri:
    return words.iri(f"cameo:{code}")
