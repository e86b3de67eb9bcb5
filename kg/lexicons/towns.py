"""Towns and villages, found by name within a country: a file in, entries of the gazetteer out.

There are so many that a name alone tells nothing; it must be known in which country to look. The
file is made by a script (`scripts/make_gazetteer.py`), which writes names folded, by country and
the largest first. It is read when first asked and searched as it stands.
"""

import functools
from collections.abc import Mapping
from itertools import groupby
from pathlib import Path

from kg.lexicons.place_loading import city_entry
from kg.lexicons.world import PlaceEntry

__all__ = ["Towns"]

_DIVIDER = ";"
_AFTER_NAMES = 5  # latitude, longitude, country, id, population
_CACHED_NAMES = 10_000


class Towns:
    """The settlements of `towns.tsv`.

    Args:
        path: The file.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self.find = functools.lru_cache(maxsize=_CACHED_NAMES)(self._find)

    def _find(self, key: str, country: str) -> PlaceEntry | None:
        """Return the largest settlement of a country (alpha-3) that bears a folded name."""
        text = self._text_by_country.get(country, "")
        at = text.find(f"{_DIVIDER}{key}{_DIVIDER}") if key else -1
        if at < 0:
            return None
        return _entry(text[text.rfind("\n", 0, at) + 1 : text.find("\n", at)])

    @functools.cached_property
    def _text_by_country(self) -> Mapping[str, str]:
        lines = self._path.read_text(encoding="utf-8").replace("\t", _DIVIDER).splitlines()
        rows = (line for line in lines if not line.startswith("#"))
        next(rows, None)  # the names of the columns
        return {
            country: "\n".join([*found, ""]) for country, found in groupby(rows, key=_country_of)
        }


def _country_of(line: str) -> str:
    return line.rsplit(_DIVIDER, 3)[1]


def _entry(line: str) -> PlaceEntry:
    name, *_ = cells = line.split(_DIVIDER)
    latitude, longitude, country, geonames_id, population = cells[-_AFTER_NAMES:]
    return city_entry((name, latitude, longitude, country, geonames_id, population))
