"""Read who and to whom off the tree: the logical slots of a verb or an event noun.

The logical subject of a passive is its by-phrase, its logical object the grammatical subject; a
participle's is the noun it hangs on; an infinitive's is found by control; a noun's are its
possessor, its adjectives of belonging and its prepositions.
"""

from collections.abc import Iterable, Iterator

from kg.lexicons import Lexicon
from kg.mentions.phrases import conjuncts, is_against, is_nominal
from kg.mentions.subjects import SUBJECTS, is_passive, obliques, subject_of
from kg.mentions.undergoing import UNDERGOER, doers, undergoers
from kg.mentions.whereabouts import is_scene
from kg.mentions.words import Word
from kg.model import EventType

__all__ = ["Slots", "can_act", "noun_slots", "verb_slots"]

Slots = dict[str, list[Word]]
SIDES = ("between", "among", "by", "against", "with")


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
    for oblique in obliques(verb):
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
    before = [w for w in _modifiers(noun) if can_act(w, lexicon)]
    before = [w for w in before if not _is_scene(w, noun, types, lexicon)]
    _put(slots, "modifier", [w for w in before if not is_against(w)])
    _put(slots, "against", [w for w in before if is_against(w)])
    for oblique in obliques(noun):
        if oblique.case:
            _put(slots, oblique.case, [oblique])
    if noun.dep == "nsubj" and noun.head.lemma in lexicon.grammar.occurrence:
        _add_sides(slots, noun.head)
    suffering = undergoers(noun, lexicon)
    _put(slots, UNDERGOER, suffering)
    _put(slots, "subject", doers(noun, lexicon))
    for support in _supports(noun, lexicon):
        _lend(slots, support, noun, lexicon, but=suffering)
    return slots


def _is_scene(word: Word, noun: Word, types: Iterable[EventType], lexicon: Lexicon) -> bool:
    return any(is_scene(word, noun, event_type, lexicon) for event_type in types)


def _add_sides(slots: Slots, verb: Word) -> None:
    """A verb of happening lends who took part: "talks took place between them"."""
    for word in (verb, *verb.has("obj")):
        for oblique in obliques(word):
            if oblique.case in SIDES and oblique.case not in slots:
                _put(slots, oblique.case, [oblique])


def _modifiers(noun: Word) -> Iterator[Word]:
    """Yield what stands before a noun; in "Israeli air strike" some parses have Israeli air."""
    for child in noun.has("amod", "compound", "nmod:desc"):
        if child.index < noun.index:
            yield from child.has("amod", "compound")
        yield child


def _lend(
    slots: Slots, support: Word, noun: Word, lexicon: Lexicon, *, but: Iterable[Word]
) -> None:
    """A support verb lends its subject, and the prepositions that hang on it."""
    lent = verb_slots(support, lexicon)
    around = {word.index for word in (*conjuncts(noun), *but)}
    for slot, words in lent.items():
        if slot == "object":
            continue
        mine = [w for w in words if w.index not in around]
        if slot == "subject":
            _put(slots, "subject", mine, first=True)
        elif slot not in slots:
            _put(slots, slot, mine)


def _supports(noun: Word, lexicon: Lexicon) -> Iterator[Word]:
    """Yield the light verbs that a noun is object of: "lifted the sanctions imposed on Norland"."""
    above = _support(noun, lexicon)
    if above is not None:
        yield above
    relative = noun.first("acl:relcl", "acl")
    if relative is not None and relative.lemma in lexicon.cues.supports and is_passive(relative):
        yield relative


def _support(noun: Word, lexicon: Lexicon) -> Word | None:
    """Return the light verb above a noun ("launched an attack")."""
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
    if shared and not any(obliques(verb)) and not verb.has("ccomp", "xcomp"):
        return [w for w in shared[-1].has("obj") if is_nominal(w)]  # "shelled and took the town"
    return []


def _bare_obliques(verb: Word) -> list[Word]:
    """Nouns after a verb that the parser calls oblique though no preposition leads to them."""
    found = [
        w for w in verb.has("obl", "obl:unmarked") if w.index > verb.index and not w.has("case")
    ]
    return [w for w in found if w.pos in ("NOUN", "PROPN") and w.name is None][:1]


def _put(slots: Slots, slot: str, words: list[Word], *, first: bool = False) -> None:
    """Fill a slot with words and those coordinated with them."""
    found = [c for word in words for c in conjuncts(word) if not (c is not word and c.case)]
    if not found:
        return
    have = slots.setdefault(slot, [])
    slots[slot] = [*found, *have] if first else [*have, *found]
