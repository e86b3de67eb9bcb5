"""What can be seen of a candidate that may be a side of an event, as names of features.

Each feature joins two or three plain observations: what the grammar proposed and in which slot the
candidate stands, the path between the two in the tree, who the candidate is, where it stands, and
the words themselves. Their weights are learned (`training/arguments`).
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.lexicons import Lexicon
from kg.mentions.arguments import noun_slots, verb_slots
from kg.mentions.drafts import NOMINAL, Draft
from kg.mentions.phrases import whole_of
from kg.mentions.subjects import is_passive
from kg.mentions.surroundings import clauses_above, standing_of
from kg.mentions.words import Word

__all__ = [
    "ACTOR",
    "NEITHER",
    "TARGET",
    "View",
    "features_of",
    "kind_of",
    "look",
    "proposal",
    "who_is",
]

ACTOR, TARGET, NEITHER = "actor", "target", "neither"
LONGEST_PATH = 5  # labels of a path; of a longer one its lengths are told
DISTANCES = (1, 2, 3, 5, 8, 13, 20)  # words, upper bounds
NEAREST = 3  # candidates told apart by their rank before and after the event


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What is seen of all candidates of one event: by index of a word, its slot, rank and duty.

    `elsewhere` tells which side of which other event of the sentence a word already is; `above` has
    the labels on the way up from the event to each word above it, `clauses` how many it leaves.
    """

    kind: str  # noun, passive or verb
    sides: str  # which sides the grammar filled
    slots: Mapping[int, str]
    ranks: Mapping[int, str]
    elsewhere: Mapping[int, str]
    above: Mapping[int, Sequence[str]]
    clauses: Mapping[int, int]


def look(
    draft: Draft, candidates: Sequence[Word], drafts: Sequence[Draft], lexicon: Lexicon
) -> View:
    """Return what is seen of an event's candidates together."""
    return View(
        kind=kind_of(draft),
        sides=("a" if draft.actors else "") + ("t" if draft.targets else ""),
        slots=_slots(draft, lexicon),
        ranks=_ranks(draft.hit.word, candidates),
        elsewhere=_elsewhere(draft, drafts),
        above=_above(draft.hit.word),
        clauses=clauses_above(draft.hit.word),
    )


def proposal(word: Word, draft: Draft, lexicon: Lexicon) -> str:
    """Return which side the grammar takes a word for."""
    for side, words in ((ACTOR, draft.actors), (TARGET, draft.targets)):
        if any(word is w or word is whole_of(w, lexicon.grammar) for w in words):
            return side
    return NEITHER


def features_of(word: Word, draft: Draft, view: View, lexicon: Lexicon) -> list[str]:
    """Return the features of one candidate."""
    event, frame = str(draft.entry.event_type), draft.entry.frame.name
    verb, kind = draft.hit.word, view.kind
    side = proposal(word, draft, lexicon)
    slot = view.slots.get(word.index, "none")
    who = who_is(word, lexicon)
    group = who.partition(":")[0]
    at = "before" if word.index < verb.index else "after"
    distance = bisect_left(DISTANCES, abs(word.index - verb.index))
    text = group if word.name is not None else word.lemma
    found = ["any", f"side+group+kind {side} {group} {kind}"]
    found += _path_features(word, view, side, f"{kind} {group}", event)
    case, rank = word.case, view.ranks[word.index]
    elsewhere = view.elsewhere.get(word.index, "no")
    found += (
        *(f"side0 {side} {event}", f"side1 {side} {frame}", f"side2 {side} {kind}"),
        *(f"side3 {side} {who}", f"side4 {side} {view.sides}"),
        *(f"slot0 {slot} {event}", f"slot1 {slot} {frame}"),
        *(f"slot2 {slot} {kind} {group}", f"slot3 {slot} {event} {group}"),
        *(f"who0 {who} ", f"who1 {who} {event}"),
        *(f"case0 {case} {frame} {at}", f"case1 {case} {event} {group}"),
        *(f"place0 {at} {distance} ", f"place1 {at} {distance} {group}"),
        *(f"place0 {at} {event} {group}", f"place1 {at} {view.sides} {group}"),
        *(f"rank0 {rank} {side}", f"rank1 {rank} {kind} {group}"),
        *(f"event0 {verb.lemma} {slot}", f"event1 {verb.lemma} {side}"),
        f"event2 {verb.lemma} {at} {group}",
        *(f"word0 {text} ", f"word1 {text} {event}", f"word2 {text} {side}"),
        *(f"elsewhere0 {elsewhere} {side}", f"elsewhere1 {elsewhere} {event}"),
    )
    found += standing_of(word, view.clauses, view.slots, group, event, view.sides)
    if word.head is not verb:
        found.append(f"head {word.head.lemma} {side}")
        if word.head.is_verb:
            found.append(f"head+dep {word.head.lemma} {word.dep} {event}")
    return found


