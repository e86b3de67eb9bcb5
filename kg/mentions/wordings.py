"""The logical slots of a wording: those of its verb or noun, of its inner noun, its particles."""

from kg.lexicons import Grammar, Lexicon
from kg.mentions.arguments import Slots, noun_slots, verb_slots
from kg.mentions.subjects import subject_of
from kg.mentions.triggers import Hit
from kg.mentions.words import Word

__all__ = ["hit_slots"]


def hit_slots(hit: Hit, lexicon: Lexicon, *, is_noun: bool) -> Slots:
    """Return the slots of a wording found; `is_noun` says that it is an event noun."""
    if is_noun:
        return noun_slots(hit.word, lexicon)
    slots = verb_slots(hit.word, lexicon)
    if hit.options[0][1] is lexicon.events.refusal:
        _let_sayer_refuse(slots, hit.word.head, lexicon)
    _let_particles_lead(slots, hit, lexicon.grammar)
    inner = _inner_noun(hit)
    return slots if inner is None else _join(slots, noun_slots(inner, lexicon), hit)


def _let_sayer_refuse(slots: Slots, said: Word, lexicon: Lexicon) -> None:
    """Put who says it in the place of the pronoun: "the drivers said they would not end it"."""
    sayer = subject_of(said, lexicon)
    if sayer is not None and all(word.tag == "PRP" for word in slots.get("subject", ())):
        slots["subject"] = [sayer]


def _let_particles_lead(slots: Slots, hit: Hit, grammar: Grammar) -> None:
    """What the preposition of a wording leads to is its object ("set upon two shopkeepers")."""
    leads = [w.text.lower() for w in hit.words if w.dep == "case" and w.head.head is hit.word]
    for lead in leads:
        if "object" in slots or lead in grammar.locative | grammar.reaching:
            continue  # "fired off the coast": where it was, and frames name the others
        if lead in slots:
            slots["object"] = slots[lead]


def _inner_noun(hit: Hit) -> Word | None:
    """The noun that a verb's wording ends in ("broke off relations with Jordan")."""
    nouns = (w for w in hit.words if w is not hit.word and w.pos == "NOUN")
    return hit.noun or next(nouns, None)


def _join(slots: Slots, noun: Slots, hit: Hit) -> Slots:
    """A phrase has the verb's slots and, after them, its noun's; its noun is no object."""
    joined = {k: [w for w in v if w is not hit.noun] for k, v in slots.items()}
    for slot, words in noun.items():
        joined.setdefault(slot, [])
        joined[slot] += [w for w in words if w not in joined[slot] and w not in hit.words]
    return {slot: words for slot, words in joined.items() if words}
