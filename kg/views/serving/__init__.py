"""The pages over a whole store, served on this machine: a store in, answers over HTTP out.

Nothing here writes: the store is read, and read again when its file has changed.
"""

from kg.errors import ViewError

try:
    from kg.views.serving.app import make_app
    from kg.views.serving.asking import MOST_ROWS, Ask, LibraryQuery, Reply
    from kg.views.serving.desks import ServeOptions
    from kg.views.serving.running import open_socket, run
except ModuleNotFoundError as error:
    if (error.name or "").partition(".")[0] not in ("starlette", "uvicorn"):
        raise
    raise ViewError(
        f"serving pages needs {error.name}, which is not installed; "
        "run pip install 'conflict-kg[serve]'"
    ) from error

__all__ = [
    "MOST_ROWS",
    "Ask",
    "LibraryQuery",
    "Reply",
    "ServeOptions",
    "make_app",
    "open_socket",
    "run",
]
