"""Plain words: the parsed sentence as every other module of the room sees it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

__all__ = ["RELATIVES", "Name", "Sentence", "Word", "distinct"]

RELATIVES = frozenset(("who", "whom", "which", "that", "whose"))  # stand for the noun before them
VERB_TAGS = frozenset(("VB", "VBD", "VBG", "VBN", "VBP", "VBZ"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name in a sentence: its label, its characters, its first and last word (inclusive)."""

    label: str
    text: str
    start: int
    end: int
    first: int
    last: int


@dataclass(slots=True, eq=False)
class Word:
    """One word of a parsed sentence; `head` of the root is the word itself.

    `index` counts in the sentence; `start`, `end` are characters of the article's text. `odds`
    are the trained pipeline's odds (0..1) that the word tells an event of a type, only those
    worth a look, "O" for none; None where the pipeline does not tell.
    """

    index: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    start: int
    end: int
    head: "Word" = field(init=False, repr=False)
    children: list["Word"] = field(default_factory=list, repr=False)
    name: Name | None = None
    odds: Mapping[str, float] | None = None
    _case: str | None = field(default=None, init=False, repr=False)

    def has(self, *deps: str) -> list["Word"]:
        """Return the children under any of these labels, in text order."""
        if not self.children:  # most words have none, and most questions are put to them
            return []
        return [child for child in self.children if child.dep in deps]

    def first(self, *deps: str) -> "Word | None":
        """Return the first child under any of these labels."""
        return next(iter(self.has(*deps)), None)

    @property
    def is_root(self) -> bool:
        """Tell whether the word heads its sentence."""
        return self.head is self

    @property
    def is_verb(self) -> bool:
        """Tell whether the word is a verb form, participles in adjective's place included."""
        return self.pos == "VERB" or self.tag in VERB_TAGS

    @property
    def is_infinitive(self) -> bool:
        """Tell whether the word is an infinitive that "to" opens."""
        return self.tag == "VB" and any(mark.lemma == "to" for mark in self.has("mark"))

    @property
    def case(self) -> str:
        """Return the preposition that leads to this word, lower case, or ""."""
        if self._case is None:  # asked again and again, once the tree stands
            self._case = " ".join(self._case_words())
        return self._case

    def _case_words(self) -> Iterator[str]:
        for child in self.children:
            if child.dep == "case" and child.tag != "POS":
                yield child.text.lower()
                yield from (part.text.lower() for part in child.has("fixed"))
                return

    def subtree(self) -> list["Word"]:
        """Return the word and everything below it, in text order."""
        found, todo = [], [self]
        while todo:
            word = todo.pop()
            found.append(word)
            todo.extend(word.children)
        return sorted(found, key=lambda w: w.index)

    def ancestors(self) -> Iterator["Word"]:
        """Yield the words above it, nearest first."""
        word = self
        while not word.is_root:
            word = word.head
            yield word

    def first_of_several(self) -> "Word":
        """Return the first of the words that it is coordinated with, itself if it is the first."""
        word = self
        while word.dep == "conj" and not word.is_root:
            word = word.head
        return word

    def sentence(self) -> dict[int, "Word"]:
        """Return all words of its sentence by their place in it, in order."""
        *_, top = self, *self.ancestors()
        return {word.index: word for word in top.subtree()}

    def is_below(self, other: "Word") -> bool:
        """Tell whether another word is among those above it."""
        return any(ancestor is other for ancestor in self.ancestors())


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A parsed sentence: its words without white space, its names, its characters."""

    words: tuple[Word, ...]
    names: tuple[Name, ...]
    start: int
    end: int
    text: str
    paragraph: int


def distinct(words: Iterable[Word]) -> tuple[Word, ...]:
    """Return the words, each once, in order of first appearance."""
    return tuple({word.index: word for word in words}.values())
