"""Where a candidate stands as seen from an event: across how many clauses, below which slot.

Paths in the tree are many and most of them rare; these tell the same in few words, so that weights
learned from one path speak for others like it ("threatens to limit its flights", "threatened to end
the talks with it").
"""

from collections.abc import Mapping, Sequence

from kg.mentions.words import Word

__all__ = ["clauses_above", "standing_of"]

CLAUSES = frozenset(("ccomp", "xcomp", "advcl", "acl", "acl:relcl", "parataxis", "csubj"))
FARTHEST = 3  # clauses told apart


def clauses_above(verb: Word) -> dict[int, int]:
    """Return how many clauses are left on the way up from an event, by index of each word above."""
    left, found = 0, {verb.index: 0}
    below = verb
    for ancestor in verb.ancestors():
        left += _ends_clause(below)
        found[ancestor.index] = min(left, FARTHEST)
        below = ancestor
    return found


def standing_of(
    word: Word,
    above: Mapping[int, int],
    slots: Mapping[int, str],
    group: str,
    event: str,
    sides: str,
) -> list[str]:
    """Return features of the way from an event to a candidate.

    Args:
        word: The candidate.
        above: What `clauses_above` gives for the event's word.
        slots: The event's slots by index of the words that fill them.
        group: What kind of thing the candidate is.
        event: The event's type.
        sides: Which sides the grammar filled.
    """
    down, top = _down_from(word, above)
    route = f"{above[top.index]} {min(sum(map(_ends_clause, down)), FARTHEST)}"
    entered = down[-1].dep if down else "self"
    owner = next((slots[each.index] for each in down[1:] if each.index in slots), "none")
    return [
        f"route0 {route} {word.dep} {group}",
        f"route1 {route} {entered} {word.case} {event}",
        f"route2 {route} {entered} {group} {event} {sides}",
        f"under0 {owner} {word.dep} {word.case} {event}",
        f"under1 {owner} {group} {event} {sides}",
    ]


def _down_from(word: Word, above: Mapping[int, int]) -> tuple[Sequence[Word], Word]:
    """Return a word and those above it, below the first that is above the event, and that one."""
    down = []
    while word.index not in above:
        down.append(word)
        word = word.head
    return down, word


def _ends_clause(word: Word) -> bool:
    return word.dep in CLAUSES or (word.dep == "conj" and word.is_verb)
