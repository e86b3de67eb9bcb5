"""From the names of places in a clause to one place: which is meant, and where it lies.

A name that many places bear is read in the country that the clause names with it, else in one that
the article's places and the event's actors point to, if it is not dwarfed by a namesake
elsewhere: American troops in Paris are not in Texas. Capitals stay where they are, unless the
article names places elsewhere. Towns and villages are only looked for in such countries.
"""

import functools
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from kg.lexicons import PlaceEntry, World, find_country, find_place, find_town, fold
from kg.model import ActorMention, Article, Mention, Place, PlacePrecision, Span

__all__ = ["code_place", "code_scene", "countries_of_places"]

_WEAK_HINT_SHARE = 0.15  # of the likeliest namesake's population; Odessa in Texas has an eighth
_DETERMINER = re.compile(r"the\s+", re.IGNORECASE)
_DIRECTION = re.compile(r"\b(?:north|south|east|west|central)[a-z-]*\s+$", re.IGNORECASE)
_NEXT_WORD = re.compile(r"[ \u00a0](?P<word>[a-z]+)\b(?!-)")
_PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
_COARSER = tuple(PlacePrecision)  # from point to country


def countries_of_places(mentions: Sequence[Mention], world: World) -> tuple[str, ...]:
    """Return the countries that an article's places lie in, the most often named first.

    A name that places of several countries bear tells nothing.
    """
    names = [span.text for mention in mentions for span in mention.places]
    codes = Counter(code for name in names if (code := _country_told(name, world)) is not None)
    return tuple(sorted(codes, key=lambda code: (-codes[code], code)))


def _country_told(name: str, world: World) -> str | None:
    bearers = world.places.get(fold(name), ())
    is_shared = len({bearer.country for bearer in bearers}) > 1
    if is_shared and bearers[0].precision is not PlacePrecision.COUNTRY:
        return None
    entry = find_place(world, name)
    return find_country(world, name) or (entry.country if entry else None)


def code_place(
    article: Article,
    mention: Mention,
    world: World,
    *,
    actors: Sequence[ActorMention] = (),
    countries: Sequence[str] = (),
) -> Place | None:
    """Return where an event was, None if its clause names no place.

    The nearest place counts, unless it only is the larger one in which another one lies. A name
    that the gazetteer does not know is kept without coordinates.

    Args:
        article: The article.
        mention: The mention; its places are tried in their order.
        world: The gazetteer.
        actors: Actors, targets and speakers, whose countries are a weak hint.
        countries: Countries of the article's places, a better one.
    """
    return _locate(article, mention, mention.places, world, actors, countries)


def code_scene(
    article: Article, mention: Mention, world: World, *, countries: Sequence[str] = ()
) -> Place | None:
    """Return where that is which an event is about, likewise; its sides are no hint."""
    return _locate(article, mention, mention.scenes, world, (), countries)


def _locate(
    article: Article,
    mention: Mention,
    named: Sequence[Span],
    world: World,
    actors: Sequence[ActorMention],
    countries: Sequence[str],
) -> Place | None:
    spans = [
        _with_class(article.text, span, world)
        for span in named
        if not _is_somebody(span, actors, world)
    ]
    if len(spans) == 1:
        spans = [_with_direction(article.text, spans[0], mention.sentence)]
    codes = [find_country(world, span.text) for span in spans]
    places = [
        _place(
            span,
            world,
            _Hints(
                beside=_others(codes, i),
                article=tuple(countries),
                actors=_countries_of(actors, span),
            ),
        )
        for i, span in enumerate(spans)
    ]
    return functools.reduce(_finer, places) if places else None


