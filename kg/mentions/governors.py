"""How an event is meant, read on one walk from its word up to the root of its sentence.

Every word passed on the way may change the reading, by what the cue lexicon, or the event that it
tells itself, makes of its complement. What a clause only adds ("the men who shelled the town",
"after the attack") is taken for granted: what governs it from then on changes nothing but who says
so.
"""

from collections.abc import Collection

from kg.lexicons import Complement, Lexicon
from kg.mentions.attribution import effects_beside, speaker_of, speakers_beside
from kg.mentions.effects import PARTAKING, SAYING, effect_of
from kg.mentions.meaning import Meaning, negators_of, read_modal, read_own
from kg.mentions.tenses import carrier_of, tense_of
from kg.mentions.words import Word
from kg.model import Certainty, Temporality

__all__ = ["read_meaning"]

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
    )
)
ADDED = frozenset(("acl:relcl", "appos", "advcl", "nmod", "obl", "nmod:poss", "amod", "compound"))
PARTAKERS = frozenset(("involve", "involved", "participate", "engage", "complicit", "implicate"))
EXPECTING = frozenset(("expect", "anticipate"))  # of one's own deeds a plan, of others' a guess

BETWEEN = {
    "NOUN": ("acl", "nmod", "ccomp"),  # "no plans to attack", "no intention of leaving"
    "ADJ": ("xcomp", "ccomp", "obl", "advcl"),  # "not guilty of the attack"
}
RESUMING = frozenset(("resume",))  # "prepared to resume bombing": that is still to come
ENDING = frozenset(("stop", "halt", "end", "cease", "continue", "keep"))
SPOKEN = frozenset((Complement.DEMANDED, Complement.ALLEGED))
REFUSING = frozenset((Complement.REFUSED, Complement.DENIED))


def read_meaning(
    word: Word,
    lexicon: Lexicon,
    *,
    complement_of: dict[int, Complement],
    also: Collection[int] = (),
) -> Meaning:
    """Return how the event told by a word is meant.

    Args:
        word: The event's verb or noun.
        lexicon: Its cues.
        complement_of: For the words of this sentence that are events themselves, by index: what
            their lexicon entry makes of an event in their complement.
        also: Words that tell the same event, by index ("the attacks that killed ten").
    """
    meaning = Meaning()
    verb = word if word.is_verb else carrier_of(word)
    if verb is not None and verb is not word and not _lends(verb, word, lexicon):
        verb = None
    meaning.temporality = tense_of(verb) if verb is not None else Temporality.PAST
    read_own(word, meaning, lexicon)
    if verb is not None and verb is not word:
        read_own(verb, meaning, lexicon, noun=word)
    _climb(word, meaning, lexicon, complement_of, also)
    # "according to the indictment" does not tell of the indictment
    meaning.speakers = [speaker for speaker in meaning.speakers if speaker is not word]
    if any(speaker.lemma in lexicon.cues.charges for speaker in meaning.speakers):
        meaning.weaken(Certainty.POSSIBLE)
    return meaning


def _describes(below: Word, governor: Word) -> bool:
    """Tell whether a participle describes a noun ("police accused of abuse")."""
    is_bare = below.dep == "acl" and not below.has("mark", "case")
    return is_bare and governor.pos in ("NOUN", "PROPN")


def _lends(verb: Word, noun: Word, lexicon: Lexicon) -> bool:
    """Tell whether an event noun shares tense, negation and modality of the verb above it.

    "May launch an attack" and "no attack happened" do; in "did not condemn the attack" and "came to
    protest the arrest" attack and arrest are taken for granted.
    """
    own = noun
    while own.dep == "conj" and own.head is not verb:
        own = own.head
    if verb.lemma in lexicon.cues.supports or verb.lemma in lexicon.cues.makers:
        return True
    return own.head is verb and own.dep not in ("obj", "obl", "iobj", "nmod")


def _climb(
    word: Word,
    meaning: Meaning,
    lexicon: Lexicon,
    complement_of: dict[int, Complement],
    also: Collection[int],
) -> None:
    below, is_granted = word, False
    while not below.is_root:
        governor = below.head
        _read_asides(below, meaning, lexicon, is_granted=is_granted)
        effect = None
        if below.dep == "conj":
            _share_auxiliaries(below, governor, meaning, lexicon)
        elif below.dep in COMPLEMENT_DEPS:
            effect = effect_of(governor, below, lexicon, complement_of)
        is_spoken = below is word and complement_of.get(word.index) in SPOKEN
        if effect in REFUSING and is_spoken and not word.is_verb:
            effect = None  # whoever dismisses an accusation does not deny that it was made
        if effect is not None:
            _apply(effect, governor, below, meaning, lexicon, is_granted=is_granted)
            if not is_granted:
                _read_between(governor, below, effect, meaning, lexicon)
            is_begun_again = governor.lemma in RESUMING and governor.is_infinitive
            is_granted = is_granted or (effect is Complement.HAPPENED and not is_begun_again)
        elif not _is_one(below, governor, lexicon, also):
            is_granted = is_granted or below.dep in ADDED or _describes(below, governor)
        elif not is_granted and _takes_part(governor):
            _share_denial(governor, meaning, lexicon)
        below = governor
    _read_asides(below, meaning, lexicon, is_granted=is_granted)


