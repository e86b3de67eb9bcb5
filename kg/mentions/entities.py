"""What an article has spoken of so far, and how much it is in mind.

The weights are those of Lappin and Leass, "An Algorithm for Pronominal Anaphora Resolution"
(Computational Linguistics 20, 1994), section 2.1.2: recency 100, subject 80, direct object 50,
oblique 40, head noun 80, outside adverbial phrases 50; halved with each sentence.
"""

from dataclasses import dataclass, field
from enum import Enum

from kg.lexicons import Lexicon, fold
from kg.mentions.words import Name, Sentence, Word

__all__ = ["Discourse", "Entity", "Gender", "is_subject", "role_weight"]

_SUBJECTS = ("nsubj", "nsubj:pass")
_OBJECTS = ("obj", "iobj")
_SUBJECT, _OBJECT, _OBLIQUE, _EMBEDDED, _OTHER = 310, 280, 220, 100, 180
_HALF = 0.5  # of its salience is left after a sentence


class Gender(Enum):
    """How English pronouns tell people apart."""

    MASCULINE = "m"
    FEMININE = "f"


@dataclass(slots=True, eq=False)
class Entity:
    """Somebody or something that an article has named.

    Attributes:
        name: Its fullest name so far; "" for several together, whom no one name tells.
        label: The label of the name, "" for a common noun.
        is_plural: Whether "they" may mean it.
        is_body: Whether "it" may mean it.
        gender: None where nothing tells.
        words: The words of its name, folded.
        latest: Number of the last sentence that speaks of it.
        start: Its last character so far.
    """

    name: str
    label: str
    is_plural: bool
    is_body: bool
    gender: Gender | None
    words: tuple[str, ...]
    latest: int = 0
    start: int = 0
    _weights: dict[int, float] = field(default_factory=dict)

    def tell(self, sentence: int, weight: float, start: int) -> None:
        """Note that a sentence speaks of it."""
        self._weights[sentence] = max(weight, self._weights.get(sentence, 0.0))
        self.latest, self.start = sentence, start

    def told_as(self, weight: float) -> bool:
        """Tell whether its last sentence spoke of it in a place of a weight."""
        return self._weights.get(self.latest) == weight

    def salience(self, sentence: int) -> float:
        """Return how much it is in mind in a sentence."""
        return sum(w * _HALF ** (sentence - told) for told, w in self._weights.items())


class Discourse:
    """The entities of an article, in the order of their first mention."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self.entities: list[Entity] = []

    def tell_name(self, name: Name, sentence: Sentence, number: int) -> Entity:
        """Note a name, new or known, and return what it names."""
        words = tuple(fold(name.text).split())
        gender = self._gender_of(name, sentence)
        entity = self._known(name.label, words, gender, number)
        if entity is None:
            inside = sentence.words[name.first : name.last + 1]
            many = any(w.tag == "NNPS" for w in inside[-1:]) or name.label in ("ORG", "NORP")
            is_body = name.label in ("GPE", "ORG")
            entity = Entity(name.text, name.label, many, is_body, gender, words)
            self.entities.append(entity)
        elif len(words) > len(entity.words):
            entity.name, entity.words = name.text, words
        entity.gender = entity.gender or gender
        head = _head(sentence, name)
        entity.tell(number, role_weight(head), name.start)
        return entity

    def tell_noun(self, word: Word, number: int, *, is_plural: bool) -> Entity:
        """Note people or a body that a common noun tells, and return them."""
        before = [
            c.text for c in word.children if c.dep in ("amod", "compound") and c.index < word.index
        ]
        name = " ".join([*before, word.text])
        gender = self._gender_of_noun(word.lemma)
        entity = Entity(name, "", is_plural, not is_plural, gender, (fold(word.lemma),))
        self.entities.append(entity)
        entity.tell(number, role_weight(word), word.start)
        return entity

    def tell_several(self, word: Word, number: int) -> None:
        """Note those whom "X and Y" names together; no one name tells them."""
        entity = Entity("", "", True, False, None, ())
        self.entities.append(entity)
        entity.tell(number, role_weight(word), word.start)

    def _known(
        self, label: str, words: tuple[str, ...], gender: Gender | None, number: int
    ) -> Entity | None:
        """Return whom a name names again: the same name, or people by a part of theirs."""
        alike = [e for e in self.entities if e.label == label and e.words and words]
        same = next((e for e in reversed(alike) if e.words == words), None)
        if same is not None or label != "PERSON":
            return same
        people = [
            e
            for e in alike
            if _is_part(words, e.words) and (e.gender is gender or None in (e.gender, gender))
        ]
        return max(people, key=lambda e: (e.salience(number), e.start), default=None)

    def _gender_of(self, name: Name, sentence: Sentence) -> Gender | None:
        if name.label != "PERSON":
            return None
        inside = sentence.words[name.first : name.last + 1]
        before = sentence.words[max(0, name.first - 3) : name.first]
        # The nearest title tells, then the first name; a last name alone tells nothing.
        for word in (*reversed(before), *inside):
            gender = self._gender_of_noun(fold(word.text))
            if gender is not None:
                return gender
        first = fold(inside[0].text) if len(inside) > 1 else ""
        code = self._lexicon.given_names.get(first)
        return Gender(code) if code else None

    def _gender_of_noun(self, word: str) -> Gender | None:
        if word in self._lexicon.grammar.masculine:
            return Gender.MASCULINE
        return Gender.FEMININE if word in self._lexicon.grammar.feminine else None


def is_subject(word: Word) -> bool:
    """Tell whether a word is the subject of a clause."""
    return word.dep in _SUBJECTS


def role_weight(word: Word) -> float:
    """Return how much a mention brings to mind by its place in the sentence."""
    if word.dep == "conj":
        return role_weight(word.head) if word.head is not word else _OTHER
    if word.dep in _SUBJECTS:
        return _SUBJECT
    if word.dep in _OBJECTS:
        return _OBJECT
    if word.dep.startswith("obl"):
        return _OBLIQUE
    return _EMBEDDED if word.dep.startswith(("nmod", "compound", "appos", "flat")) else _OTHER


def _head(sentence: Sentence, name: Name) -> Word:
    """Return the word by which a name hangs on the rest; in an apposition, the noun before it."""
    inside = sentence.words[name.first : name.last + 1]
    head = next((w for w in inside if w.head not in inside or w.is_root), inside[-1])
    while head.dep in ("appos", "flat", "compound", "nmod:desc") and head.head is not head:
        head = head.head
    return head


def _is_part(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    short, long = sorted((one, other), key=len)
    return long[-len(short) :] == short or long[: len(short)] == short
