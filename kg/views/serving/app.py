"""The server as an ASGI app: a store and who answers queries in, an app that only reads out."""

from collections.abc import Sequence
from pathlib import Path

from starlette.applications import Starlette
from starlette.types import ASGIApp

from kg.views.serving.asking import Ask, LibraryQuery, Questions
from kg.views.serving.desks import Desk, ServeOptions
from kg.views.serving.errors import ERROR_PAGES
from kg.views.serving.headers import Guard
from kg.views.serving.routes import make_routes
from kg.views.serving.shelves import Shelf

__all__ = ["make_app"]


def make_app(
    store: Path,
    ask: Ask,
    *,
    library: Sequence[LibraryQuery] = (),
    options: ServeOptions | None = None,
) -> ASGIApp:
    """Return an app that serves the pages of a store and writes nothing.

    Args:
        store: The store's file; what changes in it is seen by the next request.
        ask: Answers SPARQL queries, from several threads at once.
        library: Queries to choose from.
        options: Host and limits.

    Raises:
        StoreError: If the store cannot be read.
    """
    options = options or ServeOptions()
    shelf = Shelf(store)
    shelf.now()  # a store that cannot be read is told now, not to the first reader
    desk = Desk(shelf=shelf, questions=Questions(ask, options.query_seconds), library=library)
    app = Starlette(routes=list(make_routes(desk)), exception_handlers=dict(ERROR_PAGES))
    app.router.redirect_slashes = False
    app.state.desk = desk
    return Guard(app, options.host)
