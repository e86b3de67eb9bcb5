"""Find the words of a sentence that tell an event, longest wording first."""

import dataclasses
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.lexicons import Entry, Grammar, Lexicon, Trigger, TriggerKind
from kg.mentions.conditions import Conditions
from kg.mentions.words import Sentence, Word
from kg.model import EventType

__all__ = ["NOTHING", "Hit", "find_hits"]

NOTHING = "O"  # the trained pipeline's label of a word that tells no event
LEARNED_ODDS = 0.8  # from here on, a word that no entry lists counts as an event

NAMES_THAT_ONLY_NAME = frozenset(
    ("ORG", "PERSON", "GPE", "LOC", "FAC", "WEAPON", "EVENT", "PRODUCT")
)
PARTICLE_DEPS = (
    "compound:prt",
    "advmod",
    "xcomp",
    "obl",
    "obj",
    "ccomp",
    "advcl",
    "mark",
    "case",
    "acl",
)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Hit:
    """A wording of the lexicon found in a sentence.

    Attributes:
        word: Its head: the verb, or the event noun.
        words: All its words in text order.
        noun: The object noun of a phrase ("hostage" of "take hostage"), else None.
        options: The entries that the wording may belong to, preferred first.
    """

    word: Word
    words: tuple[Word, ...]
    noun: Word | None
    options: tuple[tuple[Trigger, Entry], ...]


def find_hits(sentence: Sentence, lexicon: Lexicon) -> list[Hit]:
    """Return the wordings found, in text order; words of a longer one start no other."""
    hits: list[Hit] = []
    used: set[int] = set()
    conditions = Conditions(lexicon=lexicon)
    for word in sentence.words:
        listed = _verb_hit(word, lexicon) or _noun_hit(word, sentence, lexicon)
        hit = _fitting(listed, conditions) if listed is not None else None
        if hit is None and not (listed and conditions.rule_out(listed.word, listed.options)):
            hit = _learned_hit(word, lexicon)
        if hit is not None:
            hits.append(hit)
    hits = [hit for hit in hits if not _is_light(hit, hits, lexicon) and not _is_tail(hit, hits)]
    hits.sort(key=lambda h: (-len(h.words), h.word.index))
    kept = []
    for hit in hits:
        indices = {w.index for w in hit.words}
        if not indices & used:
            kept.append(hit)
            used |= indices
    return sorted(kept, key=lambda h: h.word.index)


def _is_light(hit: Hit, hits: Sequence[Hit], lexicon: Lexicon) -> bool:
    """Tell whether a verb that only the trained pipeline vouches for does what its object tells.

    In "imposed sanctions" the noun is the event.
    """
    if hit.word.lemma not in lexicon.cues.supports or not _is_learned(hit, lexicon):
        return False
    things = hit.word.has("obj", "nsubj:pass")
    return any(other.word is thing for other in hits for thing in things)


def _is_tail(hit: Hit, hits: Sequence[Hit]) -> bool:
    """Tell whether a noun ends the wording of something else: a "cessation of hostilities"."""
    word, types = hit.word, {entry.event_type for _, entry in hit.options}
    return word.case == "of" and any(
        word.head is other.word and word.lemma in trigger.lemmas and entry.event_type not in types
        for other in hits
        for trigger, entry in other.options[:1]
    )


def _is_learned(hit: Hit, lexicon: Lexicon) -> bool:
    learned = lexicon.events.learned
    return any(learned.get(entry.event_type) is entry for _, entry in hit.options)


def _fitting(hit: Hit, conditions: Conditions) -> Hit | None:
    """Return a hit with the entries that its clause allows; without any, it is none."""
    options = conditions.fitting(hit.word, hit.options)
    return dataclasses.replace(hit, options=options) if options else None


def _verb_hit(word: Word, lexicon: Lexicon) -> Hit | None:
    if not word.is_verb or word.dep in ("aux", "aux:pass", "cop") or _is_premodifier(word):
        return None
    found = []
    for trigger, entry in lexicon.events.by_verb.get(word.lemma, ()):
        parts = _parts(word, trigger, lexicon.grammar)
        if parts is not None:
            found.append((trigger, entry, parts))
    if not found:
        return None
    longest = max(len(trigger.lemmas) for trigger, _, _ in found)
    best = [row for row in found if len(row[0].lemmas) == longest]
    parts = best[0][2]
    noun = parts[-1] if best[0][0].kind is TriggerKind.PHRASE and len(parts) > 1 else None
    return Hit(
        word=word,
        words=tuple(sorted(parts, key=lambda w: w.index)),
        noun=noun,
        options=tuple((trigger, entry) for trigger, entry, _ in found),
    )


def _is_premodifier(word: Word) -> bool:
    """A participle before its noun ("occupied territory") describes more than it reports."""
    return word.dep in ("amod", "compound") and word.head.index > word.index


def _parts(word: Word, trigger: Trigger, grammar: Grammar) -> list[Word] | None:
    """Return the words that fill a trigger, or None."""
    rest = trigger.lemmas[1:]
    if not rest:
        return [word]
    if trigger.kind is TriggerKind.PHRASE:
        return _phrase_parts(word, rest)
    parts, near = [word], list(_particles(word, grammar))
    for lemma in rest:
        found = next((w for w in near if lemma in (w.lemma, w.text.lower())), None)
        if found is None:
            return None
        near.remove(found)
        parts.append(found)
    return parts