def _is_one(below: Word, governor: Word, lexicon: Lexicon, also: Collection[int]) -> bool:
    """Tell whether two words tell one event: "a wave of arrests", "had part in the arrests"."""
    if below.dep == "acl:relcl":
        return governor.index in also
    if below.dep in ("obl", "nmod") and below.case == "in" and _takes_part(governor):
        return True
    grammar = lexicon.grammar
    counts = governor.lemma in grammar.event_sets or governor.lemma in grammar.number_nouns
    return below.dep == "nmod" and below.case == "of" and counts


def _takes_part(word: Word) -> bool:
    """Tell whether a word says that somebody has part in a deed: "they took part in the raid"."""
    return word.lemma in PARTAKERS or any(w.lemma in PARTAKING for w in word.has("obj"))


def _share_denial(governor: Word, meaning: Meaning, lexicon: Lexicon) -> None:
    """What somebody "was not involved in" he did not do."""
    if negators_of(governor, lexicon):
        meaning.deny()


def _read_asides(word: Word, meaning: Meaning, lexicon: Lexicon, *, is_granted: bool) -> None:
    """Read the clauses of saying beside a clause; what is taken for granted they leave certain."""
    _add_speakers(speakers_beside(word, lexicon), meaning)
    for effect in effects_beside(word, lexicon):
        if not is_granted:
            _change(effect, meaning, is_over=True)


def _add_speakers(speakers: list[Word], meaning: Meaning) -> None:
    meaning.speakers += [w for w in speakers if all(w is not s for s in meaning.speakers)]


def _share_auxiliaries(below: Word, first: Word, meaning: Meaning, lexicon: Lexicon) -> None:
    """In "will arrest and deport", the second verb shares what stands before the first."""
    if not below.is_verb or below.has("aux", "nsubj", "nsubj:pass", "aux:pass"):
        return
    if below.tag == "VBD" and first.tag == "VB":  # "said he could stay and asked for help"
        return
    for child in first.has("aux"):
        read_modal(lexicon.cues.modals.get(child.lemma), meaning)
    if below.tag in ("VB", "VBN", "VBG") and first.has("aux"):
        for _ in negators_of(first, lexicon):
            meaning.deny()


def _apply(
    effect: Complement,
    governor: Word,
    below: Word,
    meaning: Meaning,
    lexicon: Lexicon,
    *,
    is_granted: bool,
) -> None:
    is_guess = governor.lemma in EXPECTING and _is_of_others(governor, below)
    if not is_granted:
        _change(effect, meaning, is_over=_is_over(below))
        if _is_yet_to_end(governor):
            meaning.temporality = Temporality.PRESENT
        if is_guess:
            meaning.weaken(Certainty.POSSIBLE)
    is_raised = effect is Complement.BELIEVED and below.dep == "xcomp"  # "they seem to have left"
    is_said = (effect in SAYING and not is_raised) or is_guess
    speaker = speaker_of(governor, lexicon) if is_said else None
    is_content = speaker is below  # "fears of an assault"
    _add_speakers([speaker] if speaker is not None and not is_content else [], meaning)


def _is_yet_to_end(governor: Word) -> bool:
    """Tell whether a word ends, or keeps up, what therefore goes on: "told them to stop firing"."""
    return governor.lemma in ENDING and governor.tag in ("VB", "NN")


def _is_of_others(governor: Word, below: Word) -> bool:
    """Tell whether somebody else is expected to do it: "expects rebels to", "is expected to"."""
    is_passive = governor.first("aux:pass") is not None
    is_named = bool(governor.has("obj", "iobj")) or bool(below.has("nsubj", "nsubj:pass"))
    return is_passive or is_named


def _is_over(verb: Word) -> bool:
    """Tell whether a clause tells what was: "feared killed", "fears that rebels have killed"."""
    if verb.has("aux") and not any(w.lemma == "have" for w in verb.has("aux")):
        return False
    return verb.tag in ("VBD", "VBN")


def _change(effect: Complement, meaning: Meaning, *, is_over: bool) -> None:
    match effect:
        case Complement.DEMANDED | Complement.REFUSED:
            meaning.is_demanded = True
        case Complement.ALLEGED:
            meaning.weaken(Certainty.POSSIBLE)
        case Complement.BELIEVED:
            meaning.weaken(Certainty.PROBABLE)
        case Complement.FEARED | Complement.ENABLED:
            meaning.weaken(Certainty.POSSIBLE)
            if not is_over:
                meaning.temporality = Temporality.FUTURE
        case Complement.PLANNED:
            meaning.weaken(Certainty.PROBABLE)
            meaning.temporality = Temporality.FUTURE
        case Complement.NEGATED | Complement.DENIED:
            meaning.deny()
        case _:
            pass


def _read_between(
    governor: Word, below: Word, effect: Complement, meaning: Meaning, lexicon: Lexicon
) -> None:
    """Auxiliaries and negations of governing verbs reach their complements too."""
    is_apart = effect in SAYING or effect is Complement.HAPPENED
    deps = BETWEEN.get(governor.pos, ("xcomp", "ccomp", "obj", "nsubj:pass"))
    if is_apart or below.dep not in deps:
        return
    for child in governor.children:
        form = child.text.lower()
        if child.dep in ("advmod", "det") and form in lexicon.cues.negators:
            meaning.deny()
        if child.dep == "aux":
            read_modal(lexicon.cues.modals.get(child.lemma), meaning)
