"""Read who and to whom off the tree: the logical slots of a verb or an event noun.

The logical subject of a passive is its by-phrase, its logical object the grammatical subject; a
participle's is the noun it hangs on; an infinitive's is found by control; a noun's are its
possessor, its adjectives of belonging and its prepositions.
"""

from collections.abc import Iterable, Iterator

from kg.lexicons import Lexicon
from kg.mentions.phrases import conjuncts, is_against, is_nominal
from kg.mentions.whereabouts import is_scene
from kg.mentions.words import Word
from kg.model import EventType

__all__ = ["Slots", "can_act", "is_passive", "noun_slots", "subject_of", "verb_slots"]

Slots = dict[str, list[Word]]
SUBJECTS = ("nsubj", "nsubj:outer")
PASSIVE_SUBJECTS = ("nsubj:pass",)
OBLIQUES = ("obl", "nmod", "obl:agent", "obl:npmod", "obl:tmod", "obl:unmarked")
SIDES = ("between", "among", "by", "against", "with")
REDUCED = ("acl", "amod", "dep")


def is_passive(verb: Word) -> bool:
    """Tell whether a verb form is passive: by its auxiliary, or as a bare participle."""
    if verb.has("aux:pass"):
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


def _stands_alone(verb: Word) -> bool:
    """A main verb without any auxiliary is no passive: "the mob set upon two men"."""
    return verb.dep in ("root", "ROOT") and not verb.has("aux", "aux:pass")


def verb_slots(verb: Word, lexicon: Lexicon) -> Slots:
    """Return the logical slots of a verb, coordinated phrases expanded."""
    slots: Slots = {}
    passive = is_passive(verb)
    subject = subject_of(verb, lexicon)
    objects = _objects(verb) or ([] if passive else _bare_obliques(verb))
    objects = [w for w in objects if w.lemma not in lexicon.grammar.time_nouns]
    if passive:
        _put(slots, "object", [subject] if subject is not None else [])
        if objects:  # "was given aid": the second object of a ditransitive
            _put(slots, "theme", objects)
    else:
        _put(slots, "subject", [subject] if subject is not None else [])
        _put(slots, "object", objects)
    _put(slots, "indirect", verb.has("iobj"))
    for oblique in _obliques(verb):
        preposition = oblique.case
        slot = "subject" if passive and preposition == "by" else preposition
        if slot:
            _put(slots, slot, [oblique])
    return slots


def noun_slots(noun: Word, lexicon: Lexicon) -> Slots:
    """Return the logical slots of an event noun, those of its support verb included."""
    slots: Slots = {}
    _put(slots, "possessor", noun.has("nmod:poss"))
    types = {entry.event_type for _, entry in lexicon.events.by_noun.get(noun.lemma, ())}
    doers = [w for w in _modifiers(noun) if can_act(w, lexicon)]
    doers = [w for w in doers if not _is_scene(w, noun, types, lexicon)]
    _put(slots, "modifier", [w for w in doers if not is_against(w)])
    _put(slots, "against", [w for w in doers if is_against(w)])
    for oblique in _obliques(noun):
        if oblique.case:
            _put(slots, oblique.case, [oblique])
    if noun.dep == "nsubj" and noun.head.lemma in lexicon.grammar.occurrence:
        _add_sides(slots, noun.head)
    support = _support(noun, lexicon)
    if support is not None:
        _lend(slots, support, noun, lexicon)
    return slots


def _is_scene(word: Word, noun: Word, types: Iterable[EventType], lexicon: Lexicon) -> bool:
    return any(is_scene(word, noun, event_type, lexicon) for event_type in types)


def _add_sides(slots: Slots, verb: Word) -> None:
    """A verb of happening lends who took part: "talks took place between them"."""
    for word in (verb, *verb.has("obj")):
        for oblique in _obliques(word):
            if oblique.case in SIDES and oblique.case not in slots:
                _put(slots, oblique.case, [oblique])


def _modifiers(noun: Word) -> Iterator[Word]:
    """Yield what stands before a noun; in "Israeli air strike" some parses have Israeli air."""
    for child in noun.has("amod", "compound", "nmod:desc"):
        if child.index < noun.index:
            yield from child.has("amod", "compound")
        yield child


def _lend(slots: Slots, support: Word, noun: Word, lexicon: Lexicon) -> None:
    """A support verb lends its subject, and the prepositions that hang on it."""
    lent = verb_slots(support, lexicon)
    around = {word.index for word in conjuncts(noun)}
    for slot, words in lent.items():
        if slot == "object":
            continue
        mine = [w for w in words if w.index not in around]
        if slot == "subject":
            _put(slots, "subject", mine, first=True)
        elif slot not in slots:
            _put(slots, slot, mine)


