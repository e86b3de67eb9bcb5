"""Warnings: of one's own deeds they threaten, of facts and of others' deeds they only report."""

from collections.abc import Iterable

from kg.lexicons import Lexicon, find_country
from kg.mentions.effects import states_fact
from kg.mentions.subjects import subject_of
from kg.mentions.words import Word
from kg.model import EventType

__all__ = ["fits_warning", "is_own_side"]

WARNINGS = frozenset(("warning",))
OWN = frozenset(("it", "he", "she", "they", "we", "i"))


def fits_warning(
    word: Word, event_type: EventType, actors: Iterable[Word], lexicon: Lexicon
) -> bool:
    """Tell whether a warning with a clause can be an event of a type; other words always can.

    "Washington warned that it would strike back" is a threat, "Kyiv warned that Moscow was massing
    troops" a report, "Kyiv warned that Moscow would attack" neither demand nor threat.
    """
    clause = _warned_of(word, lexicon)
    if clause is None:
        return True
    if event_type is not EventType.THREATEN or states_fact(clause):
        return False
    subject = subject_of(clause, lexicon)
    return subject is None or is_own_side(subject, actors, lexicon)


def _warned_of(word: Word, lexicon: Lexicon) -> Word | None:
    """Return the clause of a warning: "warned that", "issued a warning to Kessa that"."""
    if word.lemma in lexicon.grammar.warning_verbs:
        return word.first("ccomp")
    noun = word if _is_warning(word) else next(filter(_is_warning, word.has("obj")), None)
    if noun is None:
        return None
    clauses = [*noun.has("acl", "ccomp"), *word.has("ccomp", "advcl")]
    return next((c for c in clauses if any(m.lemma == "that" for m in c.has("mark"))), None)


def _is_warning(noun: Word) -> bool:
    return noun.lemma in WARNINGS


def is_own_side(subject: Word, actors: Iterable[Word], lexicon: Lexicon) -> bool:
    """Tell whether a clause's subject may be the one who speaks: a pronoun, or of one country."""
    if subject.lemma in OWN:
        return True
    country = _country(subject, lexicon)
    return country is None or country in {_country(actor, lexicon) for actor in actors}


def _country(word: Word, lexicon: Lexicon) -> str | None:
    texts = [word, *word.has("amod", "compound", "nmod:poss", "flat")]
    names = (w.name.text if w.name is not None else w.text for w in texts)
    return next((code for name in names if (code := find_country(lexicon.world, name))), None)
