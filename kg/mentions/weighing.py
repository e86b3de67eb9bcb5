"""Choose the sides of each event: what the grammar proposes, weighed with all else that is seen.

The weights are those of a logistic model over the features of `features.py`, learned from annotated
claims (`training/arguments`); `kg/lexicons/data/arguments.tsv` lists them, one line a feature.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from math import exp, prod

from kg.lexicons import Lexicon
from kg.mentions.candidates import candidates_of
from kg.mentions.concerned import awaited, is_verbal
from kg.mentions.drafts import Draft
from kg.mentions.exclusions import corrected, is_barred
from kg.mentions.features import ACTOR, NEITHER, TARGET, View, features_of, look, who_is
from kg.mentions.somebody import names_actor
from kg.mentions.words import Sentence, Word, distinct

__all__ = ["choose_sides", "weigh_sides"]

ENOUGH = 0.3  # odds of a candidate from which it is taken
NOBODY = 0.4  # odds that none of several is it, below which the likeliest is taken all the same
IDLE = frozenset(  # kinds of what does nothing, and is done nothing, unless the grammar says so
    ("number", "time", "instrument", "deed", "place", "WEAPON", "LOC", "FAC", "EVENT")
)
NAMED = frozenset(("NORP", "ORG", "PERSON"))  # a place may only be where it happens
BEFORE = ("amod", "compound", "nmod:poss")  # "Turkish army"
HIGHEST = 30.0  # log odds; beyond it all is certain
WEIGHED = ", weighed"

Weights = Mapping[str, tuple[float, ...]]
Odds = Mapping[str, float]


def weigh_sides(drafts: Sequence[Draft], sentence: Sentence, lexicon: Lexicon) -> list[Draft]:
    """Return the events of a sentence with the sides that their weights choose."""
    if not lexicon.arguments.weights:
        return list(drafts)
    return [_weighed(draft, sentence, drafts, lexicon) for draft in drafts]


def choose_sides(looks: Iterable[Iterable[str]], weights: Weights) -> list[str]:
    """Return the side of each candidate of one event: actor, target or neither.

    Args:
        looks: The features of each candidate.
        weights: By feature, its weights for actor and for target (log odds against neither).
    """
    odds = [_odds(features, weights) for features in looks]
    likelier = [ACTOR if each[ACTOR] >= each[TARGET] else TARGET for each in odds]
    chosen = [NEITHER] * len(odds)
    for side in (ACTOR, TARGET):
        fit = [n for n, better in enumerate(likelier) if better == side]
        found = [n for n in fit if odds[n][side] >= ENOUGH]
        if fit and not found and prod(1 - odds[n][side] for n in fit) < NOBODY:
            found = [max(fit, key=lambda n: odds[n][side])]
        for n in found:
            chosen[n] = side
    return chosen


def _odds(features: Iterable[str], weights: Weights) -> Odds:
    """Return the odds (0..1) of either side."""
    actor = target = 0.0
    for its_actor, its_target in filter(None, map(weights.get, features)):
        actor += its_actor
        target += its_target
    actor, target = exp(min(actor, HIGHEST)), exp(min(target, HIGHEST))
    return {ACTOR: actor / (1 + actor + target), TARGET: target / (1 + actor + target)}


def _weighed(draft: Draft, sentence: Sentence, drafts: Sequence[Draft], lexicon: Lexicon) -> Draft:
    candidates = tuple(
        word
        for word in candidates_of(draft, sentence, lexicon)
        if not is_barred(word, draft, drafts, lexicon)
    )
    view = look(draft, candidates, drafts, lexicon)
    candidates = tuple(word for word in candidates if not _is_idle(word, draft, view, lexicon))
    looks = (features_of(word, draft, view, lexicon) for word in candidates)
    chosen = choose_sides(looks, lexicon.arguments.weights)
    chosen = [
        corrected(side, word, draft, lexicon) for word, side in zip(candidates, chosen, strict=True)
    ]
    actors, targets = (
        _outermost([w for w, mine in zip(candidates, chosen, strict=True) if mine == side])
        for side in (ACTOR, TARGET)
    )
    targets = targets or _named_targets(draft, actors, lexicon)
    if _same(actors, draft.actors) and _same(targets, draft.targets):
        return draft
    return replace(
        draft,
        actors=actors,
        targets=targets,
        counted=distinct((*draft.counted, *(w for w in targets if not _is_of(w, draft, drafts)))),
        governors={w.index: draft.hit.word.lemma for w in targets} | dict(draft.governors),
        rule=draft.rule + WEIGHED,
    )


def _is_idle(word: Word, draft: Draft, view: View, lexicon: Lexicon) -> bool:
    """Tell whether a word is nobody's name, means nobody, and stands in none of an event's slots.

    Of 5,000 such candidates the weights chose none: they need not be asked.
    """
    if word.index in view.slots or word in (*draft.actors, *draft.targets):
        return False
    return who_is(word, lexicon) in IDLE


def _named_targets(draft: Draft, actors: Sequence[Word], lexicon: Lexicon) -> tuple[Word, ...]:
    """Return whom the grammar finds named where words are said about somebody, and weights nobody.

    The weights know little of peoples behind a thing ("opposed to French mediation"): of sixteen
    annotated events where they overrule such a name, fourteen have a target after all. Nor did they
    see that a refusal or threat is to those whose deed it waits for.
    """
    if not is_verbal(draft.entry.event_type, lexicon):
        return ()
    waited_for = awaited(draft.hit.word, draft.entry, lexicon)
    kept = (w for w in draft.targets if _is_said(w, lexicon) or w in waited_for)
    return tuple(word for word in kept if word not in actors)


def _is_said(word: Word, lexicon: Lexicon) -> bool:
    if word.name is not None:
        is_owner = word.name.label == "GPE" and word.dep == "nmod:poss"  # "Sweden's decision"
        return is_owner or word.name.label in NAMED
    is_named = any(w.name is not None for w in word.has(*BEFORE))
    return (is_named and names_actor(word, lexicon)) or word.text.lower() in lexicon.world.demonyms


def _is_of(word: Word, draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Tell whether a word is the object of another event, whose number it is then.

    Of "killed six insurgents and captured 54" the 54 are not killed.
    """
    return word.dep in ("obj", "nsubj:pass") and any(
        word.head in (other.hit.word, *other.also) for other in drafts if other is not draft
    )


