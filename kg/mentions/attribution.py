"""Who says so: the subjects of verbs of saying, above, beside and around a clause."""

from kg.lexicons import Complement, Lexicon
from kg.mentions.phrases import conjuncts, is_nominal
from kg.mentions.subjects import subject_of
from kg.mentions.words import Word

__all__ = [
    "ASIDES",
    "effects_beside",
    "is_attribution",
    "is_told_of",
    "quoted_by",
    "speaker_of",
    "speaker_of_sentence",
    "speakers_beside",
]

ASIDES = frozenset((Complement.REPORTED, Complement.BELIEVED, Complement.ALLEGED))
BESIDE = frozenset(("parataxis", "ccomp", "advcl", "acl:relcl"))  # labels of a clause of saying
CALLING = frozenset(("call", "deem", "label", "describe"))  # "called it untrue that"
NO_SPEAKERS = frozenset(("there", "that", "this", "what"))
NAMED = frozenset(("PERSON", "ORG"))
NEVER_SPEAK = frozenset(("EVENT", "FAC", "LOC", "WEAPON", "DATE"))


def speaker_of(governor: Word, lexicon: Lexicon) -> Word | None:
    """Return who says it: the subject of a verb of saying; of a noun, its possessor.

    Who "is believed", "was told" or stands "accused" of something says nothing; what "it appears"
    nobody says.
    """
    quoted = quoted_by(governor)
    if quoted is not None:
        subject: Word | None = quoted
    elif governor.is_verb:
        agent = next((w for w in governor.has("obl", "obl:agent") if w.case == "by"), None)
        is_accused = governor.tag == "VBN" and governor.dep in ("acl", "amod")
        is_passive = is_accused or governor.first("aux:pass") is not None
        own = None if is_passive else subject_of(governor, lexicon)
        subject = agent if agent is not None else own
    elif governor.dep == "xcomp" and governor.head.lemma in CALLING:
        subject = subject_of(governor.head, lexicon)
    else:
        subject = governor.first("nmod:poss") or next(
            (w for w in governor.has("nmod") if w.case in ("by", "from", "of")), None
        )
    if subject is None or not _can_speak(subject):
        return None
    subject = _by_name(subject)
    return subject if subject.lemma != "it" or _is_saying(governor, lexicon) else None


def _by_name(speaker: Word) -> Word:
    """Return the name behind an office, where both are told: "a spokesman, Dan Morrow, said"."""
    names = (w for w in speaker.has("appos") if w.name is not None and w.name.label in NAMED)
    return next(names, speaker) if speaker.name is None else speaker


def quoted_by(verb: Word) -> Word | None:
    """Return whom somebody quotes, of what he says: "the agency quotes a doctor as saying …"."""
    is_quoted = verb.head.lemma == "quote" and any(w.lemma == "as" for w in verb.has("mark"))
    return verb.head.first("obj", "nsubj:pass") if is_quoted else None


def is_told_of(verb: Word, lexicon: Lexicon) -> bool:
    """Tell whether a clause of its own tells of a deed: "police said they had charged a man".

    What somebody says that he wants, opposes or suspects, he does by saying it; not what he will.
    """
    if verb.dep != "ccomp" or not verb.has("nsubj", "nsubj:pass"):
        return False
    auxiliaries = verb.has("aux", "aux:pass")
    if verb.lemma in lexicon.grammar.attitudes:
        return any(w.tag == "MD" for w in auxiliaries)
    return verb.tag == "VBD" or bool(auxiliaries)


def _can_speak(word: Word) -> bool:
    if word.name is not None:
        return word.name.label not in NEVER_SPEAK
    return word.lemma not in NO_SPEAKERS and is_nominal(word)


def speakers_beside(word: Word, lexicon: Lexicon) -> list[Word]:
    """Return the speakers beside a clause: "…, officials said" and "according to officials"."""
    found: list[Word] = []
    for child in word.children:
        if _says_of(child, word, lexicon):
            speaker = speaker_of(child, lexicon)
            found += [speaker] if speaker is not None else []
        elif child.dep in ("obl", "nmod", "advcl", "parataxis") and is_attribution(child, lexicon):
            found.append(next(conjuncts(child)))
        elif child.dep in ("nsubj", "nsubj:pass"):  # "The rebels, according to the army, fled"
            aside = (w for w in child.has("nmod") if is_attribution(w, lexicon))
            found += [next(conjuncts(w)) for w in aside]
    return found


def effects_beside(word: Word, lexicon: Lexicon) -> list[Complement]:
    """Return what clauses of saying beside a clause make of it: "…, police believe"."""
    table = lexicon.cues.complements
    return [table[child.lemma] for child in word.children if _says_of(child, word, lexicon)]


def _says_of(child: Word, word: Word, lexicon: Lexicon) -> bool:
    """Tell whether a clause beside another is a clause of saying: ", he said"."""
    if child.dep not in BESIDE or not child.is_verb:
        return False
    told = lexicon.cues.complements.get(child.lemma)
    if child.dep == "parataxis":
        return told in ASIDES  # ", the monitors concluded"
    if told is not Complement.REPORTED or not _stands_apart(child):
        return False
    return not (child.index > word.index and child.has("mark"))


def _is_saying(verb: Word, lexicon: Lexicon) -> bool:
    return verb.is_verb and lexicon.cues.complements.get(verb.lemma) is Complement.REPORTED


def _stands_apart(verb: Word) -> bool:
    """A short clause of saying, with nothing said inside it."""
    return not verb.has("ccomp", "xcomp", "obj", "parataxis")


def is_attribution(word: Word, lexicon: Lexicon) -> bool:
    """Tell whether a phrase names who says so: "according to the governor"."""
    return tuple(word.case.split()) in lexicon.cues.attribution


def speaker_of_sentence(words: tuple[Word, ...], lexicon: Lexicon) -> Word | None:
    """Return the subject of a sentence's last verb of saying, or None."""
    speakers = [speaker_of(word, lexicon) for word in words if _is_saying(word, lexicon)]
    found = [speaker for speaker in speakers if speaker is not None]
    return found[-1] if found else None
