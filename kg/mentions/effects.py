"""What a governing word makes of an event in its complement, by the cues of the lexicon.

"Called for a raid", "denied the raid", "feared a raid": the event is demanded, denied, feared.
"""

from kg.lexicons import Complement, Lexicon
from kg.mentions.attribution import quoted_by
from kg.mentions.phrases import is_definite
from kg.mentions.words import Word

__all__ = ["PARTAKING", "SAYING", "effect_of", "states_fact"]

CLAUSAL = frozenset(("ccomp", "xcomp", "csubj", "csubj:pass", "parataxis"))
OBJECT_PREPOSITIONS = frozenset(("of", "about", "on", "for", "to", "against", "from"))
CHARGE_PREPOSITIONS = frozenset(("with", "in", "over"))  # "charged with murder, in the beating"
CLAIM = "claim"
CONSIDERING = frozenset(("consider", "mull", "weigh", "contemplate", "ponder"))
HELD = frozenset(("conclude",))  # who concludes talks reports none
PARTAKING = frozenset(("involvement", "role", "complicity", "participation", "hand", "part"))
SAYING = frozenset(
    (
        Complement.REPORTED,
        Complement.BELIEVED,
        Complement.ALLEGED,
        Complement.DENIED,
        Complement.FEARED,
    )
)


def effect_of(
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
    is_known = is_definite(below) or below.has("nmod:poss")
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
        if effect is Complement.NEGATED and _is_aim(below, governor):
            return False
        marks = {mark.lemma for mark in below.has("mark", "case")}
        is_led = governor.is_verb or governor.pos in ("ADJ", "ADV")  # "stopped short of firing"
        return is_led and bool(marks & _leads_of(effect))
    return False


def _is_aim(below: Word, governor: Word) -> bool:
    """Tell whether an infinitive says what one blocks something for: "blocked a road to march"."""
    return below.is_infinitive and governor.is_verb and bool(governor.has("obj"))


def _leads_of(effect: Complement) -> frozenset[str]:
    """Return the prepositions that lead to what a word makes something of."""
    is_charge = effect is Complement.ALLEGED
    return OBJECT_PREPOSITIONS | CHARGE_PREPOSITIONS if is_charge else OBJECT_PREPOSITIONS
