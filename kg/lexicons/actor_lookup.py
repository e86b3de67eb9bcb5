"""Which known actor a text names: words in, an entry out.

A text is tried in turn as a name, as the holder of an office ("US president"), as an organ of a
state or a part of an organisation ("Russian troops", "Hamas fighters"), and as a name with an
introduction ("Russian President Vladimir Putin").
"""

import functools
from collections.abc import Iterator, Sequence
from datetime import date

from kg.lexicons.country_lookup import is_turned
from kg.lexicons.folding import fold
from kg.lexicons.naming import Word, fits_case, key_of, singulars, words_of
from kg.lexicons.sector_lookup import find_sector_word, is_general
from kg.lexicons.world import ActorEntry, AliasEntry, World
from kg.model import ActorKind, Role, Sector

__all__ = ["find_actor"]

_CACHED_TEXTS = 20_000  # names recur within an article and from one to the next
_LINKS = ("of", "to", "in", "and", "for")  # join the words of an introduction
_LONGEST_PIECE_WORDS = 5
_ARMED = (ActorKind.MILITARY, ActorKind.ARMED_GROUP, ActorKind.POLICE)
_NO_STATE = (None, "IGO", "NGO")
_LEADING = frozenset({"leader", "commander", "head", "chief"})
_OF_A_RULER = ("", "mil")  # "the Assad regime", "Gaddafi's forces"


def find_actor(world: World, text: str, *, on: date | None = None) -> ActorEntry | None:
    """Return the known actor that a text names, None where it names none.

    Args:
        world: The world lexicon.
        text: The name or phrase, with its capitals.
        on: The day for which dated names and offices are read. Without it an undated name goes
            before one of today, that before one of the past, and an office alone names nobody.

    Example:
        >>> from datetime import date
        >>> from kg.lexicons import load_lexicon
        >>> world = load_lexicon().world
        >>> find_actor(world, "Russian troops").id, find_actor(world, "Mr. Zelensky").id
        ('rus-mil', 'volodymyr-zelenskiy')
        >>> find_actor(world, "the US president", on=date(2012, 1, 1)).id
        'barack-obama'
    """
    id_ = _find_id(world, text, on)
    return world.actors.get(id_) if id_ else None


@functools.lru_cache(maxsize=_CACHED_TEXTS)
def _find_id(world: World, text: str, on: date | None) -> str | None:
    words = words_of(text)
    return (
        _named_by(world, words, on)
        or _pick(world.aliases.get(fold(text), ()), words, on)
        or _holder(world, words, on)
        or _organ(world, words, on)
        or _introduced(world, words, on)
        or _without_initials(world, words, on)
    )


def _named_by(world: World, words: Sequence[Word], on: date | None) -> str | None:
    return _pick(world.aliases.get(key_of(words), ()), words, on)


def _pick(aliases: Sequence[AliasEntry], words: Sequence[Word], on: date | None) -> str | None:
    fitting = [alias for alias in aliases if fits_case(alias.text, words)]
    if on is None:
        return max(fitting, key=_standing).actor_id if fitting else None
    return _in_force(fitting, on)


def _standing(alias: AliasEntry) -> tuple[bool, bool, date]:
    """Rank aliases for no day in particular: undated, then current, then the latest."""
    is_undated = alias.since is None and alias.until is None
    return is_undated, alias.until is None, alias.since or date.min


def _in_force(aliases: Sequence[AliasEntry], on: date) -> str | None:
    """Return who bears a name or an office on a day: the latest to have come to it."""
    holding = [
        alias for alias in aliases if (alias.since or date.min) <= on <= (alias.until or date.max)
    ]
    return max(holding, key=lambda a: a.since or date.min).actor_id if holding else None


def _bodies(
    world: World, words: Sequence[Word], on: date | None
) -> Iterator[tuple[ActorEntry, Sequence[Word]]]:
    """Yield whose a phrase may be, with its other words: "Russian troops", "army of Myanmar"."""
    for end in range(min(len(words) - 1, _LONGEST_PIECE_WORDS), 0, -1):
        owner = world.actors.get(_named_by(world, words[:end], on) or "")
        if owner is not None:
            yield owner, words[end:]
    for position in range(1, len(words) - 1):
        if words[position].form == "of":
            owner = world.actors.get(_named_by(world, words[position + 1 :], on) or "")
            if owner is not None:
                yield owner, words[:position]


def _holder(world: World, words: Sequence[Word], on: date | None) -> str | None:
    """Return who held the office that a phrase names ("US president") on a day."""
    if on is None:
        return None
    for owner, rest in _bodies(world, words, on):
        for office in world.titles.get(key_of(rest), ()):
            found = _in_force(world.offices.get((office, owner.id), ()), on)
            if found is not None:
                return found
    return None


def _organ(world: World, words: Sequence[Word], on: date | None) -> str | None:
    for owner, rest in _bodies(world, words, on):
        if owner.kind is ActorKind.COUNTRY:
            found = _organ_of(world, owner.id, rest)
        elif owner.kind is ActorKind.PERSON:
            found = _organ_of_ruler(world, owner, rest) or _followers(world, owner, rest, on)
        else:
            found = owner.id if _is_part(world, rest) else None
        if found is not None:
            return found
    return None


