"""One event told twice in a sentence is one event.

An event noun and the verb that says what it did ("an attack that killed five"); an attack and the
harm it did ("shelled the town, killing five", "killed five and wounded ten").
"""

from collections.abc import Iterable
from dataclasses import replace

from kg.lexicons import Lexicon
from kg.mentions.arguments import verb_slots
from kg.mentions.drafts import NOMINAL, Draft, distinct
from kg.mentions.words import Word
from kg.model import CountKind, EventType

__all__ = ["join_drafts"]

NEAR_SLOTS = ("subject", "in", "by", "during", "after", "from", "with")
HARM = (CountKind.KILLED, CountKind.INJURED)  # the graver first: its verb names the event
SIDE_CLAUSES = ("conj", "advcl", "xcomp")


def join_drafts(drafts: list[Draft], lexicon: Lexicon) -> list[Draft]:
    """Return the drafts of a sentence with those that tell one event made one."""
    return _join_harm(_join_nouns(drafts, lexicon))


def _join_nouns(drafts: list[Draft], lexicon: Lexicon) -> list[Draft]:
    """Join event nouns to the verbs beside them that are of their type."""
    by_word = {draft.hit.word.index: draft for draft in drafts}
    for verb in [d for d in drafts if d.rule != NOMINAL]:
        for noun in _nouns_near(verb.hit.word, lexicon):
            other = by_word.get(noun.index)
            if other is None or other.rule != NOMINAL:
                continue
            if other.entry.event_type is verb.entry.event_type:
                at = verb.hit.word.index
                by_word[at] = _with_noun(by_word[at], other)
                del by_word[noun.index]
    return list(by_word.values())


def _nouns_near(verb: Word, lexicon: Lexicon) -> Iterable[Word]:
    """Yield nouns that may name the same event: subject, by-phrase, "in an attack"."""
    slots = verb_slots(verb, lexicon)
    yield from (word for slot in NEAR_SLOTS for word in slots.get(slot, ()))
    if verb.dep in ("acl:relcl", "acl"):
        yield verb.head
    if verb.dep == "advcl":
        yield from verb_slots(verb.head, lexicon).get("subject", ())


def _with_noun(verb: Draft, noun: Draft) -> Draft:
    actors = tuple(w for w in verb.actors if w is not noun.hit.word) or noun.actors
    return replace(_merged(verb, noun, actors), rule=f"{verb.rule} with nominal")


def _join_harm(drafts: list[Draft]) -> list[Draft]:
    """Join attacks and harm that hang together; the gravest harm names the event."""
    by_word = {draft.hit.word.index: draft for draft in drafts}
    for draft in sorted(drafts, key=lambda d: -d.hit.word.index):
        below = by_word.get(draft.hit.word.index)
        above = by_word.get(draft.hit.word.head.index)
        if below is None or above is None or not _are_one(above, below):
            continue
        first, second = sorted((above, below), key=_gravity)
        actors = first.actors or second.actors
        by_word[first.hit.word.index] = _merged(first, second, actors)
        del by_word[second.hit.word.index]
    return sorted(by_word.values(), key=lambda d: d.hit.word.index)


def _are_one(above: Draft, below: Draft) -> bool:
    """Tell whether two assaults, one clause beside the other, are one.

    They are where one is a harm, or says how the other was done.
    """
    if above is below or below.hit.word.dep not in SIDE_CLAUSES:
        return False
    if {above.entry.event_type, below.entry.event_type} != {EventType.ASSAULT}:
        return False
    if NOMINAL in (above.rule, below.rule) or not _same_side(above, below):
        return False
    word = below.hit.word
    is_manner = word.dep == "advcl" and word.tag == "VBG"  # "struck a depot, destroying trucks"
    return is_manner or _gravity(above) < len(HARM) or _gravity(below) < len(HARM)


def _same_side(above: Draft, below: Draft) -> bool:
    """Two attackers, or a harm done by the other side, are two events."""
    if not above.actors or not below.actors:
        return True
    return {w.index for w in above.actors} == {w.index for w in below.actors}


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
    )
