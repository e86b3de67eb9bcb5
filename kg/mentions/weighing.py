"""Choose the sides of each event: what the grammar proposes, weighed with all else that is seen.

The weights are those of a logistic model over the features of `features.py`, learned from annotated
claims (`training/arguments`); `kg/lexicons/data/arguments.tsv` lists them, one line a feature.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from math import exp, prod

from kg.lexicons import Lexicon
from kg.mentions.attribution import is_attribution
from kg.mentions.candidates import candidates_of
from kg.mentions.drafts import Draft, distinct, is_instrument, names_actor
from kg.mentions.features import ACTOR, NEITHER, TARGET, features_of, look
from kg.mentions.phrases import is_against
from kg.mentions.whereabouts import is_scene
from kg.mentions.words import Sentence, Word
from kg.model import EventType

__all__ = ["choose_sides", "weigh_sides"]

ENOUGH = 0.3  # odds of a candidate from which it is taken
NOBODY = 0.4  # odds that no candidate is it, below which the likeliest is taken all the same
HIGHEST = 30.0  # log odds; beyond it all is certain
WEIGHED = ", weighed"
ABOUT = ("of", "about", "over", "from")  # lead from looking on to what is looked at
OF_ONE_PHRASE = frozenset(("conj", "appos", "nmod:desc", "flat", "compound", "amod"))
JUDGING = frozenset((EventType.ACCUSE, EventType.SUPPORT, EventType.PROTEST))

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
        if fit and not found and prod(1 - each[side] for each in odds) < NOBODY:
            found = [max(fit, key=lambda n: odds[n][side])]
        for n in found:
            chosen[n] = side
    return chosen


def _odds(features: Iterable[str], weights: Weights) -> Odds:
    """Return the odds (0..1) of either side."""
    actor = target = 0.0
    for pair in map(weights.get, features):
        if pair is not None:
            actor += pair[0]
            target += pair[1]
    actor, target = exp(min(actor, HIGHEST)), exp(min(target, HIGHEST))
    return {ACTOR: actor / (1 + actor + target), TARGET: target / (1 + actor + target)}


def _weighed(draft: Draft, sentence: Sentence, drafts: Sequence[Draft], lexicon: Lexicon) -> Draft:
    candidates = tuple(
        word
        for word in candidates_of(draft, sentence, lexicon)
        if not _is_barred(word, draft, drafts, lexicon)
    )
    view = look(draft, candidates, drafts, lexicon)
    looks = (features_of(word, draft, view, lexicon) for word in candidates)
    chosen = choose_sides(looks, lexicon.arguments.weights)
    chosen = [
        _corrected(side, word, draft.hit.word, lexicon)
        for word, side in zip(candidates, chosen, strict=True)
    ]
    actors, targets = (
        _outermost([w for w, mine in zip(candidates, chosen, strict=True) if mine == side])
        for side in (ACTOR, TARGET)
    )
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


def _corrected(side: str, word: Word, event: Word, lexicon: Lexicon) -> str:
    """Return a side but for whom no event has for an actor.

    An anti-Danish march is against Danes; who "witnessed the raid" or "is concerned about it" looks
    on.
    """
    if is_against(word) and word.head is event:
        return TARGET
    is_no_actor = is_against(word) or _looks_on(word, event, lexicon)
    return NEITHER if side == ACTOR and is_no_actor else side


def _looks_on(word: Word, event: Word, lexicon: Lexicon) -> bool:
    """Tell whether a word is the subject of a verb that is only about the event noun below it."""
    if event.is_verb:
        return False
    top = event
    while top.dep == "conj" and not top.is_root:
        top = top.head
    is_looked_at = top.dep in ("obj", "nsubj:pass") or (
        top.dep in ("obl", "nmod") and top.case in ABOUT
    )
    is_subject = word.dep == "nsubj" and word.head is top.head
    return is_subject and is_looked_at and top.head.lemma in lexicon.grammar.onlooking


def _is_of(word: Word, draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Tell whether a word is the object of another event, whose number it is then.

    Of "killed six insurgents and captured 54" the 54 are not killed.
    """
    return word.dep in ("obj", "nsubj:pass") and any(
        word.head in (other.hit.word, *other.also) for other in drafts if other is not draft
    )


