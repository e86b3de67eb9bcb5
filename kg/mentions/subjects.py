"""Who does what a verb says: the passives undone, the subject found through all that shares it.

A participle's subject is the noun it hangs on, an infinitive's is found by control, that of a
coordinated verb by the verb before it.
"""

from collections.abc import Iterator

from kg.lexicons import Lexicon
from kg.mentions.phrases import is_nominal
from kg.mentions.words import RELATIVES, Word

__all__ = ["PASSIVE_SUBJECTS", "SUBJECTS", "is_passive", "obliques", "subject_of"]

SUBJECTS = ("nsubj", "nsubj:outer")
PASSIVE_SUBJECTS = ("nsubj:pass",)
OBLIQUES = ("obl", "nmod", "obl:agent", "obl:npmod", "obl:tmod", "obl:unmarked")
REDUCED = ("acl", "amod", "dep")
TO_BLAME = frozenset(("blame",))
MINDS = {"oppose": "to"}  # participles of a state of mind: who is "opposed to it" opposes it
OBJECTS = ("obj", "iobj", "ccomp", "xcomp")
STOPS = (".", "!", "?")
NEVER_ALONE = frozenset(  # verbs that never go without their object
    (
        *("abduct", "arrest", "assassinate", "behead", "convict", "deport", "detain", "extradite"),
        *("imprison", "indict", "injure", "jail", "kidnap", "kill", "oust", "slay", "wound"),
    )
)


def is_passive(verb: Word) -> bool:
    """Tell whether a verb form is passive: by its auxiliary, or as a bare participle."""
    if _is_of_mind(verb):
        return False
    if verb.has("aux:pass") or _is_to_blame(verb) or _is_unmarked(verb):
        return True
    if verb.has("nsubj:pass") and (verb.has("obl:agent") or not _stands_alone(verb)):
        return True
    if verb.has(*SUBJECTS, *PASSIVE_SUBJECTS) and not verb.has("obl:agent"):
        return False  # "the army shelled", with the tag of a participle
    if verb.has("obl:agent") and verb.dep in REDUCED:
        return True  # "the town attacked by rebels", whatever the tag says
    if verb.tag != "VBN" or verb.has("aux", "obj"):
        return False
    if verb.dep == "conj" and verb.head.is_verb and not verb.has(*SUBJECTS):
        return is_passive(verb.head)
    if verb.dep == "acl:relcl":
        return False
    return verb.dep in (*REDUCED, "advcl", "xcomp", "ccomp", "root", "ROOT")


def _is_of_mind(verb: Word) -> bool:
    """Tell whether a participle with a form of "be" says what its subject thinks."""
    lead = MINDS.get(verb.lemma)
    return lead is not None and any(word.case == lead for word in verb.has("obl"))


def _is_to_blame(verb: Word) -> bool:
    """Tell whether a verb is passive though nothing marks it: "the army is to blame for it"."""
    if verb.lemma not in TO_BLAME or verb.has("obj"):
        return False
    is_to = verb.has("cop", "aux") and any(w.tag == "TO" for w in verb.has("mark"))
    is_below_be = verb.dep == "xcomp" and verb.head.lemma == "be"
    return bool(is_to or is_below_be)


def _is_unmarked(verb: Word) -> bool:
    """Tell whether a verb with a subject is passive though its auxiliary is left out.

    A headline leaves it out ("Two officers arrested after a raid": nobody arrests without arresting
    somebody), and so does a clause beside a passive ("homes were raided and papers seized").
    """
    if verb.tag not in ("VBN", "VBD"):
        return False
    subject = verb.first(*SUBJECTS, *PASSIVE_SUBJECTS)
    if subject is None or subject.lemma in RELATIVES or verb.has("aux", *OBJECTS):
        return False
    if verb.dep in ("acl", "acl:relcl"):  # "the hostages Hamas kidnapped"
        return False
    is_headline = verb.is_root and not any(mark.text in STOPS for mark in verb.has("punct"))
    if is_headline and verb.tag == "VBN" and verb.has(*PASSIVE_SUBJECTS):
        return True
    if verb.dep == "conj" and verb.tag == "VBN" and verb.head.has("aux:pass"):
        return True
    shares = any(w.has("obj") for w in verb.has("conj"))
    return verb.lemma in NEVER_ALONE and not shares


