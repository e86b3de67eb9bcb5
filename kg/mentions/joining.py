"""One event told twice in a sentence is one event.

An event noun and the verb that says what it did ("an attack that killed five"); an attack and the
harm it did ("shelled the town, killing five", "killed five and wounded ten").
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from kg.lexicons import Lexicon
from kg.mentions.arguments import verb_slots
from kg.mentions.drafts import NOMINAL, Draft
from kg.mentions.phrases import is_none
from kg.mentions.words import Word, distinct
from kg.model import CountKind, EventType

__all__ = ["join_drafts"]

NEAR_SLOTS = ("subject", "in", "by", "during", "after", "from", "with")
HARM = (CountKind.KILLED, CountKind.INJURED)  # the graver first: its verb names the event
ORDERING = frozenset(("order",))
USING = frozenset(("use", "fire"))
FORCE = frozenset((EventType.ASSAULT, EventType.COERCE))
SEQUENCE_MARKS = frozenset(
    ("after", "before", "since", "until")
)  # what they lead to is another event
ALONE = frozenset(("abduct", "torture"))  # done to somebody beside killing him
COMPOUNDING = ("compound", "amod", "nmod:desc")
SIDE_CLAUSES = ("conj", "advcl", "xcomp")


def join_drafts(drafts: list[Draft], lexicon: Lexicon) -> list[Draft]:
    """Return the drafts of a sentence with those that tell one event made one."""
    apart = _join_orders(_join_means(_join_motives(_join_compounds(drafts))))
    joined = _join_harm(_join_nouns(apart, lexicon))
    return _join_nothing(_join_purposes(joined))


def _join_compounds(drafts: list[Draft]) -> list[Draft]:
    """Join an event noun to the one behind it that it describes: "a protest demonstration"."""
    by_word = {draft.hit.word.index: draft for draft in drafts}
    for draft in drafts:
        noun = draft.hit.word
        whole = by_word.get(noun.head.index)
        is_before = noun.dep in COMPOUNDING and noun.index < noun.head.index
        if whole is None or not is_before or {draft.rule, whole.rule} != {NOMINAL}:
            continue
        if draft.entry.event_type is whole.entry.event_type:
            part = by_word.pop(noun.index)
            by_word[whole.hit.word.index] = _merged(whole, part, whole.actors or part.actors)
    return list(by_word.values())


def _join_motives(drafts: list[Draft]) -> list[Draft]:
    """Join what is done "in protest" to the protest that it says nothing more of: a strike, say."""
    kept = list(drafts)
    for draft in drafts:
        noun = draft.hit.word
        if draft.entry.event_type is not EventType.PROTEST or not _is_motive(noun):
            continue
        others = [
            d
            for d in kept
            if d.entry.event_type is EventType.PROTEST and not _is_motive(d.hit.word)
        ]
        if others:
            nearest = min(others, key=lambda d: abs(d.hit.word.index - noun.index))
            kept[kept.index(nearest)] = _merged(nearest, draft, nearest.actors or draft.actors)
            kept.remove(draft)
    return kept


def _is_motive(noun: Word) -> bool:
    return not noun.is_verb and noun.case == "in" and not noun.has("det", "amod", "nmod:poss")


def _join_means(drafts: list[Draft]) -> list[Draft]:
    """Join what is used to what it is used for: "using tear gas, soldiers dispersed the crowd"."""
    by_word = {draft.hit.word.index: draft for draft in drafts}
    for draft in drafts:
        verb = draft.hit.word
        above = by_word.get(verb.head.index)
        is_means = verb.lemma in USING and verb.dep == "advcl" and verb.tag == "VBG"
        if is_means and above is not None and above.entry.event_type in FORCE:
            by_word[verb.head.index] = replace(above, also=(*above.also, verb, *draft.also))
            del by_word[verb.index]
    return list(by_word.values())


def _join_orders(drafts: list[Draft]) -> list[Draft]:
    """Join an order to the deed that its object names: who "ordered a raid" raids by ordering it.

    An order with an infinitive is a demand of its own: "ordered the rebels to leave".
    """
    by_word = {draft.hit.word.index: draft for draft in drafts}
    for draft in drafts:
        noun = draft.hit.word
        above = by_word.get(noun.head.index)
        if above is not None and draft.rule == NOMINAL and _orders(above, draft):
            also = (*draft.also, above.hit.word, *above.also)
            by_word[noun.index] = replace(draft, actors=above.actors, also=also)
            del by_word[above.hit.word.index]
    return list(by_word.values())


def _orders(above: Draft, deed: Draft) -> bool:
    """Tell whether a deed is its orderer's own, and not what others are told to do.

    "Ordered a police raid" and "ordered the withdrawal of all troops" say who is to do it.
    """
    verb, noun = above.hit.word, deed.hit.word
    is_object = noun.dep in ("obj", "nsubj:pass") and not verb.has("xcomp", "ccomp")
    return verb.lemma in ORDERING and is_object and deed.actors in ((), above.actors)


def _join_nouns(drafts: list[Draft], lexicon: Lexicon) -> list[Draft]:
    """Join event nouns to the verbs beside them that are of their type."""
    by_word = {draft.hit.word.index: draft for draft in drafts}
    for verb in [d for d in drafts if d.rule != NOMINAL]:
        for noun in _nouns_near(verb.hit.word, lexicon):
            other = by_word.get(noun.index)
            if other is None or other.rule != NOMINAL:
                continue
            if other.entry.event_type is verb.entry.event_type and not _are_apart(verb, other):
                at = verb.hit.word.index
                by_word[at] = _with_noun(by_word[at], other)
                del by_word[noun.index]
    return list(by_word.values())


def _are_apart(verb: Draft, noun: Draft) -> bool:
    """Tell whether two uses of power side by side are two: "arrested him in a raid on a house".

    Who is arrested is not what is searched.
    """
    is_power = verb.entry.event_type is EventType.COERCE
    return is_power and bool(verb.targets and noun.targets) and verb.targets != noun.targets


def _nouns_near(verb: Word, lexicon: Lexicon) -> Iterable[Word]:
    """Yield nouns that may name the same event: subject, by-phrase, "in an attack"."""
    slots = verb_slots(verb, lexicon)
    for word in (word for slot in NEAR_SLOTS for word in slots.get(slot, ())):
        yield word
        yield from (w for w in word.has("nmod") if w.case == "of")  # "in a series of attacks"
    for clause in verb.has("advcl"):
        if clause.lemma in lexicon.grammar.occurrence:  # "killed since fighting erupted"
            yield from clause.has("nsubj")
    if verb.dep in ("acl:relcl", "acl"):
        yield from _antecedents(verb)
    is_sequel = any(mark.lemma in SEQUENCE_MARKS for mark in verb.has("mark", "case"))
    if verb.dep == "advcl" and not is_sequel:
        around = verb_slots(verb.head, lexicon)
        yield from around.get("subject", ())
        is_outcome = verb.tag == "VBG" and not verb.has("mark")
        if (
            is_outcome and verb.head.lemma in lexicon.cues.supports
        ):  # "carried out two bombings, killing ten"
            yield from around.get("object", ())


def _antecedents(verb: Word) -> Iterable[Word]:
    """Yield the noun that a clause hangs on and, of a thing, what that tells of.

    In "an attack on a mosque in the city that killed ten" it was the attack.
    """
    noun = verb.head
    yield noun
    is_of_things = any(w.lemma in ("that", "which") for w in verb.has("nsubj"))
    while is_of_things and noun.dep == "nmod":
        noun = noun.head
        yield noun


def _with_noun(verb: Draft, noun: Draft) -> Draft:
    actors = tuple(w for w in verb.actors if w is not noun.hit.word) or noun.actors
    return replace(_merged(verb, noun, actors), rule=f"{verb.rule} with nominal")


def _join_harm(drafts: list[Draft]) -> list[Draft]:
    """Join attacks and harm that hang together; the gravest harm names the event."""
    by_word = {draft.hit.word.index: draft for draft in drafts}
    for draft in sorted(drafts, key=lambda d: -d.hit.word.index):
        below = by_word.get(draft.hit.word.index)
        while below is not None:
            above = _above(below.hit.word, by_word)
            if above is None or not _are_one(above, below):
                break
            first, second = sorted((above, below), key=_gravity)
            merged = _merged(first, _as_harmed(second, first), first.actors or second.actors)
            by_word[first.hit.word.index] = merged
            del by_word[second.hit.word.index]
            below = merged if first is below else None  # one that is above has its turn later
    return sorted(by_word.values(), key=lambda d: d.hit.word.index)


def _as_harmed(attack: Draft, harm: Draft) -> Draft:
    """Let the harm count whom an attack shares with it: "ambushed and killed three men"."""
    if harm.counted or _is_harm(attack) or not _is_harm(harm):
        return attack
    harmed = {word.index: harm.hit.word.lemma for word in attack.targets}
    return replace(attack, governors={**attack.governors, **harmed})


def _above(word: Word, by_word: Mapping[int, Draft]) -> Draft | None:
    """Return the nearest event that a verb's clause is beside, joined events passed over.

    "60 others wounded" hangs in some parses on who else was killed.
    """
    if word.dep == "acl" and word.head.dep == "conj":
        beside = (w.index for w in (word.head.head, word.head.head.head))
        return next((by_word[index] for index in beside if index in by_word), None)
    if word.dep in ("acl", "acl:relcl") and word.head.dep == "obl:agent":
        return by_word.get(word.head.head.index)  # "killed by men who stormed the post"
    while word.dep in SIDE_CLAUSES and not word.is_root:
        word = word.head
        if word.index in by_word:
            return by_word[word.index]
    return None


def _are_one(above: Draft, below: Draft) -> bool:
    """Tell whether two assaults, one clause beside the other, are one.

    They are where one is a harm, or says how the other was done.
    """
    if above is below:
        return False
    if {above.entry.event_type, below.entry.event_type} != {EventType.ASSAULT}:
        return False
    if NOMINAL in (above.rule, below.rule) or not _same_side(above, below):
        return False
    if not ALONE.isdisjoint((above.entry.mode, below.entry.mode)):
        return False
    word = below.hit.word
    is_manner = word.dep == "advcl" and word.tag == "VBG"  # "struck a depot, destroying trucks"
    return is_manner or _is_harm(above) or _is_harm(below)


def _join_purposes(drafts: list[Draft]) -> list[Draft]:
    """Join talks to the meeting that is held for them: "met to discuss the border", "for talks"."""
    by_word = {draft.hit.word.index: draft for draft in drafts}
    for draft in drafts:
        above = by_word.get(draft.hit.word.head.index)
        if above is not None and _is_purpose(draft, above):
            by_word[above.hit.word.index] = _merged(above, draft, above.actors)
            del by_word[draft.hit.word.index]
    return list(by_word.values())


def _join_nothing(drafts: list[Draft]) -> list[Draft]:
    """Join "no casualties were reported" to the attack of its sentence that had none."""
    kept = list(drafts)
    for draft in [d for d in drafts if _tells_nothing(d)]:
        others = [d for d in kept if _is_attack(d) and not _tells_nothing(d)]
        if others:
            nearest = min(others, key=lambda d: abs(d.hit.word.index - draft.hit.word.index))
            kept[kept.index(nearest)] = _merged(nearest, draft, nearest.actors)
            kept.remove(draft)
    return kept


def _tells_nothing(draft: Draft) -> bool:
    is_harm = draft.rule == NOMINAL and draft.entry.counts in HARM
    return is_harm and is_none(draft.hit.word)


def _is_attack(draft: Draft) -> bool:
    return draft.entry.event_type is EventType.ASSAULT


def _is_purpose(draft: Draft, above: Draft) -> bool:
    word = draft.hit.word
    is_infinitive = word.dep in ("advcl", "xcomp") and word.tag == "VB"
    is_noun = draft.rule == NOMINAL and word.dep in ("obl", "nmod") and word.case == "for"
    types = {draft.entry.event_type, above.entry.event_type}
    modes = {draft.entry.mode, above.entry.mode}  # a visit is another event than a meeting
    return (is_infinitive or is_noun) and types == {EventType.CONSULT} and modes == {None}


def _same_side(above: Draft, below: Draft) -> bool:
    """Two attackers, or a harm done by the other side, are two events."""
    if not above.actors or not below.actors:
        return True
    return {w.index for w in above.actors} == {w.index for w in below.actors}


def _is_harm(draft: Draft) -> bool:
    return _gravity(draft) < len(HARM)


def _gravity(draft: Draft) -> int:
    counts = draft.entry.counts
    return HARM.index(counts) if counts in HARM else len(HARM)


def _merged(draft: Draft, other: Draft, actors: tuple[Word, ...]) -> Draft:
    targets = distinct((*draft.targets, *other.targets))
    return replace(
        draft,
        actors=tuple(w for w in actors if w not in targets),
        targets=tuple(w for w in targets if w.lemma not in ("other", "others")) or targets,
        counted=distinct((*draft.counted, *other.counted)),
        governors={**other.governors, **draft.governors},
        also=(*draft.also, other.hit.word, *other.also),
        joined=(*draft.joined, other, *other.joined),
    )