def _acts_elsewhere(word: Word, event: Word) -> bool:
    """Tell whether a word is the subject of a clause to which an event's own only gives a time.

    "Norland bombed Kessa after rockets were fired": nobody says who fired them.
    """
    if not event.is_verb or event.dep != "advcl" or not event.has("mark"):
        return False
    is_passive = event.first("aux:pass") is not None and event.first("nsubj:pass") is not None
    return is_passive and word.dep.startswith("nsubj") and word.head is event.head


def _is_bare_instrument(word: Word, lexicon: Lexicon) -> bool:
    """Tell whether a subject is a thing that is nobody's ("missiles struck the refinery")."""
    if word.dep != "nsubj" or not is_instrument(word, lexicon):
        return False
    owners = word.has("amod", "compound", "nmod:poss", "nmod")
    return not any(names_actor(owner, lexicon) for owner in owners)


def _is_barred(word: Word, draft: Draft, drafts: Sequence[Draft], lexicon: Lexicon) -> bool:
    """Tell whether a candidate that the grammar does not propose has its place in another event."""
    if word in (*draft.actors, *draft.targets):
        return False
    return (
        (draft.entry.event_type is EventType.ASSAULT and _is_bare_instrument(word, lexicon))
        or is_attribution(word, lexicon)
        or is_scene(word, draft.hit.word, draft.entry.event_type, lexicon)
        or _acts_elsewhere(word, draft.hit.word)
        or _only_tells(word, draft, drafts)
        or _only_suffers(word, draft, drafts)
        or _suffers_beside(word, draft)
    )


def _suffers_beside(word: Word, draft: Draft) -> bool:
    """Tell whether a word is the object of a deed beside this one, which has its own.

    Who "stormed the barracks and took the commander hostage" stormed no commander.
    """
    verb, other = draft.hit.word, word.head
    are_joined = (other.dep == "conj" and other.head is verb) or (
        verb.dep == "conj" and verb.head is other
    )
    return word.dep == "obj" and are_joined and bool(verb.has("obj"))


def _only_suffers(word: Word, draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Tell whether a word suffers what is judged: who "condemned the raid on Kessa" blames others.

    Whom a judgement is aimed at did the deed, if anybody; it is not who suffered it.
    """
    if draft.entry.event_type not in JUDGING:
        return False
    return any(
        other.hit.word.head is draft.hit.word
        and not other.hit.word.is_verb
        and word in other.targets
        for other in drafts
    )


def _only_tells(word: Word, draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Tell whether a word is the subject of a verb that only judges what happened.

    Who "condemned the raid", "praised the raid" or "described the raid as cruel" has no part in it,
    unless the grammar says so ("denounced his own raid"); nor has who "accused Kessa of raiding".
    """
    event = draft.hit.word
    verb = event.head.head if event.dep == "conj" else event.head
    if event.is_verb and not (event.dep == "advcl" and event.has("mark", "case")):
        return False
    while word.dep in OF_ONE_PHRASE:
        word = word.head
    is_subject = word.dep == "nsubj" and word.head is verb
    return is_subject and any(
        other.hit.word is verb and other.entry.event_type in JUDGING for other in drafts
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
    first = word
    while first.dep == "conj" and not first.is_root:
        first = first.head
    return first.dep in ("amod", "compound") and first.head.index in chosen


def _tells_whose(word: Word) -> bool:
    is_of = word.dep == "nmod" and word.case == "of"
    return not word.is_root and (is_of or word.dep == "nmod:poss")


def _same(found: Sequence[Word], proposed: Sequence[Word]) -> bool:
    return {word.index for word in found} == {word.index for word in proposed}
