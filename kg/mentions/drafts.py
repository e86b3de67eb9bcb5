"""From a wording to a draft: which lexicon entry it is, who did it, to whom."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.lexicons import Complement, Entry, Grammar, Lexicon, Trigger, TriggerKind
from kg.mentions.arguments import Slots, is_passive, noun_slots, verb_slots
from kg.mentions.phrases import is_nominal, whole_of
from kg.mentions.tolls import counted_outside
from kg.mentions.triggers import NOTHING, Hit
from kg.mentions.warnings import fits_warning
from kg.mentions.wordings import hit_slots
from kg.mentions.words import Word
from kg.model import EventType

__all__ = [
    "NOMINAL",
    "Draft",
    "distinct",
    "draft_event",
    "has_needs",
    "is_instrument",
    "is_likely",
    "names_actor",
]

NOMINAL = "nominal"
SEIZING = "seize"  # a mode: ground, goods or power is taken
FIRST = 0.3  # how much better the odds of a later entry must be to win over the first that fits
LIKELY = 0.4  # odds from which an event may lack what its entry needs
DOUBT = 0.98  # odds of "no event" that throw out an entry of precision 0; of precision 1, none do
THINGS = frozenset(("WEAPON", "EVENT", "FAC", "PRODUCT"))
NEVER_SIDES = frozenset(("DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An event found: its wording, the entry chosen, who and whom as head words.

    `slots` are those of its wording, which the grammar filled the sides from. `counted` are heads
    that a number may count; `governors` say of each, by index, what became of it: the lemma of the
    verb that it belongs to. `also` are the words of other wordings of the same event.
    """

    hit: Hit
    trigger: Trigger
    entry: Entry
    slots: Slots
    actors: tuple[Word, ...]
    targets: tuple[Word, ...]
    counted: tuple[Word, ...]
    governors: Mapping[int, str]
    rule: str
    odds: float | None
    also: tuple[Word, ...] = ()


def draft_event(hit: Hit, lexicon: Lexicon) -> Draft | None:
    """Return what a wording tells: the entry that fits its clause best, or None.

    The lexicon's order decides, unless the trained pipeline clearly prefers another of the entries.
    """
    is_noun = hit.options[0][0].kind is TriggerKind.NOUN
    slots = hit_slots(hit, lexicon, is_noun=is_noun)
    drafts = [
        _fill(hit, trigger, entry, slots, is_noun=is_noun, lexicon=lexicon)
        for trigger, entry in hit.options
    ]
    drafts = [d for d in drafts if not _is_doubted(d)]
    drafts = [d for d in drafts if has_needs(d, lexicon)] or [d for d in drafts if is_likely(d)]
    drafts = [d for d in drafts if fits_warning(hit.word, d.entry.event_type, d.actors, lexicon)]
    return max(drafts, key=lambda d: (d.odds or 0.0) + (d is drafts[0]) * FIRST, default=None)


def is_likely(draft: Draft) -> bool:
    """Tell whether the trained pipeline vouches for words whose needs the grammar leaves unmet."""
    is_listed = bool(draft.entry.triggers)
    return is_listed and draft.odds is not None and draft.odds >= LIKELY


def _is_doubted(draft: Draft) -> bool:
    """Tell whether the trained pipeline is sure that these words tell no event here."""
    if draft.hit.word.odds is None or (draft.actors and draft.targets):
        return False  # a whole triple speaks louder than a tagger that may not know its words
    nothing = min((w.odds or {}).get(NOTHING, 0.0) for w in draft.hit.words)
    return nothing > DOUBT + (1 - DOUBT) * draft.entry.precision


def _fill(
    hit: Hit, trigger: Trigger, entry: Entry, slots: Slots, *, is_noun: bool, lexicon: Lexicon
) -> Draft:
    frame = entry.frame
    actor_slots = ("subject", *frame.noun_actor) if is_noun else frame.actor
    target_slots = frame.noun_target if is_noun else frame.target
    targets: tuple[Word, ...] = ()
    if frame.is_reciprocal:
        doers = _all(slots, actor_slots, hit, lexicon.grammar)
    else:
        targets = _targets(slots, target_slots, hit, entry, lexicon)
        doers = _first(slots, actor_slots, hit, lexicon.grammar, taken=targets)
    actors = _without_instruments(doers, lexicon)
    counted = distinct((*targets, *_deployed(entry, slots, hit)))
    outside = dict(counted_outside(hit.word, entry, lexicon.grammar))
    return Draft(
        hit=hit,
        trigger=trigger,
        entry=entry,
        slots=slots,
        actors=actors,
        targets=tuple(t for t in targets if t not in actors),
        counted=distinct((*counted, *outside)),
        governors={word.index: hit.word.lemma for word in counted}
        | {word.index: governor for word, governor in outside.items()},
        rule=_rule(hit, trigger),
        odds=_odds(hit, entry),
    )


def _odds(hit: Hit, entry: Entry) -> float | None:
    if hit.word.odds is None:
        return None
    return max((w.odds or {}).get(entry.event_type, 0.0) for w in hit.words)


