"""How an event is meant: affirmed or denied, how surely, when, and who says so.

One walk from the event's word up to the root of its sentence. Every word passed on the way may
change the reading: auxiliaries and negations of the word itself, then each governing word by what
the cue lexicon says it makes of its complement.
"""

from dataclasses import dataclass, field

from kg.lexicons import Complement, Lexicon
from kg.mentions.arguments import subject_of
from kg.mentions.phrases import conjuncts, is_nominal
from kg.mentions.syntax import Word
from kg.model import Certainty, Polarity, Temporality

__all__ = ["Meaning", "read_meaning", "speaker_of_sentence"]

COMPLEMENT_DEPS = frozenset(
    (
        "ccomp",
        "xcomp",
        "acl",
        "csubj",
        "csubj:pass",
        "obj",
        "nsubj:pass",
        "advcl",
        "parataxis",
        "nmod",
        "obl",
        "acl:relcl",
        "appos",
    )
)
CLAUSAL = frozenset(("ccomp", "xcomp", "csubj", "csubj:pass", "parataxis"))
OBJECT_PREPOSITIONS = frozenset(
    ("of", "about", "on", "for", "to", "against", "from", "over", "with")
)
OWN_DEED = frozenset(
    (Complement.PLANNED, Complement.NEGATED, Complement.BEGAN, Complement.HAPPENED)
)
SAYING = frozenset(
    (
        Complement.REPORTED,
        Complement.BELIEVED,
        Complement.ALLEGED,
        Complement.DENIED,
        Complement.FEARED,
    )
)


@dataclass(slots=True)
class Meaning:
    """What the walk has found so far.

    `is_demanded`: the event is only demanded, threatened or promised, and is no claim of its own.
    `speakers` are head words, innermost first.
    """

    polarity: Polarity = Polarity.AFFIRMED
    certainty: Certainty = Certainty.CERTAIN
    temporality: Temporality = Temporality.PAST
    speakers: list[Word] = field(default_factory=list)
    is_demanded: bool = False

    def deny(self) -> None:
        """Turn the polarity round."""
        is_affirmed = self.polarity is Polarity.AFFIRMED
        self.polarity = Polarity.DENIED if is_affirmed else Polarity.AFFIRMED

    def weaken(self, certainty: Certainty) -> None:
        """Lower the certainty, never raise it."""
        order = list(Certainty)
        self.certainty = max(self.certainty, certainty, key=order.index)


def read_meaning(word: Word, lexicon: Lexicon, *, complement_of: dict[int, Complement]) -> Meaning:
    """Return how the event told by a word is meant.

    Args:
        word: The event's verb or noun.
        lexicon: Its cues.
        complement_of: For the words of this sentence that are events themselves, by index: what
            their lexicon entry makes of an event in their complement.
    """
    meaning = Meaning()
    verb = word if word.is_verb else _carrier(word)
    meaning.temporality = _tense(verb) if verb is not None else Temporality.PAST
    _read_own(word, meaning, lexicon)
    if verb is not None and verb is not word:
        _read_own(verb, meaning, lexicon)
    _climb(word, meaning, lexicon, complement_of)
    return meaning


def _carrier(noun: Word) -> Word | None:
    """The verb whose tense an event noun shares."""
    for ancestor in noun.ancestors():
        if ancestor.is_verb:
            return ancestor
        if ancestor.first("cop") is not None:
            return ancestor
    return None


def _tense(verb: Word) -> Temporality:
    auxiliaries = verb.has("aux", "aux:pass", "cop")
    lemmas = {w.lemma for w in auxiliaries} | {w.text.lower() for w in auxiliaries}
    tags = {w.tag for w in auxiliaries}
    if lemmas & {"will", "shall", "'ll", "’ll"} or (verb.lemma == "go" and verb.tag == "VBG"):
        return Temporality.FUTURE
    if verb.tag == "VBG" and tags & {"VBZ", "VBP"} and "have" not in lemmas:
        return Temporality.PRESENT
    if verb.tag in ("VBZ", "VBP") and not auxiliaries:
        return Temporality.PRESENT
    if (
        verb.tag in ("VB", "VBG", "VBN")
        and verb.dep in ("xcomp", "advcl", "acl", "conj")
        and not auxiliaries
    ):
        return _tense(verb.head) if verb.head.is_verb and verb.tag != "VBN" else Temporality.PAST
    return Temporality.PAST


