"""How an event is meant, read on one walk from its word up to the root of its sentence.

Every word passed on the way may change the reading, by what the cue lexicon, or the event that it
tells itself, makes of its complement. What a clause only adds ("the men who shelled the town",
"after the attack") is taken for granted: what governs it from then on changes nothing but who says
so.
"""

from collections.abc import Collection

from kg.lexicons import Complement, Lexicon
from kg.mentions.attribution import effects_beside, quoted_by, speaker_of, speakers_beside
from kg.mentions.meaning import Meaning, read_modal, read_own
from kg.mentions.tenses import carrier_of, tense_of
from kg.mentions.words import Word
from kg.model import Certainty, Temporality

__all__ = ["read_meaning", "states_fact"]

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
CLAUSAL = frozenset(("ccomp", "xcomp", "csubj", "csubj:pass", "parataxis"))
OBJECT_PREPOSITIONS = frozenset(("of", "about", "on", "for", "to", "against", "from"))
ADDED = frozenset(("acl:relcl", "appos", "advcl", "nmod", "obl", "nmod:poss", "amod", "compound"))
CHARGE_PREPOSITIONS = frozenset(("with", "in", "over"))  # "charged with murder, in the beating"
PARTAKING = frozenset(("involvement", "role", "complicity", "participation", "hand", "part"))
EXPECTING = frozenset(("expect", "anticipate"))  # of one's own deeds a plan, of others' a guess
SAYING = frozenset(
    (
        Complement.REPORTED,
        Complement.BELIEVED,
        Complement.ALLEGED,
        Complement.DENIED,
        Complement.FEARED,
    )
)

BETWEEN = {
    "NOUN": ("acl", "nmod", "ccomp"),  # "no plans to attack", "no intention of leaving"
    "ADJ": ("xcomp", "ccomp", "obl", "advcl"),  # "not guilty of the attack"
}
CLAIM = "claim"
CONSIDERING = frozenset(("consider", "mull", "weigh", "contemplate", "ponder"))
DEFINITE = frozenset(("the", "this", "that", "these", "those"))
HELD = frozenset(("conclude",))  # who concludes talks reports none
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
            effect = _effect_of(governor, below, lexicon, complement_of)
        is_spoken = below is word and complement_of.get(word.index) in SPOKEN
        if effect in REFUSING and is_spoken and not word.is_verb:
            effect = None  # whoever dismisses an accusation does not deny that it was made
        if effect is not None:
            _apply(effect, governor, below, meaning, lexicon, is_granted=is_granted)
            if not is_granted:
                _read_between(governor, below, effect, meaning, lexicon)
            is_granted = is_granted or effect is Complement.HAPPENED
        elif not _is_one(below, governor, lexicon, also):
            is_granted = is_granted or below.dep in ADDED or _describes(below, governor)
        below = governor
    _read_asides(below, meaning, lexicon, is_granted=is_granted)


def _is_one(below: Word, governor: Word, lexicon: Lexicon, also: Collection[int]) -> bool:
    """Tell whether two words tell one event, or one how many there were: "a wave of arrests"."""
    if below.dep == "acl:relcl":
        return governor.index in also
    grammar = lexicon.grammar
    counts = governor.lemma in grammar.event_sets or governor.lemma in grammar.number_nouns
    return below.dep == "nmod" and below.case == "of" and counts


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
        for child in first.has("advmod"):
            if child.text.lower() in lexicon.cues.negators:
                meaning.deny()


def _effect_of(
    governor: Word, below: Word, lexicon: Lexicon, complement_of: dict[int, Complement]
) -> Complement | None:
    """Return what a governing word makes of its complement; None where it is no complement."""
    effect = complement_of.get(governor.index)
    if effect is None and (led := _led(governor, below, lexicon)) is not None:
        return led
    effect = effect or _effect(governor, below, lexicon)
    if effect is Complement.REFUSED and below.dep in ("obj", "nsubj:pass"):
        told = complement_of.get(below.index) or lexicon.cues.complements.get(below.lemma)
        effect = Complement.DENIED if told in SAYING else effect  # "rejected reports of a raid"
    if effect is None or not _takes(governor, below, effect):
        return None
    if effect is Complement.DEMANDED and below.dep == "ccomp" and states_fact(below):
        return Complement.REPORTED  # "warned that troops were massing"
    if effect is Complement.FEARED and _is_worry(below):
        return None
    return effect


