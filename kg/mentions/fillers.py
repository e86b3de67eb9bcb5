"""Who fills the slots of an event's frame: its words as the grammar places them, heads out."""

from kg.lexicons import Entry, Grammar, Lexicon
from kg.mentions.arguments import Slots, noun_slots
from kg.mentions.concerned import awaited, content_targets, settle_targets, with_contents
from kg.mentions.phrases import is_nominal, whole_of
from kg.mentions.somebody import is_somebody
from kg.mentions.triggers import Hit
from kg.mentions.undergoing import UNDERGOER
from kg.mentions.words import Word, distinct

__all__ = ["NEVER_SIDES", "all_filled", "find_targets", "first_filled"]

SEIZING = "seize"  # a mode: ground, goods or power is taken
AT = "at"
NEVER_SIDES = frozenset(("DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY"))


def find_targets(
    slots: Slots, names: tuple[str, ...], hit: Hit, entry: Entry, lexicon: Lexicon
) -> tuple[Word, ...]:
    """The first slot that leads to somebody ("blamed the attack on the rebels": the rebels)."""
    for name in (*names, "indirect") if "object" in names else names:
        words = first_filled(slots, (name,), hit, lexicon.grammar, taken=())
        if name == AT:  # "at the council, Chad vetoed the plan": where, not at whom
            words = tuple(word for word in words if word.index > hit.word.index)
        if name == UNDERGOER and words:
            return words
        is_addressed = name == "object" and entry.frame.name == "speech"
        settled = settle_targets(words, entry, lexicon, is_addressed=is_addressed)
        if settled:
            return settled
        if name == "object" and hit.noun is not None and _is_done_to(hit.noun, hit, entry, lexicon):
            return (hit.noun,)
    content = content_targets(hit.word, slots, entry, lexicon)
    about = content or _inside_object(hit.word, names, lexicon)
    return settle_targets(about, entry, lexicon) or awaited(hit.word, entry, lexicon)


def _inside_object(verb: Word, names: tuple[str, ...], lexicon: Lexicon) -> tuple[Word, ...]:
    """Return whom the thing leads to that is given or imposed: "cut its tariffs on Kessan fish".

    What it is "of" only says what it is.
    """
    things = [word for word in verb.has("obj") if not is_somebody(word, lexicon)]
    inside = [noun_slots(word, lexicon) for thing in things for word in with_contents(thing)]
    leads = [name for name in names if name != "of"]
    found = (tuple(inner.get(lead, ())) for lead in leads for inner in inside)
    return next((words for words in found if words), ())


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
