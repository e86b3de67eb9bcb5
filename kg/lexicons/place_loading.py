"""Read the gazetteer: places by hand and cities in, one lazy mapping of names out.

The cities file is large and made by a script; it is read with a plain split, and its entries are
built when somebody asks for their name.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from kg.lexicons.country_loading import Countries
from kg.lexicons.faults import Faults
from kg.lexicons.naming import keys_of_name
from kg.lexicons.tables import Row, read_cells, read_rows
from kg.lexicons.world import PlaceEntry
from kg.model import PlacePrecision

__all__ = ["City", "Gazetteer", "city_entry", "load_places"]

_PLACES = ("name", "names", "latitude", "longitude", "country", "precision", "geonames_id")
_CITIES = (
    "name",
    "names",
    "latitude",
    "longitude",
    "country",
    "geonames_id",
    "population",
)
_CITY_NAMES = ("name", "city", "country")
_FAMOUS = 300_000  # inhabitants that put a city abroad before a small namesake added by hand

City = tuple[str, str, str, str, str, str]  # name, latitude, longitude, country, id, population


class Gazetteer(Mapping[str, tuple[PlaceEntry, ...]]):
    """Places by folded name, the likeliest bearer first; it never changes.

    States come first, then what was added by hand, then cities by population, then provinces
    that are named after a city ("Kharkiv oblast" under "kharkiv").
    """

    def __init__(
        self,
        first: Mapping[str, tuple[PlaceEntry, ...]],
        cities: Mapping[str, tuple[City, ...]],
        last: Mapping[str, tuple[PlaceEntry, ...]],
    ) -> None:
        self._first, self._cities, self._last = first, cities, last

    def __getitem__(self, key: str) -> tuple[PlaceEntry, ...]:
        cities = sorted(map(city_entry, self._cities.get(key, ())), key=_by_population)
        first = self._first.get(key, ())
        if cities and _is_outshone(first, cities[0]):
            first, cities = (), [cities[0], *first, *cities[1:]]
        found = (*first, *cities, *self._last.get(key, ()))
        if not found:
            raise KeyError(key)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys((*self._first, *self._cities, *self._last)))

    def __len__(self) -> int:
        return len({*self._first, *self._cities, *self._last})


def _is_outshone(by_hand: tuple[PlaceEntry, ...], city: PlaceEntry) -> bool:
    """Tell whether a great city elsewhere is likelier than the settlement added by hand."""
    return city.population >= _FAMOUS and all(
        entry.precision is PlacePrecision.CITY and entry.country != city.country
        for entry in by_hand
    )


def _by_population(entry: PlaceEntry) -> tuple[int, int]:
    return (-entry.population, entry.geonames_id or 0)


def city_entry(city: City) -> PlaceEntry:
    """Return the entry of a settlement, whose cells must be sound."""
    name, latitude, longitude, country, geonames_id, population = city
    return PlaceEntry(
        name=name,
        latitude=float(latitude),
        longitude=float(longitude),
        country=country,
        precision=PlacePrecision.CITY,
        geonames_id=int(geonames_id),
        population=int(population),
    )


def load_places(
    folder: Path,
    countries: Countries,
    classes: Mapping[str, PlacePrecision | None],
    faults: Faults,
) -> Gazetteer:
    """Read places.tsv, cities.tsv and city_names.tsv; `classes` are the class nouns of places."""
    first: dict[str, list[PlaceEntry]] = {}
    last: dict[str, list[PlaceEntry]] = {}
    for names, entry in _states(countries):
        _put(first, names, entry)
    for row in read_rows(folder / "places.tsv", _PLACES, faults):
        by_hand = _place(row, countries)
        if by_hand is None:
            continue
        names = (by_hand.name, *row.many("names"))
        _put(first, names, by_hand)
        if by_hand.precision is PlacePrecision.PROVINCE:
            _put(last, _without_class(names, classes), by_hand)
    cities = _cities(folder / "cities.tsv", countries, faults)
    _add_names(read_rows(folder / "city_names.tsv", _CITY_NAMES, faults), cities)
    return Gazetteer(_frozen(first), {key: tuple(c) for key, c in cities.items()}, _frozen(last))


def _states(countries: Countries) -> Iterator[tuple[tuple[str, ...], PlaceEntry]]:
    for country in countries.by_code.values():
        if country.latitude is None or country.longitude is None:
            continue
        entry = PlaceEntry(
            name=country.name,
            latitude=country.latitude,
            longitude=country.longitude,
            country=country.code,
            precision=PlacePrecision.COUNTRY,
        )
        yield (country.name, *country.names), entry


def _place(row: Row, countries: Countries) -> PlaceEntry | None:
    latitude, longitude = row.number("latitude", 90), row.number("longitude", 180)
    precision = row.needed("precision", PlacePrecision)
    country = countries.check(row.maybe("country"), row)
    id_ = row.maybe("geonames_id")
    if id_ is not None and not id_.isdecimal():
        row.fault(f"geonames_id {id_!r} is no number")
        return None
    if latitude is None or longitude is None or precision is None:
        return None
    return PlaceEntry(
        name=row.text("name"),
        latitude=latitude,
        longitude=longitude,
        country=country,
        precision=precision,
        geonames_id=int(id_) if id_ else None,
    )


def _cities(path: Path, countries: Countries, faults: Faults) -> dict[str, list[City]]:
    found: dict[str, list[City]] = {}
    codes = frozenset(countries.by_code)
    for line, cells in read_cells(path, _CITIES, faults):
        name, names, latitude, longitude, country, geonames_id, population = cells
        city = (name, latitude, longitude, country, geonames_id, population)
        if country not in codes or not _is_sound(city):
            faults.add(
                path, line, f"{name!r}: country, a coordinate or a number is wrong; make it anew"
            )
            continue
        for text in (name, *names.split(";")) if names else (name,):
            for key in keys_of_name(text):
                found.setdefault(key, []).append(city)
    return found


def _is_sound(city: City) -> bool:
    _, latitude, longitude, _, geonames_id, population = city
    try:
        is_on_earth = -90 <= float(latitude) <= 90 and -180 <= float(longitude) <= 180
    except ValueError:
        return False
    return is_on_earth and geonames_id.isdecimal() and population.isdecimal()


def _add_names(rows: Iterable[Row], cities: dict[str, list[City]]) -> None:
    """Put cities under the names that the press uses for them."""
    for row in rows:
        meant = [
            city
            for key in keys_of_name(row.text("city"))
            for city in cities.get(key, ())
            if city[3] == row.cells["country"]
        ]
        if not meant:
            row.fault(f"no city {row.cells['city']!r} of {row.cells['country']} in cities.tsv")
        for key in keys_of_name(row.text("name")):
            for city in meant[:1]:
                if city not in cities.setdefault(key, []):
                    cities[key].append(city)


def _without_class(
    names: Iterable[str], classes: Mapping[str, PlacePrecision | None]
) -> tuple[str, ...]:
    bare = (name.rpartition(" ") for name in names)
    return tuple(front for front, _, last in bare if front and classes.get(last.lower()))


def _put(index: dict[str, list[PlaceEntry]], names: Iterable[str], entry: PlaceEntry) -> None:
    for key in dict.fromkeys(key for name in names for key in keys_of_name(name)):
        index.setdefault(key, []).append(entry)


def _frozen(index: Mapping[str, list[PlaceEntry]]) -> dict[str, tuple[PlaceEntry, ...]]:
    return {key: tuple(entries) for key, entries in index.items()}