def _first(
    slots: Slots, names: tuple[str, ...], hit: Hit, grammar: Grammar, *, taken: tuple[Word, ...]
) -> tuple[Word, ...]:
    for name in names:
        words = tuple(
            w for w in slots.get(name, ()) if _may_act(w, hit, grammar) and w not in taken
        )
        if words:
            return words
    return ()


def _all(slots: Slots, names: tuple[str, ...], hit: Hit, grammar: Grammar) -> tuple[Word, ...]:
    return distinct(w for name in names for w in slots.get(name, ()) if _may_act(w, hit, grammar))


def _may_act(word: Word, hit: Hit, grammar: Grammar) -> bool:
    """Tell whether a word can name a side: no part of the event's own words, no time, no number."""
    if word in hit.words or word.dep == "expl":
        return False
    if word.lemma in grammar.never_actors or word.lemma in grammar.time_nouns:
        return False
    if word.name is not None:
        return word.name.label not in NEVER_SIDES
    if word.pos == "NUM" and whole_of(word, grammar) is word:
        return False
    return is_nominal(word) or word.dep in ("amod", "compound", "nmod:poss")


def distinct(words: Iterable[Word]) -> tuple[Word, ...]:
    """Return the words, each once, in order of first appearance."""
    return tuple({w.index: w for w in words}.values())


def _targets(
    slots: Slots, names: tuple[str, ...], hit: Hit, entry: Entry, lexicon: Lexicon
) -> tuple[Word, ...]:
    """The first slot that leads to somebody ("blamed the attack on the rebels": the rebels)."""
    for name in (*names, "indirect") if "object" in names else names:
        words = _first(slots, (name,), hit, lexicon.grammar, taken=())
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
    for clause in hit.word.has("ccomp", "xcomp"):
        slots = verb_slots(clause, lexicon)
        if entry.event_type is EventType.REJECT and clause.dep == "xcomp":
            return tuple(slots.get("object", ()) or slots.get("with", ()))
        if entry.event_type is EventType.REQUEST and clause.dep == "ccomp":
            return tuple(slots.get("object" if is_passive(clause) else "subject", ()))
        if entry.event_type is EventType.THREATEN:
            return tuple(slots.get("object", ()) or slots.get("against", ()))
    return ()


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


def _without_instruments(actors: tuple[Word, ...], lexicon: Lexicon) -> tuple[Word, ...]:
    """A missile is no actor; whose it is, is one."""
    kept: list[Word] = []
    behind: list[Word] = []
    for word in actors:
        if is_instrument(word, lexicon):
            behind += _owners(word, lexicon)
        else:
            kept.append(word)
    return distinct((*kept, *behind))


def is_instrument(word: Word, lexicon: Lexicon) -> bool:
    """Tell whether a word means a thing that deeds are done with: a missile, a mine, a truck."""
    if word.name is not None and word.name.label not in THINGS:
        return False
    return word.lemma in lexicon.grammar.instruments


def _owners(word: Word, lexicon: Lexicon) -> list[Word]:
    """Whose a missile is, and between whom there is fighting."""
    slots = noun_slots(word, lexicon)
    for slot in ("by", "possessor", "modifier", "between", "from"):
        found = [w for w in slots.get(slot, ()) if w.lemma not in lexicon.grammar.time_nouns]
        if found:
            return found
    parts = [w for w in slots.get("of", ()) if is_instrument(w, lexicon)]  # "a wave of missiles"
    return _owners(parts[0], lexicon) if parts else []


def _deployed(entry: Entry, slots: Slots, hit: Hit) -> list[Word]:
    """What is moved, freed or harmed is counted even where it is no target."""
    words = [*slots.get("object", ()), *slots.get("of", ()), *slots.get("theme", ())]
    if hit.noun is not None:
        words.append(hit.noun)
    if entry.frame.name in ("moving", "leaving", "intransitive"):
        words += slots.get("subject", ())
    return [w for w in words if w is not hit.word]


def _rule(hit: Hit, trigger: Trigger) -> str:
    if trigger.kind is TriggerKind.NOUN:
        return "nominal"
    voice = "passive" if is_passive(hit.word) else "active"
    if trigger.kind is TriggerKind.PHRASE and hit.noun is not None:
        return f"{voice} phrase"
    if hit.word.dep in ("acl", "acl:relcl"):
        return f"{voice} relative"
    if hit.word.dep in ("xcomp", "advcl"):
        return f"{voice} dependent"
    return voice


def has_needs(draft: Draft, lexicon: Lexicon) -> bool:
    """Tell whether an event has the sides without which its entry makes no claim."""
    needs = {
        "actor": bool(draft.actors),
        "target": bool(draft.targets),
        "argument": bool(draft.actors or draft.targets),
        "name": any(is_known(w, lexicon) for w in (*draft.actors, *draft.targets)),
    }
    return all(needs[need] for need in draft.entry.needs)


def is_known(word: Word, lexicon: Lexicon) -> bool:
    """A name, a demonym, or a noun of a political or armed actor."""
    if word.name is not None or word.text.lower() in lexicon.world.demonyms:
        return True
    sector = lexicon.world.sector_words.get(word.lemma)
    return (sector is not None and sector.is_political) or any(
        w.name is not None for w in word.has("amod", "compound", "nmod", "nmod:poss")
    )
