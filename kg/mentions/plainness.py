"""How plainly the grammar shows an event, as one number."""

from kg.lexicons import Lexicon
from kg.mentions.drafts import NOMINAL, Draft

__all__ = ["plainness_of"]

EMPTY_SLOT, INDIRECT = 0.1, 0.05  # what is taken off
WHOLE_TRUST, PART_TRUST = 0.8, 0.6  # what is left where the trained pipeline sees no event


def plainness_of(draft: Draft, lexicon: Lexicon) -> float:
    """Return 0..1: full triples are plainest, lone nouns least.

    An empty slot costs little: where nobody is named, the pipeline's odds tell more. Where a weapon
    is the subject ("rockets hit a school"), no actor is missing.
    """
    score = 1.0
    has_actor = bool(draft.actors) or _is_done_by_arms(draft, lexicon)
    if not has_actor:
        score -= EMPTY_SLOT
    if not draft.targets and draft.entry.frame.target:
        score -= EMPTY_SLOT
    if draft.rule == NOMINAL or "dependent" in draft.rule or "relative" in draft.rule:
        score -= INDIRECT
    if draft.odds is not None:
        trust = WHOLE_TRUST if has_actor and draft.targets else PART_TRUST
        score *= trust + (1 - trust) * draft.odds
    return round(score, 2)


def _is_done_by_arms(draft: Draft, lexicon: Lexicon) -> bool:
    subjects = draft.slots.get("subject", ())
    return any(word.lemma in lexicon.grammar.instruments for word in subjects)
