"""Where a candidate stands as seen from an event: across how many clauses, below which slot.

Paths in the tree are many and most of them rare; these tell the same in few words, so that weights
learned from one path speak for others like it ("threatens to limit its flights", "threatened to end
the talks with it").
"""

from collections.abc import Iterable, Mapping

from kg.mentions.words import Word

__all__ = ["standing_of"]

CLAUSES = frozenset(("ccomp", "xcomp", "advcl", "acl", "acl:relcl", "parataxis", "csubj"))
FARTHEST = 3  # clauses told apart


def standing_of(
    word: Word, verb: Word, slots: Mapping[int, str], group: str, event: str, sides: str
) -> list[str]:
    """Return features of the way from an event to a candidate.

    Args:
        word: The candidate.
        verb: The event's word.
        slots: The event's slots by index of the words that fill them.
        group: What kind of thing the candidate is.
        event: The event's type.
        sides: Which sides the grammar filled.
    """
    up = [verb, *verb.ancestors()]
    heights = {each.index: height for height, each in enumerate(up)}
    down = list(_down_from(word, heights))
    top = down[-1].head if down else word
    climbed = up[: heights[top.index]]
    route = f"{_clauses(climbed)} {_clauses(down)}"
    entered = down[-1].dep if down else "self"
    owner = next((slots[each.index] for each in down[1:] if each.index in slots), "none")
    return [
        f"route0 {route} {word.dep} {group}",
        f"route1 {route} {entered} {word.case} {event}",
        f"route2 {route} {entered} {group} {event} {sides}",
        f"under0 {owner} {word.dep} {word.case} {event}",
        f"under1 {owner} {group} {event} {sides}",
    ]


def _down_from(word: Word, heights: Mapping[int, int]) -> Iterable[Word]:
    """Yield a word and those above it, below the first that is above the event as well."""
    while word.index not in heights:
        yield word
        word = word.head


def _clauses(words: Iterable[Word]) -> int:
    """Return how many clauses are left on the way over some words."""
    left = sum(word.dep in CLAUSES or (word.dep == "conj" and word.is_verb) for word in words)
    return min(left, FARTHEST)