def _particles(word: Word, grammar: Grammar) -> Iterator[Word]:
    """Particles, adverbs, and prepositions that lead to a complement of the verb.

    A day is none: who "called Mara Quell on Friday" did not call on anybody.
    """
    for child in word.children:
        if child.index < word.index and child.dep != "compound:prt":
            continue
        if child.dep in PARTICLE_DEPS:
            yield child
        for phrase in (child, *child.has("nmod")):  # "spoke by telephone with leaders"
            led = [c for c in phrase.has("case", "mark") if c.index > word.index]
            is_day = phrase.lemma in grammar.time_nouns
            yield from (c for c in led if not (is_day and c.pos == "ADP"))


def _phrase_parts(word: Word, rest: tuple[str, ...]) -> list[Word] | None:
    """A verb with an object noun; words between them are compounds of that noun or prepositions."""
    nouns = [*word.has("obj", "nsubj:pass", "xcomp", "obl", "compound:prt", "advmod", "iobj")]
    if word.dep in ("acl", "acl:relcl") and not word.has("obj", "nsubj:pass"):
        nouns.append(word.head)
    for noun in nouns:
        if noun.lemma != rest[-1] or (noun.dep == "obl" and not _leads(noun, rest)):
            continue
        around = [noun, *noun.children, *word.children]
        middle = [next((w for w in around if w.lemma == lemma), None) for lemma in rest[:-1]]
        if all(m is not None for m in middle):
            return [word, *(m for m in middle if m is not None), noun]
    return None


def _leads(noun: Word, wording: Sequence[str]) -> bool:
    """Tell whether the preposition before a noun is part of the wording, if there is any.

    "Removed them by force" is no removing of forces.
    """
    return not noun.case or noun.case.split(" ")[0] in wording


def _noun_hit(word: Word, sentence: Sentence, lexicon: Lexicon) -> Hit | None:
    if word.pos not in ("NOUN", "PROPN") and word.tag not in ("NN", "NNS", "VBG"):
        return None
    nouns = lexicon.events.by_noun
    options = nouns.get(word.lemma, ()) or nouns.get(word.text.lower(), ())
    if not options or _only_names(word, lexicon):
        return None
    found = []
    for trigger, entry in options:
        parts = _preceding(word, trigger.lemmas, sentence)
        if parts is not None:
            found.append((trigger, entry, parts))
    if not found:
        return None
    words = tuple(sorted(found[0][2], key=lambda w: w.index))
    return Hit(word=word, words=words, noun=None, options=tuple((t, e) for t, e, _ in found))


def _only_names(word: Word, lexicon: Lexicon) -> bool:
    """Tell whether the noun is part of a name, or modifies a noun that names a thing."""
    if word.name is not None and word.name.label in NAMES_THAT_ONLY_NAME:
        return True
    if word.dep in ("compound", "nmod:desc") and word.head.index > word.index:
        return word.head.lemma in lexicon.grammar.naming_nouns or word.head.name is not None
    return False


def _preceding(word: Word, lemmas: tuple[str, ...], sentence: Sentence) -> list[Word] | None:
    """Match the words before a noun, hyphens skipped, against the trigger's other lemmas.

    Of "exchange of prisoner" the head is "exchange", and what follows it is left to the slots.
    """
    before, tail = lemmas[:-1], lemmas[len(lemmas) :]
    if "of" in lemmas:
        before, tail = lemmas[: lemmas.index("of") - 1], lemmas[lemmas.index("of") + 1 :]
    after = [w for w in word.has("nmod") if w.case == "of" and w.lemma in tail]
    if tail and not after:
        return None
    parts, at = [word], word.index - 1
    for lemma in reversed(before):
        while at >= 0 and sentence.words[at].text in ("-", "–"):
            at -= 1
        if at < 0 or lemma not in (sentence.words[at].lemma, sentence.words[at].text.lower()):
            return None
        parts.append(sentence.words[at])
        at -= 1
    return parts


def _learned_hit(word: Word, lexicon: Lexicon) -> Hit | None:
    """A word that no entry lists but that the trained pipeline takes for an event."""
    is_said_of = word.pos == "ADJ" and word.first("cop") is not None  # "is willing to meet them"
    if not word.odds or not (word.pos in ("VERB", "NOUN") or is_said_of):
        return None
    if _only_names(word, lexicon):
        return None
    label = max(word.odds, key=lambda name: word.odds[name] if word.odds else 0.0)
    if label == NOTHING or word.odds[label] < LEARNED_ODDS or label not in EventType.__members__:
        return None
    if word.is_verb and _is_premodifier(word):
        return None
    kind = TriggerKind.VERB if word.is_verb or is_said_of else TriggerKind.NOUN
    trigger = Trigger(kind=kind, lemmas=(word.lemma,))
    entry = lexicon.events.learned[EventType(label)]
    return Hit(word=word, words=(word,), noun=None, options=((trigger, entry),))
