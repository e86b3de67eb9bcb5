"""Who fills the slots of an event's frame: its words as the grammar places them, heads out.

What is said is said to or about somebody: behind an event or a thing stands who did it or whose it
is.
"""

from collections.abc import Iterable

from kg.lexicons import Complement, Entry, Grammar, Lexicon
from kg.mentions.arguments import Slots, noun_slots, verb_slots
from kg.mentions.phrases import is_nominal, whole_of
from kg.mentions.subjects import is_passive
from kg.mentions.triggers import Hit
from kg.mentions.undergoing import UNDERGOER
from kg.mentions.words import Word
from kg.model import EventType

__all__ = [
    "NEVER_SIDES",
    "all_filled",
    "distinct",
    "find_targets",
    "first_filled",
    "is_known",
    "names_actor",
]

SEIZING = "seize"  # a mode: ground, goods or power is taken
GIVEN_TO = ("to", "with", "for")  # lead to whom something is promised
BEHIND_THINGS = ("on", "against", "to", "with", "for", "from", "of", "by", "possessor")
NEVER_SIDES = frozenset(("DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY"))


def find_targets(
    slots: Slots, names: tuple[str, ...], hit: Hit, entry: Entry, lexicon: Lexicon
) -> tuple[Word, ...]:
    """The first slot that leads to somebody ("blamed the attack on the rebels": the rebels)."""
    for name in (*names, "indirect") if "object" in names else names:
        words = first_filled(slots, (name,), hit, lexicon.grammar, taken=())
        if name == UNDERGOER and words:
            return words
        is_addressed = name == "object" and entry.frame.name == "speech"
        settled = _settle_targets(words, entry, lexicon, is_addressed=is_addressed)
        if settled:
            return settled
        if name == "object" and hit.noun is not None and _is_done_to(hit.noun, hit, entry, lexicon):
            return (hit.noun,)
    return _settle_targets(_demanded_of(hit, entry, lexicon), entry, lexicon)


def _is_done_to(noun: Word, hit: Hit, entry: Entry, lexicon: Lexicon) -> bool:
    """Tell whether a phrase's own noun is who or what it is done to.

    People are ("expelled diplomats", "backed a rebel group"), and places that are taken ("captured
    the village"). Of what stands before the noun only the phrase's own words tell: "military rule"
    is nobody.
    """
    own = (w for w in noun.has("compound", "amod") if w in hit.words)
    if any(word.lemma in lexicon.world.sector_words for word in (noun, *own)):
        return True
    is_place = noun.lemma in lexicon.grammar.place_nouns or noun.lemma in lexicon.world.place_words
    return is_place and entry.mode == SEIZING


def _demanded_of(hit: Hit, entry: Entry, lexicon: Lexicon) -> tuple[Word, ...]:
    """Who is to do what is demanded, or to suffer what is threatened or refused."""
    if entry.complement not in (Complement.DEMANDED, Complement.REFUSED):
        return ()
    for clause in hit.word.children:
        is_asked = clause.dep == "ccomp" or _is_called_for(clause)
        if not is_asked and clause.dep != "xcomp":
            continue
        slots = verb_slots(clause, lexicon)
        if entry.event_type is EventType.REQUEST and is_asked:
            return tuple(slots.get("object" if is_passive(clause) else "subject", ()))
        if entry.event_type is EventType.REJECT and clause.dep == "xcomp":
            return _affected(slots, ("with",), lexicon)
        if entry.event_type is EventType.THREATEN:
            return _affected(slots, ("against",), lexicon)
        if entry.event_type is EventType.AGREE and clause.dep == "xcomp":
            return _affected(slots, GIVEN_TO, lexicon)
    return ()


def _is_called_for(clause: Word) -> bool:
    """Tell whether a clause is one that "for" opens: "called for them to surrender"."""
    marks = {mark.lemma for mark in clause.has("mark", "case")}
    return clause.dep in ("advcl", "xcomp") and {"for", "to"} <= marks and clause.has("nsubj") != []


def _affected(slots: Slots, leads: tuple[str, ...], lexicon: Lexicon) -> tuple[Word, ...]:
    """Return who is affected by a deed that is refused, threatened or promised.

    Of "refused to lift the ban on Kessa" and "agreed to send aid to Kessa" that is Kessa: somebody
    behind the thing that the clause's verb is about.
    """
    objects = slots.get("object", ())
    if any(_is_somebody(word, lexicon) for word in objects):
        return tuple(objects)
    inside = [noun_slots(word, lexicon) for word in objects]
    places = [(slots, lead) for lead in leads]
    places += [(found, lead) for lead in BEHIND_THINGS for found in inside]
    return next((tuple(found[lead]) for found, lead in places if lead in found), tuple(objects))


