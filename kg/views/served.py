"""The served pages around a page: where its links lead, and the fields of its filters."""

from dataclasses import dataclass, field
from urllib.parse import quote

__all__ = ["SECTIONS", "Field", "Served"]

SECTIONS = (
    ("/", "Overview"),
    ("/network", "Network"),
    ("/map", "Map"),
    ("/timeline", "Time line"),
    ("/events", "Events"),
    ("/actors", "Actors"),
    ("/sparql", "SPARQL"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A field of a form; with `choices` one of them is picked, "" among them for none."""

    name: str
    label: str
    value: str = ""
    kind: str = "text"
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """What a served page knows of the others; a page in a file has none.

    Attributes:
        here: Path of the page that forms lead back to, "" where it has no filters.
        asked: What was searched for.
        fields: The filters of the page, with what is filled in.
        kept: Names and values that a form carries along unseen.
        also: Other pages about the same thing: what they are called, and their address.

    Example:
        >>> Served().event("e-1/?")
        '/event/e-1%2F%3F'
    """

    here: str = ""
    asked: str = ""
    fields: tuple[Field, ...] = ()
    kept: tuple[tuple[str, str], ...] = ()
    also: tuple[tuple[str, str], ...] = field(default=())

    @property
    def sections(self) -> tuple[tuple[str, str], ...]:
        """Paths and names of the pages that every page leads to."""
        return SECTIONS

    @property
    def filters(self) -> int:
        """How many filters are filled in."""
        return sum(bool(one.value) for one in self.fields)

    def event(self, event_id: str) -> str:
        """Return the address of an event."""
        return f"/event/{_part(event_id)}"

    def actor(self, actor_id: str) -> str:
        """Return the address of an actor."""
        return f"/actor/{_part(actor_id)}"

    def article(self, article_id: str) -> str:
        """Return the address of an article."""
        return f"/article/{_part(article_id)}"


def _part(id_: str) -> str:
    return quote(id_, safe="", errors="replace")
