"""Demands put as obligations: "Russia must withdraw, the envoy said" is the envoy's demand."""

from collections.abc import Iterator

from kg.lexicons import Entry, Lexicon
from kg.mentions.arguments import verb_slots
from kg.mentions.governors import read_meaning
from kg.mentions.phrases import conjuncts
from kg.mentions.somebody import is_known, names_actor
from kg.mentions.subjects import SUBJECTS, is_passive
from kg.mentions.words import Sentence, Word

__all__ = ["Obligation", "find_obligations"]

Obligation = tuple[Word, Word, Entry, list[Word], list[Word]]  # modal, verb, entry, bound, speakers


def find_obligations(sentence: Sentence, lexicon: Lexicon) -> Iterator[Obligation]:
    """Yield modals that put a known kind of actor under an obligation, with who says so.

    Who "must be disarmed" is bound like who must disarm; so is who "must be ready" to do
    it, but not who "must be tired": that is a guess.
    """
    for modal in sentence.words:
        entry = _entry(modal, lexicon)
        if entry is None:
            continue
        verb = modal.head
        bound = [
            w for w in _bound(verb, lexicon) if names_actor(w, lexicon) or is_known(w, lexicon)
        ]
        if bound:
            meaning = read_meaning(verb, lexicon, complement_of={})
            yield modal, verb, entry, bound, meaning.speakers


def _bound(predicate: Word, lexicon: Lexicon) -> list[Word]:
    if not predicate.is_verb:
        return [c for subject in predicate.has(*SUBJECTS) for c in conjuncts(subject)]
    slots = verb_slots(predicate, lexicon)
    return slots.get("object" if is_passive(predicate) else "subject", [])


def _entry(modal: Word, lexicon: Lexicon) -> Entry | None:
    if modal.dep != "aux" or lexicon.cues.modals.get(modal.lemma) != "demanded":
        return None
    is_predicate = modal.head.is_verb or modal.head.lemma in lexicon.grammar.dispositions
    return lexicon.events.obligation if is_predicate else None
