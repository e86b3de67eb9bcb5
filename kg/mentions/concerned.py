"""Whom words are about: who stands behind a thing or event, and whom a promise or threat is for.

What is said is said to or about somebody. Who condemns a raid condemns who carried it out, who
demands a withdrawal demands it of who is to withdraw, and who agrees to send aid to Kessa promises
it to Kessa.
"""

from kg.lexicons import Complement, Entry, Frame, Lexicon
from kg.mentions.arguments import Slots, noun_slots, verb_slots
from kg.mentions.phrases import is_nominal
from kg.mentions.somebody import is_known, is_somebody
from kg.mentions.subjects import SUBJECTS, is_passive, obliques
from kg.mentions.words import Word, distinct
from kg.model import EventType

__all__ = ["awaited", "content_targets", "is_verbal", "settle_targets", "with_contents"]

# What leads to whom a clause concerns that is promised, refused or threatened.
CONCERNING = {
    EventType.AGREE: ("to", "with", "for"),
    EventType.REJECT: ("with", "to"),
    EventType.THREATEN: ("against", "to", "on"),
}
BEHIND_THINGS = ("on", "against", "to", "with", "for", "from", "of", "by", "possessor")
BEHIND = ("by", "possessor", "modifier", "of", "from", "against")
ASKED = ("from", "by")  # lead to whom a thing is demanded of: "demanded an answer from Kessa"
WAITING = frozenset({EventType.REJECT, EventType.THREATEN})
UNLESS = frozenset(("unless", "until", "till"))
PRONOUNS = frozenset(("PRP", "PRP$", "WP"))
OPPOSED = ("object", "against", "at", "over", "of")  # lead to what is opposed
DEMANDS = ("object", "for")  # lead to what is demanded


def settle_targets(
    targets: tuple[Word, ...], entry: Entry, lexicon: Lexicon, *, is_addressed: bool = False
) -> tuple[Word, ...]:
    """Put who stands behind it in the place of an event or thing.

    What is said is said to or about somebody: who condemns Israel's decision condemns Israel; who
    condemns the violence names no target. What is done may be done to a thing, not to an event.
    """
    is_about = is_verbal(entry.event_type, lexicon)
    settled: list[Word] = []
    for word in targets:
        is_event = word.lemma in lexicon.events.event_nouns and not is_known(word, lexicon)
        is_nobody = is_about and not is_addressed and _is_thing(word, lexicon)
        if is_nobody or is_event:
            behind = _behind(word, lexicon)
            # who "will not end their walkout" refuses to end his own
            is_own = entry is lexicon.events.refusal
            settled += [w for w in behind if not (is_own and w.tag == "PRP$")]
        else:
            settled.append(word)
    return distinct(settled)


def is_verbal(event_type: EventType, lexicon: Lexicon) -> bool:
    """Tell whether a type is of words about somebody; a protest is against who rules, no thing."""
    return lexicon.events.types[event_type].quad in (1, 3) or event_type is EventType.PROTEST


def _is_thing(word: Word, lexicon: Lexicon) -> bool:
    """Tell whether a word means nobody, though a name may stand before it ("the UN visit")."""
    is_deed = word.lemma in lexicon.events.event_nouns and word.name is None
    is_group = word.lemma in lexicon.world.sector_words
    return (is_deed and not is_group) or not is_somebody(word, lexicon)


def _behind(word: Word, lexicon: Lexicon, *, is_deep: bool = True) -> list[Word]:
    """Return who stands behind a thing, or behind what it is made of: "goods of Kessan firms".

    Behind a deed stands who did it, not who suffered it: "the arrest of an editor".
    """
    slots = noun_slots(word, lexicon)
    slots.setdefault("by", _makers(word))
    entry = _entry_of(word, lexicon)
    suffering = entry.frame.noun_target if entry is not None else ()
    for slot in BEHIND:
        found = [w for w in slots.get(slot, ()) if is_somebody(w, lexicon)]
        if found and not (slot == "of" and slot in suffering):
            return found
    if entry is not None or not is_deep:
        return []
    return [w for part in slots.get("of", ()) for w in _behind(part, lexicon, is_deep=False)]


def _entry_of(noun: Word, lexicon: Lexicon) -> Entry | None:
    """Return the first entry whose event a noun tells by itself: "raid", not the end of a war."""
    options = lexicon.events.by_noun.get(noun.lemma, ())
    return next((entry for trigger, entry in options if len(trigger.lemmas) == 1), None)


def _makers(noun: Word) -> list[Word]:
    """Return by whom a thing was made or done: "a bill signed by the minister"."""
    clause = noun.first("acl", "acl:relcl")
    if clause is None or not is_passive(clause):
        return []
    return [word for word in obliques(clause) if word.case == "by"]


def content_targets(event: Word, slots: Slots, entry: Entry, lexicon: Lexicon) -> tuple[Word, ...]:
    """Return who is to do what is demanded, or suffers what is threatened, refused or promised.

    Args:
        event: The word that tells the demand, threat, refusal or promise.
        slots: Its slots.
        entry: What makes it an event.
        lexicon: The frames and event nouns.
    """
    if entry.event_type is EventType.PROTEST:
        return _opposed(event, lexicon)
    if entry.complement not in (Complement.DEMANDED, Complement.REFUSED):
        return ()
    for clause in event.children:
        is_asked = clause.dep == "ccomp" or _is_called_for(clause)
        if is_asked or clause.dep == "xcomp" or _is_further(clause, event):
            found = _of_clause(clause, entry, lexicon, is_asked=is_asked)
            if found is not None:
                return found
    if entry.event_type is EventType.REQUEST:
        things = [word for slot in DEMANDS for word in slots.get(slot, ())]
        return distinct(w for thing in things for w in _asked_for(thing, lexicon))
    return ()


