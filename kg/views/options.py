"""What a caller may decide about a page."""

from dataclasses import dataclass

from kg.errors import ViewError

__all__ = ["MOST_ACTORS", "ViewOptions"]

MOST_ACTORS = 3000
"""A canvas redraws fluently up to some two or three thousand shapes, so no page draws more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewOptions:
    """Options of a page.

    Attributes:
        title: Heading of the page and name of its browser tab.
        max_actors: How many actors and places are drawn at first, the most active ones;
            1 to 3000. The reader can add the others, and finds them by search.
        max_events: How many events the page holds, those that most independent texts tell of
            first; 1 or more.
        fold_above: Where the graph holds more actors and places, the page opens with communities
            folded into one mark each, which the reader opens.
        seed: Seed of the layout; the same seed gives the same picture.

    Raises:
        ViewError: If a number is out of its range.

    Example:
        >>> ViewOptions(title="Border clashes").max_actors
        120
    """

    title: str = "Conflict events"
    max_actors: int = 120
    max_events: int = 5000
    fold_above: int = 1000
    seed: int = 1

    def __post_init__(self) -> None:
        if not 1 <= self.max_actors <= MOST_ACTORS:
            raise ViewError(
                f"max_actors is {self.max_actors}; a page draws 1 to {MOST_ACTORS} actors. "
                "Filter the graph first, or export it to GEXF and open it in Gephi."
            )
        if self.max_events < 1:
            raise ViewError(f"max_events is {self.max_events}; a page holds at least one event.")
