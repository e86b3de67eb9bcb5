"""Glob patterns in, paths out, in a fixed order; links are not followed below `**`."""

import re
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path

__all__ = ["expand_glob", "is_glob", "is_hidden"]

_MAGIC = re.compile(r"[*?\[]")


def is_glob(pattern: str) -> bool:
    """Tell whether a path holds `*`, `?` or `[`."""
    return _MAGIC.search(pattern) is not None


def is_hidden(name: str) -> bool:
    """Tell whether a file or folder is one that listings leave out."""
    return name.startswith(".")


def expand_glob(pattern: str) -> tuple[Path, ...]:
    """Return the paths that match a pattern, sorted.

    `*`, `?` and `[…]` match within a name, `**` any number of folders. Hidden names match only
    where the pattern names the dot, as in a shell.
    """
    parts = Path(pattern).parts
    plain = next(number for number, part in enumerate(parts) if is_glob(part))
    paths = {Path(*parts[:plain])}
    for part in parts[plain:]:
        paths = {path for folder in paths for path in _step(folder, part)}
    return tuple(sorted(paths))


def _step(folder: Path, part: str) -> Iterator[Path]:
    if part == "**":
        yield from _folders(folder)
    elif is_glob(part):
        yield from (folder / name for name in _names(folder, part))
    elif (folder / part).exists():
        yield folder / part


def _folders(folder: Path) -> Iterator[Path]:
    """Yield a folder and all below it; no recursion, as folders may be nested without limit."""
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        yield here
        below = (here / name for name in _names(here, "*"))
        waiting.extend(path for path in below if path.is_dir() and not path.is_symlink())


def _names(folder: Path, pattern: str) -> list[str]:
    try:
        names = [path.name for path in folder.iterdir()]
    except OSError:
        return []
    wants_hidden = is_hidden(pattern)
    return [n for n in names if fnmatchcase(n, pattern) and is_hidden(n) <= wants_hidden]