def _support(noun: Word, lexicon: Lexicon) -> Word | None:
    """Return the light verb that the noun is object of ("launched an attack")."""
    head = noun.head
    is_time = head.lemma in lexicon.grammar.time_nouns and head.dep in ("obj", "nsubj:pass")
    is_set = head.lemma in lexicon.grammar.event_sets or is_time  # "held three days of talks"
    is_of_set = noun.dep == "nmod" and noun.case == "of" and is_set
    if is_of_set or (noun.dep == "conj" and is_nominal(head)):
        return _support(head, lexicon)
    if noun.dep in ("obj", "nsubj:pass") and head.lemma in lexicon.cues.supports:
        return head
    if noun.dep in ("obl", "nmod") and head.is_verb and head.lemma in lexicon.cues.supports:
        return head if noun.case in ("in", "to", "into", "out", "on", "with") else None
    relative = noun.first("acl:relcl", "acl")
    if relative is not None and relative.lemma in lexicon.cues.supports and is_passive(relative):
        return relative
    return None


def can_act(word: Word, lexicon: Lexicon) -> bool:
    """Tell whether a modifier names somebody: a demonym, a name, a noun of people.

    One that says how many take part does not ("six-party talks").
    """
    if word.dep == "compound" and word.has("nummod"):
        return False
    if word.name is not None:
        return word.name.label in ("GPE", "NORP", "ORG", "PERSON", "LOC")
    if word.text.lower() in lexicon.world.demonyms:
        return True
    sector = lexicon.world.sector_words.get(word.lemma)
    return sector is not None and word.pos in ("NOUN", "PROPN", "ADJ")


def subject_of(verb: Word, lexicon: Lexicon) -> Word | None:
    """Return the grammatical subject of a verb, found through relatives, control, coordination."""
    own = verb.first(*SUBJECTS, *PASSIVE_SUBJECTS)
    if own is not None and own.pos != "SCONJ":
        return _antecedent(own, verb, lexicon)
    if verb.dep in ("acl:relcl", "acl", "amod") and is_nominal(verb.head):
        return _clause_head(verb)
    if verb.dep == "conj" and (verb.head.is_verb or verb.head.has(*SUBJECTS)):
        return subject_of(verb.head, lexicon)
    if verb.dep in ("xcomp", "ccomp", "advcl", "acl") and verb.head.pos != "PUNCT":
        return _controller(verb, lexicon)
    return None


def _antecedent(subject: Word, verb: Word, lexicon: Lexicon) -> Word:
    """A relative word stands for the noun that its clause hangs on."""
    clause = verb
    while clause.dep == "conj":
        clause = clause.head
    if subject.lemma in lexicon.grammar.relatives and clause.dep in ("acl:relcl", "acl"):
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
        agent = next((w for w in _obliques(governor) if w.case == "by"), None)
        return agent if agent is not None else governor.first(*PASSIVE_SUBJECTS)
    return subject_of(governor, lexicon)


def _is_object_controlled(verb: Word, governor: Word, lexicon: Lexicon) -> bool:
    """Tell whether the governor's object does it: "urged X to go", "accused X of going"."""
    if governor.lemma not in lexicon.grammar.object_control:
        return False
    marks = {mark.lemma for mark in verb.has("mark", "case")}
    return verb.dep == "xcomp" or (
        verb.dep == "advcl" and bool(marks & {"of", "for", "from", "to", "with"})
    )


def _oblique_object(governor: Word) -> Word | None:
    """In "call on Russia to withdraw", the one called upon does it."""
    return next((w for w in _obliques(governor) if w.case in ("on", "upon", "to", "for")), None)


def _objects(verb: Word) -> list[Word]:
    own = verb.has("obj")
    if own:
        return [
            w for w in own if is_nominal(w) and w.lemma not in ("who", "which", "that", "whom")
        ] or ([verb.head] if verb.dep in ("acl:relcl", "acl") else [])
    if verb.dep == "acl:relcl" and verb.has(*SUBJECTS) and not is_passive(verb):
        relative = verb.first(*SUBJECTS)
        if relative is not None and relative.lemma not in ("who", "which", "that"):
            return [verb.head]  # "the town rebels shelled"
    if verb.dep == "conj" and verb.head.is_verb:
        return []
    shared = [w for w in verb.has("conj") if w.is_verb and not w.has(*SUBJECTS)]
    if shared and not any(_obliques(verb)) and not verb.has("ccomp", "xcomp"):
        return [w for w in shared[-1].has("obj") if is_nominal(w)]  # "shelled and took the town"
    return []


def _bare_obliques(verb: Word) -> list[Word]:
    """Nouns after a verb that the parser calls oblique though no preposition leads to them."""
    found = [
        w for w in verb.has("obl", "obl:unmarked") if w.index > verb.index and not w.has("case")
    ]
    return [w for w in found if w.pos in ("NOUN", "PROPN") and w.name is None][:1]


def _obliques(word: Word) -> Iterator[Word]:
    for child in word.children:
        if child.dep in OBLIQUES and is_nominal(child):
            yield child
            yield from (c for c in child.has("conj") if is_nominal(c) and c.case)


def _put(slots: Slots, slot: str, words: list[Word], *, first: bool = False) -> None:
    """Fill a slot with words and those coordinated with them."""
    found = [c for word in words for c in conjuncts(word) if not (c is not word and c.case)]
    if not found:
        return
    have = slots.setdefault(slot, [])
    slots[slot] = [*found, *have] if first else [*have, *found]
