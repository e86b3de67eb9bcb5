"""What known actors are part of: an army of its state, a brigade of its army."""

from kg.lexicons import World

__all__ = ["above"]


def above(actor_id: str, world: World) -> frozenset[str]:
    """Return the ids of all that an actor is part of, however far up."""
    found: set[str] = set()
    waiting = [actor_id]
    while waiting:
        entry = world.actors.get(waiting.pop())
        new = set(entry.part_of if entry else ()) - found - {actor_id}
        found |= new
        waiting.extend(new)
    return frozenset(found)
