"""Which entries a clause allows: the words that it must hold, and those that it must not.

"Killed the bill" is no killing, "released the hostages" a release, "released the film" none.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from kg.lexicons import Entry, EventLexicon, Grammar, Lexicon, Trigger
from kg.mentions.phrases import whole_of
from kg.mentions.words import Word
from kg.model import EventType

__all__ = ["CLAUSE_ENDS", "Conditions"]

CLAUSE_ENDS = frozenset(("ccomp", "advcl", "parataxis", "conj", "acl:relcl", "csubj"))
CLAUSES = CLAUSE_ENDS | {"acl"}
FURTHER = CLAUSES - {"ccomp", "csubj"}
DESCRIBING = frozenset(("acl", "acl:relcl"))
BEFORE_NOUN = ("amod", "compound", "nmod:desc")
SUBJECTS = ("nsubj", "nsubj:pass")
LONGEST_CONDITION = 3  # words of a condition (`requires`, `excludes`) of an entry
WITH = "with"
THREATEN = EventType.THREATEN
HARMS = (EventType.ASSAULT, EventType.COERCE)
ARMED = frozenset(("MIL", "REB", "UAF", "COP", "PRM"))
PERSONS = frozenset(("him", "her", "he", "she", "whom", "who", "us", "me"))

Options: TypeAlias = tuple[tuple[Trigger, Entry], ...]


@dataclass(slots=True, kw_only=True)
class Conditions:
    """The conditions of entries against the words of one sentence, whose clauses are read once.

    Attributes:
        lexicon: What is known of armed and other people, and of events.
    """

    lexicon: Lexicon
    _wide: dict[int, frozenset[str]] = field(default_factory=dict, init=False)
    _own: dict[int, frozenset[str]] = field(default_factory=dict, init=False)

    def fitting(self, word: Word, options: Options) -> Options:
        """Return the entries that the clause of an event's word allows, the surest first.

        An entry whose own words are there goes before one that is only excused for who acts.
        """
        own, excused = [], []
        for trigger, entry in options:
            if self._is_excluded(word, trigger, entry):
                continue
            if self._holds(word, trigger, entry):
                own.append((trigger, entry))
            elif self._is_excused(word, entry):
                excused.append((trigger, entry))
        return (*own, *excused)

    def rule_out(self, word: Word, options: Options) -> bool:
        """Tell whether the clause holds what no entry of a wording stands."""
        return all(self._is_excluded(word, trigger, entry) for trigger, entry in options)

    def _holds(self, word: Word, trigger: Trigger, entry: Entry) -> bool:
        """Tell whether a clause holds what an entry asks for: words, or what it is done to."""
        if not entry.is_conditional or not self._around(word).isdisjoint(entry.requires):
            return True
        if entry.people and _is_done_to_people(word, self.lexicon):
            return True
        is_with = trigger.lemmas[-1] == WITH
        return bool(entry.objects) and not entry.objects.isdisjoint(
            _done_to_things(word, self.lexicon.grammar, is_with=is_with)
        )

    def _is_excused(self, word: Word, entry: Entry) -> bool:
        """Tell whether who acts, or what is announced, speaks for an entry without its words."""
        if entry.event_type is THREATEN:
            return _announces_harm(word, self.lexicon.events)
        return _is_harm(entry) and _has_armed_subject(word, self.lexicon)

    def _is_excluded(self, word: Word, trigger: Trigger, entry: Entry) -> bool:
        if not entry.excludes:
            return False
        near = self._near(word)
        return any(lemma in near and lemma not in trigger.lemmas for lemma in entry.excludes)

    def _around(self, word: Word) -> frozenset[str]:
        """Return the lemmas of a word's clause, of what it is joined to, and of what it adds to."""
        top = word
        while top.dep not in CLAUSE_ENDS - {"conj", "advcl"} and not top.is_root:
            top = top.head
        if top.index not in self._wide:
            self._wide[top.index] = _lemmas_of(top.subtree())
        return self._wide[top.index]

    def _near(self, word: Word) -> frozenset[str]:
        """Return the lemmas of a word's own clause, without those that it is joined to or has.

        Of "released on Monday, the reporter wrote a book" the book is not what was released.
        """
        top = word
        while not (top.is_root or (top.is_verb and top.dep in CLAUSES)):
            top = top.head
        if top.index not in self._own:
            words = {w.index: w for w in (*_own_words(top), *_shared_words(top))}
            self._own[top.index] = _lemmas_of([words[index] for index in sorted(words)])
        return self._own[top.index]


def _is_harm(entry: Entry) -> bool:
    return entry.event_type in HARMS


