"""Refusals put as plain futures: "Kenya will not sign the treaty, its envoy said" rejects it.

Who says that his own side will not do something refuses it. Who will not do harm refuses nothing,
and what others will not do is a guess.
"""

from collections.abc import Iterable

from kg.lexicons import Complement, Lexicon, Trigger, TriggerKind
from kg.mentions.meaning import negators_of
from kg.mentions.subjects import is_passive, subject_of
from kg.mentions.triggers import Hit
from kg.mentions.warnings import is_own_side
from kg.mentions.words import Sentence, Word

__all__ = ["with_refusals"]

FUTURE = frozenset(("future", "conditional"))
HOSTILE_QUADS = (3, 4)


def with_refusals(hits: Iterable[Hit], sentence: Sentence, lexicon: Lexicon) -> list[Hit]:
    """Return wordings with refusals in the place of what their verbs tell otherwise."""
    hits = list(hits)
    told = {hit.word.index: hit for hit in hits}
    refusals = [
        refusal
        for word in sentence.words
        if (refusal := _refusal(word, told.get(word.index), lexicon)) is not None
    ]
    taken = {word.index for hit in refusals for word in hit.words}
    others = (hit for hit in hits if taken.isdisjoint(w.index for w in hit.words))
    return sorted((*others, *refusals), key=lambda hit: hit.word.index)


def _refusal(verb: Word, told: Hit | None, lexicon: Lexicon) -> Hit | None:
    """Return the wording of a refusal: auxiliary, negation and verb; None if it is none."""
    entry = lexicon.events.refusal
    words = _words(verb, lexicon)
    if entry is None or words is None or not _is_own(verb, lexicon):
        return None
    if _is_harm(verb, told, lexicon):
        return None
    trigger = Trigger(kind=TriggerKind.VERB, lemmas=(verb.lemma,))
    return Hit(word=verb, words=words, noun=None, options=((trigger, entry),))


def _words(verb: Word, lexicon: Lexicon) -> tuple[Word, ...] | None:
    if not verb.is_verb or verb.dep != "ccomp" or is_passive(verb):
        return None
    cues = lexicon.cues
    modals = [w for w in verb.has("aux") if cues.modals.get(w.lemma) in FUTURE]
    negators = negators_of(verb, lexicon)
    if not modals or not negators or verb.has("cop"):
        return None
    return (*sorted((modals[0], negators[0]), key=lambda w: w.index), verb)


def _is_own(verb: Word, lexicon: Lexicon) -> bool:
    """Tell whether somebody says it of his own side."""
    said = verb.head
    if lexicon.cues.complements.get(said.lemma) is not Complement.REPORTED:
        return False
    subject, speaker = subject_of(verb, lexicon), subject_of(said, lexicon)
    if subject is None or speaker is None:
        return False
    return is_own_side(subject, (speaker,), lexicon)


def _is_harm(verb: Word, told: Hit | None, lexicon: Lexicon) -> bool:
    """Tell whether a verb tells something hostile: who "will not attack" is no refuser.

    What a longer wording tells counts: ending something may harm, ending a strike does not.
    """
    if told is not None and told.noun is not None:
        types = {entry.event_type for _, entry in told.options[:1]}
    else:
        options = lexicon.events.by_verb.get(verb.lemma, ())
        types = {entry.event_type for trigger, entry in options if len(trigger.lemmas) == 1}
    return any(lexicon.events.types[each].quad in HOSTILE_QUADS for each in types)
