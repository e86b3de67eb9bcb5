"""How an event is meant: what its own word and clause show of polarity, certainty and time."""

from dataclasses import dataclass, field

from kg.lexicons import Complement, Lexicon
from kg.mentions.words import Word
from kg.model import Certainty, Polarity, Temporality

__all__ = ["Meaning", "negators_of", "read_modal", "read_own"]

MAYBE = frozenset(("may", "might", "could", "can"))


@dataclass(slots=True)
class Meaning:
    """What the walk has found so far.

    `is_demanded`: the event is only demanded, threatened or promised, and is no claim of its own.
    `is_purpose`: it is what something was done for, and nothing else makes it uncertain.
    `speakers` are head words, innermost first.
    """

    polarity: Polarity = Polarity.AFFIRMED
    certainty: Certainty = Certainty.CERTAIN
    temporality: Temporality = Temporality.PAST
    speakers: list[Word] = field(default_factory=list)
    is_demanded: bool = False
    is_purpose: bool = False

    def deny(self) -> None:
        """Turn the polarity round."""
        is_affirmed = self.polarity is Polarity.AFFIRMED
        self.polarity = Polarity.DENIED if is_affirmed else Polarity.AFFIRMED

    def weaken(self, certainty: Certainty) -> None:
        """Lower the certainty, never raise it."""
        order = list(Certainty)
        self.certainty = max(self.certainty, certainty, key=order.index)


def read_own(word: Word, meaning: Meaning, lexicon: Lexicon, *, noun: Word | None = None) -> None:
    """Read negation, auxiliaries, adverbs and adjectives of the word itself.

    Args:
        word: The word of an event, or the verb that lends it how it is meant.
        meaning: Changed by what is read.
        lexicon: Its cues.
        noun: The word of the event, where `word` is but the verb above it.
    """
    cues = lexicon.cues
    for child in word.children:
        lemma, form = child.lemma, child.text.lower()
        if _denies(child, lexicon):
            if noun is None or _reaches(child, word, noun, lexicon):
                meaning.deny()
        elif child.dep == "aux":
            effect = cues.modals.get(lemma) or cues.modals.get(form)
            is_shifted = effect == "conditional" and _is_reported(word, lexicon)
            is_due = lemma == "be" and word.tag == "VB"  # "is to sign the treaty"
            read_modal("future" if is_shifted or is_due else effect, meaning)
        elif child.dep in ("advmod", "amod"):
            _read_adverb(cues.adverbs.get(lemma) or cues.adverbs.get(form), meaning)
    if meaning.temporality is Temporality.FUTURE:
        if _is_perfect(word):
            meaning.temporality = Temporality.PAST
        if _is_ongoing(word):
            meaning.temporality = Temporality.PRESENT
        if any(_is_condition(child, lexicon) for child in word.has("advcl")):
            meaning.weaken(Certainty.POSSIBLE)
    _read_preposition(word, meaning, lexicon)


def _is_perfect(verb: Word) -> bool:
    """Tell whether a verb says that something may, or would, be over: "may have been killed"."""
    auxiliaries = {word.lemma for word in verb.has("aux")}
    return "have" in auxiliaries and bool(auxiliaries & (MAYBE | {"would"}))


def _is_ongoing(verb: Word) -> bool:
    """Tell whether a verb says that something may be under way: "could be building arms"."""
    auxiliaries = {word.lemma for word in verb.has("aux")}
    return verb.tag == "VBG" and "be" in auxiliaries and bool(auxiliaries & MAYBE)


def _is_condition(clause: Word, lexicon: Lexicon) -> bool:
    """Tell whether a clause says on what another depends: "if the port closes"."""
    marks = (word.lemma for word in clause.has("mark"))
    return any(lexicon.cues.prepositions.get(mark) == "conditional" for mark in marks)


def _is_reported(verb: Word, lexicon: Lexicon) -> bool:
    """Tell whether a verb of saying in the past leads a clause: its "would" was a "will"."""
    head = verb.head
    is_said = lexicon.cues.complements.get(head.lemma) is Complement.REPORTED
    return verb.dep == "ccomp" and is_said and head.tag in ("VBD", "VBN")


