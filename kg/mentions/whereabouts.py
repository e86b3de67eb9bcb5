"""Names of places in noun phrases: a word and its prepositions in, the words of places out."""

from collections.abc import Iterator

from kg.lexicons import Grammar, Lexicon, fold
from kg.mentions.phrases import conjuncts
from kg.mentions.words import Word
from kg.model import EventType, PlacePrecision, Span

__all__ = ["LED", "is_place", "is_scene", "is_state", "is_town", "place_span", "places_under"]

LED = ("obl", "nmod", "advmod", "obl:npmod", "obl:unmarked", "nmod:unmarked")
PLACE_LABELS = frozenset(("GPE", "LOC", "FAC"))
NAMED_BY = ("nmod", "compound", "amod")
SCENIC = frozenset({EventType.AGREE, EventType.ASSAULT, EventType.CONSULT, EventType.PROTEST})


def places_under(word: Word, prepositions: frozenset[str], grammar: Grammar) -> Iterator[Word]:
    """Yield the places that prepositions lead to from a word, and those within them.

    "in a market near Goma" leads to Goma, "in Togo's capital, Lome" to Togo and Lome.
    """
    for child in word.children:
        is_led = child.dep in LED and child.case.split(" ")[0] in prepositions
        # "north of Baghdad", but not "North Korea"
        is_direction = child.lemma in grammar.directions and child.name is None
        if not (is_led or is_direction):
            continue
        for place in conjuncts(child):
            within = list(places_under(place, grammar.locative | {"of"}, grammar))
            if not (within and place.lemma in grammar.place_nouns):  # "the jail at Goma"
                yield from _places_of(place, grammar)
            yield from within


def _places_of(noun: Word, grammar: Grammar) -> Iterator[Word]:
    """Yield a noun that is a place, or else whose place it is, and the name beside it."""
    if is_place(noun, grammar):
        yield noun
        return
    if noun.lemma in grammar.place_nouns | grammar.class_nouns:
        yield from filter(is_town, noun.has("nmod:poss", "compound"))
        yield from filter(is_town, noun.has("appos"))


def is_place(word: Word, grammar: Grammar) -> bool:
    """Tell whether a word names a place, by itself or with what stands beside it.

    "Goma", "Ituri province", "the city of Goma", "an Afghan village", "the Kenyan border".
    """
    if word.name is not None:
        return word.name.label in PLACE_LABELS
    if word.lemma in grammar.class_nouns and any(map(is_town, word.has(*NAMED_BY))):
        return True
    return word.lemma in grammar.place_nouns and _namesake(word) is not None


def is_town(word: Word) -> bool:
    """Tell whether a word is part of the name of a place."""
    return word.name is not None and word.name.label in PLACE_LABELS


def is_state(word: Word, lexicon: Lexicon) -> bool:
    """Tell whether a word names a state or territory."""
    if word.name is None:
        return False
    bearers = lexicon.world.places.get(fold(word.name.text), ())
    return bool(bearers) and bearers[0].precision is PlacePrecision.COUNTRY


def is_scene(word: Word, noun: Word, event_type: EventType, lexicon: Lexicon) -> bool:
    """Tell whether a town before an event noun is where it happened: "the London bombings".

    Of a state ("U.S. raids"), and of what is rather said or decided ("Moscow's refusal"), it may
    be the doer.
    """
    is_before = word.dep == "compound" and word.head is noun and event_type in SCENIC
    return is_before and is_town(word) and not is_state(word, lexicon)


def _namesake(noun: Word) -> Word | None:
    """Return the word of the name that tells where a place is, that after "of" first."""
    behind = (w for w in noun.has("nmod") if w.case == "of" and is_town(w))
    return next(behind, None) or next(filter(is_town, noun.has(*NAMED_BY)), None)


def place_span(word: Word, text: str, grammar: Grammar) -> Span:
    """Return the name of a place, with the class noun after it ("Wardak province")."""
    if word.name is None:
        return _described(word, text)
    end, after = word.name.end, word.head
    is_before = word.dep in ("compound", "amod") and after.index == word.name.last + 1
    if is_before and after.lemma in grammar.class_nouns:
        end = after.end
    return Span(start=word.name.start, end=end, text=text[word.name.start : end])


def _described(noun: Word, text: str) -> Span:
    """Return the span of a class noun with its name; "the city of Pokrovsk" is Pokrovsk."""
    inner = _namesake(noun) or noun
    if inner.name is None:
        return Span(start=noun.start, end=noun.end, text=text[noun.start : noun.end])
    if inner.index > noun.index:
        return Span(start=inner.name.start, end=inner.name.end, text=inner.name.text)
    start = min(inner.name.start, noun.start)
    return Span(start=start, end=noun.end, text=text[start : noun.end])
