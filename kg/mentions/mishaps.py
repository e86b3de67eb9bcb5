"""Harm that nobody does: a quake, an illness, an accident kills, and that is no claim.

Whether it was one is told by what stands in the place of a cause: the subject, the noun that a
clause describes, what the harm happened in or through, the verb whose outcome it is.
"""

from collections.abc import Iterable, Iterator

from kg.lexicons import Grammar, Lexicon
from kg.mentions.drafts import Draft, is_instrument
from kg.mentions.phrases import conjuncts
from kg.mentions.somebody import names_actor
from kg.mentions.subjects import is_passive, subject_of
from kg.mentions.words import Word
from kg.model import EventType

__all__ = ["is_mishap"]

CAUSING = frozenset(("in", "by", "from", "of", "during", "after", "due to", "because of", "with"))
ACCIDENTAL = frozenset(("accidental", "natural"))


def is_mishap(draft: Draft, lexicon: Lexicon) -> bool:
    """Tell whether an assault is none, because what did it is nobody's deed.

    Who is named as its actor ("troops killed ten in the flooded camp") did it.
    """
    if draft.entry.event_type is not EventType.ASSAULT:
        return False
    founders = _founders(draft.hit.word, lexicon)
    if not founders and any(_is_doer(word, lexicon) for word in draft.actors):
        return False
    causes = [c for word in _causes(draft.hit.word, lexicon) for c in conjuncts(word)]
    if any(_is_deed(word, lexicon) for word in causes):
        return False
    return founders or any(_is_misfortune(word, lexicon.grammar) for word in causes)


def _founders(verb: Word, lexicon: Lexicon) -> bool:
    """Tell whether a verb only says what became of a thing: "rescued people whose boat sank"."""
    if verb.lemma not in lexicon.grammar.mishap_verbs or is_passive(verb) or verb.has("obj"):
        return False
    return any(verb.is_verb and not names_actor(word, lexicon) for word in verb.has("nsubj"))


def _is_doer(word: Word, lexicon: Lexicon) -> bool:
    is_arms = word.name is not None and word.name.label == "WEAPON"  # "an Apache helicopter"
    is_thing = is_arms or is_instrument(word, lexicon) or word.lemma in lexicon.grammar.mishaps
    return names_actor(word, lexicon) and not is_thing


def _causes(word: Word, lexicon: Lexicon) -> Iterator[Word]:
    """Yield the nouns and verbs that may say what did it."""
    yield from _obliques(word)
    if not word.is_verb:
        return
    subject = None if is_passive(word) else subject_of(word, lexicon)
    if subject is not None:
        yield subject
    if word.dep in ("acl:relcl", "acl") and not is_passive(word):
        yield word.head
        if word.head.dep == "nmod":  # "the crash of an airliner that killed ten"
            yield word.head.head
    if word.dep in ("advcl", "conj") and word.head.is_verb:
        yield word.head
        yield from _obliques(word.head)
        cause = word.head.head if word.head.dep == "xcomp" else word.head
        yield from cause.has("nsubj")  # "a storm caused a crane to fall, killing ten"
    for other in word.has("conj"):  # "ten were killed and six injured in a fire"
        if not other.has("nsubj"):
            yield from _obliques(other)
    for clause in word.has("advcl"):
        if clause.has("mark", "advmod"):  # "killed when a train collided with a bus"
            yield clause
            yield from clause.has("nsubj", "obj")


def _obliques(word: Word) -> Iterable[Word]:
    return (w for w in word.has("obl", "nmod", "obl:agent") if w.case in CAUSING)


def _is_misfortune(word: Word, grammar: Grammar) -> bool:
    if word.is_verb:
        return word.lemma in grammar.mishap_verbs
    if any(w.lemma in ACCIDENTAL for w in word.has("amod")):
        return True
    is_counted = word.lemma in grammar.countable_mishaps and bool(word.has("det"))
    return is_counted or word.lemma in grammar.mishaps


def _is_deed(word: Word, lexicon: Lexicon) -> bool:
    """Tell whether a cause is violence or its instrument.

    A quake that "struck" is none, nor a helicopter that crashed.
    """
    if _is_misfortune(word, lexicon.grammar) or _befalls(word, lexicon.grammar):
        return False
    if word.dep == "nsubj" and word.head.lemma in lexicon.grammar.mishap_verbs:
        return False
    options = (
        *lexicon.events.by_noun.get(word.lemma, ()),
        *lexicon.events.by_verb.get(word.lemma, ()),
    )
    is_violent = any(len(t.lemmas) == 1 and e.event_type is EventType.ASSAULT for t, e in options)
    return is_violent or word.lemma in lexicon.grammar.instruments


def _befalls(verb: Word, grammar: Grammar) -> bool:
    return any(subject.lemma in grammar.mishaps for subject in verb.has("nsubj"))
