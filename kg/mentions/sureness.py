"""How likely an event is told as it was read: the chance that a careful reader finds it too.

A logistic model over what can be seen of the event, learned from annotated claims
(`training/sureness`); `kg/lexicons/data/sureness.tsv` lists its weights, one line a feature. What
the lexicon's entry and the plainness of the grammar promise is one feature among others.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from math import exp

from kg.lexicons import Lexicon
from kg.mentions.drafts import Draft, has_needs
from kg.mentions.features import kind_of, who_is
from kg.mentions.plainness import plainness_of
from kg.mentions.topics import is_lone, is_said_to_occur
from kg.mentions.words import Word
from kg.model import Mention

__all__ = ["OBLIGED", "chance_of", "sureness_features", "sureness_of"]

STEPS = tuple(n / 20 for n in range(1, 20))  # of what entry and grammar promise
OBLIGED = ("any", "obligation")  # all that is seen of a demand put as an obligation
MANY = 3  # words of a wording told apart

Weights = Mapping[str, tuple[float, ...]]


def sureness_of(draft: Draft, mention: Mention, lexicon: Lexicon) -> float:
    """Return the chance (0..1) that a draft's event is told as the mention has it.

    Of wordings that tell it together the surest counts: who "attacked a base, leaving ten dead"
    attacked it, whatever leaves people dead elsewhere.
    """
    told = (draft, *(_in_other_words(draft, other) for other in draft.joined))
    return max(
        chance_of(sureness_features(each, mention, lexicon), lexicon.sureness.weights)
        for each in told
    )


def _in_other_words(draft: Draft, other: Draft) -> Draft:
    """Return an event as another of its wordings tells it, with the sides that it has in all."""
    return replace(other, actors=draft.actors, targets=draft.targets, also=draft.also)


def chance_of(features: Iterable[str], weights: Weights) -> float:
    """Return the chance (0..1) that an event of these features is told as it was read."""
    odds = sum(weights[name][0] for name in features if name in weights)
    return 1 / (1 + exp(-odds))


def _promise(draft: Draft, lexicon: Lexicon) -> float:
    """Return 0..1: what the entry's words and the plainness of the grammar promise together."""
    return draft.entry.precision * plainness_of(draft, lexicon)


def sureness_features(draft: Draft, mention: Mention, lexicon: Lexicon) -> Iterator[str]:
    """Yield what is seen of an event: what promises it, its sides, its form, how it is meant."""
    event, kind = str(draft.entry.event_type), kind_of(draft)
    sides = ("a" if draft.actors else "") + ("t" if draft.targets else "")
    promise = _promise(draft, lexicon)
    yield "any"
    by = "promise" if draft.odds is not None else "promise untold"
    yield from (f"{by} {step}" for step in range(bisect_left(STEPS, promise) + 1))
    yield f"precision {draft.entry.precision:.2f}"
    yield f"entry {draft.entry.id}"
    yield f"lemma {draft.hit.word.lemma} {event} {kind}"
    yield f"type {event} {kind}"
    yield f"sides {sides} {kind}"
    yield f"sides {sides} {event}"
    yield f"frame {draft.entry.frame.name} {sides}"
    yield f"words {min(len(draft.trigger.lemmas), MANY)} {kind}"
    yield f"joined {bool(draft.also)} {kind}"
    if not has_needs(draft, lexicon):
        yield f"unmet {' '.join(draft.entry.needs)}"
        yield f"unmet {event}"
    if is_lone(draft, mention.quantities):
        said = is_said_to_occur(draft.hit.word, lexicon.grammar)
        yield f"lone {said}"
        yield f"lone {said} {event}"
    yield from _form(draft.hit.word, kind, sides)
    yield from _people(draft, kind, event, lexicon)
    yield f"meant {mention.polarity} {mention.certainty}"
    yield f"meant {mention.certainty} {event}"
    yield f"time {mention.temporality}"
    yield f"told {bool(mention.speakers)} {bool(mention.places)} {bool(mention.quantities)}"


def _form(word: Word, kind: str, sides: str) -> Iterator[str]:
    """Yield how the event's word stands in its sentence."""
    yield f"dep {word.dep} {kind}"
    if kind == "noun":
        determiner = next((w.lemma for w in word.has("det")), "none")
        yield f"determiner {determiner} {word.tag}"
        yield f"determiner {determiner} {sides}"
        yield f"head {word.dep} {word.head.pos}"
    else:
        yield f"tag {word.tag} {word.dep}"


def _people(draft: Draft, kind: str, event: str, lexicon: Lexicon) -> Iterator[str]:
    """Yield who stands on either side, and as subject and object."""
    found = {
        "actor": next(iter(draft.actors), None),
        "target": next(iter(draft.targets), None),
    }
    if kind != "noun":
        verb = draft.hit.word
        found |= {"subject": verb.first("nsubj", "nsubj:pass"), "object": verb.first("obj")}
    lemma = draft.hit.word.lemma
    for place, word in found.items():
        who = "nobody" if word is None else who_is(word, lexicon).partition(":")[0]
        yield f"{place} {who}"
        yield f"{place} {who} {event}"
        yield f"{place} {who} of {lemma}"
        if word is not None and word.name is None:
            yield f"{place} {word.lemma} {event}"
