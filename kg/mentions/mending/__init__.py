"""Mend slips that small parsers make again and again, before anything is read off the tree.

Each rule needs a pattern that no right parse shows; children are not linked yet, only heads. Each
leaves a tree: a rule that would hang a word below itself leaves the sentence alone.
"""

from kg.mentions.mending.gerunds import name_gerunds
from kg.mentions.mending.modifiers import (
    free_captives,
    free_counted,
    free_freed,
    free_states,
    join_modifiers,
    join_owners,
)
from kg.mentions.mending.openers import name_openers, raise_dread
from kg.mentions.mending.parting import part_names
from kg.mentions.mending.predicates import (
    free_infinitives,
    free_results,
    give_subject,
    lower_participle,
    raise_infinitives,
    raise_participle,
    raise_subjects,
    share_out_subjects,
)
from kg.mentions.mending.speech import (
    free_asides,
    free_blamed,
    free_claimed,
    free_reported,
    free_said,
    give_speaker,
    swap_speaker,
)
from kg.mentions.words import Word

__all__ = ["mend_tree"]


def mend_tree(words: list[Word]) -> None:
    """Mend the heads of a sentence's words, in place."""
    name_openers(words)
    raise_dread(words)
    part_names(words)
    join_modifiers(words)
    raise_subjects(words)
    share_out_subjects(words)
    free_infinitives(words)
    raise_infinitives(words)
    join_owners(words)
    free_captives(words)
    free_states(words)
    free_counted(words)
    free_freed(words)
    raise_participle(words)
    free_asides(words)
    free_blamed(words)
    free_reported(words)
    free_claimed(words)
    free_said(words)
    give_speaker(words)
    swap_speaker(words)
    lower_participle(words)
    free_results(words)
    give_subject(words)
    name_gerunds(words)