def awaited(event: Word, entry: Entry, lexicon: Lexicon) -> tuple[Word, ...]:
    """Return whose deed a threat or refusal waits for: "until the ministry pays".

    He who could end it is the one it is said to; a pronoun may mean who says it.
    """
    if entry.event_type not in WAITING:
        return ()
    top = event.head if event.dep == "ccomp" else event  # what they said may bear the clause
    for clause in top.subtree():
        if clause.is_verb and {mark.lemma for mark in clause.has("mark")} & UNLESS:
            doers = verb_slots(clause, lexicon).get("subject", ())
            found = [w for w in doers if w.tag not in PRONOUNS and is_somebody(w, lexicon)]
            if found:
                return distinct(found)
    return ()


def _opposed(event: Word, lexicon: Lexicon) -> tuple[Word, ...]:
    """Return what those oppose who strike or march to do so: "on strike to protest the arrests"."""
    clauses = [event, *event.ancestors()] if not event.is_verb else [event]
    for word in (w for clause in clauses for w in clause.children):
        if word.lemma not in lexicon.grammar.opposing:
            continue
        slots = verb_slots(word, lexicon) if word.is_verb else noun_slots(word, lexicon)
        found = [w for lead in OPPOSED for w in slots.get(lead, ())]
        if found:
            return tuple(found)
    return ()


def _of_clause(
    clause: Word, entry: Entry, lexicon: Lexicon, *, is_asked: bool
) -> tuple[Word, ...] | None:
    """Return whom the clause that says what is demanded, threatened and so on is about."""
    slots = verb_slots(clause, lexicon)
    if entry.event_type is EventType.REQUEST and is_asked:
        return tuple(slots.get("object" if is_passive(clause) else "subject", ()))
    leads = CONCERNING.get(entry.event_type)
    if leads is None or (is_asked and entry.event_type is not EventType.THREATEN):
        return None
    if entry.event_type is EventType.THREATEN and (found := _threatened_in(slots, lexicon)):
        return found
    return _affected(slots, leads, lexicon)


def _is_further(clause: Word, event: Word) -> bool:
    """Tell whether an infinitive is what is agreed, though words between hide it from the tree.

    "Agreed in principle on Saturday to send aid" is such a one, "met him to ask for aid" is not.
    """
    is_added = clause.dep in ("advcl", "acl") and clause.is_infinitive
    return is_added and not event.has("obj", "xcomp", "ccomp")


def _threatened_in(slots: Slots, lexicon: Lexicon) -> tuple[Word, ...]:
    """Return where a deed is threatened that is aimed at nobody: "threatened attacks in Kessa"."""
    deeds = [w for w in slots.get("object", ()) if w.lemma in lexicon.events.event_nouns]
    inside = [noun_slots(deed, lexicon) for deed in deeds]
    if "against" in slots or any(lead in found for lead in BEHIND_THINGS for found in inside):
        return ()
    return tuple(w for found in inside for w in found.get("in", ()) if w.name is not None)


def _is_called_for(clause: Word) -> bool:
    """Tell whether a clause is one that "for" opens: "called for them to surrender"."""
    marks = {mark.lemma for mark in clause.has("mark", "case")}
    return (
        clause.dep in ("advcl", "xcomp") and {"for", "to"} <= marks and bool(clause.has(*SUBJECTS))
    )


def _asked_for(thing: Word, lexicon: Lexicon) -> list[Word]:
    """Return of whom a thing or deed is demanded: who is to do it, or from whom it is to come."""
    if is_somebody(thing, lexicon) and thing.lemma not in lexicon.events.event_nouns:
        return []
    slots = noun_slots(thing, lexicon)
    entry = _entry_of(thing, lexicon)
    if entry is None:
        deeds = [w for w in slots.get("to", ()) if w.lemma in lexicon.events.event_nouns]
        if deeds:
            return _asked_for(deeds[0], lexicon)  # "an end to Kessa's blockade"
    leads = _doing(entry.frame) if entry is not None else ASKED
    found = (slots.get(lead, ()) for lead in leads)
    return next(([w for w in words if is_nominal(w) or w.name] for words in found if words), [])


def _doing(frame: Frame) -> tuple[str, ...]:
    """Return where who does it stands beside an event noun, and nobody else ("their release")."""
    if frame.is_reciprocal:
        return ()
    return tuple(lead for lead in frame.noun_actor if lead not in frame.noun_target)


def _affected(slots: Slots, leads: tuple[str, ...], lexicon: Lexicon) -> tuple[Word, ...]:
    """Return who is affected by a deed that is refused, threatened or promised.

    Of "refused to lift the ban on Kessa" and "agreed to send aid to Kessa" that is Kessa: somebody
    behind the thing that the clause's verb is about.
    """
    objects = [w for w in slots.get("object", ()) if not _is_own(w)]
    if any(is_somebody(word, lexicon) for word in objects):
        return tuple(objects)
    inside = [noun_slots(word, lexicon) for thing in objects for word in with_contents(thing)]
    places = [(slots, lead) for lead in leads]
    places += [(found, lead) for lead in BEHIND_THINGS for found in inside]
    filled = (tuple(w for w in found.get(lead, ()) if w not in objects) for found, lead in places)
    return next((words for words in filled if words), tuple(objects))


def with_contents(thing: Word) -> list[Word]:
    """Return a thing and what it is a part or so much of: "part of a program", "tons of rice"."""
    found = [thing]
    for word in thing.has("nmod"):
        if word.case == "of" and word.name is None:
            found += with_contents(word)
    return found


def _is_own(word: Word) -> bool:
    """Tell whether somebody is one's own: who "refused to withdraw its troops" rebuffs none."""
    return any(owner.tag == "PRP$" for owner in word.has("nmod:poss"))
