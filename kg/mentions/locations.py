"""Where an event is said to be: names of places in its clause, nearest first.

A place may stand with the event itself, with those who act or suffer, or elsewhere in the sentence;
how much that tells depends on what is done. "Troops in Mali killed ten men" tells where, "officials
in Mali condemned the attack" hardly does, and states tell less than towns: a U.S. soldier may die
anywhere. Which sources are believed for which deeds was found on the training sentences.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum, IntEnum, auto
from types import MappingProxyType

from kg.lexicons import Grammar, Lexicon
from kg.mentions.whereabouts import LED, is_place, is_state, is_town, place_span, places_under
from kg.mentions.words import Word
from kg.model import EventType, Span

__all__ = ["is_located", "read_places", "read_scenes"]

PARTNERS = ("of", "with", "by", "against", "between")  # lead from an event noun to its sides
ENTERING = frozenset(("to", "into", "through"))
HOME = frozenset(("of", "from"))
BRINGING = frozenset(("to", "into"))
LEFT = frozenset(("from",))
VISIT = "visit"  # a mode of CONSULT
WITHDRAWAL = "withdraw"  # a mode of RETREAT, and of SANCTION
_FORCE = frozenset(
    {
        *(EventType.ASSAULT, EventType.COERCE, EventType.MOBILIZE),
        *(EventType.PROTEST, EventType.RETREAT),
    }
)
_TRANSFERS = frozenset({EventType.AID, EventType.COOPERATE, EventType.SANCTION})


class _Deed(Enum):
    FORCE = auto()
    TRANSFER = auto()
    VISIT = auto()
    MEETING = auto()
    SPEECH = auto()


class _From(IntEnum):
    """What a place stands with, the surest first."""

    EVENT = 0
    OBJECT = 1  # "patrolled Goma"
    TARGET = 2  # "attacked Goma"
    NAMED = 3  # "the Goma attacks"
    AT_TARGET = 4  # "killed farmers in Goma"
    AT_OBJECT = 5  # "attended the talks in Goma"
    OF_TARGET = 6  # "killed the mayor of Goma"
    AT_ACTOR = 7  # "troops in Goma killed"
    REACHED = 8  # "fired into Goma"
    BROUGHT = 9  # "escorted the ship to Goma"
    SPEAKING = 10  # "speaking in Goma, he accused"
    ABOVE = 11  # "is in Goma for talks"
    SENTENCE = 12


_TOWNS = frozenset({_From.TARGET, _From.OF_TARGET, _From.NAMED})  # "U.S. raids" are anywhere
_ALL = frozenset(_From) - {_From.BROUGHT}
# For each deed: what is believed of any place, and what only of places that are no states.
_BELIEVED: Mapping[_Deed, tuple[frozenset[_From], frozenset[_From]]] = MappingProxyType(
    {
        _Deed.FORCE: (_ALL - _TOWNS, _TOWNS),
        _Deed.TRANSFER: (
            frozenset({_From.AT_OBJECT, _From.AT_ACTOR, _From.ABOVE, _From.SENTENCE}),
            frozenset({_From.EVENT, _From.REACHED, _From.BROUGHT}),
        ),
        _Deed.VISIT: (_ALL - {_From.SENTENCE, _From.AT_ACTOR}, frozenset({_From.AT_ACTOR})),
        _Deed.MEETING: (
            frozenset({_From.EVENT, _From.NAMED, _From.AT_OBJECT, _From.SPEAKING, _From.ABOVE}),
            frozenset({_From.AT_ACTOR}),
        ),
        _Deed.SPEECH: (
            frozenset({_From.SPEAKING}),
            frozenset({_From.EVENT, _From.AT_OBJECT, _From.AT_ACTOR, _From.ABOVE}),
        ),
    }
)


def read_places(
    action: Iterable[Word],
    actors: Iterable[Word],
    targets: Iterable[Word],
    text: str,
    lexicon: Lexicon,
    *,
    event_type: EventType,
    mode: str | None,
) -> tuple[Span, ...]:
    """Return the places of an event, the best first.

    Args:
        action: Head words of the event, the support verb included.
        actors: Head words of its actors.
        targets: Head words of its targets.
        text: The article's text.
        lexicon: Prepositions, class nouns of places, and states.
        event_type: What is done.
        mode: In what way.
    """
    sides = (list(action), list(actors), list(targets))
    always, unless_state = _BELIEVED[_deed(event_type, mode)]
    found = [
        (source, word.index, word)
        for source, word in _candidates(*sides, lexicon.grammar)
        if source in always or (source in unless_state and not is_state(word, lexicon))
    ]
    if mode == WITHDRAWAL:
        found += [(_From.REACHED, word.index, word) for word in _left(sides[0], lexicon.grammar)]
    if event_type is EventType.AID:
        found += [(_From.REACHED, word.index, word) for word in _stationed(sides[0], lexicon)]
    if not found and _From.SENTENCE in always:
        found = [(_From.SENTENCE, w.index, w) for w in _anywhere(sides[0], lexicon.grammar)]
    words = [word for _, _, word in sorted(found, key=lambda row: row[:2])]
    return tuple(dict.fromkeys(place_span(word, text, lexicon.grammar) for word in words))


def read_scenes(
    action: Iterable[Word], words: Iterable[Word], text: str, lexicon: Lexicon
) -> tuple[Span, ...]:
    """Return the places in what an event is about, in text order: "agreed to a truce in Goma".

    Args:
        action: Head words of the event.
        words: The words of its sentence.
        text: The article's text.
        lexicon: Prepositions, and class nouns of places.
    """
    grammar = lexicon.grammar
    led = [
        word
        for word in words
        if word.name is not None  # most words are no name: nothing else is asked of them
        and is_town(word)
        and word.dep in LED
        and word.case.split(" ")[0] in grammar.locative
    ]
    heads = list(action) if led else []
    within = (word for word in led if any(word.is_below(head) for head in heads))
    return tuple(dict.fromkeys(place_span(word, text, grammar) for word in within))


def _deed(event_type: EventType, mode: str | None) -> _Deed:
    if event_type is EventType.CONSULT:
        return _Deed.VISIT if mode == VISIT else _Deed.MEETING
    if event_type in _FORCE:
        return _Deed.FORCE
    return _Deed.TRANSFER if event_type in _TRANSFERS else _Deed.SPEECH


def is_located(noun: Word, grammar: Grammar) -> bool:
    """Tell whether a noun has a day or a place of its own ("Sunday's rally", "blast in Kabul")."""
    dated = noun.has("nmod:poss", "compound", "nmod", *LED)
    if any(word.lemma in grammar.time_nouns for word in dated):
        return True
    if any(map(is_town, noun.has("compound"))):  # "the Mumbai attacks"
        return True
    return any(True for _ in places_under(noun, grammar.locative, grammar))


def _candidates(
    action: Sequence[Word], actors: Sequence[Word], targets: Sequence[Word], grammar: Grammar
) -> Iterator[tuple[_From, Word]]:
    sides = {word.index for word in (*actors, *targets)}
    for word in action:
        yield from _at_event(word, grammar)
    for word in targets:
        yield from ((_From.AT_TARGET, w) for w in places_under(word, grammar.locative, grammar))
        if is_place(word, grammar):
            yield _From.TARGET, word
            continue
        towns = filter(is_town, word.has("nmod", "nmod:poss", "compound"))
        yield from ((_From.OF_TARGET, w) for w in towns)
    for word in actors:
        yield from ((_From.AT_ACTOR, w) for w in places_under(word, grammar.locative, grammar))
        yield from ((_From.AT_ACTOR, w) for w in _reached(word, grammar))
    named = (w for each in action if not each.is_verb for w in each.has("compound"))
    yield from ((_From.NAMED, w) for w in named if is_town(w) and w.index not in sides)
    yield from ((_From.ABOVE, w) for w in _above(action, grammar) if w.index not in sides)


def _reached(noun: Word, grammar: Grammar) -> Iterator[Word]:
    """Yield where those are at home, have come to or stay: "who is in Goma", "visiting Goma"."""
    yield from _homes(noun, grammar)
    for clause in noun.has("acl:relcl", "acl"):
        yield from _visited(clause, grammar)
        if clause.lemma in grammar.arriving_verbs:
            yield from places_under(clause, grammar.locative, grammar)
        elif clause.has("cop") and clause.case in grammar.locative and is_place(clause, grammar):
            yield clause


def _homes(noun: Word, grammar: Grammar) -> Iterator[Word]:
    """Yield where those are at home who are named after it: "residents of Goma"."""
    if noun.lemma in grammar.dwellers:
        yield from places_under(noun, HOME, grammar)


def _at_event(word: Word, grammar: Grammar) -> Iterator[tuple[_From, Word]]:
    yield from ((_From.EVENT, w) for w in places_under(word, _leads(word, grammar), grammar))
    if word.dep == "obj" and word.head.lemma in grammar.scene_verbs:  # "Mali witnessed clashes"
        yield from ((_From.EVENT, w) for w in word.head.has("nsubj") if is_place(w, grammar))
    for thing in word.has("obj"):
        found = places_under(thing, _leads(thing, grammar), grammar)
        yield from ((_From.AT_OBJECT, w) for w in found)
        yield from ((_From.BROUGHT, w) for w in places_under(thing, BRINGING, grammar))
        if is_place(thing, grammar):
            yield _From.OBJECT, thing
    for thing in (w for w in word.has("nmod") if not word.is_verb and w.case in PARTNERS):
        yield from ((_From.AT_OBJECT, w) for w in places_under(thing, grammar.locative, grammar))
    yield from ((_From.REACHED, w) for w in places_under(word, grammar.reaching, grammar))
    for clause in word.has("advcl"):
        if clause.lemma in grammar.speaking_verbs:
            leads = grammar.locative | grammar.reaching
            yield from ((_From.SPEAKING, w) for w in places_under(clause, leads, grammar))


def _stationed(action: Iterable[Word], lexicon: Lexicon) -> Iterator[Word]:
    """Yield where people are sent to work: "sent doctors to Goma"."""
    for verb in action:
        if any(thing.lemma in lexicon.world.sector_words for thing in verb.has("obj")):
            yield from places_under(verb, BRINGING, lexicon.grammar)


def _left(action: Iterable[Word], grammar: Grammar) -> Iterator[Word]:
    """Yield what those leave who are withdrawn: "withdrew some of its troops from Goma"."""
    for thing in (thing for word in action for thing in word.has("obj")):
        parts = (part for part in thing.has("nmod") if part.case == "of")
        for noun in (thing, *parts):
            yield from places_under(noun, LEFT, grammar)


def _leads(word: Word, grammar: Grammar) -> frozenset[str]:
    """Return the prepositions that lead from a word to where it is; from a visit, "to" does."""
    return grammar.locative | {"to"} if word.lemma in grammar.visits else grammar.locative


def _above(action: Iterable[Word], grammar: Grammar) -> Iterator[Word]:
    """Yield where those are, or go, of whom a clause above the event tells."""
    for event, word in ((each, word) for each in action for word in each.ancestors()):
        if word.is_verb:
            for part in (word, *_predicates(word)):
                yield from places_under(part, grammar.locative - {"on"}, grammar)
            yield from _visited(word, grammar)
            yield from (w for noun in word.has("nsubj") for w in _homes(noun, grammar))
            if word.lemma in grammar.moving_verbs and _goes_along(event, word):
                yield from places_under(word, ENTERING, grammar)
        elif any(word.has("cop")) and word.case in grammar.locative and is_place(word, grammar):
            yield word


def _predicates(verb: Word) -> Iterator[Word]:
    """Yield what a verb says that its subject becomes: "grew louder in Goma"."""
    return (word for word in verb.has("xcomp", "advmod") if word.tag in ("JJ", "JJR", "RBR"))


def _goes_along(event: Word, verb: Word) -> bool:
    """Tell whether an event is what its doers go for, or do there: "marched into Goma, killing"."""
    if event.head is not verb:
        return False
    is_plain = all(mark.lemma == "to" for mark in event.has("mark"))
    return is_plain and event.dep in ("advcl", "xcomp", "conj", "obl") and not event.has("nsubj")


def _visited(verb: Word, grammar: Grammar) -> Iterator[Word]:
    """Yield where a verb's subject goes: "visit Moscow", "begin a visit to Moscow"."""
    for thing in verb.has("obj"):
        if verb.lemma in grammar.visiting_verbs and is_place(thing, grammar):
            yield thing
        if thing.lemma in grammar.visits:
            yield from places_under(thing, _leads(thing, grammar), grammar)


def _anywhere(action: Sequence[Word], grammar: Grammar) -> Iterator[Word]:
    """A deed told without a place of its own happened where its sentence says that things did."""
    for word in action[0].sentence().values():
        yield from places_under(word, grammar.locative - {"on"}, grammar)
