"""Names that the lexicons know: of people, firms, peoples, places, whole names, given names.

What the lexicon names in words of its own needs no guess. It fills gaps and corrects labels; where
the trained pipeline found a longer name, that stays.
"""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from kg.documents.name_spans import (
    PROPER,
    is_beside_a_name,
    is_lone_name,
    is_title,
    lay_over,
    names_within,
)
from kg.documents.name_table import NameTable
from kg.documents.word_list import WordList
from kg.lexicons import Lexicon, fold
from kg.model import ActorKind

__all__ = ["KnownNames"]

LABELS = {ActorKind.PERSON: "PERSON", ActorKind.COMPANY: "ORG"}
SHORTEST = 4  # letters of a lone word that names somebody
SHORTEST_GIVEN = 3  # letters of a given name
BODY = frozenset(("ORG",))
DOUBTFUL = frozenset(("GPE", "LOC", "ORG", "FAC"))  # labels that names of people get by mistake
PEOPLE_LIKE = frozenset(("GPE", "LOC", "ORG", "PERSON"))  # and that names of peoples get
FULL_NAME = (2, 3)  # words
LARGE = 500_000  # inhabitants of a city whose name of several words is seldom a person's


class KnownNames:
    """Lays the names of the lexicons over those of a document."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Index the names of a lexicon."""
        self._lexicon = lexicon
        self._world = lexicon.world
        countries = self._world.countries.values()
        self._countries = frozenset(fold(n) for c in countries for n in (c.name, *c.names))
        peoples = {d for c in countries for d in c.demonyms}
        long = ((d, "NORP") for d in peoples if (" " in d or "-" in d) and d[0].isupper())
        self._named = NameTable(sorted((*self._names(), *long)))
        self._whole_names = NameTable(lexicon.names.known.items(), any_case=True)

    def __call__(self, doc: Doc, words: WordList) -> None:
        """Put what is known into the names of a document that has these words."""
        lay_over(doc, self._matched(doc, words))
        lay_over(doc, [*self._whole(doc, words), *self._states_and_cities(doc)])
        lay_over(doc, self._peoples(doc, words))
        lay_over(doc, self._people(doc))
        lay_over(doc, self._given(doc, words))

    def _names(self) -> Iterator[tuple[str, str]]:
        """Yield the names of people and firms that name nothing else, and their labels."""
        for aliases in self._world.aliases.values():
            for alias in aliases:
                entry = self._world.actors.get(alias.actor_id)
                label = None if entry is None else LABELS.get(entry.kind)
                words = alias.text.split()
                if label is None or not all(w[0].isupper() for w in words):
                    continue
                if is_title(words[0], self._world):
                    continue
                if len(words) > 1 or self._names_nothing_else(alias.text):
                    yield alias.text, label

    def _names_nothing_else(self, word: str) -> bool:
        is_noun = word.lower() in self._lexicon.lemmas.nouns
        return len(word) >= SHORTEST and not is_noun and not self._is_place(word)

    def _is_place(self, text: str) -> bool:
        key = fold(text)
        return key in self._world.places or key in self._world.country_words

    def _matched(self, doc: Doc, words: WordList) -> Iterator[Span]:
        for label, start, end in self._named.spans(words):
            span = Span(doc, start, end, label=label)
            there = names_within(span)
            is_whole = all(span.start <= e.start and e.end <= span.end for e in there)
            if span.label_ == "NORP":
                if is_whole:
                    yield span
            elif len(span) == 1 and not self._may_be_lone(span[0]):
                continue
            elif is_whole and all(_may_yield(e, span) for e in there):
                yield span

    def _whole(self, doc: Doc, words: WordList) -> Iterator[Span]:
        """Yield known names of whatever letter case, with a capital ("September 11 attacks")."""
        for label, start, end in self._whole_names.spans(words):
            there = names_within(Span(doc, start, end))
            if label == "WEAPON":  # "Iskander-M missiles": the words for arms go on behind a model
                end = max((end, *(e.end for e in there if e.label_ == label)))
            is_whole = all(start <= e.start and e.end <= end for e in there)
            is_plain = label == "ORG" and any(t.is_lower and len(t) > 3 for t in doc[start:end])
            if is_whole and not is_plain and not doc[start].text[0].islower():
                yield Span(doc, start, end, label=label)

    def _states_and_cities(self, doc: Doc) -> Iterator[Span]:
        """Yield countries taken for a body, large cities taken for somebody.

        What is one word may bear a country's name by chance, but no body is called so.
        """
        for name in doc.ents:
            is_long = len(name) > 1
            mistaken = DOUBTFUL if is_long else BODY
            is_state = name.label_ in mistaken and fold(name.text) in self._countries
            is_person = is_long and name.label_ == "PERSON"
            if is_state or (is_person and self._is_large_city(name)):
                yield Span(doc, name.start, name.end, label="GPE")

    def _is_large_city(self, name: Span) -> bool:
        """Tell whether a large city is called so, and nobody: no title, given name or hyphen."""
        before = name.doc[name.start - 1].text if name.start else ""
        is_titled = is_title(before, self._world) or is_title(name[0].text, self._world)
        is_somebody = is_titled or self._is_given(name[0])
        places = self._world.places.get(fold(name.text), ())
        is_city = any(place.population >= LARGE for place in places)
        return is_city and not is_somebody and "-" not in name.text

    def _may_be_lone(self, token: Token) -> bool:
        return token.tag_ in PROPER and (bool(token.ent_type_) or not is_beside_a_name(token))

    def _peoples(self, doc: Doc, words: WordList) -> Iterator[Span]:
        """Yield demonyms that are missed or taken for a place ("the Abkhaz president")."""
        for at in words.capitals:
            key = fold(words.words[at])
            if key not in self._world.demonyms or key in self._countries:
                continue
            token = doc[at]
            if token.ent_type_:
                is_people = token.ent_type_ in PEOPLE_LIKE and is_lone_name(token)
            else:
                is_people = token.tag_ in (*PROPER, "JJ", "NNS") and not is_beside_a_name(token)
            if is_people:
                yield Span(doc, token.i, token.i + 1, label="NORP")

    def _people(self, doc: Doc) -> Iterator[Span]:
        """Yield names taken for places or bodies that open with a given name."""
        for name in doc.ents:
            if name.label_ not in DOUBTFUL or not self._is_given(name[0]):
                continue
            if len(name) == 1:
                if name.label_ == "GPE":
                    yield Span(doc, name.start, name.end, label="PERSON")
            elif self._may_be_full(name):
                yield Span(doc, name.start, name.end, label="PERSON")

    def _may_be_full(self, name: Span) -> bool:
        return (
            FULL_NAME[0] <= len(name) <= FULL_NAME[1]
            and all(t.text[0].isupper() and (t.is_alpha or t.text[-1] == ".") for t in name)
            and not self._is_place(name.text)
            and fold(name[-1].text) not in self._world.places
            and name[-1].lower_ not in self._lexicon.names.heads
        )

    def _given(self, doc: Doc, words: WordList) -> Iterator[Span]:
        """Yield missed names of people: a given name alone, or with one name more."""
        for at in words.capitals:
            token = doc[at]
            if token.ent_type_ or token.tag_ != "NNP" or not self._is_given(token):
                continue
            after = doc[token.i + 1] if token.i + 1 < len(doc) else None
            if not is_beside_a_name(token):
                is_noun = token.lower_ in self._lexicon.lemmas.nouns
                if not is_noun and not token.is_stop:
                    yield Span(doc, token.i, token.i + 1, label="PERSON")
            elif after is not None and self._is_last_name(after):
                is_first = token.i == 0 or token.nbor(-1).tag_ not in PROPER
                if is_first and (after.i + 1 == len(doc) or after.nbor().tag_ not in PROPER):
                    yield Span(doc, token.i, token.i + 2, label="PERSON")

    def _is_last_name(self, token: Token) -> bool:
        is_word = token.is_alpha and len(token) > 1 and token.text[0].isupper()
        return is_word and token.tag_ == "NNP" and not token.ent_type_

    def _is_given(self, token: Token) -> bool:
        is_name = token.is_title and len(token) >= SHORTEST_GIVEN
        is_given = is_name and fold(token.text) in self._lexicon.given_names
        return is_given and not self._is_place(token.text)


def _may_yield(name: Span, known: Span) -> bool:
    """Tell whether a name of the pipeline may give way to a known one that holds it."""
    is_same = (name.start, name.end) == (known.start, known.end)
    if is_same:
        return name.label_ in DOUBTFUL
    return known.label_ == "PERSON" and name.label_ in (*DOUBTFUL, "PERSON")
