"""Phrases that name the people of several at once, taken apart into one side each.

"US and Ukrainian envoys", "NATO and Afghan troops" and "the leaders of Russia and Ukraine" are one
noun phrase each, but two sides of what they did.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from kg.lexicons import Lexicon, find_actor, find_country, fold
from kg.mentions.phrases import (
    actor_phrase,
    conjuncts,
    conjuncts_of_modifier,
    phrase_words,
    text_of,
)
from kg.mentions.words import Word
from kg.model import ActorPhrase, Span

__all__ = ["side_phrases"]


def side_phrases(
    head: Word, text: str, lexicon: Lexicon, *, refers_to: str | None = None
) -> tuple[ActorPhrase, ...]:
    """Return the phrase that a head stands for, or one phrase for each whose people it names."""
    whole = actor_phrase(head, text, lexicon, refers_to=refers_to)
    if head.name is not None or not whole.is_plural or refers_to is not None:
        return (whole,)
    before = _owners_before(head, lexicon)
    if len(before) > 1:
        return _split_before(head, before, whole, text, lexicon)
    behind = _owners_behind(head, lexicon)
    if len(behind) > 1:
        return _split_behind(head, behind, whole, text)
    return (whole,)


def _owners_before(head: Word, lexicon: Lexicon) -> Mapping[str, Word]:
    """Return adjectives and names of different owners before a head, by the owner's id."""
    found = [
        word
        for child in head.children
        if child.dep in ("amod", "compound", "nmod:poss") and child.index < head.index
        for word in conjuncts_of_modifier(child)
    ]
    words = sorted(found, key=lambda w: w.index)
    are_joined = any(word.dep == "conj" or any(word.has("cc")) for word in words)
    countries = [(_country(word, lexicon), word) for word in words]
    if not are_joined:
        return _distinct(countries)
    return _distinct((id_ or _known_actor(word, head, lexicon), word) for id_, word in countries)


def _owners_behind(head: Word, lexicon: Lexicon) -> Mapping[str, Word]:
    """Return countries in an of-phrase behind a head ("leaders of Russia and Ukraine")."""
    words = (w for child in head.has("nmod") if child.case == "of" for w in conjuncts(child))
    return _distinct((_country(word, lexicon), word) for word in words)


def _distinct(owners: Iterable[tuple[str | None, Word]]) -> Mapping[str, Word]:
    found: dict[str, Word] = {}
    for id_, word in owners:
        if id_ is not None:
            found.setdefault(id_, word)
    return found


def _country(word: Word, lexicon: Lexicon) -> str | None:
    code = find_country(lexicon.world, _name(word))
    return code.lower() if code is not None else None


def _known_actor(word: Word, head: Word, lexicon: Lexicon) -> str | None:
    """Return the id of the known group or body ("NATO", "Hamas") that a word names."""
    if word.name is None:
        return None
    names = (_name(word), f"{_name(word)} {head.lemma}")  # "Kurdistan Regional" + "government"
    found = (find_actor(lexicon.world, name) for name in names)
    return next((actor.id for actor in found if actor is not None), None)


def _split_before(
    head: Word, owners: Mapping[str, Word], whole: ActorPhrase, text: str, lexicon: Lexicon
) -> tuple[ActorPhrase, ...]:
    *others, last = owners.values()
    words = phrase_words(head, lexicon.grammar)
    own = [word for word in words if word.index > _extent(last)[1]]
    office = _office(own, head, owners, lexicon)
    shared = office or " ".join(word.text for word in own)
    parts = [_part(word, f"{_name(word)} {shared}", whole, text) for word in others]
    span = text_of([word for word in words if word.index >= _extent(last)[0]], text)
    name = f"{_name(last)} {office}" if office else span.text
    sides = (*parts, replace(whole, span=span, name=name, modifiers=(_name(last),)))
    return tuple(replace(side, is_plural=False) for side in sides) if office else sides


def _office(own: Sequence[Word], head: Word, owners: Iterable[str], lexicon: Lexicon) -> str:
    """Return an office that each owner has one of ("foreign minister"), singular, else ""."""
    if not own or own[-1].index != head.index:
        return ""
    text = " ".join([*(word.text for word in own[:-1]), head.lemma])
    world = lexicon.world
    offices = world.titles.get(fold(text), ())
    is_office = any((office, owner) in world.offices for office in offices for owner in owners)
    return text if is_office else ""


def _split_behind(
    head: Word, owners: Mapping[str, Word], whole: ActorPhrase, text: str
) -> tuple[ActorPhrase, ...]:
    first, *others = owners.values()
    span = text_of([head, first], text)
    mine = replace(whole, span=span, name=span.text, modifiers=(_name(first),))
    return (mine, *(_part(w, f"{head.text} of {_name(w)}", whole, text) for w in others))


def _part(word: Word, name: str, whole: ActorPhrase, text: str) -> ActorPhrase:
    """One side, marked by the words of its owner, named by the whole phrase."""
    named = word.name
    start, end = (word.start, word.end) if named is None else (named.start, named.end)
    span = Span(start=start, end=end, text=text[start:end])
    return replace(whole, span=span, name=name, modifiers=(_name(word),))


def _extent(word: Word) -> tuple[int, int]:
    """Return the first and last word of the name that a word belongs to, or the word itself."""
    return (word.index, word.index) if word.name is None else (word.name.first, word.name.last)


def _name(word: Word) -> str:
    return word.name.text if word.name is not None else word.text
