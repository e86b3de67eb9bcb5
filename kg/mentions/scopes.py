"""The pieces of a sentence that belong to an event's own clause, or share its time."""

from collections.abc import Iterator

from kg.mentions.conditions import CLAUSE_ENDS
from kg.mentions.drafts import Draft
from kg.mentions.phrases import text_of
from kg.mentions.words import Word
from kg.model import Span

__all__ = ["read_around", "read_scope"]

SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "csubj:pass", "expl")
SAME_TIME = frozenset(("when", "as", "while"))  # "after" and "before" say that it was another


def read_scope(draft: Draft, text: str) -> tuple[Span, ...]:
    """Return the event's own clause: its words and arguments without the clauses inside it."""
    inside: set[Word] = set()
    told = (draft.hit.word, *draft.also)
    verbs = [_clause_verb(word) for word in told]
    for head in {*told, *verbs, *draft.actors, *draft.targets}:
        inside.update(_own_words(head, stop_at=draft.hit.word))
    words = sorted(inside, key=lambda w: w.index)
    return tuple(_runs(words, text))


def read_around(draft: Draft, text: str) -> tuple[Span, ...]:
    """Return the clauses of a sentence that tell of the same time as an event's own.

    Verbs that share one subject ("fired on the boats on Sunday and seized three"), participles that
    tell what came of it ("…, wounding three"), and clauses with "when", "as", "while". Not what
    somebody says, not a verb of another tense ("met on Monday and will meet again"), and not what a
    noun tells, which may be only talked of ("cancelled an exercise").
    """
    verb = draft.hit.word
    if not verb.is_verb:
        return ()
    inside: set[Word] = set()
    for other in _contemporaries(verb):
        if _modals(other) == _modals(verb):
            inside.update(_own_words(other, stop_at=draft.hit.word))
    inside -= set(_own_words(verb, stop_at=draft.hit.word))
    return tuple(_runs(sorted(inside, key=lambda w: w.index), text))


def _contemporaries(verb: Word) -> Iterator[Word]:
    if _shares_time(verb) and verb.head.is_verb:
        yield verb.head
    yield from (child for child in verb.has("conj", "advcl") if _shares_time(child))


def _shares_time(verb: Word) -> bool:
    """Tell whether a verb happens when the one above it does."""
    if not verb.is_verb:
        return False
    if verb.dep == "conj":
        return not verb.has(*SUBJECTS)
    if verb.dep != "advcl":
        return False
    marks = {word.lemma for word in verb.has("mark", "advmod")}
    is_participle = verb.tag == "VBG" and not verb.has("mark", "aux", *SUBJECTS)
    return is_participle or not marks.isdisjoint(SAME_TIME)


def _modals(verb: Word) -> frozenset[str]:
    """Return what moves a verb to another time or world ("will", "may")."""
    return frozenset(word.lemma for word in verb.has("aux") if word.tag == "MD")


def _clause_verb(word: Word) -> Word:
    if word.is_verb:
        return word
    return next((w for w in word.ancestors() if w.is_verb), word)


def _own_words(head: Word, *, stop_at: Word) -> Iterator[Word]:
    yield head
    for child in head.children:
        if child.dep in CLAUSE_ENDS and child is not stop_at and stop_at not in child.subtree():
            continue
        yield from _own_words(child, stop_at=stop_at)


def _runs(words: list[Word], text: str) -> Iterator[Span]:
    run: list[Word] = []
    for word in words:
        if run and word.index != run[-1].index + 1:
            yield text_of(run, text)
            run = []
        run.append(word)
    if run:
        yield text_of(run, text)