def _outermost(chosen: Sequence[Word]) -> tuple[Word, ...]:
    """Return words without those that only tell whose another of them is, or name it again.

    Of "the commander of the rebels" the commander was killed, and not the rebels; "the president,
    Mara Quell" is one person, best called by the name.
    """
    indices = {word.index for word in chosen}
    named = {w.head.index for w in chosen if w.dep == "appos" and _is_name_of(w, w.head)}
    return tuple(
        w
        for w in chosen
        if w.index not in named
        and not (w.head.index in indices and (_tells_whose(w) or _says_again(w)))
        and not _is_before(w, indices)
    )


def _is_name_of(word: Word, noun: Word) -> bool:
    is_person = word.name is not None and word.name.label == "PERSON"
    return is_person and noun.name is None


def _says_again(word: Word) -> bool:
    return word.dep == "appos" and not word.is_root and not _is_name_of(word, word.head)


def _is_before(word: Word, chosen: Collection[int]) -> bool:
    """Tell whether a word stands before a noun that is chosen: in "US and Iraqi envoys" either."""
    first = word.first_of_several()
    return first.dep in ("amod", "compound") and first.head.index in chosen


def _tells_whose(word: Word) -> bool:
    is_of = word.dep == "nmod" and word.case == "of"
    return not word.is_root and (is_of or word.dep == "nmod:poss")


def _same(found: Sequence[Word], proposed: Sequence[Word]) -> bool:
    return {word.index for word in found} == {word.index for word in proposed}
