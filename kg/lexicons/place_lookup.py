"""Where a named place lies: a name in, an entry of the gazetteer out."""

from collections.abc import Iterable, Iterator, Sequence

from kg.lexicons.country_lookup import find_country
from kg.lexicons.folding import fold
from kg.lexicons.naming import Word, fits_case, key_of, words_of
from kg.lexicons.world import PlaceEntry, World
from kg.model import PlacePrecision

__all__ = ["find_place", "find_town"]

_ARTICLE = "al"  # transcriptions of Arabic names come with and without it


def find_place(world: World, name: str, *, country: str | None = None) -> PlaceEntry | None:
    """Return the likeliest place of a name, None where the gazetteer knows none.

    States come first, then places added by hand, then cities by population; but a place in
    `country` goes before any other. Directions ("northern Iraq") and class nouns ("Helmand
    province", "city of Mosul") are read, and "Tripoli, Lebanon" as its second half says.

    Args:
        world: The world lexicon.
        name: The name, with its capitals.
        country: Alpha-3 code of the country that it is likely in.

    Example:
        >>> from kg.lexicons import load_lexicon
        >>> world = load_lexicon().world
        >>> find_place(world, "Kharkiv").precision.value, find_place(world, "Kharkiv region").name
        ('city', 'Kharkiv oblast')
    """
    if not any(letter.isupper() for letter in name):
        return None
    exact = _likeliest(_entries(world, (fold(name),), words_of(name)), country, None)
    if exact is not None:
        return exact
    front, comma, rest = name.partition(",")
    words = words_of(front)
    hint = (find_country(world, rest) if comma else None) or country
    for form, precision in _forms(world, words):
        keys = (key_of(form), " ".join((_ARTICLE, key_of(form))))
        place = _likeliest(_entries(world, keys, form), hint, precision)
        if place is not None:
            return place
    return None


def find_town(world: World, name: str, countries: Iterable[str]) -> PlaceEntry | None:
    """Return the town or village of a name in the first of some countries that has one.

    Args:
        world: The world lexicon.
        name: The name, with its capitals; class nouns and directions are read as by `find_place`.
        countries: Alpha-3 codes, the likeliest first.

    Example:
        >>> from kg.lexicons import load_lexicon
        >>> find_town(load_lexicon().world, "Deir Hafer", ["IRQ", "SYR"]).name
        'Dayr Ḩāfir'
    """
    if not any(letter.isupper() for letter in name):
        return None
    keys = [key_of(form) for form, _ in _forms(world, words_of(name.partition(",")[0]))]
    found = (
        world.town(each, country)
        for country in countries
        for key in keys
        for each in (key, f"{_ARTICLE} {key}")
    )
    return next((town for town in found if town is not None), None)


def _forms(
    world: World, words: Sequence[Word]
) -> Iterator[tuple[Sequence[Word], PlacePrecision | None]]:
    """Yield a name as it stands, then without what only points into it, with the class it had."""
    precision: PlacePrecision | None = None
    while words:
        yield words, precision
        if len(words) == 1:
            return
        first, last = words[0].form, words[-1].form
        if world.place_words.get(last) is not None:
            precision, words = world.place_words[last], words[:-1]
        elif first in world.place_words and words[1].form == "of":
            precision, words = world.place_words[first], words[2:]
        elif first in world.place_words and world.place_words[first] is None:
            words = words[1:]
        else:
            return


def _entries(world: World, keys: Iterable[str], words: Sequence[Word]) -> tuple[PlaceEntry, ...]:
    for key in keys:
        found = tuple(
            entry
            for entry in world.places.get(key, ())
            if entry.precision is not PlacePrecision.COUNTRY
            or _is_written_as_state(world, key, words)
        )
        if found:
            return found
    return ()


def _is_written_as_state(world: World, key: str, words: Sequence[Word]) -> bool:
    """Tell whether a state's name has its capitals ("US", not "Us")."""
    known = world.country_words.get(key)
    return known is None or fits_case(known.text, words)


def _likeliest(
    entries: Sequence[PlaceEntry], country: str | None, precision: PlacePrecision | None
) -> PlaceEntry | None:
    """Return the first of those with the most fitting country, then precision."""

    def misfit(entry: PlaceEntry) -> tuple[bool, bool]:
        return (
            country is not None and entry.country != country,
            precision is not None and entry.precision is not precision,
        )

    return min(entries, key=misfit, default=None)