def _organ_of(world: World, state_id: str, words: Sequence[Word]) -> str | None:
    """Return the organ of a state that words name, be it by its members ("army spokesman")."""
    forms = [word.form for word in words]
    while forms:
        suffix = _suffix(world, forms)
        if suffix is not None:
            id_ = f"{state_id}-{suffix}" if suffix else state_id
            return id_ if id_ in world.actors else None
        if not is_general(world, forms[-1]):
            return None
        forms.pop()
    return None


def _suffix(world: World, forms: Sequence[str]) -> str | None:
    *front, last = forms
    for noun in singulars(last):
        suffix = world.organs.get(" ".join((*front, noun)))
        if suffix is not None:
            return suffix
    return None


def _organ_of_ruler(world: World, owner: ActorEntry, words: Sequence[Word]) -> str | None:
    if owner.country in _NO_STATE or owner.sector not in (Sector.GOV, Sector.MIL):
        return None
    suffix = _suffix(world, [word.form for word in words])
    if suffix not in _OF_A_RULER:
        return None
    state_id = str(owner.country).lower()
    return f"{state_id}-{suffix}" if suffix else state_id


def _followers(
    world: World, owner: ActorEntry, words: Sequence[Word], on: date | None
) -> str | None:
    """Return the armed group whose leader's "men" or "fighters" words name."""
    if not words or not _is_part(world, words):
        return None
    groups = {role.of for role in owner.roles if role.title in _LEADING and _is_held(role, on)}
    armed = [id_ for id_ in sorted(groups) if world.actors[id_].kind in _ARMED]
    return armed[0] if len(armed) == 1 else None


def _is_held(role: Role, on: date | None) -> bool:
    return on is None or (role.since or date.min) <= on <= (role.until or date.max)


def _is_part(world: World, words: Sequence[Word]) -> bool:
    """Tell whether words only name members or forces of an organisation ("fighters")."""
    forms = [word.form for word in words]
    while forms and is_general(world, forms[-1]):
        forms.pop()
    if not forms or _suffix(world, forms) is not None:
        return True
    noun = find_sector_word(world, forms)
    return noun is not None and noun.kind in _ARMED


def _introduced(world: World, words: Sequence[Word], on: date | None) -> str | None:
    """Return the person or organisation whose name follows an introduction."""
    for start in range(1, len(words)):
        entry = world.actors.get(_named_by(world, words[start:], on) or "")
        if entry is None or entry.kind is ActorKind.COUNTRY:
            continue
        states = _states_of_introduction(world, words[:start], on)
        if states is not None and _is_from(entry, states, is_full_name=len(words) - start > 1):
            return entry.id
    return _from_country(world, words, on)


def _from_country(world: World, words: Sequence[Word], on: date | None) -> str | None:
    """Read "President Putin of Russia": the country stands last."""
    for position in range(len(words) - 2, 0, -1):
        if words[position].form != "of":
            continue
        owner = world.actors.get(_named_by(world, words[position + 1 :], on) or "")
        if owner is not None and owner.kind is ActorKind.COUNTRY:
            front = words[:position]
            return _named_by(world, front, on) or _introduced(world, front, on)
    return None


def _is_from(entry: ActorEntry, states: frozenset[str], *, is_full_name: bool) -> bool:
    """Tell whether an introduction's countries allow an actor ("Egyptian Islamic Jihad": no)."""
    if not states or (entry.kind is ActorKind.PERSON and is_full_name):
        return True
    if entry.kind is ActorKind.PERSON and entry.country in _NO_STATE:
        return True
    return entry.country is None or entry.country in states


def _states_of_introduction(
    world: World, words: Sequence[Word], on: date | None
) -> frozenset[str] | None:
    """Return the countries that an introduction names, None where it is no introduction.

    An introduction is made of titles, nouns for people, and names of countries and organisations.
    """
    if words[-1].form in _LINKS:
        return None
    states: set[str] = set()
    position = 0
    while position < len(words):
        end = _end_of_piece(world, words, position, on)
        if end is None:
            return None
        state = _state_named(world, words[position:end], on)
        if state is not None and not is_turned(world, words, position, end):
            states.add(state)
        position = end
    return frozenset(states)


def _end_of_piece(world: World, words: Sequence[Word], start: int, on: date | None) -> int | None:
    """Return where the longest piece of an introduction that begins at `start` ends."""
    for end in range(min(len(words), start + _LONGEST_PIECE_WORDS), start, -1):
        piece = words[start:end]
        if _named_by(world, piece, on) is not None or _introduces(world, piece):
            return end
    return None


def _state_named(world: World, words: Sequence[Word], on: date | None) -> str | None:
    entry = world.actors.get(_named_by(world, words, on) or "")
    return entry.country if entry is not None and entry.kind is ActorKind.COUNTRY else None


def _introduces(world: World, words: Sequence[Word]) -> bool:
    forms = [word.form for word in words]
    if len(forms) == 1 and (forms[0] in _LINKS or is_general(world, forms[0])):
        return True
    return " ".join(forms) in world.titles or find_sector_word(world, forms) is not None


def _without_initials(world: World, words: Sequence[Word], on: date | None) -> str | None:
    """Read "Vladimir V. Putin" without the letter in its middle."""
    inner = [word for word in words[1:-1] if len(word.form) > 1]
    if len(words) < 3 or len(inner) == len(words) - 2:
        return None
    bare = (words[0], *inner, words[-1])
    return _named_by(world, bare, on) or _introduced(world, bare, on)