def _read_own(word: Word, meaning: Meaning, lexicon: Lexicon) -> None:
    """Negation, auxiliaries, adverbs and adjectives of the word itself."""
    cues = lexicon.cues
    for child in word.children:
        lemma, form = child.lemma, child.text.lower()
        if _denies(child, lexicon):
            meaning.deny()
        elif child.dep == "aux":
            _read_modal(cues.modals.get(lemma) or cues.modals.get(form), meaning)
        elif child.dep in ("advmod", "amod"):
            _read_adverb(cues.adverbs.get(lemma) or cues.adverbs.get(form), meaning)
    _read_preposition(word, meaning, lexicon)


def _denies(child: Word, lexicon: Lexicon) -> bool:
    """Tell whether a child says no: "not", "no", "nobody", "no shots"."""
    if child.dep in ("advmod", "det", "neg", "preconj", "cc:preconj"):
        return child.text.lower() in lexicon.cues.negators
    return child.dep in ("nsubj", "nsubj:pass", "obj") and _is_nobody(child, lexicon)


def _is_nobody(word: Word, lexicon: Lexicon) -> bool:
    negators = lexicon.cues.negators
    return word.text.lower() in negators or any(
        c.dep == "det" and c.text.lower() in negators for c in word.children
    )


def _read_modal(effect: str | None, meaning: Meaning) -> None:
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
        meaning.weaken(Certainty.PROBABLE)  # a purpose: "marched to seize the town"
        meaning.temporality = Temporality.FUTURE


def _climb(
    word: Word, meaning: Meaning, lexicon: Lexicon, complement_of: dict[int, Complement]
) -> None:
    below = word
    while not below.is_root:
        governor = below.head
        if below.dep == "conj":
            if governor.is_verb == below.is_verb:
                _share_auxiliaries(below, governor, meaning, lexicon)
        elif below.dep in COMPLEMENT_DEPS:
            effect = complement_of.get(governor.index) or _effect(governor, below, lexicon)
            if effect is not None and _takes(governor, below, effect):
                _apply(effect, governor, meaning, lexicon)
            if governor is not word:
                _read_between(governor, below, effect, meaning, lexicon)
        _said_beside(below, meaning, lexicon)
        below = governor
    _said_beside(below, meaning, lexicon)


def _share_auxiliaries(below: Word, first: Word, meaning: Meaning, lexicon: Lexicon) -> None:
    """In "will arrest and deport", the second verb shares what stands before the first."""
    if not below.is_verb or below.has("aux", "nsubj", "nsubj:pass", "aux:pass"):
        return
    for child in first.has("aux"):
        _read_modal(lexicon.cues.modals.get(child.lemma), meaning)
    if below.tag in ("VB", "VBN", "VBG") and first.has("aux"):
        for child in first.has("advmod"):
            if child.text.lower() in lexicon.cues.negators:
                meaning.deny()


def _effect(governor: Word, below: Word, lexicon: Lexicon) -> Complement | None:
    table = lexicon.cues.complements
    particle = governor.first("compound:prt")
    if particle is not None and f"{governor.lemma} {particle.lemma}" in table:
        return table[f"{governor.lemma} {particle.lemma}"]
    effect = table.get(governor.lemma)
    if effect is Complement.REPORTED and below.dep in ("obj", "nsubj:pass", "nmod", "obl"):
        return effect if below.dep == "obj" else None
    return effect


def _takes(governor: Word, below: Word, effect: Complement) -> bool:
    """Tell whether a word's effect reaches the event in this position."""
    if below.dep in CLAUSAL:
        return True
    if below.dep == "acl":
        return governor.pos in ("NOUN", "ADJ")
    if below.dep in ("obj", "nsubj:pass"):
        return governor.is_verb
    if below.dep in ("nmod", "obl"):
        return below.case in OBJECT_PREPOSITIONS and effect is not Complement.REPORTED
    if below.dep == "advcl":
        marks = {mark.lemma for mark in below.has("mark", "case")}
        return governor.is_verb and bool(marks & OBJECT_PREPOSITIONS)
    return False


