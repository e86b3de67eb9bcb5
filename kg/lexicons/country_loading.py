"""Read the states of the world lexicon: tables in, countries and the words that tell them out."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from kg.lexicons.faults import Faults
from kg.lexicons.naming import keys_of_name
from kg.lexicons.tables import Row, read_rows
from kg.lexicons.world import Country, CountryWord

__all__ = ["Countries", "load_countries"]

_COUNTRIES = (
    "code",
    "name",
    "wikidata",
    "capital",
    "latitude",
    "longitude",
    "demonyms",
    "names",
    "metonyms",
)
_SIDES = ("before", "after")


@dataclass(frozen=True, slots=True, kw_only=True)
class Countries:
    """The states, with the row of each, and the words that tell them."""

    by_code: Mapping[str, Country]
    rows: Mapping[str, Row]
    words: Mapping[str, CountryWord]
    demonyms: Mapping[str, str]
    affixes: Mapping[str, str]

    def check(self, code: str | None, row: Row, *, others: tuple[str, ...] = ()) -> str | None:
        """Return a code that a row names; note a fault where no state has it."""
        if code is not None and code not in self.by_code and code not in others:
            row.fault(f"country {code!r} is no alpha-3 code of countries.tsv{_or(others)}")
        return code


def _or(others: tuple[str, ...]) -> str:
    return "".join(f" or {other}" for other in others)


def load_countries(folder: Path, faults: Faults) -> Countries:
    """Read countries.tsv, country_words.tsv and country_affixes.tsv."""
    by_code: dict[str, Country] = {}
    rows: dict[str, Row] = {}
    for row in read_rows(folder / "countries.tsv", _COUNTRIES, faults):
        country = _country(row)
        if country.code in by_code:
            row.fault(f"{country.code} stands in line {rows[country.code].line} too; keep one")
            continue
        by_code[country.code] = country
        rows[country.code] = row
    words = _words(
        by_code, rows, read_rows(folder / "country_words.tsv", ("words", "code"), faults)
    )
    affixes = read_rows(folder / "country_affixes.tsv", ("affix", "side"), faults)
    return Countries(
        by_code=MappingProxyType(by_code),
        rows=MappingProxyType(rows),
        words=MappingProxyType(words),
        demonyms=MappingProxyType(
            {
                key: country.code
                for country in by_code.values()
                for demonym in country.demonyms
                for key in keys_of_name(demonym)
            }
        ),
        affixes=MappingProxyType(dict(_affixes(affixes))),
    )


def _country(row: Row) -> Country:
    code = row.text("code")
    if not (len(code) == 3 and code.isascii() and code.isalpha() and code.isupper()):
        row.fault(f"code {code!r} is no alpha-3 code; write three capitals")
    return Country(
        code=code,
        name=row.text("name"),
        demonyms=row.many("demonyms"),
        capital=row.maybe("capital"),
        names=row.many("names"),
        metonyms=row.many("metonyms"),
        latitude=row.number("latitude", 90),
        longitude=row.number("longitude", 180),
        wikidata=row.maybe("wikidata"),
    )


def _words(
    by_code: Mapping[str, Country], rows: Mapping[str, Row], further: Iterable[Row]
) -> dict[str, CountryWord]:
    found: dict[str, CountryWord] = {}
    for code, country in by_code.items():
        capital = (country.capital,) if country.capital else ()
        texts = (country.name, *country.names, *country.demonyms, *capital, *country.metonyms)
        for text in texts:
            _put(found, CountryWord(text=text, code=code), rows[code])
    for row in further:
        code_told = row.maybe("code")
        if code_told is not None and code_told not in by_code:
            row.fault(f"code {code_told!r} is none of countries.tsv")
        _put(found, CountryWord(text=row.text("words"), code=code_told), row)
    return found


def _put(found: dict[str, CountryWord], word: CountryWord, row: Row) -> None:
    for key in keys_of_name(word.text):
        other = found.setdefault(key, word)
        if other.code != word.code:
            row.fault(f"{word.text!r} tells {other.code} and {word.code}; remove it from one")


def _affixes(rows: Iterable[Row]) -> Iterator[tuple[str, str]]:
    for row in rows:
        if row.cells["side"] not in _SIDES:
            row.fault(f"side {row.cells['side']!r} is none of {', '.join(_SIDES)}")
        yield row.text("affix"), row.cells["side"]
