"""Who or what in a sentence may be a side of an event: heads of phrases, and words of belonging."""

from collections.abc import Iterator, Sequence

from kg.lexicons import Lexicon
from kg.mentions.arguments import can_act
from kg.mentions.drafts import Draft
from kg.mentions.fillers import NEVER_SIDES
from kg.mentions.phrases import is_nominal, whole_of
from kg.mentions.words import Sentence, Word, distinct

__all__ = ["candidates_of"]

BELONGING = frozenset(("amod", "compound", "nmod:desc", "nmod:poss", "nmod", "dep"))
PARTS = frozenset(("compound", "flat", "fixed"))
NO_HEADS = frozenset(("PUNCT", "ADP", "DET"))


def candidates_of(draft: Draft, sentence: Sentence, lexicon: Lexicon) -> tuple[Word, ...]:
    """Return the words that may be actor or target of an event, each once, in text order.

    They are the heads of noun phrases outside the event's own wording, names and nouns of people
    before a noun ("Israeli" of "Israeli air strike"), and whatever the grammar proposes. Of "scores
    of rebels" it is the rebels.
    """
    own = {word.index for word in draft.hit.words}
    found = [w for w in _heads(sentence.words, lexicon) if w.index not in own]
    proposed = [whole_of(w, lexicon.grammar) for w in (*draft.actors, *draft.targets)]
    either = sorted(distinct((*found, *proposed)), key=lambda w: w.index)
    return tuple(word for word in either if not _is_short_form(word, sentence.words))


def _heads(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Word]:
    for word in words:
        if word.name is None:
            if word.pos in NO_HEADS or whole_of(word, lexicon.grammar) is not word:
                continue
        elif word.name.label in NEVER_SIDES or _is_inside_name(word):
            continue
        if is_nominal(word):
            if word.name is not None or word.dep not in PARTS or can_act(word, lexicon):
                yield word
        elif word.dep in BELONGING and can_act(word, lexicon):
            yield word


def _is_short_form(word: Word, words: Sequence[Word]) -> bool:
    """Tell whether a word is an acronym in brackets: who stands before it, named once more."""
    at = word.index
    if not (0 < at < len(words) - 1 and word.text.isupper() and len(word.text) > 1):
        return False
    return words[at - 1].text == "(" and words[at + 1].text == ")"


def _is_inside_name(word: Word) -> bool:
    name = word.name
    return name is not None and not word.is_root and name.first <= word.head.index <= name.last