def _apply(effect: Complement, governor: Word, meaning: Meaning, lexicon: Lexicon) -> None:
    match effect:
        case Complement.DEMANDED:
            meaning.is_demanded = True
        case Complement.ALLEGED:
            meaning.weaken(Certainty.POSSIBLE)
        case Complement.BELIEVED:
            meaning.weaken(Certainty.PROBABLE)
        case Complement.FEARED:
            meaning.weaken(Certainty.POSSIBLE)
            meaning.temporality = Temporality.FUTURE
        case Complement.PLANNED:
            meaning.weaken(Certainty.PROBABLE)
            meaning.temporality = Temporality.FUTURE
        case Complement.NEGATED | Complement.DENIED:
            meaning.deny()
        case _:
            pass
    if effect in SAYING:
        speaker = _speaker(governor, lexicon)
        if speaker is not None and all(s is not speaker for s in meaning.speakers):
            meaning.speakers.append(speaker)


def _speaker(governor: Word, lexicon: Lexicon) -> Word | None:
    """The subject of the word of saying; of a noun, its possessor."""
    if governor.is_verb:
        agent = next((w for w in governor.has("obl", "obl:agent") if w.case == "by"), None)
        subject = agent if agent is not None else subject_of(governor, lexicon)
    else:
        subject = governor.first("nmod:poss") or next(
            (w for w in governor.has("nmod") if w.case in ("by", "from", "of")), None
        )
    if subject is None or subject.lemma in ("it", "there", "that", "this", "what"):
        return None
    return subject if is_nominal(subject) else None


def _read_between(
    governor: Word, below: Word, effect: Complement | None, meaning: Meaning, lexicon: Lexicon
) -> None:
    """Auxiliaries and negations of governing verbs reach their complements too."""
    if (
        effect is None
        or effect in SAYING
        or below.dep not in ("xcomp", "ccomp", "obj", "nsubj:pass")
    ):
        return
    for child in governor.children:
        form = child.text.lower()
        if child.dep in ("advmod", "det") and form in lexicon.cues.negators:
            meaning.deny()
        if child.dep == "aux":
            _read_modal(lexicon.cues.modals.get(child.lemma), meaning)


def _said_beside(word: Word, meaning: Meaning, lexicon: Lexicon) -> None:
    """A speaker beside the clause: "…, officials said" and "according to officials"."""
    for child in word.children:
        if child.dep in ("parataxis", "ccomp", "advcl", "acl:relcl") and _is_saying(child, lexicon):
            if child.index > word.index and child.dep != "parataxis" and child.has("mark"):
                continue
            if child.dep in ("ccomp", "advcl", "acl:relcl") and not _stands_apart(child):
                continue
            _add_speaker(_speaker(child, lexicon), meaning)
        elif child.dep in ("obl", "nmod", "advcl", "parataxis") and _is_attribution(child, lexicon):
            _add_speaker(child, meaning)


def _is_saying(verb: Word, lexicon: Lexicon) -> bool:
    return verb.is_verb and lexicon.cues.complements.get(verb.lemma) is Complement.REPORTED


def _stands_apart(verb: Word) -> bool:
    """A short clause of saying, with nothing said inside it."""
    return not verb.has("ccomp", "xcomp", "obj", "parataxis")


def _is_attribution(word: Word, lexicon: Lexicon) -> bool:
    return tuple(word.case.split()) in lexicon.cues.attribution


def _add_speaker(speaker: Word | None, meaning: Meaning) -> None:
    if speaker is not None and all(s is not speaker for s in meaning.speakers):
        meaning.speakers.append(next(conjuncts(speaker)))


def speaker_of_sentence(words: tuple[Word, ...], lexicon: Lexicon) -> Word | None:
    """Return the subject of a sentence's last verb of saying, or None."""
    speakers = [_speaker(word, lexicon) for word in words if _is_saying(word, lexicon)]
    found = [speaker for speaker in speakers if speaker is not None]
    return found[-1] if found else None
