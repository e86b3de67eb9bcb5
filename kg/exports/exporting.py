"""One graph to one file: the format is found, and the file is there whole or not at all."""

import os
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path

from kg.errors import ExportError
from kg.exports.formats import EXPORTERS, Exporter
from kg.exports.options import ExportOptions
from kg.graph import KnowledgeGraph
from kg.graph.iris import check_base_iri

__all__ = ["export", "find_exporter"]

DEFAULTS = ExportOptions()

SCRATCH = ".kg-"  # how folders are named in which a file is written
UNFINISHED = "unfinished"
ABANDONED_SECONDS = 24 * 3600  # without a byte written


def export(
    graph: KnowledgeGraph,
    path: str | Path,
    *,
    to: str | None = None,
    options: ExportOptions = DEFAULTS,
) -> Path:
    """Write a graph to a file and return the file's path.

    Text is UTF-8 with plain newlines, the same bytes for the same graph. It is written beside the
    file and put in its place at once: whoever reads the path finds the old file or the new one.

    Args:
        graph: The graph.
        path: A file, or with `to` also a folder, in which the file gets its usual name.
        to: Name of a format of `EXPORTERS`; without it the name of the file decides.
        options: Choices that no format's name tells.

    Raises:
        ExportError: If the format is unknown or cannot be written here, or the file cannot be.
    """
    check_base_iri(options.base_iri)
    path = Path(path)
    exporter = find_exporter(path, to)
    try:
        file = path / exporter.file_name if path.is_dir() else path
        _write(file, exporter.iterate(graph, options=options))
    except OSError as error:
        reason = error.strerror or str(error)
        advice = "choose a file in a folder that exists and that you may write to"
        raise ExportError(f"{path}: cannot be written ({reason}); {advice}") from error
    return file


def find_exporter(path: Path, to: str | None) -> Exporter:
    """Return the exporter of a format's name, else that of a file's name.

    Among the tables that end in `.csv` the file's usual name decides: `actors.csv` and
    `skipped.csv` are what they say, any other is of events.

    Raises:
        ExportError: If there is none; the message lists all formats.

    Example:
        >>> find_exporter(Path("out/graph.TTL"), None).file_name
        'graph.ttl'
        >>> find_exporter(Path("out/actors.csv"), "csv").file_name
        'actors.csv'
    """
    by_name = {exporter.file_name: exporter for exporter in EXPORTERS.values()}
    by_extension = {end: row for row in EXPORTERS.values() for end in row.extensions}
    asked = by_extension.get(path.suffix.lower()) if to is None else EXPORTERS.get(to)
    if asked is None:
        formats = f"choose a format of {', '.join(EXPORTERS)}"
        if to is not None:
            raise ExportError(f"format {to!r} is not known; {formats}")
        endings = ", ".join(by_extension)
        raise ExportError(f"{path}: the name tells no format; end it in {endings}, or {formats}")
    if path.suffix.lower() in asked.extensions:
        return by_name.get(path.name.lower(), asked)
    return asked


def _write(file: Path, pieces: Iterable[str | bytes]) -> None:
    if file.exists() and not file.is_file():  # a device or pipe has nothing to be replaced
        _write_pieces(file, pieces)
        return
    file = Path(os.path.realpath(file))  # a link stays a link
    with tempfile.TemporaryDirectory(dir=file.parent, prefix=SCRATCH) as folder:
        _clear_scratch(Path(folder))
        unfinished = Path(folder) / UNFINISHED
        _write_pieces(unfinished, pieces)
        unfinished.replace(file)


def _clear_scratch(own: Path) -> None:
    """Remove what exports that were killed left beside this one; others may be at work there."""
    now = own.stat().st_mtime
    for left in own.parent.glob(f"{SCRATCH}*"):
        try:
            files = list(left.iterdir())
            is_old = now - max(each.stat().st_mtime for each in (left, *files)) > ABANDONED_SECONDS
        except OSError:  # its export has just ended, or it is no folder
            continue
        if is_old and all(file.name == UNFINISHED for file in files):
            shutil.rmtree(left, ignore_errors=True)


def _write_pieces(file: Path, pieces: Iterable[str | bytes]) -> None:
    with file.open("wb") as stream:
        for piece in pieces:
            stream.write(piece.encode("utf-8") if isinstance(piece, str) else piece)
