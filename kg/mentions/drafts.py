"""From a wording to a draft: which lexicon entry it is, who did it, to whom."""

from collections.abc import Mapping
from dataclasses import dataclass

from kg.lexicons import Entry, Frame, Lexicon, Trigger, TriggerKind
from kg.mentions.arguments import Slots, noun_slots
from kg.mentions.fillers import all_filled, find_targets, first_filled
from kg.mentions.somebody import is_known
from kg.mentions.subjects import is_passive
from kg.mentions.tolls import counted_outside
from kg.mentions.triggers import NOTHING, Hit
from kg.mentions.undergoing import UNDERGOER
from kg.mentions.warnings import fits_warning
from kg.mentions.wordings import hit_slots
from kg.mentions.words import Word, distinct

__all__ = ["NOMINAL", "Draft", "draft_event", "has_needs", "is_instrument", "is_likely"]

NOMINAL = "nominal"
FIRST = 0.3  # how much better the odds of a later entry must be to win over the first that fits
LIKELY = 0.4  # odds from which an event may lack what its entry needs
DOUBT = 0.98  # odds of "no event" that throw out an entry of precision 0; of precision 1, none do
THINGS = frozenset(("WEAPON", "EVENT", "FAC", "PRODUCT"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An event found: its wording, the entry chosen, who and whom as head words.

    `slots` are those of its wording, which the grammar filled the sides from. `counted` are heads
    that a number may count; `governors` say of each, by index, what became of it: the lemma of the
    verb that it belongs to. `also` are the words of other wordings of the same event, `joined` what
    these alone would have told.
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
    joined: tuple["Draft", ...] = ()


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
    if is_noun:  # "a verbal attack" is none, however likely an attack alone would be
        most = max((len(d.trigger.lemmas) for d in drafts), default=0)
        drafts = [d for d in drafts if len(d.trigger.lemmas) == most]
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
    target_slots = _target_slots(hit, trigger, frame, is_noun=is_noun)
    targets = find_targets(slots, target_slots, hit, entry, lexicon)
    if frame.is_reciprocal:
        doers = all_filled(slots, actor_slots, hit, lexicon.grammar)
    else:
        doers = first_filled(slots, actor_slots, hit, lexicon.grammar, taken=targets)
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


def _target_slots(hit: Hit, trigger: Trigger, frame: Frame, *, is_noun: bool) -> tuple[str, ...]:
    """Return where targets stand; a phrase's noun has its own ("lifted the siege of Kessa")."""
    if frame.is_reciprocal:
        return ()
    if is_noun:
        return (UNDERGOER, *frame.noun_target)
    if trigger.kind is not TriggerKind.PHRASE or hit.noun is None:
        return frame.target
    return tuple(dict.fromkeys((*frame.target, *frame.noun_target)))


def _odds(hit: Hit, entry: Entry) -> float | None:
    if hit.word.odds is None:
        return None
    return max((w.odds or {}).get(entry.event_type, 0.0) for w in hit.words)


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
    """Tell whether a word means what deeds are done with: a missile, a truck, a series of raids."""
    if word.name is not None and word.name.label not in THINGS:
        return False
    grammar = lexicon.grammar
    return word.lemma in grammar.instruments or word.lemma in grammar.event_sets


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