def _own_words(top: Word) -> Iterator[Word]:
    """Yield a word and all below it but for the clauses that it only adds or goes on with."""
    yield top
    for child in top.children:
        if not (child.is_verb and child.dep in FURTHER):
            yield from _own_words(child)


def _shared_words(top: Word) -> Iterator[Word]:
    """Yield the subject that a clause shares with another, or the noun that it describes."""
    while top.dep == "conj" and not top.is_root:
        top = top.head
        yield from top.has(*SUBJECTS)
    if top.dep in DESCRIBING:
        yield top.head
        yield from top.head.has(*BEFORE_NOUN)
    elif top.dep == "advcl" and not top.has(*SUBJECTS):
        yield from top.head.has(*SUBJECTS)


def _lemmas_of(words: Sequence[Word]) -> frozenset[str]:
    lemmas = [w.lemma for w in words]
    found = {*_phrases(lemmas), *(w.text.lower() for w in words)}
    if "-" in lemmas:  # "cease-fire" is three words
        found.update(_phrases(" ".join(lemmas).replace(" - ", "-").split(" ")))
    return frozenset(found)


def _phrases(words: Sequence[str]) -> Iterator[str]:
    """Yield all runs of up to LONGEST_CONDITION words."""
    yield from words
    for length in range(2, LONGEST_CONDITION + 1):
        yield from map(" ".join, zip(*(words[n:] for n in range(length)), strict=False))


def _has_armed_subject(word: Word, lexicon: Lexicon) -> bool:
    """Tell whether armed people are the subject or agent: what they do to somebody is no idiom."""
    around = word.has("nsubj", "obl:agent", "nmod:poss")
    sectors = (lexicon.world.sector_words.get(w.lemma) for w in around)
    return any(sector is not None and sector.sector in ARMED for sector in sectors)


def _is_done_to_people(word: Word, lexicon: Lexicon) -> bool:
    """Tell whether people are the object: a singer is released otherwise than her song.

    "Four of whom were released", "most of the team": who is counted, or a part of them, are people
    too; so is the noun that a participle describes ("the reporter, released on Monday").
    """
    return any(_are_people(part, lexicon) for part in _suffering(word))


def _suffering(word: Word) -> Iterator[Word]:
    """Yield who or what it is done to, and those of whom that only says how many."""
    suffering = word.has("obj", "nsubj:pass") if word.is_verb else word.has("nmod")
    if word.dep == "acl" and word.tag == "VBN":
        suffering = [*suffering, word.head]
    for one in suffering or word.has("iobj"):
        if word.is_verb or one.case == "of":
            yield from (one, *_counted(one))


def _done_to_things(word: Word, grammar: Grammar, *, is_with: bool) -> Iterator[str]:
    """Yield the nouns of what it is done to: alone, with a noun or adjective before, or "of" one.

    "Water trucks and sacks of rice" yields "truck", "water truck", "sack" and "rice"; with
    `is_with`, so does what follows "with" ("supplied the town with rice").
    """
    given = (w for w in word.has("obl") if is_with and w.case == WITH)
    for thing in (*_suffering(word), *given):
        for noun in (thing, *thing.has("conj"), *_contents(thing, grammar)):
            yield noun.lemma
            yield from (f"{w.lemma} {noun.lemma}" for w in noun.has(*BEFORE_NOUN))
            yield from (f"{noun.lemma} of {w.lemma}" for w in noun.has("nmod") if w.case == "of")


def _contents(word: Word, grammar: Grammar) -> Iterator[Word]:
    """Yield what a quantity or a measure is one of: "dozens of tanks", "sacks of rice"."""
    whole = whole_of(word, grammar)
    if whole is not word:
        yield whole
    elif word.lemma in grammar.measures:
        yield from (w for w in word.has("nmod") if w.case == "of")


def _counted(word: Word) -> list[Word]:
    """Return those of whom a word only says how many ("four of whom", "most of the crew")."""
    return word.has("nmod") if word.pos in ("NUM", "DET", "PRON") or word.tag == "JJS" else []


def _are_people(word: Word, lexicon: Lexicon) -> bool:
    return (
        word.lemma in lexicon.world.sector_words
        or (word.name is not None and word.name.label == "PERSON")
        or (word.pos == "PRON" and word.text.lower() in PERSONS)
    )


def _announces_harm(word: Word, events: EventLexicon) -> bool:
    """Tell whether a clause below tells harm to come ("warned that it would shell the town")."""
    for clause in word.has("ccomp", "xcomp"):
        options = events.by_verb.get(clause.lemma, ())
        is_plain = any(e.event_type in HARMS and len(t.lemmas) == 1 for t, e in options)
        if is_plain and any(w.lemma in ("will", "would") for w in clause.has("aux")):
            return True
    return False