def negators_of(word: Word, lexicon: Lexicon) -> list[Word]:
    """Return the adverbs that deny what a word tells: "not", "never"."""
    return [w for w in word.has("advmod") if w.text.lower() in lexicon.cues.negators]


def _denies(child: Word, lexicon: Lexicon) -> bool:
    """Tell whether a child says no: "not", "no", "nobody", "no shots"."""
    if child.dep in ("advmod", "det", "neg", "preconj", "cc:preconj", "cc"):
        return child.text.lower() in lexicon.cues.negators
    return child.dep in ("nsubj", "nsubj:pass", "obj") and _is_nobody(child, lexicon)


def _reaches(negation: Word, verb: Word, noun: Word, lexicon: Lexicon) -> bool:
    """Tell whether what denies a verb denies the event noun below it.

    "No" before the noun is read with the noun, and goes on to those that "and" joins to it; before
    another it denies that ("no word of the clash"). What a verb denies of its subject is no denial
    of the subject ("the deal does not cover Gaza"), unless it says that it happens.
    """
    top = noun
    while top.head is not verb and not top.is_root:
        top = top.head
    if negation is top:
        first = noun.first_of_several()
        return first is top and first is not noun
    cues = lexicon.cues
    if top.dep == "nsubj":
        return verb.lemma in cues.occurring
    if top.dep == "nsubj:pass":
        return verb.lemma in cues.occurring | cues.supports | cues.makers
    return True


def _is_nobody(word: Word, lexicon: Lexicon) -> bool:
    negators = lexicon.cues.negators
    return word.text.lower() in negators or any(
        c.text.lower() in negators for c in word.has("det", "cc:preconj")
    )


def read_modal(effect: str | None, meaning: Meaning) -> None:
    """Let an auxiliary change the meaning by what the cue lexicon says of it."""
    match effect:
        case "possible":
            meaning.weaken(Certainty.POSSIBLE)
            meaning.temporality = Temporality.FUTURE
        case "future":
            meaning.weaken(Certainty.PROBABLE)
            meaning.temporality = Temporality.FUTURE
        case "conditional":
            meaning.weaken(Certainty.POSSIBLE)
            meaning.temporality = Temporality.FUTURE
        case "demanded":
            meaning.is_demanded = True
        case _:
            pass


def _read_adverb(effect: str | None, meaning: Meaning) -> None:
    match effect:
        case "probable":
            meaning.weaken(Certainty.PROBABLE)
        case "possible":
            meaning.weaken(Certainty.POSSIBLE)
        case "future":
            meaning.weaken(Certainty.PROBABLE)
            meaning.temporality = Temporality.FUTURE
        case "denied":
            meaning.deny()
        case _:
            pass


def _read_preposition(word: Word, meaning: Meaning, lexicon: Lexicon) -> None:
    """Prepositions: "without firing", "if it attacks", "instead of talks"."""
    leads = [*word.has("mark", "case")]
    for lead in leads:
        effect = lexicon.cues.prepositions.get(lead.lemma)
        if effect == "denied":
            meaning.deny()
        elif effect == "conditional":
            meaning.weaken(Certainty.POSSIBLE)
            meaning.temporality = Temporality.FUTURE
        elif effect == "future" and not word.is_verb:
            meaning.temporality = Temporality.FUTURE
            meaning.weaken(Certainty.PROBABLE)
    if word.dep == "advcl" and any(lead.lemma == "to" for lead in leads) and word.tag == "VB":
        is_denied = any(_denies(child, lexicon) for child in word.head.children)
        is_done = word.head.tag == "VBD" and not is_denied
        meaning.is_purpose = is_done and meaning.certainty is Certainty.CERTAIN
        meaning.weaken(Certainty.PROBABLE)  # a purpose: "marched to seize the town"
        meaning.temporality = Temporality.FUTURE
