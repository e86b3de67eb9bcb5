"""Towns that are taken for people, or for nothing: a city's name where only a place can stand."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from kg.documents.word_list import WordList
from kg.lexicons import Lexicon, World, fold

__all__ = ["namesake_spans", "town_spans"]

LARGE = 50_000  # inhabitants; smaller towns share their names with too many people
# Where cities bear the names of people ("Jackson", "Houston"), or people those of cities.
NAMESAKES = frozenset(("AUS", "CAN", "GBR", "IRL", "NZL", "USA", "PHL"))
LOCATIVE = frozenset(
    ("in", "at", "near", "outside", "around", "into", "through", "toward", "towards")
)
REACHED = frozenset(
    (
        *("abandon", "besiege", "bomb", "bombard", "capture", "encircle", "enter", "evacuate"),
        *("flee", "invade", "leave", "liberate", "occupy", "reach", "recapture", "retake", "shell"),
        *("storm", "surround", "visit"),
    )
)


def town_spans(doc: Doc, words: WordList, world: World) -> Iterator[Span]:
    """Yield names of one word that are towns, and that the pipeline takes for people or misses.

    The word is a large city's name, its place in the sentence is that of a place ("in Kherson",
    "left Kherson"), and no longer name of a person in the text holds it.
    """
    people = {token.text for e in doc.ents if e.label_ == "PERSON" and len(e) > 1 for token in e}
    names = {token.i: len(e) for e in doc.ents for token in e}
    for at in words.capitals:
        word = words.words[at]
        if word in people or names.get(at, 1) > 1 or not _is_large_city(word, world):
            continue
        token = doc[at]
        is_name = token.tag_ == "NNP" and token.ent_type_ in ("", "PERSON")
        if is_name and not _is_beside_a_name(token) and _stands_for_a_place(token):
            yield Span(doc, at, at + 1, label="GPE")


def namesake_spans(doc: Doc, lexicon: Lexicon) -> Iterator[Span]:
    """Yield names of one word that are taken for towns, of what is only done to people.

    "The court sentenced Medina": nobody sentences a town.
    """
    countries, verbs = lexicon.world.country_words, lexicon.names.done_to_people
    for name in doc.ents:
        if name.label_ == "GPE" and len(name) == 1 and fold(name.text) not in countries:
            token = name[0]
            is_patient = token.dep_ in ("obj", "nsubj:pass") and token.head.lemma_ in verbs
            if is_patient and not _is_beside_a_name(token):
                yield Span(doc, token.i, token.i + 1, label="PERSON")


def _is_beside_a_name(token: Token) -> bool:
    """Tell whether a word is part of a longer name, whoever bears it."""
    sides = (token.i - 1, token.i + 1)
    return any(0 <= i < len(token.doc) and token.doc[i].tag_ in ("NNP", "NNPS") for i in sides)


def _stands_for_a_place(token: Token) -> bool:
    if token.dep_ in ("obl", "nmod"):
        cases = (child.lower_ for child in token.children if child.dep_ == "case")
        return any(case in LOCATIVE for case in cases)
    return token.dep_ in ("obj", "dobj") and token.head.lemma_.lower() in REACHED


def _is_large_city(name: str, world: World) -> bool:
    places = world.places.get(fold(name), ())
    # Places added by hand have no population; they are there because news names them.
    cities = [p for p in places if not p.population or p.population >= LARGE]
    return bool(cities) and all(p.country not in NAMESAKES for p in cities)