def _stands_alone(verb: Word) -> bool:
    """A main verb without any auxiliary is no passive: "the mob set upon two men"."""
    return verb.dep in ("root", "ROOT") and not verb.has("aux", "aux:pass")


def subject_of(verb: Word, lexicon: Lexicon) -> Word | None:
    """Return the grammatical subject of a verb, found through relatives, control, coordination."""
    own = verb.first(*SUBJECTS, *PASSIVE_SUBJECTS)
    if own is not None and own.pos != "SCONJ":
        return _antecedent(own, verb)
    if verb.dep in ("acl:relcl", "acl", "amod") and is_nominal(verb.head):
        return _clause_head(verb)
    if verb.dep == "conj" and (verb.head.is_verb or verb.head.has(*SUBJECTS)):
        return subject_of(verb.head, lexicon)
    if verb.dep in ("xcomp", "ccomp", "advcl", "acl") and verb.head.pos != "PUNCT":
        return _controller(verb, lexicon)
    return None


def _antecedent(subject: Word, verb: Word) -> Word:
    """A relative word stands for the noun that its clause hangs on."""
    clause = verb.first_of_several()
    if subject.lemma in RELATIVES and clause.dep in ("acl:relcl", "acl"):
        return clause.head
    return subject


def _clause_head(verb: Word) -> Word | None:
    """The noun that a participle or infinitive describes; "plan to attack" is no attacker."""
    head = verb.head
    if head.text.lower() == "those" and head.case == "among":  # "the mayor was among those killed"
        return next(iter((*head.has(*SUBJECTS), *head.head.has(*SUBJECTS))), head)
    if verb.dep == "acl:relcl" and not verb.has("obj") and not is_passive(verb):
        return None  # "the town that rebels shelled" without a word for the subject
    marks = {mark.lemma for mark in verb.has("mark")}
    if verb.dep == "acl" and "to" in marks and head.name is None and head.pos == "NOUN":
        return _owner(head)
    return head


def _owner(noun: Word) -> Word | None:
    """Who has the plan, threat or duty: its possessor, else the subject of its verb."""
    possessor = noun.first("nmod:poss")
    if possessor is not None:
        return possessor
    if noun.dep in ("obj", "obl") and noun.head.is_verb:
        return noun.head.first(*SUBJECTS, *PASSIVE_SUBJECTS)
    return noun if noun.dep in SUBJECTS else None


def _controller(verb: Word, lexicon: Lexicon) -> Word | None:
    governor = verb.head
    if not governor.is_verb:
        subject = governor.first(*SUBJECTS)
        return subject if subject is not None or verb.dep != "xcomp" else _owner(governor)
    if _is_object_controlled(verb, governor, lexicon):
        target = governor.first("obj", "iobj", "nsubj:pass") or _oblique_object(governor)
        if target is not None:
            return target
    if verb.dep == "ccomp":
        return None  # speech and reported clauses have subjects of their own
    if verb.dep == "advcl" and not verb.has("mark") and is_passive(governor):
        agent = next((w for w in obliques(governor) if w.case == "by"), None)
        return agent if agent is not None else governor.first(*PASSIVE_SUBJECTS)
    return subject_of(governor, lexicon)


def _is_object_controlled(verb: Word, governor: Word, lexicon: Lexicon) -> bool:
    """Tell whether the governor's object does it: "urged X to go", "accused X of going"."""
    grammar = lexicon.grammar
    if governor.lemma not in grammar.object_control:
        return False
    if governor.lemma in grammar.object_or_purpose and verb.dep == "advcl" and governor.has("obj"):
        return False
    marks = {mark.lemma for mark in verb.has("mark", "case")}
    return verb.dep == "xcomp" or (
        verb.dep == "advcl" and bool(marks & {"of", "for", "from", "to", "with"})
    )


def _oblique_object(governor: Word) -> Word | None:
    """In "call on Russia to withdraw", the one called upon does it."""
    return next((w for w in obliques(governor) if w.case in ("on", "upon", "to", "for")), None)


def obliques(word: Word) -> Iterator[Word]:
    """Yield the noun phrases that prepositions tie to a word, coordinated ones too."""
    for child in word.children:
        if child.dep in OBLIQUES and is_nominal(child):
            yield child
            yield from (c for c in child.has("conj") if is_nominal(c) and c.case)
