"""The graph as `kg.build` and `kg.load` give it: it shows itself, draws when and where.

Below, a `KnowledgeGraph` knows nothing of pages and pictures; here, above both, they meet.
"""

from typing import Any

from kg.errors import ViewError
from kg.graph import KnowledgeGraph
from kg.views import Card, Chart, Thing, View, ViewOptions, draw_map, draw_timeline, make_card

__all__ = ["Graph"]


class Graph(KnowledgeGraph):
    """A `KnowledgeGraph` with pictures for a notebook.

    Example:
        >>> from kg.model import Resolution
        >>> graph = Graph(articles=(), claims=(), resolution=Resolution())
        >>> graph.show(title="Nothing yet").graph == graph
        True
    """

    def show(
        self,
        what: Thing | str | None = None,
        *,
        title: str | None = None,
        max_actors: int | None = None,
        **conditions: Any,
    ) -> View | Card:
        """Return something that shows itself in a notebook: the page, or one thing of the graph.

        Args:
            what: An event, claim, actor or article, its id, or an actor's name; None: the page.
            title: Heading of the page.
            max_actors: Actors that the page draws at first; at most 300 in a notebook.
            **conditions: Which events the page shows: `actor`, `event_type`, `since`, `until`,
                `country`, `place`, as in `filtered`.

        Raises:
            UnknownIdError: If the graph does not hold what is asked for.
            FilterError: If a condition cannot be read.
            ViewError: If a thing is given together with options of the page.
        """
        given = {"title": title, "max_actors": max_actors}
        options: dict[str, Any] = {name: v for name, v in given.items() if v is not None}
        if what is None:
            return View(graph=self.filtered(**conditions), options=ViewOptions(**options))
        if options or conditions:
            raise ViewError("give either one thing, or conditions and options of the page")
        return make_card(self, what)

    def timeline(self, *, by: str | None = None, title: str = "", **conditions: Any) -> Chart:
        """Return a picture of what happened when.

        Args:
            by: "day", "week", "month" or "year"; by default what gives at most 80 bars.
            title: Heading.
            **conditions: Which events count, as in `show`.

        Raises:
            ViewError: If there is no such period, or there are too many of them.
        """
        return draw_timeline(self.filtered(**conditions), by=by, title=title)

    def map(self, *, within: str | None = None, title: str = "", **conditions: Any) -> Chart:
        """Return a map of where events happened.

        Args:
            within: A country, such as "UKR", to whose places the map keeps.
            title: Heading.
            **conditions: Which events count, as in `show`; `country` is also that of an actor.

        Raises:
            ViewError: If `within` is no code of three letters.
        """
        if within is not None and not (len(within) == 3 and within.isalpha()):
            raise ViewError(f"within={within!r} is no country; give its three letters, such as UKR")
        return draw_map(self.filtered(**conditions), within=within and within.upper(), title=title)
