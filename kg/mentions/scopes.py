"""The pieces of a sentence that belong to an event's own clause."""

from collections.abc import Iterator

from kg.mentions.drafts import Draft
from kg.mentions.phrases import text_of
from kg.mentions.triggers import CLAUSE_ENDS
from kg.mentions.words import Word
from kg.model import Span

__all__ = ["read_scope"]


def read_scope(draft: Draft, text: str) -> tuple[Span, ...]:
    """Return the event's own clause: its words and arguments without the clauses inside it."""
    inside: set[Word] = set()
    told = (draft.hit.word, *draft.also)
    verbs = [_clause_verb(word) for word in told]
    for head in {*told, *verbs, *draft.actors, *draft.targets}:
        inside.update(_own_words(head, stop_at=draft.hit.word))
    words = sorted(inside, key=lambda w: w.index)
    return tuple(_runs(words, text))


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
