"""Given names and the gender that each tells, from `given_names.tsv`."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from kg.lexicons.faults import Faults
from kg.lexicons.folding import fold
from kg.lexicons.tables import read_rows

__all__ = ["load_given_names"]

_COLUMNS = ("name", "gender")
_GENDERS = ("f", "m")


def load_given_names(path: Path, faults: Faults) -> Mapping[str, str]:
    """Return the gender, "f" or "m", of each given name, folded; a name told twice is a fault."""
    found: dict[str, str] = {}
    for row in read_rows(path, _COLUMNS, faults):
        name, gender = fold(row.text("name")), row.text("gender")
        if gender not in _GENDERS:
            row.fault(f"gender {gender!r} is neither f nor m; leave out names of both")
        if name in found:
            row.fault(f"name {name!r} stands here twice; remove one line")
        found[name] = gender
    return MappingProxyType(found)
