"""Inputs as they are named in, files in a fixed order out, each once, whatever lies in the folders.

Links are followed, but no file or folder is entered twice, so loops end.
"""

import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path

from kg.articles.globbing import expand_glob, is_glob, is_hidden
from kg.articles.skips import SkipReason
from kg.errors import ArticleError
from kg.model import Skip

__all__ = ["STDIN", "expand_inputs", "iter_files", "shown", "unreadable"]

STDIN = "-"
STORE = "graph.kg"
OWN_OUTPUTS = frozenset(
    (
        *(STORE, "graph.html", "graph.ttl", "graph.graphml"),
        *("events.csv", "actors.csv", "claims.jsonl", "skipped.csv"),
    )
)


def expand_inputs(inputs: Sequence[str | Path]) -> list[Path | None]:
    """Return the files and folders that inputs name, in their order; None is standard input.

    Raises:
        ArticleError: If a path does not exist, or a pattern matches nothing.
    """
    return [path for item in inputs for path in _expand(item)]


def iter_files(root: Path, seen: set[str]) -> Iterator[Path | Skip]:
    """Yield the files of a root: itself, or what its folder holds, sorted by name.

    Hidden files and folders are passed over, unless the root is one, and so is what a build left
    in a folder beside its store. What is neither file nor folder (a pipe, a device), or cannot be
    looked at, is a skip; so is a root below which there is no file at all.

    Args:
        root: A file or folder.
        seen: Real paths of what was yielded or entered before; it grows.
    """
    is_bare = True
    waiting = [(root, "")]
    while waiting:
        path, folder = waiting.pop()
        try:
            real = _real(path, folder)
            if real in seen:
                is_bare = False
                continue
            seen.add(real)
            mode = path.stat().st_mode
            below = sorted(path.iterdir(), reverse=True) if stat.S_ISDIR(mode) else []
        except OSError as error:
            is_bare = False
            yield unreadable(path, error)
            continue
        is_bare = is_bare and stat.S_ISDIR(mode)
        own = OWN_OUTPUTS if STORE in {inner.name for inner in below} else frozenset()
        waiting.extend(
            (inner, real) for inner in below if not is_hidden(inner.name) and inner.name not in own
        )
        if stat.S_ISREG(mode):
            yield path
        elif not stat.S_ISDIR(mode):
            detail = "neither a file nor a folder; to read from a pipe, give -"
            yield Skip(where=shown(path), reason=SkipReason.UNREADABLE, detail=detail)
    if is_bare:
        detail = "no file in it; hidden ones and what kg wrote are not counted"
        yield Skip(where=shown(root), reason=SkipReason.NO_FILE, detail=detail)


def _real(path: Path, folder: str) -> str:
    """Return a path without links; below a folder known to have none, only the last step counts."""
    if folder and not path.is_symlink():
        return f"{folder}{os.sep}{path.name}"
    return os.path.realpath(path)


def shown(path: Path) -> str:
    """Return a path as messages name it: bytes of a name that are no text are replaced."""
    return os.fsencode(path).decode("utf-8", "replace")


def unreadable(path: Path, error: OSError) -> Skip:
    """Return the skip of a file or folder that the system does not let us read."""
    detail = error.strerror or type(error).__name__
    return Skip(where=shown(path), reason=SkipReason.UNREADABLE, detail=detail)


def _expand(item: str | Path) -> Sequence[Path | None]:
    if str(item) == STDIN:
        return [None]
    if os.path.lexists(item):
        return [Path(item)]
    if not is_glob(str(item)):
        raise ArticleError(
            f"{item}: no such file or folder; check the spelling, or give - to read standard input"
        )
    if found := expand_glob(str(item)):
        return found
    raise ArticleError(f"{item}: nothing matches this pattern; check its folder and extension")
