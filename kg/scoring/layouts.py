"""A file of gold in, which of the known layouts it has out."""

import json
from enum import StrEnum
from pathlib import Path

from kg.errors import ScoringError

__all__ = ["Layout", "read_layout"]


class Layout(StrEnum):
    """What a gold file judges; each has its own reader and scorer."""

    CLAIMS = "claims"
    CLUSTERS = "clusters"
    RELATIONS = "relations"
    CODERS = "coders"
    FACTUALITY = "factuality"
    TOPONYMS = "toponyms"
    CHAINS = "chains"
    RECORDS = "records"


_KEYS = {  # a key that rows of one layout alone have
    "event": Layout.CLUSTERS,
    "actor": Layout.CLUSTERS,
    "plv": Layout.RELATIONS,
    "coders": Layout.CODERS,
    "targets": Layout.FACTUALITY,
    "toponyms": Layout.TOPONYMS,
    "tokens": Layout.CHAINS,
}


def read_layout(path: Path) -> Layout:
    """Return the layout of a gold file, known by the keys of its first line.

    A line that cannot be read is taken for claims, whose reader says what is wrong with it; one
    that opens a list is taken for records, which no other layout has in one list.

    Raises:
        ScoringError: If the file cannot be read.
    """
    try:
        with path.open(encoding="utf-8") as lines:
            first = next((line for line in lines if line.strip()), "")
    except (OSError, UnicodeDecodeError) as error:
        raise ScoringError(f"{path}: cannot be read ({error}); name a file of gold") from error
    if first.lstrip().startswith("["):
        return Layout.RECORDS
    try:
        row = json.loads(first)
    except json.JSONDecodeError:
        return Layout.CLAIMS
    keys = row if isinstance(row, dict) else {}
    return next((layout for key, layout in _KEYS.items() if key in keys), Layout.CLAIMS)
