"""What the cue lexicon holds: words that change how an event is meant, and who says so."""

from collections.abc import Mapping
from dataclasses import dataclass

from kg.lexicons.events import Complement

__all__ = ["Cues"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """Words that change how an event is meant.

    Attributes:
        complements: Lemma of a verb, noun or adjective that is no event itself, to what events in
            its complement become ("say" -> reported, "fail" -> negated).
        supports: Light verbs that lend their subject to an event noun ("launch an attack").
        makers: Verbs by which their object comes about, and shares how they are meant ("spark").
        occurring: Verbs that say of their subject that it happens; denied, they deny it.
        modals: Lemma of an auxiliary to "possible", "probable", "future" or "demanded".
        adverbs: Lemma of an adverb or adjective to "probable", "possible" or "denied".
        negators: Determiners, particles and pronouns that deny.
        prepositions: Preposition lemma to what it makes of an event noun under it ("without" ->
            "denied", "despite" -> "affirmed").
        times: First word of a phrase of time to its further words and what it tells of, the longest
            phrase first ("next" -> "next week": "ahead").
        attribution: Prepositional leads to a speaker ("according to"), as lemma tuples.
        charges: Nouns of what only accuses ("according to the indictment").
    """

    complements: Mapping[str, Complement]
    supports: frozenset[str]
    makers: frozenset[str]
    occurring: frozenset[str]
    modals: Mapping[str, str]
    adverbs: Mapping[str, str]
    negators: frozenset[str]
    prepositions: Mapping[str, str]
    times: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    attribution: tuple[tuple[str, ...], ...]
    charges: frozenset[str]