def _settle_targets(
    targets: tuple[Word, ...], entry: Entry, lexicon: Lexicon, *, is_addressed: bool = False
) -> tuple[Word, ...]:
    """Put who stands behind it in the place of an event or thing.

    What is said is said to or about somebody: who condemns Israel's decision condemns Israel; who
    condemns the violence names no target. What is done may be done to a thing, not to an event.
    """
    is_verbal = lexicon.events.types[entry.event_type].quad in (1, 3)
    settled: list[Word] = []
    for word in targets:
        is_event = word.lemma in lexicon.events.event_nouns and not is_known(word, lexicon)
        is_nobody = is_verbal and not is_addressed and not _is_somebody(word, lexicon)
        if is_nobody or is_event:
            settled += _behind(word, lexicon)
        else:
            settled.append(word)
    return distinct(settled)


def _is_somebody(word: Word, lexicon: Lexicon) -> bool:
    if word.pos == "PRON" or word.lemma in lexicon.grammar.class_nouns:
        return True
    parts = (word, *word.has("flat", "appos", "compound"))
    return any(names_actor(part, lexicon) for part in parts)


def names_actor(word: Word, lexicon: Lexicon) -> bool:
    """Tell whether a word is a name, a demonym or a noun of people who can act."""
    if word.name is not None:
        return True
    return word.text.lower() in lexicon.world.demonyms or word.lemma in lexicon.world.sector_words


def _behind(word: Word, lexicon: Lexicon) -> list[Word]:
    slots = noun_slots(word, lexicon)
    for slot in ("by", "possessor", "modifier", "of", "from", "against"):
        found = [w for w in slots.get(slot, ()) if _is_somebody(w, lexicon)]
        if found:
            return found
    return []


def first_filled(
    slots: Slots, names: tuple[str, ...], hit: Hit, grammar: Grammar, *, taken: tuple[Word, ...]
) -> tuple[Word, ...]:
    """Return the words of the first slot that names somebody or something not yet taken."""
    for name in names:
        words = tuple(
            w for w in slots.get(name, ()) if _may_act(w, hit, grammar) and w not in taken
        )
        if words:
            return words
    return ()


def all_filled(
    slots: Slots, names: tuple[str, ...], hit: Hit, grammar: Grammar
) -> tuple[Word, ...]:
    """Return the words of all these slots that can name a side."""
    return distinct(w for name in names for w in slots.get(name, ()) if _may_act(w, hit, grammar))


def _may_act(word: Word, hit: Hit, grammar: Grammar) -> bool:
    """Tell whether a word can name a side: no part of the event's own words, no time, no number."""
    whole = whole_of(word, grammar)
    if whole is not word:
        return _may_act(whole, hit, grammar)  # "a number of tanks": the tanks
    if word in hit.words or _is_expletive(word, grammar):
        return False
    if word.lemma in grammar.never_actors or word.lemma in grammar.time_nouns:
        return False
    if word.name is not None:
        return word.name.label not in NEVER_SIDES
    if word.pos == "NUM":
        return False
    return is_nominal(word) or word.dep in ("amod", "compound", "nmod:poss")


def _is_expletive(word: Word, grammar: Grammar) -> bool:
    """Tell whether a word only fills its place: "it is advised to leave", not "it was urged"."""
    if word.dep == "expl":
        return True
    verb = word.head
    if word.lemma != "it" or not verb.has("aux:pass"):
        return False
    is_open = bool(verb.has("xcomp")) and verb.lemma not in grammar.object_control
    return word.dep in ("nsubj", "nsubj:pass") and (is_open or bool(verb.has("csubj", "ccomp")))


def distinct(words: Iterable[Word]) -> tuple[Word, ...]:
    """Return the words, each once, in order of first appearance."""
    return tuple({w.index: w for w in words}.values())


def is_known(word: Word, lexicon: Lexicon) -> bool:
    """A name, a demonym, or a noun of a political or armed actor."""
    if word.name is not None or word.text.lower() in lexicon.world.demonyms:
        return True
    sector = lexicon.world.sector_words.get(word.lemma)
    return (sector is not None and sector.is_political) or any(
        w.name is not None for w in word.has("amod", "compound", "nmod", "nmod:poss")
    )