def _path_features(word: Word, view: View, side: str, kind: str, event: str) -> list[str]:
    up, down, top = _path(view.above, word)
    lengths = f"{min(len(up), LONGEST_PATH)} {min(len(down), LONGEST_PATH)}"
    is_short = len(up) + len(down) <= LONGEST_PATH
    path = f"{'^'.join(up)}|{'.'.join(down)}" if is_short else lengths
    return [
        *(f"path0 {path} {kind}", f"path1 {path} {kind} {word.case}", f"path2 {path} {event}"),
        *(f"dep0 {word.dep} {kind}", f"dep1 {word.dep} {top.pos}"),
        f"lengths {lengths} {side}",
        f"tag {word.tag} {side}",
    ]


def _path(above: Mapping[int, Sequence[str]], word: Word) -> tuple[Sequence[str], list[str], Word]:
    """Return the labels up from the event and down to the word, and the word between them."""
    down, top = [], word
    while top.index not in above:
        down.append(top.dep)
        top = top.head
    return above[top.index], down[::-1], top


def _above(verb: Word) -> dict[int, list[str]]:
    """Return the labels on the way from an event to itself and to each word above it."""
    labels: list[str] = []
    found = {verb.index: labels}
    below = verb
    for ancestor in verb.ancestors():
        labels = [*labels, below.dep]
        found[ancestor.index] = labels
        below = ancestor
    return found


def kind_of(draft: Draft) -> str:
    """Return what tells an event: a noun, a passive or another verb."""
    if draft.rule.startswith(NOMINAL):
        return "noun"
    return "passive" if is_passive(draft.hit.word) else "verb"


def _slots(draft: Draft, lexicon: Lexicon) -> dict[int, str]:
    found: dict[int, str] = {}
    _note(found, draft.slots, "", lexicon)
    for word in draft.also:
        read = verb_slots if word.is_verb else noun_slots
        _note(found, read(word, lexicon), "also ", lexicon)
    return found


def _note(
    found: dict[int, str], slots: Mapping[str, Sequence[Word]], prefix: str, lexicon: Lexicon
) -> None:
    for slot, words in slots.items():
        for word in words:
            found.setdefault(word.index, prefix + slot)
            found.setdefault(whole_of(word, lexicon.grammar).index, f"{prefix}{slot} whole")


def _ranks(verb: Word, candidates: Sequence[Word]) -> dict[int, str]:
    before = [w for w in reversed(candidates) if w.index < verb.index]
    after = [w for w in candidates if w.index >= verb.index]
    return {w.index: f"before {min(n, NEAREST)}" for n, w in enumerate(before)} | {
        w.index: f"after {min(n, NEAREST)}" for n, w in enumerate(after)
    }


def _elsewhere(draft: Draft, drafts: Sequence[Draft]) -> dict[int, str]:
    found: dict[int, str] = {}
    for other in drafts:
        if other is not draft:
            for side, words in ((ACTOR, other.actors), (TARGET, other.targets)):
                for word in words:
                    found.setdefault(word.index, f"{side} {other.entry.event_type}")
    return found


def who_is(word: Word, lexicon: Lexicon) -> str:
    """Return what kind of thing a word means, a group and its finer kind after a colon."""
    if word.name is not None:
        return word.name.label
    if word.pos == "PRON":
        return f"pronoun:{word.text.lower()}"
    if word.text.lower() in lexicon.world.demonyms:
        return "demonym"
    sector = lexicon.world.sector_words.get(word.lemma)
    if sector is not None:
        return f"people:{sector.sector}{' political' if sector.is_political else ''}"
    classes = (
        ("instrument", lexicon.grammar.instruments),
        ("deed", lexicon.events.event_nouns),
        ("time", lexicon.grammar.time_nouns),
        ("place", lexicon.grammar.class_nouns),
        ("number", lexicon.grammar.number_nouns),
    )
    named = (name for name, lemmas in classes if word.lemma in lemmas)
    return next(named, "number" if word.pos == "NUM" else "thing")
