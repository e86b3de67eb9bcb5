"""Reference inside an article: sentences enter, the name that each pronoun stands for leaves.

A noun has the name that stands in apposition to it: "the country's spy agency, the SRN".

Of those who were named lately and fit in number and gender, a pronoun stands for the one most in
mind. Nobody is the object of what he does himself, so the subject of a clause is none of its
objects.
"""

from collections.abc import Iterable, Iterator

from kg.lexicons import Lexicon
from kg.mentions.entities import Discourse, Entity, Gender, is_subject, role_weight
from kg.mentions.words import RELATIVES, Name, Sentence, Word

__all__ = ["References", "resolve_references"]

WINDOW_SENTENCES = 4
THING_SENTENCES = 2  # farther back "it" mostly stands for what no name tells
GENDERS = {
    **dict.fromkeys(("he", "him", "his", "himself"), Gender.MASCULINE),
    **dict.fromkeys(("she", "her", "hers", "herself"), Gender.FEMININE),
}
GROUPS = frozenset(("they", "them", "their", "theirs", "themselves"))
THINGS = frozenset(("it", "its", "itself"))
NAMED = frozenset(("PERSON", "ORG", "NORP"))  # labels of names of people and bodies
PLACES = frozenset(("GPE", "LOC", "FAC"))
PARALLEL = 35.0  # for the same place in the sentence; Lappin and Leass 1994, section 2.1.4
SHARED_SUBJECT = ("conj", "xcomp", "advcl")


class References:
    """What pronouns and nouns of an article refer to, by the character where they start."""

    def __init__(self, names: dict[int, str]) -> None:
        self._names = names

    def of(self, word: Word) -> str | None:
        """Return the name that a word stands for, or None."""
        return self._names.get(word.start)


def resolve_references(sentences: Iterable[Sentence], lexicon: Lexicon) -> References:
    """Resolve the pronouns of an article, sentence by sentence.

    Args:
        sentences: All its sentences.
        lexicon: Its nouns of people and bodies may stand where no name does; its given names and
            titles tell gender.
    """
    discourse = Discourse(lexicon)
    meant: dict[int, Entity] = {}  # what the word at a character speaks of
    found: dict[int, str] = {}
    for number, sentence in enumerate(sentences):
        names = {name.start: name for name in sentence.names}
        for word in sentence.words:
            if word.start in names:
                name = names[word.start]
                entity = discourse.tell_name(name, sentence, number)
                inside = sentence.words[name.first : name.last + 1]
                meant |= {w.start: entity for w in inside}
                if any(is_subject(w) and w.has("conj") for w in inside):
                    discourse.tell_several(word, number)
            elif (named := _named_beside(word, lexicon)) is not None:
                found[word.start] = named.text
            elif (plural := _common(word, lexicon)) is not None:
                meant[word.start] = discourse.tell_noun(word, number, is_plural=plural)
            elif word.tag in ("PRP", "PRP$") or word.pos == "PRON":
                antecedent = _antecedent(word, discourse, meant, number)
                if antecedent is not None:
                    antecedent.tell(number, role_weight(word), word.start)
                    meant[word.start] = antecedent
                    if antecedent.name:
                        found[word.start] = antecedent.name
    return References(found)


def _named_beside(word: Word, lexicon: Lexicon) -> Name | None:
    """Return the name in apposition to one person, body or place that a common noun tells.

    Places are told by nouns of places: "the capital, Qorya", but not "the envoy, Qorya".
    """
    if word.name is not None or word.tag != "NN":
        return None
    names = [w.name for w in word.has("appos") if w.name is not None and not w.has("conj")]
    if len(names) != 1:
        return None
    grammar = lexicon.grammar
    is_place = word.lemma in grammar.class_nouns or word.lemma in grammar.place_nouns
    labels = PLACES if is_place else NAMED
    return names[0] if names[0] is not None and names[0].label in labels else None


def _common(word: Word, lexicon: Lexicon) -> bool | None:
    """Tell whether a common noun that pronouns may stand for is plural; None for other words."""
    if word.name is not None or not is_subject(word):
        return None
    if word.pos == "NOUN" and word.tag == "NNS":
        return True
    return False if word.tag == "NN" and word.lemma in lexicon.world.sector_words else None


def _antecedent(
    pronoun: Word, discourse: Discourse, meant: dict[int, Entity], number: int
) -> Entity | None:
    form = pronoun.text.lower()
    near = [e for e in discourse.entities if number - e.latest < WINDOW_SENTENCES]
    if form in GENDERS:
        fitting = [e for e in near if e.label == "PERSON" and e.gender in (GENDERS[form], None)]
        fitting = fitting or [e for e in near if _is_somebody(e, GENDERS[form], number)]
    elif form in GROUPS:
        fitting = [e for e in near if e.is_plural]
    elif form in THINGS and pronoun.dep != "expl":
        fitting = [e for e in near if e.label and e.is_body and number - e.latest < THING_SENTENCES]
        fitting = fitting or [e for e in near if e.is_body and e.latest == number]
    else:
        return None
    barred = set(_barred(pronoun, meant))
    free = [e for e in fitting if e not in barred]
    if not free:
        return None
    role = role_weight(pronoun)
    best = max(free, key=lambda e: (_score(e, number, role), e.start))
    if form in GENDERS and len(free) == 1:
        best.gender = best.gender or GENDERS[form]
    return best


def _score(entity: Entity, number: int, role: float) -> float:
    return entity.salience(number) + (PARALLEL if entity.told_as(role) else 0.0)


def _is_somebody(entity: Entity, gender: Gender, number: int) -> bool:
    """Tell whether a pronoun may stand for a common noun, which is in mind for a sentence only."""
    is_one = not entity.label and not entity.is_plural
    return is_one and entity.latest == number and entity.gender in (gender, None)


def _barred(pronoun: Word, meant: dict[int, Entity]) -> Iterator[Entity]:
    """Yield what a pronoun cannot stand for: the subject of its own clause, and its own phrase."""
    if pronoun.tag == "PRP$" or pronoun.text.lower().endswith(("self", "selves")):
        return
    if is_subject(pronoun):
        return
    clause = pronoun.head
    for _ in range(4):
        subject = clause.first("nsubj", "nsubj:pass")
        if subject is not None:
            is_relative = subject.text.lower() in RELATIVES
            who = clause.head if is_relative else subject
            if who.start in meant:
                yield meant[who.start]
            return
        if clause.dep not in SHARED_SUBJECT and not clause.dep.startswith("nmod"):
            if clause.dep.startswith("acl") and clause.head.start in meant:
                yield meant[clause.head.start]
            return
        clause = clause.head