def _is_somebody(span: Span, actors: Sequence[ActorMention], world: World) -> bool:
    """Tell whether a name that no gazetteer knows is that of an actor, and of no place.

    A place within a phrase ("the harbour of Mokha") is one, whatever the phrase does or suffers.
    """
    if find_place(world, span.text) is not None or find_country(world, span.text) is not None:
        return False
    named = (actor for actor in actors if actor.span.overlaps(span))
    return any(
        actor.label not in _PLACE_LABELS and (actor.label is not None or actor.span == span)
        for actor in named
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Hints:
    """Countries in which a name may be meant: named beside it, in the article, by its actors."""

    beside: tuple[str, ...]
    article: tuple[str, ...]
    actors: tuple[str, ...]


def _countries_of(actors: Sequence[ActorMention], place: Span) -> tuple[str, ...]:
    """Return the countries of actors; a town that stands for its people says nothing new."""
    others = (actor for actor in actors if not actor.span.overlaps(place))
    return tuple(actor.country for actor in others if actor.country)


def _others(codes: Sequence[str | None], index: int) -> tuple[str, ...]:
    """Return the countries that the other places of a clause name."""
    return tuple(code for i, code in enumerate(codes) if code is not None and i != index)


def _finer(place: Place, other: Place) -> Place:
    """Keep the nearer of two places, but for one that lies in it."""
    if place.precision is None or other.precision is None or place.country != other.country:
        return place
    is_finer = _COARSER.index(other.precision) < _COARSER.index(place.precision)
    return other if is_finer else place


def _with_class(text: str, span: Span, world: World) -> Span:
    """Return a place's span without determiner, with the class noun that follows it."""
    determiner = _DETERMINER.match(text, span.start, span.end)
    start = determiner.end() if determiner else span.start
    following = None if _class_of(span.text, world) else _NEXT_WORD.match(text, span.end)
    is_class = following and world.place_words.get(following["word"]) is not None
    end = following.end() if following and is_class else span.end
    return Span(start=start, end=end, text=text[start:end])


def _with_direction(text: str, span: Span, sentence: Span) -> Span:
    """Return the span of a clause's only place with its direction ("northern Iraq")."""
    direction = _DIRECTION.search(text, min(sentence.start, span.start), span.start)
    if direction is None:
        return span
    return Span(start=direction.start(), end=span.end, text=text[direction.start() : span.end])


def _class_of(name: str, world: World) -> PlacePrecision | None:
    """Return how finely a name's class noun places: the last word, or the first before "of"."""
    words = name.casefold().split()
    if len(words) < 2:
        return None
    leading = world.place_words.get(words[0]) if words[1] == "of" else None
    return leading or world.place_words.get(words[-1])


def _place(span: Span, world: World, hints: _Hints) -> Place:
    entry = _entry(span.text, world, hints)
    if entry is None:
        code = find_country(world, span.text) or next(iter(hints.beside), None)
        return Place(span=span, name=span.text, country=code)
    stated = _class_of(span.text, world) or entry.precision
    precision = max(stated, entry.precision, key=_COARSER.index)
    return Place(
        span=span,
        name=span.text,
        latitude=entry.latitude,
        longitude=entry.longitude,
        country=entry.country,
        geonames_id=entry.geonames_id if precision is entry.precision else None,
        precision=precision,
    )


def _entry(name: str, world: World, hints: _Hints) -> PlaceEntry | None:
    likeliest = find_place(world, name)
    if likeliest is None:
        return find_town(world, name, dict.fromkeys((*hints.beside, *hints.article, *hints.actors)))
    is_capital = find_country(world, name) == likeliest.country
    actors = () if is_capital else hints.actors  # where foreign troops act and speak
    for code in dict.fromkeys((*hints.beside, *hints.article, *actors)):
        entry = find_place(world, name, country=code)
        if entry is None or entry.country != code:
            continue
        if code in hints.beside or _is_likely(entry, _population(likeliest, name, world)):
            return entry
    return likeliest


def _is_likely(entry: PlaceEntry, population: int) -> bool:
    """Places added by hand have no population; they are there because news names them."""
    return not entry.population or entry.population >= _WEAK_HINT_SHARE * population


def _population(entry: PlaceEntry, name: str, world: World) -> int:
    """Return the population of a place, of one added by hand that of the city of its name."""
    namesakes = world.places.get(fold(name), ())
    return max(p.population for p in (entry, *namesakes) if p.country == entry.country)