def _is_worry(noun: Word) -> bool:
    """Tell whether what somebody worries about is there: "worry about the violence".

    What bare plurals name is only feared: "worried about attacks".
    """
    is_bare = noun.tag == "NNS" and not noun.has("det", "nmod:poss", "amod", "nummod")
    return not noun.is_verb and noun.case in ("about", "over") and not is_bare


def states_fact(verb: Word) -> bool:
    """Tell whether a clause is in the indicative of past or present, without will or would.

    What is demanded, promised or threatened is not: "demanded that he go", "warned that it would".
    """
    auxiliaries = verb.has("aux", "aux:pass", "cop")
    if any(w.tag == "MD" for w in auxiliaries):
        return False
    finite = ("VBD", "VBZ", "VBP")
    return verb.tag in finite or any(w.tag in finite for w in auxiliaries)


def _is_open(below: Word, governor: Word) -> bool:
    """Tell whether what is considered may or may not be done: "considers sending arms, sanctions".

    What is held to be something, or has a definite article, was: "considered the raid a crime".
    """
    if below.dep != "obj":
        return below.dep in CLAUSAL
    is_known = any(w.lemma in DEFINITE for w in below.has("det")) or below.has("nmod:poss")
    return not is_known and len(governor.has("obj", "xcomp")) == 1


def _led(governor: Word, below: Word, lexicon: Lexicon) -> Complement | None:
    """Return what a word means with the preposition that leads on: "calls for", "in case of"."""
    if below.dep not in ("nmod", "obl"):
        return None
    own = f"{governor.lemma} {below.case}"
    ways = [f"{governor.head.lemma} {own}", own]
    ways += (f"{governor.lemma} {thing.lemma} {below.case}" for thing in governor.has("obj"))
    if governor.tag == "NN" and not governor.has("det", "nummod", "amod", "nmod:poss"):
        ways.append(f"{governor.case} {own}")  # "in case of", but not "in the case of"
    table = lexicon.cues.complements
    return next((table[way] for way in ways if way in table), None)


def _is_proviso(governor: Word, below: Word) -> bool:
    """Tell whether a participle without a subject sets a condition: "provided that rebels go"."""
    is_clause = governor.lemma == "provide" and governor.dep in ("advcl", "mark")
    is_said = any(mark.lemma == "that" for mark in below.has("mark"))
    return is_clause and below.dep == "ccomp" and is_said and not governor.has("nsubj")


def _effect(governor: Word, below: Word, lexicon: Lexicon) -> Complement | None:
    table = lexicon.cues.complements
    if _is_proviso(governor, below):
        return Complement.ENABLED
    for particle in governor.has("compound:prt", "advmod"):  # "call off", "stop short"
        if f"{governor.lemma} {particle.lemma}" in table:
            return table[f"{governor.lemma} {particle.lemma}"]
    if governor.lemma == "be" and any(mark.lemma == "to" for mark in below.has("mark")):
        return Complement.PLANNED  # "is to sign the treaty"
    effect = table.get(governor.lemma)
    if governor.lemma in CONSIDERING and not _is_open(below, governor):
        return None
    if effect is Complement.REPORTED and below.dep in ("obj", "nsubj:pass", "nmod", "obl"):
        if below.dep in ("obj", "nsubj:pass") and governor.lemma == CLAIM:
            return Complement.BELIEVED  # "claimed the attack"
        return effect if below.dep == "obj" and governor.lemma not in HELD else None
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
        is_led = below.case in _leads_of(effect) or governor.lemma in PARTAKING
        return is_led and effect is not Complement.REPORTED
    if below.dep == "advcl":
        if quoted_by(below) is not None:
            return True
        marks = {mark.lemma for mark in below.has("mark", "case")}
        is_led = governor.is_verb or governor.pos in ("ADJ", "ADV")  # "stopped short of firing"
        return is_led and bool(marks & _leads_of(effect))
    return False


def _leads_of(effect: Complement) -> frozenset[str]:
    """Return the prepositions that lead to what a word makes something of."""
    is_charge = effect is Complement.ALLEGED
    return OBJECT_PREPOSITIONS | CHARGE_PREPOSITIONS if is_charge else OBJECT_PREPOSITIONS


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
