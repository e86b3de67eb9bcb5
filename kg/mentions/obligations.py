"""Demands put as obligations: "Russia must withdraw, the envoy said" is the envoy's demand."""

from collections.abc import Iterator

from kg.lexicons import Entry, Lexicon
from kg.mentions.arguments import verb_slots
from kg.mentions.fillers import names_actor
from kg.mentions.governors import read_meaning
from kg.mentions.words import Sentence, Word

__all__ = ["Obligation", "find_obligations"]

Obligation = tuple[Word, Word, Entry, list[Word], list[Word]]  # modal, verb, entry, bound, speakers


def find_obligations(sentence: Sentence, lexicon: Lexicon) -> Iterator[Obligation]:
    """Yield modals that put a known kind of actor under an obligation, with who says so."""
    for modal in sentence.words:
        entry = _entry(modal, lexicon)
        if entry is None:
            continue
        verb = modal.head
        slots = verb_slots(verb, lexicon)
        bound = [w for w in slots.get("subject", ()) if names_actor(w, lexicon)]
        if bound:
            meaning = read_meaning(verb, lexicon, complement_of={})
            yield modal, verb, entry, bound, meaning.speakers


def _entry(modal: Word, lexicon: Lexicon) -> Entry | None:
    if modal.dep != "aux" or not modal.head.is_verb:
        return None
    if lexicon.cues.modals.get(modal.lemma) != "demanded":
        return None
    return lexicon.events.obligation
